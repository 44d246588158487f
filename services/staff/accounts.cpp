#include "services/staff/accounts.h"

#include "core/people/card.h"
#include "services/staff/staff.h"

namespace chunhui::staff {

const store::Migration kStaffMigrations[2] = {{1, "staff", R"sql(
  CREATE TABLE staff_accounts (
    account TEXT PRIMARY KEY,
    called TEXT NOT NULL,               -- by residents: 李老师
    role INTEGER NOT NULL,
    station_id TEXT NOT NULL,           -- the role covers this subtree
    pin_hash TEXT NOT NULL,             -- Argon2id
    badge_index BLOB UNIQUE,            -- blind; NULL without a badge
    closed_at INTEGER,                  -- unix ms; NULL = open. Names are never used again
    created_at INTEGER NOT NULL
  ) WITHOUT ROWID;

  -- Live sessions; an ended one is deleted (the audit remembers it).
  CREATE TABLE staff_sessions (
    token_hash BLOB PRIMARY KEY,
    session_id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX staff_sessions_by_account ON staff_sessions (account);

  -- Wrong PINs in a row, also for accounts that do not exist.
  CREATE TABLE staff_tries (
    who BLOB PRIMARY KEY,               -- blind
    wrong INTEGER NOT NULL,
    last_wrong_at INTEGER NOT NULL,
    locked_until INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX staff_tries_by_time ON staff_tries (last_wrong_at);
)sql"},
                                              {2, "staff", R"sql(
  -- URI of the device at which the session began. Older sessions belong to none and are over.
  ALTER TABLE staff_sessions ADD COLUMN device TEXT NOT NULL DEFAULT '';
  DELETE FROM staff_sessions;
)sql"}};

namespace {

constexpr std::chrono::hours kTriesKept{24};

constexpr const char* kSelect =
    "SELECT account, called, role, station_id, closed_at IS NOT NULL, pin_hash"
    " FROM staff_accounts ";

std::optional<AccountRow> ReadRow(store::Query query) {
  if (!query.Step()) return std::nullopt;
  AccountRow row;
  row.account.set_account(query.Text(0));
  row.account.set_called(query.Text(1));
  row.account.set_role(static_cast<v1::Role>(query.Int(2)));
  row.account.set_station_id(query.Text(3));
  row.account.set_closed(query.Bool(4));
  row.pin_hash = query.Text(5);
  return row;
}

std::string BadgeIndex(const calls::Call& call, std::string_view badge) {
  return call.vault().BlindIndex("staff.badge", badge);
}

}  // namespace

std::optional<AccountRow> FindAccount(store::Db& db, std::string_view account) {
  return ReadRow(db.Prepare(std::string(kSelect) + "WHERE account = ?", account));
}

std::optional<AccountRow> FindByBadge(calls::Call& call, std::string_view badge) {
  const std::string index = BadgeIndex(call, badge);
  return ReadRow(
      call.db().Prepare(std::string(kSelect) + "WHERE badge_index = ?", store::BlobView{index}));
}

bool IsBadge(calls::Call& call, std::string_view card) {
  const auto row = FindByBadge(call, card);
  return row && !row->account.closed();
}

void PutAccount(calls::Call& call, const v1::Account& account, const std::string& pin_hash,
                const std::string& badge) {
  const std::string index =
      badge.empty() ? std::string{} : BadgeIndex(call, people::NormaliseCard(badge).value());
  std::optional<store::BlobView> stored_index;
  if (!badge.empty()) stored_index = store::BlobView{index};
  std::optional<int64_t> closed_at;
  if (account.closed()) closed_at = time::ToUnixMs(call.now());
  call.Audit({"", account.account()});
  call.db().Run(
      "INSERT INTO staff_accounts (account, called, role, station_id, pin_hash, badge_index,"
      " closed_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (account) DO UPDATE SET called = excluded.called, role = excluded.role,"
      " station_id = excluded.station_id, pin_hash = excluded.pin_hash,"
      " badge_index = excluded.badge_index, closed_at = excluded.closed_at",
      account.account(), account.called(), static_cast<int>(account.role()), account.station_id(),
      pin_hash, stored_index, closed_at, time::ToUnixMs(call.now()));
}

bool HasAdmin(store::Db& db) {
  return db
      .Prepare("SELECT 1 FROM staff_accounts WHERE role = ? AND closed_at IS NULL LIMIT 1",
               static_cast<int>(v1::ROLE_ADMIN))
      .Step();
}

void EndSessions(calls::Call& call, std::string_view account, std::string_view except_session_id) {
  auto ended = call.db().Prepare(
      "DELETE FROM staff_sessions WHERE account = ? AND session_id <> ? RETURNING session_id",
      account, except_session_id);
  while (ended.Step()) {
    call.Publish({calls::EventKind::kSignedOut, "", "", 0, ended.Text(0)});
  }
}

std::string TriesKey(const calls::Call& call, std::string_view named) {
  return call.vault().BlindIndex("staff.tries", named);
}

int SecondsLocked(store::Db& db, const std::string& who, time::Instant now) {
  auto query =
      db.Prepare("SELECT locked_until FROM staff_tries WHERE who = ?", store::BlobView{who});
  if (!query.Step()) return 0;
  const int64_t left_ms = query.Int(0) - time::ToUnixMs(now);
  return left_ms <= 0 ? 0 : static_cast<int>((left_ms + 999) / 1000);
}

void CountWrongPin(store::Db& db, const std::string& who, time::Instant now) {
  const int64_t now_ms = time::ToUnixMs(now);
  db.Run("DELETE FROM staff_tries WHERE last_wrong_at < ?", time::ToUnixMs(now - kTriesKept));
  // A pause as long as a lock-out begins the count anew.
  db.Run(
      "INSERT INTO staff_tries VALUES (?1, 1, ?2, 0) ON CONFLICT (who) DO UPDATE SET"
      " wrong = CASE WHEN last_wrong_at <= ?3 THEN 1 ELSE wrong + 1 END, last_wrong_at = ?2",
      store::BlobView{who}, now_ms, time::ToUnixMs(now - kLockOut));
  db.Run("UPDATE staff_tries SET wrong = 0, locked_until = ? WHERE who = ? AND wrong >= ?",
         time::ToUnixMs(now + kLockOut), store::BlobView{who}, kWrongPinsMax);
}

void ForgetWrongPins(store::Db& db, const std::string& who) {
  db.Run("DELETE FROM staff_tries WHERE who = ?", store::BlobView{who});
}

}  // namespace chunhui::staff
