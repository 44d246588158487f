#include "tests/rules/screen_rules.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace chunhui::tests {
namespace {

using kit::Box;
using kit::Item;
using kit::ItemRole;
using kit::Record;

constexpr float kSlack = 0.3F;  // a pixel, rounded
constexpr double kContrastWarm = 10;
constexpr double kContrastOther = 7;
constexpr int kChoicesMax = 6;
constexpr float kEmLeast = 7;

using Broken = std::vector<std::string>;

std::string Words(const Item& item) {
  char box[64];
  std::snprintf(box, sizeof box, " (%.1f,%.1f %.1fx%.1f)", static_cast<double>(item.box.x),
                static_cast<double>(item.box.y), static_cast<double>(item.box.w),
                static_cast<double>(item.box.h));
  return item.id + box;
}

void Tell(Broken& broken, std::initializer_list<std::string_view> parts) {
  std::string& sentence = broken.emplace_back();
  for (const std::string_view part : parts) sentence += part;
}

bool IsButton(const Item& item) { return item.role == ItemRole::kButton; }
bool InBar(const Item& item) { return item.id.starts_with("bar."); }
bool IsKey(const Item& item) {
  return item.id.find(".key.") != std::string::npos || item.id.ends_with(".previous") ||
         item.id.ends_with(".next");
}

// Lines of a card lie on it and belong to it.
bool Belongs(const Item& part, const Item& whole) {
  return IsButton(whole) && part.id.starts_with(whole.id + ".") && whole.box.Contains(part.box);
}

float Gap(const Box& one, const Box& other) {
  const float across = std::max(other.x - one.right(), one.x - other.right());
  const float down = std::max(other.y - one.bottom(), one.y - other.bottom());
  return std::max(across, down);
}

void CheckTargets(const Record& record, Broken& broken) {
  for (const Item& item : record.items) {
    if (!IsButton(item)) continue;
    const float least = item.main ? kit::kMainTargetMin : kit::kTargetMin;
    if (std::min(item.box.w, item.box.h) < least - kSlack) {
      Tell(broken, {Words(item), " is smaller than its kind of target may be"});
    }
  }
}

void CheckGaps(const Record& record, Broken& broken) {
  for (size_t i = 0; i < record.items.size(); ++i) {
    for (size_t j = i + 1; j < record.items.size(); ++j) {
      const Item& one = record.items[i];
      const Item& other = record.items[j];
      if (Belongs(one, other) || Belongs(other, one)) continue;
      const float gap = Gap(one.box, other.box);
      const bool targets = IsButton(one) && IsButton(other);
      if (targets && gap < kit::kGapMin - kSlack) {
        Tell(broken, {Words(one), " is too near to ", Words(other)});
      } else if (!targets && gap < -kSlack) {
        Tell(broken, {Words(one), " overlaps ", Words(other)});
      }
    }
  }
}

void CheckPlaces(const Record& record, Broken& broken) {
  const Box panel{0, 0, record.panel.width_mm(), record.panel.height_mm()};
  float bar_top = panel.h;
  for (const Item& item : record.items) {
    if (InBar(item)) bar_top = std::min(bar_top, item.box.y);
  }
  for (const Item& item : record.items) {
    if (!panel.Contains(item.box)) Tell(broken, {Words(item), " leaves the panel"});
    if (!InBar(item) && item.box.bottom() > bar_top - kit::kGapMin + kSlack) {
      Tell(broken, {Words(item), " reaches into the fixed bar"});
    }
  }
}

void CheckReading(const Record& record, Broken& broken) {
  const double least = record.theme == kit::ThemeName::kWarm ? kContrastWarm : kContrastOther;
  for (const Item& item : record.items) {
    if (item.words.empty()) continue;
    if (kit::Contrast(item.text, item.background) < least) {
      Tell(broken, {Words(item), " has too little contrast"});
    }
    if (item.em_mm > 0 && item.em_mm < kEmLeast - kSlack) {
      Tell(broken, {Words(item), " is written too small"});
    }
  }
}

void CheckShape(const Record& record, Broken& broken) {
  const auto titles = std::count_if(record.items.begin(), record.items.end(),
                                    [](const Item& item) { return item.role == ItemRole::kTitle; });
  if (titles != 1) Tell(broken, {"has ", std::to_string(titles), " titles"});
  if (record.items.empty() || record.items.back().id != "bar.help") {
    Tell(broken, {"does not end with bar.help"});
  }
  std::set<std::string> ids;
  int choices = 0;
  int main = 0;
  for (const Item& item : record.items) {
    if (!ids.insert(item.id).second) Tell(broken, {item.id, " is there twice"});
    if (IsButton(item) && !InBar(item) && !IsKey(item)) ++choices;
    if (item.main) ++main;
  }
  if (choices > kChoicesMax) Tell(broken, {"offers ", std::to_string(choices), " choices"});
  if (main > 1) Tell(broken, {"has more than one main answer"});
}

// Somewhere to go: a key of the bar, or an answer of the screen itself.
void CheckWayOut(const Record& record, Broken& broken) {
  const bool way = std::any_of(record.items.begin(), record.items.end(), [](const Item& item) {
    return IsButton(item) && item.enabled && item.id != "bar.bigger" && item.id != "bar.listen" &&
           item.id != "bar.help" && item.id != "bar.language";
  });
  if (!way && record.screen != "out_of_order") Tell(broken, {"has no way out"});
}

}  // namespace

std::vector<std::string> BrokenRules(const Record& record) {
  Broken broken;
  CheckTargets(record, broken);
  CheckGaps(record, broken);
  CheckPlaces(record, broken);
  CheckReading(record, broken);
  CheckShape(record, broken);
  CheckWayOut(record, broken);
  return broken;
}

}  // namespace chunhui::tests
