// Events of an input device and texts of codes, as they come.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "core/people/card.h"
#include "core/secrets/base32.h"
#include "kiosk/devices/readers/key_device.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using namespace chunhui;
  devices::KeyLines grabbed(true);
  devices::KeyLines burst(false);
  for (size_t at = 0; at + sizeof(input_event) <= size; at += sizeof(input_event)) {
    input_event event;
    std::memcpy(&event, bytes + at, sizeof event);
    event.input_event_sec %= 1'000'000;  // a clock that goes back by years is no device
    const std::string line = grabbed.Take(event);
    if (line.size() > devices::kCodeLengthMax) std::abort();
    burst.Take(event);
  }
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  people::NormaliseCard(text);
  if (people::LooksLikeQr(text)) secrets::FromBase32(text.substr(4));
  if (const auto read = secrets::FromBase32(text); read && secrets::ToBase32(*read) != text) {
    std::abort();
  }
  return 0;
}
