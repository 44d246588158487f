#include "tests/support/pilot.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace chunhui::tests {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kPatience{5000};
constexpr milliseconds kBetweenTaps{700};  // longer than every pause of the touch layer
constexpr milliseconds kTap{90};

// Fast enough for tests, in the same order of sizes as in a hall.
office::Pace TestPace() {
  office::Pace pace;
  pace.repeat_first = milliseconds(20);
  pace.repeat_max = milliseconds(100);
  pace.probe_every = milliseconds(20);
  pace.reopen_first = milliseconds(10);
  pace.reopen_max = milliseconds(50);
  return pace;
}

}  // namespace

Pilot::Pilot(SmallTown& town, PilotParts parts)
    : town_(town), folder_(parts.folder.empty() ? town.folder() / "kiosk" : parts.folder) {
  if (!parts.office_is_there) wire_->Cut();
  const auto wake = [this] {
    const std::lock_guard lock(mutex_);
    woken_ = true;
    wake_.notify_all();
  };
  office_ = std::make_unique<office::Client>(office::Client::Parts{
      std::make_unique<InProcessLine>(town.office().dispatcher(), parts.device_uri, wire_), folder_,
      town.clock(), town.random(), wake, "test", TestPace()});
  app_ = std::make_unique<app::App>(
      app::App::Parts{parts.panel,
                      *office_,
                      town.clock(),
                      bell_,
                      cards_,
                      speech_,
                      std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets/words",
                      "zh-CN",
                      kit::ThemeName::kWarm,
                      parts.fault_code,
                      parts.handwriting,
                      nullptr,
                      {},
                      true,
                      parts.ask_later_ms,
                      parts.dialects,
                      parts.measured,
                      parts.keep_measure,
                      parts.taken_out,
                      parts.keep_taken_out});
  Frames();
  office_->Start();
  Waits();
}

Pilot::~Pilot() {
  app_.reset();
  office_.reset();
}

void Pilot::Frames() {
  constexpr int kFramesMax = 100;
  int frames = 0;
  while (app_->Frame(now_ms_)) {
    if (++frames == kFramesMax) {
      ADD_FAILURE() << "the screen never comes to rest\n" << Screen();
      return;
    }
  }
}

template <typename Condition>
bool Pilot::Until(Condition condition, milliseconds wait) {
  const auto end = std::chrono::steady_clock::now() + wait;
  while (true) {
    Frames();
    if (condition()) return true;
    std::unique_lock lock(mutex_);
    if (!wake_.wait_until(lock, std::min(end, std::chrono::steady_clock::now() + milliseconds(1)),
                          [this] { return woken_; }) &&
        std::chrono::steady_clock::now() >= end) {
      return false;
    }
    woken_ = false;
  }
}

void Pilot::Waits() {
  const bool quiet = Until([this] { return office_->idle(); }, kPatience);
  EXPECT_TRUE(quiet) << "the office does not answer\n" << Screen();
  Frames();
}

void Pilot::Shows(const std::string& card) {
  Passes(kBetweenTaps);
  app_->HandleCard(card, now_ms_);
  Waits();
}

void Pilot::Taps(std::string_view id) {
  Passes(kBetweenTaps);
  if (!CanTap(id)) {
    ADD_FAILURE() << "cannot tap " << id << " on " << Where() << "\n" << Screen();
    return;
  }
  TouchesAt(id);
}

void Pilot::TapsText(std::string_view words) {
  const auto& items = record().items;
  const auto found = std::find_if(items.begin(), items.end(), [&](const kit::Item& item) {
    return item.role == kit::ItemRole::kButton && item.enabled &&
           item.words.find(words) != std::string::npos;
  });
  if (found == items.end()) {
    ADD_FAILURE() << "nothing to tap says " << words << " on " << Where() << "\n" << Screen();
    return;
  }
  Taps(std::string(found->id));
}

void Pilot::TapsAt(float x_px, float y_px) {
  Touches(1, kit::TouchKind::kDown, x_px, y_px);
  Passes(kTap);
  Touches(1, kit::TouchKind::kUp, x_px, y_px);
  Waits();
}

