// When the yearly pension certification is due, per benefit. Certifies nothing itself; help is a
// case of services/assistance, which tells this room of its outcome. Rules and sources: RULES §3.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chunhui/v1/assistance.pb.h"
#include "chunhui/v1/pension.pb.h"
#include "core/store/db.h"
#include "core/store/migrate.h"
#include "core/time/date.h"
#include "services/calls/call.h"
#include "services/calls/method.h"
#include "services/calls/outcome.h"

namespace chunhui::pension {

extern const store::Migration kPensionMigrations[1];

// At least once in 12 months, counted from the last certification.
inline constexpr int kMonthsStandard = 12;
// Of a benefit nobody has certified yet as far as we know: so many days to find out.
inline constexpr int kDaysWhenUnknown = 30;
inline constexpr int kBenefitsMax = 8;

struct BenefitRow {
  std::string benefit_id;
  std::string resident_id;
  v1::BenefitType type = v1::BENEFIT_TYPE_UNSPECIFIED;
  std::optional<time::Date> certified_on;
  int months = kMonthsStandard;
  time::Date due_on;         // certification is in time before this day is over
  std::string open_case_id;  // empty when there is none
};

// The last certification plus so many months, clamped: 2024-02-29 plus 12 is 2025-02-28.
time::Date DueAfter(time::Date certified_on, int months);

struct BenefitInput {
  std::string resident_id;
  std::string station_id;  // where the resident belongs, for the list of those due
  v1::BenefitType type = v1::BENEFIT_TYPE_EMPLOYEE_PENSION;
  std::optional<time::Date> certified_on;  // nothing when unknown
  int months = kMonthsStandard;            // 1 to 36
};

// Adds a benefit, or brings the resident's benefit of this type up to date; answers its id. An
// older or unknown date does not undo a certification that is known. Leaves the audit to the
// caller.
std::string PutBenefit(calls::Call& call, const BenefitInput& input);

std::optional<BenefitRow> FindBenefit(store::Db& db, std::string_view benefit_id);
// Most urgent first, at most kBenefitsMax.
std::vector<BenefitRow> BenefitsOf(store::Db& db, std::string_view resident_id);

// Which case is open for it; empty when there is none any more.
void SetOpenCase(store::Db& db, std::string_view benefit_id, std::string_view case_id);

// What came of a case. Only CERTIFIED and ALREADY_CERTIFIED move the due date: then the new one is
// answered.
std::optional<time::Date> RecordOutcome(store::Db& db, std::string_view benefit_id,
                                        v1::CaseOutcome outcome, time::Date today);

calls::Outcome<v1::GetPensionStatusResponse> GetPensionStatus(
    calls::Call& call, const v1::GetPensionStatusRequest& request);
calls::Outcome<v1::ListPensionDueResponse> ListPensionDue(calls::Call& call,
                                                          const v1::ListPensionDueRequest& request);

void AddPensionMethods(calls::MethodTable& table);

}  // namespace chunhui::pension
