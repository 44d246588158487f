// The tables of the register. They know more than the first methods use (guardian, paired carer,
// unit), so that later areas need no rebuild.
#include "services/residents/residents.h"

namespace chunhui::residents {

const store::Migration kResidentsMigrations[3] = {{1, "residents", R"sql(
  CREATE TABLE residents (
    number INTEGER PRIMARY KEY,
    resident_id TEXT NOT NULL UNIQUE,
    source_key TEXT NOT NULL UNIQUE,    -- row of the register the resident came from
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,             -- as searched: no dots or blanks, small letters
    called TEXT NOT NULL,
    birth INTEGER NOT NULL,             -- yyyymmdd
    sex INTEGER NOT NULL,               -- 0 female, 1 male
    id_number BLOB NOT NULL,            -- sealed
    id_number_index BLOB NOT NULL UNIQUE,
    phone BLOB,                         -- sealed; NULL without one
    phone_index BLOB,                   -- several residents may share a phone
    subsidy_class INTEGER NOT NULL,
    station_id TEXT NOT NULL,
    grid TEXT NOT NULL,
    building TEXT NOT NULL,
    unit TEXT NOT NULL DEFAULT '',
    state INTEGER NOT NULL DEFAULT 1 CHECK (state IN (1, 2, 3)),  -- active, blocked, deceased
    day_care_member INTEGER NOT NULL,
    has_family INTEGER NOT NULL,
    paired_carer_id TEXT,               -- resident_id of the 结对人
    updated_at INTEGER NOT NULL         -- unix ms
  );
  CREATE INDEX residents_by_name ON residents (station_id, name_key, resident_id);
  CREATE INDEX residents_by_phone ON residents (phone_index) WHERE phone_index IS NOT NULL;

  -- Who may act for a resident, in what and until when.
  CREATE TABLE resident_guardians (
    resident_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    phone BLOB,                         -- sealed
    scope TEXT NOT NULL,
    expires_on INTEGER,                 -- yyyymmdd; NULL = does not expire
    PRIMARY KEY (resident_id, number)
  ) WITHOUT ROWID;

  -- Card to person, n:1; a card number is never the key of a person.
  CREATE TABLE cards (
    card TEXT PRIMARY KEY,              -- upper case
    resident_id TEXT NOT NULL,
    valid_from INTEGER NOT NULL,        -- yyyymmdd
    valid_until INTEGER,                -- last good day; NULL = does not expire
    blocked_at INTEGER,                 -- unix ms; NULL = not blocked
    blocked_reason TEXT NOT NULL DEFAULT ''
  ) WITHOUT ROWID;
  CREATE INDEX cards_by_resident ON cards (resident_id);

  -- Every answer to every question; the last one counts.
  CREATE TABLE consents (
    number INTEGER PRIMARY KEY,
    resident_id TEXT NOT NULL,
    purpose INTEGER NOT NULL,
    text_version TEXT NOT NULL,
    granted INTEGER NOT NULL,
    at INTEGER NOT NULL                 -- unix ms
  );
  CREATE INDEX consents_by_resident ON consents (resident_id, purpose, number);

  -- What follows the card. NULL = never saved.
  CREATE TABLE preferences (
    resident_id TEXT PRIMARY KEY,
    language TEXT,
    text_step INTEGER,
    theme TEXT,
    voice INTEGER,
    rate_percent INTEGER,
    dialect TEXT,
    left_hand INTEGER
  ) WITHOUT ROWID;
)sql"},
                                                  {2, "residents", R"sql(
  -- By what a resident is searched: the name, its pinyin and first letters in every reading. A
  -- table of its own without ids, so that a search walks a few close pages.
  ALTER TABLE residents ADD COLUMN search_keys TEXT NOT NULL DEFAULT '';  -- lines; '' = not yet
  CREATE INDEX residents_without_keys ON residents (number) WHERE search_keys = '';
  CREATE TABLE search_keys (
    station_id TEXT NOT NULL,
    key TEXT NOT NULL,
    number INTEGER NOT NULL,            -- of residents
    birth INTEGER NOT NULL,             -- yyyymmdd
    PRIMARY KEY (station_id, key, number)
  ) WITHOUT ROWID;
  CREATE INDEX residents_by_building ON residents (station_id, building, number);
  CREATE INDEX residents_by_grid ON residents (station_id, grid, number);
  DROP INDEX residents_by_name;
)sql"},
                                                  {3, "residents", R"sql(
  ALTER TABLE cards ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;  -- 0 card, 1 QR on a card, 2 QR on a phone
)sql"}};

}  // namespace chunhui::residents
