// Talking to a chip: commands, and what to make of answers. Knows no reader. Every byte of an
// answer is foreign: anything may come.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace chunhui::devices {

// One command to the chip and its answer, status word included; nothing when the card has gone.
using Transmit = std::function<std::optional<std::string>(std::string_view command)>;

struct ChipAnswer {
  std::string data;
  uint16_t status = 0;  // 0x9000 is good

  // Good, or good with less data than asked for.
  bool good() const { return status == 0x9000 || status == 0x6282; }
};

// Nothing for fewer than two bytes.
std::optional<ChipAnswer> ReadAnswer(std::string_view bytes);

// Which file of a senior service card holds its number.
struct ServiceCardFile {
  std::string application;  // AID, 5 to 16 bytes; empty: there are no such cards here
  std::string file;         // 2 bytes; empty: the application itself is read
};
// From hex digits, "D15600000501" and "EF01". Nothing when either has another form.
std::optional<ServiceCardFile> ReadServiceCardFile(std::string_view application_hex,
                                                   std::string_view file_hex);

// The number in the text of a service card: the value behind "卡号=" (GB 18030) or "NO=", or the
// whole text when it is nothing but a number. Empty when there is none.
std::string ServiceCardNumber(std::string_view text);

// What a card says about itself.
struct ChipReading {
  std::string uid;          // upper-case hex of 4, 7 or 10 bytes; random ones (08...) are left out
  std::string card_number;  // of a service card or a social-security card
  std::string holder_number;  // of a social-security card: the ID number of its holder, checked

  bool empty() const { return uid.empty() && card_number.empty(); }
};

// Asks the chip for everything; few commands, no keys, nothing is written. A card that goes in the
// middle leaves what was read so far.
ChipReading ReadChip(const Transmit& transmit, const ServiceCardFile& service_card);

}  // namespace chunhui::devices
