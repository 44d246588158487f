// How soon a page begins to be heard and how soon a touch makes it silent, through the app's own
// voice and the loudspeaker of SDL (its dummy driver, which fetches in real time).
//
//   bench-voice SOURCE_DIR BIN_DIR
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <thread>

#include "kiosk/devices/speaker.h"
#include "kiosk/kit/speech/speaking_engine.h"
#include "kiosk/kit/speech/synthesizer.h"
#include "kiosk/kit/speech/voice.h"
#include "tests/bench/figure.h"

namespace chunhui::bench {
namespace {

constexpr double kDeviceMs = 23;  // what was fetched is heard after one more buffer
constexpr auto kLook = std::chrono::microseconds(500);

class Bench {
 public:
  Bench(const std::filesystem::path& source, const std::filesystem::path& bin)
      : words_(kit::Words::Load(source / "assets/words", "zh-CN")),
        engine_({source / "assets", bin.parent_path() / "voice",
                 [this] { return speaker_.Open([this](auto out) { Fetch(out); }); },
                 [this] { speaker_.Rest(); }, [] {}}) {}

  // From the first frame of a new page to the first sound of it.
  double StartMs() {
    kit::Record page{.screen = "page" + std::to_string(++pages_)};
    page.items.push_back({.id = "title", .words = "您订哪天的饭？"});
    page.items.push_back({.id = "name", .words = "单秀英奶奶，您来了"});
    first_sound_ms_ = 0;
    const double since = NowMs();
    while (first_sound_ms_ == 0 && NowMs() - since < 5000) {
      voice_.Shown(page, words_, static_cast<int64_t>(NowMs()), true);
      std::this_thread::sleep_for(kLook);
    }
    return first_sound_ms_ - since + kDeviceMs;
  }

  // From a touch in the middle of a sentence to the last sound.
  double StopMs() {
    StartMs();
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    const double since = NowMs();
    voice_.Stop();
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    return std::max(0.0, last_sound_ms_ - since) + kDeviceMs;
  }

  void Quiet() {
    voice_.Stop();
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }

 private:
  void Fetch(std::span<int16_t> out) {
    engine_.Fill(out);
    const bool sound = std::any_of(out.begin(), out.end(),
                                   [](int16_t sample) { return std::abs(sample) > kit::kSilence; });
    if (!sound) return;
    last_sound_ms_ = NowMs();
    double none = 0;
    first_sound_ms_.compare_exchange_strong(none, last_sound_ms_.load());
  }

  const kit::Words words_;
  std::atomic<double> first_sound_ms_ = 0;
  std::atomic<double> last_sound_ms_ = 0;
  int pages_ = 0;
  devices::Speaker speaker_;
  kit::SpeakingEngine engine_;
  kit::Voice voice_{engine_};
};

void Print(const char* name, double ms, double goal) {
  const GoalIs goal_is = goal > 0 ? GoalIs::kValueMax : GoalIs::kNone;
  std::cout << ToJson({name, "ms", ms, 0, "", goal, goal_is}, true) << std::endl;
}

}  // namespace
}  // namespace chunhui::bench

int main(int count, char** words) {
  using namespace chunhui::bench;
  if (count < 3) {
    std::cerr << "usage: bench-voice SOURCE_DIR BIN_DIR\n";
    return 2;
  }
  setenv("SDL_AUDIODRIVER", "dummy", 0);
  Bench bench(words[1], words[2]);
  Print("kiosk.voice_first", bench.StartMs(), 0);  // readings and synthesizer are loaded with it
  const double start = BestOfThree(true, [&] {
    bench.Quiet();
    return bench.StartMs();
  });
  Print("kiosk.voice_start", start, 150);
  Print("kiosk.voice_stop", BestOfThree(true, [&] { return bench.StopMs(); }), 100);
}
