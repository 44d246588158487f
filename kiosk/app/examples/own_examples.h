// States of what the app lays over, beside and above the screens (kiosk/app/own_parts.h), each
// reached through the whole kiosk on invented data.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/secrets/random.h"
#include "core/time/clock.h"
#include "kiosk/app/app.h"
#include "kiosk/screens/examples/examples.h"

namespace chunhui::app {

struct OwnExample {
  std::string part;  // of OwnParts(): what must be drawn in the end
  std::string what;  // tells states of one part apart; may be empty
  // Ids of buttons; "card", "other card" and "document" (an ID card) for what is laid on a reader;
  // "wait SECONDS"; "type ID DIGITS" on a keypad; "office slow", "office gone", "office changes":
  // from now on it does not answer, is not there, says what `later` makes of it.
  std::vector<std::string> steps = {};
  std::function<void(screens::ExampleAnswers&)> change = {};
  std::function<void(screens::ExampleAnswers&)> later = {};

  std::string name() const { return what.empty() ? part : part + "." + what; }
};

std::vector<OwnExample> OwnExamples();

// What the office says to staff, and about a card.
void AnswerStaff(screens::ExampleAnswers& answers);

// One example, brought to its state. Draws it as often as wanted, in any look and language.
class OwnRoom {
 public:
  // `folder` is the kiosk's own and is made. Throws std::logic_error when a step finds nothing, or
  // the part is not there in the end.
  // The example outlives it.
  OwnRoom(const OwnExample& example, const std::filesystem::path& words_folder,
          const std::filesystem::path& folder);
  ~OwnRoom();
  OwnRoom(const OwnRoom&) = delete;
  OwnRoom& operator=(const OwnRoom&) = delete;

  // A whole frame of the kiosk.
  void Draw(kit::Ui& ui) { app_->Draw(ui); }

 private:
  void Frames();
  bool TakeOffice(const std::string& step);
  void Settle();
  void Pass(int64_t ms);
  void Step(const std::string& step);
  void Tap(const std::string& id);

  const OwnExample& example_;
  screens::ExampleAnswers answers_;
  bool slow_ = false;
  time::FakeClock clock_;
  secrets::FakeRandom random_;
  devices::SilentBell bell_;
  devices::TypedCards cards_;
  kit::SilentEngine engine_;
  screens::ExampleLine* wire_;  // of the office
  std::unique_ptr<office::Client> office_;
  std::unique_ptr<App> app_;
  int64_t now_ms_ = 1000;
};

}  // namespace chunhui::app
