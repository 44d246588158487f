#include "kiosk/kit/speech/voice.h"

#include <utility>

#include "kiosk/kit/speech/spoken.h"
#include "kiosk/kit/text/utf8.h"

namespace chunhui::kit {
namespace {

// A page that only flits by ("one moment") is not begun to be read.
constexpr int64_t kStandsMs = 60;
constexpr int64_t kBetweenMs = 400;   // from sentence to sentence, where nobody hears them
constexpr int kSyllablesOfAWord = 2;  // in languages with spaces, about

std::string PageOf(const Record& record) {
  std::string page = record.language + "/" + record.screen + "/" + record.state;
  for (const Item& item : record.items) {
    if (item.role == ItemRole::kTitle) page += "/" + item.words;
  }
  return page;
}

int64_t CountSyllables(std::string_view words) {
  int64_t syllables = 1;
  bool in_word = false;
  for (const char32_t point : Decode(words)) {
    const bool letter = point > U' ' && !IsWide(point);
    if (IsWide(point)) ++syllables;
    if (letter && !in_word) syllables += kSyllablesOfAWord;
    in_word = letter;
  }
  return syllables;
}

}  // namespace

Voice::Voice(Engine& engine, std::vector<Dialect> dialects)
    : engine_(engine), dialects_(std::move(dialects)) {
  engine_.Set(settings_);
}

void Voice::Set(const VoiceSettings& settings) {
  settings_ = WithinLimits(settings);
  engine_.Set(settings_);
}

void Voice::Shown(const Record& record, const Words& words, int64_t now_ms, bool by_itself) {
  now_ms_ = now_ms;
  std::string page = PageOf(record);
  if (page != page_) {
    page_ = std::move(page);
    due_ms_.reset();
    if (by_itself && settings_.on) due_ms_ = now_ms + kStandsMs;
  }
  if (due_ms_ && now_ms >= *due_ms_) SpeakPage(record, words, now_ms);
}

void Voice::SpeakPage(const Record& record, const Words& words, int64_t now_ms) {
  Say(SpokenPage(record, words), now_ms);
}

void Voice::Speak(const Item& item, const Words& words, int64_t now_ms) {
  Speech speech{words.language(), {}};
  for (std::string& said : CutIntoSentences(SpokenWords(item, words))) {
    speech.sentences.push_back({item.id, std::move(said)});
  }
  Say(std::move(speech), now_ms);
}

void Voice::Say(Speech speech, int64_t now_ms) {
  speech_ = std::move(speech);
  Again(now_ms);
}

void Voice::Again(int64_t now_ms) {
  due_ms_.reset();
  speaking_ = !speech_.sentences.empty();
  began_ms_ = now_ms;
  now_ms_ = now_ms;
  if (speaking_) engine_.Say(speech_);
}

void Voice::Stop() {
  due_ms_.reset();
  speaking_ = false;
  engine_.Stop();
}

void Voice::Forget() {
  Stop();
  speech_ = {};
  page_.clear();
  Set({});
}

void Voice::Louder() {
  VoiceSettings wanted = settings_;
  wanted.volume = loudest() ? kVolumeMin : wanted.volume + 1;
  Set(wanted);
}

void Voice::Slower() {
  VoiceSettings wanted = settings_;
  wanted.syllables_per_minute -= kSyllablesStep;
  Set(wanted);
}

void Voice::Faster() {
  VoiceSettings wanted = settings_;
  wanted.syllables_per_minute += kSyllablesStep;
  Set(wanted);
}

// Where nobody hears it, a sentence stands as long as it would take to say.
int64_t Voice::EndMs(size_t sentence) const {
  int64_t end_ms = began_ms_;
  for (size_t i = 0; i <= sentence; ++i) {
    const int64_t syllables = CountSyllables(speech_.sentences[i].words);
    end_ms += syllables * 60'000 / settings_.syllables_per_minute + kBetweenMs;
  }
  return end_ms;
}

const Sentence* Voice::Current(int64_t now_ms) const {
  if (!speaking_) return nullptr;
  if (engine_.audible()) {
    const int at = engine_.sentence();
    const bool said = at >= 0 && at < static_cast<int>(speech_.sentences.size());
    return said ? &speech_.sentences[static_cast<size_t>(at)] : nullptr;
  }
  for (size_t i = 0; i < speech_.sentences.size(); ++i) {
    if (now_ms < EndMs(i)) return &speech_.sentences[i];
  }
  return nullptr;
}

std::optional<int64_t> Voice::wake_at_ms() const {
  if (due_ms_) return due_ms_;
  if (!speaking_ || engine_.audible()) return std::nullopt;
  for (size_t i = 0; i < speech_.sentences.size(); ++i) {
    if (now_ms_ < EndMs(i)) return EndMs(i);
  }
  return std::nullopt;
}

}  // namespace chunhui::kit
