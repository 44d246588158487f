// What the heaviest of all screens costs, in CPU time without a window: laying out and recording a
// frame, and painting it whole. Every screen is tried once in every theme, the costliest again and
// again.
//
//   bench-screens SOURCE_DIR
#include <algorithm>
#include <iostream>

#include "kiosk/screens/examples/examples.h"
#include "tests/bench/figure.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::bench {
namespace {

constexpr int kRepeats = 15;
constexpr size_t kCandidates = 6;

struct Try {
  size_t example = 0;
  bool lying = false;
  kit::Look look;
  double layout_ms = 0;
  double redraw_ms = 0;
};

class EveryScreen {
 public:
  explicit EveryScreen(const std::filesystem::path& source)
      : words_(kit::Words::Load(source / "assets/words", "zh-CN")),
        examples_(screens::Examples()) {}

  // All that were tried, once each.
  std::vector<Try> TryAll() {
    std::vector<Try> tries;
    for (size_t i = 0; i < examples_.size(); ++i) {
      screens::ExampleRoom room(examples_[i], words_, folder_.path() / std::to_string(++rooms_));
      for (const bool lying : {false, true}) {
        for (const kit::ThemeName theme : {kit::ThemeName::kWarm, kit::ThemeName::kDark,
                                           kit::ThemeName::kContrast, kit::ThemeName::kQuiet}) {
          for (const int step : {kit::kDefaultTextStep, kit::kTextSteps - 1}) {
            tries.push_back({i, lying, {.theme = theme, .text_step = step}});
            Measure(room, tries.back(), 1);
          }
        }
      }
    }
    return tries;
  }

  void Again(Try& one) {
    screens::ExampleRoom room(examples_[one.example], words_,
                              folder_.path() / std::to_string(++rooms_));
    Measure(room, one, kRepeats);
  }

  std::string NameOf(const Try& one) const {
    return examples_[one.example].name + " step " + std::to_string(one.look.text_step) + " " +
           std::string(kit::NameOf(one.look.theme)) + (one.lying ? " lying" : " upright");
  }

 private:
  // Glyphs and line ends are known by the first frame, as on a kiosk that shows the screen.
  void Measure(screens::ExampleRoom& room, Try& one, int times) {
    kit::Stage& stage = one.lying ? lying_ : upright_;
    stage.SetLook(one.look);
    const auto frame = [&] { stage.Frame(words_, 0, [&](kit::Ui& ui) { room.Draw(ui); }); };
    frame();
    one.layout_ms = Middle(times, frame);
    one.redraw_ms = Middle(times, [&] {
      frame();
      stage.RepaintAll();
      stage.Paint({buffer_.data(), static_cast<size_t>(stage.panel().width_px) * 4});
    });
  }

  template <typename Work>
  static double Middle(int times, Work work) {
    std::vector<double> all;
    for (int i = 0; i < times; ++i) {
      const double before = ProcessCpuMs();
      work();
      all.push_back(ProcessCpuMs() - before);
    }
    std::sort(all.begin(), all.end());
    return all[all.size() / 2];
  }

  const kit::Words words_;
  const std::vector<screens::Example> examples_;
  tests::TemporaryFolder folder_;
  kit::Stage upright_{kit::kPortraitPanel};
  kit::Stage lying_{kit::kLandscapePanel};
  std::vector<uint32_t> buffer_ = std::vector<uint32_t>(1920 * 1080);
  int rooms_ = 0;
};

// The costliest in `cost`, measured again until it is sure; prints its figure.
void TellWorst(EveryScreen& screens, std::vector<Try> tries, double Try::*cost, const char* name,
               double goal) {
  const auto cheaper = [cost](const Try& one, const Try& other) { return one.*cost > other.*cost; };
  std::sort(tries.begin(), tries.end(), cheaper);
  tries.resize(std::min(tries.size(), kCandidates));
  for (Try& one : tries) screens.Again(one);
  std::sort(tries.begin(), tries.end(), cheaper);
  std::cerr << name << ": " << screens.NameOf(tries.front()) << "\n";
  std::cout << ToJson({name, "ms CPU", tries.front().*cost, 0, "", goal, GoalIs::kValueMax}, true)
            << std::endl;
}

}  // namespace
}  // namespace chunhui::bench

int main(int count, char** words) {
  using namespace chunhui::bench;
  if (count != 2) {
    std::cerr << "usage: bench-screens SOURCE_DIR\n";
    return 2;
  }
  EveryScreen screens(words[1]);
  const std::vector<Try> tries = screens.TryAll();
  TellWorst(screens, tries, &Try::layout_ms, "kiosk.layout", 0.5);
  TellWorst(screens, tries, &Try::redraw_ms, "kiosk.redraw_worst", 10);
}
