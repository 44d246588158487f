// What every page of the staff's panel is that stands in place of the queue: a small class made
// when staff choose it and dropped when they leave it. It draws itself and asks the office itself;
// the panel chooses among them.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/kit/ui.h"

namespace chunhui::staff_panel {

class Page {
 public:
  Page() = default;
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;
  virtual ~Page() = default;

  // Into the area that was begun. False: back to the queue.
  virtual bool Draw(kit::Ui& ui) = 0;
  // What is asked now: a new state is a new page for the touch layer.
  virtual std::string_view State() const = 0;
  // From a real keyboard: digits, 'X' and '\b'.
  virtual void HandleKey(char /*key*/) {}
  // True when a card or code (kiosk/visit/evidence.h) was meant for this page.
  virtual bool TakeShown(const std::string& /*line*/) { return false; }
  // The office no longer knows who is signed in.
  virtual bool session_ended() const { return false; }
};

}  // namespace chunhui::staff_panel
