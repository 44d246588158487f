// Card readers on the PC/SC service: the only home of winscard.h. A thread of its own follows every
// reader that is plugged in, and comes back by itself when a reader is unplugged or pcscd restarts.
//
//   PcscReader reader({.service_card = file}, [&](std::string line) { box.Put(line); });
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

#include "kiosk/devices/readers/apdu.h"
#include "kiosk/devices/readers/on_shown.h"

namespace chunhui::devices {

class PcscReader {
 public:
  struct Options {
    ServiceCardFile service_card = {};
    // How soon a service that has gone is looked for again.
    std::chrono::milliseconds retry{500};
  };

  // Begins at once; that there is no service or no reader is no error.
  PcscReader(Options options, OnShown on_shown);
  PcscReader(const PcscReader&) = delete;
  PcscReader& operator=(const PcscReader&) = delete;
  // Stops within a quarter of a second.
  ~PcscReader();

  // Readers that are plugged in now; any thread.
  int readers() const { return readers_.load(); }
  // Cards that were seen and said nothing that could be used; any thread.
  int unreadable() const { return unreadable_.load(); }

 private:
  class Following;
  void Run();

  const Options options_;
  const OnShown on_shown_;
  std::atomic<bool> stopping_ = false;
  std::atomic<int> readers_ = 0;
  std::atomic<int> unreadable_ = 0;
  std::thread thread_;
};

// What a card showed, as one line of evidence; empty when it said nothing.
std::string LineOf(const ChipReading& reading);

}  // namespace chunhui::devices
