// A program started by a benchmark, with everything it starts, measured and ended together.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace chunhui::bench {

class ChildProcess {
 public:
  // Starts it in a process group of its own, its output thrown away (or kept in `output_file`).
  // Environment entries ("DISPLAY=:99") are added.
  ChildProcess(const std::vector<std::string>& command, const std::vector<std::string>& environment,
               const std::string& output_file = "/dev/null");
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;
  // Ends the whole group.
  ~ChildProcess();

  // Proportional set size of the whole tree in kB.
  double PssKb() const;
  // CPU time of the whole tree so far in ms.
  double CpuMs() const;
  pid_t pid() const { return pid_; }

 private:
  std::vector<pid_t> Tree() const;
  pid_t pid_;
};

}  // namespace chunhui::bench
