// The pension screen's ticket: who is called, who comes, how it ended.
#include "kiosk/screens/layout.h"
#include "kiosk/screens/pension.h"
#include "kiosk/screens/ticket.h"

namespace chunhui::screens {

using kit::Ui;
using kit::Words;

Place PensionScreen::DrawTicket(Ui& ui) {
  const Words& words = ui.words();
  v1::Case ticket = Ticket().value_or(v1::Case());
  ticket.set_kind(v1::CASE_KIND_PENSION);
  if (ticket.state() == v1::CASE_STATE_CLOSED) return DrawOutcome(ui, ticket);
  const TicketWords told = TicketIn(words, ticket, on_duty(), office_.known().station.phone());
  std::vector<Answer> answers{OtherAnswer("pension.park", words.Text("pension.park"), "chair")};
  if (ticket.state() == v1::CASE_STATE_OPEN) {
    answers.push_back(OtherAnswer("pension.withdraw", words.Text("pension.withdraw")));
  }
  const std::string_view given = DrawTold(ui, "pension.ticket", told.title, told.scene, answers);
  if (given == "pension.park") {
    visit_.Did(visit::Deed::kHelpOnTheWay);
    return Place::End();
  }
  if (given == "pension.withdraw") {
    v1::WithdrawCaseRequest request;
    request.set_case_id(ticket.case_id());
    office_.Tell(office::kWithdrawCase, std::move(request));
    opened_.reset();
    step_ = Step::kStatus;
  }
  return Place::Here();
}

Place PensionScreen::DrawOutcome(Ui& ui, const v1::Case& ticket) {
  const Words& words = ui.words();
  const TicketWords told = TicketIn(words, ticket, true, {});
  if (ticket.outcome() != v1::CASE_OUTCOME_WITHDRAWN) visit_.Did(visit::Deed::kPensionHelped);
  const std::string_view given = DrawTold(ui, "pension.outcome", told.title, told.scene,
                                          {MainAnswer("pension.home", words.Text("answer.ok"))});
  return given.empty() ? Place::Here() : Place::To(ScreenName::kHome);
}

// Called before, perhaps from another kiosk: then it is known there, and the choice stays.
void PensionScreen::TakeUpOpenTicket() {
  if (status_->benefits().empty() || status_->benefits(0).open_case_id().empty()) return;
  v1::GetCaseRequest request;
  request.set_case_id(status_->benefits(0).open_case_id());
  office_.Ask(office::kGetCase, std::move(request), guard_, [this](const auto& outcome) {
    if (!outcome.ok() || step_ != Step::kStatus) return;
    opened_ = outcome.value().case_();
    on_duty_ = outcome.value().on_duty();
    step_ = Step::kTicket;
  });
}

void PensionScreen::CallForHelp(v1::CaseReason reason) {
  v1::OpenCaseRequest request;
  request.set_kind(v1::CASE_KIND_PENSION);
  request.set_reason(reason);
  request.set_benefit_id(status_->benefits(0).benefit_id());
  bell_.Sound(devices::Ring::kHelp);
  step_ = Step::kTicket;
  office_.Ask(office::kOpenCase, std::move(request), guard_,
              [this](const auto& outcome) { HandleOpened(outcome); });
}

void PensionScreen::HandleOpened(const office::Outcome<v1::OpenCaseResponse>& outcome) {
  if (outcome.ok()) {
    opened_ = outcome.value().case_();
    on_duty_ = outcome.value().on_duty();
  } else if (outcome.refused()) {
    trouble_ = "trouble.service";
    step_ = Step::kTrouble;
  }
}

bool PensionScreen::on_duty() const { return on_duty_ && !office_.away(); }

std::string_view PensionScreen::State() const {
  switch (step_) {
    case Step::kStatus:
      if (!status_) return "loading";
      return status_->benefits().empty() ? "empty" : "status";
    case Step::kSelf:
      return "self";
    case Step::kFamily:
      return "family";
    case Step::kTicket: {
      const auto ticket = Ticket();
      return ticket ? NameOf(StateOf(*ticket, on_duty())) : NameOf(StateOf({}, on_duty()));
    }
    case Step::kTrouble:
      return "trouble";
  }
  return {};
}

std::optional<v1::Case> PensionScreen::Ticket() const {
  if (!opened_) return {};
  const v1::Case* heard = office_.known().FindCase(opened_->case_id());
  return heard != nullptr ? *heard : *opened_;
}

}  // namespace chunhui::screens
