// QR codes, painted on whole pixels for cameras of phones.
#include <algorithm>

#include "core/qr/qr_modules.h"
#include "kiosk/kit/frame.h"
#include "kiosk/kit/ui.h"

namespace chunhui::kit {
namespace {

// A code in colours is read by few phones; no theme changes these.
constexpr Color kWhite = Rgb(0xFFFFFF);
constexpr Color kBlack = Rgb(0x000000);

// Neighbours in a row are painted as one.
void FillRow(Canvas& canvas, const qr::QrModules& code, int row, const Rect& first) {
  for (int column = 0; column < code.size; ++column) {
    if (!code.IsBlack(column, row)) continue;
    int end = column + 1;
    while (end < code.size && code.IsBlack(end, row)) ++end;
    canvas.Fill({first.x + column * first.w, first.y, (end - column) * first.w, first.h}, kBlack);
    column = end;
  }
}

}  // namespace

float Ui::QrCode(std::string_view id, const Box& box, std::string_view text,
                 std::string_view words) {
  const auto code = qr::MakeQrModules(text);
  if (!code) return 0;
  const int modules = code->size + 2 * qr::kQuietModules;
  const int module_px = std::max(1, frame_.Px(std::min(box.w, box.h)) / modules);
  const float side = static_cast<float>(module_px * modules) / panel().px_per_mm;
  const Box square = box.Centered(side, side);
  const Rect whole = panel().Snap(square);
  frame_.canvas.Fill(whole, kWhite);
  const int quiet = qr::kQuietModules * module_px;
  for (int row = 0; row < code->size && !IsCovered(frame_, true); ++row) {
    FillRow(frame_.canvas, *code, row,
            {whole.x + quiet, whole.y + quiet + row * module_px, module_px, module_px});
  }
  Note(frame_, {.id = id, .role = ItemRole::kImage, .words = words, .personal = true}, square, 0,
       {kBlack, kWhite});
  return side;
}

}  // namespace chunhui::kit
