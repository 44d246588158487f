// The head of every page of the staff's panel.
#pragma once

#include <string>

#include "kiosk/kit/ui.h"

namespace chunhui::app {

// A band with the title, and an edge towards the visitor's page, so that it is plain whose is
// whose. Answers the page below it.
kit::Box DrawStaffTitle(kit::Ui& ui, const std::string& title);

}  // namespace chunhui::app
