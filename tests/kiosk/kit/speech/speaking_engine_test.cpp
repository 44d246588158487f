// The voice with a loudspeaker of memory: what is heard, how soon it begins and stops.
#include "kiosk/kit/speech/speaking_engine.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <thread>

#include "kiosk/kit/speech/synthesizer.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::kit {
namespace {

using std::chrono::milliseconds;

class SpeakingEngineTest : public testing::Test {
 protected:
  SpeakingParts Parts(bool loudspeaker = true) {
    return {assets_, folder_.path(), [loudspeaker] { return loudspeaker; }, [] {},
            [this] { ++wakes_; }};
  }
  // What a loudspeaker fetches until the voice is silent, as fast as it comes.
  Samples HearAll(SpeakingEngine& engine) {
    Samples heard;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (engine.sentence() >= 0 && std::chrono::steady_clock::now() < end) {
      Samples out(512);
      engine.Fill(out);
      heard.insert(heard.end(), out.begin(), out.end());
      std::this_thread::sleep_for(milliseconds(1));
    }
    return Trimmed(heard);
  }
  Samples Hear(const VoiceSettings& settings) {
    SpeakingEngine engine(Parts());
    engine.Set(settings);
    engine.Say(Hello());
    return HearAll(engine);
  }
  static Speech Hello() { return {"zh-CN", {{"title", "您好，欢迎您来"}}}; }
  static int Loudest(const Samples& samples) {
    int loudest = 0;
    for (const int16_t sample : samples) loudest = std::max(loudest, std::abs(sample));
    return loudest;
  }

  const tests::TemporaryFolder folder_;
  std::filesystem::path assets_ = std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets";
  std::atomic<int> wakes_ = 0;
};

TEST_F(SpeakingEngineTest, SaysASentenceThroughTheLoudspeaker) {
  const Samples heard = Hear({});
  EXPECT_GT(heard.size(), 1U * kVoiceRate);
  EXPECT_LT(heard.size(), 5U * kVoiceRate);
  EXPECT_GT(wakes_, 1);
}

TEST_F(SpeakingEngineTest, TheVisitorsRateAndVolumeAreHeard) {
  const Samples usual = Hear({});
  EXPECT_GT(Hear({.syllables_per_minute = 120}).size(), usual.size() * 12 / 10);
  EXPECT_LT(Hear({.syllables_per_minute = 220}).size(), usual.size() * 9 / 10);
  EXPECT_GT(Loudest(Hear({.volume = 4})), Loudest(usual));
  EXPECT_LT(Loudest(Hear({.volume = 1})), Loudest(usual));
}

TEST_F(SpeakingEngineTest, StoppingIsSilenceAfterAFewMilliseconds) {
  SpeakingEngine engine(Parts());
  engine.Say(Hello());
  Samples out(512);
  while (Loudest(out) < 1000) engine.Fill(out);
  engine.Stop();
  engine.Fill(out);  // what fades
  engine.Fill(out);
  EXPECT_EQ(Loudest(out), 0);
  EXPECT_EQ(engine.sentence(), -1);
}

TEST_F(SpeakingEngineTest, WhatIsSaidNextTakesThePlaceOfWhatIsSaid) {
  SpeakingEngine engine(Parts());
  engine.Say({"zh-CN", std::vector<Sentence>(40, {"", "您好，欢迎您来"})});
  Samples out(512);
  while (Loudest(out) < 1000) engine.Fill(out);
  engine.Say(Hello());
  EXPECT_LT(HearAll(engine).size(), 6U * kVoiceRate);
}

TEST_F(SpeakingEngineTest, ARecordedPromptGoesBeforeTheSynthesizer) {
  std::filesystem::create_directories(folder_.path() / "zh-CN");
  WriteWav(folder_.path() / "zh-CN/idle.welcome.wav", Samples(kVoiceRate / 2, 8000));
  const Samples heard = Hear({});
  EXPECT_NEAR(static_cast<double>(heard.size()), kVoiceRate / 2.0, kVoiceRate / 10.0);
}

TEST_F(SpeakingEngineTest, TheVisitorsDialectIsHeardWhereItIsRecorded) {
  std::filesystem::create_directories(folder_.path() / "voice/wuu");
  std::filesystem::create_symlink(assets_ / "voice/zh-CN", folder_.path() / "voice/zh-CN");
  WriteWav(folder_.path() / "voice/wuu/idle.welcome.wav", Samples(kVoiceRate / 2, 8000));
  assets_ = folder_.path();
  const auto half_a_second = static_cast<double>(kVoiceRate) / 2;
  EXPECT_NEAR(static_cast<double>(Hear({.dialect = "wuu"}).size()), half_a_second, 2000);
  EXPECT_GT(Hear({}).size(), 1U * kVoiceRate);
  EXPECT_GT(Hear({.dialect = "yue"}).size(), 1U * kVoiceRate);
}

TEST_F(SpeakingEngineTest, ABrokenRecordingIsPassedOver) {
  std::filesystem::create_directories(folder_.path() / "zh-CN");
  std::ofstream(folder_.path() / "zh-CN/idle.welcome.wav") << "no sound";
  EXPECT_GT(Hear({}).size(), 1U * kVoiceRate);
}

TEST_F(SpeakingEngineTest, EnglishIsSaidInEnglish) {
  SpeakingEngine engine(Parts());
  engine.Say({"en", {{"title", "Good morning, 王兰奶奶"}}});
  EXPECT_GT(HearAll(engine).size(), 1U * kVoiceRate);
}

TEST_F(SpeakingEngineTest, WithoutALoudspeakerItKnowsThatNobodyHears) {
  SpeakingEngine engine(Parts(false));
  engine.Say(Hello());
  while (engine.audible()) std::this_thread::sleep_for(milliseconds(1));
  EXPECT_FALSE(engine.audible());
}

}  // namespace
}  // namespace chunhui::kit
