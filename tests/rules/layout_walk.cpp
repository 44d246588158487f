#include "tests/rules/layout_walk.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

#include "kiosk/kit/ui.h"
#include "kiosk/kit/words.h"
#include "tests/rules/broken.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::tests {
namespace {

using app::State;
using kit::Look;
using kit::Record;

constexpr int kPagesMax = 12;  // of one list or text
constexpr int64_t kTapMs = 120;
constexpr int64_t kBetweenTapsMs = 1000;

std::string Inches(const kit::Panel& panel) {
  constexpr double kMmPerInch = 25.4;
  return InTenths(std::hypot(panel.width_mm(), panel.height_mm()) / kMmPerInch);
}

// A panel with what is painted on it.
struct Glass {
  explicit Glass(const kit::Panel& panel)
      : stage(panel),
        painted(static_cast<size_t>(panel.width_px) * static_cast<size_t>(panel.height_px)) {}

  kit::Stage stage;
  Painted painted;
  Record checked;  // the last one whose pixels were looked at
};

class Walker {
 public:
  Walker(const WalkWish& wish, WalkResult& result) : wish_(wish), result_(result) {
    for (const std::string& language : wish.languages) {
      words_.push_back(kit::Words::Load(wish.words_folder, language));
    }
    for (const kit::Panel& panel : wish.panels) glasses_.push_back(std::make_unique<Glass>(panel));
  }

  void Walk(const State& state) {
    draw_ = state.open(words_.front(), folder_.path() / state.name);
    state_ = &state;
    for (const auto& glass : glasses_) {
      for (const kit::ThemeName theme : wish_.themes) {
        for (const kit::Words& words : words_) {
          for (const int step : wish_.steps) WalkStep(*glass, words, theme, step);
        }
      }
    }
  }

 private:
  void WalkStep(Glass& glass, const kit::Words& words, kit::ThemeName theme, int step) {
    for (const bool low : wish_.low_modes) {
      glass.stage.SetLook({.theme = theme, .text_step = step, .low_mode = low});
      ++result_.combinations;
      Show(glass, words);
      Check(glass, words, 1);
      const std::string next = PagerKey(glass, ".next");
      if (next.empty()) continue;
      int page = 1;
      while (page < kPagesMax && Tap(glass, words, PagerKey(glass, ".next")))
        Check(glass, words, ++page);
      while (--page > 0) Tap(glass, words, PagerKey(glass, ".previous"));
    }
  }

  void Show(Glass& glass, const kit::Words& words) {
    while (glass.stage.Frame(words, now_ms_, draw_)) {
    }
  }

  // The key that leads to a further page, when there is one to press.
  static std::string PagerKey(const Glass& glass, std::string_view which) {
    for (const kit::Item& item : glass.stage.record().items) {
      if (item.enabled && item.id.ends_with(which)) return item.id;
    }
    return {};
  }

  bool Tap(Glass& glass, const kit::Words& words, const std::string& id) {
    const kit::Item* item = glass.stage.record().Find(id);
    if (id.empty() || item == nullptr) return false;
    const float x = item->box.center_x() * glass.stage.panel().px_per_mm;
    const float y = item->box.center_y() * glass.stage.panel().px_per_mm;
    now_ms_ += kBetweenTapsMs;
    glass.stage.HandleTouch({1, kit::TouchKind::kDown, x, y, now_ms_});
    Show(glass, words);
    now_ms_ += kTapMs;
    glass.stage.HandleTouch({1, kit::TouchKind::kUp, x, y, now_ms_});
    Show(glass, words);
    Show(glass, words);  // the state that the tap made
    return true;
  }

  void Check(Glass& glass, const kit::Words& words, int page) {
    const Record& record = glass.stage.record();
    const bool low = glass.stage.look().low_mode;
    std::vector<std::string> broken = BrokenRules(record, wish_.limits, low);
    if (!state_->own && record.screen != state_->part) {
      broken.push_back("is called " + record.screen);
    }
    for (std::string& sentence : BrokenVoice(record, words)) broken.push_back(std::move(sentence));
    for (std::string& sentence : fixed_keys_.Broken(record)) broken.push_back(std::move(sentence));
    CheckPixels(glass, broken);
    if (record.smaller > 0 && page == 1) {
      result_.smaller.push_back(Where(record, low, page) + ": by " +
                                std::to_string(record.smaller));
    }
    for (const std::string& sentence : broken) {
      result_.violations.push_back(Where(record, low, page) + ": " + sentence);
    }
  }

  void CheckPixels(Glass& glass, std::vector<std::string>& broken) {
    const Record& record = glass.stage.record();
    if (wish_.paint_every == 0 || SameShown(record, glass.checked)) return;
    glass.checked = record;
    if (++different_ % wish_.paint_every != 0) return;
    const auto pitch = static_cast<size_t>(glass.stage.panel().width_px) * sizeof(uint32_t);
    glass.stage.Paint({glass.painted.data(), pitch});
    for (std::string& sentence : BrokenPaint(record, glass.painted, wish_.limits)) {
      broken.push_back(std::move(sentence));
    }
  }

  std::string Where(const Record& record, bool low, int page) const {
    std::string where = state_->name + " " + record.language + " step " +
                        std::to_string(record.text_step) + " " +
                        std::string(kit::NameOf(record.theme)) +
                        (record.panel.portrait() ? " upright " : " lying ") + Inches(record.panel);
    if (low) where += " low";
    if (page > 1) where += " page " + std::to_string(page);
    return where;
  }

  const WalkWish& wish_;
  WalkResult& result_;
  TemporaryFolder folder_;
  std::vector<kit::Words> words_;
  std::vector<std::unique_ptr<Glass>> glasses_;
  app::Drawing draw_;  // of the state that is walked
  const State* state_ = nullptr;
  FixedKeys fixed_keys_;
  int different_ = 0;
  int64_t now_ms_ = 0;
};

}  // namespace

std::vector<kit::Panel> PanelsOf(const std::string& inches) {
  const auto upright = kit::PanelOfInches(inches);
  if (!upright) return {};
  return {*upright, kit::Turned(*upright)};
}

WalkResult WalkLayouts(const std::vector<State>& states, const WalkWish& wish, bool some) {
  WalkResult result;
  if (!some) {
    for (const std::string& part : app::PartsWithout(states)) {
      result.violations.push_back(part + ": has no example states");
    }
  }
  std::set<std::string> parts;
  Walker walker(wish, result);
  for (const State& state : states) {
    parts.insert(state.part);
    walker.Walk(state);
  }
  result.screens = parts.size();
  result.states = states.size();
  return result;
}

}  // namespace chunhui::tests
