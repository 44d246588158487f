// The audit chain: what breaks it is named by its row.
#include "services/audit/audit.h"

#include "core/secrets/digest.h"
#include "services/calls/audit_log.h"
#include "tests/support/call_fixture.h"

namespace chunhui::audit {
namespace {

using tests::FieldOf;
using tests::Must;

class AuditTest : public tests::CallTest {
 protected:
  AuditTest() : CallTest({calls::kAuditMigrations}) {
    for (int i = 1; i <= 10; ++i) {
      const std::string resident = i % 2 == 0 ? "r-even" : "";
      log_.Append(db_, {0, clock_.now(), "kiosk:hall-1", "MealService/BookMeal", resident,
                        "booking-" + std::to_string(i), "", "ok"});
    }
  }

  v1::ListAuditResponse List(const std::string& resident_id, int page_size,
                             const std::string& token = "") {
    return Must(Ask(Request(resident_id, page_size, token)));
  }
  calls::Outcome<v1::ListAuditResponse> Ask(const v1::ListAuditRequest& request) {
    calls::Call call = MakeCall(auditor_);
    return Finish(call, ListAudit(call, request, ReadAuditPage(call, request)));
  }
  static v1::ListAuditRequest Request(const std::string& resident_id, int page_size,
                                      const std::string& token) {
    v1::ListAuditRequest request;
    request.set_resident_id(resident_id);
    request.set_page_size(page_size);
    request.set_page_token(token);
    return request;
  }

  calls::AuditLog log_;
  const calls::Caller auditor_ = tests::WithStaff(tests::Desk(), v1::ROLE_AUDITOR, "city");
};

TEST_F(AuditTest, AnUntouchedChainIsIntactAndItsHeadIsTheLastHash) {
  const auto response = VerifyChain(db_);
  EXPECT_TRUE(response.intact());
  EXPECT_EQ(response.rows(), 10);
  EXPECT_EQ(response.first_bad_row(), 0);
  auto query = db_.Prepare("SELECT hash FROM audit WHERE row = 10");
  ASSERT_TRUE(query.Step());
  EXPECT_EQ(response.head(), secrets::ToHex(query.Blob(0)));
}

TEST_F(AuditTest, AnEmptyChainIsIntact) {
  db_.Run("DELETE FROM audit");
  const auto response = VerifyChain(db_);
  EXPECT_TRUE(response.intact());
  EXPECT_EQ(response.rows(), 0);
  EXPECT_EQ(response.head(), "");
}

TEST_F(AuditTest, AnyChangeToAnyFieldNamesTheRow) {
  for (const char* change :
       {"at = at + 1", "actor = 'kiosk:hall-2'", "action = 'x'", "resident_id = 'r-other'",
        "subject = ''", "reason = 'x'", "result = 'SOLD_OUT'", "hash = zeroblob(32)"}) {
    store::Db copy = store::Db::OpenMemory();
    store::Migrate(copy, calls::kAuditMigrations);
    calls::AuditLog log;
    for (int i = 0; i < 9; ++i) log.Append(copy, {0, clock_.now(), "a", "b", "r", "s", "", "ok"});
    copy.Execute((std::string("UPDATE audit SET ") + change + " WHERE row = 4").c_str());
    const auto response = VerifyChain(copy);
    EXPECT_FALSE(response.intact()) << change;
    EXPECT_EQ(response.first_bad_row(), 4) << change;
    EXPECT_EQ(response.rows(), 9);
  }
}

TEST_F(AuditTest, ARowTakenOutShowsAtItsSuccessor) {
  db_.Run("DELETE FROM audit WHERE row = 6");
  EXPECT_EQ(VerifyChain(db_).first_bad_row(), 7);
}

TEST_F(AuditTest, ARowSlippedInShows) {
  db_.Run(
      "INSERT INTO audit SELECT 11, at, actor, action, resident_id, subject, reason, result,"
      " hash FROM audit WHERE row = 3");
  EXPECT_EQ(VerifyChain(db_).first_bad_row(), 11);
}

TEST_F(AuditTest, RowsAreListedNewestFirstPageByPage) {
  const auto first = List("", 4);
  ASSERT_EQ(first.rows_size(), 4);
  EXPECT_EQ(first.rows(0).row(), 10);
  EXPECT_EQ(first.rows(0).subject(), "booking-10");
  EXPECT_EQ(first.rows(0).at().seconds(), time::ToUnixMs(clock_.now()) / 1000);
  const auto second = List("", 4, first.next_page_token());
  EXPECT_EQ(second.rows(0).row(), 6);
  const auto third = List("", 4, second.next_page_token());
  EXPECT_EQ(third.rows_size(), 2);
  EXPECT_EQ(third.next_page_token(), "");
}

TEST_F(AuditTest, RowsOfOneResidentAreListedAlone) {
  const auto response = List("r-even", 100);
  ASSERT_EQ(response.rows_size(), 5);
  for (const auto& row : response.rows()) EXPECT_EQ(row.resident_id(), "r-even");
  EXPECT_EQ(List("r-nobody", 100).rows_size(), 0);
}

TEST_F(AuditTest, ReadingTheAuditIsAuditedToo) {
  List("r-even", 1);
  ASSERT_EQ(last_audit_.size(), 1u);
  EXPECT_EQ(last_audit_[0].resident_id, "r-even");
}

TEST_F(AuditTest, BadRequestsNameTheField) {
  const std::vector<std::pair<const char*, v1::ListAuditRequest>> cases = {
      {"page_size", Request("", -1, "")},
      {"page_size", Request("", 501, "")},
      {"page_token", Request("", 0, "abc")},
      {"page_token", Request("", 0, "-5")},
      {"page_token", Request("", 0, "99999999999999999999")},
      {"page_token", Request("", 0, "5x")},
      {"resident_id", Request("a b", 0, "")}};
  for (const auto& [field, request] : cases) {
    EXPECT_EQ(FieldOf(Ask(request)), field);
  }
}

}  // namespace
}  // namespace chunhui::audit
