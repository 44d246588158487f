#include "services/demo/load.h"

#include <algorithm>

#include "core/secrets/pin.h"
#include "services/calls/wire.h"
#include "services/demo/guests.h"
#include "services/demo/menus.h"
#include "services/demo/people.h"
#include "services/demo/town_caller.h"
#include "services/meals/meals.h"
#include "services/residents/residents.h"
#include "services/staff/staff.h"

namespace chunhui::demo {
namespace {

// Stations where somebody can go (those with a kiosk), and how many people belong to each.
constexpr int kCrowdOfFirstStation = 420;
constexpr int kCrowdOfOtherStations = 210;
constexpr int kCrowdNumbersApart = 1000;
constexpr int kExpiredSinceDays = 30;
constexpr const char* kClosedResident = "demo-14";  // see assets/demo/README.md

void PutFoundations(office::Office& office, const Town& town, secrets::Random& random) {
  std::vector<std::string> pin_hashes;
  for (const StaffMember& member : town.staff) {
    pin_hashes.push_back(secrets::HashPin(member.pin, random));
  }
  office.dispatcher().RunAsOffice("demo/foundations", [&](calls::Call& call) {
    for (const calls::StationRow& station : town.stations) calls::PutStation(call.db(), station);
    for (const fleet::DeviceRow& device : town.devices) {
      fleet::PutDevice(call.db(), device, call.now());
      // The demo's kitchens cook on demand, so tomorrow's lunch can be booked at any hour.
      meals::PutCutOff(call.db(), {device.station_id, v1::MEAL_PERIOD_LUNCH, 0, 9 * 60 + 30});
    }
    for (size_t i = 0; i < town.staff.size(); ++i) {
      staff::PutAccount(call, town.staff[i].account, pin_hashes[i], town.staff[i].badge);
    }
  });
}

std::string SignInAsAdmin(const Town& town, TownCaller& desk) {
  const auto admin = std::ranges::find_if(town.staff, [](const StaffMember& member) {
    return member.account.role() == v1::ROLE_ADMIN;
  });
  if (admin == town.staff.end()) throw std::runtime_error("the demo town has no admin");
  v1::SignInRequest request;
  request.set_account(admin->account.account());
  request.set_pin(admin->pin);
  return desk.Call<v1::SignInResponse>("StaffService/SignIn", request).session_token();
}

std::vector<std::string> StationsWithKiosks(const Town& town) {
  std::vector<std::string> stations;
  for (const fleet::DeviceRow& device : town.devices) {
    if (device.kind == calls::DeviceKind::kKiosk &&
        std::ranges::find(stations, device.station_id) == stations.end()) {
      stations.push_back(device.station_id);
    }
  }
  return stations;
}

void ImportPeople(TownCaller& desk, const std::vector<v1::ResidentInput>& people) {
  v1::ImportResidentsRequest request;
  request.mutable_rows()->Assign(people.begin(), people.end());
  const auto done =
      desk.Call<v1::ImportResidentsResponse>("ResidentService/ImportResidents", request);
  if (done.problems_size() == 0) return;
  const v1::RowReport& problem = done.problems(0);
  throw std::runtime_error("the demo town: resident " + std::to_string(problem.row()) + ": " +
                           problem.field() + ": " + problem.problem());
}

void MakeCardTroubles(office::Office& office, TownCaller& desk, const Town& town,
                      time::Date today) {
  for (const CardTrouble& trouble : town.card_troubles) {
    if (trouble.kind != CardTrouble::Kind::kBlocked) continue;
    v1::BlockCardRequest request;
    request.set_card(trouble.card);
    request.set_reason(trouble.reason);
    desk.Call<v1::BlockCardResponse>("ResidentService/BlockCard", request);
  }
  office.dispatcher().RunAsOffice("demo/cards", [&](calls::Call& call) {
    for (const CardTrouble& trouble : town.card_troubles) {
      if (trouble.kind != CardTrouble::Kind::kExpired) continue;
      const auto resident = residents::ResidentIdOfSource(call.db(), trouble.source_key);
      if (resident) {
        const time::Date last_day = today.AddDays(-kExpiredSinceDays);
        (void)residents::BindCardTo(call, *resident, trouble.card, last_day);
      }
    }
    if (const auto closed = residents::ResidentIdOfSource(call.db(), kClosedResident)) {
      residents::SetState(call, *closed, residents::ResidentState::kBlocked);
    }
  });
}

void PublishAll(TownCaller& desk, const Town& town, const std::vector<std::string>& stations,
                time::Date today, uint64_t seed) {
  for (const std::string& station : stations) {
    const auto menus = PlanMenus(town.dishes, today, seed);
    v1::PublishMenuRequest request;
    request.set_station_id(station);
    request.mutable_dishes()->Assign(menus.begin(), menus.end());
    desk.Call<v1::PublishMenuResponse>("MealService/PublishMenu", request);
  }
  for (const TownEvent& event : town.events) {
    v1::PublishEventRequest request;
    request.set_station_id(event.station_id);
    *request.mutable_event() = event.event;
    desk.Call<v1::PublishEventResponse>("EventService/PublishEvent", request);
  }
  for (const v1::Notice& notice : town.notices) {
    v1::PublishNoticeRequest request;
    *request.mutable_notice() = notice;
    desk.Call<v1::PublishNoticeResponse>("ContentService/PublishNotice", request);
  }
}

const fleet::DeviceRow& FirstDevice(const Town& town, calls::DeviceKind kind,
                                    const std::string& station) {
  const auto found = std::ranges::find_if(town.devices, [&](const fleet::DeviceRow& device) {
    return device.kind == kind && (station.empty() || device.station_id == station);
  });
  if (found == town.devices.end()) throw std::runtime_error("the demo town lacks a desk or kiosk");
  return *found;
}

TownCaller CallerOf(office::Office& office, const fleet::DeviceRow& device,
                    secrets::Random& random) {
  return TownCaller(office.dispatcher(), random, {device.kind, device.station_id, device.id});
}

}  // namespace

void LoadTown(office::Office& office, const Town& town, time::Date today, uint64_t seed,
              secrets::Random& random) {
  PutFoundations(office, town, random);
  TownCaller desk = CallerOf(office, FirstDevice(town, calls::DeviceKind::kDesk, ""), random);
  desk.set_session(SignInAsAdmin(town, desk));
  ImportPeople(desk, town.known_people);
  const std::vector<std::string> stations = StationsWithKiosks(town);
  std::vector<std::vector<v1::ResidentInput>> crowds;
  for (size_t i = 0; i < stations.size(); ++i) {
    const Crowd crowd{stations[i], i == 0 ? kCrowdOfFirstStation : kCrowdOfOtherStations,
                      static_cast<int>(i) * kCrowdNumbersApart};
    crowds.push_back(InventPeople(town.names, crowd, today, seed));
    ImportPeople(desk, crowds.back());
  }
  MakeCardTroubles(office, desk, town, today);
  PublishAll(desk, town, stations, today, seed);
  for (size_t i = 0; i < stations.size(); ++i) {
    TownCaller kiosk =
        CallerOf(office, FirstDevice(town, calls::DeviceKind::kKiosk, stations[i]), random);
    LetGuestsCome(kiosk, town, stations[i], crowds[i], today);
  }
  desk.Try<v1::SignOutResponse>("StaffService/SignOut", v1::SignOutRequest());
}

}  // namespace chunhui::demo
