// What goes back to a client, whatever carries it there.
#pragma once

#include <string>

#include "services/calls/method.h"
#include "services/calls/outcome.h"

namespace chunhui::calls {

struct Answer {
  Code code = Code::kOk;
  Bytes response;       // when code is kOk
  std::string message;  // for developers, when it is not
  Bytes error_detail;   // a serialised ErrorDetail, when it is not
};

Answer ToAnswer(const Refusal& refusal);
Answer ToAnswer(Outcome<Bytes> outcome);
// The ErrorDetail of a refused answer.
v1::ErrorDetail DetailOf(const Answer& answer);
// For the audit: "ok" or the name of the reason without its prefix, for example "SOLD_OUT".
std::string ResultOf(const Answer& answer);

}  // namespace chunhui::calls
