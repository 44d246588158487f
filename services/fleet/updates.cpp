#include "services/fleet/updates.h"

#include "services/fleet/fleet.h"

namespace chunhui::fleet {
namespace {

int64_t SequenceGivenLast(store::Db& db) {
  auto query = db.Prepare("SELECT seq FROM sqlite_sequence WHERE name = 'updates'");
  return query.Step() ? query.Int(0) : 0;
}

// The first one that is kept; the next to come when none is.
int64_t OldestKept(store::Db& db, int64_t given_last) {
  auto query = db.Prepare("SELECT MIN(sequence) FROM updates");
  const bool some = query.Step() && !query.IsNull(0);
  return some ? query.Int(0) : given_last + 1;
}

void Prune(store::Db& db, int64_t sequence, time::Instant now) {
  db.Run("DELETE FROM updates WHERE sequence <= ?", sequence - kUpdatesKept);
  db.Run("DELETE FROM updates WHERE at < ?", time::ToUnixMs(now - kUpdatesKeptFor));
}

}  // namespace

void Announce(calls::Call& call, const std::string& station_id, const std::string& kiosk_id,
              v1::FollowResponse update) {
  store::Db& db = call.db();
  db.Run("INSERT INTO updates (station_id, kiosk_id, at, bytes) VALUES (?, ?, ?, x'')", station_id,
         kiosk_id, time::ToUnixMs(call.now()));
  const int64_t sequence = db.last_insert_id();
  update.set_sequence(sequence);
  std::string bytes = update.SerializeAsString();
  db.Run("UPDATE updates SET bytes = ? WHERE sequence = ?", store::BlobView{bytes}, sequence);
  Prune(db, sequence, call.now());
  call.Publish({calls::EventKind::kFollow, station_id, kiosk_id, sequence, std::move(bytes)});
}

Missed MissedSince(store::Db& db, const calls::Device& kiosk, int64_t after_sequence) {
  const int64_t given_last = SequenceGivenLast(db);
  const bool gone = after_sequence + 1 < OldestKept(db, given_last);
  const bool of_another_past = after_sequence > given_last;
  if (gone || of_another_past) return {true, {}, given_last};
  Missed missed{false, {}, given_last};
  auto query = db.Prepare(
      "SELECT bytes FROM updates WHERE sequence > ?"
      " AND (station_id = '' OR station_id = ?) AND (kiosk_id = '' OR kiosk_id = ?)"
      " ORDER BY sequence LIMIT ?",
      after_sequence, kiosk.station_id, kiosk.id, kReplayMax + 1);
  while (query.Step()) missed.bytes.push_back(query.Blob(0));
  if (static_cast<int64_t>(missed.bytes.size()) > kReplayMax) return {true, {}, given_last};
  return missed;
}

}  // namespace chunhui::fleet
