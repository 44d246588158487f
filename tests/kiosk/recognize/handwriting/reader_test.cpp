#include "kiosk/recognize/handwriting/reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "kiosk/recognize/handwriting/command.h"

namespace chunhui::recognize {
namespace {

const HandwritingReader& Reader() {
  static const HandwritingReader reader(HandwritingModel::Load(HandwritingModelFile()));
  return reader;
}

std::vector<LabelledInk> Strokes(const std::string& set) {
  std::ifstream in(std::string(CHUNHUI_SOURCE_DIR) + "/tests/data/handwriting/" + set + ".txt");
  std::vector<LabelledInk> strokes;
  for (std::string line; std::getline(in, line);) strokes.push_back(ReadInkLine(line).value());
  return strokes;
}

// How many of a hundred have their character among the first `count`.
double Score(const std::string& set, size_t count) {
  const std::vector<LabelledInk> strokes = Strokes(set);
  size_t found = 0;
  for (const LabelledInk& written : strokes) {
    for (const ReadCharacter& read : Reader().Read(written.ink, count)) {
      found += read.character == written.label;
    }
  }
  return 100.0 * static_cast<double>(found) / static_cast<double>(strokes.size());
}

std::string Best(const Ink& ink) { return Reader().Read(ink, 1).at(0).character; }

TEST(Handwriting, PlainNamesAreReadInAnyStrokeOrder) {
  EXPECT_GE(Score("plain", 1), 97);
  EXPECT_GE(Score("disordered", 1), 97);
  EXPECT_GE(Score("disordered", 10), 98);
}

TEST(Handwriting, JoinedStrokesStayAmongTheTen) { EXPECT_GE(Score("joined", 10), 98); }

TEST(Handwriting, AMissingStrokeStaysAmongTheTen) { EXPECT_GE(Score("missing", 10), 97); }

TEST(Handwriting, FifteenDegreesOfSlantStayAmongTheTen) { EXPECT_GE(Score("slanted", 10), 98); }

TEST(Handwriting, AnOutlineWithoutAStrokeIsTheOutlineOfTheOthers) {
  const Ink cross{{{0, 50}, {100, 50}}, {{50, 0}, {50, 100}}, {{0, 100}, {100, 100}}};
  const Ink rest{cross[0], cross[1]};
  EXPECT_LT(Misfit(OutlineOf(rest), Without(OutlineOf(cross), 2), 0), 0.01F);
  EXPECT_GT(Misfit(OutlineOf(rest), OutlineOf(cross), 0), 0.05F);
  EXPECT_LT(Misfit(OutlineOf({cross[0]}), Without(OutlineOf({cross[0]}), 0), 0), 0.01F);
}

TEST(Handwriting, SizeAndPlaceDoNotMatter) {
  for (LabelledInk& written : Strokes("plain")) {
    const std::string read = Best(written.ink);
    for (Stroke& stroke : written.ink) {
      for (InkPoint& point : stroke) point = {point.x / 8 + 4000, point.y / 8 - 300};
    }
    EXPECT_EQ(Best(written.ink), read);
  }
}

TEST(Handwriting, TheOrderOfStrokesDoesNotMatter) {
  LabelledInk written = Strokes("plain").front();
  const auto before = Reader().Read(written.ink, 10);
  std::reverse(written.ink.begin(), written.ink.end());
  const auto after = Reader().Read(written.ink, 10);
  for (size_t i = 0; i < 10; ++i) EXPECT_EQ(before[i].character, after[i].character);
}

TEST(Handwriting, TheLikeliestComesFirstAndNothingTwice) {
  const auto read = Reader().Read(Strokes("plain").front().ink, 50);
  std::vector<std::string> seen;
  for (size_t i = 1; i < read.size(); ++i) {
    EXPECT_LE(read[i].likeness, read[i - 1].likeness);
    EXPECT_EQ(std::count(seen.begin(), seen.end(), read[i].character), 0);
    seen.push_back(read[i].character);
  }
}

TEST(Handwriting, NoInkIsNoCharacter) {
  EXPECT_TRUE(Reader().Read({}, 10).empty());
  EXPECT_TRUE(Reader().Read({{}, {}}, 10).empty());
}

TEST(Handwriting, ADotOrTheSamePointOftenIsReadWithoutHarm) {
  EXPECT_EQ(Reader().Read({{{5, 5}}}, 10).size(), 10U);
  EXPECT_EQ(Reader().Read({Stroke(1000, InkPoint{1e6F, -1e6F})}, 10).size(), 10U);
}

TEST(Handwriting, AFileThatIsNoModelIsRefused) {
  EXPECT_THROW(HandwritingModel::Load("/dev/null"), std::runtime_error);
  EXPECT_THROW(HandwritingModel::Load(CHUNHUI_SOURCE_DIR "/LICENSE"), std::runtime_error);
}

}  // namespace
}  // namespace chunhui::recognize
