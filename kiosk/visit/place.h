// Where a screen leads. A Place is a value: the screen behind it is made on entry and dropped on
// leaving.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace chunhui::visit {

enum class ScreenName {
  kIdle,
  kWho,        // subject: a card's uid that was just shown, or empty
  kWriteName,  // the own name by finger; then a person comes
  kCardPhoto,  // the ID card under the camera, with a consent of its own
  kIsThisYou,  // whom Visit::candidates() names; subject "changed" when another visit just ended
  kArrival,    // "I am here" for day-care members
  kHome,
  kMeals,   // subject: a menu_dish_id to confirm, or empty; readable without a visit
  kWeek,    // lunches from Monday to Friday with one yes
  kMine,    // my bookings
  kEvents,  // subject: an event_id to show, or empty; readable without a visit
  kPension,
  kNotices,     // subject: a notice_id to show, or empty
  kHelp,        // subject: "emergency", "card", "not_found" or empty
  kSettings,    // how the visitor wants it to look
  kKeep,        // "the same next time?", before goodbye
  kLeaving,     // "I am going home" for day-care members
  kGoodbye,     // deeds: what was done
  kMeasure,     // a bank card on the glass; subject "first" for a panel nobody has measured
  kOutOfOrder,  // subject: a code such as "K-03"
  kListen,      // what is being read of the page one came from, and the keys of the voice
};

// "idle", "who", "write_name", "card_photo", "is_this_you", "arrival", "home", "meals", "week",
// "mine", "events", "pension", "notices", "help", "settings", "keep", "leaving", "goodbye",
// "measure", "out_of_order", "listen": as the screen record names them.
std::string_view NameOf(ScreenName name);

// What was done during a visit; says nothing about whom.
enum class Deed {
  kArrived,
  kMealBooked,
  kMealCancelled,
  kEventSignedUp,
  kEventWaiting,
  kEventWithdrawn,
  kHelpOnTheWay,  // a person knows of it and will come
  kPensionHelped,
  kWentHome,
  kErrandOnly,  // a member of the day care who said they do not stay
  kWishesKept,  // the kiosk will look like this again
};

struct Place {
  enum class Way {
    kHere,      // stay on this screen
    kReturn,    // to where the visitor came from, as it was left; home (or idle) when there is none
    kTo,        // to `screen`
    kEnd,       // the visit is over: leaving or goodbye, then everything is forgotten
    kMeasured,  // the panel has `px_per_mm`
    kStaff,     // stay here and open the staff's panel; `subject` is the badge, or empty
  };
  Way way = Way::kHere;
  ScreenName screen = ScreenName::kIdle;
  std::string subject;
  // Where to go once it is known who is there: kWho, kIsThisYou and kArrival hand it on.
  std::shared_ptr<const Place> then;
  std::vector<Deed> deeds;  // of kGoodbye
  float px_per_mm = 0;      // of kMeasured; of kMeasure where it begins, 0: as the panel has it

  static Place Here() { return {}; }
  static Place Return() { return {.way = Way::kReturn}; }
  static Place End() { return {.way = Way::kEnd}; }
  static Place Staff(std::string badge = {}) {
    return {.way = Way::kStaff, .subject = std::move(badge)};
  }
  static Place Measure(float px_per_mm) {
    return {.way = Way::kTo, .screen = ScreenName::kMeasure, .px_per_mm = px_per_mm};
  }
  static Place Measured(float px_per_mm) { return {.way = Way::kMeasured, .px_per_mm = px_per_mm}; }
  static Place To(ScreenName screen, std::string subject = {},
                  std::shared_ptr<const Place> then = {}) {
    return {
        .way = Way::kTo, .screen = screen, .subject = std::move(subject), .then = std::move(then)};
  }
  // First find out who is there, then go to `then`: booking from a menu read without a card.
  static Place IdentifyThen(Place then) {
    return To(ScreenName::kWho, {}, std::make_shared<const Place>(std::move(then)));
  }
  // `then` if there is one, otherwise home.
  Place Onward() const { return then ? *then : To(ScreenName::kHome); }
  bool stays() const { return way == Way::kHere; }
};

}  // namespace chunhui::visit
