#include "kiosk/screens/events.h"

#include "core/time/local_time.h"
#include "kiosk/screens/event_sheet.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/phrases.h"

namespace chunhui::screens {

using kit::Box;
using kit::Ui;
using kit::Words;

std::string_view EventsScreen::State() const {
  switch (step_) {
    case Step::kList:
      return Events().empty() ? "empty" : "list";
    case Step::kDetail:
      return mine(v1::SIGN_UP_STATE_OFFERED) ? "offer" : "event";
    case Step::kConfirm:
      return wait_ ? "confirm_wait" : "confirm";
    case Step::kClash:
      return "clash";
    case Step::kLeaving:
      return "leaving";
    case Step::kSending:
      return checking_ ? "checking" : "sending";
    case Step::kDone:
      return mine(v1::SIGN_UP_STATE_WAITING) ? "waiting" : "done";
    case Step::kLeft:
      return "left";
    case Step::kTrouble:
      return "trouble";
  }
  return {};
}

Place EventsScreen::Draw(Ui& ui) {
  switch (step_) {
    case Step::kList:
      return DrawList(ui);
    case Step::kDetail:
      return DrawDetail(ui);
    case Step::kConfirm:
      return DrawConfirm(ui);
    case Step::kClash:
      return DrawClash(ui);
    case Step::kLeaving:
      return DrawLeaving(ui);
    case Step::kSending:
      return DrawSending(ui);
    case Step::kDone:
      return DrawDone(ui);
    case Step::kLeft:
      return DrawLeft(ui);
    case Step::kTrouble:
      return DrawTrouble(ui);
  }
  return Place::Here();
}

Place EventsScreen::DrawList(Ui& ui) {
  const Words& words = ui.words();
  const std::vector<v1::Event> events = Events();
  if (events.empty()) {
    const std::string_view given =
        DrawTold(ui, "events.none", words.Text("events.none"),
                 {.icon = "event", .hue = kit::Hue::kSea, .words = words.Text("events.none_next")},
                 {OtherAnswer("events.home", words.Text("answer.home"), "home")});
    return given.empty() ? Place::Here() : Place::To(ScreenName::kHome);
  }
  ui.StandLow();
  ui.Title(words.Text("events.title"),
           AgeOfList(words, office_, office_.known().events_at, clock_.now()));
  std::vector<kit::CardLook> cards;
  for (const v1::Event& event : events) {
    cards.push_back(EventCard(words, event, time::LocalDate(clock_.now())));
  }
  const int tapped = DrawCards(ui, "events.event", ui.page(), cards, list_page_);
  if (tapped >= 0) Choose(events[static_cast<size_t>(tapped)]);
  return Place::Here();
}

Place EventsScreen::DrawDetail(Ui& ui) {
  const Words& words = ui.words();
  ui.Title(EventTitle(words, *event_), OfferWords(words));
  Box page = ui.page();
  std::vector<Answer> wanted;
  if (mine(v1::SIGN_UP_STATE_OFFERED)) {
    wanted = {MainAnswer("events.accept", words.Text("events.offer_yes")),
              OtherAnswer("events.decline", words.Text("events.offer_no"))};
  } else if (mine(v1::SIGN_UP_STATE_CONFIRMED) || mine(v1::SIGN_UP_STATE_WAITING)) {
    wanted = {MainAnswer("events.see", words.Text("answer.ok")),
              OtherAnswer("events.leave", words.Text("events.leave"), "close")};
  } else if (!mine(v1::SIGN_UP_STATE_ATTENDED)) {
    const bool full = event_->places_left() <= 0;
    wanted = {MainAnswer("events.join", words.Text(full ? "events.wait" : "events.join"),
                         full ? "hourglass_empty" : "check")};
  }
  const Answers answers(ui, page, std::move(wanted), {.targets_mm = ui.PagesHeight() + ui.gap()});
  DrawEventSheet(ui, page, *event_, time::LocalDate(clock_.now()), text_page_);
  const std::string_view given = answers.Draw(ui);
  if (given == "events.accept") AcceptOffer();
  if (given == "events.decline" || given == "events.leave") step_ = Step::kLeaving;
  if (given == "events.see") return Back();
  if (given == "events.join") {
    wait_ = event_->places_left() <= 0;
    step_ = Step::kConfirm;
  }
  return Place::Here();
}

Place EventsScreen::DrawConfirm(Ui& ui) {
  const Words& words = ui.words();
  Scene scene{.icon = wait_ ? "hourglass_empty" : "event",
              .hue = kit::Hue::kSea,
              .lead = When(words),
              .words = EventTitle(words, *event_),
              .more = wait_ ? words.Text("events.wait_promise") : EventPlace(words, *event_)};
  const std::string_view given = DrawTold(
      ui, "events.chosen", words.Text(wait_ ? "events.confirm_wait" : "events.confirm"), scene,
      {MainAnswer("events.yes", words.Text(wait_ ? "events.yes_wait" : "events.yes")),
       OtherAnswer("events.no", words.Text("events.no"))});
  if (given == "events.no") step_ = Step::kDetail;
  return given == "events.yes" ? SignUp(false) : Place::Here();
}

Place EventsScreen::DrawClash(Ui& ui) {
  const Words& words = ui.words();
  const std::string_view given =
      DrawTold(ui, "events.both", words.Text("events.clash"),
               {.icon = "event",
                .hue = kit::Hue::kClay,
                .lead = When(words),
                .words = EventTitle(words, *event_),
                .more = words.Text("events.clash_next")},
               {MainAnswer("events.clash_yes", words.Text("events.clash_yes")),
                OtherAnswer("events.clash_no", words.Text("events.clash_no"))});
  if (given == "events.clash_no") step_ = Step::kDetail;
  return given == "events.clash_yes" ? SignUp(true) : Place::Here();
}

Place EventsScreen::DrawLeaving(Ui& ui) {
  const Words& words = ui.words();
  const std::string_view given =
      DrawTold(ui, "events.going", words.Text("events.leave_sure"),
               {.icon = "event",
                .hue = kit::Hue::kSea,
                .lead = When(words),
                .words = EventTitle(words, *event_),
                .personal = true},
               {MainAnswer("events.leave_yes", words.Text("events.leave_yes")),
                OtherAnswer("events.keep", words.Text("mine.keep"))});
  if (given == "events.leave_yes") Withdraw();
  if (given == "events.keep") step_ = Step::kDetail;
  return Place::Here();
}

Place EventsScreen::DrawSending(Ui& ui) {
  const Words& words = ui.words();
  DrawWaiting(ui, "events.sent", words.Text(checking_ ? "trouble.checking" : "answer.wait"),
              words.Text(checking_ ? "trouble.checking_next" : "events.sending"));
  return Place::Here();
}

Place EventsScreen::DrawDone(Ui& ui) {
  const Words& words = ui.words();
  const bool waiting = mine(v1::SIGN_UP_STATE_WAITING);
  const std::string_view given =
      DrawTold(ui, "events.result",
               waiting ? words.Text("events.done_wait", {{"position", event_->mine().position()}})
                       : words.Text("events.done"),
               {.icon = waiting ? "hourglass_empty" : "check",
                .hue = waiting ? kit::Hue::kSea : kit::Hue::kPine,
                .lead = EventTitle(words, *event_),
                .words = When(words),
                .more = waiting ? words.Text("events.wait_promise") : EventPlace(words, *event_),
                .personal = true},
               {MainAnswer("events.home", words.Text("answer.ok")),
                OtherAnswer("events.undo", words.Text("events.leave"), "undo"),
                OtherAnswer("events.more", words.Text("events.see"), "event")});
  if (given == "events.home") return Place::To(ScreenName::kHome);
  if (given == "events.undo") Withdraw();
  if (given == "events.more") step_ = Step::kList;
  return Place::Here();
}

Place EventsScreen::DrawLeft(Ui& ui) {
  const Words& words = ui.words();
  const std::string_view given =
      DrawTold(ui, "events.result", words.Text(wait_ ? "events.left_line" : "events.left_done"),
               {.icon = "undo",
                .hue = kit::Hue::kBark,
                .lead = When(words),
                .words = EventTitle(words, *event_)},
               {MainAnswer("events.home", words.Text("answer.ok")),
                OtherAnswer("events.redo", words.Text("events.redo"), "replay")});
  if (given == "events.home") return Place::To(ScreenName::kHome);
  if (given != "events.redo") return Place::Here();
  wait_ = true;  // whoever comes back takes a place or a rank in line
  return SignUp(false);
}

Place EventsScreen::DrawTrouble(Ui& ui) {
  const Words& words = ui.words();
  const bool away = trouble_ == "trouble.away";
  Scene scene{.icon = away ? "cloud_off" : "event",
              .hue = kit::Hue::kSea,
              .words = EventTitle(words, *event_)};
  if (away) scene.more = words.Text("trouble.away_next");
  const std::string_view given =
      DrawTold(ui, "events.trouble", words.Text(trouble_, {{"age", event_->age_min()}}), scene,
               {trouble_ == "trouble.visit_ended"
                    ? MainAnswer("events.card", words.Text("trouble.card_again"), "contactless")
                    : MainAnswer("events.more", words.Text("events.see"), "event"),
                HelpAnswer("events.help", words.Text("answer.help"))});
  if (given == "events.card") {
    return Place::IdentifyThen(Place::To(ScreenName::kEvents, event_->event_id()));
  }
  if (given == "events.help") return Place::To(ScreenName::kHelp);
  if (given == "events.more") step_ = Step::kList;
  return Place::Here();
}

}  // namespace chunhui::screens
