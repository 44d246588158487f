// What comes over the line of an ID card reader, in two pieces.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "kiosk/devices/readers/sam_v.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using namespace chunhui::devices;
  const std::string_view all(reinterpret_cast<const char*>(bytes), size);
  SamFrames frames;
  auto answer = frames.Take(all.substr(0, size / 2));
  if (!answer) answer = frames.Take(all.substr(size / 2));
  while (answer) {
    if (answer->text.size() > 256) std::abort();
    ReadIdCardText(answer->text);
    answer = frames.Take({});
  }
  ReadIdCardText(all);
  return 0;
}
