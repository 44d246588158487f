#include "kiosk/app/app.h"

#include <algorithm>
#include <utility>

namespace chunhui::app {
namespace {

constexpr int64_t kMinuteMs = 60'000;

}  // namespace

App::App(Parts parts)
    : parts_(std::move(parts)),
      voice_(parts_.speech),
      screen_parts_{parts_.office,      visit_,       parts_.clock, parts_.bell, voice_,
                    parts_.handwriting, parts_.camera},
      stage_(parts_.panel),
      language_(parts_.language) {
  ForgetLook();
  Enter(Start());
}

App::~App() = default;

void App::HandleTouch(const kit::TouchEvent& event) {
  if (TakePointing(event)) return;
  if (event.kind == kit::TouchKind::kDown) voice_.Stop();
  stage_.HandleTouch(event);
  // A touch that uncovers the screen was taken as such above, before the look changes.
  if (event.kind == kit::TouchKind::kDown) Touched(event.time_ms);
}

void App::HandleKey(char key, int64_t now_ms) {
  voice_.Stop();
  Touched(now_ms);
  TakeKeys(parts_.cards.HandleKey(key, now_ms), now_ms);
}

bool App::Frame(int64_t now_ms) {
  now_ms_ = now_ms;
  TakeKeys(parts_.cards.HandleTime(now_ms), now_ms);
  const std::string shown = parts_.take_shown ? parts_.take_shown() : std::string();
  if (!shown.empty()) HandleCard(shown, now_ms);
  const bool delivered = parts_.office.Deliver();
  FollowVisit();
  FollowTime(now_ms);
  const bool pending = stage_.Frame(words(), now_ms, [this](kit::Ui& ui) { Draw(ui); });
  FollowVoice(now_ms);
  if (staff_) TakeNamed();
  const bool acted = next_ || pressed_ != kit::BarKey::kNone || staff_leaves_;
  if (staff_leaves_) staff_.reset();
  staff_leaves_ = false;
  if (pressed_ != kit::BarKey::kNone) PressBar(std::exchange(pressed_, kit::BarKey::kNone));
  if (next_) Go(*std::exchange(next_, std::nullopt));
  wake_at_ms_ = NextWakeMs(now_ms);
  return pending || acted || delivered;
}

int64_t App::NextWakeMs(int64_t now_ms) const {
  const int64_t unix_ms = time::ToUnixMs(parts_.clock.now());
  int64_t wake_ms = now_ms + kMinuteMs - unix_ms % kMinuteMs;
  if (const auto asked = stage_.wake_at_ms()) wake_ms = std::min(wake_ms, *asked);
  if (const auto keys = parts_.cards.wake_at_ms()) wake_ms = std::min(wake_ms, *keys);
  if (const auto voice = voice_.wake_at_ms()) wake_ms = std::min(wake_ms, *voice);
  if (staff_) wake_ms = std::min(wake_ms, staff_touched_ms_ + kStaffMs);
  if (!at_rest()) {
    const bool long_page = current_.screen->long_page();
    wake_ms = std::min(wake_ms, idle_.NextChangeMs(now_ms, long_page));
  }
  return wake_ms;
}

// A kiosk at rest has nothing to forget.
bool App::at_rest() const {
  if (pointing_) return false;
  const ScreenName screen = current_.place.screen;
  if (screen == ScreenName::kOutOfOrder) return true;
  return screen == ScreenName::kIdle && !staff_ && sheet_ == Sheet::kNone &&
         language_ == parts_.language && stage_.look().text_step == kit::kDefaultTextStep;
}

void App::FollowTime(int64_t now_ms) {
  if (staff_ && now_ms - staff_touched_ms_ >= kStaffMs) staff_.reset();
  presence_ = at_rest() ? Presence::kThere : idle_.At(now_ms, current_.screen->long_page());
  if (presence_ == Presence::kGone) {
    Forget();
    Enter(Start());
    presence_ = Presence::kThere;
  }
  kit::Look look = stage_.look();
  // The touch that answers "are you still there?" must not act on what lies below it.
  look.veiled = presence_ == Presence::kAsked || (presence_ == Presence::kVeiled && personal());
  stage_.SetLook(look);
}

bool App::personal() const {
  const ScreenName screen = current_.place.screen;
  return visit_.open() || screen == ScreenName::kWho || screen == ScreenName::kCardPhoto ||
         screen == ScreenName::kIsThisYou || screen == ScreenName::kWriteName ||
         screen == ScreenName::kListen;
}

// A visit that has just begun: its token goes with every call, its wishes are followed.
void App::FollowVisit() {
  if (visit_.open() == was_open_) return;
  was_open_ = visit_.open();
  parts_.office.SetVisit(visit_.token());
  if (!was_open_) return;
  for (auto& consent : visit_.TakeConsents()) {
    parts_.office.Tell(office::kRecordConsent, std::move(consent));
  }
  if (!visit_.visitor().language().empty()) language_ = visit_.visitor().language();
  kit::Look look = stage_.look();
  if (visit_.visitor().has_text_step()) look.text_step = visit_.visitor().text_step();
  stage_.SetLook(look);
}

// Pages read themselves to whoever is there; an idle kiosk talks to nobody.
void App::FollowVoice(int64_t now_ms) {
  if (current_.place.screen == ScreenName::kListen) return;
  voice_.Shown(stage_.record(), words(), now_ms, !at_rest() && !staff_);
}

void App::Touched(int64_t now_ms) {
  idle_.Touched(now_ms);
  if (staff_) staff_touched_ms_ = now_ms;
}

void App::Forget() {
  if (visit_.open()) parts_.office.Tell(office::kEndVisit, {});
  visit_.Forget();
  was_open_ = false;
  parts_.office.Forget();
  guard_.Renew();
  under_.clear();
  current_ = {};
  next_.reset();
  sheet_ = Sheet::kNone;
  voice_.Forget();
  SetPointing(false);
  ForgetLook();
  stage_.Forget();
}

void App::ForgetLook() {
  language_ = parts_.language;
  stage_.SetLook({.theme = parts_.theme});
}

const kit::Words& App::words() {
  auto found = words_.find(language_);
  if (found == words_.end()) {
    found = words_.emplace(language_, kit::Words::Load(parts_.words_folder, language_)).first;
  }
  return found->second;
}

}  // namespace chunhui::app
