// Invents residents: names put together from lists, ID numbers of county code 99 (nobody's) with
// the right check character, ages mostly 60 to 95. The same seed and day give the same people.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "chunhui/v1/residents.pb.h"
#include "core/time/date.h"
#include "services/demo/town.h"

namespace chunhui::demo {

struct Crowd {
  std::string station_id;
  int people = 0;
  int first_number = 0;  // of their source keys and cards; crowds must not overlap
};

// "demo-1000", card 88010000, and so on upwards; about two in three have a card.
std::vector<v1::ResidentInput> InventPeople(const NameParts& names, const Crowd& crowd,
                                            time::Date today, uint64_t seed);

}  // namespace chunhui::demo
