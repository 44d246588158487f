#include "core/money/fen.h"

namespace chunhui::money {
namespace {

bool IsDigit(char character) { return character >= '0' && character <= '9'; }

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

YuanReading Fault(YuanFault fault) { return YuanReading{std::nullopt, fault}; }

}  // namespace

std::string FormatYuan(int64_t fen) {
  const bool negative = fen < 0;
  // Through unsigned, because the smallest int64_t has no positive twin.
  const uint64_t amount = negative ? 0 - static_cast<uint64_t>(fen) : static_cast<uint64_t>(fen);
  std::string text = negative ? "-" : "";
  text += std::to_string(amount / 100) + ".";
  text += static_cast<char>('0' + amount / 10 % 10);
  text += static_cast<char>('0' + amount % 10);
  return text;
}

int64_t PercentOf(int64_t fen, int percent) {
  const int64_t hundredths = fen * percent;
  return (hundredths + (hundredths < 0 ? -50 : 50)) / 100;
}

int64_t PercentOff(int64_t fen, int percent) { return PercentOf(fen, 100 - percent); }

YuanReading ParseYuan(std::string_view text) {
  text = Trim(text);
  if (text.empty()) return Fault(YuanFault::kEmpty);
  const size_t dot = text.find('.');
  const std::string_view yuan = text.substr(0, dot);
  const std::string_view decimals =
      dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
  if (yuan.empty() || (dot != std::string_view::npos && decimals.empty())) {
    return Fault(YuanFault::kNotANumber);
  }
  int64_t fen = 0;
  bool too_large = false;
  const auto add_digit = [&](char digit) {
    fen = fen * 10 + (digit - '0');
    if (fen > kFenMax) too_large = true;
    if (too_large) fen = 0;
  };
  for (const std::string_view part : {yuan, decimals}) {
    for (const char character : part) {
      if (!IsDigit(character)) return Fault(YuanFault::kNotANumber);
    }
  }
  if (decimals.size() > 2) return Fault(YuanFault::kTooManyDecimals);
  for (const char digit : yuan) add_digit(digit);
  for (size_t i = 0; i < 2; ++i) add_digit(i < decimals.size() ? decimals[i] : '0');
  if (too_large) return Fault(YuanFault::kTooLarge);
  return YuanReading{fen, YuanFault::kNone};
}

}  // namespace chunhui::money
