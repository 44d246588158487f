#include "core/people/address.h"

#include "core/people/name.h"

namespace chunhui::people {

std::string PoliteAddress(std::string_view name, Sex sex, int age_years) {
  constexpr int kAuntAge = 60;
  constexpr int kGrandmotherAge = 75;
  const std::string_view surname = SurnameOf(name);
  if (surname.empty()) return std::string(name);
  const bool female = sex == Sex::kFemale;
  const char* title = female ? "女士" : "先生";
  if (age_years >= kAuntAge) title = female ? "阿姨" : "叔叔";
  if (age_years >= kGrandmotherAge) title = female ? "奶奶" : "爷爷";
  return std::string(surname) + title;
}

}  // namespace chunhui::people
