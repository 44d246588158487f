#include "kiosk/kit/speech/pace.h"

#include <sonic.h>

#include <array>
#include <new>

namespace chunhui::kit {
namespace {

// From quiet to as loud as the synthesizer's sound can be made without tearing.
constexpr std::array<float, kVolumeMax> kGains{0.25F, 0.45F, 0.75F, 1.1F, 1.6F};

}  // namespace

Pace::Pace() : stream_(sonicCreateStream(kVoiceRate, 1)) {
  if (!stream_) throw std::bad_alloc();
}

Pace::~Pace() { sonicDestroyStream(stream_); }

void Pace::Set(const VoiceSettings& settings) {
  const VoiceSettings within = WithinLimits(settings);
  sonicSetSpeed(stream_, static_cast<float>(within.syllables_per_minute) /
                             static_cast<float>(kSyllablesDefault));
  sonicSetVolume(stream_, kGains[static_cast<size_t>(within.volume - kVolumeMin)]);
}

Samples Pace::Put(std::span<const int16_t> samples) {
  Samples copy(samples.begin(), samples.end());  // sonic's interface knows no const
  if (sonicWriteShortToStream(stream_, copy.data(), static_cast<int>(copy.size())) == 0) {
    throw std::bad_alloc();
  }
  return Out();
}

Samples Pace::Finish() {
  sonicFlushStream(stream_);
  return Out();
}

Samples Pace::Out() {
  Samples out(static_cast<size_t>(sonicSamplesAvailable(stream_)));
  const int count = sonicReadShortFromStream(stream_, out.data(), static_cast<int>(out.size()));
  out.resize(static_cast<size_t>(count));
  return out;
}

}  // namespace chunhui::kit
