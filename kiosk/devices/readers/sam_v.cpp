#include "kiosk/devices/readers/sam_v.h"

#include <algorithm>

#include "core/people/id_number.h"
#include "core/people/text.h"

namespace chunhui::devices {
namespace {

using namespace std::string_view_literals;

constexpr auto kBegin = "\xAA\xAA\xAA\x96\x69"sv;
constexpr size_t kLengthBytes = 2;
constexpr size_t kStatusBytes = 3;
constexpr size_t kSumBytes = 1;
// Status, two lengths, text, photo, fingerprints and sum.
constexpr size_t kContentMax = 3 + 6 + 256 + 1024 + 1024 + 1;
constexpr size_t kTextMax = 256;

// Where the fields lie in the text block, in bytes.
constexpr size_t kNameBytes = 30;
constexpr size_t kNumberAt = 122;
constexpr size_t kNumberBytes = 36;

uint8_t Byte(std::string_view bytes, size_t at) { return static_cast<uint8_t>(bytes[at]); }

size_t Two(std::string_view bytes, size_t at) {
  return static_cast<size_t>(Byte(bytes, at)) << 8 | Byte(bytes, at + 1);
}

char Sum(std::string_view bytes) {
  uint8_t sum = 0;
  for (const char byte : bytes) sum ^= static_cast<uint8_t>(byte);
  return static_cast<char>(sum);
}

// The lengths of text and photo lead the data; the photo is not looked at.
std::string TextOf(std::string_view data) {
  if (data.size() < 4) return {};
  const size_t text = Two(data, 0);
  if (text > kTextMax || 4 + text + Two(data, 2) > data.size()) return {};
  return std::string(data.substr(4, text));
}

std::string FromUtf16(std::string_view bytes) {
  std::u32string text;
  char32_t high = 0;
  for (size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const char32_t unit = Byte(bytes, i) | static_cast<char32_t>(Byte(bytes, i + 1)) << 8;
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      high = unit;
    } else if (unit >= 0xDC00 && unit <= 0xDFFF) {
      if (high != 0) text += 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00);
      high = 0;
    } else {
      text += unit;
      high = 0;
    }
  }
  while (!text.empty() && (text.back() == U' ' || text.back() == U'\0')) text.pop_back();
  return people::ToUtf8(text);
}

}  // namespace

std::string SamRequest(SamCommand command) {
  constexpr std::string_view kContents[] = {"\x00\x03\x20\x01"sv, "\x00\x03\x20\x02"sv,
                                            "\x00\x03\x30\x01"sv};
  const std::string_view content = kContents[static_cast<size_t>(command)];
  return std::string(kBegin) + std::string(content) + Sum(content);
}

bool SamFrames::FindBegin() {
  const size_t begin = bytes_.find(kBegin);
  if (begin != std::string::npos) {
    if (begin > 0) ++broken_;
    bytes_.erase(0, begin);
    return true;
  }
  // Its first bytes may have come already.
  const size_t kept = std::min(bytes_.size(), kBegin.size() - 1);
  bytes_.erase(0, bytes_.size() - kept);
  return false;
}

std::optional<SamAnswer> SamFrames::Take(std::string_view bytes) {
  bytes_ += bytes;
  while (FindBegin()) {
    if (bytes_.size() < kBegin.size() + kLengthBytes) return std::nullopt;
    const size_t content = Two(bytes_, kBegin.size());
    if (content < kStatusBytes + kSumBytes || content > kContentMax) {
      ++broken_;
      bytes_.erase(0, 1);
      continue;
    }
    const size_t all = kBegin.size() + kLengthBytes + content;
    if (bytes_.size() < all) return std::nullopt;
    const std::string_view frame(bytes_.data(), all);
    const std::string_view summed = frame.substr(kBegin.size(), kLengthBytes + content - kSumBytes);
    if (Sum(summed) != frame.back()) {
      ++broken_;
      bytes_.erase(0, 1);
      continue;
    }
    SamAnswer answer{Byte(summed, kLengthBytes + 2),
                     TextOf(summed.substr(kLengthBytes + kStatusBytes))};
    std::fill_n(bytes_.begin(), all, '\0');
    bytes_.erase(0, all);
    return answer;
  }
  return std::nullopt;
}

std::optional<IdCardText> ReadIdCardText(std::string_view text_block) {
  if (text_block.size() < kNumberAt + kNumberBytes) return std::nullopt;
  const std::string number =
      people::NormaliseIdNumber(FromUtf16(text_block.substr(kNumberAt, kNumberBytes)));
  const bool checks =
      number.size() == 18 && people::IdCheckCharacter(number.substr(0, 17)) == number.back();
  if (!checks) return std::nullopt;
  return IdCardText{number, FromUtf16(text_block.substr(0, kNameBytes))};
}

}  // namespace chunhui::devices
