#include "kiosk/screens/dish_sheet.h"

#include <algorithm>

#include "core/money/fen.h"
#include "kiosk/screens/phrases.h"

namespace chunhui::screens {
namespace {

using kit::Box;
using kit::Role;
using kit::Ui;
using kit::Words;

constexpr float kPaddingLeast = 3;
constexpr float kWaysLeast = 22;
constexpr float kPictureMax = 34;
constexpr float kPictureMin = 16;
constexpr float kSheetHeightMax = 214;

struct Row {
  std::string id;
  std::string label;
  std::string value;
  Role role = Role::kBody;
};

std::vector<Row> Rows(const Words& words, const DishSheet& sheet) {
  if (sheet.quote == nullptr) {
    return {{"meals.full_price", words.Text("meals.full_price"),
             Amount(words, sheet.dish.price_fen()), Role::kPrice}};
  }
  std::vector<Row> rows;
  if (sheet.quote->subsidy_fen() > 0) {
    rows.push_back({"meals.full_price", words.Text("meals.full_price"),
                    Amount(words, sheet.quote->price_fen())});
    rows.push_back(
        {"meals.subsidy", words.Text("meals.subsidy"),
         words.Text("meals.minus", {{"amount", Amount(words, sheet.quote->subsidy_fen())}})});
  }
  rows.push_back({"meals.you_pay", words.Text("meals.you_pay"),
                  Amount(words, sheet.quote->pay_fen()), Role::kPrice});
  return rows;
}

float RowHeight(const Ui& ui, const Row& row, float width) {
  const bool together = ui.MeasureWidth(row.role, row.label) +
                            ui.MeasureWidth(row.role, row.value) + ui.em(row.role) <=
                        width;
  return ui.line(row.role) * (together ? 1 : 2);
}

float RowsHeight(const Ui& ui, const std::vector<Row>& rows, float width) {
  float height = 0;
  for (const Row& row : rows) height += RowHeight(ui, row, width);
  return height;
}

// Two ways, the chosen one with a check mark.
void DrawWays(Ui& ui, Box box, bool& take_away) {
  const Words& words = ui.words();
  const std::vector<Box> halves = box.Columns(2, ui.gap());
  const auto look = [&](const char* key, const char* icon, bool chosen) {
    return kit::ButtonLook{.words = words.Text(key),
                           .icon = chosen ? "check_circle" : icon,
                           .kind = chosen ? kit::ButtonKind::kPlain : kit::ButtonKind::kSoft};
  };
  if (ui.Button("meals.eat_here", halves[0], look("meals.eat_here", "restaurant", !take_away)))
    take_away = false;
  if (ui.Button("meals.take_away", halves[1], look("meals.take_away", "takeout_dining", take_away)))
    take_away = true;
}

}  // namespace

float DishWaysHeight(const Ui& ui, float width) {
  const float half = (width - ui.gap()) / 2;
  const auto height = [&](const char* key) {
    return ui.ButtonHeight({.words = ui.words().Text(key), .icon = "check_circle"}, half);
  };
  return std::max({height("meals.eat_here"), height("meals.take_away"), kit::kTargetMin});
}

float DishWordsHeightLeast(const Ui& ui, const DishSheet& sheet, float width) {
  const float text_w = width - 2 * ui.space().padding;
  return ui.MeasureHeight(Role::kTitle, DishName(ui.words(), sheet.dish), text_w) +
         ui.MeasureHeight(Role::kBody, sheet.when_brief, text_w) +
         RowHeight(ui, Rows(ui.words(), sheet).back(), text_w) + ui.gap() + 2 * kPaddingLeast;
}

void DrawDishSheet(Ui& ui, Box page, const DishSheet& sheet, bool& take_away) {
  const Words& words = ui.words();
  // Words before large keys.
  const float ways_room = page.h - ui.gap() - DishWordsHeightLeast(ui, sheet, page.w);
  const float ways_h = std::min(DishWaysHeight(ui, page.w), std::max(kWaysLeast, ways_room));
  const Box ways = page.TakeBottom(ways_h, ui.gap());
  const float width = page.w - 2 * ui.space().padding;
  const std::string name = DishName(words, sheet.dish);
  const float gap = ui.gap() / 2;
  const float name_h = ui.MeasureHeight(Role::kTitle, name, width);
  const float when_least = ui.MeasureHeight(Role::kBody, sheet.when_brief, width);
  std::vector<Row> rows = Rows(words, sheet);
  float rows_h = RowsHeight(ui, rows, width);
  // Where there is little room: what is to be paid, and the rest behind "why".
  if (rows_h > page.h - 2 * kPaddingLeast - name_h - when_least - 2 * gap) {
    rows.erase(rows.begin(), rows.end() - 1);
    rows_h = RowsHeight(ui, rows, width);
  }
  const float room = page.h - 2 * kPaddingLeast - name_h - rows_h - 2 * gap;
  const bool brief = ui.MeasureHeight(Role::kBody, sheet.when, width) > room;
  const std::string& when = brief ? sheet.when_brief : sheet.when;
  const float when_h = ui.MeasureHeight(Role::kBody, when, width);
  float texts = name_h + when_h + rows_h + 2 * gap;
  const std::string sides = DishSides(words, sheet.dish);
  const float sides_h = sides.empty() ? 0 : ui.MeasureHeight(Role::kSecond, sides, width);
  const bool with_sides = page.h - 2 * ui.space().padding - texts > sides_h && sides_h > 0;
  if (with_sides) texts += sides_h;
  const float spare = page.h - 2 * ui.space().padding - texts - gap;
  const float picture = spare >= kPictureMin ? std::min(spare, kPictureMax) : 0;
  if (!ui.landscape()) page.h = std::min(page.h, kSheetHeightMax);
  ui.Sheet(page);
  Box inside = page.Inset(ui.space().padding, kPaddingLeast);
  inside = inside.Centered(inside.w, texts + (picture > 0 ? picture + gap : 0));
  if (picture > 0) ui.Image("meals.picture", inside.TakeTop(picture, gap), sheet.dish.picture());
  ui.Text("meals.name", inside.TakeTop(name_h), name,
          {.role = Role::kTitle, .align = kit::Align::kCenter});
  if (with_sides) {
    ui.Text("meals.sides", inside.TakeTop(sides_h), sides,
            {.role = Role::kSecond, .align = kit::Align::kCenter, .tone = kit::Tone::kMuted});
  }
  ui.Text("meals.when", inside.TakeTop(when_h), when, {.align = kit::Align::kCenter});
  ui.Divider(inside.TakeTop(2 * gap));
  for (const Row& row : rows) {
    ui.Line(row.id, inside.TakeTop(RowHeight(ui, row, width)), row.label, row.value,
            {.role = row.role});
  }
  DrawWays(ui, ways, take_away);
}

}  // namespace chunhui::screens
