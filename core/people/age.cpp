#include "core/people/age.h"

#include <utility>

namespace chunhui::people {

int AgeOn(time::Date birth, time::Date date) {
  const bool birthday_to_come = std::pair(date.month, date.day) < std::pair(birth.month, birth.day);
  return date.year - birth.year - (birthday_to_come ? 1 : 0);
}

}  // namespace chunhui::people
