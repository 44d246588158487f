// What is said to a visitor who walks with the tactile keys: enough to finish every job with the
// screen dark.
#pragma once

#include "kiosk/kit/record.h"
#include "kiosk/kit/speech/engine.h"
#include "kiosk/kit/walk.h"
#include "kiosk/kit/words.h"

namespace chunhui::kit {

// A new page: its title, what it tells, and how many things can be chosen.
Speech SpokenArrival(const Record& record, const Words& words);
// How the four keys are used; before the first page of a walk.
Sentence SpokenHow(const Words& words);
// The stop one has walked to: all words on it, and whether it can be chosen now.
Speech SpokenStop(const Record& record, std::string_view stop, bool dark, const Words& words);
// What the page tells, without what can be chosen: the same text says the same.
Speech SpokenTold(const Record& record, const Words& words);
// Those of `now` that were not told before.
Speech NewlyTold(const Speech& before, const Speech& now);

}  // namespace chunhui::kit
