#include "kiosk/app/staff_panel.h"

#include <algorithm>
#include <utility>

#include "kiosk/app/staff_words.h"

namespace chunhui::app {

StaffPanel::StaffPanel(office::Client& office, devices::Bell& bell, std::string badge)
    : office_(office), bell_(bell), badge_(std::move(badge)), account_given_(!badge_.empty()) {}

StaffPanel::~StaffPanel() {
  if (!signed_in()) return;
  const office::Guard nobody;
  office_.AskAsStaff(session_token_, office::kSignOut, {}, nobody, {});
}

std::string_view StaffPanel::State() const {
  if (!signed_in()) return account_given_ ? "pin" : "account";
  if (find_) return find_->State();
  if (enrol_) return enrol_->State();
  if (at_device_) return "device";
  return chosen_id_.empty() ? "queue" : "case";
}

StaffWish StaffPanel::Draw(kit::Ui& ui, const DeviceState& device) {
  if (!signed_in()) return DrawSignIn(ui);
  KeepQueue(ui);
  if (DrawOwn(ui, find_) || DrawOwn(ui, enrol_)) return StaffWish::kNone;
  if (at_device_) return DrawDevice(ui, device);
  if (const v1::Case* chosen = Chosen()) {
    DrawCase(ui, *chosen);
    return StaffWish::kNone;
  }
  return DrawQueue(ui);
}

template <typename Page>
bool StaffPanel::DrawOwn(kit::Ui& ui, std::unique_ptr<Page>& page) {
  if (!page) return false;
  if (page->session_ended()) {
    session_token_.clear();
    page.reset();
  } else if (!page->Draw(ui)) {
    page.reset();
  }
  return true;
}

void StaffPanel::FindNamed(std::string name) {
  written_name_ = std::move(name);
  if (!signed_in() || written_name_.empty()) return;
  find_ = std::make_unique<FindResident>(office_, session_token_);
  find_->LookFor(std::exchange(written_name_, {}));
}

std::vector<v1::Candidate> StaffPanel::TakeNamed() {
  return find_ ? find_->TakeNamed() : std::vector<v1::Candidate>();
}

void StaffPanel::KeepQueue(kit::Ui& ui) {
  if (ui.now_ms() >= queue_due_ms_) AskQueue(ui.now_ms());
  ui.WakeAt(queue_due_ms_);
}

void StaffPanel::HandleDigit(char digit) {
  if (find_) return find_->HandleKey(digit);
  if (enrol_) return enrol_->HandleKey(digit);
  std::string& typed = account_given_ ? pin_ : account_;
  hint_.clear();
  if (digit == '\b') {
    if (!typed.empty()) typed.pop_back();
  } else if (typed.size() < kPinMax) {
    typed += digit;
  }
}

void StaffPanel::SignIn() {
  if (!account_given_) {
    account_given_ = !account_.empty();
    return;
  }
  if (asking_ || pin_.size() < kPinMin) return;
  v1::SignInRequest request;
  badge_.empty() ? request.set_account(account_) : request.set_badge(badge_);
  request.set_pin(std::exchange(pin_, {}));
  asking_ = true;
  office_.AskAsStaff({}, office::kSignIn, std::move(request), guard_,
                     [this](const auto& outcome) { HandleSignedIn(outcome); });
}

void StaffPanel::HandleSignedIn(const office::Outcome<v1::SignInResponse>& outcome) {
  asking_ = false;
  if (outcome.ok()) {
    session_token_ = outcome.value().session_token();
    called_ = outcome.value().account().called();
    FindNamed(std::move(written_name_));
  } else if (outcome.reason() == v1::REASON_LOCKED_OUT) {
    hint_ = "staff.locked";
    wait_minutes_ = (outcome.detail().retry_after_seconds() + 59) / 60;
  } else {
    hint_ = outcome.refused() ? "staff.wrong" : "staff.away";
  }
}

void StaffPanel::AskQueue(int64_t now_ms) {
  queue_due_ms_ = now_ms + kQueueEveryMs;
  office_.AskAsStaff(session_token_, office::kListCases, {}, guard_, [this](const auto& outcome) {
    if (Settle(outcome)) TakeQueue(outcome.value());
  });
}

void StaffPanel::TakeQueue(const v1::ListCasesResponse& queue) {
  std::vector<v1::Case> cases(queue.cases().begin(), queue.cases().end());
  const auto is_new = [this](const v1::Case& one) {
    return std::none_of(cases_->begin(), cases_->end(),
                        [&](const v1::Case& old) { return old.case_id() == one.case_id(); });
  };
  if (cases_ && std::any_of(cases.begin(), cases.end(), is_new)) {
    bell_.Sound(devices::Ring::kNewCase);
  }
  cases_ = std::move(cases);
  if (!Chosen()) chosen_id_.clear();
}

void StaffPanel::Claim(const v1::Case& chosen) {
  v1::ClaimCaseRequest request;
  request.set_case_id(chosen.case_id());
  office_.AskAsStaff(session_token_, office::kClaimCase, std::move(request), guard_,
                     [this](const auto& outcome) { Settle(outcome); });
}

void StaffPanel::Close(const v1::Case& chosen, v1::CaseOutcome outcome) {
  v1::CloseCaseRequest request;
  request.set_case_id(chosen.case_id());
  request.set_outcome(outcome);
  office_.AskAsStaff(session_token_, office::kCloseCase, std::move(request), guard_,
                     [this](const auto& closed) {
                       if (Settle(closed)) chosen_id_.clear();
                     });
}

// What every answer here may mean; true when it has a value. The queue is asked again either way.
template <typename Response>
bool StaffPanel::Settle(const office::Outcome<Response>& outcome) {
  constexpr bool kIsQueue = std::is_same_v<Response, v1::ListCasesResponse>;
  if (!kIsQueue) queue_due_ms_ = 0;
  if (outcome.ok()) {
    hint_.clear();
    return true;
  }
  if (outcome.away()) {
    hint_ = "staff.away";
  } else if (outcome.reason() == v1::REASON_SESSION_ENDED) {
    session_token_.clear();
    cases_.reset();
  } else {
    hint_ = outcome.reason() == v1::REASON_CASE_TAKEN ? "staff.taken" : "staff.trouble";
  }
  return false;
}

const v1::Case* StaffPanel::Chosen() const {
  if (!cases_) return nullptr;
  const auto found = std::find_if(cases_->begin(), cases_->end(), [this](const v1::Case& one) {
    return one.case_id() == chosen_id_;
  });
  return found == cases_->end() ? nullptr : &*found;
}

}  // namespace chunhui::app
