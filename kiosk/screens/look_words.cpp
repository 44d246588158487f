#include "kiosk/screens/look_words.h"

#include <array>

#include "kiosk/screens/phrases.h"

namespace chunhui::screens {
namespace {

constexpr std::array<const char*, kit::kTextSteps> kSizes = {"settings.size.0", "settings.size.1",
                                                             "settings.size.2", "settings.size.3"};

// "念得慢一点、大声一点": how else it is spoken; empty when as before.
std::string SpeakingChanged(const kit::Words& words, const v1::Preferences& now,
                            const v1::Preferences& before) {
  std::vector<std::string> ways;
  if (now.voice() != before.voice()) ways.push_back(VoiceName(words, now.voice()));
  if (now.syllables_per_minute() != before.syllables_per_minute()) {
    const bool slower = now.syllables_per_minute() < before.syllables_per_minute();
    ways.push_back(words.Text(slower ? "keep.slower" : "keep.faster"));
  }
  if (now.volume() != before.volume()) {
    ways.push_back(words.Text(now.volume() > before.volume() ? "keep.louder" : "keep.quieter"));
  }
  if (now.dialect() != before.dialect()) ways.push_back(words.Text("keep.dialect"));
  return Joined(ways, words.Text("list.joint"));
}

}  // namespace

kit::ThemeName ThemeOf(v1::Theme theme) {
  switch (theme) {
    case v1::THEME_DARK:
      return kit::ThemeName::kDark;
    case v1::THEME_CONTRAST:
      return kit::ThemeName::kContrast;
    case v1::THEME_QUIET:
      return kit::ThemeName::kQuiet;
    default:
      return kit::ThemeName::kWarm;
  }
}

v1::Theme WireOf(kit::ThemeName theme) {
  return static_cast<v1::Theme>(static_cast<int>(theme) + v1::THEME_WARM);
}

kit::Look LookOf(const v1::Preferences& wishes) {
  kit::Look look;
  look.theme = ThemeOf(wishes.theme());
  look.text_step = wishes.text_step();
  look.left_hand = wishes.left_hand();
  look.low_mode = wishes.low_mode();
  return look;
}

kit::VoiceSettings VoiceOf(const v1::Preferences& wishes) {
  return kit::WithinLimits(
      {wishes.voice(), wishes.syllables_per_minute(), wishes.volume(), wishes.dialect()});
}

void PutVoice(const kit::VoiceSettings& voice, v1::Preferences& wishes) {
  wishes.set_voice(voice.on);
  wishes.set_syllables_per_minute(voice.syllables_per_minute);
  wishes.set_volume(voice.volume);
  wishes.set_dialect(voice.dialect);
}

std::string VoiceName(const kit::Words& words, bool on) {
  return words.Text(on ? "settings.voice.on" : "settings.voice.off");
}

std::string DialectWords(const kit::Words& words, const kit::Dialect& dialect) {
  if (dialect.tag.empty()) return words.Text("settings.dialect.standard");
  return words.Text("settings.dialect", {{"name", dialect.name}});
}

std::string SizeName(const kit::Words& words, int text_step) {
  return words.Text(kSizes.at(static_cast<size_t>(text_step)));
}

std::string ThemeWords(const kit::Words& words, v1::Theme theme) {
  return words.Text("settings.theme." + std::string(kit::NameOf(ThemeOf(theme))));
}

std::string HandName(const kit::Words& words, bool left) {
  return words.Text(left ? "settings.hand.left" : "settings.hand.right");
}

std::string LowName(const kit::Words& words, bool low) {
  return words.Text(low ? "settings.low.on" : "settings.low.off");
}

std::vector<std::string> ChangedLines(const kit::Words& words, const visit::Wishes& wishes) {
  v1::Preferences before = wishes.standard;
  before.MergeFrom(wishes.kept);
  const v1::Preferences& now = wishes.now;
  std::vector<std::string> lines;
  const auto add = [&](bool changed, std::string_view what, const std::string& how) {
    if (changed)
      lines.push_back(words.Text("keep.line", {{"what", words.Text(what)}, {"how", how}}));
  };
  add(now.text_step() != before.text_step(), "settings.size", SizeName(words, now.text_step()));
  add(now.theme() != before.theme(), "settings.theme", ThemeWords(words, now.theme()));
  add(now.language() != before.language(), "settings.language_name",
      words.Text("settings.language_now"));
  const std::string speaking = SpeakingChanged(words, now, before);
  add(!speaking.empty(), "settings.voice", speaking);
  add(now.left_hand() != before.left_hand(), "settings.hand", HandName(words, now.left_hand()));
  add(now.low_mode() != before.low_mode(), "settings.low", LowName(words, now.low_mode()));
  return lines;
}

}  // namespace chunhui::screens
