#include "kiosk/visit/wishes.h"

namespace chunhui::visit {
namespace {

// The fields of `now` that are not as in `standard`.
v1::Preferences Changed(const v1::Preferences& now, const v1::Preferences& standard) {
  v1::Preferences changed = now;
  if (now.language() == standard.language()) changed.clear_language();
  if (now.text_step() == standard.text_step()) changed.clear_text_step();
  if (now.theme() == standard.theme()) changed.clear_theme();
  if (now.voice() == standard.voice()) changed.clear_voice();
  if (now.syllables_per_minute() == standard.syllables_per_minute()) {
    changed.clear_syllables_per_minute();
  }
  if (now.volume() == standard.volume()) changed.clear_volume();
  if (now.dialect() == standard.dialect()) changed.clear_dialect();
  if (now.left_hand() == standard.left_hand()) changed.clear_left_hand();
  if (now.low_mode() == standard.low_mode()) changed.clear_low_mode();
  return changed;
}

}  // namespace

void Wishes::Begin(const v1::Preferences& kept_before) {
  const v1::Preferences changed = Changed(now, standard);
  kept = kept_before;
  now = standard;
  now.MergeFrom(kept);
  now.MergeFrom(changed);
  answered = false;
}

void Wishes::FallBack() {
  now = standard;
  kept.Clear();
  answered = false;
}

bool Wishes::fallen_back() const { return Same(now, standard); }

bool Wishes::differ() const {
  v1::Preferences next_time = standard;
  next_time.MergeFrom(kept);
  return !Same(now, next_time);
}

bool Same(const v1::Preferences& one, const v1::Preferences& other) {
  return one.SerializeAsString() == other.SerializeAsString();
}

}  // namespace chunhui::visit
