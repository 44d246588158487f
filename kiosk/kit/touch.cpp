#include "kiosk/kit/touch.h"

#include <algorithm>
#include <cmath>

namespace chunhui::kit {

void Touch::Handle(const TouchEvent& event, bool unveils) { events_.push_back({event, unveils}); }

bool Touch::pending() const {
  return !frames_.empty() || !events_.empty() || choice_ != Choice::kNone;
}

void Touch::Choose(std::string_view control, int64_t time_ms) {
  if (page_changed_ms_ && time_ms - *page_changed_ms_ < kPageChangePauseMs) return;
  if (contact_ == Contact::kCounting) Cancel();
  choice_ = Choice::kNew;
  chosen_ = control;
  chosen_ms_ = time_ms;
}

// Events are judged when their frame comes, not when they arrive: the frame before may have
// changed the page.
Pointer Touch::Next() {
  if (frames_.empty() && choice_ != Choice::kNone) {
    choice_ = choice_ == Choice::kNew    ? Choice::kHeld
              : choice_ == Choice::kHeld ? Choice::kActs
                                         : Choice::kNone;
    pointer_ = {.press_ms = chosen_ms_, .time_ms = chosen_ms_};
    if (choice_ != Choice::kNone) return pointer_;
  }
  while (frames_.empty() && !events_.empty()) {
    const auto [event, unveils] = events_.front();
    events_.pop_front();
    switch (event.kind) {
      case TouchKind::kDown:
        Begin(event, unveils);
        break;
      case TouchKind::kMove:
        Drift(event);
        break;
      case TouchKind::kUp:
        End(event);
        break;
    }
  }
  if (!frames_.empty()) {
    pointer_ = frames_.front();
    frames_.pop_front();
  }
  return pointer_;
}

void Touch::Begin(const TouchEvent& event, bool unveils) {
  fingers_.erase(event.finger);  // its last lifting was lost
  const int64_t since_press_ms = event.time_ms - press_.time_ms;
  if (contact_ == Contact::kCounting && on_nothing_ && since_press_ms >= kPalmRestsMs) {
    fingers_.erase(press_.finger);  // a hand that rests
    Cancel();
  }
  const bool first = fingers_.empty();
  fingers_.insert(event.finger);
  if (!first) {
    const bool palm = since_press_ms < kContactMsMin;
    if (palm && contact_ == Contact::kCounting) Cancel();
    if (palm && contact_ == Contact::kWriting) DropLine();
    return;
  }
  const bool too_soon = page_changed_ms_ && event.time_ms - *page_changed_ms_ < kPageChangePauseMs;
  contact_ = too_soon || unveils ? Contact::kIgnored : Contact::kCounting;
  if (!ContinuesBurst(event)) burst_began_ms_ = event.time_ms;
  press_ = event;
  on_nothing_ = false;
  if (contact_ != Contact::kCounting) return;
  if (OnSheet(event)) {
    contact_ = Contact::kWriting;
    return Write(event);
  }
  frames_.push_back(At(event, false));
  frames_.push_back(At(event, true));
}

bool Touch::OnSheet(const TouchEvent& event) const {
  return sheet_ && event.x_px >= static_cast<float>(sheet_->x) &&
         event.y_px >= static_cast<float>(sheet_->y) &&
         event.x_px < static_cast<float>(sheet_->x + sheet_->w) &&
         event.y_px < static_cast<float>(sheet_->y + sheet_->h);
}

void Touch::Write(const TouchEvent& event) {
  if (line_.size() < kLinePointsMax) line_.push_back({event.x_px, event.y_px});
}

// A dot may be as short as it likes when it is long enough in time, and the other way round.
void Touch::FinishLine(const TouchEvent& event) {
  Write(event);
  float reach = 0;
  for (const PixelSpot& spot : line_) {
    reach = std::max(reach, std::hypot(spot.x - line_.front().x, spot.y - line_.front().y));
  }
  const bool meant =
      event.time_ms - press_.time_ms >= kContactMsMin || reach >= kLineMmMin * px_per_mm_;
  if (meant) lines_.push_back(std::move(line_));
  DropLine();
}

void Touch::DropLine() {
  line_.clear();
  if (contact_ == Contact::kWriting) contact_ = Contact::kIgnored;
}

Pointer Touch::At(const TouchEvent& event, bool down) const {
  return {true, down, event.x_px, event.y_px, press_.time_ms, event.time_ms};
}

void Touch::PressedNothing() { on_nothing_ = contact_ == Contact::kCounting; }

void Touch::Drift(const TouchEvent& event) {
  if (event.finger != press_.finger) return;
  if (contact_ == Contact::kWriting) return Write(event);
  if (contact_ != Contact::kCounting) return;
  if (MmFromPress(event) > kDriftMmMax) return Cancel();
  frames_.push_back(At(event, true));
}

void Touch::End(const TouchEvent& event) {
  if (fingers_.erase(event.finger) == 0) return;
  if (event.finger == press_.finger && contact_ == Contact::kWriting) FinishLine(event);
  if (event.finger == press_.finger && contact_ == Contact::kCounting) {
    if (MmFromPress(event) > kDriftMmMax || event.time_ms - press_.time_ms < kContactMsMin) {
      Cancel();
    } else {
      frames_.push_back(At(event, false));
      frames_.push_back({});
      contact_ = Contact::kIgnored;  // until every finger is off the glass
    }
  }
  if (fingers_.empty()) contact_ = Contact::kNone;
}

// The pointer leaves before it lifts, so that nothing acts.
void Touch::Cancel() {
  frames_.push_back({.over = false, .down = true, .press_ms = press_.time_ms});
  frames_.push_back({});
  contact_ = Contact::kIgnored;
}

float Touch::MmFromPress(const TouchEvent& event) const {
  return std::hypot(event.x_px - press_.x_px, event.y_px - press_.y_px) / px_per_mm_;
}

bool Touch::ContinuesBurst(const TouchEvent& event) const {
  return event.time_ms - press_.time_ms < kBurstPressesApartMs && MmFromPress(event) <= kBurstMmMax;
}

bool Touch::BeganOnOtherPage() const {
  return page_changed_ms_ && burst_began_ms_ <= *page_changed_ms_ &&
         pointer_.press_ms == press_.time_ms && press_.time_ms - *page_changed_ms_ < kBurstMsMax;
}

bool Touch::MayAct(std::string_view control) {
  const bool again = control == acted_control_;
  if (BeganOnOtherPage()) return false;
  if (again && pointer_.press_ms - acted_ms_ < kSameControlPauseMs) return false;
  acted_control_ = control;
  acted_ms_ = pointer_.time_ms;
  return true;
}

void Touch::PageChanged(int64_t now_ms) {
  page_changed_ms_ = now_ms;
  choice_ = Choice::kNone;
  if (contact_ == Contact::kCounting) Cancel();
  sheet_.reset();
  lines_.clear();
  DropLine();
}

void Touch::Forget() {
  events_.clear();
  sheet_.reset();
  lines_.clear();
  DropLine();
  if (contact_ == Contact::kCounting) Cancel();
  contact_ = Contact::kNone;
  fingers_.clear();
  choice_ = Choice::kNone;
  chosen_.clear();
  acted_control_.clear();
}

}  // namespace chunhui::kit
