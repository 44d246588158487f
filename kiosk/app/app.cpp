#include "kiosk/app/app.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/look_words.h"

namespace chunhui::app {
namespace {

constexpr int64_t kMinuteMs = 60'000;
constexpr int64_t kPlayMs = 10;  // how often the answers of the play are looked for

// As a kiosk is that nobody has changed.
v1::Preferences Standard(const std::string& language, kit::ThemeName theme) {
  v1::Preferences standard;
  standard.set_language(language);
  standard.set_text_step(kit::kDefaultTextStep);
  standard.set_theme(screens::WireOf(theme));
  standard.set_left_hand(false);
  standard.set_low_mode(false);
  screens::PutVoice(kit::VoiceSettings(), standard);
  return standard;
}

bool SameLook(const kit::Look& one, kit::Look other) {
  other.veiled = one.veiled;
  return one == other;
}

}  // namespace

App::App(Parts parts)
    : parts_(std::move(parts)),
      voice_(parts_.speech, parts_.dialects),
      stage_(parts_.panel),
      taken_out_(parts_.taken_out),
      measured_(parts_.measured),
      px_per_mm_(parts_.panel.px_per_mm),
      told_fault_(parts_.fault_code) {
  wishes_.standard = Standard(parts_.language, parts_.theme);
  wishes_.FallBack();
  Enter(Start());
}

App::~App() = default;

void App::HandleTouch(const kit::TouchEvent& event) {
  if (TakePointing(event)) return;
  if (event.kind == kit::TouchKind::kDown) voice_.Stop();
  stage_.HandleTouch(event);
  if (event.kind == kit::TouchKind::kDown) SetDark(false);
  // A touch that uncovers the screen was taken as such above, before the look changes.
  if (event.kind != kit::TouchKind::kDown) return;
  Here(event.time_ms);
  const float px_per_mm = stage_.panel().px_per_mm;
  if (staff_ &&
      StaffArea(stage_.panel()).Contains(event.x_px / px_per_mm, event.y_px / px_per_mm)) {
    staff_touched_ms_ = event.time_ms;
  }
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
  screens::PutVoice(voice_.settings(), wishes_.now);
  bool delivered = parts_.office.Deliver();
  if (practice_) delivered = practice_->office().Deliver() || delivered;
  FollowVisit();
  FollowFault();
  FollowGlass();
  FollowTime(now_ms);
  const bool pending = stage_.Frame(words(), now_ms, [this](kit::Ui& ui) { Draw(ui); });
  FollowVoice(now_ms);
  if (staff_) TakeNamed();
  const bool changed =
      wishes_.now.language() != stage_.record().language || !SameLook(LookNow(), stage_.look());
  const bool acted =
      changed || next_ || pressed_ != kit::BarKey::kNone || staff_wish_ != staff_panel::Wish::kNone;
  Grant(std::exchange(staff_wish_, staff_panel::Wish::kNone));
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
  if (card_asked_ms_ && !reading_card()) {
    wake_ms = std::min(wake_ms, *card_asked_ms_ + kWordsAfterMs);
  }
  if (staff_) wake_ms = std::min(wake_ms, staff_touched_ms_ + kStaffMs);
  if (practice_ && !practice_->office().idle()) wake_ms = std::min(wake_ms, now_ms + kPlayMs);
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
  if (screen == ScreenName::kOutOfOrder || !measured_) return true;
  return screen == ScreenName::kIdle && !staff_ && !practice_ && sheet_ == Sheet::kNone &&
         !stage_.walk().active() && !stage_.look().dark && wishes_.fallen_back();
}

void App::FollowTime(int64_t now_ms) {
  if (staff_ && now_ms - staff_touched_ms_ >= kStaffMs) staff_.reset();
  presence_ = at_rest() ? Presence::kThere : idle_.At(now_ms, current_.screen->long_page());
  if (presence_ == Presence::kGone) {
    EndPractice();
    Enter(Start());
    presence_ = Presence::kThere;
  }
  kit::Look look = LookNow();
  // The touch that answers "are you still there?" must not act on what lies below it.
  look.veiled = presence_ == Presence::kAsked || (presence_ == Presence::kVeiled && personal());
  stage_.SetLook(look);
}

kit::Look App::LookNow() const {
  kit::Look look = screens::LookOf(wishes_.now);
  const bool still = parts_.still || look.theme == kit::ThemeName::kQuiet;
  look.motion = still ? kit::Motion::kStill : kit::Motion::kPages;
  look.dark = stage_.look().dark;
  return look;
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
  office().SetVisit(visit_.token());
  if (!was_open_) return;
  for (auto& consent : visit_.TakeConsents()) {
    office().Tell(office::kRecordConsent, std::move(consent));
  }
  if (!visit_.AtLeast(v1::ASSURANCE_CARD)) return;
  office().Ask(office::kGetPreferences, {}, guard_, [this](const auto& outcome) {
    if (!outcome.ok()) return;
    wishes_.Begin(outcome.value().preferences());
    voice_.Set(screens::VoiceOf(wishes_.now));
  });
}

// Pages read themselves to whoever is there; an idle kiosk talks to nobody.
void App::FollowVoice(int64_t now_ms) {
  if (stage_.walk().active()) {
    FollowWalk(now_ms);
    return SayCountdown(now_ms);
  }
  heard_ = {};
  if (current_.place.screen == ScreenName::kListen) return;
  voice_.Shown(stage_.record(), words(), now_ms, !at_rest() && !staff_);
  SayCountdown(now_ms);
}

// The page with the question reads itself; then every ten seconds how long there still is.
void App::SayCountdown(int64_t now_ms) {
  const bool heard = voice_.settings().on || stage_.walk().active();
  const bool counting = presence_ == Presence::kAsked && heard;
  const int seconds = counting ? idle_.SecondsLeft(now_ms, current_.screen->long_page()) : 0;
  const bool due = seconds != seconds_said_ && (seconds == 20 || seconds == 10);
  seconds_said_ = seconds;
  const kit::Item* left = stage_.record().Find("idle.left");
  if (due && left != nullptr) voice_.Speak(*left, words(), now_ms);
}

void App::Touched(int64_t now_ms) {
  Here(now_ms);
  if (staff_ && !staff_aside_) staff_touched_ms_ = now_ms;
}

// Somebody is there. Who finds a kiosk that has rested for a while has nobody waiting behind.
void App::Here(int64_t now_ms) {
  if (at_rest()) {
    const bool nobody_waits = idle_.IdleMs(now_ms) >= kQueueMs;
    idle_.SetPatience(nobody_waits ? parts_.ask_later_ms : 0);
  }
  idle_.Touched(now_ms);
}

void App::Forget() {
  if (visit_.open()) office().Tell(office::kEndVisit, {});
  visit_.Forget();
  was_open_ = false;
  office().Forget();
  guard_.Renew();
  card_asked_ms_.reset();
  under_.clear();
  current_ = {};
  next_.reset();
  sheet_ = Sheet::kNone;
  voice_.Forget();
  SetPointing(false);
  SetDark(false);
  wishes_.FallBack();
  stage_.Forget();
}

// Wishes are kept only for those whose card brings them back.
bool App::WorthAsking() const {
  return visit_.AtLeast(v1::ASSURANCE_CARD) && !wishes_.answered && wishes_.differ();
}

const kit::Words& App::words() {
  const std::string& language = wishes_.now.language();
  auto found = words_.find(language);
  if (found == words_.end()) {
    found = words_.emplace(language, kit::Words::Load(parts_.words_folder, language)).first;
  }
  return found->second;
}

}  // namespace chunhui::app
