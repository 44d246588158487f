// From screen to screen.
#include <algorithm>
#include <utility>

#include "kiosk/app/app.h"
#include "kiosk/screens/look_words.h"

namespace chunhui::app {
namespace {

bool NeedsVisit(visit::ScreenName screen) {
  switch (screen) {
    case visit::ScreenName::kArrival:
    case visit::ScreenName::kHome:
    case visit::ScreenName::kWeek:
    case visit::ScreenName::kMine:
    case visit::ScreenName::kPension:
    case visit::ScreenName::kKeep:
    case visit::ScreenName::kLeaving:
      return true;
    default:
      return false;
  }
}

// The visitor comes back from these to what was left half done.
bool IsDetour(visit::ScreenName screen) {
  return screen == visit::ScreenName::kHelp || screen == visit::ScreenName::kWho ||
         screen == visit::ScreenName::kWriteName || screen == visit::ScreenName::kListen ||
         screen == visit::ScreenName::kSettings;
}

}  // namespace

visit::Place App::Start() const {
  if (const std::string fault = Fault(); !fault.empty()) {
    return Place::To(ScreenName::kOutOfOrder, fault);
  }
  if (!measured_) return Place::To(ScreenName::kMeasure, "first");
  return Place::To(visit_.open() ? ScreenName::kHome : ScreenName::kIdle);
}

// Without a visitor home is the idle screen, and what belongs to a visitor asks who is there.
visit::Place App::Allowed(Place place) const {
  if (visit_.open() || !NeedsVisit(place.screen)) return place;
  if (place.screen == ScreenName::kHome) return Place::To(ScreenName::kIdle);
  return Place::IdentifyThen(std::move(place));
}

void App::Go(Place place) {
  switch (place.way) {
    case Place::Way::kHere:
      return;
    case Place::Way::kReturn:
      return Return();
    case Place::Way::kTo:
      return Enter(Allowed(std::move(place)));
    case Place::Way::kEnd:
      return SayGoodbye();
    case Place::Way::kMeasured:
      return TakeMeasure(place.px_per_mm);
    case Place::Way::kStaff:
      OpenStaff(place.subject);
      if (current_.place.screen == ScreenName::kWho) Return();
      return;
  }
}

void App::Enter(Place place) {
  const ScreenName from = current_.place.screen;
  // These are where nobody is any more.
  const bool leaves = place.screen == ScreenName::kIdle || place.screen == ScreenName::kGoodbye;
  if (leaves && visit_.open()) return SayGoodbye();
  if (place.screen == ScreenName::kIdle) visit_.Forget();
  if (from == ScreenName::kGoodbye) EndPractice();
  // Who calls an ambulance is not playing.
  if (practice_ && place.screen == ScreenName::kHelp && place.subject == "emergency") EndPractice();
  if (!IsDetour(place.screen)) {
    under_.clear();
  } else if (current_.screen && from != place.screen) {
    LeaveStanding(place.screen);
  }
  sheet_ = Sheet::kNone;
  auto screen = screens::MakeScreen(place, PartsOfScreens());
  current_ = {std::move(place), std::move(screen)};
}

// The current screen waits below the detour. No detour waits below itself, so few ever wait.
void App::LeaveStanding(ScreenName detour) {
  const auto again = std::find_if(under_.begin(), under_.end(), [detour](const Standing& standing) {
    return standing.place.screen == detour;
  });
  under_.erase(again, under_.end());
  under_.push_back(std::move(current_));
}

void App::Return() {
  if (under_.empty()) return Enter(Start());
  current_ = std::move(under_.back());
  under_.pop_back();
}

void App::EndVisit() {
  if (visit_.day_care_member() && visit_.present()) return Enter(Place::To(ScreenName::kLeaving));
  if (visit_.arrival_is_open() && current_.place.screen != ScreenName::kArrival) {
    const auto goodbye = std::make_shared<const Place>(Place::To(ScreenName::kGoodbye));
    return Enter(Place::To(ScreenName::kArrival, {}, goodbye));
  }
  SayGoodbye();
}

void App::SayGoodbye() {
  if (WorthAsking()) return Enter(Place::To(ScreenName::kKeep));
  Place goodbye = Place::To(ScreenName::kGoodbye);
  goodbye.deeds = visit_.deeds();
  const v1::Preferences wishes = wishes_.now;
  const bool walks = stage_.walk().active();
  const bool dark = stage_.look().dark;
  Forget();
  // The last page still speaks the visitor's language, in the visitor's size and voice.
  wishes_.now = wishes;
  voice_.Set(screens::VoiceOf(wishes));
  SetDark(dark);
  if (walks) stage_.BeginWalk();
  idle_.Touched(now_ms_);
  Enter(std::move(goodbye));
}

void App::CallHelp() {
  if (current_.place.screen != ScreenName::kHelp) Enter(Place::To(ScreenName::kHelp));
}

// Reads the page that is shown, and leaves it for the keys of the voice.
void App::Listen() {
  if (pointing_) return SetPointing(false);
  if (current_.place.screen == ScreenName::kListen) {
    Return();
    return SetPointing(true);
  }
  kit::VoiceSettings settings = voice_.settings();
  settings.on = true;
  voice_.Set(settings);
  voice_.SpeakPage(stage_.record(), words(), now_ms_);
  Enter(Place::To(ScreenName::kListen));
}

void App::PressBar(kit::BarKey key) {
  v1::Preferences& wishes = wishes_.now;
  switch (key) {
    case kit::BarKey::kNone:
      return;
    case kit::BarKey::kBack:
      if (std::exchange(sheet_, Sheet::kNone) != Sheet::kNone) return;
      return Go(current_.screen->Back());
    case kit::BarKey::kHome:
      return Enter(Start());
    case kit::BarKey::kDone:
      return EndVisit();
    case kit::BarKey::kBigger:
      return wishes.set_text_step((wishes.text_step() + 1) % kit::kTextSteps);
    case kit::BarKey::kListen:
      return Listen();
    case kit::BarKey::kHelp:
      return CallHelp();
    case kit::BarKey::kLanguage:
      return wishes.set_language(wishes.language() == "en" ? "zh-CN" : "en");
    case kit::BarKey::kSettings:
      return Enter(Place::To(ScreenName::kSettings));
  }
}

}  // namespace chunhui::app
