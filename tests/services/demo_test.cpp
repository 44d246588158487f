// The demo town: what everybody who tries Chunhui may rely on.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "chunhui/v1/assistance.pb.h"
#include "chunhui/v1/fleet.pb.h"
#include "chunhui/v1/pension.pb.h"
#include "core/people/id_number.h"
#include "services/calls/wire.h"
#include "services/demo/menus.h"
#include "services/demo/people.h"
#include "tests/services/demo_office_on_disk.h"

namespace chunhui::demo {
namespace {

using tests::DemoOfficeOnDisk;

constexpr time::Date kToday{2026, 11, 22};
constexpr const char* kFiles = CHUNHUI_SOURCE_DIR "/assets/demo";

std::vector<std::string> Serialised(const std::vector<v1::ResidentInput>& people) {
  std::vector<std::string> texts;
  for (const auto& person : people) texts.push_back(person.SerializeAsString());
  return texts;
}

TEST(DemoPeople, SameSeedAndDayGiveTheSamePeople) {
  const Town town = ReadTown(kFiles, kToday);
  const Crowd crowd{"hongfeng", 100, 0};
  const auto people = Serialised(InventPeople(town.names, crowd, kToday, 1));
  EXPECT_EQ(people, Serialised(InventPeople(town.names, crowd, kToday, 1)));
  EXPECT_NE(people, Serialised(InventPeople(town.names, crowd, kToday, 2)));
}

TEST(DemoPeople, EveryNumberIsNobodysAndRight) {
  const Town town = ReadTown(kFiles, kToday);
  auto people = InventPeople(town.names, {"hongfeng", 630, 0}, kToday, kDefaultSeed);
  people.insert(people.end(), town.known_people.begin(), town.known_people.end());
  std::set<std::string> numbers;
  for (const v1::ResidentInput& person : people) {
    const std::string& number = person.id_number();
    EXPECT_TRUE(people::ReadIdNumber(number, kToday)) << person.source_key();
    EXPECT_EQ(number.substr(4, 2), "99") << person.source_key();
    EXPECT_TRUE(numbers.insert(number).second) << person.source_key();
  }
}

TEST(DemoPeople, AgesAreMostlySixtyToNinetyFiveOnAnyDay) {
  const Town town = ReadTown(kFiles, kToday);
  for (const time::Date today : {kToday, time::Date{2028, 2, 29}, time::Date{2027, 12, 31}}) {
    int old = 0;
    for (const auto& person : InventPeople(town.names, {"hongfeng", 400, 0}, today, 3)) {
      const auto reading = people::ReadIdNumber(person.id_number(), today);
      ASSERT_TRUE(reading) << today.ToIso();
      const int years = time::DaysBetween(reading.number->birth, today) / 365;
      old += years >= 60 && years <= 96 ? 1 : 0;
    }
    EXPECT_GT(old, 350) << today.ToIso();
  }
}

TEST(DemoMenus, ThreeWeeksHaveFourDifferentLunchesADay) {
  const Town town = ReadTown(kFiles, kToday);
  std::map<int64_t, std::set<std::string>> lunches;
  for (const v1::MenuDishInput& dish : PlanMenus(town.dishes, kToday, kDefaultSeed)) {
    if (dish.period() != v1::MEAL_PERIOD_LUNCH) continue;
    lunches[calls::FromWire(dish.date())->ToYyyymmdd()].insert(dish.name());
  }
  EXPECT_EQ(lunches.size(), 21u);
  for (const auto& [day, names] : lunches) EXPECT_EQ(names.size(), 4u) << day;
}

TEST(DemoTown, HasItsKiosksPeopleAndRareNames) {
  DemoOfficeOnDisk demo;
  auto desk = demo.Desk();
  const auto kiosks =
      desk.Call<v1::ListKiosksResponse>("FleetService/ListKiosks", v1::ListKiosksRequest());
  EXPECT_EQ(kiosks.kiosks_size(), 3);
  store::Db db = store::Db::OpenFile(demo.config.database_file(), store::Access::kReadOnly);
  auto count = db.Prepare("SELECT count(*) FROM residents");
  ASSERT_TRUE(count.Step());
  EXPECT_GE(count.Int(0), 600);
  for (const std::string name :
       {"王桂兰", "欧阳慧敏", "阿依古丽·买买提", "李𬭎", "王𠅤", "张𬱟"}) {
    EXPECT_EQ(std::ranges::count(demo.town.known_people, name, &v1::ResidentInput::name), 1);
  }
}

TEST(DemoTown, TheDocumentedCardsAreAsDocumented) {
  DemoOfficeOnDisk demo;
  auto kiosk = demo.Kiosk();
  EXPECT_TRUE(demo.BeginVisit(kiosk, "88000001"));
  for (const char* refused : {"88000003", "88000004", "88000014", "88009999"}) {
    EXPECT_FALSE(demo.BeginVisit(kiosk, refused)) << refused;
  }
  ASSERT_TRUE(demo.BeginVisit(kiosk, "88000005"));
  const auto pension = kiosk.Call<v1::GetPensionStatusResponse>("PensionService/GetPensionStatus",
                                                                v1::GetPensionStatusRequest());
  ASSERT_EQ(pension.benefits_size(), 1);
  EXPECT_LT(*calls::FromWire(pension.benefits(0).due_on()), kToday);
}

TEST(DemoTown, OneDishIsSoldOutOneEventFullAndTheFraudWarningFirst) {
  DemoOfficeOnDisk demo;
  auto kiosk = demo.Kiosk();
  const auto menu = kiosk.Call<v1::GetMenuResponse>("MealService/GetMenu", v1::GetMenuRequest());
  EXPECT_EQ(std::ranges::count(menu.dishes(), 0, &v1::MenuDish::portions_left), 1);
  const auto events =
      kiosk.Call<v1::ListEventsResponse>("EventService/ListEvents", v1::ListEventsRequest());
  EXPECT_EQ(std::ranges::count_if(events.events(),
                                  [](const v1::Event& event) {
                                    return event.places_left() == 0 && event.waiting() == 3;
                                  }),
            1);
  const auto notices =
      kiosk.Call<v1::ListNoticesResponse>("ContentService/ListNotices", v1::ListNoticesRequest());
  ASSERT_GE(notices.notices_size(), 3);
  EXPECT_EQ(notices.notices(0).kind(), v1::NOTICE_KIND_ANTI_FRAUD);
}

TEST(DemoTown, LoadsOnAwkwardDays) {
  for (const time::Date today : {time::Date{2028, 2, 29}, time::Date{2026, 12, 31}}) {
    DemoOfficeOnDisk demo(today, 99);
    auto kiosk = demo.Kiosk();
    EXPECT_TRUE(demo.BeginVisit(kiosk, "88000001")) << today.ToIso();
  }
}

TEST(DemoTown, AnInterruptedTownIsRefused) {
  DemoOfficeOnDisk demo;
  office::WriteNewFile(demo.config.data_dir / "demo-loading", "", office::FileMode::kPublic);
  EXPECT_THROW(PrepareFiles(demo.config, demo.town, demo.clock.now(), demo.random),
               std::runtime_error);
}

}  // namespace
}  // namespace chunhui::demo
