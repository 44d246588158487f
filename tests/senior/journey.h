// What synthetic seniors come for, and how they find their way: from what the screen says to the
// next thing they do. A journey is a value; it remembers nothing but whether its wish came true.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/kit/record.h"
#include "tests/senior/senior_town.h"

namespace chunhui::tests {

// The screen as somebody who can read sees it.
class Look {
 public:
  explicit Look(const kit::Record& record) : record_(record) {}

  std::string where() const;  // "meals.confirm"
  bool On(std::string_view screen) const { return record_.screen == screen; }
  bool At(std::string_view where) const { return this->where() == where; }
  bool CanPress(std::string_view id) const;
  bool Says(std::string_view words) const;
  bool Reads(std::string_view id, std::string_view words) const;  // this thing says exactly so
  // The button whose id begins so and whose own words, its lines included, contain these.
  std::optional<std::string> Button(std::string_view id_begins, std::string_view words) const;
  // The same with one that does not contain them.
  std::optional<std::string> ButtonWithout(std::string_view id_begins,
                                           std::string_view words) const;
  std::string Main() const;  // the one main answer's id, or nothing
  const kit::Record& record() const { return record_; }

 private:
  std::string WordsOn(const kit::Item& button) const;
  std::optional<std::string> Find(std::string_view id_begins,
                                  const std::function<bool(const std::string&)>& fits) const;

  const kit::Record& record_;
};

struct Act {
  enum class Kind {
    kPress,  // `id`
    kCard,   // shows the own card
    kWait,
    kStaff,  // waits for a person to come
    kLeave,  // done, goes away
    kAsk,    // does not know on: 请人帮忙
  };
  Kind kind = Kind::kWait;
  std::string id = {};

  static Act Press(std::string id) { return {Kind::kPress, std::move(id)}; }
};

struct Wish {
  Person person;
  WantedDish dish;
  std::string event;
  std::string notice;
  bool by_phone = false;
  bool looks_first = false;  // reads the menu before showing a card
  bool came_true = false;    // as far as the senior has seen
  bool worried = false;      // saw something booked that was not meant, and not yet undone
};

struct Journey {
  std::string name;
  // What is in the books before the senior comes.
  std::function<void(SeniorTown&, const Wish&)> before = {};
  // What the books shall hold of the senior afterwards.
  std::function<std::set<std::string>(const Wish&)> wanted;
  // The next thing on a screen that belongs to this journey; nothing on others.
  std::function<std::optional<Act>(const Look&, Wish&)> next;
  bool anonymous = false;  // no card, no visit
  bool by_phone = false;
  bool looks_first = false;
  bool members = false;  // of the day care
};

std::vector<Journey> Journeys();
// The next thing on this screen: the journey's own, or what anybody would do there.
Act NextAct(const Journey& journey, const Look& look, Wish& wish);

}  // namespace chunhui::tests
