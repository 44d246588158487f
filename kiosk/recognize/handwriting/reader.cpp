#include "kiosk/recognize/handwriting/reader.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <tuple>
#include <utility>

#include "kiosk/recognize/handwriting/shape.h"

namespace chunhui::recognize {
namespace {

// All weights make natural logarithms of odds. They were fitted on strokes of KanjiVG, written
// sloppily, which the model has not learned from (assets/handwriting/README.md).
constexpr float kNearOdds = 0.1F;     // a squared spread of the axes nearer
constexpr float kMisfitOdds = 10;     // a misfit e times as small
constexpr float kMisfitNone = 0.02F;  // smaller ones are all alike
constexpr float kTurnMalus = 0.6F;
constexpr float kLackMalus = 2.8F;

// People join strokes, and leave one out; they seldom write one more than there is.
constexpr float kStrokeTooMany = 3;
constexpr float kStrokeTooFew = 0.8F;
constexpr int kTooManyMax = 3;  // more of them say no more
constexpr int kTooFewMax = 4;

// A sheet held askew, a slanting hand: the character is also read turned and slanted back by so
// much, at a price. In radians.
struct Turn {
  float angle = 0;
  float slant = 0;
};
constexpr Turn kTurns[] = {{-0.14F, 0}, {0.14F, 0},      {0, 0.21F},
                           {0, -0.21F}, {-0.14F, 0.18F}, {0.14F, -0.18F}};

constexpr size_t kLookedAt = 1500;       // ways whose every axis is looked at
constexpr size_t kLookedAtTurned = 500;  // of a turned character
constexpr size_t kCompared = 240;        // characters whose outlines are looked at
constexpr size_t kFitted = 100;          // and fitted to the writing
constexpr int kFitRounds = 3;

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

template <typename Step>
float HalfSquares(const Step* place, const float* steps, size_t count) {
  float squares = 0;
  for (size_t i = 0; i < count; ++i) {
    const float at = steps[i] * static_cast<float>(place[i]);
    squares += at * at;
  }
  return squares / 2;
}

template <typename Step>
float Product(const int16_t* one, const Step* other, size_t count) {
  int32_t product = 0;
  for (size_t i = 0; i < count; ++i) product += int32_t{one[i]} * other[i];
  return static_cast<float>(product);
}

// About the `count`-th best value: every eighth stands for all, as none need be missed by much.
float LeastOfBest(size_t count, const std::vector<float>& values) {
  constexpr size_t kStride = 8;
  std::vector<float> some;
  for (size_t i = 0; i < values.size(); i += kStride) some.push_back(values[i]);
  const size_t place = std::min(count / kStride, some.size() - 1);
  const auto last = some.begin() + static_cast<std::ptrdiff_t>(place);
  std::nth_element(some.begin(), last, some.end(), std::greater<>());
  return *last;
}

float MisfitOdds(float misfit) { return -kMisfitOdds * std::log(misfit + kMisfitNone); }

}  // namespace

// The place of one turned character on the axes. A product with a way's place, in its steps, less
// half the way's squared length orders as nearness does.
struct HandwritingReader::Look {
  size_t turn = 0;
  // 16-bit products of at most 127 * 2000 each, up to 1,000 of them, fit into 32 bits.
  std::vector<int16_t> place;
  float step = 0;
  float half_squares = 0;
};

HandwritingReader::HandwritingReader(HandwritingModel model) : model_(std::move(model)) {
  const size_t fine_axes = static_cast<size_t>(model_.axes) - kCoarseAxes;
  const float* steps = model_.steps.data();
  for (size_t way = 0; way < model_.written.size(); ++way) {
    coarse_lengths_.push_back(HalfSquares(&model_.coarse[way * kCoarseAxes], steps, kCoarseAxes));
    fine_lengths_.push_back(
        HalfSquares(&model_.fine[way * fine_axes], steps + kCoarseAxes, fine_axes));
  }
}

HandwritingReader::Look HandwritingReader::LookAt(const Ink& ink, size_t turn) const {
  const Shape shape = ShapeOf(ink);
  Look look{.turn = turn};
  std::vector<float> place;
  float most = 1e-9F;
  for (size_t axis = 0; axis < static_cast<size_t>(model_.axes); ++axis) {
    const float at = std::inner_product(
        shape.begin(), shape.end(),
        model_.projection.begin() + static_cast<std::ptrdiff_t>(axis * kShapeSize), 0.F);
    look.half_squares += at * at / 2;
    place.push_back(at * model_.steps[axis]);
    most = std::max(most, std::fabs(place.back()));
  }
  look.step = most / 2000;
  for (const float at : place) {
    look.place.push_back(static_cast<int16_t>(std::lround(at / look.step)));
  }
  return look;
}

// What speaks for each way before anything is seen of the writing but its number of strokes.
std::vector<float> HandwritingReader::BeforeLooking(size_t stroke_count) const {
  std::vector<float> before;
  for (size_t way = 0; way < model_.written.size(); ++way) {
    const size_t character = model_.written[way];
    const bool lacks = model_.left_out[way] != kNothingLeftOut;
    const int more = static_cast<int>(stroke_count) - model_.strokes[character] + (lacks ? 1 : 0);
    before.push_back(model_.favours[character] - (lacks ? kLackMalus : 0) -
                     kStrokeTooMany * static_cast<float>(std::clamp(more, 0, kTooManyMax)) -
                     kStrokeTooFew * static_cast<float>(std::clamp(-more, 0, kTooFewMax)));
  }
  return before;
}

// For each character the better of what stands in `choices` and what this look finds.
void HandwritingReader::FindLikest(const Look& look, const std::vector<float>& before,
                                   std::vector<float>& likeness,
                                   std::vector<Choice>& choices) const {
  // A missing stroke and a slant at once are too rare for their time.
  const size_t ways = look.turn == 0 ? model_.written.size() : model_.characters.size();
  likeness.resize(ways);
  for (size_t way = 0; way < ways; ++way) {
    const float product =
        Product(look.place.data(), &model_.coarse[way * kCoarseAxes], kCoarseAxes);
    likeness[way] = kNearOdds * (look.step * product - coarse_lengths_[way]) + before[way];
  }
  const float least = LeastOfBest(look.turn == 0 ? kLookedAt : kLookedAtTurned, likeness);
  const size_t fine_axes = static_cast<size_t>(model_.axes) - kCoarseAxes;
  const float all = kNearOdds * look.half_squares + (look.turn == 0 ? 0 : kTurnMalus);
  for (size_t way = 0; way < ways; ++way) {
    if (likeness[way] < least) continue;
    const float product =
        Product(look.place.data() + kCoarseAxes, &model_.fine[way * fine_axes], fine_axes);
    const float whole =
        likeness[way] + kNearOdds * (look.step * product - fine_lengths_[way]) - all;
    Choice& choice = choices[model_.written[way]];
    if (whole > choice.likeness) choice = {way, look.turn, whole, 0};
  }
}

std::vector<HandwritingReader::Choice> HandwritingReader::ByShape(
    const std::vector<Ink>& turned) const {
  const std::vector<float> before = BeforeLooking(turned.front().size());
  std::vector<Choice> choices(model_.characters.size(), {0, 0, -1e30F, 0});
  std::vector<float> likeness;
  for (size_t turn = 0; turn < turned.size(); ++turn) {
    FindLikest(LookAt(turned[turn], turn), before, likeness, choices);
  }
  const auto last =
      choices.begin() + static_cast<std::ptrdiff_t>(std::min(kCompared, choices.size()));
  std::partial_sort(choices.begin(), last, choices.end(), Likelier);
  choices.erase(last, choices.end());
  return choices;
}

Outline HandwritingReader::OutlineOfWay(size_t way) const {
  const Outline whole = Unpack(model_.outlines[model_.written[way]]);
  const uint8_t left_out = model_.left_out[way];
  return left_out == kNothingLeftOut ? whole : Without(whole, left_out);
}

void HandwritingReader::CompareOutlines(const std::vector<Ink>& turned,
                                        std::vector<Choice>& choices) const {
  std::vector<Outline> written;
  for (const Ink& ink : turned) written.push_back(OutlineOf(ink));
  const auto misfit = [&](const Choice& choice, int rounds) {
    return Misfit(written[choice.turn], OutlineOfWay(choice.way), rounds);
  };
  for (Choice& choice : choices) {
    choice.misfit = misfit(choice, 0);
    choice.likeness += MisfitOdds(choice.misfit);
  }
  std::sort(choices.begin(), choices.end(), Likelier);
  for (size_t i = 0; i < std::min(kFitted, choices.size()); ++i) {
    choices[i].likeness +=
        MisfitOdds(misfit(choices[i], kFitRounds)) - MisfitOdds(choices[i].misfit);
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
