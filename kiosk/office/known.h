// What the kiosk knows without asking: public things only, kept up to date by the follower, with
// the time of each. Kept on disk, so a kiosk that starts without its office shows what it knew.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "chunhui/v1/assistance.pb.h"
#include "chunhui/v1/content.pb.h"
#include "chunhui/v1/events.pb.h"
#include "chunhui/v1/fleet.pb.h"
#include "chunhui/v1/meals.pb.h"
#include "core/time/instant.h"

namespace chunhui::office {

// UI thread only; changes inside Client::Deliver alone.
struct Known {
  v1::Station station;              // empty texts when it was never known
  std::vector<v1::MenuDish> menu;   // today and the next 7 days, by date, meal, kitchen's order
  std::vector<v1::Event> events;    // the next 14 days; `mine` is never set
  std::vector<v1::Notice> notices;  // as the office sent them; see NoticesAt
  // When the office last said so; nothing when it never did.
  std::optional<time::Instant> menu_at;
  std::optional<time::Instant> events_at;
  std::optional<time::Instant> notices_at;
  std::optional<time::Instant> station_at;
  // Somebody watches this station's queue. False while the office is away.
  bool on_duty = false;
  // Cases opened at this kiosk since the program started, by id, as last heard of.
  std::map<std::string, v1::Case> cases;

  // What may be shown at this time: not recalled, begun, not over. Anti-fraud first, then the
  // newest.
  std::vector<v1::Notice> NoticesAt(time::Instant now) const;
  // nullptr when it is not (or no longer) known.
  const v1::MenuDish* FindDish(const std::string& menu_dish_id) const;
  const v1::Event* FindEvent(const std::string& event_id) const;
  const v1::Case* FindCase(const std::string& case_id) const;
};

}  // namespace chunhui::office
