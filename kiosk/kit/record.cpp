#include "kiosk/kit/record.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace chunhui::kit {
namespace {

using Json = nlohmann::ordered_json;

// Floats of the layout carry noise; a hundredth of a millimetre is finer than any pixel.
double Rounded(float value, double parts = 100) {
  return std::round(static_cast<double>(value) * parts) / parts;
}

Json ToJson(const Item& item) {
  return {{"id", item.id},
          {"role", NameOf(item.role)},
          {"words", item.words},
          {"box_mm",
           {Rounded(item.box.x), Rounded(item.box.y), Rounded(item.box.w), Rounded(item.box.h)}},
          {"em_mm", Rounded(item.em_mm)},
          {"text", Hex(item.text)},
          {"background", Hex(item.background)},
          {"enabled", item.enabled},
          {"main", item.main}};
}

bool SameItem(const Item& a, const Item& b) {
  return a.id == b.id && a.role == b.role && a.words == b.words && a.box == b.box &&
         a.em_mm == b.em_mm && a.text == b.text && a.background == b.background &&
         a.enabled == b.enabled && a.main == b.main && a.voice == b.voice;
}

}  // namespace

const Item* Record::Find(std::string_view id) const {
  const auto found =
      std::find_if(items.begin(), items.end(), [id](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

std::string_view NameOf(ItemRole role) {
  constexpr std::array<std::string_view, 6> kNames{"title", "text",  "button",
                                                   "input", "image", "status"};
  return kNames[static_cast<size_t>(role)];
}

std::string ToJson(const Record& record, int64_t t_ms) {
  Json items = Json::array();
  for (const Item& item : record.items) items.push_back(ToJson(item));
  const Json line = {{"t_ms", t_ms},
                     {"screen", record.screen},
                     {"state", record.state},
                     {"language", record.language},
                     {"theme", NameOf(record.theme)},
                     {"text_step", record.text_step},
                     {"panel",
                      {{"width_px", record.panel.width_px},
                       {"height_px", record.panel.height_px},
                       {"px_per_mm", Rounded(record.panel.px_per_mm, 1e4)}}},
                     {"items", std::move(items)}};
  return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string AsText(const Record& record) {
  std::string text;
  for (const Item& item : record.items) {
    if (item.role == ItemRole::kTitle) text += "# ";
    if (item.role == ItemRole::kButton) text += item.enabled ? "[x] " : "[ ] ";
    text += item.words + "\n";
  }
  return text;
}

bool SameShown(const Record& one, const Record& other) {
  return one.screen == other.screen && one.state == other.state && one.language == other.language &&
         one.theme == other.theme && one.text_step == other.text_step && one.panel == other.panel &&
         std::equal(one.items.begin(), one.items.end(), other.items.begin(), other.items.end(),
                    SameItem);
}

}  // namespace chunhui::kit
