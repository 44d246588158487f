// The kiosk as one object: which screen now, the idle clock, cards, the fixed bar, what lies over a
// screen, and the one place where a visitor is forgotten. Needs no window. UI thread only.
//
//   app.HandleTouch(event); app.HandleKey('7', now_ms);
//   while (app.Frame(now_ms)) {}
//   stage.Paint(...), then sleep until app.wake_at_ms() or an event
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/time/clock.h"
#include "kiosk/app/idle_clock.h"
#include "kiosk/app/own_parts.h"
#include "kiosk/devices/bell.h"
#include "kiosk/devices/card_reader.h"
#include "kiosk/kit/speech/voice.h"
#include "kiosk/kit/speech/walked.h"
#include "kiosk/kit/stage.h"
#include "kiosk/kit/words.h"
#include "kiosk/office/client.h"
#include "kiosk/practice/practice.h"
#include "kiosk/screens/screen.h"
#include "kiosk/staff_panel/panel.h"
#include "kiosk/visit/visit.h"
#include "kiosk/visit/wishes.h"

namespace chunhui::app {

class App {
 public:
  struct Parts {
    kit::Panel panel;
    office::Client& office;
    const time::Clock& clock;
    devices::Bell& bell;
    devices::CardReader& cards;
    kit::Engine& speech;
    std::filesystem::path words_folder;
    std::string language = "zh-CN";
    kit::ThemeName theme = kit::ThemeName::kWarm;
    std::string fault_code = {};                  // "K-03": out of order, says so and nothing else
    devices::Handwriting* handwriting = nullptr;  // reads what fingers write
    devices::CardCamera* camera = nullptr;        // reads ID cards
    // What readers have read since the last call, as kiosk/visit/evidence.h has it; may be empty.
    std::function<std::string()> take_shown = {};
    // Pages change at once and nothing moves: for those who asked for it, and for tests.
    bool still = true;
    // How much later somebody is asked "are you still there?" when nobody queued before.
    int64_t ask_later_ms = 0;
    std::vector<kit::Dialect> dialects = {};  // recorded at this kiosk
    // False: nobody has laid a bank card on this panel yet; asked before anything else.
    bool measured = true;
    std::function<void(float px_per_mm)> keep_measure = {};
    // By staff, before this start.
    bool taken_out = false;
    std::function<void(bool taken_out)> keep_taken_out = {};
  };

  // The references outlive the app. Throws WordsError.
  explicit App(Parts parts);
  App(const App&) = delete;
  App& operator=(const App&) = delete;
  ~App();

  void HandleTouch(const kit::TouchEvent& event);
  // ASCII letters and digits, devices::kEnter, '\b'.
  void HandleKey(char key, int64_t now_ms);
  void HandleCard(const std::string& uid, int64_t now_ms);
  // The four tactile keys. The first stroke begins at the title of the page.
  void HandlePad(kit::PadKey key, int64_t now_ms);

  // Takes in what has come and shows the screen of this moment; `now_ms` is the clock of the touch
  // events. True: call again at once.
  bool Frame(int64_t now_ms);
  // When Frame should be called again though nothing happens.
  int64_t wake_at_ms() const { return wake_at_ms_; }

  // All of this moment, on any stage: what Frame shows on its own, and what checks look at in other
  // looks. Nothing that is decided here goes on before the next Frame.
  void Draw(kit::Ui& ui);
  // Which of OwnParts Draw draws now.
  std::vector<std::string> own_parts() const;

  kit::Stage& stage() { return stage_; }
  kit::Voice& voice() { return voice_; }
  const visit::Visit& visit() const { return visit_; }

 private:
  using Place = visit::Place;
  using ScreenName = visit::ScreenName;

  // What a visitor who walks with the keys has heard.
  struct Heard {
    std::string page;  // empty: nothing yet
    std::string at;
    kit::Speech told;
    bool chose = false;  // and waits for what comes of it
  };

  // A screen and the place it was made for.
  struct Standing {
    Place place;
    std::unique_ptr<screens::Screen> screen;
  };

  // --- drawing (app_draw.cpp)
  void DrawBanner(kit::Ui& ui, const kit::Box& strip, Banner banner);
  void DrawPage(kit::Ui& ui);
  void DrawAskSheet(kit::Ui& ui);
  void DrawSheet(kit::Ui& ui);
  void DrawStaff(kit::Ui& ui);
  void DrawStaffStrip(kit::Ui& ui, const kit::Box& strip);
  kit::Box StaffArea(const kit::Panel& panel) const;
  Banner BannerShown() const;
  Sheet SheetShown() const;
  std::string_view State() const;

