// The register: taking rows, finding people, naming them politely, cards, consents.
#include "services/residents/residents.h"

#include <algorithm>
#include <fstream>

#include "services/calls/method.h"
#include "tests/support/call_fixture.h"
#include "tests/support/invented_people.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::residents {
namespace {

using tests::Desk;
using tests::InventedIdNumber;
using tests::InventedRow;
using tests::kToday;
using tests::WithStaff;

const calls::Caller kLead = WithStaff(Desk(), v1::ROLE_STATION_LEAD, "east");

class ResidentsTest : public tests::CallTest {
 protected:
  ResidentsTest() : CallTest({kResidentsMigrations}) {}

  v1::ImportResidentsResponse Import(std::vector<v1::ResidentInput> rows, bool dry_run = false,
                                     const calls::Caller& caller = kLead) {
    v1::ImportResidentsRequest request;
    request.mutable_rows()->Assign(rows.begin(), rows.end());
    request.set_dry_run(dry_run);
    calls::Call call = MakeCall(caller);
    return tests::Must(Finish(call, ImportResidents(call, request, row_taken_)));
  }

  // "1:name", "2:cards[0]": which fields of which rows were reported.
  static std::vector<std::string> Reported(const v1::ImportResidentsResponse& response) {
    std::vector<std::string> fields;
    for (const v1::RowReport& report : response.problems()) {
      fields.push_back(std::to_string(report.row()) + ":" + report.field());
      EXPECT_FALSE(report.problem().empty());
    }
    return fields;
  }

  Resident Find(const std::string& source_key) {
    const auto id = ResidentIdOfSource(db_, source_key);
    return id ? FindResident(db_, *id).value() : Resident{};
  }

  int64_t Residents() {
    auto query = db_.Prepare("SELECT count(*) FROM residents");
    query.Step();
    return query.Int(0);
  }

