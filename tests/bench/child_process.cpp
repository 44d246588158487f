#include "tests/bench/child_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace chunhui::bench {
namespace {

struct ProcessStat {
  pid_t parent = 0;
  double cpu_ms = 0;
};

ProcessStat ReadStat(const std::string& folder) {
  std::ifstream in(folder + "/stat");
  std::stringstream text;
  text << in.rdbuf();
  const std::string all = text.str();
  const size_t name_end = all.rfind(')');
  if (name_end == std::string::npos) return {};
  std::istringstream rest(all.substr(name_end + 2));
  std::string field;
  ProcessStat stat;
  double ticks = 0;
  for (int number = 3; number <= 15 && rest >> field; ++number) {
    if (number == 4) stat.parent = static_cast<pid_t>(std::stol(field));
    if (number == 14 || number == 15) ticks += std::stod(field);
  }
  stat.cpu_ms = ticks * 1000.0 / static_cast<double>(sysconf(_SC_CLK_TCK));
  return stat;
}

double ReadPssKb(pid_t pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/smaps_rollup");
  for (std::string word; in >> word;) {
    if (word != "Pss:") continue;
    double kb = 0;
    in >> kb;
    return kb;
  }
  return 0;
}

[[noreturn]] void Become(const std::vector<std::string>& command,
                         const std::vector<std::string>& environment,
                         const std::string& output_file) {
  setpgid(0, 0);
  const int out = open(output_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(out, STDOUT_FILENO);
  dup2(out, STDERR_FILENO);
  for (const std::string& entry : environment) putenv(strdup(entry.c_str()));
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(strdup(word.c_str()));
  words.push_back(nullptr);
  execvp(words[0], words.data());
  _exit(127);
}

}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& command,
                           const std::vector<std::string>& environment,
                           const std::string& output_file) {
  pid_ = fork();
  if (pid_ < 0) throw std::runtime_error("cannot start " + command[0]);
  if (pid_ == 0) Become(command, environment, output_file);
}

ChildProcess::~ChildProcess() {
  const auto tree = Tree();
  kill(-pid_, SIGKILL);
  for (pid_t pid : tree) kill(pid, SIGKILL);
  waitpid(pid_, nullptr, 0);
}

std::vector<pid_t> ChildProcess::Tree() const {
  std::multimap<pid_t, pid_t> children;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    children.emplace(ReadStat(entry.path()).parent, static_cast<pid_t>(std::stol(name)));
  }
  std::vector<pid_t> tree = {pid_};
  for (size_t i = 0; i < tree.size(); ++i) {
    const auto [first, last] = children.equal_range(tree[i]);
    for (auto child = first; child != last; ++child) tree.push_back(child->second);
  }
  return tree;
}

double ChildProcess::PssKb() const {
  double kb = 0;
  for (pid_t pid : Tree()) kb += ReadPssKb(pid);
  return kb;
}

double ChildProcess::CpuMs() const {
  double ms = 0;
  for (pid_t pid : Tree()) ms += ReadStat("/proc/" + std::to_string(pid)).cpu_ms;
  return ms;
}

}  // namespace chunhui::bench
