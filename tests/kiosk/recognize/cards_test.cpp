// The readers on the photos of tests/data/cards, and on what must not be read.
#include <gtest/gtest.h>

#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "kiosk/recognize/pictures/advice.h"
#include "kiosk/recognize/pictures/card_reader.h"
#include "kiosk/recognize/pictures/faint_qr.h"
#include "kiosk/recognize/pictures/qr_reader.h"

namespace chunhui::recognize {
namespace {

const std::string kFolder = CHUNHUI_SOURCE_DIR "/tests/data/cards/";
constexpr IdRules kRules{{2026, 11, 22}, true};

nlohmann::json Truth() { return nlohmann::json::parse(std::ifstream(kFolder + "truth.json")); }

Photo PhotoOf(const nlohmann::json& card) {
  auto photo = ReadPhoto(kFolder + card["file"].get<std::string>());
  EXPECT_TRUE(photo) << card["file"];
  return std::move(*photo);
}

Photo Grey(int value) { return Photo(cv::Mat(960, 1280, CV_8UC3, cv::Scalar::all(value))); }

TEST(Cards, EveryNumberOfTheCheckedInPhotosIsRead) {
  CardReader reader(kRules);
  for (const auto& card : Truth()) {
    const Photo photo = PhotoOf(card);
    if (card["kind"] == "id") {
      EXPECT_EQ(reader.ReadIdCard(photo).number, card["id"].get<std::string>()) << card["file"];
    } else {
      EXPECT_EQ(reader.ReadServiceCard(photo).number, card["card_no"].get<std::string>());
      EXPECT_EQ(ReadQr(photo), card["qr"].get<std::string>()) << card["file"];
    }
  }
}

TEST(Cards, QrCodeThatMovedWhileItWasTakenIsRead) {
  int read = 0, moved = 0;
  for (const auto& card : Truth()) {
    if (card["kind"] == "id") continue;
    for (const cv::Size way : {cv::Size(9, 1), cv::Size(1, 9)}) {
      cv::Mat blurred;
      cv::blur(PhotoOf(card).grey(), blurred, way);
      const auto text = ReadFaintQr(blurred);
      EXPECT_EQ(text.value_or(card["qr"].get<std::string>()), card["qr"].get<std::string>())
          << card["file"];
      ++moved, read += text.has_value();
    }
  }
  EXPECT_GE(read, moved - 2);
}

TEST(Cards, NoQrCodeIsFoundWhereNoneIs) {
  EXPECT_FALSE(ReadFaintQr(Grey(128).grey()));
  EXPECT_FALSE(ReadFaintQr(cv::Mat::zeros(100, 1280, CV_8U)));
}

TEST(Cards, CardOfTheOtherKindIsNotRead) {
  CardReader reader(kRules);
  for (const auto& card : Truth()) {
    const Photo photo = PhotoOf(card);
    const CardReading reading =
        card["kind"] == "id" ? reader.ReadServiceCard(photo) : reader.ReadIdCard(photo);
    EXPECT_FALSE(reading.number) << card["file"];
  }
}

TEST(Cards, EmptyTablesAndNoiseAreNotRead) {
  CardReader reader(kRules);
  cv::Mat noise(960, 1280, CV_8UC3);
  cv::setRNGSeed(3);
  cv::randu(noise, 0, 255);
  EXPECT_FALSE(reader.ReadIdCard(Photo(noise.clone())).number);
  EXPECT_FALSE(reader.ReadServiceCard(Photo(noise.clone())).number);
  EXPECT_FALSE(ReadQr(Photo(noise.clone())));
  EXPECT_FALSE(reader.ReadIdCard(Grey(128)).number);
}

TEST(Cards, CountyThatNobodyHasIsNotReadInARealTown) {
  CardReader reader({kRules.today, false});
  for (const auto& card : Truth()) {
    if (card["kind"] != "id" || card["tier"] != "easy") continue;
    EXPECT_FALSE(reader.ReadIdCard(PhotoOf(card)).number) << card["file"];
  }
}

TEST(Cards, CardOnItsHeadIsReadToo) {
  CardReader reader(kRules);
  const auto card = Truth().front();
  cv::Mat turned;
  cv::rotate(PhotoOf(card).colours(), turned, cv::ROTATE_180);
  EXPECT_EQ(reader.ReadIdCard(Photo(turned)).number, card["id"].get<std::string>());
}

TEST(Cards, AdviceSaysWhatIsMissing) {
  CardReader reader(kRules);
  const auto advice = [&](const Photo& photo) {
    return AdviceFor(photo, reader.ReadIdCard(photo));
  };
  EXPECT_EQ(advice(Grey(20)), wire::Advice::kMoreLight);
  EXPECT_EQ(advice(Grey(150)), wire::Advice::kShowCard);
  cv::Mat far(960, 1280, CV_8UC3, cv::Scalar::all(40));
  far(cv::Rect(400, 320, 500, 315)).setTo(cv::Scalar::all(220));
  EXPECT_EQ(advice(Photo(far)), wire::Advice::kCloser);
}

TEST(Cards, BytesThatAreNoPictureAreNoPhoto) {
  const std::vector<uint8_t> nonsense(4000, 0x5A);
  EXPECT_FALSE(DecodePhoto(nonsense));
  EXPECT_FALSE(DecodePhoto({}));
  std::ifstream file(kFolder + Truth().front()["file"].get<std::string>(), std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(file), {}};
  for (const size_t length : {size_t{1}, size_t{20}, whole.size() / 50}) {
    const auto* start = reinterpret_cast<const uint8_t*>(whole.data());
    const auto photo = DecodePhoto({start, length});  // a cut JPEG may still show its upper part
    EXPECT_TRUE(!photo || photo->grey().cols > 0);
  }
}

}  // namespace
}  // namespace chunhui::recognize
