#include "kiosk/devices/readers/apdu.h"

#include <algorithm>

#include "core/people/card.h"
#include "core/people/id_number.h"

namespace chunhui::devices {
namespace {

using namespace std::string_view_literals;

constexpr auto kGetUid = "\xFF\xCA\x00\x00\x00"sv;
// The application of social-security cards (LD/T 32): "sx1.sh." and 社会保障 in GB 2312.
constexpr auto kSocialSecurity = "sx1.sh.\xC9\xE7\xBB\xE1\xB1\xA3\xD5\xCF"sv;
constexpr auto kCardFile = "\xEF\x05"sv;
constexpr auto kHolderFile = "\xEF\x06"sv;
constexpr uint8_t kCardNumberRecord = 0x07;
constexpr uint8_t kHolderNumberRecord = 0x08;
constexpr size_t kFileBytesMax = 1024;
constexpr size_t kChunk = 0xF0;
// "卡号=" in GB 18030.
constexpr auto kNumberKeyHan = "\xBF\xA8\xBA\xC5="sv;
constexpr auto kNumberKey = "NO="sv;

std::string Hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string hex;
  for (const char byte : bytes) {
    hex += kDigits[static_cast<uint8_t>(byte) >> 4];
    hex += kDigits[static_cast<uint8_t>(byte) & 15];
  }
  return hex;
}

std::optional<std::string> FromHex(std::string_view hex) {
  const auto value = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  if (hex.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  for (size_t i = 0; i < hex.size(); i += 2) {
    if (value(hex[i]) < 0 || value(hex[i + 1]) < 0) return std::nullopt;
    bytes += static_cast<char>(value(hex[i]) * 16 + value(hex[i + 1]));
  }
  return bytes;
}

class Chip {
 public:
  explicit Chip(const Transmit& transmit) : transmit_(transmit) {}

  ChipAnswer Ask(std::string_view command) {
    const auto bytes = transmit_(command);
    if (!bytes) return {};
    return ReadAnswer(*bytes).value_or(ChipAnswer{});
  }
  // `how` is P1 and P2.
  bool Select(std::string_view how, std::string_view name) {
    std::string command("\x00\xA4"sv);
    command += how;
    command += static_cast<char>(name.size());
    command += name;
    const ChipAnswer answer = Ask(command);
    // 61xx: selected, and there would be more to say about it.
    return answer.good() || answer.status >> 8 == 0x61;
  }
  bool SelectApplication(std::string_view name) { return Select("\x04\x00"sv, name); }
  bool SelectFile(std::string_view name) { return Select("\x02\x00"sv, name); }

  std::string ReadBinary() {
    std::string text;
    while (text.size() < kFileBytesMax) {
      std::string command("\x00\xB0"sv);
      command += static_cast<char>(text.size() >> 8);
      command += static_cast<char>(text.size() & 0xFF);
      command += static_cast<char>(kChunk);
      const ChipAnswer answer = Ask(command);
      if (!answer.good() || answer.data.empty()) break;
      text += answer.data;
      if (answer.data.size() < kChunk || answer.status != 0x9000) break;
    }
    if (text.size() > kFileBytesMax) text.resize(kFileBytesMax);
    return text;
  }
  // The value of a record that is tag, length, value; plain records are taken as they are.
  std::string ReadRecord(uint8_t number) {
    std::string command("\x00\xB2"sv);
    command += static_cast<char>(number);
    command += "\x00\x00"sv;
    ChipAnswer answer = Ask(command);
    if (answer.status >> 8 == 0x6C) {  // says how much there is
      command.back() = static_cast<char>(answer.status & 0xFF);
      answer = Ask(command);
    }
    if (!answer.good()) return {};
    std::string& data = answer.data;
    const bool tagged = data.size() >= 2 && static_cast<uint8_t>(data[0]) == number &&
                        static_cast<uint8_t>(data[1]) == data.size() - 2;
    return tagged ? data.substr(2) : data;
  }

 private:
  const Transmit& transmit_;
};

// Without padding of zeros, blanks and FF.
std::string Trimmed(std::string text) {
  const auto is_padding = [](char c) { return c == '\0' || c == ' ' || c == '\xFF'; };
  while (!text.empty() && is_padding(text.back())) text.pop_back();
  return text;
}

std::string ReadUid(Chip& chip) {
  const ChipAnswer answer = chip.Ask(kGetUid);
  const size_t size = answer.data.size();
  if (answer.status != 0x9000 || (size != 4 && size != 7 && size != 10)) return {};
  // A random number, another one each time: worth nothing.
  if (size == 4 && answer.data[0] == '\x08') return {};
  return Hex(answer.data);
}

void ReadSocialSecurity(Chip& chip, ChipReading& reading) {
  if (!chip.SelectApplication(kSocialSecurity)) return;
  if (chip.SelectFile(kCardFile)) {
    const auto number = people::NormaliseCard(Trimmed(chip.ReadRecord(kCardNumberRecord)));
    if (number) reading.card_number = *number;
  }
  if (chip.SelectFile(kHolderFile)) {
    const std::string holder =
        people::NormaliseIdNumber(Trimmed(chip.ReadRecord(kHolderNumberRecord)));
    const bool checks =
        holder.size() == 18 && people::IdCheckCharacter(holder.substr(0, 17)) == holder.back();
    if (checks) reading.holder_number = holder;
  }
}

}  // namespace

std::optional<ChipAnswer> ReadAnswer(std::string_view bytes) {
  if (bytes.size() < 2) return std::nullopt;
  const auto high = static_cast<uint8_t>(bytes[bytes.size() - 2]);
  const auto low = static_cast<uint8_t>(bytes[bytes.size() - 1]);
  return ChipAnswer{std::string(bytes.substr(0, bytes.size() - 2)),
                    static_cast<uint16_t>(high << 8 | low)};
}

std::optional<ServiceCardFile> ReadServiceCardFile(std::string_view application_hex,
                                                   std::string_view file_hex) {
  const auto application = FromHex(application_hex);
  const auto file = FromHex(file_hex);
  if (!application || !file) return std::nullopt;
  if (application->size() < 5 || application->size() > 16) return std::nullopt;
  if (!file->empty() && file->size() != 2) return std::nullopt;
  return ServiceCardFile{*application, *file};
}

std::string ServiceCardNumber(std::string_view text) {
  std::string number(text);
  for (const std::string_view key : {kNumberKeyHan, kNumberKey}) {
    const size_t at = text.find(key);
    if (at == std::string_view::npos) continue;
    number = text.substr(at + key.size());
    number = number.substr(0, number.find(';'));
    break;
  }
  return people::NormaliseCard(Trimmed(std::move(number))).value_or("");
}

ChipReading ReadChip(const Transmit& transmit, const ServiceCardFile& service_card) {
  Chip chip(transmit);
  ChipReading reading;
  reading.uid = ReadUid(chip);
  if (!service_card.application.empty() && chip.SelectApplication(service_card.application) &&
      (service_card.file.empty() || chip.SelectFile(service_card.file))) {
    reading.card_number = ServiceCardNumber(chip.ReadBinary());
  }
  if (reading.card_number.empty()) ReadSocialSecurity(chip, reading);
  return reading;
}

}  // namespace chunhui::devices
