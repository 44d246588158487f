// What anybody does on a screen that is not part of what they came for.
#include "core/people/name.h"
#include "tests/senior/journey.h"

namespace chunhui::tests {
namespace {

using Maybe = std::optional<Act>;

// Typing the own phone number, correcting what a slip has typed.
Act TypePhone(const Look& look, const Wish& wish) {
  std::string typed;
  if (const kit::Item* input = look.record().Find("who.typed")) typed = input->words;
  std::erase(typed, ' ');
  // Before the first digit it says what to type.
  if (typed.find_first_not_of("0123456789") != std::string::npos) typed.clear();
  if (typed == wish.person.phone) return Act::Press("who.ok");
  if (!wish.person.phone.starts_with(typed)) return Act::Press("who.key.delete");
  return Act::Press(std::string("who.key.") + wish.person.phone[typed.size()]);
}

Maybe Identify(const Journey& journey, const Look& look, const Wish& wish) {
  if (look.At("idle")) {
    if (wish.came_true) return Act{Act::Kind::kLeave};
    if (journey.anonymous || wish.by_phone) return Act::Press("idle.start");
    return Act{Act::Kind::kCard};
  }
  if (look.On("who") && journey.anonymous) return Act::Press("bar.back");
  if (look.At("who.looking")) return Act{};
  if (look.On("who") && !wish.by_phone) return Act{Act::Kind::kCard};
  if (look.At("who.card")) return Act::Press("who.phone");
  if (look.At("who.phone")) return TypePhone(look, wish);
  if (look.On("who")) return Act::Press("bar.back");
  if (look.At("is_this_you.one")) {
    const bool own = look.Says(people::MaskNameForOwner(wish.person.name));
    return Act::Press(own ? "you.yes" : "you.no");
  }
  if (look.At("arrival")) return Act::Press("arrival.only");
  return std::nullopt;
}

// A page that was opened by a wrong press, or a deed nobody wanted.
Maybe Undo(const Look& look) {
  if (look.At("help.emergency") || look.CanPress("help.ok")) return Act::Press("help.ok");
  if (look.CanPress("help.withdraw")) return Act::Press("help.withdraw");
  if (look.CanPress("pension.withdraw")) return Act::Press("pension.withdraw");
  if (look.At("meals.done")) return Act::Press("meals.undo");
  if (look.At("events.done") || look.At("events.waiting")) return Act::Press("events.undo");
  if (look.At("events.leaving")) return Act::Press("events.keep");
  if (look.At("mine.sure")) return Act::Press("mine.keep");
  if (look.At("mine.cancelled")) return Act::Press("mine.undo");
  if (look.At("leaving")) return Act::Press("leaving.stay");
  if (look.At("week.done")) return Act::Press("week.undo");
  if (look.At("keep")) return Act::Press("keep.no");
  return std::nullopt;
}

}  // namespace

Act NextAct(const Journey& journey, const Look& look, Wish& wish) {
  if (look.CanPress("idle.yes")) return Act::Press("idle.yes");
  if (look.CanPress("staff.close")) return Act::Press("staff.close");
  if (look.On("listen")) return Act::Press("bar.back");
  if (look.record().state == "listen" || look.record().state == "card_unknown") {
    return Act::Press(look.Main());
  }
  // A language that the senior does not read.
  if (look.CanPress("bar.language") && look.record().language != "zh-CN") {
    return Act::Press("bar.language");
  }
  if (const Maybe own = journey.next(look, wish)) return *own;
  if (const Maybe who = Identify(journey, look, wish)) return *who;
  if (const Maybe undone = Undo(look)) return *undone;
  if (look.On("goodbye")) {
    return wish.came_true ? Act{Act::Kind::kLeave} : Act::Press("goodbye.ok");
  }
  if (look.record().state == "sending" || look.record().state == "loading" ||
      look.record().state == "checking") {
    return {};
  }
  if (look.At("home")) return Act::Press("bar.done");
  if (look.CanPress("bar.home")) return Act::Press("bar.home");
  if (look.CanPress("bar.back")) return Act::Press("bar.back");
  if (!look.Main().empty()) return Act::Press(look.Main());
  return {Act::Kind::kAsk};
}

}  // namespace chunhui::tests
