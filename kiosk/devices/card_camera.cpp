#include "kiosk/devices/card_camera.h"

#include <cstring>
#include <utility>

namespace chunhui::devices {
namespace {

constexpr int kCrashesMax = 3;  // of the program in a row; then something is broken

void Wipe(std::string& text) {
  explicit_bzero(text.data(), text.size());
  text.clear();
}

}  // namespace

AgreeingFrames::~AgreeingFrames() { Wipe(last_); }

std::optional<std::string> AgreeingFrames::Add(const std::string& number) {
  if (number.empty()) return std::nullopt;
  if (number == last_) return number;
  last_ = number;
  return std::nullopt;
}

CardCamera::CardCamera(std::unique_ptr<Camera> camera, Recognizer::Program program,
                       std::function<void()> wake)
    : camera_(std::move(camera)), recognizer_(std::move(program)), wake_(std::move(wake)) {}

CardCamera::~CardCamera() { Close(); }

void CardCamera::Open() {
  if (thread_.joinable()) return;
  closing_ = false;
  thread_ = std::thread([this] { Look(); });
}

void CardCamera::Close() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  if (thread_.joinable()) thread_.join();
  if (news_) Wipe(news_->number);
  news_.reset();
}

std::optional<CardCamera::View> CardCamera::Take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(news_, std::nullopt);
}

void CardCamera::Tell(View view) {
  {
    const std::lock_guard lock(mutex_);
    news_ = std::move(view);
  }
  wake_();
}

bool CardCamera::closing() {
  const std::lock_guard lock(mutex_);
  return closing_;
}

// The program dies with the thread that started it, so this thread does both.
void CardCamera::Look() {
  AgreeingFrames frames;
  CameraFrame frame;
  Tell({});
  if (!recognizer_.Start() || !camera_->Open()) {
    Tell({State::kBroken, CardAdvice::kNone, {}});
  } else {
    while (!closing() && LookOnce(frame, frames)) {
    }
  }
  camera_->Close();
  recognizer_.Stop();
}

// False when there is nothing more to look for.
bool CardCamera::LookOnce(CameraFrame& frame, AgreeingFrames& frames) {
  std::optional<recognize::wire::Answer> answer;
  for (int tries = 0; !answer && tries < kCrashesMax && !closing(); ++tries) {
    if (!camera_->Next(frame)) break;
    answer = recognizer_.Ask(recognize::wire::Task::kIdCard, frame);
    frame.Wipe();
  }
  if (!answer) {
    if (!closing()) Tell({State::kBroken, CardAdvice::kNone, {}});
    return false;
  }
  auto number = frames.Add(answer->text);
  Wipe(answer->text);
  if (number) {
    Tell({State::kFound, CardAdvice::kNone, *number});
    Wipe(*number);
    return false;
  }
  Tell({State::kLooking, answer->advice, {}});
  return true;
}

}  // namespace chunhui::devices
