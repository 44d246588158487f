// Portions of those whose record was closed meanwhile go back to the kitchen.
#include <vector>

#include "services/meals/booking.h"
#include "services/residents/residents.h"

namespace chunhui::meals {
namespace {

constexpr int kRoundMax = 500;

std::vector<std::string> Collect(store::Query query) {
  std::vector<std::string> texts;
  while (query.Step()) texts.push_back(query.Text(0));
  return texts;
}

void GiveBackAll(calls::Call& call, const std::string& resident_id) {
  for (const std::string& booking_id : Collect(call.db().Prepare(
           "SELECT booking_id FROM meal_bookings WHERE resident_id = ? AND state = 1 AND date >= ?",
           resident_id, call.today().ToYyyymmdd()))) {
    Booking booking = FindBooking(call.db(), booking_id).value();
    GiveBack(call, booking);
    call.Audit({.resident_id = resident_id, .subject = booking_id, .reason = "record closed"});
  }
}

}  // namespace

std::string CancelOfClosed(calls::Call& call, const std::string& after) {
  const auto residents = Collect(call.db().Prepare(
      "SELECT DISTINCT resident_id FROM meal_bookings WHERE state = 1 AND date >= ?"
      " AND resident_id > ? ORDER BY resident_id LIMIT ?",
      call.today().ToYyyymmdd(), after, kRoundMax));
  for (const std::string& resident_id : residents) {
    const auto resident = residents::FindResident(call.db(), resident_id);
    const bool open = resident && resident->state == residents::ResidentState::kActive;
    if (!open) GiveBackAll(call, resident_id);
  }
  return residents.size() < static_cast<size_t>(kRoundMax) ? std::string() : residents.back();
}

}  // namespace chunhui::meals
