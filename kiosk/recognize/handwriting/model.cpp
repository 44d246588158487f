// The model's file: a line of text with its counts, then steps of the projection's rows, the rows
// in 8 bits, steps of the axes, favours, stroke counts, which character each way writes and which
// stroke it leaves out, places in 8 bits, outlines, and the characters.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "kiosk/recognize/handwriting/reader.h"
#include "kiosk/recognize/handwriting/shape.h"

namespace chunhui::recognize {
namespace {

constexpr const char* kMagic = "chunhui-handwriting-4";
constexpr float kByteMax = 127;
constexpr int kAxesMax = 1000;
constexpr int kWaysMax = 100000;

template <typename Value>
void Put(std::ostream& out, const std::vector<Value>& values) {
  out.write(reinterpret_cast<const char*>(values.data()),
            static_cast<std::streamsize>(values.size() * sizeof(Value)));
}

template <typename Value>
std::vector<Value> Take(std::istream& in, size_t count) {
  std::vector<Value> values(count);
  in.read(reinterpret_cast<char*>(values.data()),
          static_cast<std::streamsize>(count * sizeof(Value)));
  if (!in) throw std::runtime_error("handwriting model: the file ends too soon");
  return values;
}

}  // namespace

HandwritingModel HandwritingModel::Load(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string line;
  std::getline(in, line);
  std::istringstream head(line);
  std::string magic;
  int axes = 0, shape_size = 0, count = 0, way_count = 0;
  head >> magic >> shape_size >> axes >> count >> way_count;
  if (!head || magic != kMagic || shape_size != kShapeSize || axes <= kCoarseAxes ||
      axes > kAxesMax || count < 1 || way_count < count || way_count > kWaysMax) {
    throw std::runtime_error("handwriting model: not one of this version: " + file.string());
  }
  HandwritingModel model;
  model.axes = axes;
  const size_t rows = static_cast<size_t>(axes), characters = static_cast<size_t>(count);
  const size_t ways = static_cast<size_t>(way_count);
  const std::vector<float> row_steps = Take<float>(in, rows);
  const std::vector<int8_t> projection = Take<int8_t>(in, rows * kShapeSize);
  model.steps = Take<float>(in, rows);
  model.favours = Take<float>(in, characters);
  model.strokes = Take<uint8_t>(in, characters);
  model.written = Take<uint16_t>(in, ways);
  for (const uint16_t character : model.written) {
    if (character >= characters) throw std::runtime_error("handwriting model: no such character");
  }
  model.left_out = Take<uint8_t>(in, ways);
  const std::vector<int8_t> coarse = Take<int8_t>(in, ways * kCoarseAxes);
  model.coarse.assign(coarse.begin(), coarse.end());
  model.fine = Take<int8_t>(in, ways * (rows - kCoarseAxes));
  model.outlines = Take<PackedOutline>(in, characters);
  model.projection.resize(projection.size());
  for (size_t i = 0; i < projection.size(); ++i) {
    model.projection[i] = row_steps[i / kShapeSize] * static_cast<float>(projection[i]);
  }
  while (std::getline(in, line)) model.characters.push_back(line);
  if (model.characters.size() != characters) {
    throw std::runtime_error("handwriting model: characters are missing");
  }
  return model;
}

void HandwritingModel::Save(const std::filesystem::path& file) const {
  std::vector<float> row_steps;
  std::vector<int8_t> rows;
  for (int axis = 0; axis < axes; ++axis) {
    const auto first = projection.begin() + static_cast<std::ptrdiff_t>(axis) * kShapeSize;
    float most = 1e-9F;
    std::for_each_n(first, kShapeSize, [&](float v) { most = std::max(most, std::fabs(v)); });
    row_steps.push_back(most / kByteMax);
    std::for_each_n(first, kShapeSize, [&](float v) {
      rows.push_back(static_cast<int8_t>(std::lround(v / row_steps.back())));
    });
  }
  std::ofstream out(file, std::ios::binary);
  out << kMagic << " " << kShapeSize << " " << axes << " " << characters.size() << " "
      << written.size() << "\n";
  Put(out, row_steps);
  Put(out, rows);
  Put(out, steps);
  Put(out, favours);
  Put(out, strokes);
  Put(out, written);
  Put(out, left_out);
  Put(out, std::vector<int8_t>(coarse.begin(), coarse.end()));
  Put(out, fine);
  Put(out, outlines);
  for (const std::string& character : characters) out << character << "\n";
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace chunhui::recognize
