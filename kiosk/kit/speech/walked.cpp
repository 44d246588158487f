#include "kiosk/kit/speech/walked.h"

#include <algorithm>

#include "kiosk/kit/speech/spoken.h"

namespace chunhui::kit {
namespace {

bool IsChoice(const Stop& stop) { return stop.front()->role == ItemRole::kButton; }

// A choice is called what stands on it: its own voice may be an invitation to touch the glass.
std::string WordsOf(const Stop& stop, const Words& words) {
  std::string said;
  for (const Item* item : stop) {
    Item named = *item;
    if (IsChoice(stop)) named.voice.clear();
    const std::string part = SpokenWords(named, words);
    if (part.empty()) continue;
    if (!said.empty()) said += words.Voice("sentence.joint");
    said += part;
  }
  return said;
}

}  // namespace

Speech SpokenTold(const Record& record, const Words& words) {
  Speech speech{words.language(), {}};
  for (const Stop& stop : StopsOf(record)) {
    if (IsChoice(stop) || stop.front()->on_request) continue;
    std::string said = WordsOf(stop, words);
    if (!said.empty()) speech.sentences.push_back({stop.front()->id, std::move(said)});
  }
  return speech;
}

Speech SpokenArrival(const Record& record, const Words& words) {
  Speech speech = SpokenTold(record, words);
  const std::vector<Stop> stops = StopsOf(record);
  const auto choices = std::count_if(stops.begin(), stops.end(), [](const Stop& stop) {
    return IsChoice(stop) && !stop.front()->on_request;
  });
  if (choices > 0) {
    speech.sentences.push_back(
        {{}, words.Voice("walk.choices", {{"count", static_cast<int64_t>(choices)}})});
  }
  return speech;
}

Sentence SpokenHow(const Words& words) { return {{}, words.Voice("walk.how")}; }

Speech SpokenStop(const Record& record, std::string_view stop, bool dark, const Words& words) {
  Speech speech{words.language(), {}};
  if (stop == kScreenStop) {
    speech.sentences.push_back({{}, words.Voice(dark ? "walk.light" : "walk.dark")});
    return speech;
  }
  for (const Stop& one : StopsOf(record)) {
    if (one.front()->id != stop) continue;
    std::string said = WordsOf(one, words);
    if (said.empty()) said = words.Voice("walk.covered");
    if (IsChoice(one)) {
      const char* key = one.front()->enabled ? "walk.choice" : "walk.not_now";
      said += words.Voice("sentence.joint") + words.Voice(key);
    }
    speech.sentences.push_back({std::string(stop), std::move(said)});
  }
  return speech;
}

Speech NewlyTold(const Speech& before, const Speech& now) {
  Speech speech{now.language, {}};
  for (const Sentence& sentence : now.sentences) {
    const auto same = std::find(before.sentences.begin(), before.sentences.end(), sentence);
    if (same == before.sentences.end()) speech.sentences.push_back(sentence);
  }
  return speech;
}

}  // namespace chunhui::kit
