// Cards, keys and badges.
#include "kiosk/app/app.h"
#include "kiosk/visit/evidence.h"

namespace chunhui::app {

void App::TakeKeys(const devices::KeysMeant& meant, int64_t now_ms) {
  for (const char key : meant.typed) {
    const bool digit = (key >= '0' && key <= '9') || key == 'X' || key == 'x' || key == '\b';
    if (!digit) continue;
    const char shown = key == 'x' ? 'X' : key;
    staff_ && !staff_aside_ ? staff_->HandleKey(shown) : current_.screen->HandleDigit(shown);
  }
  if (!meant.card.empty()) HandleCard(meant.card, now_ms);
}

void App::HandleCard(const std::string& uid, int64_t now_ms) {
  now_ms_ = now_ms;
  Touched(now_ms);
  if (staff_ && staff_->TakeShown(uid)) return;
  if (current_.place.screen == ScreenName::kOutOfOrder) return OpenStaff(uid);
  if (current_.place.screen == ScreenName::kMeasure) return;
  if (current_.screen->WantsCard()) {
    Go(current_.screen->HandleCard(uid));
  } else if (!visit_.open() && !staff_) {
    Go(Place::To(ScreenName::kWho, uid));
  } else if (uid != visit_.card()) {
    HandleOtherCard(uid);
  }
}

// During a visit nobody has asked for a card: find out whose it is before anything is lost.
void App::HandleOtherCard(const std::string& uid) {
  card_asked_ms_ = now_ms_;
  office().Ask(office::kRecognise, visit::RequestFor(uid), guard_,
               [this, uid](const auto& outcome) { TakeRecognised(outcome, uid); });
}

void App::TakeRecognised(const office::Outcome<v1::RecogniseResponse>& outcome,
                         const std::string& uid) {
  card_asked_ms_.reset();
  if (outcome.refused()) sheet_ = Sheet::kCardUnknown;
  if (!outcome.ok()) return;
  if (outcome.value().staff_badge()) return OpenStaff(uid);
  const auto& candidates = outcome.value().candidates();
  Forget();
  visit_.Offer({candidates.begin(), candidates.end()}, uid);
  Enter(Place::To(ScreenName::kIsThisYou, "changed"));
}

bool App::reading_card() const {
  return card_asked_ms_ && now_ms_ - *card_asked_ms_ >= kWordsAfterMs;
}

// Staff have named who stands here: the panel steps aside for the resident's own yes.
void App::TakeNamed() {
  const std::string enrolled = staff_->TakeEnrolled();
  if (!enrolled.empty()) {
    EndPractice();
    staff_.reset();
    return Enter(Place::To(ScreenName::kWho, enrolled));
  }
  std::vector<v1::Candidate> named = staff_->TakeNamed();
  if (named.empty()) return;
  auto then = current_.place.screen == ScreenName::kWho ? current_.place.then : nullptr;
  EndPractice();
  staff_.reset();
  visit_.Offer(std::move(named), {});
  Enter(Place::To(ScreenName::kIsThisYou, {}, std::move(then)));
}

void App::OpenStaff(std::string badge) {
  sheet_ = Sheet::kNone;
  staff_ = std::make_unique<staff_panel::Panel>(parts_.office, parts_.bell, std::move(badge));
  staff_->FindNamed(visit_.written_name());
  staff_touched_ms_ = now_ms_;
  staff_aside_ = false;
}

}  // namespace chunhui::app
