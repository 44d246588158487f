// Reads one written character: which of about 9,500 it may be. Its shape chooses some dozens, their
// outlines decide. Order, direction and joining of the strokes matter little or nothing; nothing is
// kept of what was read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/recognize/handwriting/ink.h"
#include "kiosk/recognize/handwriting/outline.h"

namespace chunhui::recognize {

struct ReadCharacter {
  std::string character;  // UTF-8
  float likeness = 0;     // larger is better; differences are natural logarithms of odds
};

// How many of a model's axes, the most telling first, choose who is looked at more closely.
inline constexpr int kCoarseAxes = 40;

// What training/train.cpp learned, as it stands in assets/handwriting/characters.model.
struct HandwritingModel {
  int axes = 0;                         // kept of the shape's many numbers; more than kCoarseAxes
  std::vector<float> projection;        // axes x kShapeSize
  std::vector<float> steps;             // per axis
  std::vector<std::string> characters;  // UTF-8
  std::vector<float> favours;           // per character: rare ones stand back a little
  std::vector<uint8_t> strokes;         // per character
  std::vector<PackedOutline> outlines;  // per character
  // Ways to write a character: whole, and most with each of their strokes left out.
  std::vector<uint16_t> written;  // which character; the whole ones first, in order
  std::vector<uint8_t> left_out;  // which stroke; kNothingLeftOut for the whole ones
  std::vector<int16_t> coarse;    // ways x kCoarseAxes, -127 to 127 steps of the axis
  std::vector<int8_t> fine;       // ways x the other axes, the same

  // Throws std::runtime_error for a file that is not one.
  static HandwritingModel Load(const std::filesystem::path& file);
  void Save(const std::filesystem::path& file) const;
};
inline constexpr uint8_t kNothingLeftOut = 255;

// Cheap to keep, some milliseconds to make. Const use from several threads is fine.
class HandwritingReader {
 public:
  explicit HandwritingReader(HandwritingModel model);

  // The best first, at most `count`; empty for no ink.
  std::vector<ReadCharacter> Read(const Ink& ink, size_t count) const;
  size_t character_count() const { return model_.characters.size(); }

 private:
  struct Choice {
    size_t way = 0;
    size_t turn = 0;  // how the ink was turned when it looked most like it
    float likeness = 0;
    float misfit = 0;
  };
  struct Look;
  const std::string& CharacterOf(const Choice& choice) const {
    return model_.characters[model_.written[choice.way]];
  }
  Outline OutlineOfWay(size_t way) const;
  static bool Likelier(const Choice& one, const Choice& other) {
    return one.likeness > other.likeness;
  }
  Look LookAt(const Ink& ink, size_t turn) const;
  void FindLikest(const Look& look, const std::vector<float>& before, std::vector<float>& likeness,
                  std::vector<Choice>& choices) const;
  std::vector<float> BeforeLooking(size_t stroke_count) const;
  std::vector<Choice> ByShape(const std::vector<Ink>& turned) const;
  void CompareOutlines(const std::vector<Ink>& turned, std::vector<Choice>& choices) const;

  HandwritingModel model_;
  std::vector<float> coarse_lengths_;  // per way: half the squared length of its place, the
  std::vector<float> fine_lengths_;    // coarse axes and the others
};

}  // namespace chunhui::recognize
