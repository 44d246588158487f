// A chip card of our own: what it holds, how it answers commands, and how it lies on the virtual
// reader of pcscd (vsmartcard-vpcd).
#pragma once

#include <atomic>
#include <string>
#include <string_view>
#include <thread>

namespace chunhui::tests {

struct CardContent {
  std::string uid = {};
  // A service card: application, file in it (empty: none), text.
  std::string application = {};
  std::string file = {};
  std::string text = {};
  // A social-security card.
  std::string social_number = {};
  std::string social_holder = {};
  // Answers every command with this instead, when it is not empty.
  std::string garbage = {};
};

class CardChip {
 public:
  explicit CardChip(CardContent content) : content_(std::move(content)) {}
  // The answer to one command, status word included.
  std::string Answer(std::string_view command);

 private:
  std::string Select(std::string_view how, std::string_view name);
  std::string ReadBinary(size_t offset, size_t length) const;
  std::string ReadRecord(int number) const;

  CardContent content_;
  std::string application_;
  std::string file_;
};

// Lies on the virtual reader from the constructor to the destructor.
class VirtualCard {
 public:
  VirtualCard(int port, CardContent content);
  VirtualCard(const VirtualCard&) = delete;
  VirtualCard& operator=(const VirtualCard&) = delete;
  ~VirtualCard();

 private:
  void Run();
  bool Receive(std::string& message) const;
  void Send(std::string_view message) const;

  CardChip chip_;
  int port_;
  std::atomic<bool> stopping_ = false;
  int socket_ = -1;
  std::thread thread_;
};

}  // namespace chunhui::tests
