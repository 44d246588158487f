// What is on the screen, as data: speech, tactile keys, layout checks, the masked remote screen and
// the tests all read this one record.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/kit/box.h"
#include "kiosk/kit/color.h"
#include "kiosk/kit/panel.h"
#include "kiosk/kit/theme.h"

namespace chunhui::kit {

constexpr std::string_view kCovered = "■■■";  // stands for personal words on a veiled screen

enum class ItemRole { kTitle, kText, kButton, kInput, kImage, kStatus };

struct Item {
  std::string id;  // unique on its screen
  ItemRole role = ItemRole::kText;
  std::string words;  // as shown; covered personal words are "■■■"
  Box box;            // of a button the target, of a text the lines' block
  float em_mm = 0;    // of the smallest words in it; 0 when there are none
  Color text;
  Color background;
  bool enabled = true;  // false: does nothing, or only says why not
  bool main = false;    // the one main answer
  // What follows is not part of the JSON.
  bool personal = false;           // belongs to the visitor
  bool digit = false;              // a keypad's: no tactile key leads to it
  bool on_request = false;         // read only when asked for: fixed keys, keypads, the clock
  std::string voice;               // what to say instead of `words`
  Box written;                     // where the words' lines stand; empty when none are shown
  Box ground;                      // the sheet, card or page they stand on
  std::vector<std::string> lines;  // the words as they are broken; empty while they are covered
};

// An icon or picture: not read, not tapped, but seen. For layout checks only.
struct Mark {
  Box box;
  bool drawing = false;  // of one colour, so its contrast counts; an emoji has its own colours
};

struct Record {
  std::string screen;
  std::string state;
  std::string language;
  ThemeName theme = ThemeName::kWarm;
  int text_step = kDefaultTextStep;
  int smaller = 0;  // text steps below it, because the page does not hold it; not in the JSON
  Panel panel;
  std::vector<Item> items;  // in reading order
  std::vector<Mark> marks;  // in drawing order

  const Item* Find(std::string_view id) const;  // nullptr when it is not shown
};

std::string_view NameOf(ItemRole role);
// One line of JSON in the shape outside checks read. `t_ms` counts from program start.
std::string ToJson(const Record& record, int64_t t_ms);
// "# Meals\nSee you\n[x] Porridge\n[ ] Fish\n": titles, texts, buttons with a cross when enabled.
std::string AsText(const Record& record);
// True when both would be read, heard and seen the same way.
bool SameShown(const Record& one, const Record& other);

}  // namespace chunhui::kit
