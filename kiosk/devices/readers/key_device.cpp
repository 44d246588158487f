#include "kiosk/devices/readers/key_device.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace chunhui::devices {
namespace {

struct Key {
  uint16_t code;
  char plain;
  char shifted;
};

// As a keyboard of the United States has them: what every scanner is set to when it is new.
constexpr std::array<Key, 42> kKeys{{
    {KEY_1, '1', '!'},
    {KEY_2, '2', '@'},
    {KEY_3, '3', '#'},
    {KEY_4, '4', '$'},
    {KEY_5, '5', '%'},
    {KEY_6, '6', '^'},
    {KEY_7, '7', '&'},
    {KEY_8, '8', '*'},
    {KEY_9, '9', '('},
    {KEY_0, '0', ')'},
    {KEY_A, 'a', 'A'},
    {KEY_B, 'b', 'B'},
    {KEY_C, 'c', 'C'},
    {KEY_D, 'd', 'D'},
    {KEY_E, 'e', 'E'},
    {KEY_F, 'f', 'F'},
    {KEY_G, 'g', 'G'},
    {KEY_H, 'h', 'H'},
    {KEY_I, 'i', 'I'},
    {KEY_J, 'j', 'J'},
    {KEY_K, 'k', 'K'},
    {KEY_L, 'l', 'L'},
    {KEY_M, 'm', 'M'},
    {KEY_N, 'n', 'N'},
    {KEY_O, 'o', 'O'},
    {KEY_P, 'p', 'P'},
    {KEY_Q, 'q', 'Q'},
    {KEY_R, 'r', 'R'},
    {KEY_S, 's', 'S'},
    {KEY_T, 't', 'T'},
    {KEY_U, 'u', 'U'},
    {KEY_V, 'v', 'V'},
    {KEY_W, 'w', 'W'},
    {KEY_X, 'x', 'X'},
    {KEY_Y, 'y', 'Y'},
    {KEY_Z, 'z', 'Z'},
    {KEY_MINUS, '-', '_'},
    {KEY_DOT, '.', '>'},
    {KEY_SLASH, '/', '?'},
    {KEY_SEMICOLON, ';', ':'},
    {KEY_KPENTER, kEnter, kEnter},
    {KEY_ENTER, kEnter, kEnter},
}};

char CharacterOf(uint16_t code, bool shift) {
  for (const Key& key : kKeys) {
    if (key.code == code) return shift ? key.shifted : key.plain;
  }
  return 0;
}

int64_t TimeMs(const input_event& event) {
  return static_cast<int64_t>(event.input_event_sec) * 1000 + event.input_event_usec / 1000;
}

}  // namespace

std::string KeyLines::Take(const input_event& event) {
  constexpr int kReleased = 0;
  constexpr int kPressed = 1;
  if (event.type != EV_KEY) return {};
  if (event.code == KEY_LEFTSHIFT || event.code == KEY_RIGHTSHIFT) {
    shift_ = event.value != kReleased;
    return {};
  }
  const char key = event.value == kPressed ? CharacterOf(event.code, shift_) : '\0';
  if (key == 0) return {};
  if (!grabbed_) return burst_.HandleKey(key, TimeMs(event)).card;
  if (key != kEnter) {
    if (line_.size() <= kCodeLengthMax) line_ += key;
    return {};
  }
  std::string line = std::exchange(line_, {});
  const bool usable = line.size() >= kCardLengthMin && line.size() <= kCodeLengthMax;
  return usable ? line : std::string();
}

KeyDevice::KeyDevice(Options options, OnShown on_shown)
    : options_(std::move(options)), on_shown_(std::move(on_shown)), thread_([this] { Run(); }) {}

KeyDevice::~KeyDevice() {
  stopping_ = true;
  thread_.join();
}

void KeyDevice::Run() {
  constexpr std::chrono::milliseconds kNap{50};
  while (!stopping_) {
    const int file = open(options_.file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file >= 0) {
      Follow(file);
      close(file);
    }
    for (auto slept = kNap; slept < options_.retry && !stopping_; slept += kNap) {
      std::this_thread::sleep_for(kNap);
    }
  }
}

// Until the device goes.
void KeyDevice::Follow(int file) {
  constexpr int kLookEveryMs = 100;
  KeyLines lines(ioctl(file, EVIOCGRAB, 1) == 0);
  while (!stopping_) {
    pollfd waiting{file, POLLIN, 0};
    if (poll(&waiting, 1, kLookEveryMs) <= 0) continue;
    input_event event{};
    const ssize_t count = read(file, &event, sizeof event);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (count != static_cast<ssize_t>(sizeof event)) return;
    std::string line = lines.Take(event);
    if (!line.empty()) on_shown_(std::move(line));
  }
}

}  // namespace chunhui::devices
