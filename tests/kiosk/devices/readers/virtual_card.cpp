#include "tests/kiosk/devices/readers/virtual_card.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>

namespace chunhui::tests {
namespace {

using namespace std::string_view_literals;

constexpr auto kGood = "\x90\x00"sv;
constexpr auto kNotFound = "\x6A\x82"sv;
constexpr auto kUnknown = "\x6D\x00"sv;
constexpr auto kEndOfFile = "\x6B\x00"sv;
constexpr auto kSocialSecurity = "sx1.sh.\xC9\xE7\xBB\xE1\xB1\xA3\xD5\xCF"sv;
constexpr auto kAtr =
    "\x3B\x8F\x80\x01\x80\x4F\x0C\xA0\x00\x00\x03\x06\x03\x00\x01\x00\x00\x00\x00\x6A"sv;

std::string Status(std::string_view status, std::string data = {}) {
  return std::move(data) + std::string(status);
}

}  // namespace

std::string CardChip::Answer(std::string_view command) {
  if (!content_.garbage.empty()) return content_.garbage;
  if (command.substr(0, 4) == "\xFF\xCA\x00\x00"sv) {
    return content_.uid.empty() ? Status(kUnknown) : Status(kGood, content_.uid);
  }
  if (command.size() < 5) return Status(kUnknown);
  const auto byte = [&](size_t at) {
    return static_cast<size_t>(static_cast<uint8_t>(command[at]));
  };
  if (command.substr(0, 2) == "\x00\xA4"sv) {
    return Select(command.substr(2, 2), command.substr(5, byte(4)));
  }
  if (command.substr(0, 2) == "\x00\xB0"sv) return ReadBinary(byte(2) << 8 | byte(3), byte(4));
  if (command.substr(0, 2) == "\x00\xB2"sv) return ReadRecord(static_cast<int>(byte(2)));
  return Status(kUnknown);
}

std::string CardChip::Select(std::string_view how, std::string_view name) {
  if (how == "\x04\x00"sv) {
    const bool service = !content_.application.empty() && name == content_.application;
    const bool social = !content_.social_number.empty() && name == kSocialSecurity;
    if (!service && !social) return Status(kNotFound);
    application_ = name;
    file_.clear();
    return Status(kGood);
  }
  const bool service = application_ == content_.application && name == content_.file;
  const bool social =
      application_ == kSocialSecurity && (name == "\xEF\x05"sv || name == "\xEF\x06"sv);
  if (!service && !social) return Status(kNotFound);
  file_ = name;
  return Status(kGood);
}

std::string CardChip::ReadBinary(size_t offset, size_t length) const {
  const bool selected =
      !application_.empty() && application_ == content_.application && file_ == content_.file;
  if (!selected) return Status("\x69\x82"sv);
  if (offset >= content_.text.size()) return Status(kEndOfFile);
  const std::string data = content_.text.substr(offset, length);
  return Status(data.size() == length ? kGood : "\x62\x82"sv, data);
}

std::string CardChip::ReadRecord(int number) const {
  const auto tagged = [number](const std::string& value) {
    return std::string(1, static_cast<char>(number)) + static_cast<char>(value.size()) + value;
  };
  if (file_ == "\xEF\x05"sv && number == 7) return Status(kGood, tagged(content_.social_number));
  if (file_ == "\xEF\x06"sv && number == 8) return Status(kGood, tagged(content_.social_holder));
  return Status("\x6A\x83"sv);
}

VirtualCard::VirtualCard(int port, CardContent content)
    : chip_(std::move(content)), port_(port), thread_([this] { Run(); }) {}

VirtualCard::~VirtualCard() {
  stopping_ = true;
  thread_.join();
}

// The reader's side listens; while nobody does, the card waits.
void VirtualCard::Run() {
  while (!stopping_) {
    socket_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port_));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int yes = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
      for (std::string message; Receive(message);) {
        if (message.size() > 1) {
          Send(chip_.Answer(message));
        } else if (message == "\x04"sv) {
          Send(kAtr);
        }
      }
    }
    close(socket_);
    if (!stopping_) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

bool VirtualCard::Receive(std::string& message) const {
  message.clear();
  size_t wanted = 2;
  bool length_known = false;
  while (!stopping_) {
    pollfd waiting{socket_, POLLIN, 0};
    if (poll(&waiting, 1, 20) <= 0) continue;
    const int yes = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_QUICKACK, &yes, sizeof yes);
    char bytes[512];
    const ssize_t count = recv(socket_, bytes, std::min(sizeof bytes, wanted - message.size()), 0);
    if (count <= 0) return false;
    message.append(bytes, static_cast<size_t>(count));
    if (message.size() < wanted) continue;
    if (length_known) return true;
    wanted = static_cast<size_t>(static_cast<uint8_t>(message[0])) << 8 |
             static_cast<uint8_t>(message[1]);
    message.clear();
    length_known = true;
    if (wanted == 0) return false;
  }
  return false;
}

void VirtualCard::Send(std::string_view message) const {
  std::string bytes{static_cast<char>(message.size() >> 8),
                    static_cast<char>(message.size() & 0xFF)};
  bytes += message;
  send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

}  // namespace chunhui::tests
