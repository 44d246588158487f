// Age in full years (周岁), as subsidies and courtesy use it.
#pragma once

#include "core/time/date.h"

namespace chunhui::people {

// The birthday itself counts. Born on 29 February: a year older on 1 March of common years.
// Negative before the birth.
int AgeOn(time::Date birth, time::Date date);

}  // namespace chunhui::people
