// Acts as a person at a kiosk: shows a card, taps by id through the touch layer, reads the screen.
// The whole kiosk without a window, on an office in the same process; time passes only when told.
//
//   Pilot visitor(town);
//   visitor.Shows(kWangCard);
//   visitor.Taps("you.yes");
//   EXPECT_TRUE(visitor.Sees("订饭")) << visitor.Screen();
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "kiosk/app/app.h"
#include "kiosk/devices/bell.h"
#include "kiosk/devices/card_reader.h"
#include "kiosk/kit/touch_trace.h"
#include "kiosk/office/client.h"
#include "tests/support/in_process_line.h"
#include "tests/support/small_town.h"

namespace chunhui::tests {

struct PilotParts {
  std::string device_uri = kHallKiosk;
  std::filesystem::path folder = {};  // of the kiosk; empty: one inside the town's
  kit::Panel panel = kit::kPortraitPanel;
  std::string fault_code = {};
  devices::Handwriting* handwriting = nullptr;
  std::vector<kit::Dialect> dialects = {};
  int64_t ask_later_ms = 0;
  bool office_is_there = true;
  bool measured = true;  // false: nobody has laid a bank card on the panel
  std::function<void(float)> keep_measure = {};
  bool taken_out = false;  // by staff, before this start
  std::function<void(bool)> keep_taken_out = {};
};

class Pilot {
 public:
  explicit Pilot(SmallTown& town, PilotParts parts = {});
  ~Pilot();
  Pilot(const Pilot&) = delete;
  Pilot& operator=(const Pilot&) = delete;

  // --- what a person does; each waits until the kiosk has answered
  void Shows(const std::string& card);
  // Fails the test when there is no such thing that can be tapped.
  void Taps(std::string_view id);
  void TapsText(std::string_view words);
  // One of the four tactile keys.
  void Presses(kit::PadKey key);
  // With tactile keys alone: walks on until it stands there, then chooses.
  void ChoosesByKeys(std::string_view id);
  void WalksTo(std::string_view id);
  // On the keypad `id`, or on a real keyboard.
  void Keys(std::string_view id, std::string_view digits);
  void Types(std::string_view keys);
  // A finger at the middle of this thing, whether it can be tapped or not.
  void TouchesAt(std::string_view id);
  // One event of a panel, now: a test's own hand decides when it lifts.
  void Touches(int64_t finger, kit::TouchKind kind, float x_px, float y_px);
  // A recorded hand, at its own pace.
  void Replays(const kit::TouchTrace& trace);
  void TouchesPoint(float x_mm, float y_mm);
  // A card at a reader that types.
  void ReadsCard(std::string_view uid);
  // Nobody does anything for so long; the office's clock goes on with the kiosk's.
  void Passes(std::chrono::milliseconds time);

  // --- what a person sees
  // "meals.confirm": screen and state.
  std::string Where() const;
  bool Sees(std::string_view words) const;
  bool CanTap(std::string_view id) const;
  // This thing is there and says so.
  bool Shown(std::string_view id, std::string_view words) const;
  // All of it as text, for failure messages too.
  std::string Screen() const;
  // Waits for something that comes by itself; false after five seconds.
  bool Soon(const std::function<bool()>& condition);
  bool SeesSoon(std::string_view words);
  bool IsSoonAt(std::string_view where);
  const kit::Record& record() { return app_->stage().record(); }

  // Until the kiosk asks nothing any more and shows what came.
  void Waits();
  int64_t now_ms() const { return now_ms_; }

  Wire& wire() { return *wire_; }
  office::Client& office() { return *office_; }
  app::App& app() { return *app_; }
  devices::SilentBell& bell() { return bell_; }
  kit::SilentEngine& speech() { return speech_; }
  const std::filesystem::path& folder() const { return folder_; }

 private:
  void TapsAt(float x_px, float y_px);
  void Frames();
  // Draws frames until `true`, or for `wait`.
  template <typename Condition>
  bool Until(Condition condition, std::chrono::milliseconds wait);

  SmallTown& town_;
  std::filesystem::path folder_;
  std::shared_ptr<Wire> wire_ = std::make_shared<Wire>();
  devices::SilentBell bell_;
  devices::KeyboardWedge cards_;
  kit::SilentEngine speech_;
  int64_t now_ms_ = 1000;

  std::mutex mutex_;
  std::condition_variable wake_;
  bool woken_ = false;  // under mutex_

  std::unique_ptr<office::Client> office_;
  std::unique_ptr<app::App> app_;
};

}  // namespace chunhui::tests
