#include "kiosk/screens/help.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/layout.h"
#include "kiosk/screens/phrases.h"
#include "kiosk/screens/ticket.h"

namespace chunhui::screens {

using kit::Box;
using kit::Role;
using kit::Ui;
using kit::Words;

namespace {

v1::CaseReason ReasonOf(std::string_view subject) {
  if (subject == "card") return v1::CASE_REASON_CARD_TROUBLE;
  if (subject == "not_found") return v1::CASE_REASON_NOT_FOUND;
  return v1::CASE_REASON_ASKED_HELP;
}

}  // namespace

HelpScreen::HelpScreen(office::Client& office, visit::Visit& visit, devices::Bell& bell,
                       const Place& place)
    : office_(office), visit_(visit), bell_(bell), emergency_(place.subject == "emergency") {
  Call(emergency_ ? v1::CASE_KIND_EMERGENCY : v1::CASE_KIND_HELP, ReasonOf(place.subject));
}

void HelpScreen::Call(v1::CaseKind kind, v1::CaseReason reason) {
  const bool urgent = kind == v1::CASE_KIND_EMERGENCY;
  bell_.Sound(urgent ? devices::Ring::kEmergency : devices::Ring::kHelp);
  opened_.reset();
  guard_.Renew();
  v1::OpenCaseRequest request;
  request.set_kind(kind);
  request.set_reason(reason);
  office_.Ask(office::kOpenCase, std::move(request), guard_, [this](const auto& outcome) {
    if (!outcome.ok()) return;
    opened_ = outcome.value().case_();
    answered_on_duty_ = outcome.value().on_duty();
  });
}

std::string_view HelpScreen::State() const {
  if (emergency_) return "emergency";
  return NameOf(StateOf(Current(), on_duty()));
}

Place HelpScreen::Draw(Ui& ui) { return emergency_ ? DrawEmergency(ui) : DrawCall(ui); }

v1::Case HelpScreen::Current() const {
  v1::Case call;
  if (opened_) call = *opened_;
  if (opened_) {
    if (const v1::Case* heard = office_.known().FindCase(opened_->case_id())) call = *heard;
  }
  return call;
}

bool HelpScreen::on_duty() const {
  if (office_.away()) return false;
  return opened_ ? answered_on_duty_ || office_.known().on_duty : true;
}

Place HelpScreen::DrawCall(Ui& ui) {
  const Words& words = ui.words();
  const v1::Case call = Current();
  const TicketWords told = TicketIn(words, call, on_duty(), office_.known().station.phone());
  const bool closed = call.state() == v1::CASE_STATE_CLOSED;
  const bool coming = call.state() == v1::CASE_STATE_CLAIMED;
  std::vector<Answer> answers;
  if (closed || coming) {
    answers.push_back(MainAnswer("help.ok", words.Text("help.ok")));
  } else {
    answers.push_back(OtherAnswer("help.withdraw", words.Text("help.withdraw")));
  }
  if (!closed) {
    answers.push_back(HelpAnswer("help.urgent", words.Text("help.urgent")));
    answers.back().look.icon = "local_hospital";
    answers.back().look.second = words.Text("help.urgent_more");
    answers.push_back(OtherAnswer("help.staff", words.Text("help.staff"), "badge"));
  }
  const std::string_view given = DrawTold(ui, "help.call", told.title, told.scene, answers);
  if (coming && visit_.open()) visit_.Did(visit::Deed::kHelpOnTheWay);
  if (given == "help.urgent") return Place::To(ScreenName::kHelp, "emergency");
  if (given == "help.withdraw") Withdraw(call);
  if (given == "help.staff") return Place::Staff();
  return given == "help.ok" || given == "help.withdraw" ? Place::Return() : Place::Here();
}

// Works with nothing but this kiosk's own memory of where it stands.
Place HelpScreen::DrawEmergency(Ui& ui) {
  const Words& words = ui.words();
  ui.Title(words.Text("help.emergency"), words.Text("help.rang_all"), {}, false,
           words.Voice("help.emergency"));
  Box page = ui.page();
  const Answers answers(ui, page, {OtherAnswer("help.ok", words.Text("help.ok"))});
  Box inside = ui.SheetOf(page, ui.theme().amber);
  std::string address = StationAddress(words, office_.known().station);
  if (address.empty()) address = words.Text("help.address_unknown");
  const std::string lead = words.Text("help.address");
  const float lead_h = ui.MeasureHeight(Role::kLabel, lead, inside.w);
  const float address_h = ui.MeasureHeight(Role::kAddress, address, inside.w);
  const float number_h = std::clamp(inside.h - lead_h - address_h - 2 * ui.gap(), 30.0F, 90.0F);
  inside = inside.Centered(inside.w, number_h + lead_h + address_h + 2 * ui.gap());
  ui.Text("help.120", inside.TakeTop(number_h, ui.gap()), words.Text("help.120"),
          {.role = Role::kClock, .align = kit::Align::kCenter});
  ui.Text("help.lead", inside.TakeTop(lead_h, ui.gap()), lead,
          {.role = Role::kLabel, .align = kit::Align::kCenter});
  ui.Text("help.address", inside, address, {.role = Role::kAddress, .align = kit::Align::kCenter});
  return answers.Draw(ui) == "help.ok" ? Place::Return() : Place::Here();
}

void HelpScreen::Withdraw(const v1::Case& call) {
  if (call.case_id().empty()) return;
  v1::WithdrawCaseRequest request;
  request.set_case_id(call.case_id());
  office_.Tell(office::kWithdrawCase, std::move(request));
}

Place HelpScreen::Back() { return Place::Return(); }

}  // namespace chunhui::screens
