// Practice beside a volunteer: the same screens on an office of play.
#include "kiosk/app/app.h"

namespace chunhui::app {

// Whatever stands half done is over: play and truth never share a visit.
void App::StartPractice() {
  Forget();
  practice_ = std::make_unique<practice::Practice>(parts_.clock, parts_.office.known().station);
  idle_.Touched(now_ms_);
  Enter(Place::To(ScreenName::kIdle));
}

void App::EndPractice() {
  Forget();
  practice_.reset();
}

screens::ScreenParts App::PartsOfScreens() {
  devices::Bell& bell = practice_ ? practice_->bell() : parts_.bell;
  // In play nobody's ID card is looked at, and nobody writes a name.
  devices::Handwriting* handwriting = practice_ ? nullptr : parts_.handwriting;
  devices::CardCamera* camera = practice_ ? nullptr : parts_.camera;
  return {office(), visit_, wishes_, parts_.clock, bell, voice_, handwriting, camera};
}

}  // namespace chunhui::app
