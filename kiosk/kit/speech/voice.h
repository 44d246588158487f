// The kiosk's voice as the app sees it: reads pages by itself, reads what is asked for, keeps the
// visitor's rate and volume, and knows which sentence is being said, for captions. UI thread only.
//
//   voice.Shown(stage.record(), words, now_ms, !at_rest);   // after each frame
//   voice.Stop();                                           // a finger came down
//   voice.Speak(*record.Find("meals.yes"), words, now_ms);  // a key moved there
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "kiosk/kit/record.h"
#include "kiosk/kit/speech/dialects.h"
#include "kiosk/kit/speech/engine.h"
#include "kiosk/kit/words.h"

namespace chunhui::kit {

class Voice {
 public:
  // `dialects`: what a visitor may choose beside the standard language.
  explicit Voice(Engine& engine, std::vector<Dialect> dialects = {});

  void Set(const VoiceSettings& settings);
  const VoiceSettings& settings() const { return settings_; }
  const std::vector<Dialect>& dialects() const { return dialects_; }

  // What is on the glass now. A new page (screen, state or title) is read when it has stood for a
  // moment, if the voice is on and `by_itself`.
  void Shown(const Record& record, const Words& words, int64_t now_ms, bool by_itself);

  // Each of these takes the place of what is being said, also while the voice is off.
  void SpeakPage(const Record& record, const Words& words, int64_t now_ms);
  void Speak(const Item& item, const Words& words, int64_t now_ms);
  void Say(Speech speech, int64_t now_ms);
  void Again(int64_t now_ms);  // the last speech from its beginning

  void Stop();    // a touch: silence within 100 ms
  void Forget();  // the visitor has gone: nothing to say again, default settings

  // Louder up to the loudest, then the quietest again; slower and faster up to the limits.
  void Louder();
  void Slower();
  void Faster();
  bool loudest() const { return settings_.volume == kVolumeMax; }

  bool audible() const { return engine_.audible(); }
  // The sentence that is being said, or that would be if there were a loudspeaker.
  const Sentence* Current(int64_t now_ms) const;  // nullptr: silence
  // When Shown or Current will have something new without any event.
  std::optional<int64_t> wake_at_ms() const;

 private:
  int64_t EndMs(size_t sentence) const;

  Engine& engine_;
  const std::vector<Dialect> dialects_;
  VoiceSettings settings_;
  Speech speech_;  // the last one
  bool speaking_ = false;
  int64_t began_ms_ = 0;
  int64_t now_ms_ = 0;
  std::string page_;  // what was shown last
  std::optional<int64_t> due_ms_;
};

}  // namespace chunhui::kit
