// What the app lays over and beside the screens keeps the same rules as every screen, at every text
// step, upright and lying, in both languages.
#include <gtest/gtest.h>

#include "kiosk/visit/evidence.h"
#include "tests/rules/screen_rules.h"
#include "tests/support/pilot.h"

namespace chunhui::tests {
namespace {

using std::chrono::seconds;

struct Glass {
  const char* name;
  kit::Panel panel;
  bool english;
};

class AppRules : public ::testing::TestWithParam<Glass> {
 protected:
  AppRules() {
    if (GetParam().english) visitor_.Taps("bar.language");
  }

  // Holds what is shown against the rules at each text step; `prefix` picks the app's own things.
  void Check(const std::string& what, const std::string& prefix = {}) {
    for (int i = 0; i < kit::kTextSteps; ++i) {
      kit::Record shown = visitor_.record();
      if (!prefix.empty()) {
        std::erase_if(shown.items, [&](const kit::Item& item) {
          return item.role != kit::ItemRole::kTitle && item.id.rfind(prefix, 0) != 0 &&
                 item.id.rfind("bar.", 0) != 0;
        });
      }
      for (const std::string& broken : BrokenRules(shown)) {
        // A title of the page beside may be seen, or lie below the panel.
        if (!prefix.empty() && broken.find("titles") != std::string::npos) continue;
        ADD_FAILURE() << what << ", step " << shown.text_step << ": " << broken;
      }
      visitor_.Taps("bar.bigger");
    }
  }

  SmallTown town_;
  Pilot visitor_{town_, {.panel = GetParam().panel}};
};

TEST_P(AppRules, HoldForTheSheets) {
  visitor_.Taps("bar.listen");
  Check("listen");
  visitor_.Taps("listen.ok");
  visitor_.Shows(kLiCard);
  visitor_.Taps("you.yes");
  visitor_.Shows("00000000");
  Check("unknown card");
  visitor_.Taps("card.unknown.ok");
  for (int step = 0; step < kit::kTextSteps; ++step) {
    visitor_.Passes(seconds(125));
    for (const std::string& broken : BrokenRules(visitor_.record())) {
      ADD_FAILURE() << "still there, step " << visitor_.record().text_step << ": " << broken;
    }
    visitor_.Taps("idle.yes");
    visitor_.Taps("bar.bigger");
  }
}

TEST_P(AppRules, HoldForTheBannerOverEveryHall) {
  visitor_.wire().Cut();
  ASSERT_TRUE(visitor_.Soon([&] { return visitor_.record().Find("away.banner") != nullptr; }));
  Check("idle, away");
  visitor_.Taps("idle.menu");
  Check("menu, away");
}

TEST_P(AppRules, HoldForTheStaffPanel) {
  visitor_.Taps("bar.help");
  visitor_.Shows(kStaffBadge);
  Check("pin", "staff.");
  visitor_.Keys("staff.key", kStaffPin);
  visitor_.Taps("staff.sign_in");
  Check("queue", "staff.");
  visitor_.Taps("staff.case.1");
  Check("case", "staff.");
  visitor_.Taps("staff.claim");
  // The page below turns by itself, and what is touched at that moment is not taken.
  ASSERT_TRUE(visitor_.Soon([&] { return visitor_.Where() == "help.coming"; }));
  ASSERT_TRUE(visitor_.CanTap("staff.outcome.1"));
  Check("outcomes", "staff.");
  visitor_.Taps("staff.back");
  visitor_.Taps("staff.device");
  Check("device", "staff.");
  visitor_.Taps("staff.device.back");
  visitor_.Taps("staff.aside");
  Check("aside", "staff.");
}

TEST_P(AppRules, HoldForFindingSomebody) {
  visitor_.Shows(kStaffBadge);
  visitor_.Keys("staff.key", kStaffPin);
  visitor_.Taps("staff.sign_in");
  visitor_.Taps("staff.find");
  visitor_.Taps("staff.key.Q");
  visitor_.Taps("staff.look");
  Check("nobody found", "staff.");
  visitor_.Taps("staff.field.age");
  Check("age", "staff.");
  visitor_.Taps("staff.field.name");
  visitor_.Taps("staff.key.delete");
  visitor_.Taps("staff.key.W");
  visitor_.Taps("staff.look");
  Check("people", "staff.");
  visitor_.Taps("staff.person.1");
  Check("why", "staff.");
}

TEST_P(AppRules, HoldForTheCardDesk) {
  visitor_.Shows(kWangCard);
  visitor_.Taps("you.yes");
  visitor_.Shows(kStaffBadge);
  visitor_.Keys("staff.key", kStaffPin);
  visitor_.Taps("staff.sign_in");
  visitor_.Taps("staff.cards");
  Check("cards", "staff.");
  visitor_.Taps("staff.card.1");
  Check("card", "staff.");
  visitor_.Taps("staff.card.replace");
  Check("lay", "staff.");
  visitor_.Shows(kLiCard);
  Check("refused", "staff.");
  visitor_.wire().LoseAnswers(office::kReplaceCard.name, 1);
  visitor_.Shows("04A1B2C3D4");
  Check("unsure", "staff.");
  visitor_.Taps("staff.cards.again");
  Check("replaced", "staff.");
  visitor_.Taps("staff.cards.bind");
  visitor_.Taps("staff.qr.make");
  Check("code", "staff.");
  visitor_.Taps("staff.qr.done");
  visitor_.Taps("staff.card.2");
  Check("another card", "staff.");
}

TEST_P(AppRules, HoldForTakingInSomebody) {
  visitor_.Shows(kStaffBadge);
  visitor_.Keys("staff.key", kStaffPin);
  visitor_.Taps("staff.sign_in");
  visitor_.Taps("staff.find");
  visitor_.Taps("staff.enrol");
  Check("card", "staff.");
  visitor_.Shows(visit::ShownDocument("110199194302280011", "阿依努尔·买买提江·阿布都热"));
  Check("person", "staff.");
}

INSTANTIATE_TEST_SUITE_P(Glasses, AppRules,
                         ::testing::Values(Glass{"UprightChinese", kit::kPortraitPanel, false},
                                           Glass{"UprightEnglish", kit::kPortraitPanel, true},
                                           Glass{"LyingChinese", kit::kLandscapePanel, false},
                                           Glass{"LyingEnglish", kit::kLandscapePanel, true}),
                         [](const auto& glass) { return std::string(glass.param.name); });

}  // namespace
}  // namespace chunhui::tests
