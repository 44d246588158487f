// Who stands at the kiosk: one object for everything known about the visitor, wiped in one place.
// Not known while nobody has said "that is me". UI thread only; never written to a disk.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "chunhui/v1/visits.pb.h"
#include "kiosk/visit/place.h"

namespace chunhui::visit {

class Visit {
 public:
  // Somebody has said "that is me", and the office has given a token.
  bool open() const { return !token_.empty(); }

  // --- before: whom a card or number may belong to (kWho fills it in, kIsThisYou asks)
  // `card` is empty for a typed number.
  void Offer(std::vector<v1::Candidate> candidates, std::string card);
  const std::vector<v1::Candidate>& candidates() const { return candidates_; }

  // --- the visit; all empty or false while !open()
  // The candidates are dropped. The app notices a new visit and takes over its language and text
  // size.
  void Begin(const v1::StartVisitResponse& answer);
  const std::string& token() const { return token_; }
  // The card with which it began; empty for a typed number.
  const std::string& card() const { return card_; }
  const std::string& display_name() const { return visitor_.display_name(); }  // 王*兰奶奶
  v1::Assurance assurance() const { return visitor_.assurance(); }
  bool AtLeast(v1::Assurance assurance) const {
    return open() && visitor_.assurance() >= assurance;
  }
  bool day_care_member() const { return visitor_.day_care_member(); }
  bool present() const { return visitor_.present(); }
  bool has_family() const { return visitor_.has_family(); }
  const v1::Visitor& visitor() const { return visitor_; }
  void SetPresent(bool present) { visitor_.set_present(present); }
  // A member of the day care of whom nobody knows yet whether they came for the day.
  bool arrival_is_open() const { return day_care_member() && !present() && !arrival_answered_; }
  void AnswerArrival() { arrival_answered_ = true; }

  // The name somebody wrote by finger, for the member of staff who comes: proves nothing.
  void WriteName(std::string name) { written_name_ = std::move(name); }
  const std::string& written_name() const { return written_name_; }

  // Asked before it was known who stands here; told to the office once that is known.
  void Consented(v1::RecordConsentRequest consent) { consents_.push_back(std::move(consent)); }
  std::vector<v1::RecordConsentRequest> TakeConsents() { return std::exchange(consents_, {}); }

  // For the goodbye; each kind is kept once.
  void Did(Deed deed);
  const std::vector<Deed>& deeds() const { return deeds_; }

  // Overwrites and drops everything.
  void Forget();

 private:
  void DropCandidates();

  std::vector<v1::Candidate> candidates_;
  std::string token_;
  std::string card_;
  std::string written_name_;
  v1::Visitor visitor_;
  bool arrival_answered_ = false;
  std::vector<Deed> deeds_;
  std::vector<v1::RecordConsentRequest> consents_;
};

}  // namespace chunhui::visit
