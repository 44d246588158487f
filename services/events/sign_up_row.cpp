#include "services/events/sign_up_row.h"

#include "services/calls/wire.h"

namespace chunhui::events {
namespace {

const std::string kSelect =
    "SELECT sign_up_id, event_id, resident_id, state, rank, offer_until, visit_id FROM sign_ups ";

std::optional<SignUpRow> ReadOne(store::Query query) {
  if (!query.Step()) return std::nullopt;
  SignUpRow row;
  row.sign_up_id = query.Text(0);
  row.event_id = query.Text(1);
  row.resident_id = query.Text(2);
  row.state = static_cast<v1::SignUpState>(query.Int(3));
  row.rank = query.Int(4);
  if (!query.IsNull(5)) row.offer_until = time::FromUnixMs(query.Int(5));
  row.visit_id = query.Text(6);
  return row;
}

std::optional<int64_t> OfferUntilMs(const SignUpRow& row) {
  if (!row.offer_until) return std::nullopt;
  return time::ToUnixMs(*row.offer_until);
}

int PositionOf(store::Db& db, const SignUpRow& row) {
  auto query =
      db.Prepare("SELECT count(*) FROM sign_ups WHERE event_id = ? AND state = 2 AND rank <= ?",
                 row.event_id, row.rank);
  query.Step();
  return static_cast<int>(query.Int(0));
}

}  // namespace

std::optional<SignUpRow> FindSignUp(store::Db& db, const std::string& sign_up_id) {
  return ReadOne(db.Prepare(kSelect + "WHERE sign_up_id = ?", sign_up_id));
}

std::optional<SignUpRow> FindActive(store::Db& db, const std::string& event_id,
                                    const std::string& resident_id) {
  return ReadOne(db.Prepare(kSelect + "WHERE event_id = ? AND resident_id = ? AND state <> 4",
                            event_id, resident_id));
}

std::optional<SignUpRow> FirstWaiting(store::Db& db, const std::string& event_id) {
  return ReadOne(
      db.Prepare(kSelect + "WHERE event_id = ? AND state = 2 ORDER BY rank LIMIT 1", event_id));
}

void Insert(calls::Call& call, const SignUpRow& row) {
  const int64_t now = time::ToUnixMs(call.now());
  call.db().Run("INSERT INTO sign_ups VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row.sign_up_id,
                row.event_id, row.resident_id, row.state, row.rank, OfferUntilMs(row), row.visit_id,
                now, now);
}

void Update(calls::Call& call, const SignUpRow& row) {
  call.db().Run(
      "UPDATE sign_ups SET state = ?, offer_until = ?, changed_at = ? WHERE sign_up_id = ?",
      row.state, OfferUntilMs(row), time::ToUnixMs(call.now()), row.sign_up_id);
}

v1::SignUp ToWire(store::Db& db, const SignUpRow& row) {
  v1::SignUp wire;
  wire.set_sign_up_id(row.sign_up_id);
  wire.set_event_id(row.event_id);
  wire.set_state(row.state);
  if (row.state == v1::SIGN_UP_STATE_WAITING) wire.set_position(PositionOf(db, row));
  if (row.state == v1::SIGN_UP_STATE_OFFERED) {
    *wire.mutable_offer_until() = calls::ToWire(row.offer_until.value());
  }
  return wire;
}

}  // namespace chunhui::events
