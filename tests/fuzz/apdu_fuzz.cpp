// Answers of a chip: each takes its length from the bytes, then itself.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "kiosk/devices/readers/apdu.h"
#include "kiosk/devices/readers/pcsc_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using namespace chunhui::devices;
  static const ServiceCardFile file = *ReadServiceCardFile("D15600000501", "EF01");
  std::string_view rest(reinterpret_cast<const char*>(bytes), size);
  const auto answer = [&rest](std::string_view) -> std::optional<std::string> {
    if (rest.empty()) return std::nullopt;
    const size_t length = std::min<size_t>(static_cast<uint8_t>(rest[0]), rest.size() - 1);
    std::string taken(rest.substr(1, length));
    rest.remove_prefix(1 + length);
    return taken;
  };
  if (LineOf(ReadChip(answer, file)).size() > 60) std::abort();
  return 0;
}
