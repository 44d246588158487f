// Every job with the screen dark, by voice and four keys alone: whoever walks here knows nothing
// but what was said.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/pilot.h"

namespace chunhui::tests {
namespace {

using kit::PadKey;

class Dark : public ::testing::Test {
 protected:
  Dark() {
    visitor_.Presses(PadKey::kNext);
    HearAndChoose("关上屏幕");
  }
  ~Dark() override {
    const auto& panel = visitor_.record().panel;
    std::vector<uint32_t> pixels(static_cast<size_t>(panel.width_px) * panel.height_px, 0xFFFFFF);
    visitor_.app().stage().RepaintAll();
    visitor_.app().stage().Paint(
        {pixels.data(), static_cast<size_t>(panel.width_px) * sizeof(uint32_t)});
    EXPECT_TRUE(std::all_of(pixels.begin(), pixels.end(), [](uint32_t p) { return p == 0; }))
        << "the screen is not dark on " << visitor_.Where();
  }

  // All that was said in one breath, last.
  std::string Heard() {
    std::string all;
    if (visitor_.speech().said().empty()) return all;
    for (const kit::Sentence& sentence : visitor_.speech().said().back().sentences) {
      all += sentence.words + "。";
    }
    return all;
  }
  bool Hears(const std::string& words) { return Heard().find(words) != std::string::npos; }
  bool HearsSoon(const std::string& words) {
    return visitor_.Soon([&] { return Hears(words); });
  }
  // Walks on until these words are said, then chooses.
  void HearAndChoose(const std::string& words) {
    for (size_t i = 0; i < visitor_.record().items.size() + 3; ++i) {
      visitor_.Presses(PadKey::kNext);
      if (!Hears(words) || !Hears(visitor_.app().stage().walk().at_screen() ? "屏幕" : "可以选")) {
        continue;
      }
      visitor_.Presses(PadKey::kChoose);
      return;
    }
    ADD_FAILURE() << "nobody says " << words << " on " << visitor_.Where() << "\n"
                  << visitor_.Screen();
  }
  void Arrive(const char* card) {
    visitor_.Shows(card);
    EXPECT_TRUE(Hears("您是")) << Heard();
    HearAndChoose("是我");
  }
  void SayGoodbye() {
    if (visitor_.Where() != "home") HearAndChoose("首页");
    HearAndChoose("办完了");
    EXPECT_EQ(visitor_.Where(), "goodbye") << visitor_.Screen();
  }

  SmallTown town_;
  Pilot visitor_{town_};
};

TEST_F(Dark, AMemberArrivesAndIsGreeted) {
  Arrive(kWangCard);
  EXPECT_EQ(visitor_.Where(), "arrival") << visitor_.Screen();
  HearAndChoose("我来了");
  EXPECT_EQ(visitor_.Where(), "home");
  EXPECT_TRUE(Hears("王")) << Heard();
}

TEST_F(Dark, LunchIsBookedWithItsNameAndPriceHeard) {
  Arrive(kLiCard);
  HearAndChoose("订饭");
  HearAndChoose("明天午饭");
  HearAndChoose("清蒸鲈鱼");
  EXPECT_EQ(visitor_.Where(), "meals.confirm") << visitor_.Screen();
  EXPECT_TRUE(Hears("清蒸鲈鱼") && Hears("元")) << Heard();
  HearAndChoose("就订");
  EXPECT_EQ(visitor_.Where(), "meals.done") << visitor_.Screen();
  EXPECT_TRUE(Hears("订好了")) << Heard();
  EXPECT_EQ(town_.BookedTomorrow("清蒸鲈鱼"), 1);
  SayGoodbye();
  EXPECT_TRUE(Hears("订")) << Heard();
}

TEST_F(Dark, ABookingIsCancelled) {
  Arrive(kLiCard);
  HearAndChoose("订饭");
  HearAndChoose("明天午饭");
  HearAndChoose("清蒸鲈鱼");
  HearAndChoose("就订");
  HearAndChoose("首页");
  HearAndChoose("我订的");
  HearAndChoose("清蒸鲈鱼");
  HearAndChoose("不要了");
  EXPECT_EQ(town_.BookedTomorrow("清蒸鲈鱼"), 0) << visitor_.Screen();
  SayGoodbye();
}

TEST_F(Dark, AnEventIsSignedUpFor) {
  Arrive(kLiCard);
  HearAndChoose("活动");
  HearAndChoose("书法班");
  EXPECT_TRUE(Hears("书法班")) << Heard();
  HearAndChoose("我要报名");
  HearAndChoose("我要去");
  EXPECT_EQ(visitor_.Where(), "events.done") << visitor_.Screen();
  SayGoodbye();
}

TEST_F(Dark, PensionHelpComesAndItsNameIsHeard) {
  Arrive(kWangCard);
  HearAndChoose("我来了");
  HearAndChoose("养老金");
  HearAndChoose("请人帮我办");
  EXPECT_TRUE(Hears("1号") || Hears("1")) << Heard();
  const auto cases = town_.staff().Call<v1::ListCasesResponse>("AssistanceService/ListCases",
                                                               v1::ListCasesRequest());
  ASSERT_EQ(cases.cases_size(), 1);
  v1::ClaimCaseRequest claim;
  claim.set_case_id(cases.cases(0).case_id());
  town_.staff().Call<v1::ClaimCaseResponse>("AssistanceService/ClaimCase", claim);
  EXPECT_TRUE(HearsSoon("李老师")) << Heard();
}

TEST_F(Dark, HelpIsCalledWithOneKeyAndSaysSo) {
  visitor_.Presses(PadKey::kHelp);
  EXPECT_TRUE(visitor_.Where().starts_with("help.")) << visitor_.Screen();
  EXPECT_FALSE(Heard().empty());
}

TEST_F(Dark, ANoticeIsHeardToItsEnd) {
  town_.Publish("包饺子", "周五下午一起包饺子，请带上围裙。");
  ASSERT_TRUE(visitor_.SeesSoon("包饺子"));
  HearAndChoose("通知");
  if (visitor_.Where() == "notices.list") HearAndChoose("包饺子");
  EXPECT_TRUE(Hears("请带上围裙")) << Heard();
}

TEST_F(Dark, NoDigitOfANumberIsEverSaid) {
  HearAndChoose("点一下");
  HearAndChoose("按电话号码");
  EXPECT_EQ(visitor_.Where(), "who.keys") << visitor_.Screen();
  EXPECT_TRUE(Hears("刷卡")) << Heard();
  HearAndChoose("请人帮忙");
  EXPECT_TRUE(visitor_.Where().starts_with("help.")) << visitor_.Screen();
}

}  // namespace
}  // namespace chunhui::tests
