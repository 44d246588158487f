#include "kiosk/devices/card_reader.h"

#include <algorithm>

namespace chunhui::devices {

KeysMeant KeyboardWedge::HandleKey(char key, int64_t time_ms) {
  KeysMeant before = HandleTime(time_ms);
  if (key == kEnter) {
    const bool burst = IsBurst(time_ms);
    const bool too_long = keys_.size() > kCodeLengthMax;
    std::string keys = TakeKeys();
    if (too_long) return before;
    (burst ? before.card : before.typed) += keys;
  } else if (key == '\b') {
    before.typed += TakeKeys() + key;
  } else if (keys_.size() > kCodeLengthMax) {
    times_ms_.back() = time_ms;  // a text without end: neither a card nor typed
  } else {
    keys_ += key;
    times_ms_.push_back(time_ms);
  }
  return before;
}

KeysMeant KeyboardWedge::HandleTime(int64_t time_ms) {
  if (keys_.empty() || time_ms - times_ms_.back() <= kBurstEnterMs) return {};
  const bool too_long = keys_.size() > kCodeLengthMax;
  std::string keys = TakeKeys();
  return {{}, too_long ? std::string() : std::move(keys)};
}

std::optional<int64_t> KeyboardWedge::wake_at_ms() const {
  if (keys_.empty()) return std::nullopt;
  return times_ms_.back() + kBurstEnterMs + 1;
}

bool KeyboardWedge::IsBurst(int64_t enter_ms) const {
  if (keys_.size() < kBurstKeysMin || enter_ms - times_ms_.back() > kBurstEnterMs) return false;
  std::vector<int64_t> gaps_ms;
  for (size_t i = 1; i < times_ms_.size(); ++i) gaps_ms.push_back(times_ms_[i] - times_ms_[i - 1]);
  const auto middle = gaps_ms.begin() + static_cast<std::ptrdiff_t>(gaps_ms.size() / 2);
  std::nth_element(gaps_ms.begin(), middle, gaps_ms.end());
  return *middle <= kBurstGapMs;
}

std::string KeyboardWedge::TakeKeys() {
  times_ms_.clear();
  std::string keys;
  keys.swap(keys_);
  return keys;
}

KeysMeant TypedCards::HandleKey(char key, int64_t) {
  if (key == kEnter) {
    std::string keys;
    keys.swap(keys_);
    return keys.size() < kCardLengthMin ? KeysMeant{} : KeysMeant{std::move(keys), {}};
  }
  if (key == '\b') {
    if (!keys_.empty()) keys_.pop_back();
  } else if (keys_.size() < kCodeLengthMax) {
    keys_ += key;
  }
  return {{}, std::string(1, key)};
}

}  // namespace chunhui::devices
