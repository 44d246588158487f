#include "services/run.h"

#include <google/protobuf/stubs/logging.h>
#include <signal.h>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "core/secrets/keys.h"
#include "core/time/local_time.h"
#include "services/demo/demo_office.h"
#include "services/office.h"
#include "services/papers.h"
#include "services/server.h"

namespace chunhui::office {
namespace {

// Calls in flight get this long after SIGTERM; the writer then has its own kWriterDrain.
constexpr std::chrono::milliseconds kCallsDrain{1500};
constexpr std::chrono::seconds kTickEvery{1};

sigset_t StopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

// Calls Tick about once a second. A Tick that fails is logged, and tried again.
class Timer {
 public:
  Timer(Office& office, Log& log) : office_(office), log_(log), thread_([this] { Loop(); }) {}
  ~Timer() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
  }

 private:
  void Loop() {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, kTickEvery, [this] { return stopping_; })) {
      lock.unlock();
      try {
        office_.Tick();
      } catch (const std::exception& error) {
        log_.Write(LogLevel::kError, std::string("tick failed: ") + error.what());
      }
      lock.lock();
    }
  }

  Office& office_;
  Log& log_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;  // under mutex_
  std::thread thread_;
};

Server::Options ServerOptions(const Config& config, const Papers& papers) {
  Server::Options options;
  options.address = config.address;
  options.port = config.port;
  options.enrolment_port = config.enrolment_port;
  options.authority_pem = papers.authority.certificate_pem;
  options.certificate_pem = papers.server.certificate_pem;
  options.key_pem = papers.server.key_pem;
  options.streams_max = config.streams_max;
  options.memory_bytes_max = config.memory_mib * 1024 * 1024;
  return options;
}

void PrintListening(const Config& config, const Server& server, Log& log) {
  const std::string office = config.address + ":" + std::to_string(server.port());
  const std::string enrolment = config.address + ":" + std::to_string(server.enrolment_port());
  std::printf("listening office=%s enrolment=%s\n", office.c_str(), enrolment.c_str());
  std::fflush(stdout);
  log.Write(LogLevel::kInfo, "listening office=" + office + " enrolment=" + enrolment);
}

void WaitForStop(Log& log) {
  const sigset_t signals = StopSignals();
  int signal = 0;
  sigwait(&signals, &signal);
  log.Write(LogLevel::kInfo, signal == SIGTERM ? "stopping: SIGTERM" : "stopping: SIGINT");
}

}  // namespace

ExitCode RunOffice(const CommandLine& line, Log& log) {
  const sigset_t signals = StopSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  // It would write lines of its own whenever somebody sends nonsense.
  google::protobuf::SetLogHandler(nullptr);

  const Config& config = line.config;
  time::SystemClock clock;
  secrets::SystemRandom random;
  std::optional<demo::Town> town;
  bool load_town = false;
  if (line.demo) {
    town = demo::ReadTown(*line.demo, time::LocalDate(clock.now()));
    load_town = demo::PrepareFiles(config, *town, clock.now(), random);
  }
  if (!load_town && !std::filesystem::exists(config.database_file())) {
    log.Write(LogLevel::kError, "there is no office: " + config.database_file().string() +
                                    " is missing; make one (init), restore one, or try --demo");
    return ExitCode::kFilesUnusable;
  }
  const Papers papers = LoadPapers(config.tls());
  Office office({config.database_file(), secrets::LoadKeys(config.keys()), papers.authority, clock,
                 random, static_cast<size_t>(config.read_connections),
                 static_cast<size_t>(config.pin_threads),
                 [&log](std::string_view text) { log.Write(LogLevel::kError, text); }});
  if (load_town) {
    demo::LoadIntoNewOffice(office, config, *town, clock.now(), line.demo_seed, random);
    log.Write(LogLevel::kInfo, "demo town loaded, seed " + std::to_string(line.demo_seed));
  }
  std::optional<Server> server;
  try {
    server.emplace(ServerOptions(config, papers), office.dispatcher());
  } catch (const std::runtime_error& error) {
    log.Write(LogLevel::kError, error.what());
    return ExitCode::kCannotListen;
  }
  if (town) demo::WriteConfigs(config, *town, server->port(), *line.demo);
  std::optional<Timer> timer(std::in_place, office, log);
  PrintListening(config, *server, log);
  WaitForStop(log);

  timer.reset();
  office.publisher().Stop();
  server->Shutdown(kCallsDrain);
  const bool all_written = office.Stop();
  log.Write(LogLevel::kInfo, all_written ? "stopped" : "stopped; some writes were refused");
  return ExitCode::kDone;
}

}  // namespace chunhui::office
