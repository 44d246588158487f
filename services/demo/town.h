// The invented community 红枫 as its files in assets/demo describe it. Reads only; see load.h for
// putting it into an office. Throws std::runtime_error that names file and line.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "chunhui/v1/content.pb.h"
#include "chunhui/v1/events.pb.h"
#include "chunhui/v1/meals.pb.h"
#include "chunhui/v1/residents.pb.h"
#include "chunhui/v1/staff.pb.h"
#include "core/time/date.h"
#include "services/calls/stations.h"
#include "services/fleet/fleet.h"

namespace chunhui::demo {

struct StaffMember {
  v1::Account account;
  std::string pin;
  std::string badge;
};

struct TownEvent {
  std::string station_id;
  v1::Event event;
  int sign_ups = 0;  // residents who sign up at once; more than the capacity fills a waiting list
};

// A card of a well-known resident that is not as it should be.
struct CardTrouble {
  enum class Kind { kBlocked, kExpired };
  std::string card;
  std::string source_key;
  Kind kind = Kind::kBlocked;
  std::string reason;
};

// What the invented names are put together from.
struct NameParts {
  std::vector<std::string> surnames;  // common ones several times
  std::vector<std::string> compound_surnames;
  std::vector<std::string> female;
  std::vector<std::string> male;
  std::vector<std::string> with_dots;  // whole names
};

struct Town {
  std::vector<calls::StationRow> stations;  // parents first
  std::vector<fleet::DeviceRow> devices;
  std::vector<StaffMember> staff;
  std::vector<v1::ResidentInput> known_people;  // with the documented cards
  std::vector<CardTrouble> card_troubles;
  std::vector<v1::MenuDishInput> dishes;  // without a date
  std::vector<TownEvent> events;
  std::vector<v1::Notice> notices;
  NameParts names;
};

// Days in the files are relative; they are counted from `today`.
Town ReadTown(const std::filesystem::path& dir, time::Date today);

}  // namespace chunhui::demo
