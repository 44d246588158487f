// The own name, written by finger: one character after another, surname first. A name alone opens
// nothing: it is kept for the member of staff who comes, and who finds the person by it.
#pragma once

#include <string>
#include <vector>

#include "kiosk/devices/handwriting.h"
#include "kiosk/screens/name_order.h"
#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class WriteNameScreen : public Screen {
 public:
  WriteNameScreen(devices::Handwriting& handwriting, visit::Visit& visit, office::Client& office);
  // The program that reads is ended: nothing written stays anywhere but in the visit.
  ~WriteNameScreen() override;

  Place Draw(kit::Ui& ui) override;
  std::string_view State() const override { return "write"; }
  Place Back() override;

 private:
  void TakeReading();
  void DrawWritten(kit::Ui& ui, const kit::Box& box);
  void DrawSheet(kit::Ui& ui, kit::Box box);
  void DrawCharacters(kit::Ui& ui, const kit::Box& box);
  Place DrawKeys(kit::Ui& ui, const kit::Box& clear, const kit::Box& undo, const kit::Box& done);
  void AskWhatItIs();
  void ClearSheet();
  void Choose(size_t index);
  std::string Name() const;

  devices::Handwriting& handwriting_;
  visit::Visit& visit_;
  office::Guard guard_;
  NameOrder order_;
  std::vector<std::string> name_;  // chosen so far, a character each
  std::vector<kit::WrittenLine> lines_;
  std::vector<std::string> characters_;  // what the lines may be
  bool unreadable_ = false;
};

}  // namespace chunhui::screens
