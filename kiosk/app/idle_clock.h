// How long nobody has touched the screen, and what follows from it: covering, asking, forgetting.
#pragma once

#include <cstdint>

namespace chunhui::app {

inline constexpr int64_t kVeilMs = 30'000;      // personal words are covered
inline constexpr int64_t kAskMs = 120'000;      // "are you still there?"
inline constexpr int64_t kAskLongMs = 180'000;  // on pages that take long to read
inline constexpr int64_t kAnswerMs = 30'000;    // one tap answers, as often as wanted
inline constexpr int64_t kStaffMs = 120'000;    // staff is signed out

enum class Presence { kThere, kVeiled, kAsked, kGone };

inline constexpr int64_t kWordsAfterMs = 400;  // nobody waits longer for words that say so
inline constexpr int64_t kQueueMs = 60'000;    // whoever comes sooner after another one had to wait

class IdleClock {
 public:
  // From now on the question comes so much later: nobody is waiting.
  void SetPatience(int64_t patience_ms) { patience_ms_ = patience_ms; }
  // Somebody is there: a touch, a card, a key.
  void Touched(int64_t now_ms) { touched_ms_ = now_ms; }

  Presence At(int64_t now_ms, bool long_page) const;
  // Until kGone, rounded up; only while kAsked.
  int SecondsLeft(int64_t now_ms, bool long_page) const;
  // When the answer of At (or, while asked, of SecondsLeft) changes next.
  int64_t NextChangeMs(int64_t now_ms, bool long_page) const;
  int64_t IdleMs(int64_t now_ms) const { return now_ms - touched_ms_; }

 private:
  int64_t AskAfterMs(bool long_page) const;

  int64_t touched_ms_ = 0;
  int64_t patience_ms_ = 0;
};

}  // namespace chunhui::app
