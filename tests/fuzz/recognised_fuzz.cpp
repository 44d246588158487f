// What readers of photos say, and packets between kiosk and chunhui-recognize: any bytes.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "kiosk/recognize/digits/printed_number.h"
#include "kiosk/recognize/wire/wire.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using namespace chunhui::recognize;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto id_number = PrintedIdNumber(text, {{2026, 11, 22}, true});
  if (id_number && id_number->size() != 18) abort();
  const auto printed = PrintedServiceNumber(text), coded = ServiceNumberOfCode(text);
  if ((printed && printed->size() != 12) || (coded && coded->size() != 12)) abort();
  const auto request = wire::DecodeRequest({bytes, size});
  if (request && request->bytes > wire::kSharedBytes) abort();
  const auto answer = wire::DecodeAnswer({bytes, size});
  if (answer && answer->text.size() > wire::kTextBytesMax) abort();
  return 0;
}
