// Looks at an ID card until its number is certain: a camera and chunhui-recognize on a thread of
// their own. Nothing is kept: frames are overwritten at once, the program is killed at Close.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

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

class CardCamera {
 public:
  enum class State { kStarting, kLooking, kFound, kBroken };

  struct View {
    State state = State::kStarting;
    CardAdvice advice = CardAdvice::kNone;  // kLooking: what would help
    std::string number;                     // kFound
  };

  // `wake` is called from the thread whenever Take has something new.
  CardCamera(std::unique_ptr<Camera> camera, Recognizer::Program program,
             std::function<void()> wake);
  ~CardCamera();
  CardCamera(const CardCamera&) = delete;
  CardCamera& operator=(const CardCamera&) = delete;

  // Opens the camera and begins to look. Nothing when it looks already.
  void Open();
  // Ends looking, kills the program, forgets what was seen. Waits for the thread, at most about a
  // second.
  void Close();
  // What has changed since the last call. UI thread.
  std::optional<View> Take();

 private:
  void Look();
  bool LookOnce(CameraFrame& frame, AgreeingFrames& frames);
  void Tell(View view);
  bool closing();

  std::unique_ptr<Camera> camera_;
  Recognizer recognizer_;  // only the thread uses it while there is one
  std::function<void()> wake_;
  std::thread thread_;
  std::mutex mutex_;  // guards the two below
  bool closing_ = false;
  std::optional<View> news_;
};

}  // namespace chunhui::devices
