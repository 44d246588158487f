// The token between "are you …?" and "yes": who it may be, sealed for one device and two minutes.
// Nothing is stored for it. Private to this room.
#pragma once

#include <optional>
#include <string>

#include "chunhui/v1/visits.pb.h"
#include "core/secrets/vault.h"
#include "core/time/instant.h"
#include "services/calls/caller.h"

namespace chunhui::visits {

struct CandidateClaim {
  std::string resident_id;
  v1::Assurance assurance = v1::ASSURANCE_UNSPECIFIED;
  std::string voucher;  // account that vouched; empty otherwise
  time::Instant expires_at;
};

std::string MakeCandidateToken(const secrets::Vault& vault, const calls::Device& device,
                               const CandidateClaim& claim);
// Nothing when it was made for another device, changed, or made up. The caller looks at the time.
std::optional<CandidateClaim> ReadCandidateToken(const secrets::Vault& vault,
                                                 const calls::Device& device,
                                                 const std::string& token);

}  // namespace chunhui::visits
