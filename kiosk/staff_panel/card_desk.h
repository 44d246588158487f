// The card desk in the staff's panel: the cards and QR codes of one resident; bind, replace, block,
// and a QR code for the family's phone. A write whose answer was lost is repeated under its id.
// What is laid on a reader while it is open is meant for it. Prints nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "chunhui/v1/residents.pb.h"
#include "kiosk/office/client.h"
#include "kiosk/staff_panel/page.h"

namespace chunhui::staff_panel {

// A QR code stands on the screen no longer than this, however often it is touched.
inline constexpr int64_t kCodeShownMs = 180'000;

class CardDesk : public Page {
 public:
  // Whose cards, and why staff look, for the audit.
  struct Whose {
    std::string resident_id;  // empty: the resident whose visit is open beside the panel
    std::string reason;
  };
  // Asks at once for the cards.
  CardDesk(office::Client& office, std::string session_token, Whose whose);
  // Overwrites what it knew.
  ~CardDesk() override;

  bool Draw(kit::Ui& ui) override;
  // "cards", "card", "lay", "code" or "unsure".
  std::string_view State() const override;
  // Always true, so that no visit begins over the desk.
  bool TakeShown(const std::string& line) override;

  // The cards are those of who stands beside: to be closed when they go.
  bool of_visitor() const { return whose_.resident_id.empty(); }
  // Staff want somebody else's cards, once.
  bool TakeOther() { return std::exchange(other_, false); }
  bool session_ended() const override { return session_ended_; }

 private:
  enum class At { kCards, kCard, kLay, kCode };
  using Writing = std::variant<std::monostate, v1::BindCardRequest, v1::BlockCardRequest,
                               v1::ReplaceCardRequest, v1::IssueQrRequest>;

  bool DrawCards(kit::Ui& ui);
  bool DrawCardsKeys(kit::Ui& ui, kit::Box& page);
  void DrawCard(kit::Ui& ui);
  void DrawLay(kit::Ui& ui);
  void DrawCode(kit::Ui& ui);
  void DrawUnsure(kit::Ui& ui);
  kit::Box DrawTop(kit::Ui& ui, const char* title);
  void DrawWho(kit::Ui& ui, kit::Box& page);
  bool DrawBack(kit::Ui& ui, kit::Box& page);
  std::string HintWords(const kit::Words& words) const;

  void AskCards();
  void Lay(bool replaces);
  void Block(const char* reason);
  void IssueQr();
  // Sends what is being written, the first time or again.
  void Write(Writing writing);
  void Send();
  void TakeBound(const char* told);
  template <typename Response>
  void HandleWritten(const office::Outcome<Response>& outcome);
  void Done(const v1::BindCardResponse&) { TakeBound("staff.cards.bound"); }
  void Done(const v1::BlockCardResponse&) { TakeBound("staff.cards.stopped"); }
  void Done(const v1::ReplaceCardResponse&) { TakeBound("staff.cards.replaced"); }
  void Done(const v1::IssueQrResponse& issued);
  void HandleRefused(v1::Reason reason);
  void BackToCards();
  void ForgetCode();
  const v1::ResidentCard* Known(const std::string& card) const;

  office::Client& office_;
  office::Guard guard_;
  std::string session_token_;
  Whose whose_;
  bool session_ended_ = false;
  bool other_ = false;

  At at_ = At::kCards;
  std::optional<v1::ListCardsResponse> cards_;  // nothing before the first answer
  int cards_page_ = 0;
  v1::ResidentCard chosen_;
  bool replaces_ = false;  // what is laid down takes the place of the chosen one
  std::string hint_;       // key of a word: what is done, or what is in the way
  bool asking_ = false;
  Writing writing_;
  bool unsure_ = false;  // its answer was lost
  v1::IssueQrResponse code_;
  std::optional<int64_t> code_until_ms_;
};

}  // namespace chunhui::staff_panel
