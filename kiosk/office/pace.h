// How long the kiosk waits for the office, and how often it asks again.
#pragma once

#include <chrono>

namespace chunhui::office {

struct Pace {
  std::chrono::milliseconds deadline{900};  // "away" is decided within a second
  // A write without an answer is sent again after repeat_first, then twice as long, up to
  // repeat_max; at once when the office is back.
  std::chrono::milliseconds repeat_deadline{2000};
  std::chrono::milliseconds repeat_first{1000};
  std::chrono::milliseconds repeat_max{30000};
  std::chrono::milliseconds probe_every{1000};   // while away
  std::chrono::milliseconds silence_max{12000};  // the stream gives a sign of life every 10 s
  std::chrono::milliseconds heartbeat_every{60000};
  std::chrono::milliseconds reopen_first{200};  // the stream, like repeat_first
  std::chrono::milliseconds reopen_max{2000};
};

}  // namespace chunhui::office
