#include "tests/rules/tap_model/finger.h"

#include <cmath>
#include <numbers>

#include "kiosk/kit/ui.h"

namespace chunhui::kit {
namespace {

constexpr int64_t kBetweenTriesMs = 1000;  // longer than every pause of the touch layer
constexpr int64_t kStrikeMs = 110;
constexpr int64_t kBetweenStrikesMs = 130;
constexpr int64_t kLongMs = 4000;
constexpr double kDriftMm = 2;
constexpr double kStrikeSigmaMm = 1.5;  // from the first strike to the second
constexpr double kWanderSigmaMm = 1;
constexpr int kMoves = 3;

}  // namespace

void Finger::SetPage(const Record& record) {
  if (!stage_ || stage_->panel() != record.panel) stage_ = std::make_unique<Stage>(record.panel);
  stage_->Forget();
  page_ = &record;
}

std::vector<std::string> Finger::Tries(const Item& target, double sigma_mm, Manner manner) {
  acted_.clear();
  now_ms_ += kBetweenTriesMs;
  const Spot spot = Near({target.box.center_x(), target.box.center_y()}, sigma_mm);
  switch (manner) {
    case Manner::kPlain:
      Contact(spot, spot, kStrikeMs);
      break;
    case Manner::kDrifting: {
      std::uniform_real_distribution<double> angle(0, 2 * std::numbers::pi);
      const double way = angle(random_);
      Contact(spot, {spot.x_mm + kDriftMm * std::cos(way), spot.y_mm + kDriftMm * std::sin(way)},
              kStrikeMs);
      break;
    }
    case Manner::kDouble: {
      Contact(spot, spot, kStrikeMs);
      now_ms_ += kBetweenStrikesMs;
      const Spot again = Near(spot, kStrikeSigmaMm);
      Contact(again, again, kStrikeMs);
      break;
    }
    case Manner::kLong:
      Contact(spot, Near(spot, kWanderSigmaMm), kLongMs);
      break;
  }
  return acted_;
}

void Finger::Contact(const Spot& from, const Spot& to, int64_t lasting_ms) {
  Send(TouchKind::kDown, from);
  for (int i = 1; i <= kMoves; ++i) {
    now_ms_ += lasting_ms / (kMoves + 1);
    const double share = static_cast<double>(i) / kMoves;
    Send(TouchKind::kMove,
         {from.x_mm + share * (to.x_mm - from.x_mm), from.y_mm + share * (to.y_mm - from.y_mm)});
  }
  now_ms_ += lasting_ms / (kMoves + 1);
  Send(TouchKind::kUp, to);
}

void Finger::Send(TouchKind kind, const Spot& spot) {
  const float px_per_mm = page_->panel.px_per_mm;
  stage_->HandleTouch({1, kind, static_cast<float>(spot.x_mm) * px_per_mm,
                       static_cast<float>(spot.y_mm) * px_per_mm, now_ms_});
  while (stage_->Frame(words_, now_ms_, [this](Ui& ui) { Draw(ui); })) {
  }
}

// Nothing but where the buttons are: the words change neither the touch nor its judgement.
void Finger::Draw(Ui& ui) {
  ui.Begin(page_->screen, page_->state);
  for (const Item& item : page_->items) {
    if (item.role != ItemRole::kButton) continue;
    if (ui.Button(item.id, item.box, {.enabled = item.enabled})) acted_.push_back(item.id);
  }
}

Finger::Spot Finger::Near(const Spot& spot, double sigma_mm) {
  std::normal_distribution<double> off(0, sigma_mm);
  const double dx = off(random_);
  return {spot.x_mm + dx, spot.y_mm + off(random_)};
}

}  // namespace chunhui::kit
