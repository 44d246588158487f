// Writes a character the way hurried, trembling and old hands do: parts pushed about, strokes
// turned, shortened, joined, left out, drawn backwards, the whole slanted. Used to train the model
// and to test the recogniser; never on what people write.
#pragma once

#include <random>

#include "kiosk/recognize/handwriting/ink.h"

namespace chunhui::recognize {

struct Sloppiness {
  float parts = 1;          // how far groups of strokes move and stretch; 1 = an ordinary hand
  float strokes = 1;        // how far single strokes move, turn and stretch
  float bend = 1;           // of the whole sheet
  float slant_degrees = 8;  // standard deviation of slant and of turning
  float tremor = 1;
  float join_chance = 0.35F;    // that any strokes are joined to the next one
  float missing_chance = 0.1F;  // that one stroke is not there
  float backwards_chance = 0.05F;
};

Ink WrittenSloppily(const Ink& ink, const Sloppiness& how, std::mt19937& random);

}  // namespace chunhui::recognize
