// Faster, slower, louder without another pitch: the only home of libsonic.
#pragma once

#include <span>

#include "kiosk/kit/speech/voice_settings.h"
#include "kiosk/kit/speech/wav.h"

struct sonicStreamStruct;

namespace chunhui::kit {

class Pace {
 public:
  Pace();
  ~Pace();
  Pace(const Pace&) = delete;
  Pace& operator=(const Pace&) = delete;

  // Sound was made at kSyllablesDefault; what is put in from now on comes out at these settings.
  void Set(const VoiceSettings& settings);
  // What comes out for it so far, maybe nothing yet.
  Samples Put(std::span<const int16_t> samples);
  // The rest.
  Samples Finish();

 private:
  Samples Out();
  sonicStreamStruct* stream_;
};

}  // namespace chunhui::kit
