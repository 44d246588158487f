#include "services/assistance/urgency.h"

#include <algorithm>

namespace chunhui::assistance {
namespace {

constexpr int kMost = 1;
constexpr int kHigh = 2;
constexpr int kRaised = 3;
constexpr int kLeast = 4;
constexpr int kDaysHigh = 7;
constexpr int kDaysRaised = 30;
constexpr int kAgeRaised = 80;

}  // namespace

int PriorityOf(v1::CaseKind kind, std::optional<time::Date> due_on, int age_years,
               time::Date today) {
  if (kind == v1::CASE_KIND_EMERGENCY) return kMost;
  if (kind == v1::CASE_KIND_HELP || !due_on) return kHigh;
  const int days_left = time::DaysBetween(today, *due_on);
  if (days_left < 0) return kMost;
  if (days_left <= kDaysHigh) return kHigh;
  return days_left <= kDaysRaised || age_years >= kAgeRaised ? kRaised : kLeast;
}

int EscalationsAfter(std::chrono::milliseconds waited) {
  return static_cast<int>(std::ranges::count_if(
      kEscalateAfter, [waited](std::chrono::seconds limit) { return waited >= limit; }));
}

}  // namespace chunhui::assistance
