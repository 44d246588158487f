#include "services/visits/visits.h"

namespace chunhui::visits {

const store::Migration kVisitsMigrations[2] = {{1, "visits", R"sql(
  -- Ended visits stay until no journalled write can refer to them any more.
  CREATE TABLE visits (
    token_hash BLOB PRIMARY KEY,
    visit_id TEXT NOT NULL UNIQUE,
    device TEXT NOT NULL,               -- URI of the certificate; the token is good there only
    resident_id TEXT NOT NULL,
    assurance INTEGER NOT NULL,
    voucher TEXT NOT NULL,              -- account of the staff member; '' otherwise
    started_at INTEGER NOT NULL,        -- unix ms, as the next two
    expires_at INTEGER NOT NULL,
    ended_at INTEGER                    -- NULL while it lasts
  ) WITHOUT ROWID;
  CREATE INDEX visits_open ON visits (device) WHERE ended_at IS NULL;
  CREATE INDEX visits_by_expiry ON visits (expires_at);

  -- Coming and going of day-care members.
  CREATE TABLE attendance (
    resident_id TEXT NOT NULL,
    day INTEGER NOT NULL,               -- yyyymmdd
    station_id TEXT NOT NULL,
    arrived_at INTEGER,                 -- unix ms; the first time that day
    left_at INTEGER,                    -- unix ms; NULL while present
    PRIMARY KEY (resident_id, day)
  ) WITHOUT ROWID;
  CREATE INDEX attendance_by_day ON attendance (station_id, day);

  CREATE TABLE wrong_tries (
    scope TEXT NOT NULL,
    at INTEGER NOT NULL                 -- unix ms
  );
  CREATE INDEX wrong_tries_by_scope ON wrong_tries (scope, at);

  CREATE TABLE waits (
    scope TEXT PRIMARY KEY,
    until INTEGER NOT NULL,             -- unix ms
    minutes INTEGER NOT NULL            -- how long this wait is
  ) WITHOUT ROWID;
)sql"},
                                               {2, "visits", R"sql(
  -- How a resident wants kiosks to look and sound, kept with a consent. NULL, '' and 0 of theme: no
  -- wish.
  CREATE TABLE kept_wishes (
    resident_id TEXT PRIMARY KEY,
    language TEXT NOT NULL,
    theme INTEGER NOT NULL,             -- Theme
    dialect TEXT NOT NULL,
    text_step INTEGER,
    voice INTEGER,
    syllables_per_minute INTEGER,
    volume INTEGER,
    left_hand INTEGER,
    low_mode INTEGER
  ) WITHOUT ROWID;
)sql"}};

}  // namespace chunhui::visits
