// A wire to nowhere: answers every call with what an example says, at once and always the same.
#pragma once

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <string>

#include "kiosk/office/line.h"
#include "kiosk/office/methods.h"

namespace chunhui::screens {

// What the office answers, by method. A method that is not there is not answered at all.
class ExampleAnswers {
 public:
  template <typename Request, typename Response>
  void Set(const office::Method<Request, Response>& method, const Response& response) {
    replies_[method.name] = {office::Reply::Kind::kAnswered, response.SerializeAsString(), {}};
  }
  template <typename Request, typename Response>
  void Refuse(const office::Method<Request, Response>& method, v1::Reason reason,
              int retry_after_seconds = 0) {
    v1::ErrorDetail detail;
    detail.set_reason(reason);
    detail.set_retry_after_seconds(retry_after_seconds);
    replies_[method.name] = {office::Reply::Kind::kRefused, {}, detail};
  }
  template <typename Request, typename Response>
  void Silence(const office::Method<Request, Response>& method) {
    replies_.erase(method.name);
  }
  void SilenceAll() { replies_.clear(); }
  // The answer takes longer than anybody waits.
  template <typename Request, typename Response>
  void Hang(const office::Method<Request, Response>& method) {
    hanging_.insert(method.name);
  }
  office::Reply For(const std::string& method) const;
  bool Hangs(const std::string& method) const { return hanging_.contains(method); }
  bool any_hangs() const { return !hanging_.empty(); }

 private:
  std::set<std::string> hanging_;
  std::map<std::string, office::Reply> replies_;
};

class ExampleLine : public office::Line {
 public:
  explicit ExampleLine(ExampleAnswers answers) : answers_(std::move(answers)) {}

  office::Reply Call(const std::string& method, const office::Headers& headers,
                     const std::string& bytes, std::chrono::milliseconds deadline) override;
  // Nothing ever happens on the stream; it stays open until Stop.
  void Read(const std::string& method, const std::string& bytes,
            const std::function<void(const std::string&)>& message) override;
  void Stop() override;
  // From now on nobody answers.
  void GoAway() { away_ = true; }
  // From now on an answer takes longer than anybody waits for.
  void Hold() { held_ = true; }
  void Say(ExampleAnswers answers);

 private:
  std::mutex mutex_;
  ExampleAnswers answers_;  // under mutex_
  std::condition_variable stopped_changed_;
  bool stopped_ = false;  // under mutex_
  std::atomic<bool> away_ = false;
  std::atomic<bool> held_ = false;
};

}  // namespace chunhui::screens
