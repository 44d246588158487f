// A QR card is read back as what was put in, and prints in its true size.
#include "services/sheets/qr_card.h"

#include <ReadBarcode.h>
#include <TextUtfEncoding.h>
#include <gtest/gtest.h>

#include "core/qr/qr_modules.h"

namespace chunhui::sheets {
namespace {

constexpr int kModulePx = 4;
constexpr int kQuiet = qr::kQuietModules;

std::string Decoded(const qr::QrModules& code) {
  const int side = (code.size + 2 * kQuiet) * kModulePx;
  std::vector<uint8_t> picture(static_cast<size_t>(side * side), 255);
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const int column = x / kModulePx - kQuiet;
      const int row = y / kModulePx - kQuiet;
      const bool inside = column >= 0 && row >= 0 && column < code.size && row < code.size;
      if (inside && code.IsBlack(column, row)) {
        picture[static_cast<size_t>(y * side + x)] = 0;
      }
    }
  }
  const auto result =
      ZXing::ReadBarcode({picture.data(), side, side, ZXing::ImageFormat::Lum},
                         ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode));
  return ZXing::TextUtfEncoding::ToUtf8(result.text());
}

TEST(QrCard, AScannerReadsWhatWasPutIn) {
  const std::string token = "CHQ1" + std::string(40, 'K') + "7Z2AQ";
  const auto code = qr::MakeQrModules(token);
  ASSERT_TRUE(code.has_value());
  EXPECT_EQ(Decoded(*code), token);
}

TEST(QrCard, TheCodeOfATokenIsSmallEnoughForACard) {
  EXPECT_LE(qr::MakeQrModules("CHQ1" + std::string(45, 'A'))->size, 41);
}

TEST(QrCard, ItPrintsAsLargeAsABankCard) {
  const auto svg = QrCardSvg("CHQ1ABC", "王*<兰>&", "2027-11-22");
  ASSERT_TRUE(svg.has_value());
  EXPECT_NE(svg->find("width=\"85.6mm\" height=\"54.0mm\""), std::string::npos);
  EXPECT_NE(svg->find("王*&lt;兰>&amp;"), std::string::npos);
  EXPECT_NE(svg->find("2027-11-22"), std::string::npos);
}

TEST(QrCard, ATextBeyondEveryCodeIsNone) {
  EXPECT_FALSE(qr::MakeQrModules(std::string(5000, 'a')).has_value());
}

}  // namespace
}  // namespace chunhui::sheets
