// Every sentence a word file can make: its texts with their arguments, each branch of a plural by
// itself, what is shown and what is said instead.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/kit/speech/sentences.h"

namespace chunhui::kit {

struct WordForm {
  std::string name;  // "meals.done", "meals.done.screen", "time.morning.2": of its recording
  std::string words;
};

// Only those with something to say besides their arguments. Throws std::runtime_error.
std::vector<WordForm> WordForms(const std::filesystem::path& word_file);
// Those that have no line in the table.
std::vector<WordForm> WithoutReading(const std::vector<WordForm>& forms,
                                     const Sentences& sentences);

}  // namespace chunhui::kit
