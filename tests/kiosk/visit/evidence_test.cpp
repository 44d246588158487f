// What was shown becomes the right question for the office.
#include "kiosk/visit/evidence.h"

#include <gtest/gtest.h>

namespace chunhui::visit {
namespace {

TEST(Evidence, ACardIsItsUidOrNumber) {
  const auto request = RequestFor("04A1B2C3");
  EXPECT_EQ(request.card(), "04A1B2C3");
  EXPECT_EQ(request.card_holder_number(), "");
}

TEST(Evidence, AQrCodeIsKnownByItsBeginningWhateverTheCapitalsKeySays) {
  const std::string code = "CHQ1" + std::string(45, 'Q');
  EXPECT_EQ(RequestFor(code).qr(), code);
  std::string small = code;
  for (char& c : small) c = static_cast<char>(std::tolower(c));
  EXPECT_EQ(RequestFor(small).qr(), code);
  EXPECT_EQ(RequestFor("CHQ1").card(), "CHQ1") << "too short: some card";
}

TEST(Evidence, ASocialSecurityCardBringsItsHolder) {
  const auto request = RequestFor(ShownSocialSecurity("A12345678", "110199194302280011"));
  EXPECT_EQ(request.card(), "A12345678");
  EXPECT_EQ(request.card_holder_number(), "110199194302280011");
}

TEST(Evidence, AnIdCardIsADocumentAndItsNameStaysHere) {
  const std::string shown = ShownDocument("110199194302280011", "王秀兰");
  EXPECT_EQ(RequestFor(shown).document_number(), "110199194302280011");
  EXPECT_EQ(ReadShownDocument(shown)->name, "王秀兰");
  EXPECT_EQ(ReadShownDocument(ShownDocument("110199194302280011"))->name, "");
  EXPECT_FALSE(ReadShownDocument("04A1B2C3").has_value());
}

}  // namespace
}  // namespace chunhui::visit
