// What is said for an item of the record: its own reading or its words, without what must not be
// heard in a hall.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/kit/record.h"
#include "kiosk/kit/speech/engine.h"
#include "kiosk/kit/words.h"

namespace chunhui::kit {

// Empty when there is nothing to say: covered words, pictures without words. What was typed is
// counted, never read out.
std::string SpokenWords(const Item& item, const Words& words);
// Puts "the number on the screen" in place of every number that may be somebody's: four digits or
// more, also with spaces, dashes or stars between them. Public numbers (120, 12333) stay.
std::string WithoutNumbers(std::string_view text, std::string_view instead);
// Cut after the ends of sentences, long ones after commas too: what can be taken in at a time.
std::vector<std::string> CutIntoSentences(std::string_view text);
// The whole screen in reading order, without fixed keys and keypads.
Speech SpokenPage(const Record& record, const Words& words);

}  // namespace chunhui::kit
