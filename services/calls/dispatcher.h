// Does once what every call shares: who calls, rights, the memory of request_ids, the audit row,
// errors, and handing events to streams. Knows nothing of gRPC.
#pragma once

#include <chrono>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/secrets/random.h"
#include "core/secrets/vault.h"
#include "core/store/read_pool.h"
#include "core/store/writer.h"
#include "core/time/clock.h"
#include "services/calls/answer.h"
#include "services/calls/audit_log.h"
#include "services/calls/identify.h"
#include "services/calls/method.h"
#include "services/calls/publisher.h"
#include "services/calls/worker_pool.h"

namespace chunhui::calls {

// How long an answer is kept for a repeated request_id.
inline constexpr std::chrono::hours kRequestMemory{7 * 24};
// A read waits this long for a connection before it answers UNAVAILABLE.
inline constexpr std::chrono::milliseconds kReadWait{2000};
// A larger request is malformed.
inline constexpr size_t kRequestBytesMax = 2 * 1024 * 1024;

class Dispatcher {
 public:
  struct Parts {
    store::Writer& writer;
    store::ReadPool& readers;
    Publisher& publisher;
    WorkerPool& slow_pool;
    const time::Clock& clock;
    const secrets::Vault& vault;
    secrets::Random& random;
    Identities identities;
    // One line per event, for whoever looks after the office; never personal data. Any thread.
    std::function<void(std::string_view)> log;
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
  using Reading = std::function<void(calls::Call&)>;

  Answer RunRead(const Rights& rights, const Peer& peer, const Reading& read);
  void RunBefore(std::shared_ptr<Job> job);
  void SubmitWrite(std::shared_ptr<Job> job);
  void KeepingAudit(const std::function<void()>& work);
  void RunWrite(Job& job, store::Db& db);
  Answer RunFunction(Job& job, Caller caller, store::Db& db);
  void WriteAudit(calls::Call& call, const std::string& action, const std::string& result);
  void FinishWrite(Job& job, std::exception_ptr error);
  Answer AuditStream(const std::string& method_name, Caller caller, std::vector<AuditEntry> audit);
  Answer Broken(const std::string& method, const std::exception& error);

  Parts parts_;
  std::map<std::string, Method> methods_;
  std::map<std::string, StreamMethod> streams_;
  AuditLog audit_;  // writer thread only
};

}  // namespace chunhui::calls
