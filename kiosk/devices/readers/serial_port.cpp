#include "kiosk/devices/readers/serial_port.h"

#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace chunhui::devices {

SerialPort::SerialPort(const std::filesystem::path& file)
    : file_(::open(file.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)) {
  termios settings{};
  if (file_ < 0 || tcgetattr(file_, &settings) != 0) return;
  cfmakeraw(&settings);
  cfsetspeed(&settings, B115200);
  settings.c_cflag |= CLOCAL | CREAD;
  tcsetattr(file_, TCSANOW, &settings);
  tcflush(file_, TCIOFLUSH);
}

SerialPort::~SerialPort() {
  if (file_ >= 0) close(file_);
}

bool SerialPort::Write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;  // so few bytes always find room on a line that is there
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

std::optional<std::string> SerialPort::Read(std::chrono::milliseconds wait) {
  pollfd waiting{file_, POLLIN, 0};
  if (poll(&waiting, 1, static_cast<int>(wait.count())) <= 0) return std::string();
  std::array<char, 2048> bytes{};
  const ssize_t count = read(file_, bytes.data(), bytes.size());
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) return std::string();
  if (count <= 0) return std::nullopt;
  std::string got(bytes.data(), static_cast<size_t>(count));
  explicit_bzero(bytes.data(), bytes.size());
  return got;
}

}  // namespace chunhui::devices
