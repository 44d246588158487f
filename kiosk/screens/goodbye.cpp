#include "kiosk/screens/goodbye.h"

#include <algorithm>

#include "kiosk/screens/layout.h"
#include "kiosk/screens/phrases.h"

namespace chunhui::screens {
namespace {

constexpr int64_t kShownMs = 12'000;

std::string_view KeyOf(visit::Deed deed) {
  using visit::Deed;
  switch (deed) {
    case Deed::kArrived:
      return "goodbye.deed.arrived";
    case Deed::kMealBooked:
      return "goodbye.deed.meal_booked";
    case Deed::kMealCancelled:
      return "goodbye.deed.meal_cancelled";
    case Deed::kEventSignedUp:
      return "goodbye.deed.event";
    case Deed::kEventWaiting:
      return "goodbye.deed.waiting";
    case Deed::kEventWithdrawn:
      return "goodbye.deed.withdrawn";
    case Deed::kHelpOnTheWay:
      return "goodbye.deed.help";
    case Deed::kPensionHelped:
      return "goodbye.deed.pension";
    case Deed::kWentHome:
      return "goodbye.deed.went_home";
    case Deed::kErrandOnly:
      return "goodbye.deed.errand";
    case Deed::kWishesKept:
      return "goodbye.deed.wishes_kept";
  }
  return "goodbye.deed.help";
}

std::string WhatWasDone(const kit::Words& words, const std::vector<visit::Deed>& deeds) {
  if (deeds.empty()) return words.Text("goodbye.nothing");
  std::vector<std::string> parts;
  for (const visit::Deed deed : deeds) parts.push_back(words.Text(KeyOf(deed)));
  return words.Text("goodbye.done",
                    {{"deeds", Joined(parts, words.Text("sentence.joint") + "\n")}});
}

std::string_view KeyOfMore(const std::vector<visit::Deed>& deeds) {
  if (deeds.empty()) return "goodbye.card";
  const bool not_here = std::ranges::any_of(deeds, [](visit::Deed deed) {
    return deed == visit::Deed::kWentHome || deed == visit::Deed::kErrandOnly;
  });
  return not_here ? "goodbye.staying" : "goodbye.took_away";
}

}  // namespace

Place GoodbyeScreen::Draw(kit::Ui& ui) {
  const kit::Words& words = ui.words();
  if (!shown_at_ms_) shown_at_ms_ = ui.now_ms();
  if (ui.now_ms() - *shown_at_ms_ >= kShownMs) return Place::To(ScreenName::kIdle);
  ui.WakeAt(*shown_at_ms_ + kShownMs);
  const std::string_view key = deeds_.empty() ? "goodbye.plain" : "goodbye.title";
  const std::string_view given = DrawTold(ui, "goodbye", words.Text(key),
                                          {.icon = deeds_.empty() ? "directions_walk" : "check",
                                           .words = WhatWasDone(words, deeds_),
                                           .more = words.Text(KeyOfMore(deeds_)),
                                           .title_voice = words.Voice(key)},
                                          {MainAnswer("goodbye.ok", words.Text("goodbye.ok"))});
  return given.empty() ? Place::Here() : Place::To(ScreenName::kIdle);
}

}  // namespace chunhui::screens
