// What the events screen asks of the office, and what it makes of the answers.
#include <algorithm>

#include "core/time/local_time.h"
#include "kiosk/screens/events.h"
#include "kiosk/screens/phrases.h"

namespace chunhui::screens {

EventsScreen::EventsScreen(office::Client& office, visit::Visit& visit, const time::Clock& clock,
                           const Place& place)
    : office_(office), visit_(visit), clock_(clock) {
  office_.RefreshEvents();
  if (const v1::Event* event = office_.known().FindEvent(place.subject)) Choose(*event);
  if (visit_.open()) LoadMine();
}

void EventsScreen::LoadMine() {
  office_.Ask(office::kListSignUps, {}, guard_, [this](const auto& outcome) {
    if (!outcome.ok()) return;
    mine_.assign(outcome.value().events().begin(), outcome.value().events().end());
    if (!event_) return;
    for (const v1::Event& own : mine_) {
      if (own.event_id() == event_->event_id()) event_ = own;
    }
  });
}

std::vector<v1::Event> EventsScreen::Events() const {
  std::vector<v1::Event> events;
  for (const v1::Event& event : office_.known().events) {
    if (ToInstant(event.ends_at()) <= clock_.now()) continue;
    events.push_back(event);
    const auto own = std::find_if(mine_.begin(), mine_.end(), [&](const v1::Event& candidate) {
      return candidate.event_id() == event.event_id();
    });
    if (own != mine_.end()) *events.back().mutable_mine() = own->mine();
  }
  return events;
}

void EventsScreen::Choose(v1::Event event) {
  event_ = std::move(event);
  text_page_ = 0;
  step_ = Step::kDetail;
}

std::string EventsScreen::When(const kit::Words& words) const {
  return DayAndTime(words, time::LocalDate(clock_.now()), ToInstant(event_->starts_at()));
}

std::string EventsScreen::OfferWords(const kit::Words& words) const {
  if (!mine(v1::SIGN_UP_STATE_OFFERED)) return {};
  const time::Instant until = ToInstant(event_->mine().offer_until());
  const time::Date today = time::LocalDate(clock_.now());
  return words.Text("events.offer_until", {{"day", DayName(words, today, time::LocalDate(until))},
                                           {"time", words.TimeOfDay(time::LocalTimeOfDay(until))}});
}

// Remembers what the office now says about the visitor and the chosen event.
void EventsScreen::Take(const v1::SignUp& sign_up) {
  *event_->mutable_mine() = sign_up;
  std::erase_if(mine_, [&](const v1::Event& own) { return own.event_id() == event_->event_id(); });
  mine_.push_back(*event_);
  office_.RefreshEvents();
}

Place EventsScreen::SignUp(bool accept_clash) {
  if (!visit_.open()) {
    return Place::IdentifyThen(Place::To(ScreenName::kEvents, event_->event_id()));
  }
  v1::SignUpRequest request;
  request.set_event_id(event_->event_id());
  request.set_accept_waiting(wait_);
  request.set_accept_clash(accept_clash);
  step_ = Step::kSending;
  checking_ = false;
  office_.Ask(office::kSignUp, std::move(request), guard_,
              [this](const auto& outcome) { HandleSignUp(outcome); });
  return Place::Here();
}

void EventsScreen::HandleSignUp(const office::Outcome<v1::SignUpResponse>& outcome) {
  checking_ = outcome.checking();
  if (outcome.ok()) {
    Take(outcome.value().sign_up());
    visit_.Did(mine(v1::SIGN_UP_STATE_WAITING) ? visit::Deed::kEventWaiting
                                               : visit::Deed::kEventSignedUp);
    step_ = Step::kDone;
  } else if (outcome.refused() && outcome.reason() == v1::REASON_SOLD_OUT) {
    wait_ = true;
    step_ = Step::kConfirm;
  } else if (outcome.refused() && outcome.reason() == v1::REASON_EVENT_CLASH) {
    step_ = Step::kClash;
  } else if (outcome.refused()) {
    Refuse(outcome.reason());
  } else if (outcome.away()) {
    Away();
  }
}

void EventsScreen::AcceptOffer() {
  v1::AcceptOfferRequest request;
  request.set_sign_up_id(event_->mine().sign_up_id());
  step_ = Step::kSending;
  checking_ = false;
  office_.Ask(office::kAcceptOffer, std::move(request), guard_,
              [this](const auto& outcome) { HandleAccepted(outcome); });
}

void EventsScreen::HandleAccepted(const office::Outcome<v1::AcceptOfferResponse>& outcome) {
  checking_ = outcome.checking();
  if (outcome.ok()) {
    Take(outcome.value().sign_up());
    visit_.Did(visit::Deed::kEventSignedUp);
    step_ = Step::kDone;
  } else if (outcome.refused()) {
    Refuse(outcome.reason());
  } else if (outcome.away()) {
    Away();
  }
}

void EventsScreen::Withdraw() {
  v1::WithdrawRequest request;
  request.set_sign_up_id(event_->mine().sign_up_id());
  wait_ = mine(v1::SIGN_UP_STATE_WAITING);
  step_ = Step::kSending;
  checking_ = false;
  office_.Ask(office::kWithdraw, std::move(request), guard_,
              [this](const auto& outcome) { HandleWithdrawn(outcome); });
}

void EventsScreen::HandleWithdrawn(const office::Outcome<v1::WithdrawResponse>& outcome) {
  checking_ = outcome.checking();
  if (outcome.ok()) {
    Take(outcome.value().sign_up());
    visit_.Did(visit::Deed::kEventWithdrawn);
    step_ = Step::kLeft;
  } else if (outcome.refused()) {
    Refuse(outcome.reason());
  } else if (outcome.away()) {
    Away();
  }
}

void EventsScreen::Away() {
  trouble_ = "trouble.away";
  step_ = Step::kTrouble;
}

void EventsScreen::Refuse(v1::Reason reason) {
  step_ = Step::kTrouble;
  switch (reason) {
    case v1::REASON_ALREADY_BOOKED:
      trouble_ = "events.trouble.already";
      break;
    case v1::REASON_BOOKING_CLOSED:
      trouble_ = "events.trouble.closed";
      break;
    case v1::REASON_AGE_TOO_LOW:
      trouble_ = "events.trouble.age_low";
      break;
    case v1::REASON_AGE_TOO_HIGH:
      trouble_ = "events.trouble.age_high";
      break;
    case v1::REASON_OFFER_EXPIRED:
      trouble_ = "events.trouble.offer";
      break;
    case v1::REASON_CANCEL_CLOSED:
      trouble_ = "events.trouble.late";
      break;
    case v1::REASON_VISIT_ENDED:
      trouble_ = "trouble.visit_ended";
      break;
    default:
      trouble_ = "trouble.service";
      break;
  }
  office_.RefreshEvents();
}

Place EventsScreen::Back() {
  switch (step_) {
    case Step::kConfirm:
    case Step::kClash:
    case Step::kLeaving:
      step_ = Step::kDetail;
      return Place::Here();
    case Step::kDetail:
    case Step::kDone:
    case Step::kLeft:
    case Step::kTrouble:
      step_ = Step::kList;
      return Place::Here();
    default:
      return Place::Return();
  }
}

}  // namespace chunhui::screens
