#include "kiosk/kit/walk.h"

#include <algorithm>

namespace chunhui::kit {
namespace {

bool StandsAlone(const Item& item) {
  return item.role == ItemRole::kButton || item.role == ItemRole::kTitle;
}

bool ExtendsId(const Item& item, const Item& of) {
  return item.id.size() > of.id.size() && item.id[of.id.size()] == '.' &&
         item.id.compare(0, of.id.size(), of.id) == 0;
}

// The latest stop whose words this item continues.
Stop* Owner(std::vector<Stop>& stops, const Item& item) {
  if (StandsAlone(item)) return nullptr;
  const auto owner = std::find_if(stops.rbegin(), stops.rend(), [&item](const Stop& stop) {
    return ExtendsId(item, *stop.front());
  });
  return owner == stops.rend() ? nullptr : &*owner;
}

std::string PageOf(const Record& record) { return record.screen + "." + record.state; }

}  // namespace

std::vector<Stop> StopsOf(const Record& record) {
  std::vector<Stop> stops;
  for (const Item& item : record.items) {
    if (item.digit || (item.words.empty() && item.voice.empty())) continue;
    if (Stop* owner = Owner(stops, item)) {
      owner->push_back(&item);
    } else {
      stops.push_back({&item});
    }
  }
  return stops;
}

void Walk::Begin(const Record& record) {
  page_ = PageOf(record);
  const std::vector<Stop> stops = StopsOf(record);
  const auto title = std::find_if(stops.begin(), stops.end(), [](const Stop& stop) {
    return stop.front()->role == ItemRole::kTitle;
  });
  index_ = title == stops.end() ? 0 : static_cast<size_t>(title - stops.begin());
  at_ = stops.empty() ? std::string(kScreenStop) : stops[index_].front()->id;
}

void Walk::Move(const Record& record, int step) {
  const std::vector<Stop> stops = StopsOf(record);
  const auto count = static_cast<int>(stops.size()) + 1;  // with the screen itself
  index_ = static_cast<size_t>((static_cast<int>(index_) + step + count) % count);
  at_ = index_ == stops.size() ? std::string(kScreenStop) : stops[index_].front()->id;
}

void Walk::Follow(const Record& record) {
  if (!active() || record.screen.empty()) return;
  if (page_ != PageOf(record)) return Begin(record);
  const std::vector<Stop> stops = StopsOf(record);
  if (at_screen()) {
    index_ = stops.size();
    return;
  }
  const auto same = std::find_if(stops.begin(), stops.end(),
                                 [this](const Stop& stop) { return stop.front()->id == at_; });
  if (same != stops.end()) {
    index_ = static_cast<size_t>(same - stops.begin());
  } else if (stops.empty()) {
    Begin(record);
  } else {
    index_ = std::min(index_, stops.size() - 1);
    at_ = stops[index_].front()->id;
  }
}

void Walk::End() {
  at_.clear();
  page_.clear();
  index_ = 0;
}

}  // namespace chunhui::kit
