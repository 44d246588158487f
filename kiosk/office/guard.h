// Lets an answer find out that whoever asked is gone. UI thread only.
#pragma once

#include <memory>

namespace chunhui::office {

// A member of whoever asks; answers that come after it is gone are dropped.
class Guard {
 public:
  Guard() : alive_(std::make_shared<char>()) {}
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

  std::weak_ptr<const void> watch() const { return alive_; }
  // Answers to what was asked so far are dropped too.
  void Renew() { alive_ = std::make_shared<char>(); }

 private:
  std::shared_ptr<char> alive_;
};

}  // namespace chunhui::office
