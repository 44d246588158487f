#include "kiosk/recognize/handwriting/command.h"

#include <ctime>
#include <fstream>
#include <iostream>

namespace chunhui::recognize {
namespace {

double CpuMs() {
  timespec spent{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
  return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
}

int ReadLines(std::istream& in, const HandwritingAsked& asked) {
  const HandwritingReader reader(HandwritingModel::Load(HandwritingModelFile()));
  bool all_strokes = true;
  for (std::string line; std::getline(in, line);) {
    const double start_ms = CpuMs();
    const std::optional<LabelledInk> written = ReadInkLine(line);
    all_strokes = all_strokes && written;
    if (written) std::cout << CandidateLine(reader, written->ink, asked.odds);
    if (asked.times) std::cout << "\t" << CpuMs() - start_ms;
    std::cout << std::endl;
  }
  return all_strokes ? 0 : 1;
}

}  // namespace

std::string CandidateLine(const HandwritingReader& reader, const Ink& ink, bool odds) {
  const size_t count = odds ? kHandwritingCandidatesWithOdds : kHandwritingCandidates;
  std::string line;
  for (const ReadCharacter& read : reader.Read(ink, count)) {
    if (!line.empty()) line.append(1, ' ');
    line.append(read.character);
    if (odds) line.append(1, ' ').append(std::to_string(read.likeness));
  }
  return line;
}

std::filesystem::path HandwritingModelFile() {
  return std::filesystem::path(CHUNHUI_ASSETS) / "handwriting" / "characters.model";
}

int RunHandwriting(const HandwritingAsked& asked) {
  if (asked.file == "-") return ReadLines(std::cin, asked);
  std::ifstream in(asked.file);
  if (!in) {
    std::cerr << "chunhui-recognize: no such file: " << asked.file << "\n";
    return 1;
  }
  return ReadLines(in, asked);
}

}  // namespace chunhui::recognize
