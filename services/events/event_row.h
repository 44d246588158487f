// One event, as it is stored.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/time/instant.h"
#include "services/events/events.h"

namespace chunhui::events {

struct EventRow {
  std::string event_id;
  std::string station_id;
  std::string title;
  std::string text;
  std::string place;
  time::Instant starts_at;
  time::Instant ends_at;
  int capacity = 0;
  int taken = 0;  // confirmed, offered or leased
  int waiting = 0;
  int age_min = 0;  // 0 for any
  int age_max = 0;  // 0 for any
  std::string picture;
  std::string title_en;
  std::string text_en;
  std::string place_en;
};

std::optional<EventRow> FindEvent(store::Db& db, const std::string& event_id);
// Those of a station that have not ended at `now` and begin before `before`, earliest first.
std::vector<EventRow> EventsOf(store::Db& db, const std::string& station_id, time::Instant now,
                               time::Instant before);
// Those a resident has, offered or waits for, that have not ended; earliest first.
std::vector<EventRow> EventsOfResident(store::Db& db, const std::string& resident_id,
                                       time::Instant now);

// Without `mine`.
v1::Event ToWire(const EventRow& event);

}  // namespace chunhui::events
