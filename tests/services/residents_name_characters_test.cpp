// What a kiosk learns of the names of its station.
#include <gtest/gtest.h>

#include <algorithm>

#include "services/residents/residents.h"
#include "tests/support/call_fixture.h"
#include "tests/support/invented_people.h"

namespace chunhui::residents {
namespace {

using tests::Must;
using tests::ReasonOf;

class NameCharactersTest : public tests::CallTest {
 protected:
  NameCharactersTest() : CallTest({kResidentsMigrations}) {}

  void Live(const std::vector<std::string>& names, const std::string& station = "station-1") {
    for (const std::string& name : names) {
      ++people_;
      v1::ResidentInput row = tests::InventedRow("row-" + std::to_string(people_), 2 * people_);
      row.set_name(name);
      row.set_station_id(station);
      calls::Call call = MakeCall(tests::WithStaff(tests::Desk(), v1::ROLE_STATION_LEAD, "city"));
      ASSERT_NE(tests::Register(call, row), "");
    }
  }

  v1::GetNameCharactersResponse Told() {
    return Must(Ask(GetNameCharacters, tests::Kiosk(), v1::GetNameCharactersRequest()));
  }

  static int CountOf(const google::protobuf::RepeatedPtrField<v1::NameCharacter>& list,
                     const std::string& character) {
    for (const auto& one : list) {
      if (one.character() == character) return one.count();
    }
    return 0;
  }

  const std::vector<std::string> ten_{"王秀兰", "王桂兰", "王秀英", "李翀",   "张玉兰",
                                      "陈建国", "赵桂英", "周志明", "欧阳兰", "孙秀珍"};
  int people_ = 0;
};

TEST_F(NameCharactersTest, TheRareCharactersOfTheStationAreAmongThem) {
  Live(ten_);
  const auto told = Told();
  EXPECT_EQ(CountOf(told.further(), "翀"), 1);
  EXPECT_EQ(CountOf(told.first(), "欧"), 1);
  EXPECT_EQ(CountOf(told.further(), "阳"), 1);
  EXPECT_EQ(CountOf(told.first(), "兰"), 0);
}

TEST_F(NameCharactersTest, CountsAreRoundedDown) {
  Live(ten_);
  const auto told = Told();
  EXPECT_EQ(CountOf(told.first(), "王"), 2);    // of 3
  EXPECT_EQ(CountOf(told.further(), "兰"), 4);  // of 4
  EXPECT_EQ(CountOf(told.further(), "秀"), 2);  // of 3
}

TEST_F(NameCharactersTest, NoNameLeavesTheOfficeAndNoOrderTellsWhoseItIs) {
  Live(ten_);
  const auto told = Told();
  const std::string bytes = told.SerializeAsString();
  for (const std::string& name : ten_) EXPECT_EQ(bytes.find(name), std::string::npos) << name;
  for (const auto* list : {&told.first(), &told.further()}) {
    for (const auto& one : *list) EXPECT_EQ(one.character().size(), 3u);
    EXPECT_TRUE(std::is_sorted(list->begin(), list->end(), [](const auto& a, const auto& b) {
      return a.character() < b.character();
    }));
  }
}

TEST_F(NameCharactersTest, FewerThanTenResidentsTellNothing) {
  Live({ten_.begin(), ten_.end() - 1});
  EXPECT_EQ(Told().ByteSizeLong(), 0u);
}

TEST_F(NameCharactersTest, OnlyResidentsOfTheKiosksOwnStationCount) {
  Live(ten_);
  Live({"慕鑫", "慕鑫"}, "station-2");
  EXPECT_EQ(CountOf(Told().first(), "慕"), 0);
}

TEST_F(NameCharactersTest, ADeskIsRefused) {
  EXPECT_EQ(ReasonOf(Ask(GetNameCharacters, tests::Desk(), v1::GetNameCharactersRequest())),
            v1::REASON_NOT_ALLOWED);
}

}  // namespace
}  // namespace chunhui::residents
