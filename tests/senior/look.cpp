#include <algorithm>

#include "tests/senior/journey.h"

namespace chunhui::tests {

std::string Look::where() const {
  return record_.state.empty() ? record_.screen : record_.screen + "." + record_.state;
}

bool Look::CanPress(std::string_view id) const {
  const kit::Item* item = record_.Find(id);
  return item != nullptr && item->enabled && item->role == kit::ItemRole::kButton;
}

bool Look::Says(std::string_view words) const {
  return std::any_of(record_.items.begin(), record_.items.end(), [&](const kit::Item& item) {
    return item.words.find(words) != std::string::npos;
  });
}

bool Look::Reads(std::string_view id, std::string_view words) const {
  const kit::Item* item = record_.Find(id);
  return item != nullptr && item->words == words;
}

std::string Look::WordsOn(const kit::Item& button) const {
  std::string words;
  for (const kit::Item& item : record_.items) {
    if (item.id == button.id || item.id.starts_with(button.id + ".")) words += item.words + "\n";
  }
  return words;
}

std::optional<std::string> Look::Find(std::string_view id_begins,
                                      const std::function<bool(const std::string&)>& fits) const {
  for (const kit::Item& item : record_.items) {
    if (!item.id.starts_with(id_begins) || !CanPress(item.id)) continue;
    if (item.id.find(".page.") == std::string::npos && fits(WordsOn(item))) return item.id;
  }
  return std::nullopt;
}

std::optional<std::string> Look::Button(std::string_view id_begins, std::string_view words) const {
  return Find(id_begins,
              [words](const std::string& text) { return text.find(words) != std::string::npos; });
}

std::optional<std::string> Look::ButtonWithout(std::string_view id_begins,
                                               std::string_view words) const {
  return Find(id_begins,
              [words](const std::string& text) { return text.find(words) == std::string::npos; });
}

std::string Look::Main() const {
  const auto found = std::find_if(record_.items.begin(), record_.items.end(),
                                  [](const kit::Item& item) { return item.main && item.enabled; });
  return found == record_.items.end() ? std::string() : found->id;
}

}  // namespace chunhui::tests
