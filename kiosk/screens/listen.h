// The keys of the voice, always in the same places, and the sentence that is being read in large
// letters: where there is no loudspeaker, it is all there is of the voice.
#pragma once

#include <string>

#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class ListenScreen : public Screen {
 public:
  explicit ListenScreen(kit::Voice& voice) : voice_(voice) {}

  Place Draw(kit::Ui& ui) override;

 private:
  void DrawCaption(kit::Ui& ui, const kit::Box& box) const;
  // The key that was pressed; each is heard at once.
  void DrawKeys(kit::Ui& ui, const kit::Box& box);

  kit::Voice& voice_;
};

}  // namespace chunhui::screens
