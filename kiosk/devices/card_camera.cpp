#include "kiosk/devices/card_camera.h"

#include <utility>

#include "core/secrets/wipe.h"

namespace chunhui::devices {
namespace {

using secrets::Wipe;

constexpr int kCrashesMax = 3;  // of the program in a row; then something is broken

}  // namespace

AgreeingFrames::~AgreeingFrames() { Wipe(last_); }

std::optional<std::string> AgreeingFrames::Add(const std::string& number) {
  if (number.empty()) return std::nullopt;
  if (number == last_) return number;
  last_ = number;
  return std::nullopt;
}

RecognisingCardCamera::RecognisingCardCamera(std::unique_ptr<Camera> camera,
                                             Recognizer::Program program,
                                             std::function<void()> wake)
    : camera_(std::move(camera)), recognizer_(std::move(program)), wake_(std::move(wake)) {
  thread_ = std::thread([this] { Work(); });
}

RecognisingCardCamera::~RecognisingCardCamera() {
  Close();
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void RecognisingCardCamera::Open() {
  {
    const std::lock_guard lock(mutex_);
    if (open_) return;
    open_ = true;
    ++opening_;
  }
  changed_.notify_all();
}

void RecognisingCardCamera::Close() {
  {
    const std::lock_guard lock(mutex_);
    open_ = false;
    if (news_) Wipe(news_->number);
    news_.reset();
  }
  recognizer_.Interrupt();
}

std::optional<CardSeen> RecognisingCardCamera::Take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(news_, std::nullopt);
}

bool RecognisingCardCamera::Wanted(int64_t opening) {
  const std::lock_guard lock(mutex_);
  return open_ && opening_ == opening;
}

void RecognisingCardCamera::Tell(int64_t opening, CardSeen seen) {
  {
    const std::lock_guard lock(mutex_);
    if (!open_ || opening_ != opening) return Wipe(seen.number);
    news_ = std::move(seen);
  }
  wake_();
}

void RecognisingCardCamera::Work() {
  int64_t done = 0;
  while (true) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return ending_ || (open_ && opening_ != done); });
    if (ending_) return;
    done = opening_;
    lock.unlock();
    Look(done);
  }
}

void RecognisingCardCamera::Look(int64_t opening) {
  AgreeingFrames frames;
  CameraFrame frame;
  Tell(opening, {});
  if (!recognizer_.Start() || !camera_->Open()) {
    Tell(opening, {CardSeen::State::kBroken, CardAdvice::kNone, {}});
  } else {
    while (LookOnce(opening, frame, frames)) {
    }
  }
  camera_->Close();
  recognizer_.Stop();
}

// False when there is nothing more to look for.
bool RecognisingCardCamera::LookOnce(int64_t opening, CameraFrame& frame, AgreeingFrames& frames) {
  std::optional<recognize::wire::Answer> answer;
  for (int tries = 0; !answer && tries < kCrashesMax && Wanted(opening); ++tries) {
    if (!camera_->Next(frame)) break;
    answer = recognizer_.Ask(recognize::wire::Task::kIdCard, frame);
    frame.Wipe();
  }
  if (!answer) {
    Tell(opening, {CardSeen::State::kBroken, CardAdvice::kNone, {}});
    return false;
  }
  auto number = frames.Add(answer->text);
  Wipe(answer->text);
  if (number) {
    Tell(opening, {CardSeen::State::kFound, CardAdvice::kNone, *number});
    Wipe(*number);
    return false;
  }
  Tell(opening, {CardSeen::State::kLooking, answer->advice, {}});
  return Wanted(opening);
}

}  // namespace chunhui::devices
