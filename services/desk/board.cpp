#include "services/desk/board.h"

#include <algorithm>

#include "services/desk/case_words.h"

namespace chunhui::desk {
namespace {

constexpr size_t kTicketDigitsMax = 4;
constexpr char kBackspace = '\x7f';
constexpr char kEscape = '\x1b';

bool IsDigit(char key) { return key >= '0' && key <= '9'; }

}  // namespace

bool Board::Take(const v1::Case& changed) {
  const auto before = cases_.find(changed.case_id());
  const bool known = before != cases_.end();
  const int escalations_before = known ? before->second.escalations() : 0;
  if (changed.state() == v1::CASE_STATE_CLOSED) {
    cases_.erase(changed.case_id());
    return false;
  }
  cases_[changed.case_id()] = changed;
  if (changed.state() != v1::CASE_STATE_OPEN) return false;
  return !known || changed.escalations() > escalations_before;
}

void Board::Clear() { cases_.clear(); }

std::vector<v1::Case> Board::Open() const {
  std::vector<v1::Case> open;
  for (const auto& [id, one] : cases_) open.push_back(one);
  std::ranges::sort(open, [](const v1::Case& left, const v1::Case& right) {
    return std::pair(left.priority(), left.opened_at().seconds()) <
           std::pair(right.priority(), right.opened_at().seconds());
  });
  return open;
}

std::optional<std::string> Board::ChosenId() const {
  const std::vector<v1::Case> open = Open();
  if (digits_.empty()) {
    return open.size() == 1 ? std::optional(open.front().case_id()) : std::nullopt;
  }
  const auto found = std::ranges::find(open, std::stoi(digits_), &v1::Case::ticket_number);
  return found == open.end() ? std::nullopt : std::optional(found->case_id());
}

BoardWish Board::Press(char key) {
  said_.clear();
  if (asking_outcome_) {
    asking_outcome_ = false;
    const size_t index = IsDigit(key) ? static_cast<size_t>(key - '1') : OutcomeWords().size();
    const auto id = ChosenId();
    digits_.clear();
    if (!id || index >= OutcomeWords().size()) return {};
    return {BoardWish::Kind::kClose, *id, OutcomeWords()[index].outcome};
  }
  if (IsDigit(key)) {
    if (digits_.size() < kTicketDigitsMax) digits_ += key;
    return {};
  }
  if (key == kBackspace || key == kEscape) digits_.clear();
  if (key == 'q') return {BoardWish::Kind::kQuit, {}, {}};
  if (key != 'c' && key != 'x') return {};
  const auto id = ChosenId();
  if (!id) {
    digits_.clear();
    Say("type the number of a ticket first");
    return {};
  }
  if (key == 'x') {
    asking_outcome_ = true;
    return {};
  }
  digits_.clear();
  return {BoardWish::Kind::kClaim, *id, {}};
}

std::vector<std::string> Board::Lines(time::Instant now) const {
  std::vector<std::string> lines;
  const std::vector<v1::Case> open = Open();
  lines.push_back(open.empty() ? "no open cases" : std::to_string(open.size()) + " open");
  for (const v1::Case& one : open) {
    lines.push_back((ChosenId() == one.case_id() ? "> " : "  ") + LineOf(one, now));
  }
  lines.emplace_back();
  if (asking_outcome_) {
    for (size_t i = 0; i < OutcomeWords().size(); ++i) {
      lines.push_back("  " + std::to_string(i + 1) + "  " + std::string(OutcomeWords()[i].word));
    }
  } else {
    lines.push_back("number: choose   c: claim   x: close   q: quit   " + digits_);
  }
  if (!said_.empty()) lines.push_back(said_);
  return lines;
}

}  // namespace chunhui::desk
