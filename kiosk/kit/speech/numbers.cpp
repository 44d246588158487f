#include "kiosk/kit/speech/numbers.h"

#include <array>

namespace chunhui::kit {
namespace {

constexpr std::array<const char*, 10> kDigits{"ling2", "yi1",  "er4", "san1", "si4",
                                              "wu3",   "liu4", "qi1", "ba1",  "jiu3"};
constexpr int64_t kMyriad = 10'000;

void Add(Syllables& to, const Syllables& more) { to.insert(to.end(), more.begin(), more.end()); }

// 1 to 9999. `begun`: something stands before it, so that 10 is 一十 and gaps are filled by 零.
void AddBelowMyriad(Syllables& to, int number, bool begun) {
  struct Unit {
    int value;
    const char* name;
  };
  bool gap = begun && number < 1000;
  for (const Unit& unit : {Unit{1000, "qian1"}, Unit{100, "bai3"}, Unit{10, "shi2"}}) {
    const int digit = number / unit.value;
    number %= unit.value;
    if (digit == 0) {
      gap = gap || (begun && number > 0);
      continue;
    }
    if (gap) to.emplace_back("ling2");
    gap = false;
    const bool ten = unit.value == 10;
    if (digit == 2 && unit.value == 1000) {
      to.emplace_back("liang3");
    } else if (digit == 1 && !ten) {
      to.emplace_back("yi4");
    } else if (digit != 1 || begun) {
      to.emplace_back(kDigits[static_cast<size_t>(digit)]);
    }
    to.emplace_back(unit.name);
    begun = true;
  }
  if (number == 0) return;
  if (gap) to.emplace_back("ling2");
  to.emplace_back(kDigits[static_cast<size_t>(number)]);
}

// Before a measure word two is 两.
Syllables Counted(int64_t number) {
  return number == 2 ? Syllables{"liang3"} : SpokenNumber(number);
}

}  // namespace

Syllables SpokenNumber(int64_t number) {
  if (number == 0) return {"ling2"};
  Syllables spoken;
  const int myriads = static_cast<int>(number / kMyriad);
  const int rest = static_cast<int>(number % kMyriad);
  if (myriads > 0) {
    if (myriads == 1) {
      spoken.emplace_back("yi2");
    } else if (myriads == 2) {
      spoken.emplace_back("liang3");
    } else {
      AddBelowMyriad(spoken, myriads, false);
    }
    spoken.emplace_back("wan4");
  }
  if (rest > 0) AddBelowMyriad(spoken, rest, myriads > 0);
  return spoken;
}

Syllables SpokenDigits(std::string_view digits, bool telephone) {
  Syllables spoken;
  for (const char digit : digits) {
    const bool yao = telephone && digit == '1';
    spoken.emplace_back(yao ? "yao1" : kDigits[static_cast<size_t>(digit - '0')]);
  }
  return spoken;
}

Syllables SpokenPrice(int64_t yuan, int fen) {
  Syllables spoken;
  const int jiao = fen / 10;
  const int rest = fen % 10;
  if (yuan > 0 || fen == 0) {
    if (yuan == 1) {
      spoken = {"yi4"};  // 一元
    } else {
      spoken = Counted(yuan);
    }
    spoken.emplace_back("yuan2");
  }
  if (jiao > 0) {
    Add(spoken, jiao == 1 ? Syllables{"yi4"} : Counted(jiao));
    spoken.emplace_back("jiao3");
  }
  if (rest > 0) {
    if (jiao == 0 && yuan > 0) spoken.emplace_back("ling2");
    Add(spoken, rest == 1 ? Syllables{"yi4"} : Counted(rest));
    spoken.emplace_back("fen1");
  }
  return spoken;
}

Syllables SpokenTime(int hour, int minute) {
  Syllables spoken = hour == 1 ? Syllables{"yi4"} : Counted(hour);
  spoken.emplace_back("dian3");
  if (minute == 30) {
    spoken.emplace_back("ban4");
  } else if (minute > 0) {
    if (minute < 10) spoken.emplace_back("ling2");
    Add(spoken, SpokenNumber(minute));
    spoken.emplace_back("fen1");
  }
  return spoken;
}

}  // namespace chunhui::kit
