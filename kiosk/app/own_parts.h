// What the app itself draws over, beside and above the screens, by name: each has example states
// (kiosk/app/examples) and is walked by the layout check like any screen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chunhui::app {

// In place of a screen, which stays as it is for the time after.
enum class Sheet { kNone, kStillThere, kReadingCard, kCardUnknown };

// One line above a screen; the first that is true is shown.
enum class Banner { kNone, kPractice, kAway, kChecking, kPointing };

// Its state in the record and its words: "card_unknown", "practice". Empty for kNone and for what
// is none of them.
std::string_view NameOf(Sheet sheet);
std::string_view NameOf(Banner banner);

// "sheet.card_unknown", "banner.practice", "staff.queue", all there are.
std::vector<std::string> OwnParts();

std::string PartOf(Sheet sheet);
std::string PartOf(Banner banner);

}  // namespace chunhui::app
