#include <fcntl.h>
#include <linux/videodev2.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "kiosk/devices/camera.h"

namespace chunhui::devices {
namespace {

constexpr uint32_t kWidth = 1280, kHeight = 960;
constexpr uint32_t kBuffers = 3;
constexpr int kFrameMsMax = 1000;

bool Control(int file, unsigned long request, void* argument) {
  int answer = 0;
  do {
    answer = ioctl(file, request, argument);
  } while (answer < 0 && errno == EINTR);
  return answer == 0;
}

v4l2_buffer BufferOf(uint32_t index) {
  v4l2_buffer buffer{};
  buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
  buffer.memory = V4L2_MEMORY_MMAP;
  buffer.index = index;
  return buffer;
}

}  // namespace

bool V4l2Camera::Open() {
  Close();
  file_ = open(device_.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
  if (file_ < 0) return false;
  int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
  if (ChooseFormat() && MapBuffers() && Control(file_, VIDIOC_STREAMON, &type)) return true;
  Close();
  return false;
}

bool V4l2Camera::ChooseFormat() {
  for (const uint32_t wanted : {V4L2_PIX_FMT_MJPEG, V4L2_PIX_FMT_YUYV}) {
    v4l2_format format{};
    format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    format.fmt.pix.width = kWidth;
    format.fmt.pix.height = kHeight;
    format.fmt.pix.pixelformat = wanted;
    if (!Control(file_, VIDIOC_S_FMT, &format)) continue;
    if (format.fmt.pix.pixelformat != wanted) continue;
    const bool raw = wanted == V4L2_PIX_FMT_YUYV;
    const bool gaps = raw && format.fmt.pix.bytesperline != 2 * format.fmt.pix.width;
    if (gaps || format.fmt.pix.width > recognize::wire::kSidePixelsMax) continue;
    format_ = raw ? FrameFormat::kYuyv : FrameFormat::kFile;
    width_ = raw ? static_cast<uint16_t>(format.fmt.pix.width) : 0;
    height_ = raw ? static_cast<uint16_t>(format.fmt.pix.height) : 0;
    return true;
  }
  return false;
}

bool V4l2Camera::MapBuffers() {
  v4l2_requestbuffers request{};
  request.count = kBuffers;
  request.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
  request.memory = V4L2_MEMORY_MMAP;
  if (!Control(file_, VIDIOC_REQBUFS, &request) || request.count == 0) return false;
  for (uint32_t index = 0; index < request.count; ++index) {
    v4l2_buffer buffer = BufferOf(index);
    if (!Control(file_, VIDIOC_QUERYBUF, &buffer)) return false;
    void* start = mmap(nullptr, buffer.length, PROT_READ | PROT_WRITE, MAP_SHARED, file_,
                       static_cast<off_t>(buffer.m.offset));
    if (start == MAP_FAILED) return false;
    mapped_.push_back({start, buffer.length});
    if (!Queue(index)) return false;
  }
  return true;
}

bool V4l2Camera::Queue(uint32_t index) {
  v4l2_buffer buffer = BufferOf(index);
  return Control(file_, VIDIOC_QBUF, &buffer);
}

bool V4l2Camera::Next(CameraFrame& frame) {
  frame.Wipe();
  pollfd ready{file_, POLLIN, 0};
  if (file_ < 0 || poll(&ready, 1, kFrameMsMax) <= 0) return false;
  v4l2_buffer buffer = BufferOf(0);
  if (!Control(file_, VIDIOC_DQBUF, &buffer) || buffer.index >= mapped_.size()) return false;
  const Mapped& mapped = mapped_[buffer.index];
  const size_t bytes = std::min<size_t>(buffer.bytesused, mapped.bytes);
  const auto* start = static_cast<const uint8_t*>(mapped.start);
  frame.format = format_;
  frame.width = width_;
  frame.height = height_;
  frame.bytes.assign(start, start + bytes);
  explicit_bzero(mapped.start, bytes);
  return Queue(buffer.index);
}

void V4l2Camera::Close() {
  if (file_ < 0) return;
  int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
  Control(file_, VIDIOC_STREAMOFF, &type);
  for (const Mapped& mapped : mapped_) {
    explicit_bzero(mapped.start, mapped.bytes);
    munmap(mapped.start, mapped.bytes);
  }
  mapped_.clear();
  close(file_);
  file_ = -1;
}

}  // namespace chunhui::devices
