#include "kiosk/screens/examples/example_line.h"

namespace chunhui::screens {

office::Reply ExampleAnswers::For(const std::string& method) const {
  const auto found = replies_.find(method);
  return found == replies_.end() ? office::Reply() : found->second;
}

office::Reply ExampleLine::Call(const std::string& method, const office::Headers& /*headers*/,
                                const std::string& /*bytes*/,
                                std::chrono::milliseconds /*deadline*/) {
  std::unique_lock lock(mutex_);
  const bool hangs = held_ || answers_.Hangs(method);
  if (hangs) stopped_changed_.wait(lock, [this] { return stopped_; });
  return away_ || hangs ? office::Reply() : answers_.For(method);
}

void ExampleLine::Say(ExampleAnswers answers) {
  const std::lock_guard lock(mutex_);
  answers_ = std::move(answers);
}

void ExampleLine::Read(const std::string& /*method*/, const std::string& /*bytes*/,
                       const std::function<void(const std::string&)>& /*message*/) {
  std::unique_lock lock(mutex_);
  stopped_changed_.wait(lock, [this] { return stopped_; });
}

void ExampleLine::Stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  stopped_changed_.notify_all();
}

}  // namespace chunhui::screens