  RowTaken row_taken_;
};

TEST_F(ResidentsTest, ImportTakesARowAndKnowsBirthAndSexFromTheNumber) {
  const auto response = Import({InventedRow()});
  EXPECT_EQ(response.added(), 1);
  const Resident resident = Find("row-1");
  EXPECT_EQ(resident.name, "王秀兰");
  EXPECT_EQ(resident.birth, (time::Date{1944, 2, 28}));
  EXPECT_EQ(resident.sex, people::Sex::kFemale);
  EXPECT_EQ(resident.station_id, "station-1");
  EXPECT_TRUE(resident.day_care_member && resident.has_family);
  EXPECT_EQ(resident.state, ResidentState::kActive);
}

TEST_F(ResidentsTest, TheSameKeyUpdatesTheSameResident) {
  Import({InventedRow()});
  const std::string id = Find("row-1").resident_id;
  auto row = InventedRow();
  row.set_building("8号楼");
  row.set_phone("");
  const auto response = Import({row});
  EXPECT_EQ(response.added(), 0);
  EXPECT_EQ(response.updated(), 1);
  EXPECT_EQ(Find("row-1").resident_id, id);
  EXPECT_EQ(Find("row-1").building, "8号楼");
  calls::Call call = MakeCall(tests::ByOffice());
  EXPECT_EQ(PhoneOf(call, id), "");
  EXPECT_EQ(Residents(), 1);
}

TEST_F(ResidentsTest, WrongRowsAreReportedAndTheOthersTaken) {
  auto wrong = InventedRow("row-2", 4);
  wrong.set_name("王5");
  wrong.set_phone("12345");
  wrong.set_cards(0, "a b");
  auto good = InventedRow("row-3", 6);
  const auto response = Import({InventedRow(), wrong, good});
  EXPECT_EQ(response.added(), 2);
  EXPECT_EQ(Reported(response), (std::vector<std::string>{"2:name", "2:phone", "2:cards[0]"}));
  EXPECT_FALSE(ResidentIdOfSource(db_, "row-2"));
}

TEST_F(ResidentsTest, EveryWrongFieldIsNamed) {
  struct Case {
    const char* field;
    std::function<void(v1::ResidentInput&)> spoil;
  };
  const std::vector<Case> cases = {
      {"source_key", [](auto& row) { row.set_source_key(""); }},
      {"source_key", [](auto& row) { row.set_source_key(std::string(65, 'k')); }},
      {"name", [](auto& row) { row.set_name(""); }},
      {"name", [](auto& row) { row.set_name(std::string(26, 'x')); }},
      {"name", [](auto& row) { row.set_name("\xC3\x28"); }},
      {"id_number", [](auto& row) { row.set_id_number(""); }},
      {"id_number", [](auto& row) { row.set_id_number("110199194302280012"); }},
      {"id_number", [](auto& row) { row.set_id_number("11019919430230001X"); }},
      {"phone", [](auto& row) { row.set_phone("120"); }},
      {"cards",
       [](auto& row) {
         for (int i = 0; i < 4; ++i) row.add_cards("AAAA");
       }},
      {"cards[0]", [](auto& row) { row.set_cards(0, "ABC"); }},
      {"cards[0]", [](auto& row) { row.set_cards(0, std::string(41, 'A')); }},
      {"cards[0]", [](auto& row) { row.set_cards(0, "卡卡卡卡"); }},
      {"station_id", [](auto& row) { row.set_station_id("nowhere"); }},
      {"station_id", [](auto& row) { row.set_station_id("station-3"); }},
      {"grid", [](auto& row) { row.set_grid(std::string(41, 'g')); }},
      {"building", [](auto& row) { row.set_building("a\nb"); }},
      {"called", [](auto& row) { row.set_called(std::string(26, 'c')); }},
      {"subsidy_class", [](auto& row) { row.set_subsidy_class(static_cast<v1::SubsidyClass>(9)); }},
      {"pension_certified_on", [](auto& row) { row.mutable_pension_certified_on()->set_day(3); }},
  };
  for (const Case& wrong : cases) {
    auto row = InventedRow();
    wrong.spoil(row);
    EXPECT_EQ(Reported(Import({row})), std::vector<std::string>{std::string("1:") + wrong.field});
  }
  EXPECT_EQ(Residents(), 0);
}

TEST_F(ResidentsTest, ReportsNeverHoldTheValue) {
  auto row = InventedRow();
  row.set_id_number("110199194302280012");
  row.set_phone("1390000");
  const auto response = Import({row});
  EXPECT_EQ(response.problems_size(), 2);
  for (const auto& report : response.problems()) {
    EXPECT_EQ(report.problem().find("1390000"), std::string::npos);
    EXPECT_EQ(report.problem().find("19430228"), std::string::npos);
  }
}

TEST_F(ResidentsTest, TwoRowsCannotHaveOneIdNumberOrOneCard) {
  auto twin = InventedRow("row-2", 2);
  twin.clear_cards();
  auto thief = InventedRow("row-3", 6);
  thief.set_cards(0, InventedRow().cards(0));
  const auto response = Import({InventedRow(), twin, thief});
  EXPECT_EQ(response.added(), 1);
  EXPECT_EQ(Reported(response), (std::vector<std::string>{"2:id_number", "3:cards[0]"}));
}

TEST_F(ResidentsTest, ADryRunReportsTheSameAndChangesNothing) {
  auto wrong = InventedRow("row-2", 4);
  wrong.set_name("");
  bool told = false;
  row_taken_ = [&](auto&...) { told = true; };
  const auto rehearsal = Import({InventedRow(), wrong}, /*dry_run=*/true);
  EXPECT_EQ(Residents(), 0);
  EXPECT_FALSE(told);
  const auto real = Import({InventedRow(), wrong});
  EXPECT_EQ(rehearsal.added(), real.added());
  EXPECT_EQ(Reported(rehearsal), Reported(real));
  EXPECT_TRUE(told);
}

TEST_F(ResidentsTest, OtherAreasAreToldOfEveryRowTaken) {
  std::vector<std::string> taken;
  row_taken_ = [&](calls::Call&, const std::string& resident_id, const v1::ResidentInput& row) {
    taken.push_back(row.source_key());
    EXPECT_EQ(resident_id, Find(row.source_key()).resident_id);
  };
  Import({InventedRow(), InventedRow("row-2", 4)});
  EXPECT_EQ(taken, (std::vector<std::string>{"row-1", "row-2"}));
}

TEST_F(ResidentsTest, ImportTakesOneToTwoThousandRows) {
  calls::Call call = MakeCall(kLead);
  v1::ImportResidentsRequest request;
  EXPECT_EQ(tests::FieldOf(ImportResidents(call, request, {})), "rows");
  for (int i = 0; i < kImportRowsMax + 1; ++i) request.add_rows();
  EXPECT_EQ(tests::FieldOf(ImportResidents(call, request, {})), "rows");
}

TEST_F(ResidentsTest, NobodyTakesAResidentOutOfStationsThatAreNotTheirs) {
  auto row = InventedRow();
  row.set_station_id("station-3");
  Import({row}, false, tests::ByOffice());
  row.set_station_id("station-1");
  EXPECT_EQ(Reported(Import({row})), std::vector<std::string>{"1:source_key"});
}

TEST_F(ResidentsTest, AFifteenDigitNumberFindsItsOwner) {
  auto row = InventedRow();
  const std::string number = InventedIdNumber({1944, 2, 28}, 2);
  row.set_id_number(number.substr(0, 6) + number.substr(8, 9));
  Import({row});
  calls::Call call = MakeCall(tests::ByOffice());
  EXPECT_EQ(FindByIdNumber(call, number).value().name, "王秀兰");
  EXPECT_EQ(IdNumberOf(call, Find("row-1").resident_id), number);
}

TEST_F(ResidentsTest, OnePhoneFindsActiveResidentsFirstAndFourAtMost) {
  std::vector<v1::ResidentInput> rows;
  for (int i = 1; i <= 5; ++i) rows.push_back(InventedRow("row-" + std::to_string(i), 2 * i));
  Import(rows);
  calls::Call call = MakeCall(tests::ByOffice());
  SetState(call, Find("row-1").resident_id, ResidentState::kDeceased);
  const auto found = FindByPhone(call, "13900000001");
  ASSERT_EQ(found.size(), 4u);
  for (const Resident& resident : found) EXPECT_EQ(resident.state, ResidentState::kActive);
  EXPECT_TRUE(FindByPhone(call, "13900000002").empty());
}

TEST_F(ResidentsTest, NumbersAreNowhereInClearInTheDatabaseFile) {
  const tests::TemporaryFolder folder;
  const auto file = folder.path() / "books.db";
  const auto row = InventedRow();
  {
    store::Db db = store::Db::OpenFile(file);
    std::vector<store::Migration> all{calls::kStationMigrations[0]};
    all.insert(all.end(), std::begin(kResidentsMigrations), std::end(kResidentsMigrations));
    store::Migrate(db, all);
    tests::PutStationTree(db);
    calls::Call call(tests::ByOffice(), db, clock_.now(), vault_, random_);
    ASSERT_NE(tests::Register(call, row), "");
  }
  std::string bytes;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    std::ifstream in(entry.path(), std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(in), {});
  }
  EXPECT_NE(bytes.find(row.name()), std::string::npos) << "the search itself must work";
  EXPECT_EQ(bytes.find(row.id_number()), std::string::npos);
  EXPECT_EQ(bytes.find(row.id_number().substr(6)), std::string::npos);
  EXPECT_EQ(bytes.find(row.phone()), std::string::npos);
}

