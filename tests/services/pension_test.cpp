// Due dates of pension certifications and who may see them.
#include <gtest/gtest.h>

#include "services/calls/wire.h"
#include "services/pension/pension.h"
#include "tests/support/call_fixture.h"
#include "tests/support/invented_people.h"

namespace chunhui::pension {
namespace {

using tests::Desk;
using tests::FieldOf;
using tests::Kiosk;
using tests::kToday;
using tests::Must;
using time::Date;

TEST(DueAfterTest, IsClampedToTheEndOfTheMonth) {
  EXPECT_EQ(DueAfter({2024, 2, 29}, 12), (Date{2025, 2, 28}));
  EXPECT_EQ(DueAfter({2023, 2, 28}, 12), (Date{2024, 2, 28}));
  EXPECT_EQ(DueAfter({2025, 8, 31}, 6), (Date{2026, 2, 28}));
  EXPECT_EQ(DueAfter({2025, 12, 15}, 12), (Date{2026, 12, 15}));
}

class PensionTest : public tests::CallTest {
 protected:
  PensionTest() : CallTest({residents::kResidentsMigrations, kPensionMigrations}) {}

  std::string NewResident(const std::string& station_id = "station-1") {
    ++people_;
    auto row = tests::InventedRow("row-" + std::to_string(people_), people_ * 2);
    row.set_station_id(station_id);
    calls::Call call = MakeCall(tests::ByOffice());
    return tests::Register(call, row);
  }

  std::string Put(const BenefitInput& input) {
    calls::Call call = MakeCall(tests::ByOffice());
    return PutBenefit(call, input);
  }

  // A resident whose pension is due so many days from today (negative: overdue).
  std::string DueIn(int days, const std::string& station_id = "station-1") {
    const std::string resident_id = NewResident(station_id);
    Put({resident_id, station_id, v1::BENEFIT_TYPE_EMPLOYEE_PENSION,
         kToday.AddDays(days).AddMonths(-12), 12});
    return resident_id;
  }

  v1::GetPensionStatusResponse StatusFor(const std::string& resident_id, v1::Assurance assurance) {
    return Must(Ask(GetPensionStatus, tests::OnVisit(Kiosk(), resident_id, assurance), {}));
  }

