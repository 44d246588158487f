// How the kiosk speaks to this visitor. Falls back after each visit unless the visitor's card
// brings other wishes.
#pragma once

#include <algorithm>
#include <string>

namespace chunhui::kit {

constexpr int kSyllablesMin = 120;  // a minute
constexpr int kSyllablesMax = 220;
constexpr int kSyllablesDefault = 160;
constexpr int kSyllablesStep = 20;
constexpr int kVolumeMin = 1;
constexpr int kVolumeMax = 5;
constexpr int kVolumeDefault = 3;

struct VoiceSettings {
  bool on = true;  // screens read themselves; off: only what is asked for is said
  int syllables_per_minute = kSyllablesDefault;
  int volume = kVolumeDefault;  // 1 to 5
  std::string dialect = {};     // tag of dialects.h; empty: the standard language
  bool operator==(const VoiceSettings&) const = default;
};

// Within the limits, whatever was stored.
inline VoiceSettings WithinLimits(VoiceSettings settings) {
  settings.syllables_per_minute =
      std::clamp(settings.syllables_per_minute, kSyllablesMin, kSyllablesMax);
  settings.volume = std::clamp(settings.volume, kVolumeMin, kVolumeMax);
  return settings;
}

}  // namespace chunhui::kit
