#include "tests/support/in_process_line.h"

namespace chunhui::tests {
namespace {

office::Reply ToReply(const calls::Answer& answer) {
  using office::Reply;
  if (answer.code == calls::Code::kOk) return {Reply::Kind::kAnswered, answer.response, {}};
  v1::ErrorDetail detail = calls::DetailOf(answer);
  const bool again = answer.code == calls::Code::kUnavailable || detail.reason() == v1::REASON_BUSY;
  return {again ? Reply::Kind::kNoAnswer : Reply::Kind::kRefused, {}, detail};
}

}  // namespace

void Wire::Cut() {
  cut_ = true;
  const std::lock_guard lock(mutex_);
  changed_.notify_all();
}

void Wire::Mend() { cut_ = false; }

void Wire::LoseAnswers(const std::string& method, int count) {
  const std::lock_guard lock(mutex_);
  lossy_method_ = method;
  answers_to_lose_ = count;
}

void Wire::DropCalls(const std::string& method) {
  const std::lock_guard lock(mutex_);
  dropped_method_ = method;
}

bool Wire::LosesAnswer(const std::string& method) {
  const std::lock_guard lock(mutex_);
  if (method != lossy_method_ || answers_to_lose_ == 0) return false;
  --answers_to_lose_;
  return true;
}

bool Wire::DropsCall(const std::string& method) {
  const std::lock_guard lock(mutex_);
  return method == dropped_method_;
}

InProcessLine::InProcessLine(calls::Dispatcher& dispatcher, std::string device_uri,
                             std::shared_ptr<Wire> wire)
    : dispatcher_(dispatcher), device_uri_(std::move(device_uri)), wire_(std::move(wire)) {}

office::Reply InProcessLine::Call(const std::string& method, const office::Headers& headers,
                                  const std::string& bytes, std::chrono::milliseconds) {
  if (broken() || wire_->DropsCall(method)) return {};
  calls::Peer peer;
  peer.device_uri = device_uri_;
  peer.session_token = headers.session_token;
  peer.visit_token = headers.visit_token;
  if (headers.occurred_at_unix_ms) {
    peer.occurred_at = time::FromUnixMs(*headers.occurred_at_unix_ms);
  }
  wire_->CountCall();
  const office::Reply reply = ToReply(dispatcher_.CallAndWait(method, peer, bytes));
  return broken() || wire_->LosesAnswer(method) ? office::Reply() : reply;
}

void InProcessLine::Read(const std::string& method, const std::string& bytes,
                         const std::function<void(const std::string&)>& message) {
  if (broken()) return;
  calls::Peer peer;
  peer.device_uri = device_uri_;
  auto opened = dispatcher_.OpenStream(method, peer, bytes);
  if (!std::holds_alternative<std::shared_ptr<calls::Subscription>>(opened)) return;
  const auto stream = std::get<std::shared_ptr<calls::Subscription>>(opened);
  stream->OnMessage([wire = wire_] {
    const std::lock_guard lock(wire->mutex_);
    wire->changed_.notify_all();
  });
  while (!broken() && !stream->closed()) {
    if (const auto next = stream->Take()) {
      message(*next);
      continue;
    }
    std::unique_lock lock(wire_->mutex_);
    // The short wait covers a message that came between Take and here.
    wire_->changed_.wait_for(lock, std::chrono::milliseconds(20));
  }
  stream->OnMessage([] {});
  stream->Close();
}

void InProcessLine::Stop() {
  stopped_ = true;
  const std::lock_guard lock(wire_->mutex_);
  wire_->changed_.notify_all();
}

}  // namespace chunhui::tests
