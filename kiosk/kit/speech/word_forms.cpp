#include "kiosk/kit/speech/word_forms.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "kiosk/kit/text/utf8.h"

namespace chunhui::kit {
namespace {

// The texts of "{minute, plural, =0 {...} other {...}}", or the text itself.
std::vector<std::string> Branches(const std::string& text) {
  if (text.find(", plural,") == std::string::npos) return {text};
  std::vector<std::string> branches;
  int depth = 0;
  size_t begin = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '{' && ++depth == 2) begin = at + 1;
    if (text[at] == '}' && depth-- == 2) branches.push_back(text.substr(begin, at - begin));
  }
  return branches;
}

bool SaysSomething(const std::string& words) {
  int depth = 0;
  for (const char32_t point : Decode(words)) {
    if (point == U'{') ++depth;
    const bool letter = IsHan(point) || point == U'−' ||
                        (point < 128 && std::isalnum(static_cast<int>(point)) != 0);
    if (depth == 0 && letter) return true;
    if (point == U'}') --depth;
  }
  return false;
}

void Add(std::vector<WordForm>& forms, const std::string& name, const std::string& text) {
  const std::vector<std::string> branches = Branches(text);
  for (size_t i = 0; i < branches.size(); ++i) {
    if (!SaysSomething(branches[i])) continue;
    WordForm form{name, branches[i]};
    if (branches.size() > 1) form.name.append(".").append(std::to_string(i + 1));
    forms.push_back(std::move(form));
  }
}

}  // namespace

std::vector<WordForm> WordForms(const std::filesystem::path& word_file) {
  std::ifstream stream(word_file);
  const auto json = nlohmann::json::parse(stream, nullptr, false);
  if (!json.is_object()) throw std::runtime_error(word_file.string() + " is no file of words");
  std::vector<WordForm> forms;
  for (const auto& [key, value] : json.items()) {
    if (value.is_string()) {
      Add(forms, key, value.get<std::string>());
      continue;
    }
    const std::string screen = value.at("screen").get<std::string>();
    Add(forms, key, value.value("voice", screen));
    Add(forms, key + ".screen", screen);
  }
  return forms;
}

std::vector<WordForm> WithoutReading(const std::vector<WordForm>& forms,
                                     const Sentences& sentences) {
  std::set<std::string> known;
  for (const Sentences::Row& row : sentences.rows()) known.insert(row.words);
  std::vector<WordForm> missing;
  for (const WordForm& form : forms) {
    if (known.insert(form.words).second) missing.push_back(form);
  }
  return missing;
}

}  // namespace chunhui::kit
