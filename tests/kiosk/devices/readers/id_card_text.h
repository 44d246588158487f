// The text block of an invented ID card, as a SAM_V module sends it, and answers as frames.
#pragma once

#include <string>
#include <string_view>

namespace chunhui::tests {

inline std::string Utf16(std::u16string_view text, size_t bytes) {
  std::string out;
  for (const char16_t unit : text) {
    out += static_cast<char>(unit & 0xFF);
    out += static_cast<char>(unit >> 8);
  }
  while (out.size() < bytes) out += out.size() % 2 == 0 ? ' ' : '\0';
  return out.substr(0, bytes);
}

inline std::string IdCardTextBlock(std::u16string_view name = u"王秀兰",
                                   std::u16string_view number = u"110199194302280011") {
  return Utf16(name, 30) + Utf16(u"2", 2) + Utf16(u"01", 4) + Utf16(u"19430228", 16) +
         Utf16(u"枫城市红枫路18号", 70) + Utf16(number, 36) + Utf16(u"枫城市公安局", 30) +
         Utf16(u"20200101", 16) + Utf16(u"长期", 16) + Utf16(u"", 36);
}

// An answer with this status byte and these data.
inline std::string SamFrame(uint8_t status, std::string_view data = {}) {
  std::string content;
  const size_t length = 3 + data.size() + 1;
  content += static_cast<char>(length >> 8);
  content += static_cast<char>(length & 0xFF);
  content += std::string_view("\0\0", 2);
  content += static_cast<char>(status);
  content += data;
  uint8_t sum = 0;
  for (const char byte : content) sum ^= static_cast<uint8_t>(byte);
  return "\xAA\xAA\xAA\x96\x69" + content + static_cast<char>(sum);
}

// What a module answers to "read": lengths, text, and a photo of which nothing is to be kept.
inline std::string SamCardFrame(const std::string& text_block = IdCardTextBlock()) {
  return SamFrame(0x90, std::string("\x01\x00\x04\x00", 4) + text_block + std::string(1024, 'P'));
}

}  // namespace chunhui::tests
