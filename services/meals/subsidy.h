// The arithmetic of subsidies, and the tables it works from.
#pragma once

#include <string>
#include <vector>

#include "services/meals/meals.h"
#include "services/meals/station_path.h"

namespace chunhui::meals {

// Who eats, as far as the rules ask.
struct Diner {
  v1::SubsidyClass subsidy_class = v1::SUBSIDY_CLASS_UNSPECIFIED;
  int age_years = 0;             // on the day of the meal
  int subsidised_that_day = 0;   // bookings of that day that have a subsidy already
  int subsidised_that_week = 0;  // the same, Monday to Sunday
};

struct Subsidy {
  int64_t fen = 0;
  // Where it came from; when there is none because of a cap, which cap.
  v1::SubsidyRule rule = v1::SUBSIDY_RULE_UNSPECIFIED;
};

// The best row whose caps are not reached; an earlier row wins a tie. What is left to pay is
// rounded half up to 1 fen: 13.50 with 20 % off is 10.80.
Subsidy BestSubsidy(const std::vector<SubsidyRow>& table, const Diner& diner, int64_t price_fen);

// False when no row of the table is for this diner, whatever was booked before.
bool MayBeSubsidised(const std::vector<SubsidyRow>& table, const Diner& diner);

// The table that holds at the station with this path.
std::vector<SubsidyRow> SubsidyTableOf(store::Db& db, const StationPath& path);

}  // namespace chunhui::meals
