#include "kiosk/staff_panel/find_resident.h"

#include <algorithm>
#include <charconv>

namespace chunhui::staff_panel {
namespace {

// For the audit; staff in the hall have no other reason to look here.
constexpr const char* kSearchReason = "在自助机旁找人";
constexpr int kRowsMax = 20;
constexpr size_t kLettersMax = 6;
constexpr size_t kHouseDigitsMax = 4;
constexpr size_t kAgeDigitsMax = 3;
// Nobody guesses an age to the year.
constexpr int kAgeMarginYears = 3;

int ToAge(const std::string& digits) {
  int age = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), age);
  return std::min(age, 150 - kAgeMarginYears);
}

}  // namespace

std::string_view FindResident::State() const {
  if (asking_) return "looking";
  if (chosen_) return "why";
  return people_ ? "people" : "find";
}

bool FindResident::anything_typed() const {
  return !typed_[kName].empty() || !typed_[kHouse].empty();
}

void FindResident::HandleKey(char key) {
  constexpr std::array<size_t, kFields> kMost{kLettersMax, kHouseDigitsMax, kAgeDigitsMax};
  if (asking_ || people_) return;
  std::string& typed = typed_[field_];
  hint_.clear();
  const bool digit = key >= '0' && key <= '9';
  if (key == '\b') {
    if (!typed.empty()) typed.pop_back();
  } else if (digit == (field_ != kName) && typed.size() < kMost[field_]) {
    typed += key;
  }
}

void FindResident::LookFor(std::string name) {
  typed_ = {};
  typed_[kName] = std::move(name);
  Look();
  typed_[kName].clear();  // letters may follow when nobody has this name
}

void FindResident::Look() {
  if (asking_ || !anything_typed()) return;
  v1::SearchResidentsRequest request;
  request.set_name_prefix(typed_[kName]);
  request.set_place(typed_[kHouse]);
  request.set_reason(kSearchReason);
  request.set_page_size(kRowsMax);
  if (!typed_[kAge].empty()) {
    const int age = ToAge(typed_[kAge]);
    request.set_age_min_years(std::max(0, age - kAgeMarginYears));
    request.set_age_max_years(age + kAgeMarginYears);
  }
  asking_ = true;
  office_.AskAsStaff(session_token_, office::kSearchResidents, std::move(request), guard_,
                     [this](const auto& outcome) {
                       if (!Settle(outcome)) return;
                       const auto& found = outcome.value().residents();
                       if (found.empty()) {
                         hint_ = "staff.nobody";
                         return;
                       }
                       people_.emplace(found.begin(), found.end());
                       page_ = 0;
                     });
}

void FindResident::GoOn(const char* reason) {
  if (purpose_ == FindFor::kVisit) return Vouch(reason);
  taken_ = CardDesk::Whose{chosen_->resident_id(), reason};
}

void FindResident::Vouch(const char* reason) {
  if (asking_) return;
  v1::RecogniseRequest request;
  request.set_resident_id(chosen_->resident_id());
  request.set_voucher_reason(reason);
  asking_ = true;
  office_.AskAsStaff(session_token_, office::kRecognise, std::move(request), guard_,
                     [this](const auto& outcome) {
                       if (!Settle(outcome)) return;
                       const auto& found = outcome.value().candidates();
                       named_.assign(found.begin(), found.end());
                     });
}

template <typename Response>
bool FindResident::Settle(const office::Outcome<Response>& outcome) {
  asking_ = false;
  hint_.clear();
  if (outcome.ok()) return true;
  if (!outcome.refused()) {
    hint_ = "staff.away";
  } else if (outcome.reason() == v1::REASON_SESSION_ENDED) {
    session_ended_ = true;
  } else {
    hint_ = outcome.reason() == v1::REASON_RESIDENT_CLOSED ? "staff.closed"
            : outcome.reason() == v1::REASON_NOT_ALLOWED   ? "staff.rights"
                                                           : "staff.trouble";
  }
  return false;
}

}  // namespace chunhui::staff_panel
