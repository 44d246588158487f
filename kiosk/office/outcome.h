// What came of asking the office.
#pragma once

#include <optional>
#include <utility>

#include "chunhui/v1/types.pb.h"

namespace chunhui::office {

enum class OutcomeKind {
  kValue,     // answered
  kRefused,   // answered with a reason: the person is told what to do next
  kAway,      // the office cannot be reached, and nothing was or will be sent
  kChecking,  // sent or kept in the journal, not answered yet: "正在核对"; the final one follows
};

template <typename T>
class Outcome {
 public:
  static Outcome Value(T value) {
    Outcome outcome(OutcomeKind::kValue);
    outcome.value_ = std::move(value);
    return outcome;
  }
  static Outcome Refused(v1::ErrorDetail detail) {
    Outcome outcome(OutcomeKind::kRefused);
    outcome.detail_ = std::move(detail);
    return outcome;
  }
  static Outcome Away() { return Outcome(OutcomeKind::kAway); }
  static Outcome Checking() { return Outcome(OutcomeKind::kChecking); }

  OutcomeKind kind() const { return kind_; }
  bool ok() const { return kind_ == OutcomeKind::kValue; }
  bool refused() const { return kind_ == OutcomeKind::kRefused; }
  bool away() const { return kind_ == OutcomeKind::kAway; }
  bool checking() const { return kind_ == OutcomeKind::kChecking; }
  // Only when ok().
  const T& value() const { return *value_; }
  // Why it was refused; REASON_UNSPECIFIED otherwise.
  v1::Reason reason() const { return detail_.reason(); }
  const v1::ErrorDetail& detail() const { return detail_; }

 private:
  explicit Outcome(OutcomeKind kind) : kind_(kind) {}
  OutcomeKind kind_;
  std::optional<T> value_;
  v1::ErrorDetail detail_;
};

}  // namespace chunhui::office
