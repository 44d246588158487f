#include "kiosk/recognize/pictures/bar_code.h"

#include <ZXing/ReadBarcode.h>
#include <ZXing/TextUtfEncoding.h>

namespace chunhui::recognize {

// One format per call: looking for several at once can abort the process in ZXing 1.4.
std::optional<std::string> ReadBarCode(const GreyView& picture, BarCodeKind kind) {
  const ZXing::ImageView view(picture.pixels, picture.width, picture.height,
                              ZXing::ImageFormat::Lum, picture.stride);
  ZXing::DecodeHints hints;
  hints.setFormats(kind == BarCodeKind::kQr ? ZXing::BarcodeFormat::QRCode
                                            : ZXing::BarcodeFormat::Code128);
  hints.setTryHarder(true);
  hints.setTryRotate(true);
  const ZXing::Result result = ZXing::ReadBarcode(view, hints);
  if (!result.isValid()) return std::nullopt;
  return ZXing::TextUtfEncoding::ToUtf8(result.text());
}

}  // namespace chunhui::recognize
