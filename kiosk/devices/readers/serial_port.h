// A serial line, 115200 8N1, or a pseudo terminal in tests. Used by one thread.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace chunhui::devices {

class SerialPort {
 public:
  // Not open() when it is not there.
  explicit SerialPort(const std::filesystem::path& file);
  ~SerialPort();
  SerialPort(const SerialPort&) = delete;
  SerialPort& operator=(const SerialPort&) = delete;

  bool open() const { return file_ >= 0; }
  // False when the line has gone.
  bool Write(std::string_view bytes);
  // What has come within `wait`, maybe nothing; nothing at all (nullopt) when the line has gone.
  std::optional<std::string> Read(std::chrono::milliseconds wait);

 private:
  int file_ = -1;
};

}  // namespace chunhui::devices
