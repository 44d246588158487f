// What kiosk and chunhui-recognize say to each other: one message per packet of a socket pair,
// fixed sizes, everything checked on arrival. Pictures lie in shared memory beside it, one at a
// time; whoever is done with one overwrites it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace chunhui::recognize::wire {

// The file descriptors with which the kiosk starts `chunhui-recognize serve`.
inline constexpr int kSocket = 3;
inline constexpr int kSharedMemory = 4;
inline constexpr uint32_t kSharedBytes = 8u << 20;

inline constexpr size_t kMessageBytesMax = 1024;
inline constexpr size_t kTextBytesMax = 900;
inline constexpr int kSidePixelsMax = 4096;

enum class Task : uint8_t { kIdCard = 1, kServiceCard = 2, kQr = 3, kHandwriting = 4 };

enum class Format : uint8_t {
  kFile = 1,  // a JPEG or PNG; width and height are 0
  kYuyv = 2,  // two bytes per pixel, rows without gaps
  kGrey = 3,  // one byte per pixel, rows without gaps
  kText = 4,  // handwriting: a stroke file
};

struct Request {
  uint32_t number = 0;  // repeated in the answer
  Task task = Task::kIdCard;
  Format format = Format::kFile;
  uint16_t width = 0;
  uint16_t height = 0;
  uint32_t bytes = 0;  // of shared memory, from its beginning
};

// What would help most to get the next picture read.
enum class Advice : uint8_t {
  kNone = 0,  // the picture is good
  kShowCard = 1,
  kCloser = 2,
  kFarther = 3,
  kStraighter = 4,
  kMoreLight = 5,
  kGlare = 6,
  kUpsideDown = 7,
  kHoldStill = 8,
};
inline constexpr uint8_t kAdviceLast = 8;

struct Answer {
  uint32_t number = 0;
  bool picture = true;  // false: what lay in the memory was no picture
  Advice advice = Advice::kNone;
  std::string text;  // what was read; empty: nothing
};

std::vector<uint8_t> Encode(const Request& request);
std::vector<uint8_t> Encode(const Answer& answer);  // a longer text is cut off

// Nothing unless every field is what it may be and the packet ends where it should.
std::optional<Request> DecodeRequest(std::span<const uint8_t> packet);
std::optional<Answer> DecodeAnswer(std::span<const uint8_t> packet);

}  // namespace chunhui::recognize::wire
