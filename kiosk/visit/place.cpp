#include "kiosk/visit/place.h"

namespace chunhui::visit {

std::string_view NameOf(ScreenName name) {
  switch (name) {
    case ScreenName::kIdle:
      return "idle";
    case ScreenName::kWho:
      return "who";
    case ScreenName::kWriteName:
      return "write_name";
    case ScreenName::kCardPhoto:
      return "card_photo";
    case ScreenName::kIsThisYou:
      return "is_this_you";
    case ScreenName::kArrival:
      return "arrival";
    case ScreenName::kHome:
      return "home";
    case ScreenName::kMeals:
      return "meals";
    case ScreenName::kWeek:
      return "week";
    case ScreenName::kMine:
      return "mine";
    case ScreenName::kEvents:
      return "events";
    case ScreenName::kPension:
      return "pension";
    case ScreenName::kNotices:
      return "notices";
    case ScreenName::kHelp:
      return "help";
    case ScreenName::kSettings:
      return "settings";
    case ScreenName::kKeep:
      return "keep";
    case ScreenName::kLeaving:
      return "leaving";
    case ScreenName::kGoodbye:
      return "goodbye";
    case ScreenName::kMeasure:
      return "measure";
    case ScreenName::kOutOfOrder:
      return "out_of_order";
    case ScreenName::kListen:
      return "listen";
  }
  return "";
}

}  // namespace chunhui::visit
