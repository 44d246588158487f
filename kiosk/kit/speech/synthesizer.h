// Pinyin and English to sound: the only home of espeak-ng. It has state of its own in the process,
// so there is one synthesizer at a time, used by one thread.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "kiosk/kit/speech/piece.h"
#include "kiosk/kit/speech/wav.h"

namespace chunhui::kit {

// Takes samples as they come, at kVoiceRate; false: no more are wanted.
using TakeSamples = std::function<bool(std::span<const int16_t>)>;

class Synthesizer {
 public:
  // Throws std::runtime_error when espeak-ng's data is not installed.
  Synthesizer();
  Synthesizer(const Synthesizer&) = delete;
  Synthesizer& operator=(const Synthesizer&) = delete;

  // At about kSyllablesDefault syllables a minute, silence at both ends included. The first samples
  // come within a millisecond. False when `take` wanted no more.
  bool Say(const Piece& piece, const TakeSamples& take);
};

// Silence at both ends cut off.
Samples Trimmed(const Samples& samples);
// Louder than this is sound.
constexpr int kSilence = 160;

}  // namespace chunhui::kit
