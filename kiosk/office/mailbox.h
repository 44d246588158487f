// What other threads want done on the UI thread, in order.
#pragma once

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace chunhui::office {

class Mailbox {
 public:
  using Letter = std::function<void()>;

  // `wake` is called after each Post, in the posting thread.
  explicit Mailbox(std::function<void()> wake) : wake_(std::move(wake)) {}

  // Any thread.
  void Post(Letter letter) {
    {
      const std::lock_guard lock(mutex_);
      letters_.push_back(std::move(letter));
    }
    wake_();
  }
  bool empty() const {
    const std::lock_guard lock(mutex_);
    return letters_.empty();
  }
  // The UI thread. A letter may post; that one waits for the next Deliver.
  bool Deliver() {
    std::vector<Letter> letters;
    {
      const std::lock_guard lock(mutex_);
      letters.swap(letters_);
    }
    for (const Letter& letter : letters) letter();
    return !letters.empty();
  }

 private:
  std::function<void()> wake_;
  mutable std::mutex mutex_;
  std::vector<Letter> letters_;  // under mutex_
};

}  // namespace chunhui::office
