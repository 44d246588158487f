// Claiming, closing and withdrawing: each a conditional UPDATE, so that exactly one caller wins.
#include "services/assistance/assistance.h"
#include "services/assistance/cases.h"
#include "services/assistance/closing.h"
#include "services/pension/pension.h"

namespace chunhui::assistance {
namespace {

using calls::Refusal;
using calls::Refuse;

// What the caller may know of; others learn nothing about whether it exists.
std::optional<CaseRow> FindForHelper(calls::Call& call, const std::string& case_id) {
  auto row = FindCase(call.db(), case_id);
  if (!row || !IsHelper(call, *row)) return std::nullopt;
  return row;
}

Refusal WhyNotClaimed(const CaseRow& row) {
  if (row.state == v1::CASE_STATE_CLOSED) return Refuse(v1::REASON_CASE_CLOSED, "already closed");
  return Refuse(v1::REASON_CASE_TAKEN, "somebody else has claimed it");
}

Refusal WhyNotClosed(const CaseRow& row) {
  if (row.state == v1::CASE_STATE_OPEN) return Refuse(v1::REASON_WRONG_STATE, "claim it first");
  return WhyNotClaimed(row);
}

bool MarkClosed(calls::Call& call, const v1::CloseCaseRequest& request) {
  std::optional<std::string> sealed;
  if (!request.note().empty()) {
    sealed = call.vault().SealField(request.note(), "cases.note:" + request.case_id());
  }
  const auto note = sealed ? std::optional(store::BlobView{*sealed}) : std::nullopt;
  return call.db().Run(
             "UPDATE cases SET state = ?, outcome = ?, closed_at = ?, note = ?"
             " WHERE case_id = ? AND state = ? AND claimed_by = ?",
             v1::CASE_STATE_CLOSED, request.outcome(), time::ToUnixMs(call.now()), note,
             request.case_id(), v1::CASE_STATE_CLAIMED, call.caller().staff->account) == 1;
}

void MoveDueDate(calls::Call& call, const CaseRow& row, v1::CaseOutcome outcome) {
  if (row.benefit_id.empty()) return;
  const auto next_due_on = pension::RecordOutcome(call.db(), row.benefit_id, outcome, call.today());
  if (!next_due_on) return;
  call.db().Run("UPDATE cases SET next_due_on = ? WHERE case_id = ?", next_due_on->ToYyyymmdd(),
                row.case_id);
}

}  // namespace

calls::Outcome<v1::ClaimCaseResponse> ClaimCase(calls::Call& call,
                                                const v1::ClaimCaseRequest& request) {
  const auto row = FindForHelper(call, request.case_id());
  if (!row) return calls::Unknown("no such case");
  call.Audit({.resident_id = row->resident_id, .subject = row->case_id});
  const calls::Staff& staff = *call.caller().staff;
  const bool claimed = call.db().Run(
      "UPDATE cases SET state = ?, claimed_at = ?, claimed_by = ?, claimed_called = ?"
      " WHERE case_id = ? AND state = ?",
      v1::CASE_STATE_CLAIMED, time::ToUnixMs(call.now()), staff.account, staff.called, row->case_id,
      v1::CASE_STATE_OPEN);
  const bool is_mine = row->state == v1::CASE_STATE_CLAIMED && row->claimed_by == staff.account;
  if (!claimed && !is_mine) return WhyNotClaimed(*row);
  v1::ClaimCaseResponse response;
  *response.mutable_case_() = ForStaff(call, claimed ? TellChange(call, row->case_id) : *row);
  return response;
}

calls::Outcome<v1::CloseCaseResponse> CloseCase(calls::Call& call,
                                                const v1::CloseCaseRequest& request) {
  const auto row = FindForHelper(call, request.case_id());
  if (!row) return calls::Unknown("no such case");
  call.Audit({.resident_id = row->resident_id, .subject = row->case_id});
  if (!MayEnd(row->kind, request.outcome())) {
    return calls::Malformed("outcome", "not an outcome of this kind of case");
  }
  if (auto refusal = CheckNote(request.note())) return *refusal;
  if (!MarkClosed(call, request)) return WhyNotClosed(*row);
  MoveDueDate(call, *row, request.outcome());
  v1::CloseCaseResponse response;
  *response.mutable_case_() = ForStaff(call, TellChange(call, row->case_id));
  return response;
}

calls::Outcome<v1::WithdrawCaseResponse> WithdrawCase(calls::Call& call,
                                                      const v1::WithdrawCaseRequest& request) {
  auto row = FindCase(call.db(), request.case_id());
  if (!row || !IsOwnKiosk(call, *row)) return calls::Unknown("no such case of this kiosk");
  call.Audit({.resident_id = row->resident_id, .subject = row->case_id});
  const bool withdrawn = call.db().Run(
      "UPDATE cases SET state = ?, outcome = ?, closed_at = ? WHERE case_id = ? AND state <> ?",
      v1::CASE_STATE_CLOSED, v1::CASE_OUTCOME_WITHDRAWN, time::ToUnixMs(call.now()), row->case_id,
      v1::CASE_STATE_CLOSED);
  if (!withdrawn && row->outcome != v1::CASE_OUTCOME_WITHDRAWN) {
    return Refuse(v1::REASON_CASE_CLOSED, "already closed");
  }
  if (withdrawn) row = TellChange(call, row->case_id);
  v1::WithdrawCaseResponse response;
  *response.mutable_case_() = ForKiosk(call, *row);
  return response;
}

}  // namespace chunhui::assistance
