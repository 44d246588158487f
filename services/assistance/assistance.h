// One queue of cases: opened at a kiosk, claimed by exactly one, closed with an outcome. A case
// never disappears, and holds no face, no full number and no diagnosis (RULES §3).
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "chunhui/v1/assistance.pb.h"
#include "core/store/db.h"
#include "core/store/migrate.h"
#include "services/calls/call.h"
#include "services/calls/method.h"
#include "services/calls/outcome.h"

namespace chunhui::assistance {

extern const store::Migration kAssistanceMigrations[1];

// A call that was journalled while the office was away is accepted this long.
inline constexpr std::chrono::hours kJournalAccepted{7 * 24};
// How far ahead a kiosk's clock may be.
inline constexpr std::chrono::minutes kClockMargin{2};
inline constexpr std::chrono::hours kNotesKept{30 * 24};
inline constexpr std::chrono::hours kPersonsKept{365 * 24};

// Who watches the queue: a station is on duty while a WatchCases stream of staff covering it is
// open. Made by the office, outlives the method table. Any thread.
class Duty {
 public:
  // On duty as long as somebody holds it; may outlive the Duty.
  using Watch = std::shared_ptr<const void>;
  [[nodiscard]] Watch Begin(std::set<std::string> stations);

  bool IsOn(const std::string& station_id) const;
  // Tells the kiosks of stations where somebody came or the last one went since the last call.
  // Called every second, by the writer thread alone.
  void AnnounceChanges(calls::Call& call);

 private:
  struct Watches {
    std::mutex mutex;
    std::map<std::string, int> count;  // per station, only those above 0; under mutex
  };

  class Holding;

  std::shared_ptr<Watches> watches_ = std::make_shared<Watches>();
  std::set<std::string> announced_;  // stations the kiosks believe to be on duty
};

calls::Outcome<v1::OpenCaseResponse> OpenCase(calls::Call& call, const v1::OpenCaseRequest& request,
                                              const Duty& duty);
calls::Outcome<v1::GetCaseResponse> GetCase(calls::Call& call, const v1::GetCaseRequest& request,
                                            const Duty& duty);
calls::Outcome<v1::ListCasesResponse> ListCases(calls::Call& call,
                                                const v1::ListCasesRequest& request);
calls::Outcome<v1::ClaimCaseResponse> ClaimCase(calls::Call& call,
                                                const v1::ClaimCaseRequest& request);
calls::Outcome<v1::CloseCaseResponse> CloseCase(calls::Call& call,
                                                const v1::CloseCaseRequest& request);
calls::Outcome<v1::WithdrawCaseResponse> WithdrawCase(calls::Call& call,
                                                      const v1::WithdrawCaseRequest& request);
calls::Outcome<calls::StreamPlan> WatchCases(calls::Call& call, const v1::WatchCasesRequest&,
                                             Duty& duty);

// Rings again for cases nobody has claimed after 60, 180 and 300 s. The office calls it every
// second; it writes only when something is due.
void EscalateCases(calls::Call& call);
// Deletes notes 30 days after closing, and who it was after a year; the cases stay. Once a day.
void ForgetOldDetails(calls::Call& call);

// `duty` outlives the table and every stream opened through it.
void AddAssistanceMethods(calls::MethodTable& table, Duty& duty);

}  // namespace chunhui::assistance
