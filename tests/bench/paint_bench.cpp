// What painting costs: a whole home page, and the press of one tile, in CPU time without a window.
//
//   bench-paint SOURCE_DIR
#include <algorithm>
#include <iostream>
#include <stdexcept>

#include "kiosk/screens/examples/examples.h"
#include "tests/bench/figure.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::bench {
namespace {

constexpr int kRepeats = 40;
constexpr uint32_t kNobodysColour = 0x00FF00FF;

class HomePage {
 public:
  explicit HomePage(const std::filesystem::path& source)
      : words_(kit::Words::Load(source / "assets/words", "zh-CN")),
        room_(HomeExample(), words_, folder_.path() / "kiosk"),
        buffer_(static_cast<size_t>(stage_.panel().width_px) * stage_.panel().height_px) {
    std::fill(buffer_.begin(), buffer_.end(), kNobodysColour);
    Draw();
    stage_.RepaintAll();
    Paint();
    if (std::count(buffer_.begin(), buffer_.end(), kNobodysColour) > 0) {
      throw std::runtime_error("the redraw left pixels out");
    }
  }

  // CPU milliseconds of one whole redraw, the middle of many.
  double RedrawMs() {
    return Middle([&](int) {
      Draw();
      stage_.RepaintAll();
      Paint();
    });
  }

  // CPU milliseconds from the finger's touch to the painted pressed look.
  double PressMs() {
    const kit::Item* tile = stage_.record().Find("home.meals");
    if (!tile) throw std::runtime_error("home has no tile for meals");
    const float scale = stage_.panel().px_per_mm;
    const auto middle =
        static_cast<size_t>(tile->box.center_y() * scale) * stage_.panel().width_px +
        static_cast<size_t>((tile->box.right() - 4) * scale);
    const uint32_t calm = buffer_[middle];
    const float x = tile->box.center_x() * scale;
    const float y = tile->box.center_y() * scale;
    return Middle(
        [&](int) {
          Touch(kit::TouchKind::kDown, x, y);
          Draw();
          Paint();
        },
        [&] {
          if (buffer_[middle] == calm) throw std::runtime_error("a press does not show");
          Touch(kit::TouchKind::kMove, 2, 2);
          Touch(kit::TouchKind::kUp, 2, 2);
          now_ms_ += 1000;
          Draw();
          Paint();
        });
  }

 private:
  static screens::Example HomeExample() {
    for (const screens::Example& example : screens::Examples()) {
      if (example.name == "home") return example;
    }
    throw std::runtime_error("no example of home");
  }

  void Touch(kit::TouchKind kind, float x, float y) {
    stage_.HandleTouch({1, kind, x, y, now_ms_});
  }

  void Draw() {
    while (stage_.Frame(words_, now_ms_, [&](kit::Ui& ui) { room_.Draw(ui); })) {
    }
  }
  void Paint() { stage_.Paint({buffer_.data(), static_cast<size_t>(stage_.panel().width_px) * 4}); }

  template <typename Work, typename After>
  double Middle(Work work, After after) {
    std::vector<double> all;
    for (int i = 0; i < kRepeats; ++i) {
      const double before = ProcessCpuMs();
      work(i);
      all.push_back(ProcessCpuMs() - before);
      after();
    }
    std::sort(all.begin(), all.end());
    return all[all.size() / 2];
  }
  template <typename Work>
  double Middle(Work work) {
    return Middle(work, [] {});
  }

  tests::TemporaryFolder folder_;
  kit::Words words_;
  screens::ExampleRoom room_;
  kit::Stage stage_{kit::kPortraitPanel};
  std::vector<uint32_t> buffer_;
  int64_t now_ms_ = 10'000;
};

}  // namespace
}  // namespace chunhui::bench

int main(int count, char** words) {
  using namespace chunhui::bench;
  if (count != 2) {
    std::cerr << "usage: bench-paint SOURCE_DIR\n";
    return 2;
  }
  HomePage page(words[1]);
  const double redraw = BestOfThree(true, [&] { return page.RedrawMs(); });
  const double press = BestOfThree(true, [&] { return page.PressMs(); });
  std::cout << ToJson({"kiosk.redraw", "ms CPU", redraw, 0, "", 10, GoalIs::kValueMax}, true)
            << "\n"
            << ToJson({"kiosk.press_redraw", "ms CPU", press, 0, "", 2, GoalIs::kValueMax}, true)
            << std::endl;
}
