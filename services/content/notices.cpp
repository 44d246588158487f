#include "services/content/notices.h"

#include <set>

#include "services/calls/stations.h"
#include "services/calls/wire.h"
#include "services/content/content.h"
#include "services/fleet/fleet.h"

namespace chunhui::content {

const store::Migration kContentMigrations[1] = {{1, "content", R"sql(
  CREATE TABLE notices (
    notice_id TEXT PRIMARY KEY,
    anti_fraud INTEGER NOT NULL,        -- 1 comes before all others
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    title_en TEXT NOT NULL,
    text_en TEXT NOT NULL,
    shown_from INTEGER NOT NULL,
    shown_until INTEGER NOT NULL CHECK (shown_until > shown_from),
    started INTEGER NOT NULL,           -- 0 until kiosks were told that it holds
    recalled_at INTEGER,                -- NULL while not taken back
    published_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX notices_order ON notices (anti_fraud DESC, shown_from DESC, notice_id);
  CREATE INDEX notices_to_start ON notices (shown_from) WHERE started = 0;

  -- Whom it is for: a station, or a district with all below it. No row means all.
  CREATE TABLE notice_stations (
    notice_id TEXT NOT NULL REFERENCES notices (notice_id),
    station_id TEXT NOT NULL,
    PRIMARY KEY (notice_id, station_id)
  ) WITHOUT ROWID;
)sql"}};

namespace {

// Rows after a Position, in the order of the list; more conditions may follow.
constexpr const char* kSelectAfter =
    "SELECT notice_id, anti_fraud, title, text, title_en, text_en, shown_from, shown_until,"
    " recalled_at FROM notices"
    " WHERE (-anti_fraud, -shown_from, notice_id) > (?, ?, ?) ";
constexpr const char* kInOrder = " ORDER BY anti_fraud DESC, shown_from DESC, notice_id";

std::vector<std::string> StationsOf(store::Db& db, const std::string& notice_id) {
  std::vector<std::string> stations;
  auto query = db.Prepare(
      "SELECT station_id FROM notice_stations WHERE notice_id = ? ORDER BY station_id", notice_id);
  while (query.Step()) stations.push_back(query.Text(0));
  return stations;
}

v1::Notice ReadNotice(store::Db& db, const store::Query& query) {
  v1::Notice notice;
  notice.set_notice_id(query.Text(0));
  notice.set_kind(query.Bool(1) ? v1::NOTICE_KIND_ANTI_FRAUD : v1::NOTICE_KIND_UNSPECIFIED);
  notice.set_title(query.Text(2));
  notice.set_text(query.Text(3));
  notice.set_title_en(query.Text(4));
  notice.set_text_en(query.Text(5));
  *notice.mutable_shown_from() = calls::ToWire(time::FromUnixMs(query.Int(6)));
  *notice.mutable_shown_until() = calls::ToWire(time::FromUnixMs(query.Int(7)));
  notice.set_recalled(!query.IsNull(8));
  for (const std::string& station : StationsOf(db, notice.notice_id())) {
    notice.add_station_ids(station);
  }
  return notice;
}

bool IsFor(store::Db& db, const v1::Notice& notice, const std::string& station_id) {
  if (notice.station_ids().empty()) return true;
  for (const std::string& target : notice.station_ids()) {
    if (calls::Covers(db, target, station_id)) return true;
  }
  return false;
}

int64_t UnixMs(const google::protobuf::Timestamp& wire) {
  return time::ToUnixMs(calls::FromWire(wire).value());
}

}  // namespace

std::optional<v1::Notice> FindNotice(store::Db& db, const std::string& notice_id) {
  auto query = db.Prepare(
      "SELECT notice_id, anti_fraud, title, text, title_en, text_en, shown_from, shown_until,"
      " recalled_at FROM notices WHERE notice_id = ?",
      notice_id);
  if (!query.Step()) return std::nullopt;
  return ReadNotice(db, query);
}

void InsertNotice(calls::Call& call, const v1::Notice& notice) {
  store::Db& db = call.db();
  const int64_t shown_from = UnixMs(notice.shown_from());
  const bool started = shown_from <= time::ToUnixMs(call.now());
  db.Run("INSERT INTO notices VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)", notice.notice_id(),
         notice.kind() == v1::NOTICE_KIND_ANTI_FRAUD, notice.title(), notice.text(),
         notice.title_en(), notice.text_en(), shown_from, UnixMs(notice.shown_until()), started,
         time::ToUnixMs(call.now()));
  for (const std::string& station : notice.station_ids()) {
    db.Run("INSERT INTO notice_stations VALUES (?, ?)", notice.notice_id(), station);
  }
}

std::vector<v1::Notice> AllNotices(store::Db& db, const Position& after, int count) {
  std::vector<v1::Notice> notices;
  auto query = db.Prepare(std::string(kSelectAfter) + kInOrder + " LIMIT ?",
                          -static_cast<int64_t>(after.anti_fraud), -after.shown_from,
                          after.notice_id, count);
  while (query.Step()) notices.push_back(ReadNotice(db, query));
  return notices;
}

std::vector<v1::Notice> NoticesAt(store::Db& db, const std::string& station_id, time::Instant now,
                                  const Position& after, int count) {
  std::vector<v1::Notice> notices;
  auto query =
      db.Prepare(std::string(kSelectAfter) +
                     "AND shown_from <= ? AND shown_until > ? AND recalled_at IS NULL" + kInOrder,
                 -static_cast<int64_t>(after.anti_fraud), -after.shown_from, after.notice_id,
                 time::ToUnixMs(now), time::ToUnixMs(now));
  while (static_cast<int>(notices.size()) < count && query.Step()) {
    v1::Notice notice = ReadNotice(db, query);
    if (IsFor(db, notice, station_id)) notices.push_back(std::move(notice));
  }
  return notices;
}

void AnnounceTo(calls::Call& call, const v1::Notice& notice, const v1::FollowResponse& update) {
  if (notice.station_ids().empty()) return fleet::Announce(call, "", "", update);
  std::set<std::string> stations;
  for (const std::string& target : notice.station_ids()) {
    stations.merge(calls::StationsBelow(call.db(), target));
  }
  for (const std::string& station : stations) fleet::Announce(call, station, "", update);
}

void AnnouncePublished(calls::Call& call, const v1::Notice& notice) {
  v1::FollowResponse update;
  *update.mutable_notice_published() = notice;
  AnnounceTo(call, notice, update);
}

}  // namespace chunhui::content
