// Card readers that type: the uid arrives as key presses. Reads only keys and times that it is
// given; knows no window system. UI thread only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chunhui::devices {

// Letters and digits of a uid or printed number.
inline constexpr size_t kCardLengthMin = 4;
inline constexpr size_t kCardLengthMax = 40;
// A scanner may type the text of a QR code.
inline constexpr size_t kCodeLengthMax = 200;
inline constexpr char kEnter = '\n';

// What keys turned out to mean; at most one of the two is set.
struct KeysMeant {
  std::string card;   // a card was shown
  std::string typed;  // somebody typed this by hand
};

class CardReader {
 public:
  virtual ~CardReader() = default;
  // `key` is an ASCII letter or digit, kEnter or '\b'; `time_ms` never goes back.
  virtual KeysMeant HandleKey(char key, int64_t time_ms) = 0;
  // Time passes: keys that waited to become a card may turn out to be typed.
  virtual KeysMeant HandleTime(int64_t time_ms) = 0;
  // When HandleTime should be called; nothing when no key waits.
  virtual std::optional<int64_t> wake_at_ms() const = 0;
};

// A reader that acts as a keyboard. A card is a burst no hand can type: at least kBurstKeysMin
// keys, the median gap at most kBurstGapMs, and Enter at most kBurstEnterMs after the last.
inline constexpr size_t kBurstKeysMin = 6;
inline constexpr int64_t kBurstGapMs = 30;
inline constexpr int64_t kBurstEnterMs = 100;

class KeyboardWedge : public CardReader {
 public:
  KeysMeant HandleKey(char key, int64_t time_ms) override;
  KeysMeant HandleTime(int64_t time_ms) override;
  std::optional<int64_t> wake_at_ms() const override;

 private:
  bool IsBurst(int64_t enter_ms) const;
  std::string TakeKeys();

  std::string keys_;
  std::vector<int64_t> times_ms_;
};

// For the demo town and machines without a reader: a number typed by hand and Enter is a card.
class TypedCards : public CardReader {
 public:
  KeysMeant HandleKey(char key, int64_t time_ms) override;
  KeysMeant HandleTime(int64_t) override { return {}; }
  std::optional<int64_t> wake_at_ms() const override { return std::nullopt; }

 private:
  std::string keys_;
};

}  // namespace chunhui::devices
