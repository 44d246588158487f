#include "kiosk/screens/week.h"

#include <algorithm>

#include "kiosk/screens/layout.h"
#include "kiosk/screens/phrases.h"

namespace chunhui::screens {

using kit::Box;
using kit::Role;
using kit::Ui;
using kit::Words;

namespace {

// As Ui::Line will need.
float LineHeight(const Ui& ui, Role role, const std::string& label, const std::string& value,
                 float width) {
  const bool together =
      ui.MeasureWidth(role, label) + ui.MeasureWidth(role, value) + ui.em(role) <= width;
  const float label_h = ui.MeasureHeight(role, label, width);
  const float value_h = ui.MeasureHeight(role, value, width);
  return together ? std::max(label_h, value_h) : label_h + value_h;
}

}  // namespace

std::string_view WeekScreen::State() const {
  switch (step_) {
    case Step::kLoading:
      return "loading";
    case Step::kPlan:
      return price_changed_ ? "changed" : "plan";
    case Step::kSending:
      return checking_ ? "checking" : "sending";
    case Step::kDone:
      return "done";
    case Step::kCancelled:
      return "cancelled";
    case Step::kNothing:
      return "nothing";
    case Step::kAway:
      return "away";
  }
  return {};
}

Place WeekScreen::Draw(Ui& ui) {
  const Words& words = ui.words();
  switch (step_) {
    case Step::kLoading:
      DrawWaiting(ui, "week.wait", words.Text("answer.wait"), words.Text("week.loading"));
      return Place::Here();
    case Step::kPlan:
      return DrawPlan(ui);
    case Step::kSending:
      DrawWaiting(ui, "week.wait", words.Text("answer.wait"),
                  words.Text(checking_     ? "checking.banner"
                             : cancelling_ ? "week.undoing"
                                           : "week.sending"));
      return Place::Here();
    case Step::kDone:
      return DrawDone(ui);
    case Step::kCancelled:
      return DrawSentence(ui, words.Text("week.undone"), "undo");
    case Step::kNothing:
      return DrawSentence(ui, words.Text("week.nothing"), "restaurant");
    case Step::kAway:
      return DrawSentence(ui, words.Text("trouble.away"), "cloud_off");
  }
  return Place::Here();
}

Place WeekScreen::DrawSentence(Ui& ui, std::string_view sentence, const char* icon) {
  const std::string_view given = DrawTold(
      ui, "week.told", sentence,
      {.icon = icon, .hue = kit::Hue::kSea, .words = ui.words().Text("week.one_by_one_why")},
      {OtherAnswer("week.no", ui.words().Text("week.one_by_one"), "restaurant")});
  return given.empty() ? Place::Here() : Back();
}

Place WeekScreen::DrawPlan(Ui& ui) {
  const Words& words = ui.words();
  ui.Title(words.Text(price_changed_ ? "week.changed" : "week.title",
                      {{"count", Count(DayState::kWanted)}}));
  Box page = ui.page();
  const Answers answers(ui, page,
                        {MainAnswer("week.yes", words.Text("week.yes")),
                         OtherAnswer("week.no", words.Text("week.one_by_one"))});
  DrawDays(ui, page);
  const std::string_view given = answers.Draw(ui);
  if (given == "week.yes") {
    step_ = Step::kSending;
    BookNext();
  }
  return given == "week.no" ? Back() : Place::Here();
}

Place WeekScreen::DrawDone(Ui& ui) {
  const Words& words = ui.words();
  const int left = Count(DayState::kRefused);
  ui.Title(words.Text(left == 0 ? "week.done" : "week.done_some",
                      {{"count", Count(DayState::kBooked)}, {"left", left}}));
  Box page = ui.page();
  const Answers answers(ui, page,
                        {MainAnswer("week.home", words.Text("answer.home"), "home"),
                         OtherAnswer("week.undo", words.Text("week.undo"), "undo")});
  DrawDays(ui, page);
  const std::string_view given = answers.Draw(ui);
  if (given == "week.undo") {
    step_ = Step::kSending;
    cancelling_ = true;
    CancelNext();
    return Place::Here();
  }
  return given.empty() ? Place::Here() : Place::To(ScreenName::kHome);
}

// A line a day and the total below them; pages where the letters are large.
void WeekScreen::DrawDays(Ui& ui, Box page) {
  const Words& words = ui.words();
  const float width = page.w - 2 * ui.space().padding;
  const std::string total = Amount(words, TotalFen());
  const float total_h = LineHeight(ui, Role::kLabel, words.Text("week.total"), total, width);
  const float room = page.h - 2 * ui.space().padding - total_h - ui.gap();
  const int count = static_cast<int>(days_.size());
  const bool large = static_cast<float>(count) * RowHeight(ui, Role::kLabel, width) <= room;
  const Role role = large ? Role::kLabel : Role::kBody;
  const float row = RowHeight(ui, role, width);
  int per_page = Ui::PageSize(room, row, 0, count);
  const bool paged = per_page < count;
  if (paged) per_page = Ui::PageSize(room - ui.PagesHeight() - kit::kGapMin, row, 0, count);
  const float rows_h = row * static_cast<float>(per_page) + ui.gap();
  const float keys_h = paged ? ui.PagesHeight() + kit::kGapMin : 0;
  if (!ui.landscape())
    page.h = std::min(page.h, rows_h + keys_h + total_h + 2 * ui.space().padding);
  Box inside = ui.Sheet(page);
  const Box keys = paged ? inside.TakeBottom(ui.PagesHeight(), kit::kGapMin) : Box{};
  const Box below = inside.TakeBottom(total_h, ui.gap() / 2);
  for (int i = page_ * per_page; i < std::min(count, (page_ + 1) * per_page); ++i) {
    const Day& day = days_[static_cast<size_t>(i)];
    ui.Line("week.day." + std::to_string(i + 1), inside.TakeTop(row), DayWords(words, day),
            StateWords(words, day), {.role = role});
  }
  ui.Line("week.total", below, words.Text("week.total"), total, {.role = Role::kLabel});
  if (paged) ui.Pages("week.page", keys, page_, (count + per_page - 1) / per_page);
}

// Of the longest line, all alike.
float WeekScreen::RowHeight(const Ui& ui, Role role, float width) const {
  float row = 0;
  for (const Day& day : days_) {
    row = std::max(
        row, LineHeight(ui, role, DayWords(ui.words(), day), StateWords(ui.words(), day), width));
  }
  return row;
}

std::string WeekScreen::DayWords(const Words& words, const Day& day) const {
  const time::Date today = time::LocalDate(clock_.now());
  return words.Text("week.day", {{"day", DayName(words, today, ToDate(day.dish.date()))},
                                 {"dish", DishName(words, day.dish)}});
}

std::string WeekScreen::StateWords(const Words& words, const Day& day) const {
  switch (day.state) {
    case DayState::kHad:
      return words.Text("week.had");
    case DayState::kRefused:
      return words.Text("week.refused");
    case DayState::kCancelled:
      return words.Text("week.cancelled");
    case DayState::kBooked:
    case DayState::kWanted:
      break;
  }
  return Amount(words, day.pay_fen.value_or(0));
}

int WeekScreen::Count(DayState state) const {
  return static_cast<int>(std::count_if(days_.begin(), days_.end(),
                                        [state](const Day& day) { return day.state == state; }));
}

// Of what is wanted, and afterwards of what was booked.
int64_t WeekScreen::TotalFen() const {
  int64_t total = 0;
  for (const Day& day : days_) {
    const bool counts =
        day.state == DayState::kBooked || (day.state == DayState::kWanted && step_ != Step::kDone);
    if (counts) total += day.pay_fen.value_or(0);
  }
  return total;
}

}  // namespace chunhui::screens
