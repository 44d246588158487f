// A stage without a window and a finger that taps by id: what tests of kit's controls share.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <stdexcept>
#include <string>

#include "kiosk/kit/stage.h"
#include "kiosk/kit/ui.h"
#include "kiosk/kit/words.h"
#include "tests/kiosk/kit/pages.h"

namespace chunhui::kit {

class StageFixture : public testing::Test {
 protected:
  using Page = std::function<void(Ui&)>;

  void Show(const Page& page) {
    page_ = page;
    Run();
  }
  void Run() {
    while (stage_.Frame(words_, now_ms_, page_)) {
    }
  }
  const Item& Shown(const std::string& id) const {
    const Item* const item = stage_.record().Find(id);
    if (item == nullptr) throw std::runtime_error("not shown: " + id + "\n" + AsText());
    return *item;
  }
  std::string AsText() const { return kit::AsText(stage_.record()); }

  void Send(TouchKind kind, const Box& at) {
    const float scale = stage_.panel().px_per_mm;
    stage_.HandleTouch({1, kind, at.center_x() * scale, at.center_y() * scale, now_ms_});
    Run();
  }
  void Press(const std::string& id) { Send(TouchKind::kDown, Shown(id).box); }
  void Tap(const std::string& id) {
    const Box box = Shown(id).box;
    now_ms_ += 1000;
    Send(TouchKind::kDown, box);
    now_ms_ += 100;
    Send(TouchKind::kUp, box);
  }
  std::vector<uint32_t> Pixels() {
    const Panel& panel = stage_.panel();
    std::vector<uint32_t> pixels(static_cast<size_t>(panel.width_px * panel.height_px));
    stage_.RepaintAll();
    stage_.Paint({pixels.data(), static_cast<size_t>(panel.width_px) * sizeof(uint32_t)});
    return pixels;
  }
  uint32_t PixelAt(float x_mm, float y_mm) {
    const Panel& panel = stage_.panel();
    const auto x = static_cast<size_t>(x_mm * panel.px_per_mm);
    const auto y = static_cast<size_t>(y_mm * panel.px_per_mm);
    return Pixels()[y * static_cast<size_t>(panel.width_px) + x];
  }

  Words words_ = Words::Load(SampleWordsFolder(), "zh-CN");
  Stage stage_{kPortraitPanel};
  Page page_;
  int64_t now_ms_ = 10'000;
};

}  // namespace chunhui::kit
