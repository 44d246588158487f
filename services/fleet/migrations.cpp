// The tables of the fleet.
#include "services/fleet/fleet.h"

namespace chunhui::fleet {

const store::Migration kFleetMigrations[1] = {{1, "fleet", R"sql(
  -- Who may connect at all: a certificate that is not listed here is worth nothing.
  CREATE TABLE devices (
    kind INTEGER NOT NULL,           -- 0 kiosk, 1 desk
    id TEXT NOT NULL,
    station_id TEXT NOT NULL,
    place TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    listed_at INTEGER NOT NULL,
    revoked_at INTEGER,              -- NULL while good; a revoked id is never used again
    last_seen_at INTEGER,
    version TEXT NOT NULL DEFAULT '',
    fault_code TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (kind, id)
  ) WITHOUT ROWID;

  -- Tokens given out for new kiosks; only their hashes.
  CREATE TABLE enrolments (
    token_hash BLOB PRIMARY KEY,
    kiosk_id TEXT NOT NULL,
    station_id TEXT NOT NULL,
    place TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
  ) WITHOUT ROWID;

  -- What kiosks were told, for those that were away. AUTOINCREMENT: a sequence is never used twice.
  CREATE TABLE updates (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    station_id TEXT NOT NULL,        -- '' for all
    kiosk_id TEXT NOT NULL,          -- '' for all of the station
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL              -- a FollowResponse
  );
  CREATE INDEX updates_at ON updates (at);
)sql"}};

}  // namespace chunhui::fleet
