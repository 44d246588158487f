// Does once what every call shares: who calls, rights, the memory of request_ids, the audit row,
// errors, and handing events to streams. Knows nothing of gRPC.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/secrets/random.h"
#include "core/secrets/vault.h"
#include "core/store/read_pool.h"
#include "core/store/writer.h"
#include "core/time/clock.h"
#include "services/calls/audit_log.h"
#include "services/calls/method.h"
#include "services/calls/publisher.h"
#include "services/calls/slow_pool.h"

namespace chunhui::calls {

// How long an answer is kept for a repeated request_id.
inline constexpr std::chrono::hours kRequestMemory{7 * 24};
// A read waits this long for a connection before it answers UNAVAILABLE.
inline constexpr std::chrono::milliseconds kReadWait{2000};

// Looking up identities is the business of the areas that own the tables. All take the call's
// database, so that they see what the call sees.
struct Identities {
  std::function<bool(store::Db&, const Device&)> is_revoked;
  std::function<std::optional<Staff>(store::Db&, const std::string& token_hash, time::Instant now)>
      staff_of_session;
  // A live visit of this device; or, with `occurred_at`, one that has ended since (7 days).
  std::function<std::optional<Visit>(store::Db&, const std::string& token_hash, const Device&,
                                     std::optional<time::Instant> occurred_at, time::Instant now)>
      visit_of_token;
};

// What goes back to the client.
struct Answer {
  Code code = Code::kOk;
  Bytes response;       // when code is kOk
  std::string message;  // for developers, when it is not
  Bytes error_detail;   // a serialised ErrorDetail, when it is not
};

Answer ToAnswer(const Refusal& refusal);

class Dispatcher {
 public:
  struct Parts {
    store::Writer& writer;
    store::ReadPool& readers;
    Publisher& publisher;
    SlowPool& slow_pool;
    const time::Clock& clock;
    const secrets::Vault& vault;
    secrets::Random& random;
    Identities identities;
  };

  // Throws std::logic_error when a method of the contract's descriptors is missing or unknown.
  Dispatcher(Parts parts, MethodTable table);

  // Any thread. `done` is called exactly once, perhaps in another thread, perhaps before this
  // returns. The bytes are read before this returns.
  using Done = std::function<void(Answer)>;
  void Call(const std::string& method, Peer peer, std::string_view bytes, Done done);
  // The same, waiting. Never from the writer thread.
  Answer CallAndWait(const std::string& method, Peer peer, std::string_view bytes);

  // Opens a stream, or answers why not.
  std::variant<std::shared_ptr<Subscription>, Answer> OpenStream(const std::string& method,
                                                                 Peer peer, std::string_view bytes);

  // Work of the office itself (timers, loading the demo town): a write without a client, waiting
  // for its COMMIT. Throws what the function throws.
  void RunAsOffice(std::string action, std::function<void(calls::Call&)> function);

  bool HasMethod(const std::string& method) const { return methods_.contains(method); }
  bool HasStream(const std::string& method) const { return streams_.contains(method); }

 private:
  struct Job;
  void RunRead(const Method& method, const Peer& peer, Prepared prepared, const Done& done);
  void SubmitWrite(const Method& method, Peer peer, Prepared prepared, Done done);
  void RunWrite(Job& job, store::Db& db);
  Answer RunChecked(Job& job, calls::Call& call);
  void FinishWrite(Job& job, std::exception_ptr error);
  Outcome<Caller> Identify(store::Db& db, const Peer& peer, const Rights& rights);
  Outcome<Caller> IdentifyDevice(store::Db& db, const Peer& peer, const Rights& rights);
  calls::Call MakeCall(Caller caller, store::Db& db);

  Parts parts_;
  std::map<std::string, Method> methods_;
  std::map<std::string, StreamMethod> streams_;
  AuditLog audit_;  // writer thread only
};

}  // namespace chunhui::calls
