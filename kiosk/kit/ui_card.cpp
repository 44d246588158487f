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
constexpr float kPadYSmall = 4;  // on small panels
constexpr float kBetween = 8;
constexpr float kIconTileMm = 40;
constexpr float kPictureMmMin = 22;
constexpr float kArrowMm = 15;
constexpr float kTagPadX = 2.5F;
constexpr float kTagGap = 3;
constexpr float kUnitGap = 1;
constexpr float kUnlimited = 1e6F;
constexpr float kAcceptableLoss = 1.2F;  // a small picture, a price below, no smaller name

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

  float number_width() const { return number.width_mm + kUnitGap + unit.width_mm; }
  float width() const { return std::max(caption.width_mm, number_width()); }
  // Beside the words the caption stands above the number, below the words before it.
  float height() const { return shown ? caption.height_mm() + number.height_mm() : 0; }
  float row_height() const { return shown ? number.height_mm() : 0; }
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
  CardArrangement as;
  float pad_y = kPadY;
  float arrow_mm = 0;
  float words_mm = 0;  // width
  bool tags_below = false;
  Block title;
  TagsPlan tags;
  Stack lines;
  PricePlan price;

  float words_height() const {
    float height = title.height_mm() + lines.height_mm;
    if (tags_below && !tags.tags.empty()) height += tags.height + kTagGap;
    if (as.price_below) height += price.row_height();
    return height;
  }
  float height() const {
    const float beside = as.price_below ? 0 : price.height();
    return std::max({words_height(), as.picture_mm, beside}) + 2 * pad_y;
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

// Choices carry their name large, as home's tiles do.
Role TitleRole(const CardLook& look) {
  const bool choice = !look.icon.empty() && !look.amber && !look.price_fen;
  return choice ? Role::kTitle : Role::kLabel;
}

CardPlan PlanCard(UiFrame& frame, std::string_view id, const CardLook& look, const Box& box,
                  const CardArrangement& as) {
  CardPlan plan;
  plan.as = as;
  plan.pad_y = IsSmall(frame.panel) ? kPadYSmall : kPadY;
  if (look.arrow || look.state == CardState::kChosen) {
    plan.arrow_mm = std::max(kArrowMm, EmMm(Role::kLabel, frame.step()));
  }
  plan.price = PlanPrice(frame, look);
  float room = box.w - 2 * kPadX;
  if (as.picture_mm > 0) room -= as.picture_mm + kBetween;  // also of a neighbour: titles align
  if (plan.arrow_mm > 0) room -= plan.arrow_mm + kBetween / 2;
  if (plan.price.shown && !as.price_below) room -= plan.price.width() + kBetween;
  plan.words_mm = room;
  const Role role = as.title_role == Role::kTitle ? TitleRole(look) : as.title_role;
  plan.title = LayOut(frame, look.title, {role, true}, room);
  plan.tags = PlanTags(frame, look, room);
  plan.tags_below =
      plan.title.lines.size() > 1 || plan.title.width_mm + kTagGap + plan.tags.width > room;
  const float height_max = box.h - 2 * plan.pad_y - plan.words_height();
  plan.lines = LayOutStack(frame, LinesOf(id, look), room, height_max);
  return plan;
}

float PictureMm(const CardLook& look, float height_mm, float width_mm) {
  if (look.picture.empty() && look.icon.empty()) return 0;
  const float most = look.picture.empty() ? kIconTileMm : kPictureMax;
  return std::clamp(std::min(height_mm - 2 * kPadY, width_mm * 0.28F), kPictureMmMin, most);
}

// How much is lost: words that leave the card above all, then smaller names, no picture, lines
// left out, a small picture, a price below.
float Loss(UiFrame& frame, const CardLook& look, const CardPlan& plan, const Box& box) {
  const auto lines = static_cast<size_t>(std::count_if(
      look.lines.begin(), look.lines.end(), [](const std::string& line) { return !line.empty(); }));
  const size_t shown = plan.lines.parts.size() - (look.status.empty() ? 0 : 1);
  const float em_wanted = EmMm(TitleRole(look), frame.step());
  float loss = 100 * std::max(0.0F, plan.height() - box.h);
  if (plan.words_mm < 3 * plan.title.em_mm) loss += 1000;
  loss += 8 * (1 - plan.title.em_mm / em_wanted);
  loss += static_cast<float>(lines - shown);
  const auto more_lines = static_cast<float>(plan.title.lines.size() - 1);
  loss += 0.35F * more_lines * more_lines;
  if (plan.as.price_below) loss += 0.3F;
  const bool pictured = !look.picture.empty() || !look.icon.empty();
  if (pictured && plan.as.picture_mm == 0) loss += 2.5F;
  if (pictured && plan.as.picture_mm == kPictureMmMin) loss += 0.5F;
  return loss;
}

// The first one is what we like best; `looks` are not empty.
std::vector<CardArrangement> Arrangements(const std::vector<CardLook>& looks, const Box& box) {
  float picture = 0;
  bool priced = false;
  for (const CardLook& look : looks) {
    picture = std::max(picture, PictureMm(look, box.h, box.w));
    priced = priced || look.price_fen;
  }
  std::vector<CardArrangement> all;
  for (const Role role : {Role::kTitle, Role::kLabel, Role::kBody, Role::kSecond}) {
    for (const float picture_mm : {picture, std::min(picture, kPictureMmMin), 0.0F}) {
      all.push_back({picture_mm, false, role});
      if (priced) all.push_back({picture_mm, true, role});
    }
  }
  return all;
}

CardArrangement Choose(UiFrame& frame, const std::vector<CardLook>& looks, const Box& cell) {
  CardArrangement best;
  float least = kUnlimited * kUnlimited;
  for (const CardArrangement& as : Arrangements(looks, cell)) {
    float loss = 0;
    for (const CardLook& look : looks) {
      loss += Loss(frame, look, PlanCard(frame, {}, look, cell, as), cell);
    }
    if (loss >= least) continue;
    least = loss;
    best = as;
    if (loss == 0) break;
  }
  return best;
}

PlateLook PlateOf(const Theme& theme, const CardLook& look) {
  if (!look.enabled || look.state == CardState::kSoldOut) {
    return {theme.sand, theme.edge, theme.edge_mm};
  }
  if (look.state == CardState::kChosen) return {theme.card, theme.edge_dark, 1.5F};
  return {look.amber ? theme.amber : theme.card, theme.edge, theme.edge_mm};
}

// One card while it is drawn.
struct CardHere {
  const CardPlan& plan;
  std::string_view id;
  const CardLook& look;
  const Surface& surface;
  const Box& card;
  size_t noted;  // the card's own item

  void Write(UiFrame& frame, const std::string& part, std::string_view words, const Block& block,
             const Box& drawn, const Ink& ink) const {
    const std::string name = std::string(id) + part;
    const size_t at = Note(frame, {.id = name, .words = words}, drawn, block.em_mm, ink);
    NoteWritten(frame, at, block, drawn, card);
  }
};

void DrawTags(UiFrame& frame, const CardHere& here, float x, float middle) {
  const Surface& surface = frame.theme().tag;
  const TagsPlan& plan = here.plan.tags;
  for (size_t i = 0; i < plan.tags.size(); ++i) {
    const Block& block = plan.tags[i];
    const Box pill{x, middle - plan.height / 2, block.width_mm + 2 * kTagPadX, plan.height};
    const Ink ink{surface.ink, surface.fill};
    frame.canvas.RoundFill(frame.panel.Snap(pill), frame.Px(2), surface.fill);
    const Box drawn = Draw(frame, block, pill, Align::kCenter, Upright::kMiddle, ink);
    here.Write(frame, ".tag." + std::to_string(i + 1), here.look.tags[i], block, drawn, ink);
    x = pill.right() + kTagGap;
  }
}

void DrawNumber(UiFrame& frame, const PricePlan& plan, const Box& box, const Ink& ink) {
  const Box number{box.x, box.y, plan.number.width_mm, box.h};
  Draw(frame, plan.number, number, Align::kLeft, Upright::kMiddle, ink);
  const float baseline = number.center_y() + kBaselineBelowMiddle * plan.number.em_mm;
  const float middle = baseline - kBaselineBelowMiddle * plan.unit.em_mm;
  const Box unit{number.right() + kUnitGap, middle - plan.unit.line_mm / 2, plan.unit.width_mm,
                 plan.unit.line_mm};
  Draw(frame, plan.unit, unit, Align::kLeft, Upright::kMiddle, ink);
}

void DrawPrice(UiFrame& frame, const CardHere& here, Box box) {
  const PricePlan& plan = here.plan.price;
  const bool below = here.plan.as.price_below;
  if (!plan.caption.lines.empty()) {
    const Ink muted{here.surface.muted, here.surface.fill};
    const Box place = below ? box.TakeLeft(plan.caption.width_mm, kTagGap)
                            : box.TakeTop(plan.caption.height_mm());
    const Box drawn = Draw(frame, plan.caption, place, below ? Align::kLeft : Align::kRight,
                           Upright::kMiddle, muted);
    here.Write(frame, ".price.caption", here.look.price_caption, plan.caption, drawn, muted);
  }
  const float width = plan.number_width();
  const Box number{below ? box.x : box.right() - width, box.y, width, plan.number.height_mm()};
  const Ink ink{here.surface.strong, here.surface.fill};
  DrawNumber(frame, plan, number, ink);
  here.Write(frame, ".price", YuanOf(*here.look.price_fen) + frame.words.Text("price.unit"),
             plan.number, number, ink);
}

void DrawWords(UiFrame& frame, const CardHere& here, const Box& box) {
  const CardPlan& plan = here.plan;
  Box rest = box.Centered(box.w, plan.words_height());
  const Ink ink{here.surface.strong, here.surface.fill, IsCovered(frame, here.look.personal)};
  const Box title = rest.TakeTop(plan.title.height_mm());
  const Box written = Draw(frame, plan.title, title, Align::kLeft, Upright::kTop, ink);
  NoteWritten(frame, here.noted, plan.title, written, here.card);
  if (!plan.tags_below) {
    DrawTags(frame, here, title.x + plan.title.width_mm + kTagGap, title.center_y());
  } else if (!plan.tags.tags.empty()) {
    rest.TakeTop(kTagGap / 2);
    const Box row = rest.TakeTop(plan.tags.height, kTagGap / 2);
    DrawTags(frame, here, row.x, row.center_y());
  }
  const Box lines = rest.TakeTop(plan.lines.height_mm);
  DrawStack(frame, plan.lines, lines, Align::kLeft, Upright::kTop, here.surface, here.noted,
            here.card);
  if (plan.as.price_below && plan.price.shown)
    DrawPrice(frame, here, rest.TakeTop(plan.price.row_height()));
}

void DrawPictureOf(UiFrame& frame, const CardLook& look, const Box& box, const Surface& surface) {
  if (!look.picture.empty()) {
    return DrawEmoji(frame, box, look.picture, look.state == CardState::kSoldOut);
  }
  if (look.icon.empty()) return;
  const Box square = box.Centered(box.w, box.w);
  if (look.amber) return DrawIcon(frame, square.Inset(box.w * 0.14F), look.icon, surface.ink);
  DrawIconTile(frame, square, look.icon, look.hue, box.w * 0.24F);
}

void DrawInside(UiFrame& frame, const CardHere& here) {
  const CardPlan& plan = here.plan;
  Box inner = here.card.Inset(kPadX, plan.pad_y);
  if (plan.as.picture_mm > 0) {
    DrawPictureOf(frame, here.look, inner.TakeLeft(plan.as.picture_mm, kBetween), here.surface);
  }
  if (plan.arrow_mm > 0) {
    const Box arrow = inner.TakeRight(plan.arrow_mm, kBetween / 2);
    const char* icon = here.look.state == CardState::kChosen ? "check_circle" : "chevron_right";
    DrawIcon(frame, arrow.Centered(plan.arrow_mm, plan.arrow_mm), icon, here.surface.ink);
  }
  Box price;
  const bool beside = plan.price.shown && !plan.as.price_below;
  if (beside) price = inner.TakeRight(plan.price.width(), kBetween);
  DrawWords(frame, here, inner);
  if (beside) DrawPrice(frame, here, price.Centered(price.w, plan.price.height()));
}

}  // namespace

