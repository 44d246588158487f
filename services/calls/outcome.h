// What a call answers: a value, or a refusal with a reason. Bugs and broken disks throw instead.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "chunhui/v1/types.pb.h"

namespace chunhui::calls {

// The gRPC codes that are refusals here; the numbers are those of gRPC.
enum class Code {
  kOk = 0,
  kInvalidArgument = 3,
  kNotFound = 5,
  kAlreadyExists = 6,
  kPermissionDenied = 7,
  kResourceExhausted = 8,
  kFailedPrecondition = 9,
  kUnimplemented = 12,
  kInternal = 13,
  kUnavailable = 14,
  kUnauthenticated = 16,
};

// `message` is for developers, never holds a value that was sent, and is never shown to a visitor.
struct Refusal {
  Code code;
  v1::Reason reason;
  std::string message;
  std::string field = {};
  int retry_after_seconds = 0;
};

// INVALID_ARGUMENT: this field is missing, too long or of a wrong form.
inline Refusal Malformed(std::string field, std::string message) {
  return {Code::kInvalidArgument, v1::REASON_MALFORMED, std::move(message), std::move(field)};
}

// NOT_FOUND: there is no such thing (or none this caller may know of).
inline Refusal Unknown(std::string message) {
  return {Code::kNotFound, v1::REASON_UNKNOWN, std::move(message)};
}

// PERMISSION_DENIED: not with this role, or not at this station.
inline Refusal NotAllowed(std::string message) {
  return {Code::kPermissionDenied, v1::REASON_NOT_ALLOWED, std::move(message)};
}

// FAILED_PRECONDITION with a reason.
inline Refusal Refuse(v1::Reason reason, std::string message) {
  return {Code::kFailedPrecondition, reason, std::move(message)};
}

template <typename T>
class [[nodiscard]] Outcome {
 public:
  Outcome(T value) : content_(std::move(value)) {}
  Outcome(Refusal refusal) : content_(std::move(refusal)) {}

  bool ok() const { return std::holds_alternative<T>(content_); }
  // Only when ok().
  T& value() { return std::get<T>(content_); }
  const T& value() const { return std::get<T>(content_); }
  // Only when not ok().
  const Refusal& refusal() const { return std::get<Refusal>(content_); }

 private:
  std::variant<T, Refusal> content_;
};

}  // namespace chunhui::calls
