// How a resident is named on a screen: politely, and never in full.
#include "core/people/address.h"
#include "core/people/age.h"
#include "core/people/name.h"
#include "core/people/text.h"
#include "services/residents/residents.h"

namespace chunhui::residents {
namespace {

// The part of the name that stays hidden; for a name without a Han surname all of it.
std::string_view GivenName(std::string_view name) {
  return name.substr(people::SurnameOf(name).size());
}

bool SharesCharacter(std::string_view text, std::string_view hidden) {
  return people::ToCodePoints(text).find_first_of(people::ToCodePoints(hidden)) !=
         std::u32string::npos;
}

// "奶奶" by age and sex; empty for names that are spoken in full.
std::string TitleByAge(const Resident& resident, time::Date today) {
  const std::string_view surname = people::SurnameOf(resident.name);
  if (surname.empty()) return {};
  const int age_years = people::AgeOn(resident.birth, today);
  return people::PoliteAddress(resident.name, resident.sex, age_years).substr(surname.size());
}

// "老师" of "王老师"; empty when the wish does not have this form or tells more than the surname.
std::string_view TitleByWish(const Resident& resident) {
  const std::string_view surname = people::SurnameOf(resident.name);
  const std::string_view called = resident.called;
  if (surname.empty() || !called.starts_with(surname)) return {};
  const std::string_view title = called.substr(surname.size());
  return SharesCharacter(title, GivenName(resident.name)) ? std::string_view{} : title;
}

}  // namespace

std::string MaskedName(const Resident& resident, time::Date today) {
  std::string masked = people::MaskNameForOwner(resident.name);
  const std::string_view wished = TitleByWish(resident);
  masked += wished.empty() ? TitleByAge(resident, today) : std::string(wished);
  return masked;
}

std::string DisplayName(const Resident& resident, time::Date today) {
  const bool tells_name = resident.called.find(GivenName(resident.name)) != std::string::npos;
  if (resident.called.empty() || tells_name) return MaskedName(resident, today);
  return resident.called;
}

}  // namespace chunhui::residents
