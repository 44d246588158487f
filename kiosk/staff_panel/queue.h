// Who is waiting for help, in the staff's panel: the cases, claiming and closing one, and the keys
// to everything else. A new case rings.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chunhui/v1/assistance.pb.h"
#include "kiosk/devices/bell.h"
#include "kiosk/kit/ui.h"
#include "kiosk/office/client.h"

namespace chunhui::staff_panel {

inline constexpr int64_t kQueueEveryMs = 3000;

// What else staff want to do.
enum class Job { kNone, kFind, kCards, kAside, kDevice, kSignOut };

class Queue {
 public:
  // `called`: who has signed in, as cases name them.
  Queue(office::Client& office, devices::Bell& bell, std::string session_token, std::string called);

  // Asks for the cases when it is time to.
  void Keep(kit::Ui& ui);
  // The cases, or the one that was chosen, into the area that was begun.
  Job Draw(kit::Ui& ui);
  // "queue" or "case".
  std::string_view State() const { return chosen_id_.empty() ? "queue" : "case"; }
  bool session_ended() const { return session_ended_; }

 private:
  Job DrawQueue(kit::Ui& ui);
  Job DrawJobs(kit::Ui& ui, kit::Box& page);
  void DrawCases(kit::Ui& ui, kit::Box page);
  void DrawCase(kit::Ui& ui, const v1::Case& chosen);
  void DrawOutcomes(kit::Ui& ui, kit::Box page, const v1::Case& chosen);

  void Ask(int64_t now_ms);
  void Take(const v1::ListCasesResponse& queue);
  void Claim(const v1::Case& chosen);
  void Close(const v1::Case& chosen, v1::CaseOutcome outcome);
  template <typename Response>
  bool Settle(const office::Outcome<Response>& outcome);
  const v1::Case* Chosen() const;

  office::Client& office_;
  devices::Bell& bell_;
  office::Guard guard_;
  const std::string session_token_;
  const std::string called_;
  bool session_ended_ = false;
  std::string hint_;                            // key of a word
  std::optional<std::vector<v1::Case>> cases_;  // nothing before the first answer
  int64_t due_ms_ = 0;
  int page_ = 0;
  int outcomes_page_ = 0;
  std::string chosen_id_;
};

}  // namespace chunhui::staff_panel
