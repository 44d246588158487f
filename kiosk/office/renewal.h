// How a kiosk gets a new certificate by itself before its own ends. Lives in the worker's thread.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "core/secrets/random.h"
#include "core/time/instant.h"
#include "kiosk/office/line.h"

namespace chunhui::office {

inline constexpr std::chrono::hours kRenewBefore{60 * 24};
inline constexpr std::chrono::hours kRenewAgainAfter{6};  // when it did not work

struct IdentityFiles {
  std::filesystem::path authority;
  std::filesystem::path certificate;
  std::filesystem::path key;
};

// Puts a renewal in place that was cut off between its two files. Before they are read.
void FinishRenewal(const IdentityFiles& files);

class Renewal {
 public:
  Renewal(IdentityFiles files, secrets::Random& random)
      : files_(std::move(files)), random_(random) {}

  // Asks for a new certificate when the own one ends soon, keeps it on the disk and uses it from
  // the next connection on. True when there is a new one. Trouble is for the next try.
  bool RenewIfDue(Line& line, time::Instant now);

 private:
  bool IsDue(time::Instant now);
  bool Renew(Line& line, time::Instant now);

  const IdentityFiles files_;
  secrets::Random& random_;
  std::optional<time::Instant> due_at_;  // nothing: not looked yet
};

}  // namespace chunhui::office
