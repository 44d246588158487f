// Reading and checking the audit. Rows are written by services/calls alone.
#pragma once

#include <optional>

#include "chunhui/v1/audit.pb.h"
#include "services/calls/call.h"
#include "services/calls/method.h"
#include "services/calls/outcome.h"

namespace chunhui::audit {

// Recomputes the chain row by row in one consistent view; memory does not grow with the rows.
v1::VerifyAuditResponse VerifyChain(store::Db& db);

calls::Outcome<v1::VerifyAuditResponse> VerifyAudit(calls::Call& call,
                                                    const v1::VerifyAuditRequest& request);
// One page, found on the slow pool: for one resident it may walk through all rows.
struct AuditPage {
  std::optional<calls::Refusal> fault;  // of the request
  v1::ListAuditResponse rows;
};
AuditPage ReadAuditPage(calls::Call& call, const v1::ListAuditRequest& request);
calls::Outcome<v1::ListAuditResponse> ListAudit(calls::Call& call,
                                                const v1::ListAuditRequest& request,
                                                const AuditPage& page);

void AddAuditMethods(calls::MethodTable& table);

}  // namespace chunhui::audit
