#include "services/calls/answer.h"

namespace chunhui::calls {

Answer ToAnswer(const Refusal& refusal) {
  v1::ErrorDetail detail;
  detail.set_reason(refusal.reason);
  detail.set_field(refusal.field);
  detail.set_retry_after_seconds(refusal.retry_after_seconds);
  return {refusal.code, {}, refusal.message, detail.SerializeAsString()};
}

Answer ToAnswer(Outcome<Bytes> outcome) {
  if (!outcome.ok()) return ToAnswer(outcome.refusal());
  return {Code::kOk, std::move(outcome.value()), {}, {}};
}

v1::ErrorDetail DetailOf(const Answer& answer) {
  v1::ErrorDetail detail;
  detail.ParseFromString(answer.error_detail);
  return detail;
}

std::string ResultOf(const Answer& answer) {
  if (answer.code == Code::kOk) return "ok";
  constexpr size_t kPrefix = sizeof("REASON_") - 1;
  return v1::Reason_Name(DetailOf(answer).reason()).substr(kPrefix);
}

}  // namespace chunhui::calls
