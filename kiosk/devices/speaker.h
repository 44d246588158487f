// The loudspeaker: the only home of SDL's audio. Fetches the voice from whoever speaks and mixes
// the bell's chime into it. Without a sound card everything works and nothing is heard.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <span>
#include <vector>

#include "kiosk/devices/bell.h"

namespace chunhui::devices {

constexpr int kSpeakerRate = 22050;  // samples a second

class Speaker {
 public:
  // Fills all of `out`. Called on SDL's own thread while the loudspeaker is open.
  using Fetch = std::function<void(std::span<int16_t> out)>;

  Speaker() = default;
  ~Speaker();
  Speaker(const Speaker&) = delete;
  Speaker& operator=(const Speaker&) = delete;

  // Any thread. Opens the device when it is closed; false: there is none. From then on samples are
  // fetched every 23 ms.
  bool Open(Fetch fetch);
  // Any thread. Fetches no more, and closes the device, so that a silent kiosk costs nothing.
  void Rest();
  // Any thread. The bell's chime, over whatever is said; false: nothing can be heard.
  bool Ring(devices::Ring ring);

 private:
  static void Fill(void* speaker, unsigned char* bytes, int count);
  bool OpenDevice();  // under mutex_

  std::mutex mutex_;
  unsigned device_ = 0;       // SDL_AudioDeviceID under mutex_; 0 = closed
  bool began_audio_ = false;  // under mutex_
  Fetch fetch_;               // these under SDL's device lock
  std::vector<int16_t> chime_;
  size_t chime_at_ = 0;
};

}  // namespace chunhui::devices
