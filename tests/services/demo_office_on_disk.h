// The demo town in an office in this process, with its files in a folder as chunhui-office makes
// them.
#pragma once

#include <memory>

#include "core/secrets/keys.h"
#include "core/time/clock.h"
#include "core/time/local_time.h"
#include "services/demo/demo_office.h"
#include "services/demo/load.h"
#include "services/demo/town_caller.h"
#include "services/papers.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::tests {

class DemoOfficeOnDisk {
 public:
  // The clock stands at Sunday 2026-11-22, 10:00 unless told otherwise.
  explicit DemoOfficeOnDisk(time::Date today = {2026, 11, 22}, uint64_t seed = demo::kDefaultSeed)
      : clock(time::InstantAt(today, time::TimeOfDay::At(10, 0))),
        town(demo::ReadTown(CHUNHUI_SOURCE_DIR "/assets/demo", today)) {
    config.data_dir = folder.path() / "office";
    demo::PrepareFiles(config, town, clock.now(), random);
    Open();
    demo::LoadIntoNewOffice(*office, config, town, clock.now(), seed, random);
  }

  void Open() {
    office.reset();
    office = std::make_unique<office::Office>(
        office::Office::Parts{config.database_file(), secrets::LoadKeys(config.keys()),
                              office::LoadPapers(config.tls()).authority, clock, random});
  }

  demo::TownCaller Kiosk() {
    return {office->dispatcher(), random, {calls::DeviceKind::kKiosk, "hongfeng", "hall-1"}};
  }
  // Signed in.
  demo::TownCaller Desk(const std::string& account = "admin", const std::string& pin = "135790") {
    demo::TownCaller desk(office->dispatcher(), random,
                          {calls::DeviceKind::kDesk, "hongfeng", "front"});
    v1::SignInRequest request;
    request.set_account(account);
    request.set_pin(pin);
    desk.set_session(desk.Call<v1::SignInResponse>("StaffService/SignIn", request).session_token());
    return desk;
  }
  // "is this you?" and yes. False when the office does not let this card in.
  static bool BeginVisit(demo::TownCaller& kiosk, const std::string& card) {
    v1::RecogniseRequest who;
    who.set_card(card);
    const auto found = kiosk.Try<v1::RecogniseResponse>("VisitService/Recognise", who);
    if (!found) return false;
    v1::StartVisitRequest start;
    start.set_candidate_token(found->candidates(0).token());
    const auto visit = kiosk.Try<v1::StartVisitResponse>("VisitService/StartVisit", start);
    if (visit) kiosk.set_visit(visit->visit_token());
    return visit.has_value();
  }

  TemporaryFolder folder;
  time::FakeClock clock;
  secrets::FakeRandom random{7};
  demo::Town town;
  office::Config config;
  std::unique_ptr<office::Office> office;
};

}  // namespace chunhui::tests
