#include "tests/kiosk/devices/readers/pcsc_service.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>

extern char** environ;

namespace chunhui::tests {
namespace {

namespace fs = std::filesystem;

constexpr int kPort = 0x8C7B;
constexpr const char* kSocket = "/run/pcscd/pcscd.comm";

void WaitFor(bool there) {
  for (int i = 0; i < 500 && fs::exists(kSocket) != there; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  if (fs::exists(kSocket) != there) throw std::runtime_error("pcscd does not do as it is told");
}

}  // namespace

PcscService::PcscService() {
  lock_ = open("/tmp/chunhui-pcscd.lock", O_CREAT | O_RDWR | O_CLOEXEC, 0666);
  flock(lock_, LOCK_EX);
  std::ofstream(folder_.path() / "vpcd")
      << "FRIENDLYNAME \"Virtual PCD\"\nDEVICENAME /dev/null:0x8C7B\n"
      << "LIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so\nCHANNELID 0x8C7B\n";
  Start();
}

PcscService::~PcscService() {
  if (process_ > 0) Stop();
  close(lock_);
}

int PcscService::port() const { return kPort; }

void PcscService::Start() {
  std::string folder = folder_.path();
  std::string program = "pcscd";
  std::string foreground = "-f";
  std::string quiet = "-C";
  std::string config = "-c";
  char* arguments[] = {program.data(), foreground.data(), quiet.data(),
                       config.data(),  folder.data(),     nullptr};
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
  const int code = posix_spawn(&process_, "/usr/sbin/pcscd", &files, nullptr, arguments, environ);
  posix_spawn_file_actions_destroy(&files);
  if (code != 0) throw std::runtime_error("pcscd cannot be started");
  WaitFor(true);
}

void PcscService::Stop() {
  kill(process_, SIGTERM);
  waitpid(process_, nullptr, 0);
  process_ = -1;
  WaitFor(false);
}

}  // namespace chunhui::tests
