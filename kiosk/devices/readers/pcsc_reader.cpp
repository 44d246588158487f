#include "kiosk/devices/readers/pcsc_reader.h"

#include <winscard.h>

#include <map>
#include <string>
#include <vector>

namespace chunhui::devices {
namespace {

constexpr DWORD kLookEveryMs = 200;  // so that stopping never waits for long
constexpr const char* kPlugging = "\\\\?PnP?\\Notification";
constexpr size_t kAnswerMax = 300;

// A card while it lies on the reader.
class Card {
 public:
  Card(SCARDCONTEXT context, const char* reader) {
    open_ = SCardConnect(context, reader, SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1,
                         &handle_, &protocol_) == SCARD_S_SUCCESS;
  }
  ~Card() {
    if (open_) SCardDisconnect(handle_, SCARD_LEAVE_CARD);
  }
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;

  std::optional<std::string> Transmit(std::string_view command) {
    if (!open_) return std::nullopt;
    const SCARD_IO_REQUEST* how = protocol_ == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
    std::string answer(kAnswerMax, '\0');
    DWORD length = answer.size();
    const LONG code =
        SCardTransmit(handle_, how, reinterpret_cast<const BYTE*>(command.data()), command.size(),
                      nullptr, reinterpret_cast<BYTE*>(answer.data()), &length);
    if (code != SCARD_S_SUCCESS) return std::nullopt;
    answer.resize(length);
    return answer;
  }

 private:
  SCARDHANDLE handle_ = 0;
  DWORD protocol_ = 0;
  bool open_ = false;
};

}  // namespace

// One connection to the service, for as long as it lasts.
class PcscReader::Following {
 public:
  explicit Following(PcscReader& owner) : owner_(owner) {
    open_ =
        SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context_) == SCARD_S_SUCCESS;
  }
  ~Following() {
    if (open_) SCardReleaseContext(context_);
    owner_.readers_ = 0;
  }
  Following(const Following&) = delete;
  Following& operator=(const Following&) = delete;

  // Until the service goes or the owner stops.
  void Run() {
    while (open_ && !owner_.stopping_ && Step()) {
    }
  }

 private:
  // False: the service has gone.
  bool Step() {
    if (!ListReaders()) return false;
    std::vector<SCARD_READERSTATE> states;
    for (auto& [name, known] : known_) states.push_back({name.c_str(), nullptr, known, 0, 0, {}});
    states.push_back({kPlugging, nullptr, plugging_, 0, 0, {}});
    const LONG code = SCardGetStatusChange(context_, kLookEveryMs, states.data(), states.size());
    if (code == SCARD_E_TIMEOUT) return true;
    if (code == SCARD_E_UNKNOWN_READER || code == SCARD_E_READER_UNAVAILABLE) {
      known_.clear();
      return true;
    }
    if (code != SCARD_S_SUCCESS) return false;
    plugging_ = states.back().dwEventState & ~DWORD{SCARD_STATE_CHANGED};
    states.pop_back();
    for (const SCARD_READERSTATE& state : states) Follow(state);
    return true;
  }

  // The readers there are, old ones with what is known of them.
  bool ListReaders() {
    std::string names(4096, '\0');
    DWORD length = names.size();
    const LONG code = SCardListReaders(context_, nullptr, names.data(), &length);
    if (code == SCARD_E_NO_READERS_AVAILABLE) length = 0;
    if (code != SCARD_S_SUCCESS && code != SCARD_E_NO_READERS_AVAILABLE) return false;
    std::map<std::string, DWORD> now;
    for (size_t at = 0; at < length && names[at] != '\0';) {
      const std::string name = names.c_str() + at;
      at += name.size() + 1;
      const auto old = known_.find(name);
      now[name] = old == known_.end() ? DWORD{SCARD_STATE_UNAWARE} : old->second;
    }
    known_ = std::move(now);
    owner_.readers_ = static_cast<int>(known_.size());
    return true;
  }

  void Follow(const SCARD_READERSTATE& state) {
    const DWORD before = known_[state.szReader];
    const DWORD after = state.dwEventState;
    known_[state.szReader] = after & ~DWORD{SCARD_STATE_CHANGED};
    const bool lies = (after & SCARD_STATE_PRESENT) != 0 && (after & SCARD_STATE_MUTE) == 0;
    const bool lay = (before & SCARD_STATE_PRESENT) != 0 && (before & SCARD_STATE_MUTE) == 0;
    // The high half counts insertions: a card may have been changed between two looks.
    const bool another = (before >> 16) != (after >> 16);
    if (lies && (!lay || another)) Read(state.szReader);
  }

  void Read(const char* reader) {
    Card card(context_, reader);
    const std::string line =
        LineOf(ReadChip([&card](std::string_view command) { return card.Transmit(command); },
                        owner_.options_.service_card));
    if (line.empty()) {
      ++owner_.unreadable_;
    } else {
      owner_.on_shown_(line);
    }
  }

  PcscReader& owner_;
  SCARDCONTEXT context_ = 0;
  bool open_ = false;
  std::map<std::string, DWORD> known_;
  DWORD plugging_ = SCARD_STATE_UNAWARE;
};

PcscReader::PcscReader(Options options, OnShown on_shown)
    : options_(std::move(options)), on_shown_(std::move(on_shown)), thread_([this] { Run(); }) {}

PcscReader::~PcscReader() {
  stopping_ = true;
  thread_.join();
}

void PcscReader::Run() {
  constexpr std::chrono::milliseconds kNap{50};
  while (!stopping_) {
    Following(*this).Run();
    for (auto slept = kNap; slept < options_.retry && !stopping_; slept += kNap) {
      std::this_thread::sleep_for(kNap);
    }
  }
}

std::string LineOf(const ChipReading& reading) {
  if (reading.card_number.empty()) return reading.uid;
  if (reading.holder_number.empty()) return reading.card_number;
  return reading.card_number + "@" + reading.holder_number;
}

}  // namespace chunhui::devices
