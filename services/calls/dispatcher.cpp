#include "services/calls/dispatcher.h"

#include <future>
#include <stdexcept>

#include "core/store/transaction.h"
#include "services/calls/request_memory.h"

namespace chunhui::calls {
namespace {

constexpr int kRetryWhenBusySeconds = 1;

Answer Busy(const char* what) {
  return ToAnswer(Refusal{Code::kUnavailable, v1::REASON_BUSY, what, {}, kRetryWhenBusySeconds});
}

// "/chunhui.v1.MealService/BookMeal" → "MealService/BookMeal"
std::string ActionOf(const std::string& method) { return method.substr(method.rfind('.') + 1); }

}  // namespace

// A write on its way: from the thread of the call to the writer and back to the client.
struct Dispatcher::Job {
  const Method* method;
  Peer peer;
  Prepared prepared;
  Done done;
  Answer answer;
  std::vector<Event> events;
};

Dispatcher::Dispatcher(Parts parts, MethodTable table) : parts_(std::move(parts)) {
  for (Method& method : table.methods) {
    const std::string name = method.name;
    if (!methods_.emplace(name, std::move(method)).second) {
      throw std::logic_error("two functions for " + name);
    }
  }
  for (StreamMethod& stream : table.streams) {
    const std::string name = stream.name;
    if (!streams_.emplace(name, std::move(stream)).second) {
      throw std::logic_error("two streams for " + name);
    }
  }
}

void Dispatcher::Call(const std::string& method_name, Peer peer, std::string_view bytes,
                      Done done) {
  const auto found = methods_.find(method_name);
  if (found == methods_.end()) {
    return done(ToAnswer(Refusal{Code::kUnimplemented, v1::REASON_UNKNOWN, "no such method"}));
  }
  if (bytes.size() > kRequestBytesMax) {
    return done(ToAnswer(Malformed("", "the request is larger than 2 MiB")));
  }
  const Method& method = found->second;
  auto prepared = method.prepare(bytes);
  if (!prepared) return done(ToAnswer(Malformed("", "these bytes are not the request message")));
  if (method.kind == MethodKind::kRead) {
    Answer answer;
    Answer refused = RunRead(method.rights, peer,
                             [&](calls::Call& call) { answer = ToAnswer(prepared->run(call)); });
    return done(refused.code == Code::kOk ? std::move(answer) : std::move(refused));
  }
  auto job = std::make_shared<Job>(
      Job{&method, std::move(peer), std::move(*prepared), std::move(done), {}, {}});
  job->prepared.before ? RunBefore(std::move(job)) : SubmitWrite(std::move(job));
}

Answer Dispatcher::CallAndWait(const std::string& method, Peer peer, std::string_view bytes) {
  // Shared, because the waiting thread may go on before set_value has returned in the other.
  auto promise = std::make_shared<std::promise<Answer>>();
  Call(method, std::move(peer), bytes,
       [promise](Answer answer) { promise->set_value(std::move(answer)); });
  return promise->get_future().get();
}

// Finds a connection, identifies the caller and runs `read`. An answer with code kOk means that it
// ran.
Answer Dispatcher::RunRead(const Rights& rights, const Peer& peer, const Reading& read) try {
  auto db = parts_.readers.Borrow(kReadWait);
  if (!db) return Busy("no free connection for reading");
  store::Transaction view(**db, store::TransactionMode::kRead);
  const IdentityView identity{parts_.identities, **db, parts_.vault, parts_.clock.now()};
  auto caller = IdentifyDevice(identity, peer, rights);
  if (caller.ok()) caller = IdentifyPerson(identity, peer, rights, std::move(caller.value()));
  if (!caller.ok()) return ToAnswer(caller.refusal());
  calls::Call call(std::move(caller.value()), **db, identity.now, parts_.vault, parts_.random);
  read(call);
  return {};
} catch (const std::exception& error) {
  return Broken("a read", error);
}

void Dispatcher::RunBefore(std::shared_ptr<Job> job) {
  const bool queued = parts_.slow_pool.Submit([this, job] {
    Answer refused = RunRead(job->method->rights, job->peer, job->prepared.before);
    if (refused.code != Code::kOk) return job->done(std::move(refused));
    SubmitWrite(job);
  });
  if (!queued) job->done(Busy("too many sign-ins at once"));
}

void Dispatcher::SubmitWrite(std::shared_ptr<Job> job) {
  const bool queued =
      parts_.writer.Submit([this, job](store::Db& db) { RunWrite(*job, db); },
                           [this, job](std::exception_ptr error) { FinishWrite(*job, error); });
  if (!queued) job->done(Busy("too many writes are waiting"));
}

// A job that throws is undone alone, and so must be its links of the audit chain.
void Dispatcher::KeepingAudit(const std::function<void()>& work) {
  const AuditLog::Mark mark = audit_.mark();
  try {
    work();
  } catch (...) {
    audit_.BackTo(mark);
    throw;
  }
}

void Dispatcher::RunWrite(Job& job, store::Db& db) {
  const IdentityView identity{parts_.identities, db, parts_.vault, parts_.clock.now()};
  auto device = IdentifyDevice(identity, job.peer, job.method->rights);
  if (!device.ok()) {
    job.answer = ToAnswer(device.refusal());
    return;
  }
  const bool remembers = !job.prepared.content_hash.empty();
  if (remembers && !IsUuid(job.prepared.request_id)) {
    job.answer = ToAnswer(Malformed("request_id", "must be a UUID"));
    return;
  }
  if (remembers) {
    if (auto before = Recall(db, parts_.vault, job.prepared)) {
      job.answer = std::move(*before);
      return;
    }
  }
  auto caller = IdentifyPerson(identity, job.peer, job.method->rights, std::move(device.value()));
  if (!caller.ok()) {
    job.answer = ToAnswer(caller.refusal());
    return;
  }
  job.answer = RunFunction(job, std::move(caller.value()), db);
  if (remembers) Remember(db, parts_.vault, job.prepared, job.answer, identity.now);
}

// Runs the function so that a refusal undoes its changes, but leaves the audit rows. The savepoint
// is the writer's for this job, in which nothing has been written yet.
Answer Dispatcher::RunFunction(Job& job, Caller caller, store::Db& db) {
  calls::Call call(std::move(caller), db, parts_.clock.now(), parts_.vault, parts_.random);
  Answer answer = ToAnswer(job.prepared.run(call));
  if (answer.code == Code::kOk) {
    job.events = std::move(call.events());
  } else {
    store::Savepoint::BackToStart(db);
  }
  call.RunEvenIfRefused();
  WriteAudit(call, ActionOf(job.method->name), ResultOf(answer));
  return answer;
}

void Dispatcher::WriteAudit(calls::Call& call, const std::string& action,
                            const std::string& result) {
  const std::string actor = call.audit().empty() ? std::string{} : call.caller().Actor();
  for (const AuditEntry& entry : call.audit()) {
    audit_.Append(call.db(), {0, call.now(), actor, action, entry.resident_id, entry.subject,
                              entry.reason, result});
  }
}

void Dispatcher::FinishWrite(Job& job, std::exception_ptr error) {
  if (error) {
    audit_.Forget();
    try {
      std::rethrow_exception(error);
    } catch (const std::exception& cause) {
      job.answer = Broken(job.method->name, cause);
    }
  } else {
    parts_.publisher.Post(std::move(job.events));
  }
  job.done(std::move(job.answer));
}

Answer Dispatcher::Broken(const std::string& method, const std::exception& error) {
  if (const auto* store = dynamic_cast<const store::StoreError*>(&error)) {
    if (store->kind() == store::StoreErrorKind::kBusy) return Busy("the database is busy");
  }
  const std::string id = secrets::NewUuid(parts_.random);
  parts_.log("error id=" + id + " in=" + method + " what=" + error.what());
  return ToAnswer(Refusal{Code::kInternal, v1::REASON_UNSPECIFIED, "internal error " + id});
}

std::variant<std::shared_ptr<Subscription>, Answer> Dispatcher::OpenStream(
    const std::string& method_name, Peer peer, std::string_view bytes) {
  const auto found = streams_.find(method_name);
  if (found == streams_.end()) {
    return ToAnswer(Refusal{Code::kUnimplemented, v1::REASON_UNKNOWN, "no such stream"});
  }
  auto subscription = parts_.publisher.Subscribe();
  if (!subscription) return Busy("too many streams");
  std::optional<Outcome<StreamPlan>> plan;
  Caller caller;
  std::vector<AuditEntry> audit;
  Answer refused = RunRead(found->second.rights, peer, [&](calls::Call& call) {
    plan = found->second.open(call, bytes);
    caller = call.caller();
    audit = call.audit();
  });
  if (refused.code != Code::kOk) return refused;
  if (!plan) return ToAnswer(Malformed("", "these bytes are not the request message"));
  if (!plan->ok()) return ToAnswer(plan->refusal());
  refused = AuditStream(method_name, std::move(caller), std::move(audit));
  if (refused.code != Code::kOk) return refused;
  parts_.publisher.Start(subscription, std::move(plan->value()));
  return subscription;
}

// What a stream shows at its beginning was read without the writer; its audit rows are durable
// before the first message.
Answer Dispatcher::AuditStream(const std::string& method_name, Caller caller,
                               std::vector<AuditEntry> audit) {
  if (audit.empty()) return {};
  auto ended = std::make_shared<std::promise<std::exception_ptr>>();
  const bool queued = parts_.writer.Submit(
      [&](store::Db& db) {
        calls::Call call(std::move(caller), db, parts_.clock.now(), parts_.vault, parts_.random);
        for (AuditEntry& entry : audit) call.Audit(std::move(entry));
        KeepingAudit([&] { WriteAudit(call, ActionOf(method_name), "ok"); });
      },
      [this, ended](std::exception_ptr error) {
        if (error) audit_.Forget();
        ended->set_value(error);
      });
  if (!queued) return Busy("too many writes are waiting");
  const std::exception_ptr error = ended->get_future().get();
  if (!error) return {};
  try {
    std::rethrow_exception(error);
  } catch (const std::exception& cause) {
    return Broken(method_name, cause);
  }
}

void Dispatcher::RunAsOffice(std::string action, std::function<void(calls::Call&)> function) {
  auto events = std::make_shared<std::vector<Event>>();
  try {
    parts_.writer.RunAndWait([&, events](store::Db& db) {
      calls::Call call(Caller{}, db, parts_.clock.now(), parts_.vault, parts_.random);
      KeepingAudit([&] {
        function(call);
        WriteAudit(call, action, "ok");
      });
      *events = std::move(call.events());
    });
  } catch (...) {
    parts_.writer.RunAndWait([this](store::Db&) { audit_.Forget(); });
    throw;
  }
  parts_.publisher.Post(std::move(*events));
}

}  // namespace chunhui::calls