TEST_F(ResidentsTest, NamesAreMaskedAndPolite) {
  struct Case {
    const char* name;
    const char* called;
    int sequence;
    time::Date birth;
    const char* masked;
    const char* display;
  };
  const time::Date old{1944, 2, 28};
  const std::vector<Case> cases = {
      {"王秀兰", "", 2, old, "王*兰奶奶", "王*兰奶奶"},
      {"王秀兰", "王老师", 2, old, "王*兰老师", "王老师"},
      {"王秀兰", "兰姐", 2, old, "王*兰奶奶", "兰姐"},
      {"王秀兰", "王秀兰大姐", 2, old, "王*兰奶奶", "王*兰奶奶"},
      {"李明", "", 1, {1964, 1, 1}, "李*叔叔", "李*叔叔"},
      {"李明", "小明", 1, {1964, 1, 1}, "李*叔叔", "李*叔叔"},
  };
  for (const Case& person : cases) {
    Resident resident;
    resident.name = person.name;
    resident.called = person.called;
    resident.sex = person.sequence % 2 == 0 ? people::Sex::kFemale : people::Sex::kMale;
    resident.birth = person.birth;
    EXPECT_EQ(MaskedName(resident, kToday), person.masked);
    EXPECT_EQ(DisplayName(resident, kToday), person.display);
  }
}

TEST_F(ResidentsTest, AgeIsThatOfTheDayAskedFor) {
  Import({InventedRow()});
  EXPECT_EQ(AgeOn(Find("row-1"), {2026, 2, 27}), 81);
  EXPECT_EQ(AgeOn(Find("row-1"), {2026, 2, 28}), 82);
}

TEST_F(ResidentsTest, TheLatestConsentCountsWhateverArrivesLate) {
  Import({InventedRow()});
  const std::string id = Find("row-1").resident_id;
  const auto purpose = v1::CONSENT_PURPOSE_CAMERA_HELP;
  calls::Call call = MakeCall(tests::ByOffice());
  EXPECT_FALSE(ConsentOf(db_, id, purpose).has_value());
  SaveConsent(call, id, {purpose, "v1", true, clock_.now()});
  SaveConsent(call, id, {purpose, "v1", false, clock_.now() - std::chrono::hours(1)});
  EXPECT_EQ(ConsentOf(db_, id, purpose), true);
  EXPECT_FALSE(ConsentOf(db_, id, v1::CONSENT_PURPOSE_DIET).has_value());
}

TEST_F(ResidentsTest, PreferencesFollowTheResident) {
  calls::Call call = MakeCall(tests::ByOffice());
  EXPECT_FALSE(PreferencesOf(db_, "r-1").text_step.has_value());
  SavePreferences(call, "r-1", {"en", 3});
  EXPECT_EQ(PreferencesOf(db_, "r-1").language, "en");
  EXPECT_EQ(PreferencesOf(db_, "r-1").text_step, 3);
  SavePreferences(call, "r-1", {});
  EXPECT_EQ(PreferencesOf(db_, "r-1").language, "");
}

}  // namespace
}  // namespace chunhui::residents
