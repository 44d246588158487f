// Looks at an ID card until its number is certain. Nothing is kept: frames are overwritten at once,
// the program is killed at Close. UI thread.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "kiosk/devices/camera.h"
#include "kiosk/devices/recognizer.h"

namespace chunhui::devices {

using CardAdvice = recognize::wire::Advice;

// Looks at one photo share its faults; only another photo with the same number is evidence.
class AgreeingFrames {
 public:
  ~AgreeingFrames();
  // What was read in the next frame (empty: nothing). The number once two frames have shown it
  // with no other number between them.
  std::optional<std::string> Add(const std::string& number);

 private:
  std::string last_;
};

// What is known of the card under the camera.
struct CardSeen {
  enum class State { kStarting, kLooking, kFound, kBroken };

  State state = State::kStarting;
  CardAdvice advice = CardAdvice::kNone;  // kLooking: what would help
  std::string number;                     // kFound
};

class CardCamera {
 public:
  virtual ~CardCamera() = default;
  // Begins to look; nothing when it looks already.
  virtual void Open() = 0;
  // Ends looking, kills the program, forgets what was seen. Waits for nothing.
  virtual void Close() = 0;
  // What has changed since the last call.
  virtual std::optional<CardSeen> Take() = 0;
};

// A real camera, or pictures from files, and the program. One thread for as long as this lives: the
// program dies with the thread that started it.
class RecognisingCardCamera : public CardCamera {
 public:
  // `wake` is called from the thread whenever Take has something new.
  RecognisingCardCamera(std::unique_ptr<Camera> camera, Recognizer::Program program,
                        std::function<void()> wake);
  ~RecognisingCardCamera() override;
  RecognisingCardCamera(const RecognisingCardCamera&) = delete;
  RecognisingCardCamera& operator=(const RecognisingCardCamera&) = delete;

  void Open() override;
  void Close() override;
  std::optional<CardSeen> Take() override;

 private:
  void Work();
  void Look(int64_t opening);
  bool LookOnce(int64_t opening, CameraFrame& frame, AgreeingFrames& frames);
  void Tell(int64_t opening, CardSeen seen);
  bool Wanted(int64_t opening);

  std::unique_ptr<Camera> camera_;  // the thread's
  Recognizer recognizer_;           // the thread's, but for Interrupt
  std::function<void()> wake_;
  std::mutex mutex_;  // guards what follows
  std::condition_variable changed_;
  bool ending_ = false;
  bool open_ = false;
  int64_t opening_ = 0;  // how often it was opened
  std::optional<CardSeen> news_;
  std::thread thread_;
};

// Sees what it is told: for pictures of screens, and tests.
class FixedCardCamera : public CardCamera {
 public:
  void Show(CardSeen seen) { seen_ = std::move(seen); }
  bool open() const { return open_; }
  void Open() override { open_ = true; }
  void Close() override { open_ = false; }
  std::optional<CardSeen> Take() override { return open_ ? seen_ : std::nullopt; }

 private:
  bool open_ = false;
  std::optional<CardSeen> seen_;
};

}  // namespace chunhui::devices
