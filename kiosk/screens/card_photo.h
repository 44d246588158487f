// The ID card under the camera: one question in plain words, then what would help, in words and a
// picture, until the number is read or the visitor wants another way. Shows no frame and no number.
#pragma once

#include <memory>
#include <string>

#include "kiosk/devices/card_camera.h"
#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class CardPhotoScreen : public Screen {
 public:
  // `place.then` is where the visitor wants to go.
  CardPhotoScreen(devices::CardCamera& camera, office::Client& office, visit::Visit& visit,
                  const Place& place)
      : camera_(camera), office_(office), visit_(visit), then_(place.then) {}
  ~CardPhotoScreen() override { camera_.Close(); }

  Place Draw(kit::Ui& ui) override;
  std::string_view State() const override;
  Place Back() override { return OtherWay(); }

 private:
  Place DrawQuestion(kit::Ui& ui);
  Place DrawLooking(kit::Ui& ui);
  Place DrawTrouble(kit::Ui& ui, std::string_view key);
  void Agree();
  void Follow(kit::Ui& ui);
  Place OtherWay() const { return Place::To(ScreenName::kWho, {}, then_); }

  void Recognise(std::string number);
  void HandleAnswer(const office::Outcome<v1::RecogniseResponse>& outcome);

  devices::CardCamera& camera_;
  office::Client& office_;
  visit::Visit& visit_;
  std::shared_ptr<const Place> then_;
  bool agreed_ = false;
  bool asking_ = false;
  bool found_ = false;
  std::string trouble_;  // key of what went wrong
  devices::CardSeen seen_;
  devices::CardAdvice advice_ = devices::CardAdvice::kShowCard;  // what is said now
  int64_t said_ms_ = -10'000;                                    // since when
  office::Guard guard_;
};

}  // namespace chunhui::screens
