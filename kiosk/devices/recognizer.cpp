#include "kiosk/devices/recognizer.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>

namespace chunhui::devices {
namespace {

namespace wire = recognize::wire;

constexpr int kAnswerMsMax = 5000;  // the first answer waits for the program's start
constexpr int kAboveTheirs = 10;    // our descriptors must not be in the way of the child's

// Moves a descriptor out of the way; it closes by itself in other children.
int Above(int file) {
  const int moved = fcntl(file, F_DUPFD_CLOEXEC, kAboveTheirs);
  close(file);
  return moved;
}

void CloseFile(int& file) {
  if (file >= 0) close(file);
  file = -1;
}

}  // namespace

bool Recognizer::OpenChannel(int& child_socket) {
  std::array<int, 2> sockets{};
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets.data()) != 0) return false;
  socket_ = Above(sockets[0]);
  child_socket = Above(sockets[1]);
  memory_file_ = Above(memfd_create("chunhui-frame", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (socket_ < 0 || child_socket < 0 || memory_file_ < 0) return false;
  if (ftruncate(memory_file_, wire::kSharedBytes) != 0) return false;
  // The child cannot take pages away from under us.
  fcntl(memory_file_, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
  void* start =
      mmap(nullptr, wire::kSharedBytes, PROT_READ | PROT_WRITE, MAP_SHARED, memory_file_, 0);
  if (start == MAP_FAILED) return false;
  memory_ = static_cast<uint8_t*>(start);
  madvise(start, wire::kSharedBytes, MADV_DONTDUMP);
  return true;
}

bool Recognizer::Spawn(int child_socket) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  for (const int standard : {0, 1, 2}) {
    posix_spawn_file_actions_addopen(&files, standard, "/dev/null", O_RDWR, 0);
  }
  posix_spawn_file_actions_adddup2(&files, child_socket, wire::kSocket);
  posix_spawn_file_actions_adddup2(&files, memory_file_, wire::kSharedMemory);
  posix_spawn_file_actions_addclosefrom_np(&files, wire::kSharedMemory + 1);
  std::string name = program_.file.string(), serve = "serve", invented = "--invented";
  std::string threads = "OMP_THREAD_LIMIT=1";
  std::array<char*, 4> arguments{name.data(), serve.data(),
                                 program_.invented ? invented.data() : nullptr, nullptr};
  std::array<char*, 2> environment{threads.data(), nullptr};
  pid_t child = -1;
  const int failed = posix_spawn(&child, program_.file.c_str(), &files, nullptr, arguments.data(),
                                 environment.data());
  posix_spawn_file_actions_destroy(&files);
  if (failed != 0) return false;
  const std::lock_guard lock(life_);
  child_ = child;
  return true;
}

bool Recognizer::Start() {
  if (running()) return true;
  int child_socket = -1;
  const bool started = OpenChannel(child_socket) && Spawn(child_socket);
  CloseFile(child_socket);
  if (!started) Stop();
  return started;
}

bool Recognizer::Send(const wire::Request& request) {
  const std::vector<uint8_t> packet = wire::Encode(request);
  return send(socket_, packet.data(), packet.size(), MSG_NOSIGNAL) ==
         static_cast<ssize_t>(packet.size());
}

std::optional<wire::Answer> Recognizer::Receive(uint32_t number) {
  pollfd ready{socket_, POLLIN, 0};
  if (poll(&ready, 1, kAnswerMsMax) <= 0) return std::nullopt;
  std::array<uint8_t, wire::kMessageBytesMax> packet;
  const ssize_t length = recv(socket_, packet.data(), packet.size(), MSG_DONTWAIT | MSG_TRUNC);
  if (length <= 0 || length > static_cast<ssize_t>(packet.size())) return std::nullopt;
  auto answer = wire::DecodeAnswer({packet.data(), static_cast<size_t>(length)});
  explicit_bzero(packet.data(), packet.size());
  if (!answer || answer->number != number) return std::nullopt;
  return answer;
}

std::optional<wire::Answer> Recognizer::Ask(wire::Task task, const CameraFrame& frame) {
  if (frame.bytes.empty() || frame.bytes.size() > wire::kSharedBytes || !Start()) {
    return std::nullopt;
  }
  std::copy(frame.bytes.begin(), frame.bytes.end(), memory_);
  const wire::Request request{++number_,   task,         frame.format,
                              frame.width, frame.height, static_cast<uint32_t>(frame.bytes.size())};
  auto answer = Send(request) ? Receive(number_) : std::nullopt;
  if (!answer) Stop();
  return answer;
}

void Recognizer::Interrupt() {
  const std::lock_guard lock(life_);
  if (child_ > 0) kill(child_, SIGKILL);
}

void Recognizer::Stop() {
  {
    const std::lock_guard lock(life_);
    if (child_ > 0) {
      kill(child_, SIGKILL);
      waitpid(child_, nullptr, 0);
    }
    child_ = -1;
  }
  if (memory_) {
    explicit_bzero(memory_, wire::kSharedBytes);
    munmap(memory_, wire::kSharedBytes);
    memory_ = nullptr;
  }
  CloseFile(memory_file_);
  CloseFile(socket_);
}

}  // namespace chunhui::devices
