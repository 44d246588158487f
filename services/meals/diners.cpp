#include "services/meals/diners.h"

#include <algorithm>

namespace chunhui::meals {

bool IsMealStaffOf(calls::Call& call, const std::string& station_id) {
  const auto& staff = call.caller().staff;
  return staff &&
         std::find(kMealStaff.begin(), kMealStaff.end(), staff->role) != kMealStaff.end() &&
         call.StaffCovers(station_id);
}

calls::Outcome<residents::Resident> FindDiner(calls::Call& call, const std::string& resident_id) {
  auto resident = residents::FindResident(call.db(), resident_id);
  if (!resident) return calls::Unknown("no such resident");
  if (resident->state != residents::ResidentState::kActive) {
    return calls::Refuse(v1::REASON_RESIDENT_CLOSED, "the resident's record is closed");
  }
  return std::move(*resident);
}

bool OnlyThisVisit(const calls::Visit& visit) { return visit.assurance < v1::ASSURANCE_CARD; }

}  // namespace chunhui::meals
