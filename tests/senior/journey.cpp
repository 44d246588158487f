#include "tests/senior/journey.h"

namespace chunhui::tests {
namespace {

using Maybe = std::optional<Act>;

// Finds a card in a list of several pages; `back` when it is on none of them.
Act Seek(const Look& look, const std::string& list, const std::string& words,
         const std::string& back) {
  if (const auto card = look.Button(list + ".", words)) return Act::Press(*card);
  if (look.CanPress(list + ".page.next")) return Act::Press(list + ".page.next");
  return Act::Press(back);
}

// "Done, cancelled, in the list" of a meal, whatever the wish was: keeps `dish`, undoes others.
Maybe MealResults(const Look& look, Wish& wish) {
  const bool own = look.Says(wish.dish.name);
  if (look.At("meals.done")) {
    wish.came_true = own;
    wish.worried = wish.worried || !own;
    return Act::Press(own ? "meals.home" : "meals.undo");
  }
  if (look.At("meals.cancelled")) {
    wish.worried = wish.worried && own;
    return Act::Press(own ? "meals.redo" : "meals.home");
  }
  if (look.At("home") && wish.worried) return Act::Press("home.mine");
  if (look.At("mine.empty")) wish.worried = false;
  if (look.At("mine.list")) {
    if (const auto wrong = look.ButtonWithout("mine.card.", wish.dish.name)) {
      return Act::Press(*wrong);
    }
    wish.came_true = own;
    wish.worried = false;
    return Act::Press("bar.home");
  }
  if (look.At("mine.sure")) return Act::Press(own ? "mine.keep" : "mine.yes");
  if (look.At("mine.cancelled")) {
    wish.came_true = false;
    return Act::Press(own ? "mine.undo" : "bar.home");
  }
  return std::nullopt;
}

Maybe BookMeal(const Look& look, Wish& wish) {
  if (look.At("idle") && wish.looks_first && !wish.came_true) return Act::Press("idle.menu");
  if (look.At("home") && !wish.came_true && !wish.worried) return Act::Press("home.meals");
  if (look.At("meals.days")) return Seek(look, "meals.day", wish.dish.day, "bar.back");
  if (look.At("meals.dishes")) return Seek(look, "meals.dish", wish.dish.name, "bar.back");
  if (look.At("meals.confirm")) {
    return Act::Press(look.Says(wish.dish.name) ? "meals.yes" : "meals.no");
  }
  if (look.At("meals.trouble") && look.CanPress("meals.see_mine")) {
    return Act::Press("meals.see_mine");
  }
  return MealResults(look, wish);
}

Maybe CancelMeal(const Look& look, Wish& wish) {
  if (look.At("home") && !wish.came_true) return Act::Press("home.mine");
  if (look.At("mine.list")) {
    if (const auto card = look.Button("mine.card.", "")) return Act::Press(*card);
  }
  if (look.At("mine.sure")) return Act::Press("mine.yes");
  if (look.At("mine.empty") || look.At("mine.cancelled")) {
    wish.came_true = true;
    return Act::Press("bar.home");
  }
  if (look.At("mine.booked_again") || look.At("meals.done")) wish.came_true = false;
  return std::nullopt;
}

Maybe SignUp(const Look& look, Wish& wish) {
  const bool own = look.Says(wish.event);
  if (look.At("home") && wish.worried) return Act::Press("home.mine");
  if (look.At("mine.list")) {
    if (const auto wrong = look.ButtonWithout("mine.card.", wish.event)) return Act::Press(*wrong);
    wish.worried = false;
    return Act::Press("bar.home");
  }
  if (look.At("mine.empty")) wish.worried = false;
  if (look.At("home") && !wish.came_true) return Act::Press("home.events");
  if (look.At("events.list")) return Seek(look, "events.event", wish.event, "bar.home");
  if (look.At("events.event")) {
    if (!own) return Act::Press(look.CanPress("events.leave") ? "events.leave" : "bar.back");
    wish.came_true = look.CanPress("events.leave");
    return Act::Press(wish.came_true ? "bar.home" : "events.join");
  }
  if (look.At("events.confirm") || look.At("events.confirm_wait")) {
    return Act::Press(own ? "events.yes" : "events.no");
  }
  if (look.At("events.done") || look.At("events.waiting")) {
    wish.came_true = own;
    wish.worried = !own;
    return Act::Press(own ? "events.home" : "events.undo");
  }
  if (look.At("events.leaving")) return Act::Press(own ? "events.keep" : "events.leave_yes");
  if (look.At("events.left")) {
    wish.came_true = false;
    wish.worried = false;
    return Act::Press(own ? "events.redo" : "events.home");
  }
  return std::nullopt;
}

Maybe LeaveEvent(const Look& look, Wish& wish) {
  if (look.At("home") && !wish.came_true) return Act::Press("home.mine");
  if (look.At("mine.list")) {
    if (const auto card = look.Button("mine.card.", wish.event)) return Act::Press(*card);
  }
  if (look.At("mine.empty")) {
    wish.came_true = true;
    return Act::Press("bar.home");
  }
  if (look.At("events.event")) {
    const bool signed_up = look.Says(wish.event) && look.CanPress("events.leave");
    return Act::Press(signed_up ? "events.leave" : "bar.home");
  }
  if (look.At("events.leaving")) return Act::Press("events.leave_yes");
  if (look.At("events.left")) {
    wish.came_true = true;
    return Act::Press("events.home");
  }
  if (look.At("events.done")) {
    wish.came_true = false;
    return Act::Press("events.undo");
  }
  return std::nullopt;
}

Maybe CertifyPension(const Look& look, Wish& wish) {
  if (look.At("home") && !wish.came_true) return Act::Press("home.pension");
  if (look.At("pension.status")) return Act::Press("pension.help");
  if (look.At("pension.calling") || look.At("pension.off_duty") || look.At("pension.busy")) {
    return Act{Act::Kind::kStaff};
  }
  if (look.At("pension.coming")) {
    wish.came_true = true;
    return Act::Press("pension.park");
  }
  return std::nullopt;
}

Maybe CallHelp(const Look& look, Wish& wish) {
  if (wish.came_true) return std::nullopt;
  if (look.At("help.coming")) {
    wish.came_true = true;
    return Act::Press("help.ok");
  }
  if (look.At("help.emergency")) return Act::Press("help.ok");
  if (look.On("help")) return Act{Act::Kind::kStaff};
  if (look.CanPress("bar.help") && look.record().state != "still_there") {
    return Act::Press("bar.help");
  }
  return std::nullopt;
}

Maybe ReadNotice(const Look& look, Wish& wish) {
  if (look.At("idle") && !wish.came_true) return Act::Press("idle.notices");
  if (look.At("home") && !wish.came_true) return Act::Press("home.notices");
  if (look.At("notices.list")) {
    if (wish.came_true) return Act::Press("bar.home");
    return Seek(look, "notices.notice", wish.notice, "bar.home");
  }
  if (look.At("notices.notice") && look.Says(wish.notice)) {
    if (look.CanPress("notices.page.next")) return Act::Press("notices.page.next");
    wish.came_true = true;
    return Act::Press("notices.ok");
  }
  return std::nullopt;
}

Maybe Arrive(const Look& look, Wish& wish) {
  if (look.At("arrival")) return Act::Press("arrival.came");
  if (look.At("goodbye") && look.Says("要是今天不走")) {  // a slip; the page says what to do
    wish.came_true = false;
    return Act::Press("goodbye.ok");
  }
  if (look.At("home")) {
    wish.came_true = true;  // whether 我来了 was heard, the books tell
    return Act::Press("bar.done");
  }
  return std::nullopt;
}

std::set<std::string> Nothing(const Wish&) { return {}; }

}  // namespace

std::vector<Journey> Journeys() {
  const auto meal = [](const Wish& wish) { return std::set{"meal " + wish.dish.name}; };
  const auto event = [](const Wish& wish) { return std::set{"event " + wish.event}; };
  const auto waits = [](const Wish& wish) { return std::set{"waits " + wish.event}; };
  const auto present = [](const Wish&) { return std::set<std::string>{"present"}; };
  const auto booked = [](SeniorTown& town, const Wish& wish) {
    town.BookBefore(wish.person, wish.dish.name);
  };
  const auto signed_up = [](SeniorTown& town, const Wish& wish) {
    town.SignUpBefore(wish.person, wish.event);
  };
  return {
      {.name = "meal", .wanted = meal, .next = BookMeal},
      {.name = "meal_by_phone", .wanted = meal, .next = BookMeal, .by_phone = true},
      {.name = "menu_then_meal", .wanted = meal, .next = BookMeal, .looks_first = true},
      {.name = "cancel_meal", .before = booked, .wanted = Nothing, .next = CancelMeal},
      {.name = "event", .wanted = event, .next = SignUp},
      {.name = "full_event", .wanted = waits, .next = SignUp},
      {.name = "leave_event", .before = signed_up, .wanted = Nothing, .next = LeaveEvent},
      {.name = "pension", .wanted = Nothing, .next = CertifyPension},
      {.name = "help", .wanted = Nothing, .next = CallHelp, .anonymous = true},
      {.name = "notice", .wanted = Nothing, .next = ReadNotice, .anonymous = true},
      {.name = "arrival", .wanted = present, .next = Arrive, .members = true},
  };
}

}  // namespace chunhui::tests
