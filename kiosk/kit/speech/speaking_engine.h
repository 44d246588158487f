// The engine with a loudspeaker: reads, synthesizes and paces on a thread of its own, a little
// ahead of the loudspeaker, which fetches what is to be heard.
//
//   Speaker speaker;                                        // devices/speaker.h
//   SpeakingEngine engine({assets, prompts, open, rest, wake});
//   open = [&] { return speaker.Open(kVoiceRate, [&](auto out) { engine.Fill(out); }); };
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

#include "kiosk/kit/speech/engine.h"
#include "kiosk/kit/speech/piece.h"
#include "kiosk/kit/speech/wav.h"

namespace chunhui::kit {

struct SpeakingParts {
  std::filesystem::path assets;   // voice/zh-CN/*.tsv, and recordings by people in each dialect
  std::filesystem::path prompts;  // zh-CN/*.wav as they were built; recordings go before them
  std::function<bool()> open;     // on the voice's thread: begin to fetch; false: no loudspeaker
  std::function<void()> rest;     // on the voice's thread: nothing was said for a while
  std::function<void()> wake;     // on the voice's thread: another sentence, or silence
};

class SpeakingEngine : public Engine {
 public:
  explicit SpeakingEngine(SpeakingParts parts);
  ~SpeakingEngine() override;
  SpeakingEngine(const SpeakingEngine&) = delete;
  SpeakingEngine& operator=(const SpeakingEngine&) = delete;

  void Say(Speech speech) override;
  void Stop() override;
  void Set(const VoiceSettings& settings) override;
  bool audible() const override { return audible_; }
  int sentence() const override { return sentence_; }

  // The next samples to be heard, silence where there are none. The loudspeaker's thread.
  void Fill(std::span<int16_t> out);

 private:
  struct Voices;  // reader, synthesizer, pace: made when first needed, on the thread

  void Run();
  void Prepare();
  void Speak(const Speech& speech, uint64_t turn);
  bool SpeakSentence(const Speech& speech, const std::string& words, uint64_t turn);
  bool SpeakPiece(const Speech& speech, const Piece& piece, uint64_t turn);
  bool Feed(std::span<const int16_t> samples, uint64_t turn);
  bool Push(const Samples& samples, uint64_t turn);
  void Drain(uint64_t turn);
  void SetSentence(int sentence, uint64_t turn);
  void CutOff();  // under mutex_
  std::string Dialect();
  std::optional<Samples> Prompt(const std::string& language, const std::string& name);

  const SpeakingParts parts_;
  std::atomic<bool> audible_ = true;
  std::atomic<int> sentence_ = -1;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<Speech> next_;  // all below under mutex_
  bool wanted_ = false;         // somebody is here: be ready
  uint64_t turn_ = 0;           // goes up with every Say and Stop
  VoiceSettings settings_;
  std::deque<int16_t> ahead_;  // what is to be heard
  bool leaving_ = false;

  bool prepared_ = false;  // these the thread's own
  std::unique_ptr<Voices> voices_;
  std::thread thread_;
};

}  // namespace chunhui::kit
