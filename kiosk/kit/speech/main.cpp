// chunhui-voice: builds the prompts and keeps the table of readings. Not part of the kiosk.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "kiosk/kit/speech/reader.h"
#include "kiosk/kit/speech/synthesizer.h"
#include "kiosk/kit/speech/word_forms.h"

namespace chunhui::kit {
namespace {

namespace fs = std::filesystem;

constexpr const char* kUsage = R"(usage: chunhui-voice COMMAND ASSETS [...]
  build ASSETS DIR   writes a WAV of every fixed part of every sentence into DIR
  missing ASSETS     sentences of words/zh-CN.json without a reading; exit code 1 when there are any
  add ASSETS         drafts their readings at the end of voice/zh-CN/sentences.tsv: review them
  recordings ASSETS TAG   sentences that nobody has recorded in voice/TAG, and how many there are
  say ASSETS WORDS   prints how the words are read; with a third argument FILE.wav says them there
)";

Samples SamplesOf(Synthesizer& synthesizer, const Piece& piece) {
  Samples all;
  synthesizer.Say(piece, [&all](std::span<const int16_t> samples) {
    all.insert(all.end(), samples.begin(), samples.end());
    return true;
  });
  return Trimmed(all);
}

int Build(const Reader& reader, const fs::path& folder) {
  fs::create_directories(folder);
  Synthesizer synthesizer;
  int count = 0;
  for (const Sentences::Row& prompt : reader.sentences().Prompts()) {
    const bool english = prompt.reading.starts_with("@en ");
    const std::string text = english ? prompt.reading.substr(4) : prompt.reading;
    WriteWav(folder / (prompt.name + ".wav"), SamplesOf(synthesizer, {text, english, {}}));
    ++count;
  }
  std::cout << count << " prompts in " << folder.string() << "\n";
  return 0;
}

int Missing(const Reader& reader, const fs::path& assets, bool add) {
  const fs::path table = assets / "voice/zh-CN/sentences.tsv";
  const auto missing = WithoutReading(WordForms(assets / "words/zh-CN.json"), reader.sentences());
  std::ofstream out;
  if (add && !missing.empty()) out.open(table, std::ios::app);
  for (const WordForm& form : missing) {
    const std::string line = form.name + "\t" + form.words + "\t" + reader.Draft(form.words);
    std::cout << line << "\n";
    if (out.is_open()) out << line << "\n";
  }
  return missing.empty() || add ? 0 : 1;
}

// A file that is no sound counts as none, and is named.
bool IsRecorded(const fs::path& file) try {
  return ReadWav(file).has_value();
} catch (const std::exception& error) {
  std::cerr << "chunhui-voice: " << error.what() << "\n";
  return false;
}

int Recordings(const Reader& reader, const fs::path& folder) {
  size_t recorded = 0;
  const auto prompts = reader.sentences().Prompts();
  for (const Sentences::Row& prompt : prompts) {
    if (IsRecorded(folder / (prompt.name + ".wav"))) {
      ++recorded;
    } else {
      std::cout << prompt.name << ".wav\t" << prompt.words << "\n";
    }
  }
  std::cout << "recorded=" << recorded << " of=" << prompts.size() << "\n";
  return 0;
}

int Say(const Reader& reader, const std::string& words, const fs::path& file) {
  const std::vector<Piece> pieces = reader.Read(words);
  std::cout << PinyinOf(pieces) << "\n";
  if (file.empty()) return 0;
  Synthesizer synthesizer;
  Samples all;
  for (const Piece& piece : pieces) {
    const Samples samples = SamplesOf(synthesizer, piece);
    all.insert(all.end(), samples.begin(), samples.end());
  }
  WriteWav(file, all);
  return 0;
}

int Run(const std::vector<std::string>& words) {
  if (words.size() < 2) {
    std::cerr << kUsage;
    return 2;
  }
  const fs::path assets = words[1];
  const Reader reader(assets / "voice/zh-CN");
  const std::string& command = words[0];
  if (command == "build" && words.size() == 3) return Build(reader, words[2]);
  if (command == "missing") return Missing(reader, assets, false);
  if (command == "add") return Missing(reader, assets, true);
  if (command == "recordings" && words.size() == 3) {
    return Recordings(reader, assets / "voice" / words[2]);
  }
  if (command == "say" && words.size() > 2) {
    return Say(reader, words[2], words.size() > 3 ? words[3] : "");
  }
  std::cerr << kUsage;
  return 2;
}

}  // namespace
}  // namespace chunhui::kit

int main(int count, char** words) {
  try {
    return chunhui::kit::Run({words + 1, words + count});
  } catch (const std::exception& error) {
    std::cerr << "chunhui-voice: " << error.what() << "\n";
    return 2;
  }
}
