// Learns the handwriting model from one clean example of every character: writes each many times
// sloppily, finds the axes along which characters differ more than hands do (linear discriminant
// analysis), and keeps each character's mean on them. usage: handwriting-train TEMPLATES MODEL
#include <iconv.h>

#include <Eigen/Dense>
#include <algorithm>
#include <fstream>
#include <iostream>

#include "kiosk/recognize/handwriting/reader.h"
#include "kiosk/recognize/handwriting/shape.h"
#include "kiosk/recognize/handwriting/training/sloppy.h"

namespace chunhui::recognize {
namespace {

using Matrix = Eigen::MatrixXf;
using Vector = Eigen::VectorXf;

constexpr int kWritings = 40;  // of each character
constexpr int kAxes = 160;
constexpr float kEvenness = 0.05F;  // of the hands' spread taken as equal in all directions
constexpr int kAtOnce = 64;         // characters per block of the sums
// Up to so many strokes a missing one is learned by itself.
constexpr size_t kFewStrokes = 13;
constexpr size_t kFewStrokesRare = 8;
constexpr int kLackWritings = 8;
// Rare characters stand back, in logarithms of odds.
constexpr float kSecondLevel = -1.2F;
constexpr float kRare = -2.5F;

// The first level of GB 2312 holds 3,755 common characters, the second 3,008.
float FavourOf(const std::string& character) {
  char in[8] = {}, out[8] = {};
  character.copy(in, sizeof in - 1);
  char *from = in, *to = out;
  size_t from_left = character.size(), to_left = sizeof out;
  const iconv_t converter = iconv_open("GB2312", "UTF-8");
  const size_t failed = iconv(converter, &from, &from_left, &to, &to_left);
  iconv_close(converter);
  const unsigned row = static_cast<unsigned char>(out[0]);
  if (failed == static_cast<size_t>(-1)) return kRare;
  return row < 0xD8 ? 0.F : kSecondLevel;
}

Matrix Writings(const Ink& clean, int count, std::mt19937& random) {
  Matrix shapes(kShapeSize, count);
  for (int i = 0; i < count; ++i) {
    Sloppiness how;
    if (i % 4 == 0) how.slant_degrees = 14;
    Shape shape = ShapeOf(WrittenSloppily(clean, how, random));
    shapes.col(i) = Eigen::Map<Vector>(shape.data(), kShapeSize);
  }
  return shapes;
}

struct Sums {
  Matrix means;   // one column per character
  Matrix spread;  // of writings around their mean
};

Sums Learn(const std::vector<LabelledInk>& clean, std::mt19937& random) {
  const Eigen::Index count = static_cast<Eigen::Index>(clean.size());
  Sums sums{Matrix(kShapeSize, count), Matrix::Zero(kShapeSize, kShapeSize)};
  Matrix block(kShapeSize, kAtOnce * kWritings);
  Eigen::Index filled = 0;
  for (Eigen::Index i = 0; i < count; ++i) {
    Matrix shapes = Writings(clean[static_cast<size_t>(i)].ink, kWritings, random);
    sums.means.col(i) = shapes.rowwise().mean();
    shapes.colwise() -= sums.means.col(i);
    block.middleCols(filled, kWritings) = shapes;
    filled += kWritings;
    if (filled == block.cols() || i + 1 == count) {
      sums.spread.selfadjointView<Eigen::Lower>().rankUpdate(block.leftCols(filled));
      filled = 0;
    }
  }
  sums.spread = Matrix(sums.spread.selfadjointView<Eigen::Lower>());
  sums.spread /= static_cast<float>(count * kWritings);
  return sums;
}

Matrix Axes(Sums sums) {
  sums.spread.diagonal().array() += kEvenness * sums.spread.trace() / kShapeSize;
  const Eigen::SelfAdjointEigenSolver<Matrix> hands(sums.spread);
  const Matrix whitening =
      hands.eigenvectors() * hands.eigenvalues().cwiseSqrt().cwiseInverse().asDiagonal();
  const Vector middle = sums.means.rowwise().mean();
  const Matrix apart = whitening.transpose() * (sums.means.colwise() - middle);
  const Eigen::SelfAdjointEigenSolver<Matrix> characters(
      Matrix(apart * apart.transpose() / static_cast<float>(apart.cols())));
  // The most telling first.
  return (whitening * characters.eigenvectors().rightCols(kAxes).rowwise().reverse()).transpose();
}

void AddWay(HandwritingModel& model, size_t character, uint8_t left_out, const Vector& place) {
  model.written.push_back(static_cast<uint16_t>(character));
  model.left_out.push_back(left_out);
  for (int axis = 0; axis < kAxes; ++axis) {
    const float step = model.steps[static_cast<size_t>(axis)];
    const long at = std::clamp(std::lround(place(axis) / step), -127L, 127L);
    (axis < kCoarseAxes ? model.coarse : model.fine).push_back(static_cast<int8_t>(at));
  }
}

// Each stroke left out in turn.
void AddLacking(HandwritingModel& model, size_t character, const Ink& clean, const Matrix& axes,
                std::mt19937& random) {
  const bool rare = model.favours[character] <= kRare;
  if (clean.size() < 3 || clean.size() > (rare ? kFewStrokesRare : kFewStrokes)) return;
  for (size_t stroke = 0; stroke < clean.size(); ++stroke) {
    Ink lacking = clean;
    lacking.erase(lacking.begin() + static_cast<std::ptrdiff_t>(stroke));
    const Vector mean = Writings(lacking, kLackWritings, random).rowwise().mean();
    AddWay(model, character, static_cast<uint8_t>(stroke), axes * mean);
  }
}

HandwritingModel ModelOf(const std::vector<LabelledInk>& clean, const Sums& sums,
                         std::mt19937& random) {
  const Matrix axes = Axes(sums);
  const Matrix places = axes * sums.means;
  HandwritingModel model;
  model.axes = kAxes;
  for (int axis = 0; axis < kAxes; ++axis) {
    for (int i = 0; i < kShapeSize; ++i) model.projection.push_back(axes(axis, i));
    model.steps.push_back(places.row(axis).cwiseAbs().maxCoeff() / 127);
  }
  for (Eigen::Index i = 0; i < places.cols(); ++i) {
    model.characters.push_back(clean[static_cast<size_t>(i)].label);
    model.favours.push_back(FavourOf(model.characters.back()));
    const Ink& ink = clean[static_cast<size_t>(i)].ink;
    model.strokes.push_back(static_cast<uint8_t>(ink.size()));
    model.outlines.push_back(Pack(OutlineOf(ink)));
    AddWay(model, static_cast<size_t>(i), kNothingLeftOut, places.col(i));
  }
  for (size_t i = 0; i < clean.size(); ++i) AddLacking(model, i, clean[i].ink, axes, random);
  return model;
}

int Train(const char* templates, const char* file) {
  std::vector<LabelledInk> clean;
  std::ifstream in(templates);
  for (std::string line; std::getline(in, line);) {
    if (auto character = ReadInkLine(line)) clean.push_back(std::move(*character));
  }
  if (clean.size() < kAxes) throw std::runtime_error("too few characters in that file");
  std::mt19937 random(1);
  const Sums sums = Learn(clean, random);
  ModelOf(clean, sums, random).Save(file);
  std::cout << clean.size() << " characters learned\n";
  return 0;
}

}  // namespace
}  // namespace chunhui::recognize

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: handwriting-train TEMPLATES MODEL\n";
    return 2;
  }
  return chunhui::recognize::Train(argv[1], argv[2]);
}
