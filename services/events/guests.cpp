#include "services/events/guests.h"

#include <algorithm>

namespace chunhui::events {

bool IsStaffOf(calls::Call& call, const std::string& station_id,
               std::initializer_list<v1::Role> roles) {
  const auto& staff = call.caller().staff;
  return staff && std::find(roles.begin(), roles.end(), staff->role) != roles.end() &&
         call.StaffCovers(station_id);
}

bool IsOwn(const calls::Call& call, const SignUpRow& row) {
  const auto& visit = call.caller().visit;
  return visit && visit->resident_id == row.resident_id &&
         (visit->assurance >= v1::ASSURANCE_CARD || visit->visit_id == row.visit_id);
}

}  // namespace chunhui::events
