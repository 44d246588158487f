#include "services/desk/case_words.h"

#include <algorithm>

#include "services/calls/wire.h"

namespace chunhui::desk {
namespace {

constexpr OutcomeWord kOutcomes[] = {
    {v1::CASE_OUTCOME_HELPED, "helped", "帮好了"},
    {v1::CASE_OUTCOME_CERTIFIED, "certified", "已认证"},
    {v1::CASE_OUTCOME_ALREADY_CERTIFIED, "already-certified", "早已认证"},
    {v1::CASE_OUTCOME_PENDING_REVIEW, "pending-review", "等审核"},
    {v1::CASE_OUTCOME_HOME_VISIT, "home-visit", "上门"},
    {v1::CASE_OUTCOME_TO_SSB_WINDOW, "to-ssb-window", "去社保窗口"},
    {v1::CASE_OUTCOME_TO_POLICE_PHOTO, "to-police-photo", "去派出所换照片"},
    {v1::CASE_OUTCOME_WITHDRAWN, "withdrawn", "不用了"},
    {v1::CASE_OUTCOME_NOT_ELIGIBLE, "not-eligible", "不符合"},
};

}  // namespace

std::span<const OutcomeWord> OutcomeWords() { return kOutcomes; }

std::optional<v1::CaseOutcome> OutcomeOf(std::string_view word) {
  const auto found = std::ranges::find_if(kOutcomes, [&](const OutcomeWord& each) {
    return each.word == word || each.chinese == word;
  });
  return found == std::end(kOutcomes) ? std::nullopt : std::optional(found->outcome);
}

std::string_view WordFor(v1::CaseKind kind) {
  switch (kind) {
    case v1::CASE_KIND_HELP:
      return "help";
    case v1::CASE_KIND_EMERGENCY:
      return "EMERGENCY";
    case v1::CASE_KIND_PENSION:
      return "pension";
    default:
      return "case";
  }
}

std::string_view WordFor(v1::CaseReason reason) {
  switch (reason) {
    case v1::CASE_REASON_ASKED_HELP:
      return "asked for help";
    case v1::CASE_REASON_SELF_STEPS:
      return "wants the steps";
    case v1::CASE_REASON_FAMILY:
      return "family will help";
    case v1::CASE_REASON_CONSENT_NO:
      return "no camera";
    case v1::CASE_REASON_CARD_TROUBLE:
      return "card trouble";
    case v1::CASE_REASON_NOT_FOUND:
      return "not found";
    case v1::CASE_REASON_MACHINE:
      return "machine";
    default:
      return "";
  }
}

std::string_view WordFor(v1::CaseOutcome outcome) {
  const auto found = std::ranges::find(kOutcomes, outcome, &OutcomeWord::outcome);
  return found == std::end(kOutcomes) ? std::string_view() : found->word;
}

std::string StateOf(const v1::Case& one) {
  if (one.state() == v1::CASE_STATE_CLOSED) return "closed: " + std::string(WordFor(one.outcome()));
  if (one.state() == v1::CASE_STATE_CLAIMED) return "claimed by " + one.claimed_by();
  return "open";
}

std::string AgeOf(const v1::Case& one, time::Instant now) {
  const auto opened = calls::FromWire(one.opened_at()).value_or(now);
  const auto seconds =
      std::max<int64_t>(std::chrono::duration_cast<std::chrono::seconds>(now - opened).count(), 0);
  if (seconds < 120) return std::to_string(seconds) + " s";
  if (seconds < 2 * 3600) return std::to_string(seconds / 60) + " min";
  return std::to_string(seconds / 3600) + " h";
}

std::string LineOf(const v1::Case& one, time::Instant now) {
  std::string line = "No. " + std::to_string(one.ticket_number()) + "  ";
  line += std::string(WordFor(one.kind())) + "  " + one.kiosk_id() + " " + one.kiosk_place();
  if (!one.masked_name().empty()) line += "  " + one.masked_name();
  return line + "  " + StateOf(one) + "  " + AgeOf(one, now);
}

}  // namespace chunhui::desk
