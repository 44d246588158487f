#include "kiosk/app/idle_clock.h"

namespace chunhui::app {

int64_t IdleClock::AskAfterMs(bool long_page) const {
  return patience_ms_ + (long_page ? kAskLongMs : kAskMs);
}

Presence IdleClock::At(int64_t now_ms, bool long_page) const {
  const int64_t idle_ms = IdleMs(now_ms);
  if (idle_ms < kVeilMs) return Presence::kThere;
  if (idle_ms < AskAfterMs(long_page)) return Presence::kVeiled;
  if (idle_ms < AskAfterMs(long_page) + kAnswerMs) return Presence::kAsked;
  return Presence::kGone;
}

int IdleClock::SecondsLeft(int64_t now_ms, bool long_page) const {
  const int64_t left_ms = AskAfterMs(long_page) + kAnswerMs - IdleMs(now_ms);
  return static_cast<int>((left_ms + 999) / 1000);
}

int64_t IdleClock::NextChangeMs(int64_t now_ms, bool long_page) const {
  switch (At(now_ms, long_page)) {
    case Presence::kThere:
      return touched_ms_ + kVeilMs;
    case Presence::kVeiled:
      return touched_ms_ + AskAfterMs(long_page);
    case Presence::kAsked:
      return now_ms + 1000 - IdleMs(now_ms) % 1000;
    case Presence::kGone:
      break;
  }
  return now_ms;
}

}  // namespace chunhui::app
