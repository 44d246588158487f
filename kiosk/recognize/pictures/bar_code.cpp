#include "kiosk/recognize/pictures/bar_code.h"

#include <ZXing/ReadBarcode.h>
#include <ZXing/TextUtfEncoding.h>

namespace chunhui::recognize {

namespace {

// One format per call: looking for several at once can abort the process in ZXing 1.4.
ZXing::Result Read(const GreyView& picture, BarCodeKind kind, bool with_errors) {
  const ZXing::ImageView view(picture.pixels, picture.width, picture.height,
                              ZXing::ImageFormat::Lum, picture.stride);
  ZXing::DecodeHints hints;
  hints.setFormats(kind == BarCodeKind::kQr ? ZXing::BarcodeFormat::QRCode
                                            : ZXing::BarcodeFormat::Code128);
  hints.setTryHarder(true);
  hints.setTryRotate(true);
  hints.setReturnErrors(with_errors);
  return ZXing::ReadBarcode(view, hints);
}

}  // namespace

std::optional<std::string> ReadBarCode(const GreyView& picture, BarCodeKind kind) {
  const ZXing::Result result = Read(picture, kind, false);
  if (!result.isValid()) return std::nullopt;
  return ZXing::TextUtfEncoding::ToUtf8(result.text());
}

std::optional<CodeCorners> FindUnreadQr(const GreyView& picture) {
  const ZXing::Result result = Read(picture, BarCodeKind::kQr, true);
  if (result.format() != ZXing::BarcodeFormat::QRCode) return std::nullopt;
  CodeCorners corners;
  for (size_t i = 0; i < corners.size(); ++i) {
    const ZXing::PointI corner = result.position()[i];
    corners[i] = {corner.x, corner.y};
  }
  return corners;
}

}  // namespace chunhui::recognize
