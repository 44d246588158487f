// The town in which synthetic seniors live: the small town with many residents, enough portions
// and places, a full class, and staff who come when they are called.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/support/small_town.h"

namespace chunhui::tests {

inline constexpr char kFullClass[] = "书法班";  // one place, taken

struct Person {
  std::string source_key;
  std::string name;
  std::string card;
  std::string phone;
  bool member = false;  // of the day care
};

struct WantedDish {
  std::string name;
  std::string day;  // as the cards of days say it: "星期二"
};

class SeniorTown {
 public:
  explicit SeniorTown(int people);

  SmallTown& town() { return town_; }
  const std::vector<Person>& people() const { return people_; }
  const std::vector<WantedDish>& dishes() const { return dishes_; }
  const std::vector<std::string>& classes() const { return classes_; }

  // What the books hold for this resident now: "meal 红烧肉", "event 合唱团", "waits 书法班",
  // "present".
  std::set<std::string> BooksOf(const Person& person);
  // All meals, places and attendances in the books, whoever they are for.
  int64_t BookedInAll();
  // A visit without any mishap at the other kiosk, for what was there before.
  void BookBefore(const Person& person, const std::string& dish);
  void SignUpBefore(const Person& person, const std::string& event);

  // 李老师 takes every open case; answers how many there were.
  int StaffTakesCases();
  // And ends all that are not closed.
  void StaffEndsCases();
  // Whether a case of this resident, or one opened without anybody's name, is open or taken.
  bool HasCase();

 private:
  void PutPeople(int people);
  void PublishMeals();
  void PublishEvents();
  demo::TownCaller& Desk();
  // A visit at the canteen's kiosk, begun.
  demo::TownCaller Visit(const Person& person);

  SmallTown town_;
  std::vector<Person> people_;
  std::vector<WantedDish> dishes_;
  std::vector<std::string> classes_;
  std::optional<demo::TownCaller> desk_;
};

}  // namespace chunhui::tests
