#include "services/assistance/closing.h"

#include "core/people/text.h"
#include "services/calls/fields.h"

namespace chunhui::assistance {
namespace {

// A mobile number; ID and bank numbers are longer.
constexpr int kDigitsInARowMax = 10;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Full-width digits count, and so do those with blanks or hyphens between.
bool HoldsLongNumber(std::string_view text) {
  int digits_in_a_row = 0;
  for (const char c : people::ToNfkc(text)) {
    if (IsDigit(c)) ++digits_in_a_row;
    const bool goes_on = IsDigit(c) || c == ' ' || c == '-';
    if (!goes_on) digits_in_a_row = 0;
    if (digits_in_a_row > kDigitsInARowMax) return true;
  }
  return false;
}

}  // namespace

bool MayEnd(v1::CaseKind kind, v1::CaseOutcome outcome) {
  if (outcome == v1::CASE_OUTCOME_HELPED || outcome == v1::CASE_OUTCOME_WITHDRAWN) return true;
  return kind == v1::CASE_KIND_PENSION && v1::CaseOutcome_IsValid(outcome) &&
         outcome != v1::CASE_OUTCOME_UNSPECIFIED;
}

std::optional<calls::Refusal> CheckNote(std::string_view note) {
  if (!calls::IsPlainText(note, 0, kNoteMax, calls::Lines::kMany)) {
    return calls::Malformed("note", "at most 200 characters");
  }
  if (HoldsLongNumber(note)) {
    return calls::Malformed("note", "no ID, phone or bank numbers in notes");
  }
  return std::nullopt;
}

}  // namespace chunhui::assistance