void Pilot::Touches(int64_t finger, kit::TouchKind kind, float x_px, float y_px) {
  app_->HandleTouch({finger, kind, x_px, y_px, now_ms_});
  Frames();
}

void Pilot::Replays(const kit::TouchTrace& trace) {
  const int64_t begun_ms = now_ms_;
  for (const kit::RawTouch& raw : trace.touches) {
    Passes(milliseconds(begun_ms + raw.time_ms - now_ms_));
    const kit::TouchEvent event = kit::ToTouchEvent(raw, trace.head);
    Touches(event.finger, event.kind, event.x_px, event.y_px);
    Waits();
  }
}

void Pilot::TouchesAt(std::string_view id) {
  Passes(kBetweenTaps);
  const kit::Item* item = record().Find(id);
  ASSERT_NE(item, nullptr) << id << " is not on " << Where() << "\n" << Screen();
  const float px_per_mm = record().panel.px_per_mm;
  TapsAt(item->box.center_x() * px_per_mm, item->box.center_y() * px_per_mm);
}

void Pilot::Presses(kit::PadKey key) {
  Passes(kBetweenTaps);
  app_->HandlePad(key, now_ms_);
  Waits();
}

void Pilot::WalksTo(std::string_view id) {
  for (size_t i = 0; i <= record().items.size() + 2; ++i) {
    if (app_->stage().walk().at() == id) return;
    Presses(kit::PadKey::kNext);
  }
  ADD_FAILURE() << "no key leads to " << id << " on " << Where() << "\n" << Screen();
}

void Pilot::ChoosesByKeys(std::string_view id) {
  WalksTo(id);
  Presses(kit::PadKey::kChoose);
}

void Pilot::TouchesPoint(float x_mm, float y_mm) {
  Passes(kBetweenTaps);
  const float px_per_mm = record().panel.px_per_mm;
  TapsAt(x_mm * px_per_mm, y_mm * px_per_mm);
}

void Pilot::ReadsCard(std::string_view uid) {
  Passes(kBetweenTaps);
  for (const char key : uid) {
    app_->HandleKey(key, now_ms_);
    now_ms_ += 8;
  }
  app_->HandleKey(devices::kEnter, now_ms_);
  Waits();
}

void Pilot::Keys(std::string_view id, std::string_view digits) {
  for (const char digit : digits) Taps(std::string(id) + "." + digit);
}

void Pilot::Types(std::string_view keys) {
  for (const char key : keys) {
    Passes(kBetweenTaps);
    app_->HandleKey(key, now_ms_);
    Passes(milliseconds(200));
  }
  Waits();
}

void Pilot::Passes(milliseconds time) {
  // Step by step, as the loop would wake.
  int64_t left_ms = time.count();
  while (left_ms > 0) {
    const int64_t until_wake_ms = std::max<int64_t>(app_->wake_at_ms() - now_ms_, 1);
    const int64_t step_ms = std::min(left_ms, until_wake_ms);
    now_ms_ += step_ms;
    town_.clock().Advance(milliseconds(step_ms));
    left_ms -= step_ms;
    Frames();
  }
}

std::string Pilot::Where() const {
  const kit::Record& shown = app_->stage().record();
  return shown.state.empty() ? shown.screen : shown.screen + "." + shown.state;
}

bool Pilot::Sees(std::string_view words) const { return Screen().find(words) != std::string::npos; }

bool Pilot::CanTap(std::string_view id) const {
  const kit::Item* item = app_->stage().record().Find(id);
  return item != nullptr && item->enabled && item->role == kit::ItemRole::kButton;
}

std::string Pilot::Screen() const { return kit::AsText(app_->stage().record()); }

bool Pilot::Shown(std::string_view id, std::string_view words) const {
  const kit::Item* item = app_->stage().record().Find(id);
  return item != nullptr && item->words == words;
}

bool Pilot::Soon(const std::function<bool()>& condition) { return Until(condition, kPatience); }

bool Pilot::SeesSoon(std::string_view words) {
  return Until([&] { return Sees(words); }, kPatience);
}

bool Pilot::IsSoonAt(std::string_view where) {
  return Until([&] { return Where() == where; }, kPatience);
}

}  // namespace chunhui::tests
