// One screen before an office that says what the test wants, tapped by ids and read as text.
#pragma once

#include <gtest/gtest.h>

#include "kiosk/screens/examples/example_town.h"
#include "kiosk/screens/examples/examples.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::tests {

class ScreenTest : public testing::Test {
 protected:
  using ScreenName = visit::ScreenName;

  // Opens the screen, taps, and keeps what is shown then.
  void Show(screens::Example example) {
    example.name = example.name.empty() ? "test" : example.name;
    room_.reset();  // one kiosk at a time in its folder
    room_ = std::make_unique<screens::ExampleRoom>(example, words_, folder_.path());
    kit::Stage stage(kit::kPortraitPanel);
    stage.Frame(words_, 0, [this](kit::Ui& ui) { room_->Draw(ui); });
    record_ = stage.record();
  }
  bool Shows(const std::string& id) const { return record_.Find(id) != nullptr; }
  // Any words on the screen contain these.
  bool Says(const std::string& words) const {
    for (const kit::Item& item : record_.items) {
      if (item.words.find(words) != std::string::npos) return true;
    }
    return false;
  }
  std::string State() const { return std::string(room_->State()); }
  // nullptr when it is not shown.
  const kit::Item* Item(std::string_view id) const { return record_.Find(id); }
  std::string Screen() const { return kit::AsText(record_); }
  const visit::Place& led_to() const { return room_->led_to(); }
  bool rang() const { return room_->rang(); }

  const kit::Words words_ =
      kit::Words::Load(std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets" / "words", "zh-CN");

 private:
  const TemporaryFolder folder_;
  std::unique_ptr<screens::ExampleRoom> room_;
  kit::Record record_;
};

}  // namespace chunhui::tests
