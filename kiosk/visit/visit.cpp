#include "kiosk/visit/visit.h"

#include <algorithm>

#include "core/secrets/wipe.h"

namespace chunhui::visit {

using secrets::Wipe;

void Visit::Offer(std::vector<v1::Candidate> candidates, std::string card) {
  // A consent belongs to the person who is found with it; without one it is nobody's.
  auto consents = candidates.empty() ? std::vector<v1::RecordConsentRequest>() : TakeConsents();
  Forget();
  consents_ = std::move(consents);
  candidates_ = std::move(candidates);
  card_ = std::move(card);
}

void Visit::Begin(const v1::StartVisitResponse& answer) {
  DropCandidates();
  token_ = answer.visit_token();
  visitor_ = answer.visitor();
  arrival_answered_ = false;
  deeds_.clear();
}

void Visit::Did(Deed deed) {
  if (std::find(deeds_.begin(), deeds_.end(), deed) == deeds_.end()) deeds_.push_back(deed);
}

void Visit::DropCandidates() {
  for (v1::Candidate& candidate : candidates_) {
    Wipe(*candidate.mutable_token());
    Wipe(*candidate.mutable_masked_name());
    Wipe(*candidate.mutable_id_suffix());
  }
  candidates_.clear();
}

void Visit::Forget() {
  DropCandidates();
  arrival_answered_ = false;
  deeds_.clear();
  consents_.clear();
  Wipe(token_);
  Wipe(card_);
  Wipe(written_name_);
  Wipe(*visitor_.mutable_display_name());
  visitor_.Clear();
}

}  // namespace chunhui::visit
