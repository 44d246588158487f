// Puts the demo town into an empty office, through the same methods as real imports and visits.
#pragma once

#include <cstdint>

#include "core/secrets/random.h"
#include "core/time/date.h"
#include "services/demo/town.h"
#include "services/office.h"

namespace chunhui::demo {

inline constexpr uint64_t kDefaultSeed = 20261122;

// Throws std::runtime_error when the office refuses a part of it: then the town's files are wrong.
// The same seed and day give the same people, menus, bookings and sign-ups.
void LoadTown(office::Office& office, const Town& town, time::Date today, uint64_t seed,
              secrets::Random& random);

}  // namespace chunhui::demo
