#include "kiosk/devices/readers/id_card_reader.h"

#include <algorithm>
#include <utility>

#include "kiosk/devices/readers/serial_port.h"

namespace chunhui::devices {

// One open line, for as long as it lasts.
class IdCardReader::Session {
 public:
  explicit Session(IdCardReader& owner) : owner_(owner), port_(owner.options_.port) {}

  void Run() {
    while (!gone_ && port_.open() && !owner_.stopping_) {
      Step();
      owner_.Nap(owner_.options_.ask_every);
    }
  }

 private:
  // The module finds a card only once: one that was read stays unfound until it is lifted.
  void Step() {
    if (StatusOf(SamCommand::kFind) != kSamFound) return;
    if (StatusOf(SamCommand::kSelect) != kSamDone) return;
    const auto answer = Ask(SamCommand::kRead);
    if (!answer || answer->status != kSamDone) return;
    if (const auto text = ReadIdCardText(answer->text)) {
      owner_.on_card_(*text);
    } else {
      ++owner_.faults_;
    }
  }

  uint8_t StatusOf(SamCommand command) {
    const auto answer = Ask(command);
    return answer ? answer->status : 0;
  }

  std::optional<SamAnswer> Ask(SamCommand command) {
    frames_.Clear();
    if (!port_.Write(SamRequest(command))) {
      gone_ = true;
      return std::nullopt;
    }
    const auto end = std::chrono::steady_clock::now() + owner_.options_.answer_max;
    const int broken = frames_.broken();
    while (std::chrono::steady_clock::now() < end && !owner_.stopping_) {
      const auto bytes = port_.Read(std::chrono::milliseconds(50));
      gone_ = !bytes;
      if (gone_) return std::nullopt;
      auto answer = frames_.Take(*bytes);
      if (frames_.broken() > broken) {
        ++owner_.faults_;
        if (!answer) return std::nullopt;  // asked again soon
      }
      if (answer) return answer;
    }
    ++owner_.faults_;
    return std::nullopt;
  }

  IdCardReader& owner_;
  SerialPort port_;
  SamFrames frames_;
  bool gone_ = false;
};

IdCardReader::IdCardReader(Options options, OnCard on_card)
    : options_(std::move(options)), on_card_(std::move(on_card)), thread_([this] { Run(); }) {}

IdCardReader::~IdCardReader() {
  stopping_ = true;
  thread_.join();
}

void IdCardReader::Run() {
  while (!stopping_) {
    Session(*this).Run();
    Nap(options_.retry);
  }
}

void IdCardReader::Nap(std::chrono::milliseconds time) const {
  constexpr std::chrono::milliseconds kNap{50};
  while (time.count() > 0 && !stopping_) {
    std::this_thread::sleep_for(std::min(time, kNap));
    time -= kNap;
  }
}

}  // namespace chunhui::devices
