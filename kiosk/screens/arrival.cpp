#include "kiosk/screens/arrival.h"

#include "kiosk/screens/layout.h"

namespace chunhui::screens {
namespace {

// Nobody waits for the answer: the office hears of it now or as soon as it is back.
void Mark(office::Client& office, visit::Visit& visit, bool arriving) {
  v1::MarkAttendanceRequest request;
  request.set_arriving(arriving);
  office.Tell(office::kMarkAttendance, std::move(request));
  visit.SetPresent(arriving);
  visit.Did(arriving ? visit::Deed::kArrived : visit::Deed::kWentHome);
}

Place Farewell(const visit::Visit& visit) {
  Place place = Place::To(ScreenName::kGoodbye);
  place.deeds = visit.deeds();
  return place;
}

}  // namespace

Place ArrivalScreen::Draw(kit::Ui& ui) {
  const kit::Words& words = ui.words();
  const std::string_view given =
      DrawTold(ui, "arrival", words.Text("arrival.title", {{"name", visit_.display_name()}}),
               {.icon = "wb_sunny",
                .hue = kit::Hue::kClay,
                .words = words.Text("arrival.question"),
                .more = words.Text("arrival.why"),
                .title_personal = true},
               {MainAnswer("arrival.came", words.Text("arrival.came")),
                OtherAnswer("arrival.only", words.Text("arrival.only"))});
  if (given.empty()) return Place::Here();
  visit_.AnswerArrival();
  if (given == "arrival.came") {
    Mark(office_, visit_, true);
  } else {
    visit_.Did(visit::Deed::kErrandOnly);
  }
  return place_.Onward();
}

Place LeavingScreen::Draw(kit::Ui& ui) {
  const kit::Words& words = ui.words();
  const std::string_view given = DrawTold(
      ui, "leaving", words.Text("leaving.title", {{"name", visit_.display_name()}}),
      {.icon = "directions_walk", .words = words.Text("leaving.why"), .title_personal = true},
      {MainAnswer("leaving.went", words.Text("leaving.went"), "home"),
       OtherAnswer("leaving.stay", words.Text("leaving.stay"))});
  if (given.empty()) return Place::Here();
  if (given == "leaving.went") Mark(office_, visit_, false);
  return Farewell(visit_);
}

}  // namespace chunhui::screens
