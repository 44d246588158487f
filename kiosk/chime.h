// The sound of the kiosk's bell: a short chime through SDL; the terminal's bell where there is no
// loudspeaker.
#pragma once

#include "kiosk/devices/bell.h"

namespace chunhui::kiosk {

// Opens the loudspeaker when it first sounds. UI thread only.
class Chime {
 public:
  Chime() = default;
  ~Chime();
  Chime(const Chime&) = delete;
  Chime& operator=(const Chime&) = delete;

  void Sound(devices::Ring ring);

 private:
  bool Open();
  unsigned device_ = 0;  // SDL_AudioDeviceID; 0 = closed
  bool silent_ = false;  // there is no loudspeaker
};

}  // namespace chunhui::kiosk
