#include "kiosk/screens/ticket.h"

#include "kiosk/screens/phrases.h"

namespace chunhui::screens {
namespace {

using kit::Words;

std::string_view OutcomeKey(v1::CaseOutcome outcome) {
  switch (outcome) {
    case v1::CASE_OUTCOME_CERTIFIED:
      return "pension.done.certified";
    case v1::CASE_OUTCOME_ALREADY_CERTIFIED:
      return "pension.done.already";
    case v1::CASE_OUTCOME_PENDING_REVIEW:
      return "pension.done.review";
    case v1::CASE_OUTCOME_HOME_VISIT:
      return "pension.done.home_visit";
    case v1::CASE_OUTCOME_TO_SSB_WINDOW:
      return "pension.done.window";
    case v1::CASE_OUTCOME_TO_POLICE_PHOTO:
      return "pension.done.photo";
    case v1::CASE_OUTCOME_NOT_ELIGIBLE:
      return "pension.done.not_eligible";
    case v1::CASE_OUTCOME_WITHDRAWN:
      return "pension.withdrawn";
    default:
      return "pension.done.helped";
  }
}

TicketWords Closed(const Words& words, const v1::Case& ticket) {
  TicketWords told{words.Text(OutcomeKey(ticket.outcome())), {.icon = "check"}};
  if (ticket.kind() != v1::CASE_KIND_PENSION) {
    const bool withdrawn = ticket.outcome() == v1::CASE_OUTCOME_WITHDRAWN;
    told.title = words.Text(withdrawn ? "help.withdrawn" : "help.done");
    return told;
  }
  if (ticket.has_next_due_on()) {
    const time::Date next = ToDate(ticket.next_due_on());
    told.scene.words = words.Text(
        "pension.next", {{"year", std::to_string(next.year)}, {"date", words.Date(next)}});
    told.scene.personal = true;
  }
  told.scene.more = words.Text("pension.official");
  return told;
}

}  // namespace

TicketState StateOf(const v1::Case& ticket, bool on_duty) {
  if (ticket.state() == v1::CASE_STATE_CLOSED) return TicketState::kClosed;
  if (ticket.state() == v1::CASE_STATE_CLAIMED) return TicketState::kComing;
  if (!on_duty) return TicketState::kOffDuty;
  return ticket.escalations() > 1 ? TicketState::kBusy : TicketState::kCalling;
}

std::string_view NameOf(TicketState state) {
  switch (state) {
    case TicketState::kCalling:
      return "calling";
    case TicketState::kComing:
      return "coming";
    case TicketState::kBusy:
      return "busy";
    case TicketState::kOffDuty:
      return "off_duty";
    case TicketState::kClosed:
      return "closed";
  }
  return {};
}

TicketWords TicketIn(const Words& words, const v1::Case& ticket, bool on_duty,
                     const std::string& phone) {
  TicketWords told;
  const bool pension = ticket.kind() == v1::CASE_KIND_PENSION;
  switch (StateOf(ticket, on_duty)) {
    case TicketState::kClosed:
      return Closed(words, ticket);
    case TicketState::kComing:
      told = {words.Text("help.coming", {{"name", ticket.claimed_by()}}),
              {.icon = "directions_walk", .words = words.Text("help.sit")}};
      break;
    case TicketState::kBusy:
      told = {words.Text("help.busy"),
              {.icon = "groups", .hue = kit::Hue::kClay, .words = words.Text("help.sit")}};
      break;
    case TicketState::kOffDuty:
      told = {words.Text(pension ? "pension.off_duty" : "help.none"),
              {.icon = "phone", .hue = kit::Hue::kSea}};
      if (!pension) {
        told.scene.lead = words.Text("help.phone");
        told.scene.number = phone;
      }
      told.scene.more = phone.empty() ? words.Text("help.phone_unknown")
                        : pension     ? words.Text("pension.off_duty_next", {{"phone", phone}})
                                      : std::string();
      break;
    case TicketState::kCalling:
      told = {words.Text("help.calling"),
              {.icon = "notifications_active",
               .words = words.Text("help.rang"),
               .more = words.Text("help.sit"),
               .title_voice = words.Voice("help.calling")}};
      break;
  }
  if (pension && ticket.ticket_number() > 0) {
    told.scene.lead = words.Text("pension.you_are");
    if (!told.scene.words.empty()) told.scene.more = words.Text("pension.sit");
    told.scene.words.clear();
    told.scene.number =
        words.Text("pension.number", {{"number", std::to_string(ticket.ticket_number())}});
  }
  return told;
}

}  // namespace chunhui::screens
