// The head of every page of the staff's panel: its title, and what just went wrong.
#pragma once

#include <string>
#include <vector>

#include "kiosk/kit/ui.h"

namespace chunhui::staff_panel {

inline constexpr float kKeyHeight = 30;     // of the keys below a page
inline constexpr float kChoiceHeight = 44;  // where there is room

// A band with the title, and an edge towards the visitor's page where that is seen, so that it is
// plain whose is whose. Answers the page below it.
kit::Box DrawHead(kit::Ui& ui, const std::string& title);

// A small lying panel, which the staff's panel has for itself: what elsewhere stands above each
// other stands side by side.
bool InColumns(const kit::Ui& ui);

// Where the keys below a page stand: below it, or at its right. Taken from `page`.
kit::Box TakeKeys(const kit::Ui& ui, kit::Box& page);

// Four choices, two and two; in a row where two rows would be too low.
std::vector<kit::Box> TakeFourChoices(kit::Box& page);

// One line about what went wrong or goes on; takes its room from `page` only when there is
// something to say.
void DrawHint(kit::Ui& ui, kit::Box& page, const std::string& words);

}  // namespace chunhui::staff_panel
