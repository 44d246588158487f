// The one thread that calls the office: questions, repeats of unanswered writes, fetching what is
// known, signs of life. It owns the kiosk's database. Help jumps its queue; nothing else does.
#pragma once

#include <atomic>
#include <bitset>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>

#include "core/secrets/vault.h"
#include "core/time/clock.h"
#include "kiosk/office/journal.h"
#include "kiosk/office/line.h"
#include "kiosk/office/memory.h"
#include "kiosk/office/methods.h"
#include "kiosk/office/outcome.h"
#include "kiosk/office/pace.h"
#include "kiosk/office/renewal.h"

namespace chunhui::office {

using RawOutcome = Outcome<std::string>;

inline constexpr size_t kQuestionsMax = 64;
inline constexpr size_t kUpdatesMax = 4096;

struct Question {
  int64_t number = 0;  // to whom the answer goes
  const char* method = "";
  Sending sending = Sending::kLive;
  std::string request_id;  // empty for reads
  std::string bytes;
  std::string session_token;
  std::string visit_token;
};

// What the worker tells; called in its thread.
struct WorkerNews {
  std::function<void(int64_t number, RawOutcome outcome)> answered;
  std::function<void(Change change)> changed;
  std::function<void(bool away)> away;
  std::function<void(int unanswered)> unanswered;
};

class Worker {
 public:
  struct Parts {
    Line& line;
    store::Db db;  // migrated
    const secrets::Vault& vault;
    const time::Clock& clock;
    Pace pace;
    std::string version;
    std::string fault_code;
    std::optional<Renewal> renewal;  // nothing: this identity is looked after by others
  };

  // Does nothing before Start.
  Worker(Parts parts, WorkerNews news);
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Before Start: what the disk remembers.
  Known Remembered() { return memory_.Load(); }
  int64_t RememberedSequence() { return memory_.sequence(); }
  int RememberedUnanswered() { return journal_.count(); }

  void Start();
  // The line must have been stopped before.
  void Stop();

  // Any thread. False when too much is waiting already.
  [[nodiscard]] bool Ask(Question question);
  [[nodiscard]] bool Follow(v1::FollowResponse update);
  void Fetch(Part part);
  // The stream has ended: find out whether the office is still there.
  void Doubt();
  // Told with the next heartbeat, which comes at once; empty when the kiosk works.
  void SetFault(std::string code);
  bool busy() const;

 private:
  using SteadyTime = std::chrono::steady_clock::time_point;
  enum class Chore { kStop, kRepeat, kSignOfLife };
  using Work = std::variant<Chore, Question, v1::FollowResponse, Part>;

  void Loop();
  Work WaitForWork();
  std::optional<Work> TakeWaiting();
  std::optional<Chore> DueChore(SteadyTime now) const;
  SteadyTime NextChore() const;
  SteadyTime NextHeartbeat() const;

  void Do(Chore chore);
  void Do(const Question& question);
  void Do(const v1::FollowResponse& update);
  void Do(Part part);

  void AskLive(const Question& question);
  void AskKept(const Question& question);
  void RepeatFirst();
  void Finish(int64_t number, const std::string& request_id, const std::string& method,
              const Reply& reply);
  bool SayHeartbeat();
  Reply Call(const std::string& method, const Headers& headers, const std::string& bytes,
             std::chrono::milliseconds deadline);
  void Note(bool heard);
  void FetchAll();
  void Apply(const Change& change);
  void LearnFromAnswer(const std::string& method, const std::string& bytes);
  void TellUnanswered();

  // Constant after construction.
  Line& line_;
  const time::Clock& clock_;
  const Pace pace_;
  const std::string version_;
  const WorkerNews news_;

  // The worker's thread only.
  store::Db db_;
  Journal journal_;
  Memory memory_;
  std::optional<Renewal> renewal_;
  Known known_;
  bool away_ = false;
  int unanswered_ = 0;
  std::map<std::string, int64_t> waiting_;  // request_id → number, of unanswered writes
  std::chrono::milliseconds repeat_wait_;
  SteadyTime repeat_at_;
  SteadyTime heard_at_;
  SteadyTime heartbeat_at_;
  SteadyTime probe_at_;  // while away, in place of the heartbeat

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  // Under mutex_.
  std::string fault_code_;
  std::deque<Question> urgent_;
  std::deque<Question> questions_;
  std::deque<v1::FollowResponse> updates_;
  std::bitset<std::size(kParts)> wanted_;
  bool doubt_ = false;
  bool working_ = false;
  bool stopping_ = false;

  std::thread thread_;
};

}  // namespace chunhui::office
