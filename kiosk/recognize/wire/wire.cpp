#include "kiosk/recognize/wire/wire.h"

#include <algorithm>

namespace chunhui::recognize::wire {
namespace {

constexpr uint32_t kRequestMark = 0x51524843;  // "CHRQ"
constexpr uint32_t kAnswerMark = 0x41524843;   // "CHRA"

void Put(std::vector<uint8_t>& packet, uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) packet.push_back(static_cast<uint8_t>(value >> (8 * i)));
}

// Takes little-endian numbers from the front; nothing more once the packet has been too short.
class Taker {
 public:
  explicit Taker(std::span<const uint8_t> packet) : rest_(packet) {}

  uint32_t Take(size_t bytes) {
    if (rest_.size() < bytes) {
      whole_ = false;
      return 0;
    }
    uint32_t value = 0;
    for (size_t i = 0; i < bytes; ++i) value |= static_cast<uint32_t>(rest_[i]) << (8 * i);
    rest_ = rest_.subspan(bytes);
    return value;
  }

  std::span<const uint8_t> rest() const { return rest_; }
  bool whole() const { return whole_; }

 private:
  std::span<const uint8_t> rest_;
  bool whole_ = true;
};

bool Between(uint32_t value, uint32_t least, uint32_t most) {
  return value >= least && value <= most;
}

// The size that the format needs.
bool HasItsBytes(const Request& request) {
  const bool raw = request.format == Format::kYuyv || request.format == Format::kGrey;
  if (!raw) return request.width == 0 && request.height == 0 && request.bytes > 0;
  const uint32_t per_pixel = request.format == Format::kYuyv ? 2 : 1;
  const bool even = request.format != Format::kYuyv || request.width % 2 == 0;
  return even && Between(request.width, 1, kSidePixelsMax) &&
         Between(request.height, 1, kSidePixelsMax) &&
         request.bytes == per_pixel * request.width * request.height;
}

bool SuitsItsTask(const Request& request) {
  return (request.task == Task::kHandwriting) == (request.format == Format::kText);
}

}  // namespace

std::vector<uint8_t> Encode(const Request& request) {
  std::vector<uint8_t> packet;
  Put(packet, kRequestMark, 4);
  Put(packet, request.number, 4);
  Put(packet, static_cast<uint32_t>(request.task), 1);
  Put(packet, static_cast<uint32_t>(request.format), 1);
  Put(packet, request.width, 2);
  Put(packet, request.height, 2);
  Put(packet, request.bytes, 4);
  return packet;
}

std::vector<uint8_t> Encode(const Answer& answer) {
  const size_t length = std::min(answer.text.size(), kTextBytesMax);
  std::vector<uint8_t> packet;
  Put(packet, kAnswerMark, 4);
  Put(packet, answer.number, 4);
  Put(packet, answer.picture ? 1 : 0, 1);
  Put(packet, static_cast<uint32_t>(answer.advice), 1);
  Put(packet, static_cast<uint32_t>(length), 2);
  packet.insert(packet.end(), answer.text.begin(),
                answer.text.begin() + static_cast<std::ptrdiff_t>(length));
  return packet;
}

std::optional<Request> DecodeRequest(std::span<const uint8_t> packet) {
  Taker taker(packet);
  if (taker.Take(4) != kRequestMark) return std::nullopt;
  Request request;
  request.number = taker.Take(4);
  const uint32_t task = taker.Take(1), format = taker.Take(1);
  request.width = static_cast<uint16_t>(taker.Take(2));
  request.height = static_cast<uint16_t>(taker.Take(2));
  request.bytes = taker.Take(4);
  if (!taker.whole() || !taker.rest().empty()) return std::nullopt;
  if (!Between(task, 1, 4) || !Between(format, 1, 4) || request.bytes > kSharedBytes) {
    return std::nullopt;
  }
  request.task = static_cast<Task>(task);
  request.format = static_cast<Format>(format);
  if (!HasItsBytes(request) || !SuitsItsTask(request)) return std::nullopt;
  return request;
}

std::optional<Answer> DecodeAnswer(std::span<const uint8_t> packet) {
  Taker taker(packet);
  if (taker.Take(4) != kAnswerMark) return std::nullopt;
  Answer answer;
  answer.number = taker.Take(4);
  const uint32_t picture = taker.Take(1), advice = taker.Take(1), length = taker.Take(2);
  if (!taker.whole() || picture > 1 || advice > kAdviceLast) return std::nullopt;
  if (length > kTextBytesMax || taker.rest().size() != length) return std::nullopt;
  answer.picture = picture == 1;
  answer.advice = static_cast<Advice>(advice);
  answer.text.assign(taker.rest().begin(), taker.rest().end());
  return answer;
}

}  // namespace chunhui::recognize::wire
