// What turns sentences into sound. Two of them: one with a loudspeaker (speaking_engine.h) and one
// without.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "kiosk/kit/speech/voice_settings.h"

namespace chunhui::kit {

struct Sentence {
  std::string item;   // of the record; empty: of no item
  std::string words;  // as people write them; the engine knows how they are read
  bool operator==(const Sentence&) const = default;
};

struct Speech {
  std::string language;  // "zh-CN", "en"
  std::vector<Sentence> sentences;
  bool operator==(const Speech&) const = default;
};

// Called on the UI thread; never waits for sound.
class Engine {
 public:
  virtual ~Engine() = default;
  virtual void Say(Speech speech) = 0;                  // in place of what is being said
  virtual void Stop() = 0;                              // silence within 100 ms
  virtual void Set(const VoiceSettings& settings) = 0;  // heard at once
  // False when it is known that nothing can be heard here: then captions say it.
  virtual bool audible() const = 0;
  // Which sentence of the last speech is being said; -1 when it is over. Only while audible.
  virtual int sentence() const = 0;
};

// Says nothing and remembers what it would have said: for tests and for kiosks without a window.
class SilentEngine : public Engine {
 public:
  void Say(Speech speech) override { said_.push_back(std::move(speech)); }
  void Stop() override { ++stops_; }
  void Set(const VoiceSettings& settings) override { settings_ = settings; }
  bool audible() const override { return false; }
  int sentence() const override { return -1; }

  const std::vector<Speech>& said() const { return said_; }
  int stops() const { return stops_; }
  const VoiceSettings& settings() const { return settings_; }
  // What was said to a visitor stays with nobody.
  void Forget() { said_.clear(); }

 private:
  std::vector<Speech> said_;
  int stops_ = 0;
  VoiceSettings settings_;
};

}  // namespace chunhui::kit
