// The readers of this kiosk, as its configuration names them: each on a thread of its own, all
// putting what they read where the app takes it.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/config.h"
#include "kiosk/devices/readers/id_card_reader.h"
#include "kiosk/devices/readers/key_device.h"
#include "kiosk/devices/readers/pcsc_reader.h"
#include "kiosk/devices/readers/shown_box.h"

namespace chunhui::kiosk {

class Readers {
 public:
  // `wake` is called from their threads. Throws ConfigError for a service card that cannot be.
  Readers(const ReaderSettings& settings, std::function<void()> wake);

  // For App::Parts::take_shown.
  std::string Take() { return shown_.Take(); }

 private:
  devices::ShownBox shown_;
  std::unique_ptr<devices::PcscReader> pcsc_;
  std::unique_ptr<devices::IdCardReader> id_card_;
  std::unique_ptr<devices::KeyDevice> scanner_;
};

}  // namespace chunhui::kiosk
