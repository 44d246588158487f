// A kiosk's line to an office in the same process, and what can go wrong with it.
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>

#include "kiosk/office/line.h"
#include "services/calls/dispatcher.h"

namespace chunhui::tests {

// The wire between them; shared with the test, which cuts and mends it. Any thread.
class Wire {
 public:
  // Nothing passes; a stream that is open breaks.
  void Cut();
  void Mend();
  bool cut() const { return cut_; }
  // The next answers of this method are lost on their way back, though the office has done what was
  // asked. Other calls pass, so that the office does not seem away by chance.
  void LoseAnswers(const std::string& method, int count);
  // Calls of this method do not even reach the office, until an empty name is given.
  void DropCalls(const std::string& method);
  bool LosesAnswer(const std::string& method);
  bool DropsCall(const std::string& method);
  int calls() const { return calls_; }
  void CountCall() { ++calls_; }

 private:
  friend class InProcessLine;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::atomic<bool> cut_ = false;
  std::string lossy_method_;    // under mutex_
  int answers_to_lose_ = 0;     // under mutex_
  std::string dropped_method_;  // under mutex_
  std::atomic<int> calls_ = 0;
};

class InProcessLine : public office::Line {
 public:
  InProcessLine(calls::Dispatcher& dispatcher, std::string device_uri, std::shared_ptr<Wire> wire);

  office::Reply Call(const std::string& method, const office::Headers& headers,
                     const std::string& bytes, std::chrono::milliseconds deadline) override;
  void Read(const std::string& method, const std::string& bytes,
            const std::function<void(const std::string&)>& message) override;
  void Stop() override;

 private:
  bool broken() const { return stopped_ || wire_->cut(); }

  calls::Dispatcher& dispatcher_;
  const std::string device_uri_;
  const std::shared_ptr<Wire> wire_;
  std::atomic<bool> stopped_ = false;
};

}  // namespace chunhui::tests
