#include "kiosk/devices/camera.h"

#include <chrono>
#include <cstring>
#include <fstream>
#include <iterator>
#include <thread>

namespace chunhui::devices {

void CameraFrame::Wipe() {
  explicit_bzero(bytes.data(), bytes.size());
  bytes.clear();
}

bool PictureCamera::Next(CameraFrame& frame) {
  std::this_thread::sleep_for(std::chrono::milliseconds(interval_ms_));
  std::ifstream file(pictures_[next_ % pictures_.size()], std::ios::binary);
  ++next_;
  frame.Wipe();
  frame.format = FrameFormat::kFile;
  frame.bytes.assign(std::istreambuf_iterator<char>(file), {});
  return !frame.bytes.empty();
}

}  // namespace chunhui::devices
