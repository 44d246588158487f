#include "kiosk/staff_panel/queue.h"

#include <algorithm>
#include <utility>

namespace chunhui::staff_panel {

Queue::Queue(office::Client& office, devices::Bell& bell, std::string session_token,
             std::string called)
    : office_(office),
      bell_(bell),
      session_token_(std::move(session_token)),
      called_(std::move(called)) {}

void Queue::Keep(kit::Ui& ui) {
  if (ui.now_ms() >= due_ms_) Ask(ui.now_ms());
  ui.WakeAt(due_ms_);
}

void Queue::Ask(int64_t now_ms) {
  due_ms_ = now_ms + kQueueEveryMs;
  office_.AskAsStaff(session_token_, office::kListCases, {}, guard_, [this](const auto& outcome) {
    if (Settle(outcome)) Take(outcome.value());
  });
}

void Queue::Take(const v1::ListCasesResponse& queue) {
  std::vector<v1::Case> cases(queue.cases().begin(), queue.cases().end());
  const auto is_new = [this](const v1::Case& one) {
    return std::none_of(cases_->begin(), cases_->end(),
                        [&](const v1::Case& old) { return old.case_id() == one.case_id(); });
  };
  if (cases_ && std::any_of(cases.begin(), cases.end(), is_new)) {
    bell_.Sound(devices::Ring::kNewCase);
  }
  cases_ = std::move(cases);
  if (Chosen() == nullptr) chosen_id_.clear();
}

void Queue::Claim(const v1::Case& chosen) {
  v1::ClaimCaseRequest request;
  request.set_case_id(chosen.case_id());
  office_.AskAsStaff(session_token_, office::kClaimCase, std::move(request), guard_,
                     [this](const auto& outcome) { Settle(outcome); });
}

void Queue::Close(const v1::Case& chosen, v1::CaseOutcome outcome) {
  v1::CloseCaseRequest request;
  request.set_case_id(chosen.case_id());
  request.set_outcome(outcome);
  office_.AskAsStaff(session_token_, office::kCloseCase, std::move(request), guard_,
                     [this](const auto& closed) {
                       if (Settle(closed)) chosen_id_.clear();
                     });
}

// What every answer here may mean; true when it has a value. The cases are asked again either way.
template <typename Response>
bool Queue::Settle(const office::Outcome<Response>& outcome) {
  constexpr bool kIsQueue = std::is_same_v<Response, v1::ListCasesResponse>;
  if (!kIsQueue) due_ms_ = 0;
  if (outcome.ok()) {
    hint_.clear();
    return true;
  }
  if (outcome.away()) {
    hint_ = "staff.away";
  } else if (outcome.reason() == v1::REASON_SESSION_ENDED) {
    session_ended_ = true;
  } else {
    hint_ = outcome.reason() == v1::REASON_CASE_TAKEN ? "staff.taken" : "staff.trouble";
  }
  return false;
}

const v1::Case* Queue::Chosen() const {
  if (!cases_) return nullptr;
  const auto found = std::find_if(cases_->begin(), cases_->end(), [this](const v1::Case& one) {
    return one.case_id() == chosen_id_;
  });
  return found == cases_->end() ? nullptr : &*found;
}

}  // namespace chunhui::staff_panel
