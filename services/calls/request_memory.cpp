#include "services/calls/request_memory.h"

#include <cctype>

namespace chunhui::calls {
namespace {

constexpr int kForgetAtOnce = 1000;

std::string SealedFor(const Prepared& request) { return "requests.response:" + request.request_id; }

}  // namespace

const store::Migration kRequestMigrations[1] = {{1, "requests", R"sql(
  -- Answers to writes, for repeats; rows are in the order of time and forgotten after 7 days.
  CREATE TABLE requests (
    number INTEGER PRIMARY KEY,
    request_id TEXT NOT NULL UNIQUE,
    content_hash BLOB NOT NULL,   -- of method and request
    at INTEGER NOT NULL,          -- unix ms
    code INTEGER NOT NULL,
    message TEXT NOT NULL,
    error_detail BLOB NOT NULL,
    response BLOB NOT NULL        -- sealed
  );
)sql"}};

bool IsUuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !std::isxdigit(static_cast<unsigned char>(text[i]))) return false;
  }
  return true;
}

std::optional<Answer> Recall(store::Db& db, const secrets::Vault& vault, const Prepared& request) {
  auto query = db.Prepare(
      "SELECT content_hash, code, message, error_detail, response FROM requests"
      " WHERE request_id = ?",
      request.request_id);
  if (!query.Step()) return std::nullopt;
  if (query.Blob(0) != request.content_hash) {
    return ToAnswer(Refusal{Code::kInvalidArgument, v1::REASON_REQUEST_ID_REUSED,
                            "this request_id was used with other content", "request_id"});
  }
  auto response = vault.OpenField(query.Blob(4), SealedFor(request));
  if (!response) throw std::runtime_error("a stored answer cannot be opened with this key");
  return Answer{static_cast<Code>(query.Int(1)), std::move(*response), query.Text(2),
                query.Blob(3)};
}

void Remember(store::Db& db, const secrets::Vault& vault, const Prepared& request,
              const Answer& answer, time::Instant now) {
  const std::string sealed = vault.SealField(answer.response, SealedFor(request));
  db.Run(
      "INSERT INTO requests (request_id, content_hash, at, code, message, error_detail, response)"
      " VALUES (?, ?, ?, ?, ?, ?, ?)",
      request.request_id, store::BlobView{request.content_hash}, time::ToUnixMs(now),
      static_cast<int>(answer.code), answer.message, store::BlobView{answer.error_detail},
      store::BlobView{sealed});
}

bool ForgetOldRequests(store::Db& db, time::Instant before) {
  return db.Run(
             "DELETE FROM requests WHERE at < ? AND number IN"
             " (SELECT number FROM requests ORDER BY number LIMIT ?)",
             time::ToUnixMs(before), kForgetAtOnce) == kForgetAtOnce;
}

}  // namespace chunhui::calls
