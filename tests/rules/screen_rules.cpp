// The rules about places: targets, gaps, overlaps, the panel's and the bar's edges.
#include "tests/rules/screen_rules.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

#include "tests/rules/broken.h"

namespace chunhui::tests {

using kit::Box;
using kit::Item;
using kit::ItemRole;
using kit::Record;

void Tell(Broken& broken, std::initializer_list<std::string_view> parts) {
  std::string& sentence = broken.emplace_back();
  for (const std::string_view part : parts) sentence += part;
}

std::string InTenths(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

std::string Named(const Item& item) {
  return item.id + " (" + InTenths(item.box.x) + "," + InTenths(item.box.y) + " " +
         InTenths(item.box.w) + "x" + InTenths(item.box.h) + ")";
}

float GapBetween(const Box& one, const Box& other) {
  const float across = std::max(other.x - one.right(), one.x - other.right());
  const float down = std::max(other.y - one.bottom(), one.y - other.bottom());
  return std::max(across, down);
}

bool Belongs(const Item& part, const Item& whole) {
  return IsButton(whole) && part.id.starts_with(whole.id + ".");
}

namespace {

bool IsStaffs(const Item& item) { return item.id.starts_with("staff."); }

// Keys that are always there, like the fixed bar's, are no choices: of keypads, of pages, and the
// staff's own row below their queue.
bool IsKey(const Item& item) {
  if (item.id == "staff.aside" || item.id == "staff.device" || item.id == "staff.sign_out") {
    return true;
  }
  return item.id.find(".key.") != std::string::npos || item.id.ends_with(".previous") ||
         item.id.ends_with(".next");
}

void CheckTargets(const Record& record, const Limits& limits, Broken& broken) {
  const double diagonal = std::hypot(record.panel.width_mm(), record.panel.height_mm());
  const float main = diagonal < limits.small_panel ? limits.main_target_small : limits.main_target;
  for (const Item& item : record.items) {
    if (!IsButton(item)) continue;
    const float least = item.main ? main : limits.target;
    if (std::min(item.box.w, item.box.h) < least - kSlack) {
      Tell(broken, {Named(item), " is smaller than its kind of target may be"});
    }
  }
}

void CheckReach(const Record& record, const Limits& limits, Broken& broken) {
  if (record.panel.landscape()) return;
  const float top = (1 - limits.reach_share) * record.panel.height_mm();
  for (const Item& item : record.items) {
    if (IsStaffs(item)) continue;  // staff stand beside whoever asked for it
    if (IsButton(item) && item.box.y < top - kSlack) {
      Tell(broken, {Named(item), " is above the reach of low mode"});
    }
  }
}

void CheckGap(const Item& one, const Item& other, const Limits& limits, Broken& broken) {
  if (Belongs(one, other) || Belongs(other, one)) {
    const bool both = one.written.h > 0 && other.written.h > 0;
    if (both && GapBetween(one.written, other.written) < -kSlack) {
      Tell(broken, {"the words of ", Named(one), " run into those of ", Named(other)});
    }
    return;
  }
  const float gap = GapBetween(one.box, other.box);
  const bool targets = IsButton(one) && IsButton(other);
  if (targets && gap < limits.gap - kSlack) {
    Tell(broken, {Named(one), " is too near to ", Named(other)});
  } else if (!targets && gap < -kSlack) {
    Tell(broken, {Named(one), " overlaps ", Named(other)});
  }
}

void CheckGaps(const Record& record, const Limits& limits, Broken& broken) {
  for (size_t i = 0; i < record.items.size(); ++i) {
    for (size_t j = i + 1; j < record.items.size(); ++j) {
      CheckGap(record.items[i], record.items[j], limits, broken);
    }
  }
}

// Icons are drawn inside their em box with some air; that much may touch a line's box.
void CheckMarks(const Record& record, Broken& broken) {
  constexpr float kAirShare = 0.08F;
  for (const kit::Mark& mark : record.marks) {
    for (const Item& item : record.items) {
      const Box& words = item.written;
      if (words.h <= 0) continue;
      const float air = kSlack + kAirShare * mark.box.w;
      if (GapBetween(mark.box, words) < -air) {
        Tell(broken, {"a picture lies on the words of ", Named(item)});
      }
    }
  }
}

void CheckPlaces(const Record& record, const Limits& limits, Broken& broken) {
  const Box panel{0, 0, record.panel.width_mm(), record.panel.height_mm()};
  float bar_top = panel.h;
  for (const Item& item : record.items) {
    if (InBar(item)) bar_top = std::min(bar_top, item.box.y);
  }
  for (const Item& item : record.items) {
    if (!panel.Contains(item.box)) Tell(broken, {Named(item), " leaves the panel"});
    if (!InBar(item) && item.box.bottom() > bar_top - limits.gap + kSlack) {
      Tell(broken, {Named(item), " reaches into the fixed bar"});
    }
  }
}

// How many of what an area may have only so many of.
struct Counts {
  int titles = 0;
  int choices = 0;
  int main = 0;
};

Counts CountsOf(const Record& record, bool staff) {
  Counts counts;
  for (const Item& item : record.items) {
    if (IsStaffs(item) != staff) continue;
    if (item.role == ItemRole::kTitle) ++counts.titles;
    if (IsButton(item) && !InBar(item) && !IsKey(item)) ++counts.choices;
    if (item.main) ++counts.main;
  }
  return counts;
}

void CheckCounts(const Counts& counts, const char* whose, const Limits& limits, Broken& broken) {
  if (counts.choices > limits.choices) {
    Tell(broken, {"offers ", whose, std::to_string(counts.choices), " choices"});
  }
  if (counts.main > 1) Tell(broken, {"has more than one main answer"});
}

// The staff's panel is a page of its own: it may cover the title of the page it stands beside, and
// what is left of both is counted apart. Aside, as a strip, it has no title.
void CheckShape(const Record& record, const Limits& limits, Broken& broken) {
  const Counts page = CountsOf(record, false);
  const Counts staff = CountsOf(record, true);
  const bool beside = std::any_of(record.items.begin(), record.items.end(), IsStaffs);
  const bool titled = beside
                          ? page.titles <= 1 && staff.titles <= 1 && page.titles + staff.titles >= 1
                          : page.titles == 1;
  if (!titled) Tell(broken, {"has ", std::to_string(page.titles + staff.titles), " titles"});
  if (record.items.empty() || record.items.back().id != "bar.help") {
    Tell(broken, {"does not end with bar.help"});
  }
  std::set<std::string> ids;
  for (const Item& item : record.items) {
    if (!ids.insert(item.id).second) Tell(broken, {item.id, " is there twice"});
  }
  CheckCounts(page, "", limits, broken);
  CheckCounts(staff, "staff ", limits, broken);
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

std::vector<std::string> BrokenRules(const Record& record, const Limits& limits, bool low_mode) {
  Broken broken;
  CheckTargets(record, limits, broken);
  if (low_mode) CheckReach(record, limits, broken);
  CheckGaps(record, limits, broken);
  CheckMarks(record, broken);
  CheckPlaces(record, limits, broken);
  CheckShape(record, limits, broken);
  CheckWayOut(record, broken);
  CheckWords(record, limits, broken);
  return broken;
}

std::vector<std::string> FixedKeys::Broken(const Record& record) {
  std::vector<std::string> broken;
  for (const char* id : {"bar.help", "bar.back", "bar.home"}) {
    const Item* key = record.Find(id);
    if (key == nullptr) continue;
    constexpr float kTenths = 10;
    const Place place{id, record.language, record.text_step,
                      std::lround(record.panel.width_mm() * kTenths),
                      std::lround(record.panel.height_mm() * kTenths)};
    const Box& first = first_.emplace(place, key->box).first->second;
    if (!(first == key->box)) broken.push_back(Named(*key) + " stands elsewhere on other screens");
  }
  return broken;
}

}  // namespace chunhui::tests
