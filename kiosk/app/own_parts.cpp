#include "kiosk/app/own_parts.h"

#include "kiosk/staff_panel/panel.h"

namespace chunhui::app {
namespace {

// All names of an enumeration whose first value has none, or of one without such a value.
template <typename Kind>
void AddNames(std::vector<std::string>& parts, const std::string& beginning, int first) {
  for (int number = first;; ++number) {
    const std::string_view name = NameOf(static_cast<Kind>(number));
    if (name.empty()) return;
    parts.push_back(beginning + std::string(name));
  }
}

constexpr const char* kSheet = "sheet.";
constexpr const char* kBanner = "banner.";

}  // namespace

std::string_view NameOf(Sheet sheet) {
  switch (sheet) {
    case Sheet::kNone:
      return "";
    case Sheet::kStillThere:
      return "still_there";
    case Sheet::kReadingCard:
      return "reading_card";
    case Sheet::kCardUnknown:
      return "card_unknown";
  }
  return "";
}

std::string_view NameOf(Banner banner) {
  switch (banner) {
    case Banner::kNone:
      return "";
    case Banner::kPractice:
      return "practice";
    case Banner::kAway:
      return "away";
    case Banner::kChecking:
      return "checking";
    case Banner::kPointing:
      return "point";
  }
  return "";
}

std::vector<std::string> OwnParts() {
  std::vector<std::string> parts;
  AddNames<Sheet>(parts, kSheet, 1);
  AddNames<Banner>(parts, kBanner, 1);
  AddNames<staff_panel::At>(parts, "staff.", 0);
  return parts;
}

std::string PartOf(Sheet sheet) { return kSheet + std::string(NameOf(sheet)); }
std::string PartOf(Banner banner) { return kBanner + std::string(NameOf(banner)); }

}  // namespace chunhui::app
