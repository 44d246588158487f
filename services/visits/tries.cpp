#include "services/visits/tries.h"

#include <algorithm>

namespace chunhui::visits {
namespace {

int64_t TriesWithin(store::Db& db, const std::string& scope, time::Instant now) {
  auto query = db.Prepare("SELECT count(*) FROM wrong_tries WHERE scope = ? AND at > ?", scope,
                          time::ToUnixMs(now - kTriesWindow));
  query.Step();
  return query.Int(0);
}

int NextWaitMinutes(store::Db& db, const std::string& scope, time::Instant now) {
  auto query = db.Prepare("SELECT until, minutes FROM waits WHERE scope = ?", scope);
  if (!query.Step()) return 1;
  const bool forgiven = time::FromUnixMs(query.Int(0)) + kWaitForgiven <= now;
  return forgiven ? 1 : std::min(static_cast<int>(query.Int(1)) * 2, kWaitMinutesMax);
}

}  // namespace

int SecondsToWait(store::Db& db, const std::string& scope, time::Instant now) {
  auto query = db.Prepare("SELECT until FROM waits WHERE scope = ?", scope);
  if (!query.Step()) return 0;
  const int64_t left_ms = query.Int(0) - time::ToUnixMs(now);
  return left_ms <= 0 ? 0 : static_cast<int>((left_ms + 999) / 1000);
}

void CountTry(store::Db& db, const std::string& scope, time::Instant now) {
  db.Run("INSERT INTO wrong_tries (scope, at) VALUES (?, ?)", scope, time::ToUnixMs(now));
  if (TriesWithin(db, scope, now) < kTriesMax) return;
  const int minutes = NextWaitMinutes(db, scope, now);
  db.Run("INSERT OR REPLACE INTO waits VALUES (?, ?, ?)", scope,
         time::ToUnixMs(now + std::chrono::minutes(minutes)), minutes);
}

void ForgetTries(store::Db& db, const std::string& scope) {
  db.Run("DELETE FROM wrong_tries WHERE scope = ?", scope);
}

void PruneTries(store::Db& db, time::Instant now) {
  db.Run("DELETE FROM wrong_tries WHERE at <= ?", time::ToUnixMs(now - kTriesWindow));
  db.Run("DELETE FROM waits WHERE until <= ?", time::ToUnixMs(now - kWaitForgiven));
}

}  // namespace chunhui::visits