  // --- a finger that asks what is where (app_point.cpp)
  bool TakePointing(const kit::TouchEvent& event);
  void SayUnder(const kit::TouchEvent& event);
  void SetPointing(bool pointing);

  // --- where to go (app_going.cpp)
  void Go(Place place);
  void Enter(Place place);
  void LeaveStanding(ScreenName detour);
  void Return();
  void EndVisit();
  void SayGoodbye();
  void PressBar(kit::BarKey key);
  void CallHelp();
  void Listen();
  Place Allowed(Place place) const;
  Place Start() const;

  // --- the kiosk itself (app_device.cpp)
  std::string Fault() const;  // code; empty when it is open to the public
  void FollowFault();
  void TakeMeasure(float px_per_mm);
  kit::Panel Glass() const;  // as it was measured
  void FollowGlass();
  void Grant(staff_panel::Wish wish);
  void TakeOut(bool taken_out);
  staff_panel::DeviceState Device() const;

  // --- cards and staff (app_cards.cpp)
  void TakeKeys(const devices::KeysMeant& meant, int64_t now_ms);
  void HandleOtherCard(const std::string& uid);
  void TakeRecognised(const office::Outcome<v1::RecogniseResponse>& outcome,
                      const std::string& uid);
  // Whose card it is, is still being found out, and has been for a moment.
  bool reading_card() const;
  void OpenStaff(std::string badge);
  void TakeNamed();

  // --- tactile keys (app_pad.cpp)
  void Choose(int64_t now_ms);
  void SetDark(bool dark);
  void FollowWalk(int64_t now_ms);
  // --- practice (app_practice.cpp)
  void StartPractice();
  // Forgets it all; never inside Deliver, which would go on in what is gone.
  void EndPractice();
  // Those of the play while it lasts.
  office::Client& office() { return practice_ ? practice_->office() : parts_.office; }
  screens::ScreenParts PartsOfScreens();

  // --- time and the visitor
  void FollowTime(int64_t now_ms);
  void FollowVisit();
  void FollowVoice(int64_t now_ms);
  void SayCountdown(int64_t now_ms);
  void Touched(int64_t now_ms);
  void Here(int64_t now_ms);
  // Everything about the visitor, from screen and memory.
  void Forget();
  bool WorthAsking() const;
  kit::Look LookNow() const;  // but for the veil
  bool at_rest() const;
  bool personal() const;  // this screen may show something of the visitor's
  const kit::Words& words();
  int64_t NextWakeMs(int64_t now_ms) const;

  const Parts parts_;
  visit::Visit visit_;
  kit::Voice voice_;
  std::unique_ptr<practice::Practice> practice_;  // outlives what stands on it, see EndPractice
  kit::Stage stage_;
  std::map<std::string, kit::Words> words_;  // loaded when first needed
  visit::Wishes wishes_;

  Heard heard_;
  IdleClock idle_;
  Presence presence_ = Presence::kThere;
  int seconds_said_ = 0;  // of the countdown
  int64_t now_ms_ = 0;
  int64_t wake_at_ms_ = 0;

  Standing current_;
  std::vector<Standing> under_;  // where Return leads: left half done for help or who-is-it
  std::optional<Place> next_;    // decided while drawing
  kit::BarKey pressed_ = kit::BarKey::kNone;
  Sheet sheet_ = Sheet::kNone;  // that waits for a tap
  bool was_open_ = false;
  bool pointing_ = false;    // what a finger touches is read; touched again, it is chosen
  bool points_now_ = false;  // this contact asks
  std::string pointed_;      // what was read last
  std::optional<int64_t> card_asked_ms_;  // another card during a visit

  std::unique_ptr<staff_panel::Panel> staff_;
  staff_panel::Wish staff_wish_ = staff_panel::Wish::kNone;
  bool staff_aside_ = false;  // a strip is left of the panel
  bool taken_out_ = false;    // by staff
  bool measured_ = true;
  float px_per_mm_;         // of the glass, whatever the stage has now
  std::string told_fault_;  // to the office
  int64_t staff_touched_ms_ = 0;
  office::Guard guard_;
};

}  // namespace chunhui::app
