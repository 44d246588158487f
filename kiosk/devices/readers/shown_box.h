// Where readers put what they have read, for the UI thread to take: the newest only, for nobody
// wants the card before the last.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <utility>

namespace chunhui::devices {

class ShownBox {
 public:
  // `wake` is called after each Put, on the thread of the reader.
  explicit ShownBox(std::function<void()> wake) : wake_(std::move(wake)) {}

  void Put(std::string line) {
    {
      const std::lock_guard lock(mutex_);
      line_ = std::move(line);
    }
    wake_();
  }
  // Empty when nothing has come since.
  std::string Take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(line_, {});
  }

 private:
  std::function<void()> wake_;
  std::mutex mutex_;
  std::string line_;
};

}  // namespace chunhui::devices
