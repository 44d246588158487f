// A small convolutional net that reads a line of printed digits in one go: a strip goes in, for
// each column of the strip the scores of 0-9, X and "nothing" come out. Trained by train/train.py.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace chunhui::recognize {

inline constexpr int kStripWidth = 416;  // pixels; a digit is about 25 high and 19 apart
inline constexpr int kStripHeight = 40;
inline constexpr int kColumns = kStripWidth / 4;
inline constexpr int kClasses = 12;
inline constexpr int kBlank = 11;  // class 10 is X

// Logarithms of probabilities; of each column they sum to 1.
using ColumnScores = std::array<std::array<float, kClasses>, kColumns>;

// Not for use by two threads at once. Its work space is wiped when it goes.
class DigitNet {
 public:
  DigitNet();
  ~DigitNet();
  DigitNet(const DigitNet&) = delete;
  DigitNet& operator=(const DigitNet&) = delete;

  // `strip`: kStripWidth x kStripHeight, row by row, every pixel against its surroundings.
  ColumnScores Read(std::span<const float> strip);

 private:
  std::vector<float> weights_;  // of all layers, four output channels side by side
  std::vector<float> front_, back_;
};

// The trained numbers: eight-bit weights, a scale and a bias per output channel.
inline constexpr int kNetWeights = 72204;
inline constexpr int kNetChannels = 224;
extern const std::array<int8_t, kNetWeights> kNetWeightTable;
extern const std::array<float, kNetChannels> kNetScaleTable;
extern const std::array<float, kNetChannels> kNetBiasTable;

}  // namespace chunhui::recognize
