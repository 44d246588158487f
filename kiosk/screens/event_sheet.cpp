#include "kiosk/screens/event_sheet.h"

#include <algorithm>

#include "kiosk/screens/layout.h"
#include "kiosk/screens/phrases.h"

namespace chunhui::screens {
namespace {

using kit::Box;
using kit::Role;
using kit::Ui;
using kit::Words;

constexpr float kPadding = 10;
constexpr float kPicture = 30;

std::string AgeWords(const Words& words, const v1::Event& event) {
  if (event.age_min() > 0 && event.age_max() > 0) {
    return words.Text("events.age_both", {{"min", event.age_min()}, {"max", event.age_max()}});
  }
  if (event.age_min() > 0) return words.Text("events.age_min", {{"age", event.age_min()}});
  if (event.age_max() > 0) return words.Text("events.age_max", {{"age", event.age_max()}});
  return {};
}

struct Fact {
  std::string id;
  std::string icon;
  std::string words;
};

std::vector<Fact> FactsOf(const Words& words, const v1::Event& event, time::Date today) {
  std::string places = PlacesWords(words, event);
  if (event.waiting() > 0 && event.mine().state() == v1::SIGN_UP_STATE_UNSPECIFIED) {
    places = Joined({places, words.Text("events.waiting_count", {{"count", event.waiting()}})},
                    words.Text("sentence.joint"));
  }
  std::vector<Fact> facts{{"events.when", "schedule", EventHours(words, today, event)},
                          {"events.where", "place", EventPlace(words, event)},
                          {"events.places", "chair", places},
                          {"events.age", "cake", AgeWords(words, event)}};
  std::erase_if(facts, [](const Fact& fact) { return fact.words.empty(); });
  return facts;
}

}  // namespace

kit::CardLook EventCard(const Words& words, const v1::Event& event, time::Date today) {
  const bool offered = event.mine().state() == v1::SIGN_UP_STATE_OFFERED;
  return {
      .picture = event.picture(),
      .title = EventTitle(words, event),
      .lines = {DayAndTime(words, today, ToInstant(event.starts_at())), EventPlace(words, event)},
      .status = PlacesWords(words, event),
      .arrow = true,
      .amber = offered};
}

void DrawEventSheet(Ui& ui, Box page, const v1::Event& event, time::Date today, int& text_page) {
  const Words& words = ui.words();
  const std::vector<Fact> facts = FactsOf(words, event, today);
  const float icon = ui.em(Role::kBody) * 1.3F;
  const float width = page.w - 2 * kPadding;
  const float fact_w = width - icon - kit::kGap / 2;
  float facts_h = 0;
  for (const Fact& fact : facts) {
    facts_h += std::max(icon, ui.MeasureHeight(Role::kBody, fact.words, fact_w)) + 1;
  }
  const std::string text = EventText(words, event);
  const float line = ui.line(Role::kBody);
  // What it is about gets what the facts leave over, in pages when that is not enough.
  const float frame = 2 * kPadding + facts_h + kit::kGap;
  const auto cut = [&](float keys) {
    return CutIntoPages(ui, Role::kBody, text, width, std::max(line, page.h - keys - frame));
  };
  std::vector<std::string> pages = cut(0);
  Box keys;
  if (pages.size() > 1 && page.h > frame + ui.PagesHeight() + kit::kGap + line) {
    keys = page.TakeBottom(ui.PagesHeight(), kit::kGap);
    pages = cut(0);
  }
  const int count = static_cast<int>(pages.size());
  text_page = std::clamp(text_page, 0, count - 1);
  const std::string& shown = pages[static_cast<size_t>(text_page)];
  const bool with_text = !text.empty() && page.h >= frame + line;
  const float text_h = with_text ? ui.MeasureHeight(Role::kBody, shown, width) : 0;
  const bool with_picture = count == 1 && page.h - frame - text_h > kPicture + kit::kGap;
  const float wished = frame + text_h + (with_picture ? kPicture + kit::kGap : 0) + kPadding;
  if (count == 1) page.h = std::min(page.h, wished);
  Box inside = ui.Sheet(page);
  if (with_picture)
    ui.Image("events.picture", inside.TakeTop(kPicture, kit::kGap), event.picture());
  for (const Fact& fact : facts) {
    const float height = std::max(icon, ui.MeasureHeight(Role::kBody, fact.words, fact_w));
    Box row = inside.TakeTop(height, 1);
    ui.Icon(row.TakeLeft(icon, kit::kGap / 2).Centered(icon, icon), fact.icon);
    ui.Text(fact.id, row, fact.words,
            {.upright = kit::Upright::kMiddle, .bold = fact.id == "events.when"});
  }
  if (!with_text) return;
  ui.Divider(inside.TakeTop(kit::kGap));
  ui.Text("events.text", inside, shown);
  if (keys.h > 0) ui.Pages("events.text", keys, text_page, count);
}

}  // namespace chunhui::screens
