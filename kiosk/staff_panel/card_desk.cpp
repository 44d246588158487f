#include "kiosk/staff_panel/card_desk.h"

#include <algorithm>
#include <utility>

#include "core/people/card.h"
#include "core/secrets/wipe.h"
#include "kiosk/staff_panel/card_words.h"
#include "kiosk/visit/evidence.h"

namespace chunhui::staff_panel {
namespace {

using secrets::Wipe;

// For the audit.
constexpr const char* kReplaceReason = "补卡";

constexpr const auto& MethodOf(const v1::BindCardRequest&) { return office::kBindCard; }
constexpr const auto& MethodOf(const v1::BlockCardRequest&) { return office::kBlockCard; }
constexpr const auto& MethodOf(const v1::ReplaceCardRequest&) { return office::kReplaceCard; }
constexpr const auto& MethodOf(const v1::IssueQrRequest&) { return office::kIssueQr; }

// The numbers of cards in what is being written.
void WipeCards(v1::BindCardRequest& request) { Wipe(*request.mutable_card()); }
void WipeCards(v1::BlockCardRequest& request) { Wipe(*request.mutable_card()); }
void WipeCards(v1::ReplaceCardRequest& request) {
  Wipe(*request.mutable_old_card());
  Wipe(*request.mutable_new_card());
}
void WipeCards(v1::IssueQrRequest&) {}
void WipeCards(std::monostate) {}

}  // namespace

CardDesk::CardDesk(office::Client& office, std::string session_token, Whose whose)
    : office_(office), session_token_(std::move(session_token)), whose_(std::move(whose)) {
  AskCards();
}

CardDesk::~CardDesk() {
  ForgetCode();
  Wipe(*chosen_.mutable_card());
  std::visit([](auto& request) { WipeCards(request); }, writing_);
  if (!cards_) return;
  for (v1::ResidentCard& card : *cards_->mutable_cards()) Wipe(*card.mutable_card());
  Wipe(*cards_->mutable_masked_name());
}

std::string_view CardDesk::State() const {
  if (unsure_) return "unsure";
  switch (at_) {
    case At::kCards:
      return "cards";
    case At::kCard:
      return "card";
    case At::kLay:
      return "lay";
    case At::kCode:
      return "code";
  }
  return "cards";
}

void CardDesk::AskCards() {
  v1::ListCardsRequest request;
  request.set_resident_id(cards_ ? cards_->resident_id() : whose_.resident_id);
  request.set_reason(whose_.reason);
  asking_ = true;
  office_.AskBeside(session_token_, office::kListCards, std::move(request), guard_,
                    [this](const auto& outcome) {
                      asking_ = false;
                      if (outcome.ok()) {
                        cards_ = outcome.value();
                      } else if (outcome.refused()) {
                        HandleRefused(outcome.reason());
                      } else {
                        hint_ = "staff.away";
                      }
                    });
}

void CardDesk::Lay(bool replaces) {
  replaces_ = replaces;
  hint_.clear();
  at_ = At::kLay;
}

const v1::ResidentCard* CardDesk::Known(const std::string& card) const {
  const auto& all = cards_->cards();
  const auto found = std::find_if(all.begin(), all.end(), [&](const v1::ResidentCard& one) {
    return one.card() == card && one.state() == v1::CARD_STATE_GOOD;
  });
  return found == all.end() ? nullptr : &*found;
}

bool CardDesk::TakeShown(const std::string& line) {
  if (asking_ || unsure_ || !cards_) return true;
  const v1::RecogniseRequest shown = visit::RequestFor(line);
  const auto card = people::NormaliseCard(shown.card());
  if (!card) {
    hint_ = "staff.cards.fault.unread";
  } else if (Known(*card) != nullptr) {
    hint_ = "staff.cards.already";
  } else if (at_ != At::kLay) {
    hint_ = "staff.cards.first";
  } else if (replaces_) {
    v1::ReplaceCardRequest request;
    request.set_resident_id(cards_->resident_id());
    request.set_old_card(chosen_.card());
    request.set_new_card(*card);
    request.set_reason(kReplaceReason);
    Write(std::move(request));
  } else {
    v1::BindCardRequest request;
    request.set_resident_id(cards_->resident_id());
    request.set_card(*card);
    Write(std::move(request));
  }
  return true;
}

void CardDesk::Block(const char* reason) {
  v1::BlockCardRequest request;
  request.set_card(chosen_.card());
  request.set_reason(reason);
  Write(std::move(request));
}

void CardDesk::IssueQr() {
  v1::IssueQrRequest request;
  request.set_resident_id(cards_->resident_id());
  request.set_kind(v1::CARD_KIND_QR_PHONE);
  Write(std::move(request));
}

void CardDesk::Write(Writing writing) {
  if (asking_) return;
  writing_ = std::move(writing);
  std::visit(
      [this](auto& request) {
        if constexpr (requires { request.set_request_id(std::string()); }) {
          request.set_request_id(office_.NewRequestId());
        }
      },
      writing_);
  Send();
}

void CardDesk::Send() {
  asking_ = true;
  unsure_ = false;
  hint_.clear();
  std::visit(
      [this](const auto& request) {
        if constexpr (requires { MethodOf(request); }) {
          office_.AskAsStaff(session_token_, MethodOf(request), request, guard_,
                             [this](const auto& outcome) { HandleWritten(outcome); });
        }
      },
      writing_);
}

template <typename Response>
void CardDesk::HandleWritten(const office::Outcome<Response>& outcome) {
  asking_ = false;
  // It may have been done all the same.
  unsure_ = !outcome.ok() && !outcome.refused();
  if (unsure_) return;
  std::visit([](auto& request) { WipeCards(request); }, writing_);
  writing_ = {};
  if (outcome.ok()) return Done(outcome.value());
  HandleRefused(outcome.reason());
}

void CardDesk::TakeBound(const char* told) {
  BackToCards();
  hint_ = told;
}

void CardDesk::Done(const v1::IssueQrResponse& issued) {
  code_ = issued;
  at_ = At::kCode;
  hint_.clear();
}

void CardDesk::HandleRefused(v1::Reason reason) {
  if (reason == v1::REASON_SESSION_ENDED) {
    session_ended_ = true;
  } else {
    hint_ = RefusalKey(reason);
  }
}

void CardDesk::BackToCards() {
  ForgetCode();
  at_ = At::kCards;
  unsure_ = false;
  hint_.clear();
  AskCards();
}

void CardDesk::ForgetCode() {
  Wipe(*code_.mutable_token());
  code_.Clear();
  code_until_ms_.reset();
}

}  // namespace chunhui::staff_panel
