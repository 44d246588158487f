#include "kiosk/recognize/serve.h"

#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "core/time/clock.h"
#include "core/time/local_time.h"
#include "kiosk/recognize/handwriting/command.h"
#include "kiosk/recognize/handwriting/reader.h"
#include "kiosk/recognize/pictures/picture_tasks.h"
#include "kiosk/recognize/sandbox.h"
#include "kiosk/recognize/wire/wire.h"

namespace chunhui::recognize {
namespace {

// The pictures. Writable, so that each can be overwritten when it has been read.
class SharedMemory {
 public:
  SharedMemory() {
    struct stat about {};
    const bool whole =
        fstat(wire::kSharedMemory, &about) == 0 && about.st_size == off_t{wire::kSharedBytes};
    void* start = whole ? mmap(nullptr, wire::kSharedBytes, PROT_READ | PROT_WRITE, MAP_SHARED,
                               wire::kSharedMemory, 0)
                        : MAP_FAILED;
    if (start == MAP_FAILED) throw std::runtime_error("serve is started by the kiosk only");
    start_ = static_cast<uint8_t*>(start);
    madvise(start_, wire::kSharedBytes, MADV_DONTDUMP);
    mlock(start_, wire::kSharedBytes);  // as far as the limits allow
  }
  ~SharedMemory() { munmap(start_, wire::kSharedBytes); }
  SharedMemory(const SharedMemory&) = delete;
  SharedMemory& operator=(const SharedMemory&) = delete;

  std::span<const uint8_t> Bytes(size_t count) const { return {start_, count}; }
  void Wipe(size_t count) { explicit_bzero(start_, count); }

 private:
  uint8_t* start_;
};

// The next packet; nothing when the kiosk has hung up or sends what it must not.
std::optional<wire::Request> NextRequest() {
  std::array<uint8_t, wire::kMessageBytesMax> packet;
  ssize_t length = 0;
  do {
    length = recv(wire::kSocket, packet.data(), packet.size(), 0);
  } while (length < 0 && errno == EINTR);
  if (length <= 0) return std::nullopt;
  return wire::DecodeRequest({packet.data(), static_cast<size_t>(length)});
}

bool Send(const wire::Answer& answer) {
  const std::vector<uint8_t> packet = wire::Encode(answer);
  return send(wire::kSocket, packet.data(), packet.size(), MSG_NOSIGNAL) ==
         static_cast<ssize_t>(packet.size());
}

wire::Answer ReadWritten(const HandwritingReader& reader, std::span<const uint8_t> text) {
  wire::Answer answer;
  const auto written = ReadInkLine({reinterpret_cast<const char*>(text.data()), text.size()});
  answer.picture = written.has_value();
  if (written) answer.text = CandidateLine(reader, written->ink);
  return answer;
}

}  // namespace

int RunServe(bool invented) {
  SharedMemory memory;
  const time::Date today = time::LocalDate(time::SystemClock().now());
  PictureTasks pictures(IdRules{today, invented});
  const HandwritingReader reader(HandwritingModel::Load(HandwritingModelFile()));
  EnterSandbox();
  while (const auto request = NextRequest()) {
    const std::span<const uint8_t> bytes = memory.Bytes(request->bytes);
    wire::Answer answer = request->task == wire::Task::kHandwriting ? ReadWritten(reader, bytes)
                                                                    : pictures.Do(*request, bytes);
    memory.Wipe(request->bytes);
    answer.number = request->number;
    const bool sent = Send(answer);
    explicit_bzero(answer.text.data(), answer.text.size());
    if (!sent) break;
  }
  return 0;
}

}  // namespace chunhui::recognize
