// The table of cases.
#include "services/assistance/assistance.h"

namespace chunhui::assistance {

const store::Migration kAssistanceMigrations[1] = {{1, "assistance", R"sql(
  CREATE TABLE cases (
    case_id TEXT PRIMARY KEY,
    station_id TEXT NOT NULL,
    kiosk_id TEXT NOT NULL,
    kiosk_place TEXT NOT NULL,            -- as it was then
    day INTEGER NOT NULL,                 -- of the ticket, yyyymmdd
    ticket_number INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    reason INTEGER NOT NULL,
    state INTEGER NOT NULL,               -- 1 open, 2 claimed, 3 closed
    outcome INTEGER NOT NULL DEFAULT 0,
    priority INTEGER NOT NULL,
    escalations INTEGER NOT NULL DEFAULT 0,
    resident_id TEXT NOT NULL,            -- '' when unknown, or forgotten after a year
    benefit_id TEXT NOT NULL,             -- '' unless about a benefit
    shows_dates INTEGER NOT NULL,         -- the visitor was known well enough to be told dates
    opened_at INTEGER NOT NULL,           -- when it happened at the kiosk
    received_at INTEGER NOT NULL,         -- later, when the office was away; escalation counts from it
    claimed_at INTEGER,
    claimed_by TEXT NOT NULL DEFAULT '',  -- account
    claimed_called TEXT NOT NULL DEFAULT '',
    closed_at INTEGER,
    next_due_on INTEGER,                  -- yyyymmdd, after a certification
    note BLOB,                            -- sealed; deleted 30 days after closing
    UNIQUE (station_id, day, ticket_number)
  ) WITHOUT ROWID;
  CREATE INDEX cases_queue ON cases (priority, opened_at, case_id) WHERE state <> 3;
  CREATE INDEX cases_unclaimed ON cases (received_at) WHERE state = 1 AND escalations < 3;
  CREATE INDEX cases_of_benefit ON cases (benefit_id) WHERE state <> 3 AND benefit_id <> '';
  CREATE INDEX cases_closed ON cases (closed_at) WHERE state = 3;

  CREATE TRIGGER cases_stay BEFORE DELETE ON cases
  BEGIN SELECT RAISE(ABORT, 'a case never disappears'); END;
  CREATE TRIGGER cases_stay_closed BEFORE UPDATE OF state ON cases
  WHEN old.state = 3 AND new.state <> 3
  BEGIN SELECT RAISE(ABORT, 'a closed case stays closed'); END;
)sql"}};

}  // namespace chunhui::assistance
