#include "services/events/event_row.h"

#include <algorithm>

#include "services/calls/wire.h"

namespace chunhui::events {
namespace {

constexpr int kListMax = 200;
constexpr int kOwnListMax = 60;

const std::string kSelect =
    "SELECT e.event_id, e.station_id, e.title, e.text, e.place, e.starts_at, e.ends_at, e.capacity,"
    " e.taken + e.leased,"
    " (SELECT count(*) FROM sign_ups w WHERE w.event_id = e.event_id AND w.state = 2),"
    " e.age_min, e.age_max, e.picture, e.title_en, e.text_en, e.place_en FROM events e ";

EventRow ReadEvent(const store::Query& query) {
  EventRow event;
  event.event_id = query.Text(0);
  event.station_id = query.Text(1);
  event.title = query.Text(2);
  event.text = query.Text(3);
  event.place = query.Text(4);
  event.starts_at = time::FromUnixMs(query.Int(5));
  event.ends_at = time::FromUnixMs(query.Int(6));
  event.capacity = static_cast<int>(query.Int(7));
  event.taken = static_cast<int>(query.Int(8));
  event.waiting = static_cast<int>(query.Int(9));
  event.age_min = static_cast<int>(query.Int(10));
  event.age_max = static_cast<int>(query.Int(11));
  event.picture = query.Text(12);
  event.title_en = query.Text(13);
  event.text_en = query.Text(14);
  event.place_en = query.Text(15);
  return event;
}

std::vector<EventRow> ReadAll(store::Query query) {
  std::vector<EventRow> events;
  while (query.Step()) events.push_back(ReadEvent(query));
  return events;
}

}  // namespace

std::optional<EventRow> FindEvent(store::Db& db, const std::string& event_id) {
  auto query = db.Prepare(kSelect + "WHERE e.event_id = ?", event_id);
  if (!query.Step()) return std::nullopt;
  return ReadEvent(query);
}

std::vector<EventRow> EventsOf(store::Db& db, const std::string& station_id, time::Instant now,
                               time::Instant before) {
  return ReadAll(db.Prepare(kSelect + "WHERE e.station_id = ? AND e.ends_at > ? AND e.starts_at < ?"
                                      " ORDER BY e.starts_at, e.rowid LIMIT ?",
                            station_id, time::ToUnixMs(now), time::ToUnixMs(before), kListMax));
}

std::vector<EventRow> EventsOfResident(store::Db& db, const std::string& resident_id,
                                       time::Instant now) {
  return ReadAll(db.Prepare(kSelect + "JOIN sign_ups s USING (event_id)"
                                      " WHERE s.resident_id = ? AND s.state IN (?, ?, ?, ?)"
                                      " AND e.ends_at > ? ORDER BY e.starts_at, e.rowid LIMIT ?",
                            resident_id, v1::SIGN_UP_STATE_CONFIRMED, v1::SIGN_UP_STATE_WAITING,
                            v1::SIGN_UP_STATE_OFFERED, v1::SIGN_UP_STATE_ATTENDED,
                            time::ToUnixMs(now), kOwnListMax));
}

v1::Event ToWire(const EventRow& event) {
  v1::Event wire;
  wire.set_event_id(event.event_id);
  wire.set_title(event.title);
  wire.set_text(event.text);
  wire.set_place(event.place);
  *wire.mutable_starts_at() = calls::ToWire(event.starts_at);
  *wire.mutable_ends_at() = calls::ToWire(event.ends_at);
  wire.set_capacity(event.capacity);
  wire.set_places_left(std::max(0, event.capacity - event.taken));
  wire.set_waiting(event.waiting);
  wire.set_age_min(event.age_min);
  wire.set_age_max(event.age_max);
  wire.set_picture(event.picture);
  wire.set_title_en(event.title_en);
  wire.set_text_en(event.text_en);
  wire.set_place_en(event.place_en);
  return wire;
}

}  // namespace chunhui::events
