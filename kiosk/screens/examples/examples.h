// Every state of every screen, reached by taps on invented data without a network: what the
// gallery paints and the rule tests check.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/secrets/random.h"
#include "core/time/clock.h"
#include "kiosk/kit/stage.h"
#include "kiosk/kit/words.h"
#include "kiosk/screens/examples/example_line.h"
#include "kiosk/screens/screen.h"

namespace chunhui::screens {

enum class ExampleVisitor { kNobody, kAsked, kNumber, kCard };  // kAsked: "are you ...?"

enum class ExampleLineState {
  kOpen,
  kSlow,  // the answer to the last tap has not come yet
  kGone,  // the office went away after the kiosk had learnt all that is public
};

struct Example {
  std::string name;  // "meals.confirm": the screen and what it shows
  Place place;
  ExampleVisitor visitor = ExampleVisitor::kNobody;
  // Ids of buttons or of a sheet to write on, or "card" for a card that is shown, or "key " and the
  // id of a button that is chosen with the tactile keys.
  std::vector<std::string> taps = {};
  std::function<void(ExampleAnswers&, v1::StartVisitResponse&)> change = {};
  ExampleLineState line = ExampleLineState::kOpen;
  devices::CardSeen seen = {};  // what the camera sees
  // What the visitor has changed about the look.
  std::function<void(visit::Wishes&)> wish = {};
};

std::vector<Example> Examples();

// One example, brought to its state. Draws it as often as wanted, in any look and language.
class ExampleRoom {
 public:
  // `folder` is the kiosk's own and is made. Throws std::logic_error when a tap finds no button.
  ExampleRoom(const Example& example, const kit::Words& words, const std::filesystem::path& folder);
  ~ExampleRoom();

  // A whole frame, fixed bar included.
  void Draw(kit::Ui& ui);
  std::string_view State() const { return screen_->State(); }
  // Where the last frame that led anywhere led to.
  const Place& led_to() const { return led_to_; }
  bool rang() const { return bell_.count() > 0; }

 private:
  void Settle();
  void Tap(kit::Stage& stage, const kit::Words& words, const std::string& id);
  // A cross on a sheet to write on.
  void Write(kit::Stage& stage, const kit::Words& words, kit::Box sheet);
  void Drag(kit::Stage& stage, const kit::Words& words, const kit::Box& line);
  void Choose(kit::Stage& stage, const kit::Words& words, const std::string& id);
  void Frame(kit::Stage& stage, const kit::Words& words);

  time::FakeClock clock_;
  secrets::FakeRandom random_;
  visit::Visit visit_;
  visit::Wishes wishes_;
  devices::SilentBell bell_;
  devices::FixedCardCamera camera_;
  devices::FixedHandwriting handwriting_{
      {"十", "王", "兰", "土", "千", "干", "士", "于", "木", "才"}};
  kit::SilentEngine engine_;
  // As many dialects as there may be: the fullest page.
  kit::Voice voice_{engine_, {{"wuu", "上海话"}, {"yue", "广东话"}, {"zh-sichuan", "四川话"}}};
  ScreenName name_;
  std::unique_ptr<office::Client> office_;
  std::unique_ptr<Screen> screen_;
  Place led_to_;
  int64_t now_ms_ = 1000;
};

}  // namespace chunhui::screens
