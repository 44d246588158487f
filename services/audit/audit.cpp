#include "services/audit/audit.h"

#include <charconv>
#include <limits>
#include <optional>

#include "core/secrets/digest.h"
#include "services/calls/audit_log.h"
#include "services/calls/fields.h"
#include "services/calls/wire.h"

namespace chunhui::audit {
namespace {

constexpr int kPageStandard = 100;
constexpr int kPageMax = 500;

constexpr const char* kColumns =
    "SELECT row, at, actor, action, resident_id, subject, reason, result, hash FROM audit ";

calls::AuditRecord ReadRecord(const store::Query& query) {
  return {query.Int(0),  time::FromUnixMs(query.Int(1)),
          query.Text(2), query.Text(3),
          query.Text(4), query.Text(5),
          query.Text(6), query.Text(7)};
}

void FillRow(const calls::AuditRecord& record, v1::AuditRow& row) {
  row.set_row(record.row);
  *row.mutable_at() = calls::ToWire(record.at);
  row.set_actor(record.actor);
  row.set_action(record.action);
  row.set_resident_id(record.resident_id);
  row.set_subject(record.subject);
  row.set_reason(record.reason);
  row.set_result(record.result);
}

// The row before which a page begins; nothing when the token was not made here.
std::optional<int64_t> BeforeRow(const std::string& page_token) {
  if (page_token.empty()) return std::numeric_limits<int64_t>::max();
  int64_t row = 0;
  const char* end = page_token.data() + page_token.size();
  const auto [rest, error] = std::from_chars(page_token.data(), end, row);
  if (error != std::errc{} || rest != end || row < 1) return std::nullopt;
  return row;
}

store::Query RowsBefore(store::Db& db, const std::string& resident_id, int64_t row, int limit) {
  const std::string columns = kColumns;
  if (resident_id.empty()) {
    return db.Prepare(columns + "WHERE row < ? ORDER BY row DESC LIMIT ?", row, limit);
  }
  return db.Prepare(columns + "WHERE resident_id = ? AND row < ? ORDER BY row DESC LIMIT ?",
                    resident_id, row, limit);
}

}  // namespace

v1::VerifyAuditResponse VerifyChain(store::Db& db) {
  v1::VerifyAuditResponse response;
  std::string head;
  auto query = db.Prepare(std::string(kColumns) + "ORDER BY row");
  while (query.Step()) {
    const calls::AuditRecord record = ReadRecord(query);
    response.set_rows(response.rows() + 1);
    head = secrets::ChainHash(head, calls::AuditBytes(record));
    // Rows count from 1 without gaps: a row that was taken out shows at its successor.
    const bool fits = record.row == response.rows() && head == query.Blob(8);
    if (!fits && response.first_bad_row() == 0) response.set_first_bad_row(record.row);
    head = query.Blob(8);
  }
  response.set_intact(response.first_bad_row() == 0);
  response.set_head(secrets::ToHex(head));
  return response;
}

calls::Outcome<v1::VerifyAuditResponse> VerifyAudit(calls::Call& call,
                                                    const v1::VerifyAuditRequest&) {
  return VerifyChain(call.db());
}

AuditPage ReadAuditPage(calls::Call& call, const v1::ListAuditRequest& request) {
  const auto size = calls::PageSize(request.page_size(), kPageStandard, kPageMax);
  if (!size) return {calls::Malformed("page_size", "1 to 500, or 0 for 100"), {}};
  const auto before = BeforeRow(request.page_token());
  if (!before) return {calls::Malformed("page_token", "not from a previous page"), {}};
  if (!request.resident_id().empty() && !calls::IsId(request.resident_id())) {
    return {calls::Malformed("resident_id", "no such id"), {}};
  }
  AuditPage page;
  auto query = RowsBefore(call.db(), request.resident_id(), *before, *size + 1);
  while (query.Step()) {
    if (page.rows.rows_size() == *size) {
      page.rows.set_next_page_token(std::to_string(page.rows.rows(*size - 1).row()));
      break;
    }
    FillRow(ReadRecord(query), *page.rows.add_rows());
  }
  return page;
}

calls::Outcome<v1::ListAuditResponse> ListAudit(calls::Call& call,
                                                const v1::ListAuditRequest& request,
                                                const AuditPage& page) {
  if (page.fault) return *page.fault;
  call.Audit({request.resident_id(), "audit"});
  return page.rows;
}

void AddAuditMethods(calls::MethodTable& table) {
  const std::string service = "/chunhui.v1.AuditService/";
  const auto readers = calls::ByStaff({v1::ROLE_AUDITOR, v1::ROLE_ADMIN});
  // A long walk that names nobody: on a read connection, so that it keeps no write waiting.
  table.methods.push_back(calls::Read(service + "VerifyAudit", readers, &VerifyAudit));
  table.methods.push_back(
      calls::WriteAfter(service + "ListAudit", readers, &ReadAuditPage, &ListAudit));
}

}  // namespace chunhui::audit
