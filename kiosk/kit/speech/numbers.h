// Numbers as they are spoken in Chinese. Pure; what stands before and after a number, and with it
// 一 and 两, is the caller's care.
#pragma once

#include <cstdint>
#include <string_view>

#include "kiosk/kit/speech/pinyin_dictionary.h"

namespace chunhui::kit {

// 0 to 99,999,999: 21 → er4 shi2 yi1, 105 → yi4 bai3 ling2 wu3, 2000 → liang3 qian1.
Syllables SpokenNumber(int64_t number);
// One by one: a year, a slip's number. `telephone`: 一 is said yao1.
Syllables SpokenDigits(std::string_view digits, bool telephone = false);
// 12.60 → shi2 er4 yuan2 liu4 jiao3; 2 → liang3 yuan2; 3.05 → san1 yuan2 ling2 wu3 fen1.
Syllables SpokenPrice(int64_t yuan, int fen);
// 8:30 → ba1 dian3 ban4, 14:05 → shi2 si4 dian3 ling2 wu3 fen1, 2:00 → liang3 dian3.
Syllables SpokenTime(int hour, int minute);

}  // namespace chunhui::kit
