// chunhui-office: the back office. Reads what it is asked to do, does it, ends with a code.
//
// Order in which a running office stops (run.cpp), within 5 s of SIGTERM:
//   1. the timer: nothing new becomes due
//   2. the publisher: every stream ends, so that kiosks and desks know at once
//   3. the servers: no new calls; those in flight have 1.5 s
//   4. the writer: what it has accepted is committed, within 3 s, and answered
//   5. the database closes
#include <cstdio>

#include "core/secrets/error.h"
#include "core/store/error.h"
#include "services/command_line.h"
#include "services/run.h"
#include "services/tasks.h"

namespace {

using chunhui::office::CommandLine;
using chunhui::office::EarlyExit;
using chunhui::office::ExitCode;
using chunhui::office::Log;
using chunhui::office::LogLevel;
using chunhui::office::Task;

ExitCode Do(const CommandLine& line, Log& log) {
  switch (line.task) {
    case Task::kInit:
      return chunhui::office::InitOffice(line);
    case Task::kBackup:
      return chunhui::office::BackUpOffice(line);
    case Task::kRestore:
      return chunhui::office::RestoreOffice(line);
    case Task::kRun:
      break;
  }
  return chunhui::office::RunOffice(line, log);
}

}  // namespace

int main(int argc, char** argv) {
  const auto read = chunhui::office::ReadCommandLine(argc, argv);
  if (const auto* exit = std::get_if<EarlyExit>(&read)) {
    std::fputs(exit->text.c_str(), exit->code == ExitCode::kDone ? stdout : stderr);
    return static_cast<int>(exit->code);
  }
  const auto& line = std::get<CommandLine>(read);
  const chunhui::time::SystemClock clock;
  Log log(stderr, chunhui::office::LogLevelOf(line.config.log_level), clock);
  try {
    return static_cast<int>(Do(line, log));
  } catch (const chunhui::secrets::SecretsError& error) {
    log.Write(LogLevel::kError, error.what());
    return static_cast<int>(ExitCode::kFilesUnusable);
  } catch (const chunhui::store::StoreError& error) {
    log.Write(LogLevel::kError, error.what());
    return static_cast<int>(ExitCode::kFilesUnusable);
  } catch (const std::exception& error) {
    log.Write(LogLevel::kError, error.what());
    return static_cast<int>(ExitCode::kBroken);
  }
}
