// A scanner or reader that types, read from its own input device: grabbed, so that nothing of it
// reaches the screen and nobody else's typing reaches it. Where it cannot be grabbed only bursts
// count, as with any keyboard. A thread of its own; comes back by itself after unplugging.
#pragma once

#include <linux/input.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

#include "kiosk/devices/card_reader.h"
#include "kiosk/devices/readers/on_shown.h"

namespace chunhui::devices {

// Keys of one device become lines. The letters of codes only: A-Z, digits and a few signs.
class KeyLines {
 public:
  explicit KeyLines(bool grabbed) : grabbed_(grabbed) {}
  // What was shown; empty while there is nothing.
  std::string Take(const input_event& event);

 private:
  bool grabbed_;
  bool shift_ = false;
  std::string line_;
  KeyboardWedge burst_;
};

class KeyDevice {
 public:
  struct Options {
    std::filesystem::path file;  // "/dev/input/by-id/usb-...-event-kbd"
    std::chrono::milliseconds retry{1000};
  };
  KeyDevice(Options options, OnShown on_shown);
  KeyDevice(const KeyDevice&) = delete;
  KeyDevice& operator=(const KeyDevice&) = delete;
  ~KeyDevice();

 private:
  void Run();
  void Follow(int file);

  const Options options_;
  const OnShown on_shown_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace chunhui::devices
