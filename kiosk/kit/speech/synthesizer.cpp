#include "kiosk/kit/speech/synthesizer.h"

#include <espeak-ng/speak_lib.h>

#include <cstdlib>
#include <stdexcept>

namespace chunhui::kit {
namespace {

constexpr int kWordsAMinute = 125;         // measured: 160 syllables of pinyin a minute
constexpr int kEnglishWordsAMinute = 145;  // as calm
constexpr int kBufferMs = 60;

struct Taking {
  const TakeSamples& take;
  bool wanted = true;
};

int Take(short* samples, int count, espeak_EVENT* events) {
  if (!samples || count <= 0) return 0;
  auto& taking = *static_cast<Taking*>(events->user_data);
  taking.wanted = taking.wanted && taking.take({samples, static_cast<size_t>(count)});
  return taking.wanted ? 0 : 1;
}

// Begun once in the process and never ended: espeak_Terminate waits for a thread of its own that
// may be asleep for good (1.51).
int SampleRate() {
  static const int rate =
      espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, kBufferMs, nullptr, espeakINITIALIZE_DONT_EXIT);
  return rate;
}

// espeak-ng knows neither a comma without a blank nor one at the beginning.
std::string Plain(const Piece& piece) {
  const size_t begin = piece.text.find_first_not_of(" ,.");
  return begin == std::string::npos ? std::string() : piece.text.substr(begin);
}

}  // namespace

Synthesizer::Synthesizer() {
  if (SampleRate() != kVoiceRate) throw std::runtime_error("espeak-ng has no voices here");
  espeak_SetSynthCallback(Take);
}

bool Synthesizer::Say(const Piece& piece, const TakeSamples& take) {
  const std::string text = Plain(piece);
  if (text.empty()) return true;
  if (espeak_SetVoiceByName(piece.english ? "en" : "cmn-latn-pinyin") != EE_OK) return true;
  espeak_SetParameter(espeakRATE, piece.english ? kEnglishWordsAMinute : kWordsAMinute, 0);
  Taking taking{take};
  espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr,
               &taking);
  return taking.wanted;
}

Samples Trimmed(const Samples& samples) {
  size_t begin = 0;
  size_t end = samples.size();
  while (begin < end && std::abs(samples[begin]) <= kSilence) ++begin;
  while (end > begin && std::abs(samples[end - 1]) <= kSilence) --end;
  return {samples.begin() + static_cast<ptrdiff_t>(begin),
          samples.begin() + static_cast<ptrdiff_t>(end)};
}

}  // namespace chunhui::kit
