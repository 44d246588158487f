// Money is a whole number of fen (1/100 yuan) in int64_t, named *_fen. No floating point anywhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chunhui::money {

// No single amount may be larger: one hundred million yuan. Keeps every product below in range.
inline constexpr int64_t kFenMax = 10'000'000'000;

// "12.60", "-0.05": always two decimals, no currency sign.
std::string FormatYuan(int64_t fen);

// `percent` hundredths of the amount, rounded half up (away from zero) to 1 fen. 1350, 80 -> 1080.
int64_t PercentOf(int64_t fen, int percent);

// The price after `percent` off: fen - PercentOf is NOT the same; this rounds the price once.
int64_t PercentOff(int64_t fen, int percent);

enum class YuanFault { kNone, kEmpty, kNotANumber, kTooManyDecimals, kTooLarge };

struct YuanReading {
  std::optional<int64_t> fen;
  YuanFault fault = YuanFault::kNone;
};

// Reads "12", "12.5", "12.50" (not negative, no signs, no separators; blanks around are dropped).
YuanReading ParseYuan(std::string_view text);

}  // namespace chunhui::money
