// Runs our own programs as real processes: once to their end, or an office for as long as a test
// needs one.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace chunhui::tests {

struct Ended {
  int code = 0;  // 128 + the signal when one ended it
  std::string out;
  std::string err;
};

// "PIN=1" entries on top of our own environment.
using Environment = std::vector<std::string>;

// A process whose output goes to files; killed when this goes, or the thread that started it.
class Process {
 public:
  // `program` is a name in the build's bin folder, or an absolute path.
  Process(const std::string& program, const std::vector<std::string>& arguments,
          const Environment& environment = {});
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();

  std::string out() const;
  std::string err() const;
  // True once a line of stdout begins like this; false when it ended or 60 s are over.
  bool WaitForLine(const std::string& beginning) const;
  void Signal(int signal) const;
  // Waits for the end.
  Ended Wait();

 private:
  TemporaryFolder folder_;
  pid_t pid_ = -1;
};

// Runs to the end.
Ended RunProgram(const std::string& program, const std::vector<std::string>& arguments,
                 const Environment& environment = {});

// chunhui-office on free ports with the demo town in a folder of its own.
class RunningOffice {
 public:
  // `data` may hold an office already. Throws std::runtime_error when it does not start.
  explicit RunningOffice(std::filesystem::path data, bool demo = true);

  const std::filesystem::path& data() const { return data_; }
  const std::string& address() const { return address_; }      // "127.0.0.1:40123"
  const std::string& enrolment() const { return enrolment_; }  // "127.0.0.1:40124"
  Process& process() { return process_; }
  // chunhui-desk with this office's configuration; sessions stay inside `data`.
  Ended Desk(const std::vector<std::string>& arguments, const Environment& environment = {}) const;
  Environment DeskEnvironment() const;

 private:
  std::filesystem::path data_;
  Process process_;
  std::string address_;
  std::string enrolment_;
};

}  // namespace chunhui::tests
