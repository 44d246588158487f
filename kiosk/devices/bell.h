// The kiosk's own bell: rings in the hall when somebody asks for help, also without the office.
#pragma once

#include <functional>
#include <utility>

namespace chunhui::devices {

enum class Ring { kHelp, kEmergency, kNewCase };

class Bell {
 public:
  virtual ~Bell() = default;
  virtual void Sound(Ring ring) = 0;
};

// Rings through a function that makes the sound (main.cpp knows how).
class SoundingBell : public Bell {
 public:
  explicit SoundingBell(std::function<void(Ring)> sound) : sound_(std::move(sound)) {}
  void Sound(Ring ring) override { sound_(ring); }

 private:
  std::function<void(Ring)> sound_;
};

// For machines without sound and for tests: counts instead.
class SilentBell : public Bell {
 public:
  void Sound(Ring) override { ++count_; }
  int count() const { return count_; }

 private:
  int count_ = 0;
};

}  // namespace chunhui::devices
