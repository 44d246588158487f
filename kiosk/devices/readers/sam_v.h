// The frames of a SAM_V reader for second-generation ID cards: what is sent, what comes back, and
// the number and name in the text block. The photo block is dropped as it comes, never kept, never
// decoded. Knows no port; every byte is foreign.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chunhui::devices {

enum class SamCommand { kFind, kSelect, kRead };

// "AA AA AA 96 69 | length | command | xor" as bytes.
std::string SamRequest(SamCommand command);

inline constexpr uint8_t kSamDone = 0x90;
inline constexpr uint8_t kSamFound = 0x9F;
inline constexpr uint8_t kSamNotFound = 0x80;
inline constexpr uint8_t kSamNotSelected = 0x81;
inline constexpr uint8_t kSamCannotRead = 0x41;

struct SamAnswer {
  uint8_t status = 0;  // the third status byte
  std::string text;    // the text block of a card, UTF-16LE, at most 256 bytes; otherwise empty

  bool operator==(const SamAnswer&) const = default;
};

// Puts answers together from bytes as they come. Garbage before a frame, cut frames and wrong
// checksums are skipped and counted.
class SamFrames {
 public:
  // At most one answer for each call: ask again with nothing until there is none.
  std::optional<SamAnswer> Take(std::string_view bytes);
  int broken() const { return broken_; }
  // A new question: what came of an old one is dropped.
  void Clear() { bytes_.clear(); }

 private:
  bool FindBegin();

  std::string bytes_;
  int broken_ = 0;
};

struct IdCardText {
  std::string number;  // 18 characters that pass the check
  std::string name;    // UTF-8, as the chip holds it: long names are cut there
};
// Nothing unless the number passes the check.
std::optional<IdCardText> ReadIdCardText(std::string_view text_block);

}  // namespace chunhui::devices
