// Lines of stroke files, as any hand or program may write them, and all the shapes made of them.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "kiosk/recognize/handwriting/ink.h"
#include "kiosk/recognize/handwriting/outline.h"
#include "kiosk/recognize/handwriting/shape.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using namespace chunhui::recognize;
  const auto written = ReadInkLine({reinterpret_cast<const char*>(bytes), size});
  if (!written) return 0;
  if (written->ink.empty() || written->ink.size() > kInkStrokesMax) abort();
  for (const float field : ShapeOf(written->ink)) {
    if (!std::isfinite(field)) abort();
  }
  const Outline outline = OutlineOf(written->ink);
  if (!std::isfinite(Misfit(outline, Unpack(Pack(outline)), 2))) abort();
  if (!std::isfinite(Misfit(Without(outline, 0), outline, 2))) abort();
  if (!ReadInkLine(InkLine(*written))) abort();
  return 0;
}
