// Which words stand for the kinds, states and outcomes of cases on the staff's panel.
#pragma once

#include <string>
#include <vector>

#include "chunhui/v1/assistance.pb.h"
#include "kiosk/kit/words.h"

namespace chunhui::staff_panel {

std::string KindWords(const kit::Words& words, v1::CaseKind kind);
std::string OutcomeWords(const kit::Words& words, v1::CaseOutcome outcome);
// "3号 · 请人帮忙"
std::string CaseTitle(const kit::Words& words, const v1::Case& one);
// "还没人去", "李老师去了"
std::string StateWords(const kit::Words& words, const v1::Case& one);
// How a case of this kind may end here.
std::vector<v1::CaseOutcome> OutcomesFor(v1::CaseKind kind);

}  // namespace chunhui::staff_panel
