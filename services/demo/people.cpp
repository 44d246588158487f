#include "services/demo/people.h"

#include <random>

#include "core/people/id_number.h"
#include "services/calls/wire.h"

namespace chunhui::demo {
namespace {

constexpr const char* kRegions[] = {"110199", "110199", "110199", "310199", "440199", "510199"};
constexpr int kCardBase = 88'010'000;
constexpr int64_t kPhoneBase = 15'400'010'000;  // a range of numbers given to nobody

// std's distributions may differ between libraries; the remainder is the same everywhere.
class Dice {
 public:
  explicit Dice(uint64_t seed) : engine_(seed) {}
  int Below(int limit) { return static_cast<int>(engine_() % static_cast<uint64_t>(limit)); }
  bool Percent(int chance) { return Below(100) < chance; }
  template <typename List>
  const auto& Of(const List& list) {
    return list[static_cast<size_t>(Below(static_cast<int>(std::size(list))))];
  }

 private:
  std::mt19937_64 engine_;
};

std::string InventName(const NameParts& names, bool woman, Dice& dice) {
  const int kind = dice.Below(100);
  if (kind < 2) return dice.Of(names.with_dots);
  const auto& surnames = kind < 5 ? names.compound_surnames : names.surnames;
  return dice.Of(surnames) + dice.Of(woman ? names.female : names.male);
}

// Two dice: most are about 78, few are 60 or 95; one in twenty is a younger carer.
int InventAge(Dice& dice) {
  if (dice.Percent(5)) return 45 + dice.Below(15);
  return 60 + dice.Below(18) + dice.Below(19);
}

std::string InventIdNumber(time::Date birth, bool woman, int number, Dice& dice) {
  const int sequence = (number * 2 + (woman ? 0 : 1)) % 900 + 100;
  const std::string seventeen =
      dice.Of(kRegions) + std::to_string(birth.ToYyyymmdd()) + std::to_string(sequence);
  return seventeen + people::IdCheckCharacter(seventeen).value();
}

void InventHome(v1::ResidentInput& person, Dice& dice) {
  const int house = 1 + dice.Below(12);
  person.set_grid(std::to_string((house + 2) / 3) + "网格");
  person.set_building(std::to_string(house) + "号楼" + std::to_string(1 + dice.Below(4)) + "单元");
}

void InventPension(v1::ResidentInput& person, int age, time::Date today, Dice& dice) {
  if (age < 60 || dice.Percent(10)) return;
  person.set_has_pension(true);
  // About one in thirty is overdue.
  *person.mutable_pension_certified_on() = calls::ToWire(today.AddDays(-5 - dice.Below(375)));
}

v1::ResidentInput InventPerson(const NameParts& names, const Crowd& crowd, int number,
                               time::Date today, Dice& dice) {
  const bool woman = dice.Percent(57);
  const int age = InventAge(dice);
  const time::Date birth = today.AddMonths(-12 * age).AddDays(-dice.Below(365));
  v1::ResidentInput person;
  person.set_source_key("demo-" + std::to_string(1000 + number));
  person.set_name(InventName(names, woman, dice));
  person.set_id_number(InventIdNumber(birth, woman, number, dice));
  if (dice.Percent(70)) person.set_phone(std::to_string(kPhoneBase + number));
  if (dice.Percent(67)) person.add_cards(std::to_string(kCardBase + number));
  person.set_station_id(crowd.station_id);
  person.set_day_care_member(age >= 70 && dice.Percent(12));
  person.set_has_family(dice.Percent(85));
  if (dice.Percent(4)) person.set_subsidy_class(v1::SUBSIDY_CLASS_SPECIAL);
  InventHome(person, dice);
  InventPension(person, age, today, dice);
  return person;
}

}  // namespace

std::vector<v1::ResidentInput> InventPeople(const NameParts& names, const Crowd& crowd,
                                            time::Date today, uint64_t seed) {
  Dice dice(seed + static_cast<uint64_t>(crowd.first_number));
  std::vector<v1::ResidentInput> people;
  for (int i = 0; i < crowd.people; ++i) {
    people.push_back(InventPerson(names, crowd, crowd.first_number + i, today, dice));
  }
  return people;
}

}  // namespace chunhui::demo
