// chunhui-recognize handwriting: stroke files in, candidates out.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/recognize/handwriting/reader.h"

namespace chunhui::recognize {

struct HandwritingAsked {
  std::string file;    // a stroke file (docs/stroke-files.md); "-" is the standard input
  bool odds = false;   // more characters, behind each the natural logarithm of its odds
  bool times = false;  // print the CPU milliseconds of each character behind its line
};

// One line per line: ten characters with blanks between, or forty with their odds, the best first;
// an empty line for one that is no stroke line. Answers the exit status: 1 when there was such a
// line or no such file.
int RunHandwriting(const HandwritingAsked& asked);

// Of this installation.
std::filesystem::path HandwritingModelFile();

// What the kiosk shows and the command prints, and what it prints with odds: whoever knows which
// names are likely may choose from these.
inline constexpr size_t kHandwritingCandidates = 10;
inline constexpr size_t kHandwritingCandidatesWithOdds = 40;

// The best first, blanks between.
std::string CandidateLine(const HandwritingReader& reader, const Ink& ink, bool odds = false);

}  // namespace chunhui::recognize
