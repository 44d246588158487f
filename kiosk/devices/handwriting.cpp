#include "kiosk/devices/handwriting.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sstream>

#include "core/secrets/wipe.h"

extern char** environ;

namespace chunhui::devices {
namespace {

using secrets::Wipe;

constexpr int kAnswerMsMax = 3000;  // the first answer waits for the program to start
constexpr size_t kAnswerBytesMax = 2000;
constexpr size_t kCharactersMax = 40;

// "十 -0.31 士 -4.02 ...": what is not of this form ends it.
Handwriting::Characters ReadAnswer(const std::string& line) {
  std::istringstream words(line);
  Handwriting::Characters characters;
  for (WrittenCharacter written;
       characters.size() < kCharactersMax && words >> written.character >> written.odds;) {
    characters.push_back(written);
  }
  return characters;
}

// chunhui-recognize handwriting --odds -, one line in, one line out. Its thread only.
class Child {
 public:
  explicit Child(const std::filesystem::path& program) : program_(program) {}
  ~Child() { Kill(); }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // Empty when the program is not there, crashed, hangs or talks nonsense: then it has been killed.
  std::string Ask(const std::string& line) {
    if (pid_ <= 0 && !Start()) return {};
    if (Send(line + "\n")) {
      if (std::optional<std::string> answer = Receive()) return *answer;
    }
    Kill();
    return {};
  }

 private:
  bool Start() {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    std::string name = program_.string(), command = "handwriting", odds = "--odds", input = "-";
    char* arguments[] = {name.data(), command.data(), odds.data(), input.data(), nullptr};
    const int failed = posix_spawn(&pid_, name.c_str(), &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    socket_ = ends[0];
    if (failed == 0) return true;
    pid_ = -1;
    Kill();
    return false;
  }

  bool Send(const std::string& text) {
    size_t sent = 0;
    while (sent < text.size()) {
      const ssize_t now = send(socket_, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
      if (now <= 0) return false;
      sent += static_cast<size_t>(now);
    }
    return true;
  }

  std::optional<std::string> Receive() {
    std::string line;
    pollfd readable{socket_, POLLIN, 0};
    while (line.size() < kAnswerBytesMax && poll(&readable, 1, kAnswerMsMax) == 1) {
      char byte = 0;
      if (recv(socket_, &byte, 1, 0) != 1) return std::nullopt;
      if (byte == '\n') return line;
      line += byte;
    }
    return std::nullopt;
  }

  void Kill() {
    if (socket_ >= 0) close(socket_);
    socket_ = -1;
    if (pid_ <= 0) return;
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    pid_ = -1;
  }

  const std::filesystem::path program_;
  pid_t pid_ = -1;
  int socket_ = -1;
};

}  // namespace

void HandwritingProgram::Ask(std::string strokes) {
  std::lock_guard lock(mutex_);
  closing_ = false;
  question_ = std::move(strokes);
  answer_.reset();
  if (!thread_.joinable()) thread_ = std::thread([this] { Answer(); });
  asked_.notify_one();
}

void HandwritingProgram::Answer() {
  Child child(program_);
  std::unique_lock lock(mutex_);
  while (true) {
    asked_.wait(lock, [this] { return closing_ || question_; });
    if (closing_) return;
    std::string question = *std::exchange(question_, std::nullopt);
    lock.unlock();
    Characters characters = ReadAnswer(child.Ask(question));
    Wipe(question);
    lock.lock();
    if (closing_ || question_) continue;  // nobody waits for this answer any more
    answer_ = std::move(characters);
    lock.unlock();
    wake_();
    lock.lock();
  }
}

std::optional<Handwriting::Characters> HandwritingProgram::Take() {
  std::lock_guard lock(mutex_);
  return std::exchange(answer_, std::nullopt);
}

void HandwritingProgram::Close() {
  {
    std::lock_guard lock(mutex_);
    closing_ = true;
    if (question_) Wipe(*question_);
    question_.reset();
    answer_.reset();
    asked_.notify_one();
  }
  if (thread_.joinable()) thread_.join();
}

}  // namespace chunhui::devices
