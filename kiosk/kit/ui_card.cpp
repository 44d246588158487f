// Cards: dish, event, notice, choice. One plan serves measuring and drawing.
#include <algorithm>
#include <cstdio>

#include "kiosk/kit/frame.h"
#include "kiosk/kit/ui.h"
#include "kiosk/kit/words.h"

namespace chunhui::kit {
namespace {

constexpr float kPadX = 8;
constexpr float kPadY = 6;
constexpr float kBetween = 8;
constexpr float kIconTileMm = 40;
constexpr float kIconTileMmMin = 22;
constexpr float kArrowMm = 12;
constexpr float kTagPadX = 2.5F;
constexpr float kTagGap = 3;
constexpr float kUnlimited = 1e6F;

std::string YuanOf(int64_t fen) {
  char text[32];
  std::snprintf(text, sizeof text, "%s%lld.%02lld", fen < 0 ? "-" : "",
                static_cast<long long>(std::abs(fen) / 100),
                static_cast<long long>(std::abs(fen) % 100));
  return text;
}

// "您付" above "12.60元", the unit smaller, on the number's baseline.
struct PricePlan {
  Block caption;
  Block number;
  Block unit;
  bool shown = false;

  float width() const { return std::max(caption.width_mm, number.width_mm + unit.width_mm + 1); }
  float height() const { return shown ? caption.height_mm() + number.height_mm() : 0; }
};

PricePlan PlanPrice(UiFrame& frame, const CardLook& look) {
  PricePlan plan;
  if (!look.price_fen) return plan;
  plan.shown = true;
  plan.number = LayOut(frame, YuanOf(*look.price_fen), {Role::kPrice}, kUnlimited);
  plan.unit = LayOut(frame, frame.words.Text("price.unit"), {Role::kSecond, true}, kUnlimited);
  if (!look.price_caption.empty()) {
    plan.caption = LayOut(frame, look.price_caption, {Role::kSecond}, kUnlimited);
    plan.caption.line_mm = plan.caption.em_mm * 1.25F;  // one line, close to its number
  }
  return plan;
}

struct TagsPlan {
  std::vector<Block> tags;
  float width = 0;   // side by side
  float height = 0;  // of one
};

TagsPlan PlanTags(UiFrame& frame, const CardLook& look, float width_mm) {
  TagsPlan plan;
  for (const std::string& tag : look.tags) {
    const Block block = LayOut(frame, tag, {Role::kSecond, true}, width_mm - 2 * kTagPadX);
    plan.width += (plan.tags.empty() ? 0 : kTagGap) + block.width_mm + 2 * kTagPadX;
    plan.height = std::max(plan.height, block.em_mm * 1.3F);
    plan.tags.push_back(block);
  }
  return plan;
}

// Everything at its size, with as much of it as the height allows.
struct CardPlan {
  float picture_mm = 0;
  float arrow_mm = 0;
  float words_mm = 0;  // width
  bool price_below = false;
  bool tags_below = false;
  Block title;
  TagsPlan tags;
  Stack lines;
  PricePlan price;

