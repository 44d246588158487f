// Cameras that look at a card. Frames stay in memory, are never written, and are overwritten when
// they go. Used by one thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/recognize/wire/wire.h"

namespace chunhui::devices {

using FrameFormat = recognize::wire::Format;

struct CameraFrame {
  FrameFormat format = FrameFormat::kFile;
  uint16_t width = 0;  // of kYuyv and kGrey
  uint16_t height = 0;
  std::vector<uint8_t> bytes;

  CameraFrame() = default;
  CameraFrame(const CameraFrame&) = delete;
  CameraFrame& operator=(const CameraFrame&) = delete;
  ~CameraFrame() { Wipe(); }
  void Wipe();  // overwrites the bytes
};

class Camera {
 public:
  virtual ~Camera() = default;
  // False when there is no such camera, or it cannot do what we need.
  virtual bool Open() = 0;
  // The next frame, after at most a second. False when the camera has gone.
  virtual bool Next(CameraFrame& frame) = 0;
  virtual void Close() = 0;
};

// A camera of Linux (V4L2), for example a document camera that looks down: JPEG if it can, else
// YUYV, about 1280 x 960.
class V4l2Camera : public Camera {
 public:
  explicit V4l2Camera(std::string device) : device_(std::move(device)) {}
  ~V4l2Camera() override { Close(); }
  bool Open() override;
  bool Next(CameraFrame& frame) override;
  void Close() override;

 private:
  struct Mapped {
    void* start;
    size_t bytes;
  };

  bool ChooseFormat();
  bool MapBuffers();
  bool Queue(uint32_t index);

  std::string device_;
  int file_ = -1;
  FrameFormat format_ = FrameFormat::kFile;
  uint16_t width_ = 0, height_ = 0;
  std::vector<Mapped> mapped_;
};

// For the demo town and tests: pictures from files, one after another, over and over.
class PictureCamera : public Camera {
 public:
  // A frame every `interval_ms`.
  PictureCamera(std::vector<std::filesystem::path> pictures, int interval_ms)
      : pictures_(std::move(pictures)), interval_ms_(interval_ms) {}
  bool Open() override { return !pictures_.empty(); }
  bool Next(CameraFrame& frame) override;
  void Close() override {}

 private:
  std::vector<std::filesystem::path> pictures_;
  int interval_ms_;
  size_t next_ = 0;
};

}  // namespace chunhui::devices
