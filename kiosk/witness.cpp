#include "kiosk/witness.h"

#include <stdexcept>
#include <utility>

namespace chunhui::kiosk {
namespace {

// A screen that has not changed for so long has got its answers.
constexpr int64_t kSettledMs = 150;

}  // namespace

Witness::Witness(const std::filesystem::path& record_file, std::filesystem::path shots_folder)
    : shots_folder_(std::move(shots_folder)) {
  if (!record_file.empty()) {
    record_.open(record_file, std::ios::app);
    if (!record_) throw std::runtime_error("cannot write " + record_file.string());
  }
  if (!shots_folder_.empty()) std::filesystem::create_directories(shots_folder_);
}

void Witness::See(kit::Stage& stage, int64_t t_ms) {
  const kit::Record& shown = stage.record();
  if (shown.screen.empty()) return;
  if (!last_ || !kit::SameShown(*last_, shown)) {
    last_ = shown;
    changed_ms_ = t_ms;
    settled_ = false;
    if (record_.is_open()) record_ << kit::ToJson(shown, t_ms) << std::endl;
  }
  const bool settles = !settled_ && t_ms - changed_ms_ >= kSettledMs;
  settled_ = settled_ || settles;
  if (shots_folder_.empty()) return;
  const std::string name = shown.state.empty() ? shown.screen : shown.screen + "-" + shown.state;
  if (shot_.insert(name).second || settles) Shoot(stage, name);
}

void Witness::Shoot(kit::Stage& stage, const std::string& name) {
  if (shots_folder_.empty()) throw std::runtime_error("pictures need --shots DIR");
  stage.WritePng(shots_folder_ / (name + ".png"));
}

}  // namespace chunhui::kiosk
