#include "kiosk/recognize/digits/digit_net.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace chunhui::recognize {
namespace {

constexpr int kTogether = 4;  // output channels computed side by side
constexpr int kTile = 16;     // pixels computed side by side
constexpr int kMargin = 1;    // empty pixels around each plane

struct Layer {
  int inputs, outputs;
  int kernel_height, kernel_width;
  int pad_y;                    // pad in x is always (kernel_width - 1) / 2
  int pool_height, pool_width;  // 1: none
  bool rectified;
};

constexpr std::array<Layer, 6> kLayers{{{1, 12, 3, 3, 1, 2, 2, true},
                                        {12, 24, 3, 3, 1, 2, 2, true},
                                        {24, 48, 3, 3, 1, 2, 1, true},
                                        {48, 64, 5, 3, 0, 1, 1, true},
                                        {64, 64, 1, 3, 0, 1, 1, true},
                                        {64, 12, 1, 1, 0, 1, 1, false}}};

// Planes of one layer: each row has a margin, and room for the last tile to run over.
struct Shape {
  int channels, height, width;
  int stride() const { return (width + kTile - 1) / kTile * kTile + 2 * kMargin; }
  int plane() const { return (height + 2 * kMargin) * stride(); }
  size_t size() const { return static_cast<size_t>(channels) * static_cast<size_t>(plane()); }
  int at(int channel, int y, int x) const {
    return channel * plane() + (y + kMargin) * stride() + x + kMargin;
  }
};

constexpr Shape kInput{1, kStripHeight, kStripWidth};

Shape Convolved(const Layer& layer, const Shape& in) {
  return {layer.outputs, in.height + 2 * layer.pad_y - layer.kernel_height + 1, in.width};
}

Shape Pooled(const Layer& layer, const Shape& in) {
  return {in.channels, in.height / layer.pool_height, in.width / layer.pool_width};
}

using Lanes = float __attribute__((vector_size(kTile * sizeof(float))));

// kTogether channels of one tile. `weights`: for each input, kernel row and kernel column the
// weights of the channels side by side.
#ifndef __SANITIZE_THREAD__  // which the choice between the two would call before it is awake
__attribute__((target_clones("arch=haswell", "default")))
#endif
void Tile(
    const Layer& layer, const Shape& in, const float* pixels, const float* weights,
    const float* biases, std::array<Lanes, kTogether>& sums) {
  std::array<Lanes, kTogether> sum;
  for (int k = 0; k < kTogether; ++k) sum[k] = Lanes{} + biases[k];
  for (int input = 0; input < layer.inputs; ++input, pixels += in.plane()) {
    for (int y = 0; y < layer.kernel_height; ++y) {
      for (int x = 0; x < layer.kernel_width; ++x, weights += kTogether) {
        Lanes lanes;
        std::memcpy(&lanes, pixels + y * in.stride() + x, sizeof lanes);
        for (int k = 0; k < kTogether; ++k) sum[k] += lanes * weights[k];
      }
    }
  }
  sums = sum;
}

void Convolve(const Layer& layer, const Shape& in, const float* from, const float* weights,
              const float* biases, const Shape& out, float* to) {
  const int group_weights = layer.inputs * layer.kernel_height * layer.kernel_width * kTogether;
  for (int first = 0; first < layer.outputs; first += kTogether, weights += group_weights) {
    for (int y = 0; y < out.height; ++y) {
      for (int x = 0; x < out.width; x += kTile) {
        const int corner = in.at(0, y - layer.pad_y, x - (layer.kernel_width - 1) / 2);
        std::array<Lanes, kTogether> sums;
        Tile(layer, in, from + corner, weights, biases + first, sums);
        for (int k = 0; k < kTogether; ++k) {
          for (int i = 0; i < kTile && x + i < out.width; ++i) {
            const float value = sums[k][i];
            to[out.at(first + k, y, x + i)] = layer.rectified ? std::max(value, 0.0f) : value;
          }
        }
      }
    }
  }
}

void Pool(const Layer& layer, const Shape& in, const float* from, const Shape& out, float* to) {
  for (int channel = 0; channel < out.channels; ++channel) {
    for (int y = 0; y < out.height; ++y) {
      for (int x = 0; x < out.width; ++x) {
        float best = from[in.at(channel, y * layer.pool_height, x * layer.pool_width)];
        for (int j = 0; j < layer.pool_height; ++j) {
          for (int i = 0; i < layer.pool_width; ++i) {
            best = std::max(
                best, from[in.at(channel, y * layer.pool_height + j, x * layer.pool_width + i)]);
          }
        }
        to[out.at(channel, y, x)] = best;
      }
    }
  }
}

void Clear(std::vector<float>& space, size_t size) { space.assign(size, 0.0f); }

// Planes of the last layer to logarithms of probabilities.
ColumnScores Scores(const Shape& shape, const float* planes) {
  ColumnScores scores;
  for (int column = 0; column < kColumns; ++column) {
    auto& of_column = scores[static_cast<size_t>(column)];
    float top = -1e9f;
    for (int k = 0; k < kClasses; ++k) {
      of_column[static_cast<size_t>(k)] = planes[shape.at(k, 0, column)];
      top = std::max(top, of_column[static_cast<size_t>(k)]);
    }
    float sum = 0;
    for (const float score : of_column) sum += std::exp(score - top);
    for (float& score : of_column) score -= top + std::log(sum);
  }
  return scores;
}

}  // namespace

DigitNet::DigitNet() {
  const int8_t* from = kNetWeightTable.data();
  const float* scale = kNetScaleTable.data();
  for (const Layer& layer : kLayers) {
    const int per_output = layer.inputs * layer.kernel_height * layer.kernel_width;
    for (int first = 0; first < layer.outputs; first += kTogether) {
      for (int i = 0; i < per_output; ++i) {
        for (int k = first; k < first + kTogether; ++k) {
          weights_.push_back(static_cast<float>(from[k * per_output + i]) * scale[k]);
        }
      }
    }
    from += layer.outputs * per_output;
    scale += layer.outputs;
  }
}

DigitNet::~DigitNet() {
  for (std::vector<float>* space : {&front_, &back_}) {
    explicit_bzero(space->data(), space->size() * sizeof(float));
  }
}

ColumnScores DigitNet::Read(std::span<const float> strip) {
  Shape shape = kInput;
  Clear(front_, shape.size() + kTile);
  for (int y = 0; y < kStripHeight; ++y) {
    std::copy_n(strip.data() + y * kStripWidth, kStripWidth, front_.data() + shape.at(0, y, 0));
  }
  const float* weights = weights_.data();
  const float* biases = kNetBiasTable.data();
  for (const Layer& layer : kLayers) {
    const Shape wide = Convolved(layer, shape);
    Clear(back_, wide.size() + kTile);
    Convolve(layer, shape, front_.data(), weights, biases, wide, back_.data());
    shape = Pooled(layer, wide);
    Clear(front_, shape.size() + kTile);
    Pool(layer, wide, back_.data(), shape, front_.data());
    weights += layer.inputs * layer.outputs * layer.kernel_height * layer.kernel_width;
    biases += layer.outputs;
  }
  return Scores(shape, front_.data());
}

}  // namespace chunhui::recognize
