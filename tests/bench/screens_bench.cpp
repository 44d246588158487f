// What the heaviest of all screens costs, in CPU time without a window: laying out and recording a
// frame, and painting it whole in the costliest theme.
//
//   bench-screens SOURCE_DIR
#include <algorithm>
#include <iostream>

#include "kiosk/screens/examples/examples.h"
#include "tests/bench/figure.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::bench {
namespace {

constexpr int kFrames = 20;
constexpr int kPaintings = 3;

struct Worst {
  double ms = 0;
  std::string where;

  void Take(double other_ms, const std::string& other_where) {
    if (other_ms <= ms) return;
    ms = other_ms;
    where = other_where;
  }
};

class EveryScreen {
 public:
  explicit EveryScreen(const std::filesystem::path& source)
      : words_(kit::Words::Load(source / "assets/words", "zh-CN")) {}

  void Measure() {
    layout_ = redraw_ = {};
    for (const screens::Example& example : screens::Examples()) {
      screens::ExampleRoom room(example, words_, folder_.path() / std::to_string(++rooms_));
      for (kit::Stage* stage : {&upright_, &lying_}) {
        for (const kit::ThemeName theme : {kit::ThemeName::kWarm, kit::ThemeName::kDark,
                                           kit::ThemeName::kContrast, kit::ThemeName::kQuiet}) {
          for (const int step : {kit::kDefaultTextStep, kit::kTextSteps - 1}) {
            stage->SetLook({.theme = theme, .text_step = step});
            MeasureLook(*stage, room, example.name);
          }
        }
      }
    }
  }

  const Worst& layout() const { return layout_; }
  const Worst& redraw() const { return redraw_; }

 private:
  // Glyphs and line ends are known by the first frame, as they are on a kiosk that shows the
  // screen.
  void MeasureLook(kit::Stage& stage, screens::ExampleRoom& room, const std::string& name) {
    const auto frame = [&] { stage.Frame(words_, 0, [&](kit::Ui& ui) { room.Draw(ui); }); };
    frame();
    const std::string where = name + ", step " + std::to_string(stage.look().text_step) + ", " +
                              std::string(kit::NameOf(stage.look().theme));
    if (stage.look().theme == kit::ThemeName::kWarm) {
      layout_.Take(Middle(kFrames, frame), where);
    }
    redraw_.Take(
        Middle(kPaintings,
               [&] {
                 frame();
                 stage.RepaintAll();
                 stage.Paint({buffer_.data(), static_cast<size_t>(stage.panel().width_px) * 4});
               }),
        where);
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
  tests::TemporaryFolder folder_;
  kit::Stage upright_{kit::kPortraitPanel};
  kit::Stage lying_{kit::kLandscapePanel};
  std::vector<uint32_t> buffer_ = std::vector<uint32_t>(1920 * 1080);
  int rooms_ = 0;
  Worst layout_;
  Worst redraw_;
};

}  // namespace
}  // namespace chunhui::bench

int main(int count, char** words) {
  using namespace chunhui::bench;
  if (count != 2) {
    std::cerr << "usage: bench-screens SOURCE_DIR\n";
    return 2;
  }
  EveryScreen screens(words[1]);
  Worst layout{1e9, {}};
  Worst redraw{1e9, {}};
  for (int run = 0; run < 3; ++run) {
    screens.Measure();
    if (screens.layout().ms < layout.ms) layout = screens.layout();
    if (screens.redraw().ms < redraw.ms) redraw = screens.redraw();
  }
  std::cerr << "heaviest layout: " << layout.where << "; heaviest redraw: " << redraw.where << "\n";
  std::cout << ToJson({"kiosk.layout", "ms CPU", layout.ms, 0, "", 0.5, GoalIs::kValueMax}, true)
            << "\n"
            << ToJson({"kiosk.redraw_worst", "ms CPU", redraw.ms, 0, "", 10, GoalIs::kValueMax},
                      true)
            << std::endl;
}
