#include "tests/support/programs.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace chunhui::tests {
namespace {

// Generous: other tests may keep the machine busy.
constexpr std::chrono::seconds kStartLimit{60};
constexpr std::chrono::milliseconds kLookEvery{10};

std::string Slurp(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<char*> Pointers(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// In the child: never returns. It ends with the thread that started it, however that one ends.
[[noreturn]] void Become(std::vector<std::string> arguments, std::vector<std::string> environment,
                         const std::filesystem::path& folder, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(127);
  for (const auto& [name, descriptor] : {std::pair("out", STDOUT_FILENO), {"err", STDERR_FILENO}}) {
    dup2(open((folder / name).c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), descriptor);
  }
  dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
  for (char** entry = environ; *entry; ++entry) environment.emplace_back(*entry);
  execve(arguments[0].c_str(), Pointers(arguments).data(), Pointers(environment).data());
  _exit(127);
}

// "listening office=A enrolment=B" → A or B
std::string ValueIn(const std::string& text, const std::string& name) {
  const size_t from = text.find(std::string(name).append("="));
  if (from == std::string::npos) return {};
  std::istringstream rest(text.substr(from + name.size() + 1));
  std::string value;
  rest >> value;
  return value;
}

std::vector<std::string> OfficeArguments(const std::filesystem::path& data, bool demo) {
  std::vector<std::string> arguments = {"--data", data.string(), "--port", "0"};
  if (demo) arguments.insert(arguments.end(), {"--demo", CHUNHUI_SOURCE_DIR "/assets/demo"});
  return arguments;
}

}  // namespace

Process::Process(const std::string& program, const std::vector<std::string>& arguments,
                 const Environment& environment) {
  std::vector<std::string> all = {program};
  if (!program.starts_with('/')) all[0].insert(0, CHUNHUI_BIN_DIR "/");
  all.insert(all.end(), arguments.begin(), arguments.end());
  const pid_t parent = getpid();
  pid_ = fork();
  if (pid_ < 0) throw std::runtime_error("cannot fork");
  if (pid_ == 0) Become(std::move(all), environment, folder_.path(), parent);
}

Process::~Process() {
  if (pid_ < 0) return;
  kill(pid_, SIGKILL);
  waitpid(pid_, nullptr, 0);
}

std::string Process::out() const { return Slurp(folder_.path() / "out"); }
std::string Process::err() const { return Slurp(folder_.path() / "err"); }

bool Process::WaitForLine(const std::string& beginning) const {
  const auto limit = std::chrono::steady_clock::now() + kStartLimit;
  while (std::chrono::steady_clock::now() < limit) {
    const std::string text = std::string("\n").append(out());
    const size_t found = text.find(std::string("\n").append(beginning));
    if (found != std::string::npos && text.find('\n', found + 1) != std::string::npos) return true;
    siginfo_t info{};
    const bool ended =
        waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
        info.si_pid == pid_;
    if (ended) return false;
    std::this_thread::sleep_for(kLookEvery);
  }
  return false;
}

void Process::Signal(int signal) const { kill(pid_, signal); }

Ended Process::Wait() {
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, out(), err()};
}

Ended RunProgram(const std::string& program, const std::vector<std::string>& arguments,
                 const Environment& environment) {
  return Process(program, arguments, environment).Wait();
}

RunningOffice::RunningOffice(std::filesystem::path data, bool demo)
    : data_(std::move(data)), process_("chunhui-office", OfficeArguments(data_, demo)) {
  if (!process_.WaitForLine("listening ")) {
    throw std::runtime_error("the office did not start: " + process_.err());
  }
  address_ = ValueIn(process_.out(), "office");
  enrolment_ = ValueIn(process_.out(), "enrolment");
}

Environment RunningOffice::DeskEnvironment() const {
  return {std::string("XDG_RUNTIME_DIR=").append(data_.string())};
}

Ended RunningOffice::Desk(const std::vector<std::string>& arguments,
                          const Environment& environment) const {
  std::vector<std::string> all = {"--config", (data_ / "desk.toml").string()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  Environment with_folder = DeskEnvironment();
  with_folder.insert(with_folder.end(), environment.begin(), environment.end());
  return RunProgram("chunhui-desk", all, with_folder);
}

}  // namespace chunhui::tests
