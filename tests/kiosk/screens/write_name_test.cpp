// Writing the own name by finger.
#include "kiosk/screens/write_name.h"

#include "tests/kiosk/screens/screen_fixture.h"

namespace chunhui::screens {
namespace {

using visit::Place;

class WriteNameTest : public tests::ScreenTest {
 protected:
  void Write(std::vector<std::string> taps) {
    Show({"write_name", Place::To(ScreenName::kWriteName), ExampleVisitor::kNobody,
          std::move(taps)});
  }
};

TEST_F(WriteNameTest, TheFirstCharacterOffersSurnamesFirst) {
  Write({"name.sheet"});
  ASSERT_NE(Item("name.key.1"), nullptr) << Screen();
  EXPECT_EQ(Item("name.key.1")->words, "王");
  EXPECT_EQ(Item("name.key.5")->words, "十");
}

TEST_F(WriteNameTest, LaterCharactersComeAsTheyWereRead) {
  Write({"name.sheet", "name.key.1", "name.sheet"});
  ASSERT_NE(Item("name.key.1"), nullptr) << Screen();
  EXPECT_EQ(Item("name.key.1")->words, "十");
}

TEST_F(WriteNameTest, AChosenCharacterIsKeptAndTheSheetIsEmptyAgain) {
  Write({"name.sheet", "name.key.1"});
  EXPECT_TRUE(Says("王")) << Screen();
  EXPECT_TRUE(Says("写完一个字")) << Screen();
  EXPECT_EQ(Item("name.key.1"), nullptr);
}

TEST_F(WriteNameTest, WritingAgainClearsTheSheetAndTheCharacters) {
  Write({"name.sheet", "name.clear"});
  EXPECT_TRUE(Says("写完一个字")) << Screen();
  EXPECT_EQ(Item("name.key.1"), nullptr);
}

TEST_F(WriteNameTest, OneCharacterCanBeTakenAway) {
  Write({"name.sheet", "name.key.1", "name.sheet", "name.key.3", "name.undo"});
  EXPECT_TRUE(Says("王")) << Screen();
  EXPECT_FALSE(Says("王兰")) << Screen();
}

TEST_F(WriteNameTest, ASurnameAloneCallsNobody) {
  Write({"name.sheet", "name.key.1"});
  ASSERT_NE(Item("name.done"), nullptr);
  EXPECT_FALSE(Item("name.done")->enabled);
}

TEST_F(WriteNameTest, AWrittenNameCallsAPersonAndOpensNothing) {
  Write({"name.sheet", "name.key.1", "name.sheet", "name.key.3", "name.done"});
  EXPECT_EQ(led_to().screen, ScreenName::kHelp);
}

}  // namespace
}  // namespace chunhui::screens
