// The words with which the desk names what a case is about and how it ended.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "chunhui/v1/assistance.pb.h"
#include "core/time/instant.h"

namespace chunhui::desk {

struct OutcomeWord {
  v1::CaseOutcome outcome;
  std::string_view word;  // typed after `close N`
  std::string_view chinese;
};

// In the order in which they are offered.
std::span<const OutcomeWord> OutcomeWords();
// By its word, in English or Chinese.
std::optional<v1::CaseOutcome> OutcomeOf(std::string_view word);

std::string_view WordFor(v1::CaseKind kind);
std::string_view WordFor(v1::CaseReason reason);
std::string_view WordFor(v1::CaseOutcome outcome);

// "open", "claimed by 李老师", "closed: helped"
std::string StateOf(const v1::Case& one);
// "No. 7  pension  hall-1 大厅  王*兰奶奶  open  3 min"
std::string LineOf(const v1::Case& one, time::Instant now);
// "3 min" since it was opened.
std::string AgeOf(const v1::Case& one, time::Instant now);

}  // namespace chunhui::desk
