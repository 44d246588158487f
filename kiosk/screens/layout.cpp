#include "kiosk/screens/layout.h"

#include <algorithm>
#include <utility>

#include "core/time/local_time.h"

namespace chunhui::screens {
namespace {

using kit::Box;
using kit::Role;
using kit::Ui;

constexpr float kColumnShare = 0.4F;  // of a lying page, for its answers
constexpr float kColumnShareOfOne = 0.34F;
constexpr float kAnswersShareMax = 0.6F;  // of an upright page's height
constexpr float kTallMain = 100;
constexpr float kTallOther = 68;
constexpr float kCardHeight = 62;
constexpr float kWaitingHeight = 120;
constexpr float kCardStretchMax = 76;
constexpr float kCardStretchLying = 100;  // of the only row of a lying page

float NaturalHeight(const Ui& ui, const Answer& answer) {
  if (answer.height_mm > 0) return answer.height_mm;
  return answer.look.kind == kit::ButtonKind::kMain ? ui.space().main_button
                                                    : ui.space().second_button;
}

float LeastTarget(const Ui& ui, const Answer& answer) {
  return answer.look.kind == kit::ButtonKind::kMain ? ui.space().main_target : kit::kTargetMin;
}

// Too high together by `-spare`: nearer to the least targets, in which words are sizes smaller.
std::vector<float> Compressed(const Ui& ui, const std::vector<Answer>& answers,
                              std::vector<float> heights, float spare) {
  float room = 0;
  for (size_t i = 0; i < answers.size(); ++i) room += heights[i] - LeastTarget(ui, answers[i]);
  const float share = room > 0 ? std::min(1.0F, -spare / room) : 0;
  for (size_t i = 0; i < answers.size(); ++i) {
    heights[i] -= share * (heights[i] - LeastTarget(ui, answers[i]));
  }
  return heights;
}

// Heights of the answers that together fill no more than `height`.
std::vector<float> AnswerHeights(const Ui& ui, const std::vector<Answer>& answers, float width,
                                 float height) {
  std::vector<float> least;
  float spare = height - ui.gap() * static_cast<float>(answers.size() - 1);
  float wished = 0;
  for (const Answer& answer : answers) {
    least.push_back(std::max(ui.ButtonHeight(answer.look, width), LeastTarget(ui, answer)));
    spare -= least.back();
    wished += std::max(0.0F, NaturalHeight(ui, answer) - least.back());
  }
  if (spare < 0) return Compressed(ui, answers, least, spare);
  const float share = wished > 0 ? std::clamp(spare / wished, 0.0F, 1.0F) : 0;
  for (size_t i = 0; i < answers.size(); ++i) {
    least[i] += share * std::max(0.0F, NaturalHeight(ui, answers[i]) - least[i]);
  }
  return least;
}

// In a column of their own the answers may grow until they fill it.
void Stretch(const Ui& ui, const std::vector<Answer>& answers, std::vector<float>& heights,
             float height) {
  float spare = height - ui.gap() * static_cast<float>(answers.size() - 1);
  for (const float each : heights) spare -= each;
  if (spare <= 0) return;
  float room = 0;
  std::vector<float> most;
  for (size_t i = 0; i < answers.size(); ++i) {
    const bool main = answers[i].look.kind == kit::ButtonKind::kMain;
    const float tall = answers[i].height_mm > 0 ? answers[i].height_mm
                       : main                   ? kTallMain
                                                : kTallOther;
    most.push_back(std::max(heights[i], tall));
    room += most.back() - heights[i];
  }
  const float share = room > 0 ? std::min(1.0F, spare / room) : 0;
  for (size_t i = 0; i < answers.size(); ++i) heights[i] += share * (most[i] - heights[i]);
}

float TallestCard(const Ui& ui, const std::vector<kit::CardLook>& cards, float width) {
  float tallest = ui.space().main_target;
  for (const kit::CardLook& card : cards) {
    tallest = std::max(tallest, ui.CardHeight(card, width));
  }
  return tallest;
}

// Without their last lines.
std::vector<kit::CardLook> Brief(std::vector<kit::CardLook> cards) {
  for (kit::CardLook& card : cards) {
    if (card.lines.size() > 1) card.lines.resize(1);
  }
  return cards;
}

}  // namespace

Answer MainAnswer(std::string_view id, std::string words, std::string icon) {
  return {id, {.words = std::move(words), .icon = std::move(icon), .kind = kit::ButtonKind::kMain}};
}

Answer OtherAnswer(std::string_view id, std::string words, std::string icon) {
  return {id, {.words = std::move(words), .icon = std::move(icon)}};
}

Answer HelpAnswer(std::string_view id, std::string words) {
  return {
      id,
      {.words = std::move(words), .icon = "notifications_active", .kind = kit::ButtonKind::kAmber}};
}

Box TakeHandSide(const Ui& ui, Box& page, float width_mm) {
  const float gap_mm = ui.gap();
  return ui.left_hand() ? page.TakeLeft(width_mm, gap_mm) : page.TakeRight(width_mm, gap_mm);
}

Box TakeFarSide(const Ui& ui, Box& page, float width_mm, float gaps) {
  const float gap_mm = gaps * ui.gap();
  return ui.left_hand() ? page.TakeRight(width_mm, gap_mm) : page.TakeLeft(width_mm, gap_mm);
}

Answers::Answers(const Ui& ui, Box& page, std::vector<Answer> answers, const Above& above)
    : answers_(std::move(answers)) {
  if (answers_.empty()) return;
  const bool beside = ui.landscape();
  const float share = answers_.size() > 1 ? kColumnShare : kColumnShareOfOne;
  const float width = beside ? page.w * share : page.w;
  const float height =
      beside ? page.h
             : std::min({page.h * kAnswersShareMax, ui.Reachable(page).h - above.targets_mm,
                         page.h - above.targets_mm - above.told_mm - ui.gap()});
  std::vector<float> heights = AnswerHeights(ui, answers_, width, height);
  if (beside) Stretch(ui, answers_, heights, height);
  Box column = beside ? TakeHandSide(ui, page, width) : page;
  for (size_t i = answers_.size(); i-- > 0;) {
    boxes_.insert(boxes_.begin(), column.TakeBottom(heights[i], ui.gap()));
  }
  if (!beside) page = column;
}

std::string_view Answers::Draw(Ui& ui) const {
  std::string_view given;
  for (size_t i = 0; i < answers_.size(); ++i) {
    if (ui.Button(answers_[i].id, boxes_[i], answers_[i].look)) given = answers_[i].id;
  }
  return given;
}

float CardsHeightLeast(const Ui& ui, const std::vector<kit::CardLook>& cards, float width) {
  return TallestCard(ui, Brief(cards), width) + ui.gap() + ui.PagesHeight();
}

int DrawCards(Ui& ui, std::string_view id, Box page, const std::vector<kit::CardLook>& cards,
              int& page_shown) {
  page = ui.Reachable(page);
  const int columns = ui.landscape() && cards.size() > 1 ? 2 : 1;
  const int most = 4 / columns;
  const float width = page.Columns(columns, ui.gap()).front().w;
  const int count = static_cast<int>(cards.size());
  float natural = TallestCard(ui, cards, width);
  // Rather without their last lines than one or two cards a page.
  if (Ui::PageSize(page.h, natural, ui.gap(), most) * columns < std::min(count, 3)) {
    natural = TallestCard(ui, Brief(cards), width);
  }
  int rows = Ui::PageSize(page.h, natural, ui.gap(), most);
  Box keys;
  if (rows * columns < count) {
    keys = page.TakeBottom(ui.PagesHeight(), ui.gap());
    rows = Ui::PageSize(page.h, natural, ui.gap(), most);
  }
  const float share = page.Rows(rows, ui.gap()).front().h;
  const bool only_row = ui.landscape() && rows == 1;
  const float stretch = only_row ? kCardStretchLying : kCardStretchMax;
  const float height = std::min(share, std::max({natural, kCardHeight, std::min(share, stretch)}));
  const int per_page = rows * columns;
  const int page_count = std::max(1, (count + per_page - 1) / per_page);
  page_shown = std::clamp(page_shown, 0, page_count - 1);
  ui.AlignCards(cards, {page.x, page.y, width, height});
  int tapped = -1;
  for (int i = page_shown * per_page; i < std::min(count, (page_shown + 1) * per_page); ++i) {
    const int slot = i - page_shown * per_page;
    const Box box{page.x + static_cast<float>(slot % columns) * (width + ui.gap()),
                  page.y + static_cast<float>(slot / columns) * (height + ui.gap()), width, height};
    const std::string card_id = std::string(id) + "." + std::to_string(i + 1);
    if (ui.Card(card_id, box, cards[static_cast<size_t>(i)])) tapped = i;
  }
  ui.AlignCards({}, {});
  if (page_count > 1) ui.Pages(std::string(id) + ".page", keys, page_shown, page_count);
  return tapped;
}

std::string_view DrawTold(Ui& ui, std::string_view id, std::string_view title, const Scene& scene,
                          std::vector<Answer> answers) {
  ui.Title(title, {}, {}, scene.title_personal, scene.title_voice);
  Box page = ui.page();
  const Answers below(ui, page, std::move(answers),
                      {.told_mm = SceneHeightLeast(ui, scene, page.w)});
  DrawScene(ui, page, id, scene);
  return below.Draw(ui);
}

std::string ClockNow(Ui& ui, const time::Clock& clock) {
  constexpr int64_t kMinuteMs = 60'000;
  const time::Instant now = clock.now();
  ui.WakeAt(ui.now_ms() + kMinuteMs - time::ToUnixMs(now) % kMinuteMs);
  return ui.words().Clock(time::LocalTimeOfDay(now));
}

void DrawWaiting(Ui& ui, std::string_view id, std::string_view title, std::string_view words) {
  ui.Title(title);
  Box page = ui.page();
  if (!ui.landscape()) page.h = std::min(page.h, kWaitingHeight);
  const Box inside = ui.Sheet(page);
  const float height = ui.MeasureHeight(Role::kLabel, words, inside.w) + ui.line(Role::kLabel);
  ui.WaitingDots(id, inside.Centered(inside.w, height), words);
}

}  // namespace chunhui::screens
