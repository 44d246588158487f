#include "services/calls/grpc_stream.h"

#include <mutex>

namespace chunhui::calls {
namespace {

using Writer = grpc::ServerWriteReactor<grpc::ByteBuffer>;

// At most one operation (a write or the finish) is under way. Whoever begins one says so under the
// mutex and calls gRPC outside it, because gRPC may react at once in the same thread. The state is
// shared with the subscription's wake function, which may come after the reactor has gone.
struct State {
  std::mutex mutex;
  Writer* reactor;
  std::shared_ptr<Subscription> subscription;
  grpc::ByteBuffer current;
  bool busy = false;
  bool cancelled = false;
  bool finished = false;
};

enum class Step { kNothing, kWrite, kFinish };

Step NextStep(State& state) {
  std::lock_guard lock(state.mutex);
  if (state.busy || state.finished) return Step::kNothing;
  if (!state.cancelled) {
    if (auto bytes = state.subscription->Take()) {
      state.current = BufferOf(*bytes);
      state.busy = true;
      return Step::kWrite;
    }
  }
  if (!state.cancelled && !state.subscription->closed()) return Step::kNothing;
  state.finished = true;
  return Step::kFinish;
}

void Advance(State& state) {
  switch (NextStep(state)) {
    case Step::kNothing:
      return;
    case Step::kWrite:
      return state.reactor->StartWrite(&state.current);
    case Step::kFinish:
      return state.reactor->Finish(
          grpc::Status(grpc::StatusCode::UNAVAILABLE, "the stream has ended, follow again"));
  }
}

class StreamReactor final : public Writer {
 public:
  explicit StreamReactor(std::shared_ptr<Subscription> subscription)
      : state_(std::make_shared<State>()) {
    state_->reactor = this;
    state_->subscription = std::move(subscription);
    state_->subscription->OnMessage([state = state_] { Advance(*state); });
  }

  void OnWriteDone(bool ok) override {
    {
      std::lock_guard lock(state_->mutex);
      state_->busy = false;
      if (!ok) state_->cancelled = true;
    }
    Advance(*state_);
  }

  void OnCancel() override {
    {
      std::lock_guard lock(state_->mutex);
      state_->cancelled = true;
    }
    Advance(*state_);
  }

  void OnDone() override {
    state_->subscription->Close();
    delete this;
  }

 private:
  std::shared_ptr<State> state_;
};

class RefusedStream final : public Writer {
 public:
  explicit RefusedStream(const Answer& answer) { Finish(StatusOf(answer)); }
  void OnDone() override { delete this; }
};

}  // namespace

grpc::ServerWriteReactor<grpc::ByteBuffer>* MakeStreamReactor(
    std::variant<std::shared_ptr<Subscription>, Answer> opened) {
  if (auto* answer = std::get_if<Answer>(&opened)) return new RefusedStream(*answer);
  return new StreamReactor(std::move(std::get<std::shared_ptr<Subscription>>(opened)));
}

}  // namespace chunhui::calls