  std::vector<std::string> Due(int within_days, int page_size = 0,
                               const std::string& covers = "city") {
    std::vector<std::string> residents;
    v1::ListPensionDueRequest request;
    request.set_within_days(within_days);
    request.set_page_size(page_size);
    do {
      const auto page = Must(
          Ask(ListPensionDue, tests::WithStaff(Desk(), v1::ROLE_GRID_WORKER, covers), request));
      for (const v1::PensionDue& due : page.due()) residents.push_back(due.resident_id());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return residents;
  }

  using Ids = std::vector<std::string>;
  int people_ = 0;
};

TEST_F(PensionTest, TheCardShowsTheDatesAndAnAuditRowIsLeft) {
  const std::string resident_id = DueIn(30);
  const auto status = StatusFor(resident_id, v1::ASSURANCE_CARD);
  ASSERT_EQ(status.benefits_size(), 1);
  EXPECT_FALSE(status.dates_hidden());
  EXPECT_EQ(calls::FromWire(status.benefits(0).due_on()), kToday.AddDays(30));
  EXPECT_EQ(calls::FromWire(status.benefits(0).certified_on()), kToday.AddDays(30).AddMonths(-12));
  ASSERT_EQ(last_audit_.size(), 1u);
  EXPECT_EQ(last_audit_[0].resident_id, resident_id);
}

TEST_F(PensionTest, ATypedNumberShowsNoDates) {
  const auto status = StatusFor(DueIn(30), v1::ASSURANCE_NUMBER);
  ASSERT_EQ(status.benefits_size(), 1);
  EXPECT_TRUE(status.dates_hidden());
  EXPECT_FALSE(status.benefits(0).has_due_on());
  EXPECT_FALSE(status.benefits(0).has_certified_on());
}

TEST_F(PensionTest, SeveralBenefitsComeMostUrgentFirst) {
  const std::string resident_id = DueIn(90);
  Put({resident_id, "station-1", v1::BENEFIT_TYPE_HIGH_AGE_ALLOWANCE,
       kToday.AddDays(5).AddMonths(-6), 6});
  const auto status = StatusFor(resident_id, v1::ASSURANCE_DOCUMENT);
  ASSERT_EQ(status.benefits_size(), 2);
  EXPECT_EQ(status.benefits(0).type(), v1::BENEFIT_TYPE_HIGH_AGE_ALLOWANCE);
  EXPECT_EQ(status.benefits(1).type(), v1::BENEFIT_TYPE_EMPLOYEE_PENSION);
}

TEST_F(PensionTest, OnlyACertificationMovesTheDueDate) {
  const std::string resident_id = DueIn(3);
  const std::string benefit_id = BenefitsOf(db_, resident_id).at(0).benefit_id;
  for (int number = 0; number <= v1::CaseOutcome_MAX; ++number) {
    const auto outcome = static_cast<v1::CaseOutcome>(number);
    const bool certified =
        outcome == v1::CASE_OUTCOME_CERTIFIED || outcome == v1::CASE_OUTCOME_ALREADY_CERTIFIED;
    db_.Run("UPDATE benefits SET due_on = 20261125");
    const Date expected = certified ? Date{2027, 11, 22} : Date{2026, 11, 25};
    const auto moved = RecordOutcome(db_, benefit_id, outcome, kToday);
    EXPECT_EQ(moved.has_value(), certified) << number;
    EXPECT_EQ(FindBenefit(db_, benefit_id)->due_on, expected) << number;
  }
  EXPECT_FALSE(RecordOutcome(db_, "no such id", v1::CASE_OUTCOME_CERTIFIED, kToday));
}

TEST_F(PensionTest, AnUnknownCertificationIsDueInAMonthAndDoesNotMoveByImportingAgain) {
  const std::string resident_id = NewResident();
  const std::string id = Put({resident_id, "station-1"});
  EXPECT_EQ(FindBenefit(db_, id)->due_on, kToday.AddDays(kDaysWhenUnknown));
  clock_.Advance(std::chrono::hours(48));
  EXPECT_EQ(Put({resident_id, "station-1"}), id);
  EXPECT_EQ(FindBenefit(db_, id)->due_on, kToday.AddDays(kDaysWhenUnknown));
  EXPECT_FALSE(StatusFor(resident_id, v1::ASSURANCE_CARD).benefits(0).has_certified_on());
}

TEST_F(PensionTest, AnOlderImportDoesNotUndoAKnownCertification) {
  const std::string resident_id = DueIn(3);
  const std::string id = BenefitsOf(db_, resident_id).at(0).benefit_id;
  RecordOutcome(db_, id, v1::CASE_OUTCOME_CERTIFIED, kToday);
  Put({resident_id, "station-1", v1::BENEFIT_TYPE_EMPLOYEE_PENSION, Date{2025, 1, 1}, 12});
  EXPECT_EQ(FindBenefit(db_, id)->certified_on, kToday);
  Put({resident_id, "station-1", v1::BENEFIT_TYPE_EMPLOYEE_PENSION, kToday.AddDays(1), 12});
  EXPECT_EQ(FindBenefit(db_, id)->certified_on, kToday.AddDays(1));
}

TEST_F(PensionTest, OverdueOnesAreAlwaysListedAndTheMostUrgentFirst) {
  const auto month = DueIn(30);
  const auto overdue = DueIn(-40);
  const auto today = DueIn(0);
  DueIn(31);
  EXPECT_EQ(Due(0), (Ids{overdue, today}));
  EXPECT_EQ(Due(29), (Ids{overdue, today}));
  EXPECT_EQ(Due(30), (Ids{overdue, today, month}));
}

TEST_F(PensionTest, PagesOfAnySizeListEachOnce) {
  for (int i = 0; i < 5; ++i) DueIn(i / 2, i % 2 ? "station-1" : "station-2");
  const auto all = Due(366);
  EXPECT_EQ(all.size(), 5u);
  for (int page_size : {1, 2, 3, 5, 200}) EXPECT_EQ(Due(366, page_size), all) << page_size;
}

TEST_F(PensionTest, StaffSeeOnlyTheirStations) {
  const auto here = DueIn(1, "station-1");
  const auto there = DueIn(2, "station-3");
  EXPECT_EQ(Due(7, 0, "station-1"), Ids{here});
  EXPECT_EQ(Due(7, 0, "west"), Ids{there});
  EXPECT_EQ(Due(7, 0, "station-2"), Ids{});
}

TEST_F(PensionTest, EveryListedRowLeavesAnAuditRowAndShowsNoFullName) {
  const auto first = DueIn(1);
  const auto second = DueIn(2);
  v1::ListPensionDueRequest request;
  request.set_within_days(7);
  const auto page = Must(Ask(ListPensionDue, tests::WithStaff(Desk(), v1::ROLE_STAFF), request));
  EXPECT_EQ(page.due(0).masked_name(), "王*兰奶奶");
  ASSERT_EQ(last_audit_.size(), 2u);
  EXPECT_EQ(last_audit_[0].resident_id, first);
  EXPECT_EQ(last_audit_[1].resident_id, second);
}

TEST_F(PensionTest, TheDeadAreNotListed) {
  const auto resident_id = DueIn(1);
  calls::Call call = MakeCall(tests::ByOffice());
  residents::SetState(call, resident_id, residents::ResidentState::kDeceased);
  EXPECT_EQ(Due(7), Ids{});
}

TEST_F(PensionTest, MalformedListsAreRefusedByField) {
  const auto field = [&](int within_days, int page_size, const std::string& token) {
    v1::ListPensionDueRequest request;
    request.set_within_days(within_days);
    request.set_page_size(page_size);
    request.set_page_token(token);
    return FieldOf(Ask(ListPensionDue, tests::WithStaff(Desk(), v1::ROLE_STAFF), request));
  };
  EXPECT_EQ(field(-1, 0, ""), "within_days");
  EXPECT_EQ(field(367, 0, ""), "within_days");
  EXPECT_EQ(field(0, -1, ""), "page_size");
  EXPECT_EQ(field(0, 201, ""), "page_size");
  for (const char* token : {"x", "20261122", "/id", "2026x/id"}) {
    EXPECT_EQ(field(0, 0, token), "page_token") << token;
  }
}

}  // namespace
}  // namespace chunhui::pension
