#include "kiosk/screens/week_lunches.h"

#include <map>

#include "kiosk/screens/phrases.h"

namespace chunhui::screens {
namespace {

constexpr int kFriday = 4;  // days after Monday

bool CanBeBooked(const v1::MenuDish& dish, time::Instant now) {
  return dish.period() == v1::MEAL_PERIOD_LUNCH && dish.portions_left() > 0 &&
         now < ToInstant(dish.booking_closes_at());
}

}  // namespace

std::vector<v1::MenuDish> WeekLunches(const std::vector<v1::MenuDish>& menu, time::Instant now,
                                      const std::string& usual_name) {
  std::map<time::Date, std::map<time::Date, v1::MenuDish>> weeks;  // by Monday
  for (const v1::MenuDish& dish : menu) {
    const time::Date date = ToDate(dish.date());
    const time::Date monday = date.week_monday();
    if (time::DaysBetween(monday, date) > kFriday || !CanBeBooked(dish, now)) continue;
    const auto [day, is_first] = weeks[monday].emplace(date, dish);
    if (!is_first && dish.name() == usual_name) day->second = dish;
  }
  const std::map<time::Date, v1::MenuDish>* best = nullptr;
  for (const auto& [monday, days] : weeks) {
    if (best == nullptr || days.size() > best->size()) best = &days;
  }
  std::vector<v1::MenuDish> lunches;
  if (best == nullptr) return lunches;
  for (const auto& [date, dish] : *best) lunches.push_back(dish);
  return lunches;
}

}  // namespace chunhui::screens
