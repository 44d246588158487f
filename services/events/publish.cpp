// A new event.
#include "services/calls/fields.h"
#include "services/calls/wire.h"
#include "services/events/guests.h"
#include "services/fleet/fleet.h"

namespace chunhui::events {
namespace {

constexpr int kTitleMax = 25;
constexpr int kTitleEnMax = 60;
constexpr int kTextMax = 400;
constexpr int kTextEnMax = 1200;
constexpr int kPlaceMax = 25;
constexpr int kPlaceEnMax = 60;
constexpr int kPictureMax = 10;  // code points of one emoji with its joiners
constexpr int kCapacityMax = 10'000;
constexpr int kAgeMax = 150;
constexpr std::chrono::hours kLengthMax{31 * 24};
constexpr const char* kCalendar = "📅";

std::optional<calls::Refusal> CheckWords(const v1::Event& event) {
  using calls::IsPlainText;
  using calls::Lines;
  using calls::Malformed;
  if (!IsPlainText(event.title(), 1, kTitleMax)) {
    return Malformed("event.title", "1 to 25 characters");
  }
  if (!IsPlainText(event.text(), 0, kTextMax, Lines::kMany)) {
    return Malformed("event.text", "at most 400 characters");
  }
  if (!IsPlainText(event.place(), 0, kPlaceMax)) {
    return Malformed("event.place", "at most 25 characters");
  }
  if (!IsPlainText(event.title_en(), 0, kTitleEnMax)) {
    return Malformed("event.title_en", "at most 60 characters");
  }
  if (!IsPlainText(event.text_en(), 0, kTextEnMax, Lines::kMany)) {
    return Malformed("event.text_en", "at most 1200 characters");
  }
  if (!IsPlainText(event.place_en(), 0, kPlaceEnMax)) {
    return Malformed("event.place_en", "at most 60 characters");
  }
  if (!IsPlainText(event.picture(), 0, kPictureMax)) return Malformed("event.picture", "one emoji");
  return std::nullopt;
}

std::optional<calls::Refusal> CheckNumbers(const v1::Event& event) {
  using calls::Malformed;
  const auto starts_at = calls::FromWire(event.starts_at());
  const auto ends_at = calls::FromWire(event.ends_at());
  if (!event.has_starts_at() || !starts_at) return Malformed("event.starts_at", "when it starts");
  if (!event.has_ends_at() || !ends_at || *ends_at <= *starts_at ||
      *ends_at - *starts_at > kLengthMax) {
    return Malformed("event.ends_at", "after the start, within 31 days");
  }
  if (event.capacity() < 1 || event.capacity() > kCapacityMax) {
    return Malformed("event.capacity", "1 to 10000");
  }
  if (event.age_min() < 0 || event.age_min() > kAgeMax) {
    return Malformed("event.age_min", "0 to 150");
  }
  const bool max_fits = event.age_max() == 0 || event.age_max() >= event.age_min();
  if (event.age_max() < 0 || event.age_max() > kAgeMax || !max_fits) {
    return Malformed("event.age_max", "0, or age_min to 150");
  }
  return std::nullopt;
}

std::optional<calls::Refusal> Check(const v1::Event& event, time::Instant now) {
  if (auto refusal = CheckWords(event)) return refusal;
  if (auto refusal = CheckNumbers(event)) return refusal;
  if (calls::FromWire(event.starts_at()).value() <= now) {
    return calls::Malformed("event.starts_at", "must lie ahead");
  }
  return std::nullopt;
}

void Insert(store::Db& db, const std::string& event_id, const std::string& station_id,
            const v1::Event& event) {
  db.Run(
      "INSERT INTO events (event_id, station_id, title, text, place, starts_at, ends_at, capacity,"
      " age_min, age_max, picture, title_en, text_en, place_en)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      event_id, station_id, event.title(), event.text(), event.place(),
      time::ToUnixMs(calls::FromWire(event.starts_at()).value()),
      time::ToUnixMs(calls::FromWire(event.ends_at()).value()), event.capacity(), event.age_min(),
      event.age_max(), event.picture().empty() ? kCalendar : event.picture(), event.title_en(),
      event.text_en(), event.place_en());
}

}  // namespace

calls::Outcome<v1::PublishEventResponse> PublishEvent(calls::Call& call,
                                                      const v1::PublishEventRequest& request) {
  const std::string station_id = call.StationOr(request.station_id());
  if (!IsStaffOf(call, station_id, kEventPublishers)) {
    return calls::NotAllowed("not staff of this station");
  }
  if (auto refusal = Check(request.event(), call.now())) return *refusal;
  v1::PublishEventResponse response;
  response.set_event_id(call.NewId());
  Insert(call.db(), response.event_id(), station_id, request.event());
  call.Audit({.subject = response.event_id()});
  v1::FollowResponse news;
  news.set_events_changed(true);
  fleet::Announce(call, station_id, "", std::move(news));
  return response;
}

}  // namespace chunhui::events
