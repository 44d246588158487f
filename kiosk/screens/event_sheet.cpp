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

constexpr float kPadding = 8;  // as kit draws a sheet
constexpr float kPicture = 34;
constexpr float kBetweenFacts = 1;

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

float IconMm(const Ui& ui) { return ui.em(Role::kBody) * 1.3F; }

float FactHeight(const Ui& ui, const Fact& fact, float width) {
  const float words_w = width - IconMm(ui) - kit::kGap / 2;
  return std::max(IconMm(ui), ui.MeasureHeight(Role::kBody, fact.words, words_w));
}

float FactsHeight(const Ui& ui, const std::vector<Fact>& facts, float width) {
  float height = 0;
  for (const Fact& fact : facts) height += FactHeight(ui, fact, width) + kBetweenFacts;
  return height;
}

// Takes what it needs from the top of the box.
void DrawFacts(Ui& ui, Box& inside, const std::vector<Fact>& facts) {
  const float icon = IconMm(ui);
  for (const Fact& fact : facts) {
    Box row = inside.TakeTop(FactHeight(ui, fact, inside.w), kBetweenFacts);
    ui.Icon(row.TakeLeft(icon, kit::kGap / 2).Centered(icon, icon), fact.icon);
    ui.Text(fact.id, row, fact.words,
            {.upright = kit::Upright::kMiddle, .bold = fact.id == "events.when"});
  }
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
  const std::string text = EventText(words, event);
  const float width = page.w - 2 * kPadding;
  const float facts_h = FactsHeight(ui, facts, width);
  const float text_h = text.empty() ? 0 : ui.MeasureHeight(Role::kBody, text, width) + kit::kGap;
  const float frame = 2 * kPadding;
  Box keys;
  std::vector<std::string> pages;  // of text alone, after the facts
  if (frame + facts_h + text_h > page.h) {
    keys = page.TakeBottom(ui.PagesHeight(), kit::kGap);
    pages = CutIntoPages(ui, Role::kBody, text, width, page.h - frame);
  }
  const int count = static_cast<int>(pages.size()) + 1;
  text_page = std::clamp(text_page, 0, count - 1);
  const bool together = pages.empty();
  const float left_over = page.h - frame - facts_h - (together ? text_h : 0);
  const bool with_picture = text_page == 0 && left_over > kPicture + kit::kGap;
  if (together && !ui.landscape()) {
    const float picture_h = with_picture ? kPicture + kit::kGap : 0;
    page.h = std::min(page.h, frame + facts_h + text_h + picture_h + kPadding);
  }
  Box inside = ui.Sheet(page);
  if (with_picture) {
    ui.Image("events.picture", inside.TakeTop(kPicture, kit::kGap), event.picture());
  }
  if (text_page > 0) {
    ui.Text("events.text", inside, pages[static_cast<size_t>(text_page - 1)]);
  } else {
    DrawFacts(ui, inside, facts);
    if (together && !text.empty()) {
      ui.Divider(inside.TakeTop(kit::kGap));
      ui.Text("events.text", inside, text);
    }
  }
  if (count > 1) ui.Pages("events.text", keys, text_page, count);
}

}  // namespace chunhui::screens
