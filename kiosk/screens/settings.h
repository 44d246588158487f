// How would you like to see it? Size of the letters, colours, language, hand. Every choice is
// followed at once, and the page that was left half done waits below.
#pragma once

#include <string_view>

#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class SettingsScreen : public Screen {
 public:
  SettingsScreen(office::Client& office, visit::Wishes& wishes, kit::Voice& voice)
      : office_(office), wishes_(wishes), voice_(voice) {}

  Place Draw(kit::Ui& ui) override;
  std::string_view State() const override;
  Place Back() override;

 private:
  enum class Page { kList, kSize, kTheme, kVoice, kPlace };
  Place DrawList(kit::Ui& ui);
  Place DrawSizes(kit::Ui& ui);
  Place DrawThemes(kit::Ui& ui);
  Place DrawVoice(kit::Ui& ui);
  void DrawDialect(kit::Ui& ui, const kit::Box& box, const kit::Dialect& dialect);
  // Among those of this kiosk; empty: the standard language.
  std::string DialectChosen() const;
  Place DrawPlaces(kit::Ui& ui);
  void TapTile(std::string_view id);
  void ForgetKept();

  office::Client& office_;
  visit::Wishes& wishes_;
  kit::Voice& voice_;
  Page page_ = Page::kList;
};

}  // namespace chunhui::screens
