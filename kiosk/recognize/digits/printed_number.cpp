#include "kiosk/recognize/digits/printed_number.h"

#include <algorithm>

#include "core/people/id_number.h"
#include "core/people/regions.h"

namespace chunhui::recognize {
namespace {

constexpr size_t kIdCharacters = 18;
constexpr size_t kServiceDigits = 12;
constexpr size_t kLineMax = 64;  // characters; longer lines are no number
constexpr std::string_view kServicePrefix = "CHUNHUI:SVC:";

std::string WithoutBlanks(std::string_view line) {
  std::string text(line.substr(0, kLineMax));
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
  return text;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool AllDigits(std::string_view text) { return std::all_of(text.begin(), text.end(), IsDigit); }

bool IsRegion(std::string_view six_digits, bool invented) {
  const int region = std::stoi(std::string(six_digits));
  if (people::IsKnownRegion(region)) return true;
  return invented && region % 100 == 99 && people::IsProvince(region / 10000);
}

bool HasLuhnDigit(std::string_view digits) {
  int sum = 0;
  for (size_t i = 0; i < digits.size(); ++i) {
    int value = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 1) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return sum % 10 == 0;
}

}  // namespace

std::optional<std::string> PrintedIdNumber(std::string_view line, const IdRules& rules) {
  const std::string text = WithoutBlanks(line);
  if (text.size() != kIdCharacters || !AllDigits(std::string_view(text).substr(0, 17))) {
    return std::nullopt;
  }
  if (!IsDigit(text.back()) && text.back() != 'X') return std::nullopt;
  const people::IdReading reading = people::ReadIdNumber(text, rules.today);
  if (!reading || reading.number->text != text) return std::nullopt;
  if (!IsRegion(std::string_view(text).substr(0, 6), rules.invented)) return std::nullopt;
  return text;
}

std::optional<std::string> PrintedServiceNumber(std::string_view line) {
  const std::string text = WithoutBlanks(line);
  const bool right = text.size() == kServiceDigits && AllDigits(text) && text[0] == '8';
  return right && HasLuhnDigit(text) ? std::optional(text) : std::nullopt;
}

std::optional<std::string> ServiceNumberOfCode(std::string_view payload) {
  if (payload.starts_with(kServicePrefix)) payload.remove_prefix(kServicePrefix.size());
  if (payload.size() != kServiceDigits) return std::nullopt;
  return PrintedServiceNumber(payload);
}

}  // namespace chunhui::recognize
