// Finding somebody who forgot everything: by pinyin, first letters, building, grid and age.
#include "services/residents/residents.h"
#include "tests/support/call_fixture.h"
#include "tests/support/invented_people.h"

namespace chunhui::residents {
namespace {

using tests::InventedIdNumber;
using tests::InventedRow;
using tests::WithStaff;

class ResidentSearchTest : public tests::CallTest {
 protected:
  ResidentSearchTest() : CallTest({kResidentsMigrations}) {
    Add("王秀兰", {1937, 3, 1}, "3号楼2单元", "2网格");
    Add("王学礼", {1950, 1, 1}, "3号楼1单元", "2网格");
    Add("曾小梅", {1944, 2, 28}, "5号楼1单元", "1网格");
    Add("单田芳", {1944, 2, 28}, "5号楼1单元", "3号楼外");
    Add("安宁", {1960, 11, 23}, "", "");
  }

  std::string Add(const std::string& name, time::Date birth, const std::string& building,
                  const std::string& grid) {
    const int number = ++people_;
    auto row = InventedRow("row-" + std::to_string(number), 2 * number);
    row.set_name(name);
    row.set_id_number(InventedIdNumber(birth, 2 * number));
    row.set_building(building);
    row.set_grid(grid);
    calls::Call call = MakeCall(tests::ByOffice());
    return tests::Register(call, row);
  }

  static v1::SearchResidentsRequest By(const std::string& typed, const std::string& place = "",
                                       int age_min = 0, int age_max = 0) {
    v1::SearchResidentsRequest request;
    request.set_name_prefix(typed);
    request.set_place(place);
    request.set_age_min_years(age_min);
    request.set_age_max_years(age_max);
    request.set_reason("忘带卡");
    return request;
  }

  std::vector<std::string> Names(v1::SearchResidentsRequest request) {
    std::vector<std::string> names;
    do {
      const auto page = tests::Must(Ask(SearchResidents, staff_, request));
      for (const auto& row : page.residents()) names.push_back(row.masked_name());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return names;
  }

  using List = std::vector<std::string>;
  const calls::Caller staff_ = WithStaff(tests::Kiosk(), v1::ROLE_GRID_WORKER);
  int people_ = 0;
};

TEST_F(ResidentSearchTest, FirstLettersAndPinyinFindTheName) {
  EXPECT_EQ(Names(By("wxl")), (List{"王*兰", "王*礼"}));
  EXPECT_EQ(Names(By("wangxiu")), List{"王*兰"});
  EXPECT_EQ(Names(By("王")), (List{"王*礼", "王*兰"}));
  EXPECT_EQ(Names(By("WX L")).size(), 2u);
  EXPECT_EQ(Names(By("xl")), List{});
}

TEST_F(ResidentSearchTest, EveryReadingOfASurnameFindsItsOwner) {
  for (const char* typed : {"zxm", "zeng", "cxm", "cengxiaomei", "曾"}) {
    EXPECT_EQ(Names(By(typed)), List{"曾*梅"}) << typed;
  }
  EXPECT_EQ(Names(By("shantianfang")), List{"单*芳"});
}

TEST_F(ResidentSearchTest, NobodyIsListedTwiceWhateverThePages) {
  for (int size = 1; size <= 3; ++size) {
    auto request = By("a");
    request.set_page_size(size);
    EXPECT_EQ(Names(request), List{"安*"}) << "anning and an both begin with a";
    auto all = By("", "3号楼");
    all.set_page_size(size);
    EXPECT_EQ(Names(all).size(), 3u);
  }
}

TEST_F(ResidentSearchTest, ABuildingOrAGridFindsWhoLivesThere) {
  EXPECT_EQ(Names(By("", "3号楼")), (List{"王*礼", "王*兰", "单*芳"}));
  EXPECT_EQ(Names(By("", "2网格")), (List{"王*兰", "王*礼"}));
  EXPECT_EQ(Names(By("", "3")).size(), 3u);
  Add("赵一", {1944, 2, 28}, "31号楼", "");
  EXPECT_EQ(Names(By("", "3")).size(), 3u) << "house 3 is not house 31";
  EXPECT_EQ(Names(By("dt", "3号楼")), List{"单*芳"}) << "dan is a reading, too";
  EXPECT_EQ(Names(By("王秀", "3号楼")), List{"王*兰"});
  EXPECT_EQ(Names(By("王秀", "5号楼")), List{});
}

TEST_F(ResidentSearchTest, AgesAreFullYearsOfToday) {
  EXPECT_EQ(Names(By("w", "", 89, 89)), List{"王*兰"});
  EXPECT_EQ(Names(By("a", "", 66)), List{}) << "66 only tomorrow";
  EXPECT_EQ(Names(By("a", "", 65, 65)), List{"安*"});
  EXPECT_EQ(Names(By("", "5号楼", 82)).size(), 2u);
  EXPECT_EQ(Names(By("", "5号楼", 83)).size(), 0u);
  EXPECT_EQ(Names(By("", "5号楼", 0, 81)).size(), 0u);
}

TEST_F(ResidentSearchTest, AnAgeAloneOrAnImpossibleOneIsRefused) {
  EXPECT_EQ(tests::FieldOf(Ask(SearchResidents, staff_, By("", "", 89))), "name_prefix");
  EXPECT_EQ(tests::FieldOf(Ask(SearchResidents, staff_, By("w", "", -1))), "age_min_years");
  EXPECT_EQ(tests::FieldOf(Ask(SearchResidents, staff_, By("w", "", 0, 151))), "age_max_years");
  EXPECT_EQ(tests::FieldOf(Ask(SearchResidents, staff_, By("w", std::string(41, '3')))), "place");
}

TEST_F(ResidentSearchTest, APageOfAnotherSearchIsRefused) {
  auto request = By("wxl");
  request.set_page_size(1);
  auto other = By("zxm");
  other.set_page_token(tests::Must(Ask(SearchResidents, staff_, request)).next_page_token());
  EXPECT_EQ(tests::FieldOf(Ask(SearchResidents, staff_, other)), "page_token");
}

TEST_F(ResidentSearchTest, ANewNameReplacesTheOld) {
  auto row = InventedRow("row-1", 2);
  row.set_name("李秀兰");
  row.set_id_number(InventedIdNumber({1937, 3, 1}, 2));
  row.set_station_id("station-2");
  calls::Call call = MakeCall(tests::ByOffice());
  tests::Register(call, row);
  EXPECT_EQ(Names(By("wxl")), List{"王*礼"});
  const auto east = WithStaff(tests::Kiosk(), v1::ROLE_STAFF, "east");
  EXPECT_EQ(tests::Must(Ask(SearchResidents, east, By("lxl"))).residents_size(), 1);
}

TEST_F(ResidentSearchTest, ARegisterOfAnOlderProgramBecomesSearchable) {
  db_.Run("DELETE FROM search_keys");
  db_.Run("UPDATE residents SET search_keys = ''");
  EXPECT_EQ(Names(By("wxl")), List{});
  EXPECT_TRUE(IndexOldNames(db_));
  EXPECT_FALSE(IndexOldNames(db_));
  EXPECT_EQ(Names(By("wxl")).size(), 2u);
}

}  // namespace
}  // namespace chunhui::residents
