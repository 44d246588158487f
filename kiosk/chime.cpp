#include "kiosk/chime.h"

#include <SDL.h>

#include <cmath>
#include <cstdint>
#include <iostream>
#include <numbers>
#include <vector>

namespace chunhui::kiosk {
namespace {

constexpr int kRate = 22050;
constexpr double kToneSeconds = 0.35;
constexpr double kLoudness = 9000;

// A struck bell: loud at once, then fading.
void AddTone(std::vector<int16_t>& samples, double hertz) {
  const int count = static_cast<int>(kRate * kToneSeconds);
  for (int i = 0; i < count; ++i) {
    const double seconds = static_cast<double>(i) / kRate;
    const double wave = std::sin(2 * std::numbers::pi * hertz * seconds);
    samples.push_back(static_cast<int16_t>(kLoudness * std::exp(-6 * seconds) * wave));
  }
}

std::vector<int16_t> SamplesOf(devices::Ring ring) {
  std::vector<int16_t> samples;
  const int times = ring == devices::Ring::kEmergency ? 4 : 1;
  for (int i = 0; i < times; ++i) {
    AddTone(samples, 880);
    AddTone(samples, ring == devices::Ring::kEmergency ? 880 : 659);
  }
  return samples;
}

}  // namespace

Chime::~Chime() {
  if (device_ != 0) SDL_CloseAudioDevice(device_);
}

bool Chime::Open() {
  if (device_ != 0) return true;
  if (silent_ || SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
    silent_ = true;
    return false;
  }
  SDL_AudioSpec wanted{};
  wanted.freq = kRate;
  wanted.format = AUDIO_S16SYS;
  wanted.channels = 1;
  wanted.samples = 1024;
  device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
  silent_ = device_ == 0;
  return !silent_;
}

void Chime::Sound(devices::Ring ring) {
  if (!Open()) {
    std::cerr << '\a' << std::flush;
    return;
  }
  const std::vector<int16_t> samples = SamplesOf(ring);
  SDL_ClearQueuedAudio(device_);
  SDL_QueueAudio(device_, samples.data(), static_cast<Uint32>(samples.size() * sizeof(int16_t)));
  SDL_PauseAudioDevice(device_, 0);
}

}  // namespace chunhui::kiosk
