// The kiosk itself: is it open to the public, how large is its glass, what staff want of it.
#include <utility>

#include "kiosk/app/app.h"

namespace chunhui::app {
namespace {

// What people at the service desk read off the screen; K-03 and K-04 come from the program.
constexpr const char* kTakenOut = "K-01";
constexpr const char* kPanelTooSmall = "K-05";
constexpr const char* kPanelTooLarge = "K-06";

}  // namespace

std::string App::Fault() const {
  if (!parts_.fault_code.empty()) return parts_.fault_code;
  if (taken_out_) return kTakenOut;
  if (!measured_) return {};
  switch (kit::FitOf(Glass())) {
    case kit::PanelFit::kTooSmall:
      return kPanelTooSmall;
    case kit::PanelFit::kTooLarge:
      return kPanelTooLarge;
    case kit::PanelFit::kGood:
    case kit::PanelFit::kCoarse:
      break;
  }
  return {};
}

// The office learns of it at once, and the public sees it.
void App::FollowFault() {
  std::string fault = Fault();
  if (fault == told_fault_) return;
  told_fault_ = std::move(fault);
  parts_.office.SetFault(told_fault_);
  if (visit_.open()) Forget();
  Enter(Start());
}

kit::Panel App::Glass() const {
  kit::Panel glass = parts_.panel;
  glass.px_per_mm = px_per_mm_;
  return glass;
}

// The page on which it is measured must stand whatever was measured before.
void App::FollowGlass() {
  const bool measures = current_.place.screen == ScreenName::kMeasure;
  stage_.SetPxPerMm(measures ? kit::GuessedPxPerMm(parts_.panel) : px_per_mm_);
}

void App::TakeMeasure(float px_per_mm) {
  px_per_mm_ = px_per_mm;
  if (parts_.keep_measure) parts_.keep_measure(px_per_mm);
  measured_ = true;
  Enter(Start());
}

void App::Grant(staff_panel::Wish wish) {
  switch (wish) {
    case staff_panel::Wish::kNone:
      return;
    case staff_panel::Wish::kClose:
      staff_.reset();
      return;
    case staff_panel::Wish::kPractise:
      staff_.reset();
      return StartPractice();
    case staff_panel::Wish::kListenOnly:
      staff_.reset();
      SetDark(true);
      stage_.BeginWalk();
      return;
    case staff_panel::Wish::kAside:
      staff_aside_ = !staff_aside_;
      return;
    case staff_panel::Wish::kMeasure:
      staff_aside_ = true;
      return Enter(Place::Measure(px_per_mm_));
    case staff_panel::Wish::kTakeOut:
      return TakeOut(true);
    case staff_panel::Wish::kBringBack:
      return TakeOut(false);
  }
}

void App::TakeOut(bool taken_out) {
  taken_out_ = taken_out;
  if (parts_.keep_taken_out) parts_.keep_taken_out(taken_out);
}

staff_panel::DeviceState App::Device() const {
  return {Glass(), told_fault_, taken_out_, visit_.open(), visit_.open() && !practice_};
}

}  // namespace chunhui::app
