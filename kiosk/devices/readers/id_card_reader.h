// A reader for second-generation ID cards on a serial line. A thread of its own asks for a card a
// few times a second, reads it once, and comes back by itself when the line goes.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <thread>

#include "kiosk/devices/readers/sam_v.h"

namespace chunhui::devices {

class IdCardReader {
 public:
  struct Options {
    std::filesystem::path port;  // "/dev/ttyUSB0"
    std::chrono::milliseconds ask_every{300};
    std::chrono::milliseconds answer_max{1500};  // reading a card takes about one second
    std::chrono::milliseconds retry{1000};       // after the line has gone
  };
  // Called on the reader's thread, once for each card that is put down.
  using OnCard = std::function<void(const IdCardText&)>;

  // Begins at once; that there is no such line is no error.
  IdCardReader(Options options, OnCard on_card);
  IdCardReader(const IdCardReader&) = delete;
  IdCardReader& operator=(const IdCardReader&) = delete;
  ~IdCardReader();

  // Broken frames and answers that never came; any thread.
  int faults() const { return faults_.load(); }

 private:
  class Session;
  void Run();
  void Nap(std::chrono::milliseconds time) const;

  const Options options_;
  const OnCard on_card_;
  std::atomic<bool> stopping_ = false;
  std::atomic<int> faults_ = 0;
  std::thread thread_;
};

}  // namespace chunhui::devices
