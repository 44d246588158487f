#include "kiosk/screens/arrival.h"
#include "kiosk/screens/card_photo.h"
#include "kiosk/screens/events.h"
#include "kiosk/screens/goodbye.h"
#include "kiosk/screens/help.h"
#include "kiosk/screens/home.h"
#include "kiosk/screens/idle.h"
#include "kiosk/screens/is_this_you.h"
#include "kiosk/screens/keep.h"
#include "kiosk/screens/listen.h"
#include "kiosk/screens/meals.h"
#include "kiosk/screens/measure.h"
#include "kiosk/screens/mine.h"
#include "kiosk/screens/notices.h"
#include "kiosk/screens/out_of_order.h"
#include "kiosk/screens/pension.h"
#include "kiosk/screens/screen.h"
#include "kiosk/screens/settings.h"
#include "kiosk/screens/week.h"
#include "kiosk/screens/who.h"
#include "kiosk/screens/write_name.h"

namespace chunhui::screens {

std::unique_ptr<Screen> MakeScreen(const Place& place, const ScreenParts& parts) {
  switch (place.screen) {
    case ScreenName::kIdle:
      return std::make_unique<IdleScreen>(parts.office, parts.clock);
    case ScreenName::kWho:
      return std::make_unique<WhoScreen>(parts.office, parts.visit, parts.clock, place,
                                         parts.handwriting != nullptr, parts.camera != nullptr);
    case ScreenName::kCardPhoto:
      if (parts.camera == nullptr) return MakeScreen(Place::To(ScreenName::kWho), parts);
      return std::make_unique<CardPhotoScreen>(*parts.camera, parts.office, parts.visit, place);
    case ScreenName::kWriteName:
      if (parts.handwriting == nullptr) return MakeScreen(Place::To(ScreenName::kWho), parts);
      return std::make_unique<WriteNameScreen>(*parts.handwriting, parts.visit, parts.office);
    case ScreenName::kIsThisYou:
      return std::make_unique<IsThisYouScreen>(parts.office, parts.visit, place);
    case ScreenName::kArrival:
      return std::make_unique<ArrivalScreen>(parts.office, parts.visit, place);
    case ScreenName::kHome:
      return std::make_unique<HomeScreen>(parts.office, parts.visit, parts.clock);
    case ScreenName::kMeals:
      return std::make_unique<MealsScreen>(parts.office, parts.visit, parts.clock, place);
    case ScreenName::kWeek:
      return std::make_unique<WeekScreen>(parts.office, parts.visit, parts.clock);
    case ScreenName::kMine:
      return std::make_unique<MineScreen>(parts.office, parts.visit, parts.clock);
    case ScreenName::kEvents:
      return std::make_unique<EventsScreen>(parts.office, parts.visit, parts.clock, place);
    case ScreenName::kPension:
      return std::make_unique<PensionScreen>(parts.office, parts.visit, parts.clock, parts.bell);
    case ScreenName::kNotices:
      return std::make_unique<NoticesScreen>(parts.office, parts.clock, place);
    case ScreenName::kHelp:
      return std::make_unique<HelpScreen>(parts.office, parts.visit, parts.bell, place);
    case ScreenName::kSettings:
      return std::make_unique<SettingsScreen>(parts.office, parts.wishes, parts.voice);
    case ScreenName::kKeep:
      return std::make_unique<KeepScreen>(parts.office, parts.visit, parts.wishes);
    case ScreenName::kLeaving:
      return std::make_unique<LeavingScreen>(parts.office, parts.visit);
    case ScreenName::kGoodbye:
      return std::make_unique<GoodbyeScreen>(place);
    case ScreenName::kMeasure:
      return std::make_unique<MeasureScreen>(place);
    case ScreenName::kOutOfOrder:
      return std::make_unique<OutOfOrderScreen>(parts.office, place.subject);
    case ScreenName::kListen:
      return std::make_unique<ListenScreen>(parts.voice);
  }
  return nullptr;
}

}  // namespace chunhui::screens