void Ui::AlignCards(const std::vector<CardLook>& looks, const Box& cell) {
  frame_.cards.reset();
  if (!looks.empty()) frame_.cards = Choose(frame_, looks, cell);
}

bool Ui::Card(std::string_view id, const Box& box, const CardLook& look) {
  const Press press = Target(frame_, id, box, look.enabled);
  const Surface surface = DrawPlate(frame_, box, PlateOf(theme(), look), press.held);
  const CardArrangement as = frame_.cards ? *frame_.cards : Choose(frame_, {look}, box);
  const CardPlan plan = PlanCard(frame_, id, look, box, as);
  const size_t noted = Note(frame_,
                            {.id = id,
                             .role = ItemRole::kButton,
                             .words = look.title,
                             .voice = look.voice,
                             .personal = look.personal,
                             .enabled = look.enabled && look.state != CardState::kSoldOut},
                            box, plan.title.em_mm, {surface.strong, surface.fill});
  DrawInside(frame_, {plan, id, look, surface, box, noted});
  return press.acted;
}

float Ui::CardHeight(const CardLook& look, float width_mm) const {
  const Box box{0, 0, width_mm, kUnlimited};
  float least = kUnlimited;
  float smallest_loss = kUnlimited;
  float otherwise = kTargetMin;  // where a long name makes every arrangement lose more
  for (const CardArrangement& as : Arrangements({look}, box)) {
    if (as.title_role != Role::kTitle) break;  // smaller names come last and are not wanted here
    const CardPlan plan = PlanCard(frame_, {}, look, box, as);
    // Without any limit, what a plan loses is not height: weigh it against the height it saves.
    const float loss = Loss(frame_, look, plan, box);
    if (loss < kAcceptableLoss) least = std::min(least, plan.height());
    if (loss < smallest_loss) {
      smallest_loss = loss;
      otherwise = plan.height();
    }
  }
  return std::max(least < kUnlimited ? least : otherwise, kTargetMin);
}

}  // namespace chunhui::kit
