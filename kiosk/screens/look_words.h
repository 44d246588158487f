// What a visitor's wishes mean for the screen, and how they are called.
#pragma once

#include <string>
#include <vector>

#include "chunhui/v1/preferences.pb.h"
#include "kiosk/kit/speech/dialects.h"
#include "kiosk/kit/speech/voice_settings.h"
#include "kiosk/kit/stage.h"
#include "kiosk/kit/words.h"
#include "kiosk/visit/wishes.h"

namespace chunhui::screens {

// kWarm for no wish.
kit::ThemeName ThemeOf(v1::Theme theme);
v1::Theme WireOf(kit::ThemeName theme);
kit::Look LookOf(const v1::Preferences& wishes);
kit::VoiceSettings VoiceOf(const v1::Preferences& wishes);  // within the limits
void PutVoice(const kit::VoiceSettings& voice, v1::Preferences& wishes);

std::string SizeName(const kit::Words& words, int text_step);
std::string ThemeWords(const kit::Words& words, v1::Theme theme);
std::string VoiceName(const kit::Words& words, bool on);
// "说上海话"; without a tag the standard language.
std::string DialectWords(const kit::Words& words, const kit::Dialect& dialect);
std::string HandName(const kit::Words& words, bool left);
std::string LowName(const kit::Words& words, bool low);
// One short line for each wish that is not as it was kept: "字的大小：大".
std::vector<std::string> ChangedLines(const kit::Words& words, const visit::Wishes& wishes);

}  // namespace chunhui::screens
