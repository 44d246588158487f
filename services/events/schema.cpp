#include "services/events/events.h"

namespace chunhui::events {

const store::Migration kEventsMigrations[1] = {{1, "events", R"sql(
  CREATE TABLE events (
    event_id TEXT PRIMARY KEY,
    station_id TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    place TEXT NOT NULL,
    starts_at INTEGER NOT NULL,           -- unix ms
    ends_at INTEGER NOT NULL,
    capacity INTEGER NOT NULL,
    taken INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0),    -- confirmed, offered, attended, no-show
    leased INTEGER NOT NULL DEFAULT 0 CHECK (leased >= 0),  -- set aside for kiosks without a line
    ranks_given INTEGER NOT NULL DEFAULT 0,                 -- on the waiting list; never given twice
    age_min INTEGER NOT NULL,             -- 0 = any
    age_max INTEGER NOT NULL,             -- 0 = any
    picture TEXT NOT NULL,
    title_en TEXT NOT NULL,
    text_en TEXT NOT NULL,
    place_en TEXT NOT NULL,
    CHECK (taken + leased <= capacity),
    CHECK (ends_at > starts_at)
  );
  CREATE INDEX events_of_station ON events (station_id, ends_at);
  CREATE INDEX events_by_start ON events (starts_at);

  CREATE TABLE sign_ups (
    sign_up_id TEXT PRIMARY KEY,
    event_id TEXT NOT NULL REFERENCES events,
    resident_id TEXT NOT NULL,
    state INTEGER NOT NULL,               -- SignUpState
    rank INTEGER NOT NULL DEFAULT 0,      -- order on the waiting list; 0 = never waited
    offer_until INTEGER,                  -- unix ms; only while offered and after a lapse
    visit_id TEXT NOT NULL,               -- a typed number touches only what its own visit made
    created_at INTEGER NOT NULL,          -- unix ms
    changed_at INTEGER NOT NULL
  );
  -- One place per resident and event.
  CREATE UNIQUE INDEX sign_ups_one_place ON sign_ups (event_id, resident_id) WHERE state <> 4;
  CREATE INDEX sign_ups_waiting ON sign_ups (event_id, rank) WHERE state = 2;
  CREATE INDEX sign_ups_offered ON sign_ups (offer_until) WHERE state = 3;
  CREATE INDEX sign_ups_confirmed ON sign_ups (event_id) WHERE state = 1;
  CREATE INDEX sign_ups_of_resident ON sign_ups (resident_id, event_id);
)sql"}};

}  // namespace chunhui::events
