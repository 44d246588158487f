#include "kiosk/staff_panel/case_words.h"

namespace chunhui::staff_panel {

std::string KindWords(const kit::Words& words, v1::CaseKind kind) {
  switch (kind) {
    case v1::CASE_KIND_EMERGENCY:
      return words.Text("staff.kind.emergency");
    case v1::CASE_KIND_PENSION:
      return words.Text("staff.kind.pension");
    default:
      return words.Text("staff.kind.help");
  }
}

std::string OutcomeWords(const kit::Words& words, v1::CaseOutcome outcome) {
  switch (outcome) {
    case v1::CASE_OUTCOME_CERTIFIED:
      return words.Text("staff.outcome.certified");
    case v1::CASE_OUTCOME_ALREADY_CERTIFIED:
      return words.Text("staff.outcome.already_certified");
    case v1::CASE_OUTCOME_PENDING_REVIEW:
      return words.Text("staff.outcome.pending_review");
    case v1::CASE_OUTCOME_HOME_VISIT:
      return words.Text("staff.outcome.home_visit");
    case v1::CASE_OUTCOME_TO_SSB_WINDOW:
      return words.Text("staff.outcome.to_ssb_window");
    case v1::CASE_OUTCOME_TO_POLICE_PHOTO:
      return words.Text("staff.outcome.to_police_photo");
    case v1::CASE_OUTCOME_WITHDRAWN:
      return words.Text("staff.outcome.withdrawn");
    case v1::CASE_OUTCOME_NOT_ELIGIBLE:
      return words.Text("staff.outcome.not_eligible");
    default:
      return words.Text("staff.outcome.helped");
  }
}

std::string CaseTitle(const kit::Words& words, const v1::Case& one) {
  return words.Text("staff.case",
                    {{"number", one.ticket_number()}, {"kind", KindWords(words, one.kind())}});
}

std::string StateWords(const kit::Words& words, const v1::Case& one) {
  if (one.state() == v1::CASE_STATE_OPEN) return words.Text("staff.state.open");
  return words.Text("staff.state.claimed", {{"who", one.claimed_by()}});
}

std::vector<v1::CaseOutcome> OutcomesFor(v1::CaseKind kind) {
  if (kind != v1::CASE_KIND_PENSION) return {v1::CASE_OUTCOME_HELPED, v1::CASE_OUTCOME_WITHDRAWN};
  return {v1::CASE_OUTCOME_CERTIFIED,      v1::CASE_OUTCOME_ALREADY_CERTIFIED,
          v1::CASE_OUTCOME_HOME_VISIT,     v1::CASE_OUTCOME_TO_SSB_WINDOW,
          v1::CASE_OUTCOME_PENDING_REVIEW, v1::CASE_OUTCOME_TO_POLICE_PHOTO,
          v1::CASE_OUTCOME_NOT_ELIGIBLE,   v1::CASE_OUTCOME_WITHDRAWN};
}

}  // namespace chunhui::staff_panel
