#include "services/office.h"

#include <atomic>
#include <optional>
#include <vector>

#include "core/secrets/vault.h"
#include "core/store/read_pool.h"
#include "core/store/writer.h"
#include "services/assistance/assistance.h"
#include "services/audit/audit.h"
#include "services/calls/request_memory.h"
#include "services/calls/stations.h"
#include "services/calls/wire.h"
#include "services/content/content.h"
#include "services/events/events.h"
#include "services/fleet/fleet.h"
#include "services/meals/meals.h"
#include "services/pension/pension.h"
#include "services/residents/residents.h"
#include "services/staff/staff.h"
#include "services/visits/visits.h"

namespace chunhui::office {
namespace {

// Sign-ins that may wait for their PIN to be hashed.
constexpr size_t kSlowJobsMax = 64;

// Every area's tables; areas that others point to come first.
std::vector<store::Migration> AllMigrations() {
  std::vector<store::Migration> all;
  const auto add = [&](std::span<const store::Migration> area) {
    for (const store::Migration& migration : area) all.push_back(migration);
  };
  add(calls::kStationMigrations);
  add(calls::kAuditMigrations);
  add(calls::kRequestMigrations);
  add(residents::kResidentsMigrations);
  add(staff::kStaffMigrations);
  add(visits::kVisitsMigrations);
  add(fleet::kFleetMigrations);
  add(meals::kMealsMigrations);
  add(events::kEventsMigrations);
  add(pension::kPensionMigrations);
  add(assistance::kAssistanceMigrations);
  add(content::kContentMigrations);
  return all;
}

store::Db OpenMigrated(const std::filesystem::path& file) {
  store::Db db = store::Db::OpenFile(file);
  store::Migrate(db, AllMigrations());
  return db;
}

// The register knows of a pension; its due date is the business of another area.
void TakePension(calls::Call& call, const std::string& resident_id, const v1::ResidentInput& row) {
  if (!row.has_pension()) return;
  pension::BenefitInput benefit;
  benefit.resident_id = resident_id;
  benefit.station_id = row.station_id();
  if (row.has_pension_certified_on()) {
    benefit.certified_on = calls::FromWire(row.pension_certified_on());
  }
  pension::PutBenefit(call, benefit);
}

calls::MethodTable AllMethods(std::shared_ptr<const fleet::CertificateIssuer> issuer,
                              assistance::Duty& duty) {
  calls::MethodTable table;
  residents::AddResidentsMethods(table, TakePension);
  visits::AddVisitsMethods(table);
  staff::AddStaffMethods(table);
  audit::AddAuditMethods(table);
  meals::AddMealsMethods(table);
  events::AddEventsMethods(table);
  pension::AddPensionMethods(table);
  assistance::AddAssistanceMethods(table, duty);
  content::AddContentMethods(table);
  fleet::AddFleetMethods(table, std::move(issuer),
                         [&duty](const std::string& station_id) { return duty.IsOn(station_id); });
  return table;
}

// A job of its own for every round, so that nobody waits long behind it.
void EveryRound(calls::Dispatcher& dispatcher,
                std::string (*round)(calls::Call&, const std::string& after)) {
  std::string after;
  do {
    dispatcher.RunAsOffice("office/closed", [&](calls::Call& call) { after = round(call, after); });
  } while (!after.empty());
}

calls::Identities AllIdentities() {
  return {fleet::IsRevoked, staff::StaffOfSession, visits::VisitOfToken};
}

}  // namespace

// Everything in the order in which it is built. It goes in the reverse order, after Stop.
struct Office::Rooms {
  explicit Rooms(Parts given);

  Parts parts;
  secrets::Vault vault;
  assistance::Duty duty;
  store::Writer writer;
  store::ReadPool readers;
  calls::Publisher publisher;
  std::optional<calls::WorkerPool> slow_pool;
  calls::Dispatcher dispatcher;

  // Of Tick alone.
  time::Instant next_offer_expiry;
  time::Instant next_closed_records;
  time::Instant next_prune;

  std::atomic<bool> stopped = false;
};

Office::Rooms::Rooms(Parts given)
    : parts(std::move(given)),
      vault(parts.keys, parts.random),
      writer(OpenMigrated(parts.database)),
      readers(parts.database, parts.read_connections),
      slow_pool(std::in_place, parts.slow_threads, kSlowJobsMax),
      dispatcher(
          {writer, readers, publisher, *slow_pool, parts.clock, vault, parts.random,
           AllIdentities(), parts.log ? parts.log : [](std::string_view) {}},
          AllMethods(std::make_shared<fleet::CertificateIssuer>(parts.authority, parts.random),
                     duty)) {}

Office::Office(Parts parts) : rooms_(std::make_unique<Rooms>(std::move(parts))) {}

Office::~Office() { Stop(); }

calls::Dispatcher& Office::dispatcher() { return rooms_->dispatcher; }
calls::Publisher& Office::publisher() { return rooms_->publisher; }

void Office::Tick() {
  Rooms& rooms = *rooms_;
  const time::Instant now = rooms.parts.clock.now();
  calls::Dispatcher& dispatcher = rooms.dispatcher;
  dispatcher.RunAsOffice("office/tick", [&](calls::Call& call) {
    assistance::EscalateCases(call);
    rooms.duty.AnnounceChanges(call);
    content::StartNotices(call);
  });
  if (now >= rooms.next_offer_expiry) {
    dispatcher.RunAsOffice("office/offers", events::ExpireOffers);
    rooms.next_offer_expiry = now + kOfferExpiryEvery;
  }
  if (now >= rooms.next_closed_records) {
    EveryRound(dispatcher, meals::CancelOfClosed);
    rooms.next_closed_records = now + kClosedRecordsEvery;
  }
  if (now >= rooms.next_prune) {
    dispatcher.RunAsOffice("office/forget", assistance::ForgetOldDetails);
    dispatcher.RunAsOffice("office/forget",
                           [now](calls::Call& call) { visits::Prune(call.db(), now); });
    // A job of its own for every thousand, so that nobody waits long behind it.
    for (bool more = true; more;) {
      dispatcher.RunAsOffice(
          "office/index", [&](calls::Call& call) { more = residents::IndexOldNames(call.db()); });
    }
    for (bool more = true; more;) {
      dispatcher.RunAsOffice("office/forget", [&](calls::Call& call) {
        more = calls::ForgetOldRequests(call.db(), now - calls::kRequestMemory);
      });
    }
    rooms.next_prune = now + kPruneEvery;
  }
}

bool Office::Stop() {
  Rooms& rooms = *rooms_;
  if (rooms.stopped.exchange(true)) return true;
  rooms.publisher.Stop();
  rooms.slow_pool.reset();  // its last jobs still go to the writer
  return rooms.writer.Stop(kWriterDrain);
}

}  // namespace chunhui::office