  float words_height() const {
    float height = title.height_mm() + lines.height_mm;
    if (tags_below && !tags.tags.empty()) height += tags.height + kTagGap;
    if (price_below) height += price.height();
    return height;
  }
  float height() const {
    const float beside = price_below ? 0 : price.height();
    return std::max({words_height(), picture_mm, beside}) + 2 * kPadY;
  }
};

std::vector<Part> LinesOf(std::string_view id, const CardLook& look) {
  std::vector<Part> parts;
  for (size_t i = 0; i < look.lines.size(); ++i) {
    parts.push_back({.id = std::string(id) + ".line." + std::to_string(i + 1),
                     .words = look.lines[i],
                     .type = {Role::kSecond},
                     .muted = true,
                     .may_go = true,
                     .personal = look.personal});
  }
  parts.push_back(
      {.id = std::string(id) + ".status", .words = look.status, .type = {Role::kSecond, true}});
  return parts;
}

CardPlan PlanCard(UiFrame& frame, std::string_view id, const CardLook& look, const Box& box,
                  float picture_mm) {
  CardPlan plan;
  plan.picture_mm = picture_mm;
  plan.arrow_mm = look.arrow || look.state == CardState::kChosen ? kArrowMm : 0;
  plan.price = PlanPrice(frame, look);
  float room = box.w - 2 * kPadX;
  if (picture_mm > 0) room -= picture_mm + kBetween;
  if (plan.arrow_mm > 0) room -= plan.arrow_mm + kBetween / 2;
  const float beside = room - plan.price.width() - kBetween;
  const float enough = 5.5F * EmMm(Role::kLabel, frame.look.text_step);
  plan.price_below = plan.price.shown && beside < enough;
  plan.words_mm = plan.price.shown && !plan.price_below ? beside : room;
  plan.title = LayOut(frame, look.title, {Role::kLabel}, plan.words_mm);
  plan.tags = PlanTags(frame, look, plan.words_mm);
  plan.tags_below = plan.title.lines.size() > 1 ||
                    plan.title.width_mm + kTagGap + plan.tags.width > plan.words_mm;
  const float height_max = box.h - 2 * kPadY - plan.words_height();
  plan.lines = LayOutStack(frame, LinesOf(id, look), plan.words_mm, height_max);
  return plan;
}

float PictureMm(const CardLook& look, float height_mm, float width_mm) {
  if (look.picture.empty() && look.icon.empty()) return 0;
  const float most = look.picture.empty() ? kIconTileMm : kPictureMax;
  return std::clamp(std::min(height_mm - 2 * kPadY, width_mm * 0.28F), kIconTileMmMin, most);
}

// The picture gives way before words do: first it shrinks, then it goes.
CardPlan BestCard(UiFrame& frame, std::string_view id, const CardLook& look, const Box& box) {
  const float picture = PictureMm(look, box.h, box.w);
  CardPlan plan = PlanCard(frame, id, look, box, picture);
  const bool complete = plan.lines.parts.size() == look.lines.size() + !look.status.empty();
  if (picture == 0 || (complete && plan.height() <= box.h)) return plan;
  CardPlan smaller = PlanCard(frame, id, look, box, std::min(picture, kIconTileMmMin));
  if (smaller.height() <= box.h) return smaller;
  return PlanCard(frame, id, look, box, 0);
}

PlateLook PlateOf(const Theme& theme, const CardLook& look) {
  if (!look.enabled || look.state == CardState::kSoldOut) {
    return {theme.sand, theme.edge, theme.edge_mm};
  }
  if (look.state == CardState::kChosen) return {theme.card, theme.edge_dark, 1.5F};
  return {look.amber ? theme.amber : theme.card, theme.edge, theme.edge_mm};
}

// Draws from the block's left edge and returns what it covers.
void DrawTags(UiFrame& frame, const TagsPlan& plan, std::string_view id, const CardLook& look,
              float x, float middle) {
  const Surface& surface = frame.theme().tag;
  for (size_t i = 0; i < plan.tags.size(); ++i) {
    const Block& block = plan.tags[i];
    const Box pill{x, middle - plan.height / 2, block.width_mm + 2 * kTagPadX, plan.height};
    const Ink ink{surface.ink, surface.fill};
    frame.canvas.RoundFill(frame.panel.Snap(pill), frame.Px(2), surface.fill);
    const Box drawn = Draw(frame, block, pill, Align::kCenter, Upright::kMiddle, ink);
    Note(frame, {.id = std::string(id) + ".tag." + std::to_string(i + 1), .words = look.tags[i]},
         drawn, block.em_mm, ink);
    x = pill.right() + kTagGap;
  }
}

void DrawPrice(UiFrame& frame, const PricePlan& plan, std::string_view id, const CardLook& look,
               Box box, Align align, const Surface& surface) {
  const std::string name = std::string(id) + ".price";
  const Ink muted{surface.muted, surface.fill};
  const Ink ink{surface.strong, surface.fill};
  if (!plan.caption.lines.empty()) {
    const Box drawn = Draw(frame, plan.caption, box.TakeTop(plan.caption.height_mm()), align,
                           Upright::kMiddle, muted);
    Note(frame, {.id = name + ".caption", .words = look.price_caption}, drawn, plan.caption.em_mm,
         muted);
  }
  const float width = plan.number.width_mm + 1 + plan.unit.width_mm;
  const float left = align == Align::kRight ? box.right() - width : box.x;
  const Box number{left, box.y, plan.number.width_mm, plan.number.height_mm()};
  Draw(frame, plan.number, number, Align::kLeft, Upright::kMiddle, ink);
  const float baseline = number.center_y() + kBaselineBelowMiddle * plan.number.em_mm;
  const float middle = baseline - kBaselineBelowMiddle * plan.unit.em_mm;
  const Box unit{number.right() + 1, middle - plan.unit.line_mm / 2, plan.unit.width_mm,
                 plan.unit.line_mm};
  Draw(frame, plan.unit, unit, Align::kLeft, Upright::kMiddle, ink);
  Note(frame, {.id = name, .words = YuanOf(*look.price_fen) + frame.words.Text("price.unit")},
       {number.x, number.y, width, number.h}, plan.number.em_mm, ink);
}

void DrawWords(UiFrame& frame, const CardPlan& plan, std::string_view id, const CardLook& look,
               const Box& box, const Surface& surface) {
  Box rest = box.Centered(box.w, plan.words_height());
  const Ink ink{surface.strong, surface.fill, IsCovered(frame, look.personal)};
  const Box title = rest.TakeTop(plan.title.height_mm());
  Draw(frame, plan.title, title, Align::kLeft, Upright::kTop, ink);
  if (!plan.tags_below) {
    DrawTags(frame, plan.tags, id, look, title.x + plan.title.width_mm + kTagGap, title.center_y());
  } else if (!plan.tags.tags.empty()) {
    rest.TakeTop(kTagGap / 2);
    const Box row = rest.TakeTop(plan.tags.height, kTagGap / 2);
    DrawTags(frame, plan.tags, id, look, row.x, row.center_y());
  }
  const Box lines = rest.TakeTop(plan.lines.height_mm);
  DrawStack(frame, plan.lines, lines, Align::kLeft, Upright::kTop, surface);
  if (plan.price_below) DrawPrice(frame, plan.price, id, look, rest, Align::kLeft, surface);
}

void DrawPictureOf(UiFrame& frame, const CardLook& look, const Box& box, const Surface& surface) {
  if (!look.picture.empty()) {
    return DrawEmoji(frame, box, look.picture, look.state == CardState::kSoldOut);
  }
  const Box square = box.Centered(box.w, box.w);
  if (look.amber) return DrawIcon(frame, square.Inset(box.w * 0.14F), look.icon, surface.ink);
  DrawIconTile(frame, square, look.icon, look.hue, box.w * 0.24F);
}

}  // namespace

bool Ui::Card(std::string_view id, const Box& box, const CardLook& look) {
  const Press press = Target(frame_, id, box, look.enabled);
  const Surface surface = DrawPlate(frame_, box, PlateOf(theme(), look), press.held);
  const CardPlan plan = BestCard(frame_, id, look, box);
  const bool open = look.enabled && look.state != CardState::kSoldOut;
  Note(frame_,
       {.id = id,
        .role = ItemRole::kButton,
        .words = look.title,
        .voice = look.voice,
        .personal = look.personal,
        .enabled = open},
       box, plan.title.em_mm, {surface.strong, surface.fill, false});
  Box inner = box.Inset(kPadX, kPadY);
  if (plan.picture_mm > 0) {
    DrawPictureOf(frame_, look, inner.TakeLeft(plan.picture_mm, kBetween), surface);
  }
  if (plan.arrow_mm > 0) {
    const Box arrow = inner.TakeRight(plan.arrow_mm, kBetween / 2);
    const char* icon = look.state == CardState::kChosen ? "check_circle" : "chevron_right";
    DrawIcon(frame_, arrow.Centered(plan.arrow_mm, plan.arrow_mm), icon, surface.ink);
  }
  if (plan.price.shown && !plan.price_below) {
    const Box price = inner.TakeRight(plan.price.width(), kBetween);
    DrawWords(frame_, plan, id, look, inner, surface);
    DrawPrice(frame_, plan.price, id, look, price.Centered(price.w, plan.price.height()),
              Align::kRight, surface);
  } else {
    DrawWords(frame_, plan, id, look, inner, surface);
  }
  return press.acted;
}

float Ui::CardHeight(const CardLook& look, float width_mm) const {
  const float picture = PictureMm(look, kUnlimited, width_mm);
  const CardPlan plan = PlanCard(frame_, "", look, {0, 0, width_mm, kUnlimited}, picture);
  return std::max(plan.height(), kTargetMin);
}

}  // namespace chunhui::kit
