#include "kiosk/devices/speaker.h"

#include <SDL.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace chunhui::devices {
namespace {

constexpr int kSamplesAtOnce = 512;  // 23 ms
constexpr double kToneSeconds = 0.35;
constexpr double kLoudness = 9000;

// A struck bell: loud at once, then fading.
void AddTone(std::vector<int16_t>& samples, double hertz) {
  const int count = static_cast<int>(kSpeakerRate * kToneSeconds);
  for (int i = 0; i < count; ++i) {
    const double seconds = static_cast<double>(i) / kSpeakerRate;
    const double wave = std::sin(2 * std::numbers::pi * hertz * seconds);
    samples.push_back(static_cast<int16_t>(kLoudness * std::exp(-6 * seconds) * wave));
  }
}

std::vector<int16_t> ChimeOf(Ring ring) {
  std::vector<int16_t> samples;
  const int times = ring == Ring::kEmergency ? 4 : 1;
  for (int i = 0; i < times; ++i) {
    AddTone(samples, 880);
    AddTone(samples, ring == Ring::kEmergency ? 880 : 659);
  }
  return samples;
}

int16_t Mixed(int16_t one, int16_t other) {
  constexpr int kMax = std::numeric_limits<int16_t>::max();
  return static_cast<int16_t>(std::clamp(one + other, -kMax, kMax));
}

}  // namespace

Speaker::~Speaker() {
  if (device_ != 0) SDL_CloseAudioDevice(device_);
  if (began_audio_) SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

bool Speaker::Open(Fetch fetch) {
  const std::lock_guard lock(mutex_);
  if (!OpenDevice()) return false;
  SDL_LockAudioDevice(device_);
  fetch_ = std::move(fetch);
  SDL_UnlockAudioDevice(device_);
  return true;
}

void Speaker::Rest() {
  const std::lock_guard lock(mutex_);
  if (device_ == 0) return;
  SDL_LockAudioDevice(device_);
  fetch_ = {};
  const bool rings = chime_at_ < chime_.size();
  SDL_UnlockAudioDevice(device_);
  if (!rings) SDL_CloseAudioDevice(std::exchange(device_, 0));
}

bool Speaker::Ring(devices::Ring ring) {
  const std::lock_guard lock(mutex_);
  if (!OpenDevice()) return false;
  SDL_LockAudioDevice(device_);
  chime_ = ChimeOf(ring);
  chime_at_ = 0;
  SDL_UnlockAudioDevice(device_);
  return true;
}

// SDL's audio begins well without a card; only opening tells.
bool Speaker::OpenDevice() {
  if (device_ != 0) return true;
  if (!began_audio_ && SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return false;
  began_audio_ = true;
  SDL_AudioSpec wanted{};
  wanted.freq = kSpeakerRate;
  wanted.format = AUDIO_S16SYS;
  wanted.channels = 1;
  wanted.samples = kSamplesAtOnce;
  wanted.callback = Fill;
  wanted.userdata = this;
  device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
  if (device_ != 0) SDL_PauseAudioDevice(device_, 0);
  return device_ != 0;
}

void Speaker::Fill(void* speaker, unsigned char* bytes, int count) {
  auto& self = *static_cast<Speaker*>(speaker);
  const std::span out(reinterpret_cast<int16_t*>(bytes),
                      static_cast<size_t>(count) / sizeof(int16_t));
  std::fill(out.begin(), out.end(), int16_t{0});
  if (self.fetch_) self.fetch_(out);
  for (int16_t& sample : out) {
    if (self.chime_at_ == self.chime_.size()) break;
    sample = Mixed(sample, self.chime_[self.chime_at_++]);
  }
}

}  // namespace chunhui::devices
