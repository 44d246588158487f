#include "kiosk/recognize/digits/evidence.h"

#include <algorithm>
#include <cstring>

namespace chunhui::recognize {
namespace {

constexpr double kLookNatsMax = 3;    // no single look convinces
constexpr double kEnoughNats = 5;     // of all looks together
constexpr double kRivalShare = 0.25;  // of the winner's nats

}  // namespace

Evidence::~Evidence() {
  while (!numbers_.empty()) {
    auto node = numbers_.extract(numbers_.begin());
    explicit_bzero(node.key().data(), node.key().size());
  }
}

void Evidence::AddLook(const std::string& number, double margin) {
  Weight& weight = numbers_[number];
  ++weight.looks;
  weight.nats += std::clamp(margin, 0.0, kLookNatsMax);
}

void Evidence::AddTogether(const std::string& number) {
  Weight& weight = numbers_[number];
  weight.looks += 2;
  weight.nats += kEnoughNats;
}

void Evidence::Suggest(const std::string& number) { numbers_[number]; }

void Evidence::AddOtherReader(const std::string& number) {
  const auto found = numbers_.find(number);
  if (found != numbers_.end()) found->second.other_reader = true;
}

std::optional<std::string> Evidence::Proven() const {
  for (const auto& one : numbers_) {
    const Weight& weight = one.second;
    const bool sure = weight.looks >= 2 && weight.nats >= kEnoughNats;
    if (!sure && !weight.other_reader) continue;
    const bool contested = std::any_of(numbers_.begin(), numbers_.end(), [&](const auto& rival) {
      return rival.first != one.first &&
             (rival.second.other_reader || rival.second.nats > kRivalShare * weight.nats);
    });
    if (!contested) return one.first;
  }
  return std::nullopt;
}

}  // namespace chunhui::recognize
