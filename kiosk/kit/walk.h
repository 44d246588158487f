// Where a visitor with four tactile keys stands: walks what is shown in reading order. A control
// and the words on it are one stop; so are a line's label and its value. Digits of a keypad are no
// stops. UI thread only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/kit/record.h"

namespace chunhui::kit {

enum class PadKey { kNext, kPrevious, kChoose, kHelp };

// Items of the record that belong together, the first names the stop.
using Stop = std::vector<const Item*>;
// Of this record, and only as long as it lives.
std::vector<Stop> StopsOf(const Record& record);

// The stop after the last one, and before the first: the screen itself, which can be made dark.
inline constexpr std::string_view kScreenStop = "walk.screen";

class Walk {
 public:
  bool active() const { return !at_.empty(); }
  // The id of the stop; kScreenStop for the screen; empty while no key is used.
  const std::string& at() const { return at_; }
  bool at_screen() const { return at_ == kScreenStop; }

  // To the title. A record without one begins at its first stop.
  void Begin(const Record& record);
  // To the next (1) or the previous (-1) stop, past the ends in a circle.
  void Move(const Record& record, int step);
  // After each frame: stays where it is, at the title of a new page, or near what has gone.
  void Follow(const Record& record);
  // A finger touched the glass, or the visitor has gone.
  void End();

 private:
  std::string at_;
  size_t index_ = 0;  // of the stop when it was last seen
  std::string page_;  // screen and state of it
};

}  // namespace chunhui::kit
