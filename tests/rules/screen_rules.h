// What every screen must keep, checked from the record of what was drawn. Numbers: EXPERIENCE.
#pragma once

#include <string>
#include <vector>

#include "kiosk/kit/record.h"

namespace chunhui::tests {

// One sentence for each promise that is broken; empty when all is well.
std::vector<std::string> BrokenRules(const kit::Record& record);

}  // namespace chunhui::tests
