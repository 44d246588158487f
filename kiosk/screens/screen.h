// What every screen is: a small class made on entry and dropped on leaving. The app begins the
// frame, draws the fixed bar, the banner and the sheets; a screen draws its own page and answers
// where to be next. Screens never include each other.
//
//   Place MealsScreen::Draw(Ui& ui) {
//     if (booking_) return DrawBooking(ui);
//     if (chosen_) return DrawConfirm(ui);
//     return DrawMenu(ui);
//   }
#pragma once

#include <memory>
#include <string_view>

#include "core/time/clock.h"
#include "kiosk/devices/bell.h"
#include "kiosk/devices/card_camera.h"
#include "kiosk/devices/handwriting.h"
#include "kiosk/kit/speech/voice.h"
#include "kiosk/kit/ui.h"
#include "kiosk/office/client.h"
#include "kiosk/visit/place.h"
#include "kiosk/visit/visit.h"
#include "kiosk/visit/wishes.h"

namespace chunhui::screens {

using visit::Place;
using visit::ScreenName;

// What the app hands to the screens; each constructor takes only what it needs. All outlive every
// screen.
struct ScreenParts {
  office::Client& office;
  visit::Visit& visit;  // kWho, kIsThisYou and kArrival change it; the others read it
  visit::Wishes& wishes;
  const time::Clock& clock;
  devices::Bell& bell;
  kit::Voice& voice;
  devices::Handwriting* handwriting = nullptr;  // without one nobody is asked to write
  devices::CardCamera* camera = nullptr;        // without one nobody is asked for a photo
};

class Screen {
 public:
  Screen() = default;
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;
  virtual ~Screen() = default;

  // Draws into ui.page() (the app has called ui.Begin with NameOf(screen) and State(), and calls
  // ui.Bar with Keys() afterwards) and answers where to be next: Place::Here() to stay. A state
  // that changes while drawing shows from the next frame on.
  virtual Place Draw(kit::Ui& ui) = 0;

  // "" or what is asked now: "confirm". A new state is a new page for the touch layer.
  virtual std::string_view State() const { return {}; }
  // The fixed keys beside help. 办完了 (home) is handled by the app.
  virtual kit::BarKeys Keys() const { return {.back = true, .home = true}; }
  // 上一步 was pressed: step back inside the screen and stay, or say where to.
  virtual Place Back() { return Place::Return(); }

  // True while a card is asked for: then the app hands cards here instead of ending the visit.
  virtual bool WantsCard() const { return false; }
  virtual Place HandleCard(std::string_view /*uid*/) { return Place::Here(); }
  // Digits, X and "\b" from a real keyboard.
  virtual void HandleDigit(char /*digit*/) {}

  // Long texts: asked "are you still there?" after 180 s instead of 120 s.
  virtual bool long_page() const { return false; }
};

// Makes the screen of a place with way kTo. Lives in make_screen.cpp.
std::unique_ptr<Screen> MakeScreen(const Place& place, const ScreenParts& parts);

}  // namespace chunhui::screens

// Words the app itself uses; they belong to the word files like all others:
//   away.banner                "网断了，先看到的是以前的。请人帮忙还能用" one line, no arguments
//   checking.banner            正在核对
//   changed.person             换人了，您好
//   idle.ask, idle.left {seconds}, idle.yes      您还在吗？ 再过{seconds}秒回到开头 / 我还在
//   card.unknown.title, card.unknown.text, card.unknown.ok   during a visit
//   staff.title, staff.pin, staff.account, staff.sign_in, staff.wrong, staff.locked, staff.close,
//   staff.queue, staff.empty, staff.claim, staff.finish, staff.sign_out, staff.away,
//   staff.outcome.helped ... staff.outcome.not_eligible, staff.kind.help, staff.kind.emergency,
//   staff.kind.pension, staff.state.open, staff.state.claimed {who}, staff.taken
