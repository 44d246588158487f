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

constexpr float kPicture = 34;
constexpr float kBetweenFacts = 1;
constexpr float kBoldShare = 0.93F;  // bold words are wider than they are measured

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

float IconMm(const Ui& ui) { return ui.em(Role::kBody) * 1.3F; }

// On two lines at most: rather without the date than longer.
std::string HoursThatFit(const Ui& ui, const v1::Event& event, time::Date today, float width) {
  std::string hours = EventHours(ui.words(), today, event);
  const float words_w = (width - IconMm(ui) - ui.gap() / 2) * kBoldShare;
  const bool fits = ui.MeasureHeight(Role::kBody, hours, words_w) < 2.5F * ui.line(Role::kBody);
  return fits ? hours : EventHours(ui.words(), today, event, true);
}

std::vector<Fact> FactsOf(const Ui& ui, const v1::Event& event, time::Date today, float width) {
  const Words& words = ui.words();
  std::string places = PlacesWords(words, event);
  if (event.waiting() > 0 && event.mine().state() == v1::SIGN_UP_STATE_UNSPECIFIED) {
    places = Joined({places, words.Text("events.waiting_count", {{"count", event.waiting()}})},
                    words.Text("sentence.joint"));
  }
  std::vector<Fact> facts{{"events.when", "schedule", HoursThatFit(ui, event, today, width)},
                          {"events.where", "place", EventPlace(words, event)},
                          {"events.places", "chair", places},
                          {"events.age", "cake", AgeWords(words, event)}};
  std::erase_if(facts, [](const Fact& fact) { return fact.words.empty(); });
  return facts;
}

float FactHeight(const Ui& ui, const Fact& fact, float width) {
  const float words_w = (width - IconMm(ui) - ui.gap() / 2) * kBoldShare;
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
    ui.Icon(row.TakeLeft(icon, ui.gap() / 2).Centered(icon, icon), fact.icon);
    ui.Text(fact.id, row, fact.words,
            {.upright = kit::Upright::kMiddle, .bold = fact.id == "events.when"});
  }
}

struct Told {
  const v1::Event& event;
  const std::vector<Fact>& facts;
  const std::string& text;
};

// As many facts a page as fit; the text follows on pages of its own.
void DrawInPages(Ui& ui, Box page, const Told& told, int& shown) {
  const Box keys = page.TakeBottom(ui.PagesHeight(), ui.gap());
  const float width = page.w - 2 * ui.space().padding;
  const float height = page.h - 2 * ui.space().padding;
  std::vector<std::vector<Fact>> facts(1);
  for (const Fact& fact : told.facts) {
    std::vector<Fact> more = facts.back();
    more.push_back(fact);
    if (!facts.back().empty() && FactsHeight(ui, more, width) > height) {
      facts.push_back({fact});
    } else {
      facts.back() = std::move(more);
    }
  }
  std::vector<std::string> texts;
  if (!told.text.empty()) texts = CutIntoPages(ui, Role::kBody, told.text, width, height);
  const int count = static_cast<int>(facts.size() + texts.size());
  shown = std::clamp(shown, 0, count - 1);
  const auto at = static_cast<size_t>(shown);
  Box inside = ui.Sheet(page);
  if (at >= facts.size()) {
    ui.Text("events.text", inside, texts[at - facts.size()]);
  } else {
    if (inside.h - FactsHeight(ui, facts[at], width) > kPicture + ui.gap()) {
      ui.Image("events.picture", inside.TakeTop(kPicture, ui.gap()), told.event.picture());
    }
    DrawFacts(ui, inside, facts[at]);
  }
  ui.Pages("events.text", keys, shown, count);
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
  const float width = page.w - 2 * ui.space().padding;
  const std::vector<Fact> facts = FactsOf(ui, event, today, width);
  const std::string text = EventText(ui.words(), event);
  const float facts_h = FactsHeight(ui, facts, width);
  const float text_h = text.empty() ? 0 : ui.MeasureHeight(Role::kBody, text, width) + ui.gap();
  if (2 * ui.space().padding + facts_h + text_h > page.h) {
    return DrawInPages(ui, page, {event, facts, text}, text_page);
  }
  const float left_over = page.h - 2 * ui.space().padding - facts_h - text_h;
  const float picture_h = left_over > kPicture + ui.gap() ? kPicture + ui.gap() : 0;
  if (!ui.landscape()) {
    page.h = std::min(page.h, 3 * ui.space().padding + facts_h + text_h + picture_h);
  }
  Box inside = ui.Sheet(page);
  if (picture_h > 0) {
    ui.Image("events.picture", inside.TakeTop(kPicture, ui.gap()), event.picture());
  }
  DrawFacts(ui, inside, facts);
  if (text.empty()) return;
  ui.Divider(inside.TakeTop(ui.gap()));
  ui.Text("events.text", inside, text);
}

}  // namespace chunhui::screens
