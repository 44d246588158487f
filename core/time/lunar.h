// The Chinese calendar 1900-2100 from a generated table (generate/): lunar dates and solar terms.
// Does not use ICU, which is wrong on some hundred days of this range.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/time/date.h"

namespace chunhui::time {

struct LunarDate {
  int year = 0;   // the civil year in which this lunar year begins
  int month = 0;  // 1..12
  bool leap = false;
  int day = 0;  // 1..30

  bool operator==(const LunarDate&) const = default;
  // "十月十四", "闰六月初一", "正月初一", "腊月三十"; the caller writes 农历 before it.
  std::string ToChinese() const;
};

// The 24 solar terms in the order of the civil year.
enum class SolarTerm {
  kXiaohan,
  kDahan,
  kLichun,
  kYushui,
  kJingzhe,
  kChunfen,
  kQingming,
  kGuyu,
  kLixia,
  kXiaoman,
  kMangzhong,
  kXiazhi,
  kXiaoshu,
  kDashu,
  kLiqiu,
  kChushu,
  kBailu,
  kQiufen,
  kHanlu,
  kShuangjiang,
  kLidong,
  kXiaoxue,
  kDaxue,
  kDongzhi,
};

// Nothing outside 1900-01-01..2100-12-31.
std::optional<LunarDate> LunarOf(Date date);

// The solar term that begins on this day, if one does. Nothing outside the range above.
std::optional<SolarTerm> SolarTermOn(Date date);

// "小雪"
std::string_view ChineseName(SolarTerm term);
// "Lesser Snow"
std::string_view EnglishName(SolarTerm term);

}  // namespace chunhui::time
