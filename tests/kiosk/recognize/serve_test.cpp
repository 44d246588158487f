// The kiosk's end of chunhui-recognize with the real program at the other.
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <thread>

#include "kiosk/devices/card_camera.h"

namespace chunhui::devices {
namespace {

using recognize::wire::Task;

const std::string kFolder = CHUNHUI_SOURCE_DIR "/tests/data/cards/";
const Recognizer::Program kProgram{CHUNHUI_BIN_DIR "/chunhui-recognize", true};

nlohmann::json TruthOf(const char* kind) {
  for (const auto& card : nlohmann::json::parse(std::ifstream(kFolder + "truth.json"))) {
    if (card["kind"] == kind) return card;
  }
  return {};
}

void Fill(CameraFrame& frame, const std::string& file) {
  std::ifstream stream(kFolder + file, std::ios::binary);
  frame.bytes.assign(std::istreambuf_iterator<char>(stream), {});
}

CardSeen WaitForEnd(CardCamera& camera) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (std::chrono::steady_clock::now() < end) {
    const auto view = camera.Take();
    const bool over =
        view && (view->state == CardSeen::State::kFound || view->state == CardSeen::State::kBroken);
    if (over) return *view;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return {};
}

TEST(Serve, OneProgramReadsManyPicturesOfAllKinds) {
  Recognizer recognizer(kProgram);
  CameraFrame frame;
  const auto id = TruthOf("id"), service = TruthOf("svc");
  Fill(frame, id["file"]);
  auto answer = recognizer.Ask(Task::kIdCard, frame);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->text, id["id"].get<std::string>());
  Fill(frame, service["file"]);
  answer = recognizer.Ask(Task::kServiceCard, frame);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->text, service["card_no"].get<std::string>());
  answer = recognizer.Ask(Task::kQr, frame);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->text, service["qr"].get<std::string>());
}

// The sandbox allows everything that the hard ways to a number need: Tesseract, all searches.
TEST(Serve, PicturesWithoutACardAreSurvivedInTheSandbox) {
  Recognizer recognizer(kProgram);
  CameraFrame frame;
  frame.bytes.assign(2000, 0x41);
  auto answer = recognizer.Ask(Task::kIdCard, frame);
  ASSERT_TRUE(answer);
  EXPECT_FALSE(answer->picture);
  Fill(frame, TruthOf("svc")["file"]);
  answer = recognizer.Ask(Task::kIdCard, frame);
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->picture);
  EXPECT_EQ(answer->text, "");
}

TEST(Serve, RawFramesOfACameraAreTaken) {
  Recognizer recognizer(kProgram);
  CameraFrame frame;
  frame.format = FrameFormat::kYuyv;
  frame.width = 640;
  frame.height = 480;
  for (int i = 0; i < 640 * 480; ++i)
    frame.bytes.insert(frame.bytes.end(), {30, 128});  // dark grey
  const auto answer = recognizer.Ask(Task::kIdCard, frame);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->advice, CardAdvice::kMoreLight);
  frame.width = 642;  // does not fit its bytes: the program hangs up rather than read on
  EXPECT_FALSE(recognizer.Ask(Task::kIdCard, frame));
  EXPECT_FALSE(recognizer.running());
}

TEST(Serve, ProgramThatIsMissingIsNoCrash) {
  Recognizer recognizer({"/nowhere/chunhui-recognize", false});
  CameraFrame frame;
  frame.bytes.assign(10, 0);
  EXPECT_FALSE(recognizer.Ask(Task::kQr, frame));
  Recognizer other({"/bin/true", false});
  EXPECT_FALSE(other.Ask(Task::kQr, frame));
  EXPECT_FALSE(other.running());
}

TEST(AgreeingFrames, OnePhotoIsNoEvidence) {
  AgreeingFrames frames;
  EXPECT_FALSE(frames.Add("1"));
  EXPECT_FALSE(frames.Add(""));
  EXPECT_FALSE(frames.Add("2"));
  EXPECT_FALSE(frames.Add("1"));
  EXPECT_EQ(frames.Add("1"), "1");
}

TEST(CardCamera, TwoPhotosOfOneCardGiveItsNumber) {
  const auto card = TruthOf("id");
  bool woken = false;
  RecognisingCardCamera camera(
      std::make_unique<PictureCamera>(
          std::vector<std::filesystem::path>{kFolder + card["file"].get<std::string>()}, 1),
      kProgram, [&woken] { woken = true; });
  camera.Open();
  const CardSeen view = WaitForEnd(camera);
  EXPECT_EQ(view.state, CardSeen::State::kFound);
  EXPECT_EQ(view.number, card["id"].get<std::string>());
  camera.Close();
  EXPECT_TRUE(woken);
  EXPECT_FALSE(camera.Take());
}

TEST(CardCamera, WithoutACameraItSaysSo) {
  RecognisingCardCamera camera(std::make_unique<V4l2Camera>("/nowhere/video0"), kProgram, [] {});
  camera.Open();
  EXPECT_EQ(WaitForEnd(camera).state, CardSeen::State::kBroken);
}

TEST(CardCamera, ClosingWhileItStartsLeavesNothingBehind) {
  RecognisingCardCamera camera(
      std::make_unique<PictureCamera>(std::vector<std::filesystem::path>{kFolder + "make.py"}, 1),
      kProgram, [] {});
  for (int i = 0; i < 3; ++i) {
    camera.Open();
    camera.Close();
  }
  EXPECT_FALSE(camera.Take());
}

}  // namespace
}  // namespace chunhui::devices
