// Shutdown order: the line is stopped, then the follower, then the worker; what they still posted
// is dropped with the mailbox.
#include "kiosk/office/client.h"

#include <array>
#include <map>

#include "core/secrets/keys.h"
#include "core/secrets/vault.h"
#include "core/secrets/wipe.h"
#include "core/store/migrate.h"
#include "kiosk/office/follower.h"
#include "kiosk/office/mailbox.h"
#include "kiosk/office/worker.h"

namespace chunhui::office {
namespace {

secrets::Keys OwnKeys(const std::filesystem::path& folder, secrets::Random& random) {
  if (folder.empty()) return secrets::MakeKeys(random);
  const auto file = folder / "kiosk.keys";
  if (!std::filesystem::exists(file)) secrets::SaveKeys(file, secrets::MakeKeys(random));
  return secrets::LoadKeys(file);
}

store::Db OpenBooks(const std::filesystem::path& folder) {
  store::Db db =
      folder.empty() ? store::Db::OpenMemory() : store::Db::OpenFile(folder / "kiosk.db");
  const std::array migrations{kJournalMigrations[0], kMemoryMigrations[0]};
  store::Migrate(db, migrations);
  return db;
}

std::optional<Renewal> RenewalOf(const Client::Parts& parts) {
  if (!parts.identity) return std::nullopt;
  return Renewal(*parts.identity, parts.random);
}

const std::filesystem::path& Made(const std::filesystem::path& folder) {
  if (!folder.empty() && !std::filesystem::exists(folder)) {
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
  }
  return folder;
}

}  // namespace

struct Client::Inside {
  struct Waiting {
    std::function<void(const RawOutcome&)> then;
    bool staff = false;
  };

  explicit Inside(Parts parts)
      : line(std::move(parts.line)),
        clock(parts.clock),
        random(parts.random),
        vault(OwnKeys(Made(parts.folder), parts.random), parts.random),
        mailbox(std::move(parts.wake)),
        worker({*line, OpenBooks(parts.folder), vault, parts.clock, parts.pace,
                std::move(parts.version), std::move(parts.fault_code), RenewalOf(parts)},
               News()),
        follower(*line, worker, parts.pace, worker.RememberedSequence()),
        known(worker.Remembered()),
        unanswered(worker.RememberedUnanswered()) {}

  ~Inside() {
    line->Stop();
    follower.Stop();
    worker.Stop();
  }

  // Everything the worker tells is done on the UI thread.
  WorkerNews News() {
    return {
        [this](int64_t number, RawOutcome outcome) {
          mailbox.Post([this, number, outcome = std::move(outcome)] { Answer(number, outcome); });
        },
        [this](Change change) {
          mailbox.Post([this, change = std::move(change)] { change(known); });
        },
        [this](bool is_away) { mailbox.Post([this, is_away] { away = is_away; }); },
        [this](int count) { mailbox.Post([this, count] { unanswered = count; }); },
    };
  }

  void Answer(int64_t number, const RawOutcome& outcome) {
    const auto found = waiting.find(number);
    if (found == waiting.end()) return;
    const auto then = found->second.then;
    if (!outcome.checking()) waiting.erase(found);
    then(outcome);
  }

  const std::unique_ptr<Line> line;
  const time::Clock& clock;
  secrets::Random& random;
  const secrets::Vault vault;
  Mailbox mailbox;
  Worker worker;
  Follower follower;

  // The UI thread only.
  Known known;
  bool away = false;
  int unanswered = 0;
  int64_t last_number = 0;
  std::map<int64_t, Waiting> waiting;
  std::string visit_token;
};

Client::Client(Parts parts) : inside_(std::make_unique<Inside>(std::move(parts))) {}
Client::~Client() = default;

void Client::Start() {
  inside_->worker.Start();
  inside_->follower.Start();
}

const Known& Client::known() const { return inside_->known; }
bool Client::away() const { return inside_->away; }
int Client::unanswered() const { return inside_->unanswered; }
void Client::SetFault(std::string code) { inside_->worker.SetFault(std::move(code)); }
void Client::RefreshMenu() { inside_->worker.Fetch(Part::kMenu); }
void Client::RefreshEvents() { inside_->worker.Fetch(Part::kEvents); }
void Client::SetVisit(std::string visit_token) { inside_->visit_token = std::move(visit_token); }
void Client::Forget() {
  secrets::Wipe(inside_->visit_token);
  std::erase_if(inside_->waiting, [](const auto& waiting) { return !waiting.second.staff; });
  inside_->known.cases.clear();
}
bool Client::Deliver() { return inside_->mailbox.Deliver(); }
bool Client::idle() const { return !inside_->worker.busy() && inside_->mailbox.empty(); }

std::string Client::NewRequestId() {
  return secrets::NewOrderedUuid(inside_->random, inside_->clock.now());
}

Client::Identity Client::Visitor() const { return {inside_->visit_token, {}, false}; }

void Client::Send(Identity identity, const char* method, Sending sending, std::string request_id,
                  std::string bytes, std::function<void(const Raw&)> then) {
  const int64_t number = ++inside_->last_number;
  inside_->waiting[number] = {std::move(then), identity.staff};
  const bool taken =
      inside_->worker.Ask({number, method, sending, std::move(request_id), std::move(bytes),
                           std::move(identity.session_token), std::move(identity.visit_token)});
  if (taken) return;
  inside_->mailbox.Post([inside = inside_.get(), number] { inside->Answer(number, Raw::Away()); });
}

}  // namespace chunhui::office
