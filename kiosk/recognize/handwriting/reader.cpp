#include "kiosk/recognize/handwriting/reader.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

#include "kiosk/recognize/handwriting/shape.h"

namespace chunhui::recognize {
namespace {

// Likeness is measured in the axes' own spreads; this makes differences of it logarithms of odds
// (fitted on the strokes of tests/data/handwriting).
constexpr float kOdds = 0.35F;

// A sheet held askew, a slanting hand: the character is also read turned and slanted back by so
// much, at a price. In radians.
struct Turn {
  float angle = 0;
  float slant = 0;
};
constexpr Turn kTurns[] = {{-0.14F, 0}, {0.14F, 0},      {0, 0.21F},
                           {0, -0.21F}, {-0.14F, 0.18F}, {0.14F, -0.18F}};
constexpr float kTurnMalus = 6;
constexpr float kLackMalus = 25;  // the price of a stroke that is not there

Ink Turned(const Ink& ink, const Turn& turn) {
  const float sine = std::sin(turn.angle), cosine = std::cos(turn.angle);
  const float slant = std::tan(turn.slant);
  Ink turned = ink;
  for (Stroke& stroke : turned) {
    for (InkPoint& p : stroke) {
      const float x = p.x - slant * p.y;
      p = {cosine * x - sine * p.y, sine * x + cosine * p.y};
    }
  }
  return turned;
}

constexpr size_t kCompared = 120;  // characters whose outlines are looked at
constexpr size_t kFitted = 60;     // and fitted to the writing
constexpr int kFitRounds = 2;
constexpr float kMisfitOdds = 250;  // what a misfit of 1 takes away

// Strokes from the upper left to the lower right, so that the order of writing changes nothing.
Ink InPlaceOrder(Ink ink) {
  std::erase_if(ink, [](const Stroke& stroke) { return stroke.empty(); });
  const auto place = [](const Stroke& stroke) {
    const InkPoint& a = stroke.front();
    const InkPoint& b = stroke.back();
    return std::tuple(a.x + a.y + b.x + b.y, a.x + b.x, a.x, stroke.size());
  };
  std::stable_sort(ink.begin(), ink.end(), [&](const Stroke& one, const Stroke& other) {
    return place(one) < place(other);
  });
  return ink;
}

bool IsEmpty(const Ink& ink) {
  return std::all_of(ink.begin(), ink.end(), [](const Stroke& stroke) { return stroke.empty(); });
}

}  // namespace

HandwritingReader::HandwritingReader(HandwritingModel model) : model_(std::move(model)) {
  const size_t axes = static_cast<size_t>(model_.axes);
  for (size_t i = 0; i < model_.written.size(); ++i) {
    float squares = 0;
    for (size_t axis = 0; axis < axes; ++axis) {
      const float at = model_.steps[axis] * static_cast<float>(model_.places[i * axes + axis]);
      squares += at * at;
    }
    lengths_.push_back(squares / 2);
  }
}

// For each character the better of what stands in `choices` and this: the product of both places
// less half the character's squared length, which orders as nearness does.
void HandwritingReader::Score(const Ink& ink, float malus, size_t turn,
                              std::vector<Choice>& choices) const {
  const Shape shape = ShapeOf(ink);
  const size_t axes = static_cast<size_t>(model_.axes);
  std::vector<float> place(axes);
  float most = 1e-9F;
  float squares = 0;
  for (size_t axis = 0; axis < axes; ++axis) {
    const float at = std::inner_product(
        shape.begin(), shape.end(),
        model_.projection.begin() + static_cast<std::ptrdiff_t>(axis * kShapeSize), 0.F);
    squares += at * at;
    place[axis] = at * model_.steps[axis];
    most = std::max(most, std::fabs(place[axis]));
  }
  // 16-bit products of at most 127 * 8000 each, up to 1,000 of them, fit into 32 bits.
  const float step = most / 2000;
  std::vector<int16_t> fine(axes);
  for (size_t axis = 0; axis < axes; ++axis) {
    fine[axis] = static_cast<int16_t>(std::lround(place[axis] / step));
  }
  const float all = squares / 2 + malus;
  // A missing stroke and a slant at once are too rare for their time.
  const size_t ways = turn == 0 ? model_.written.size() : model_.characters.size();
  for (size_t i = 0; i < ways; ++i) {
    const size_t character = model_.written[i];
    const int16_t* other = &model_.places[i * axes];
    int32_t product = 0;
    for (size_t axis = 0; axis < axes; ++axis) product += int32_t{fine[axis]} * other[axis];
    const float likeness = kOdds * (step * static_cast<float>(product) - lengths_[i] - all +
                                    model_.favours[character] - (IsWhole(i) ? 0 : kLackMalus));
    Choice& choice = choices[character];
    if (likeness > choice.likeness) choice = {i, turn, likeness, 0};
  }
}

std::vector<HandwritingReader::Choice> HandwritingReader::ByShape(
    const std::vector<Ink>& turned) const {
  std::vector<Choice> choices(model_.characters.size(), {0, 0, -1e30F, 0});
  for (size_t turn = 0; turn < turned.size(); ++turn) {
    Score(turned[turn], turn == 0 ? 0 : kTurnMalus, turn, choices);
  }
  const auto last =
      choices.begin() + static_cast<std::ptrdiff_t>(std::min(kCompared, choices.size()));
  std::partial_sort(choices.begin(), last, choices.end(), Likelier);
  choices.erase(last, choices.end());
  return choices;
}

void HandwritingReader::CompareOutlines(const std::vector<Ink>& turned,
                                        std::vector<Choice>& choices) const {
  std::vector<Outline> written;
  for (const Ink& ink : turned) written.push_back(OutlineOf(ink));
  const auto misfit = [&](const Choice& choice, int rounds) {
    return Misfit(written[choice.turn], Unpack(model_.outlines[choice.way]), rounds);
  };
  for (Choice& choice : choices) {
    choice.misfit = misfit(choice, 0);
    choice.likeness -= kMisfitOdds * choice.misfit;
  }
  std::sort(choices.begin(), choices.end(), Likelier);
  for (size_t i = 0; i < std::min(kFitted, choices.size()); ++i) {
    choices[i].likeness += kMisfitOdds * (choices[i].misfit - misfit(choices[i], kFitRounds));
  }
  std::sort(choices.begin(), choices.end(), Likelier);
}

std::vector<ReadCharacter> HandwritingReader::Read(const Ink& ink, size_t count) const {
  if (IsEmpty(ink)) return {};
  std::vector<Ink> turned{InPlaceOrder(ink)};
  for (const Turn& turn : kTurns) turned.push_back(Turned(turned.front(), turn));
  std::vector<Choice> choices = ByShape(turned);
  CompareOutlines(turned, choices);
  if (choices.size() > count) choices.resize(count);
  std::vector<ReadCharacter> best;
  for (const Choice& choice : choices) {
    best.push_back({CharacterOf(choice), choice.likeness});
  }
  return best;
}

}  // namespace chunhui::recognize
