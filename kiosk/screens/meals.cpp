#include "kiosk/screens/meals.h"

#include <algorithm>

#include "core/money/fen.h"
#include "core/time/local_time.h"
#include "kiosk/screens/dish_sheet.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/phrases.h"
#include "kiosk/screens/week_lunches.h"

namespace chunhui::screens {

using kit::Box;
using kit::Ui;
using kit::Words;

namespace {

constexpr float kWhyHeight = 24;
constexpr float kUsualShare = 0.6F;  // of a lying panel, the rest is the week's
constexpr float kWeekHeight = 30;

std::string_view RuleKey(v1::SubsidyRule rule) {
  switch (rule) {
    case v1::SUBSIDY_RULE_AGE_DISCOUNT:
      return "meals.rule.age_discount";
    case v1::SUBSIDY_RULE_AGE_AMOUNT:
      return "meals.rule.age_amount";
    case v1::SUBSIDY_RULE_CLASS_AMOUNT:
      return "meals.rule.class_amount";
    case v1::SUBSIDY_RULE_DAY_CAP:
      return "meals.rule.day_cap";
    case v1::SUBSIDY_RULE_WEEK_CAP:
      return "meals.rule.week_cap";
    default:
      return "meals.rule.none";
  }
}

}  // namespace

MealsScreen::MealsScreen(office::Client& office, visit::Visit& visit, const time::Clock& clock,
                         const Place& place)
    : office_(office), visit_(visit), clock_(clock) {
  office_.RefreshMenu();
  if (visit_.open()) {
    office_.Ask(office::kGetUsualMeal, {}, guard_, [this](const auto& outcome) {
      if (outcome.ok() && outcome.value().has_dish()) usual_ = outcome.value();
    });
  }
  if (const v1::MenuDish* dish = office_.known().FindDish(place.subject)) Choose(*dish);
}

std::string_view MealsScreen::State() const {
  switch (step_) {
    case Step::kDays:
      return office_.known().menu.empty() ? "empty" : "days";
    case Step::kDishes:
      return "dishes";
    case Step::kConfirm:
      return "confirm";
    case Step::kWhy:
      return "why";
    case Step::kSending:
      return checking_ ? "checking" : "sending";
    case Step::kDone:
      return "done";
    case Step::kCancelled:
      return "cancelled";
    case Step::kTrouble:
      return "trouble";
  }
  return {};
}

Place MealsScreen::Draw(Ui& ui) {
  switch (step_) {
    case Step::kDays:
      return DrawDays(ui);
    case Step::kDishes:
      for (const Meal& meal : MealsOf(office_.known().menu, today())) {
        if (meal.date == meal_->date && meal.period == meal_->period) return DrawDishes(ui, meal);
      }
      return DrawNothing(ui);
    case Step::kConfirm:
      return DrawConfirm(ui);
    case Step::kWhy:
      return DrawWhy(ui);
    case Step::kSending:
      return DrawSending(ui);
    case Step::kDone:
      return DrawDone(ui);
    case Step::kCancelled:
      return DrawCancelled(ui);
    case Step::kTrouble:
      return DrawTrouble(ui);
  }
  return Place::Here();
}

Place MealsScreen::DrawDays(Ui& ui) {
  const Words& words = ui.words();
  const std::vector<Meal> meals = MealsOf(office_.known().menu, today());
  if (meals.empty()) return DrawNothing(ui);
  ui.StandLow();
  ui.Title(words.Text(visit_.open() ? "meals.days" : "meals.look"),
           AgeOfList(words, office_, office_.known().menu_at, clock_.now()));
  Box page = ui.page();
  std::vector<kit::CardLook> cards;
  for (const Meal& meal : meals) cards.push_back(DayCard(words, meal, clock_.now()));
  // Where there is no room above the days, the short ways are the first of the cards.
  const float days_h = CardsHeightLeast(ui, cards, ui.landscape() ? page.w / 2 : page.w);
  const bool above = ui.Reachable(page).h - ShortWaysHeight(ui, page.w) >= days_h;
  if (above && DrawShortWays(ui, page)) return Place::To(ScreenName::kWeek);
  const std::vector<kit::CardLook> ways = above ? std::vector<kit::CardLook>() : ShortWays(words);
  cards.insert(cards.begin(), ways.begin(), ways.end());
  int tapped = DrawCards(ui, "meals.day", page, cards, days_page_);
  if (tapped >= 0 && tapped < static_cast<int>(ways.size())) {
    if (tapped > 0 || !usual_) return Place::To(ScreenName::kWeek);
    ChooseUsual();
    return Place::Here();
  }
  tapped -= static_cast<int>(ways.size());
  if (tapped >= 0) {
    meal_ = meals[static_cast<size_t>(tapped)];
    dishes_page_ = 0;
    AskQuotes(meal_->date);
    step_ = Step::kDishes;
  }
  return Place::Here();
}

bool MealsScreen::OffersWeek() const {
  return WeekLunches(office_.known().menu, clock_.now(), {}).size() >= kWeekDaysMin;
}

std::vector<kit::CardLook> MealsScreen::ShortWays(const Words& words) const {
  std::vector<kit::CardLook> cards;
  if (usual_) cards.push_back(UsualCard(words, *usual_, today()));
  if (OffersWeek()) {
    cards.push_back({.icon = "date_range", .title = words.Text("meals.week"), .arrow = true});
  }
  return cards;
}

void MealsScreen::ChooseUsual() {
  quotes_[usual_->dish().menu_dish_id()] = usual_->quote();
  Choose(usual_->dish());
}

// As DrawShortWays takes from the page.
float MealsScreen::ShortWaysHeight(const Ui& ui, float page_w) const {
  const bool week = OffersWeek();
  const bool beside = week && usual_ && ui.landscape();
  float height = 0;
  if (usual_) {
    const float width = beside ? page_w * kUsualShare : page_w;
    height += ui.gap() + std::max(ui.CardHeight(UsualCard(ui.words(), *usual_, today()), width),
                                  ui.space().second_button);
  }
  if (week && !beside) height += kWeekHeight + ui.gap();
  return height;
}

// The same as last time, and the whole week: below each other, or side by side where the panel lies
// and height is short. True when the week was chosen.
bool MealsScreen::DrawShortWays(Ui& ui, Box& page) {
  const Words& words = ui.words();
  const bool week = OffersWeek();
  const bool beside = week && usual_ && ui.landscape();
  const kit::ButtonLook week_look{
      .words = words.Text("meals.week"), .icon = "date_range", .kind = kit::ButtonKind::kSoft};
  Box week_box;
  if (usual_) {
    const kit::CardLook look = UsualCard(words, *usual_, today());
    const float width = beside ? page.w * kUsualShare : page.w;
    const float height = std::max(ui.CardHeight(look, width), ui.space().second_button);
    Box row = page.TakeTop(height, ui.gap());
    const Box usual_box = beside ? row.TakeLeft(width, ui.gap()) : row;
    week_box = row;
    if (ui.Card("meals.usual", usual_box, look)) {
      ChooseUsual();
    }
  }
  if (!week) return false;
  if (!beside) {
    week_box = page.TakeTop(std::max(ui.ButtonHeight(week_look, page.w), kWeekHeight), ui.gap());
  }
  return ui.Button("meals.week", week_box, week_look);
}

Place MealsScreen::DrawNothing(Ui& ui) {
  const Words& words = ui.words();
  const std::string_view given = DrawTold(
      ui, "meals.none", words.Text("meals.none"),
      {.icon = "restaurant", .hue = kit::Hue::kMaple, .words = words.Text("meals.none_next")},
      {OtherAnswer("meals.home", words.Text("answer.home"), "home")});
  return given.empty() ? Place::Here() : Place::To(ScreenName::kHome);
}

Place MealsScreen::DrawDishes(Ui& ui, const Meal& meal) {
  const Words& words = ui.words();
  const time::Instant closes = ToInstant(meal.dishes.front().booking_closes_at());
  std::string second = FullDay(words, meal.date);
  if (clock_.now() < closes && ui.step() <= kit::kDefaultTextStep) {
    const std::string until =
        words.Text("meals.until", {{"day", DayName(words, today(), time::LocalDate(closes))},
                                   {"time", words.TimeOfDay(time::LocalTimeOfDay(closes))}});
    second = Joined({second, until}, "\n");
  }
  ui.StandLow();
  ui.Title(
      words.Text("meals.dishes", {{"meal", MealTitle(words, today(), meal.date, meal.period)}}),
      second);
  std::vector<kit::CardLook> cards;
  for (const v1::MenuDish& dish : meal.dishes) {
    const v1::MealQuote* quote = QuoteOf(dish.menu_dish_id());
    cards.push_back(DishCard(words, dish,
                             quote != nullptr ? std::optional(quote->pay_fen()) : std::nullopt,
                             clock_.now()));
  }
  const int tapped = DrawCards(ui, "meals.dish", ui.page(), cards, dishes_page_);
  if (tapped >= 0) Choose(meal.dishes[static_cast<size_t>(tapped)]);
  return Place::Here();
}

Place MealsScreen::DrawConfirm(Ui& ui) {
  const Words& words = ui.words();
  const v1::MealQuote* quote = QuoteOf(dish_->menu_dish_id());
  DrawConfirmTitle(ui, quote);
  Box page = ui.page();
  std::vector<Answer> wanted;
  if (quote != nullptr && quote->subsidy_fen() > 0) {
    wanted.push_back(OtherAnswer("meals.why", words.Text("meals.why"), "info"));
    wanted.back().look.kind = kit::ButtonKind::kSoft;
    wanted.back().height_mm = kWhyHeight;
  }
  wanted.push_back(MainAnswer("meals.yes", words.Text("meals.yes")));
  wanted.push_back(OtherAnswer("meals.no", words.Text("meals.no")));
  const DishSheet sheet{
      .dish = *dish_,
      .quote = quote,
      .when = MealName(words, dish_->period(), DayWithDate(words, today(), ToDate(dish_->date()))),
      .when_brief = ChosenMeal(words)};
  const Answers answers(ui, page, std::move(wanted),
                        {.targets_mm = DishWaysHeight(ui, page.w) + ui.gap(),
                         .told_mm = DishWordsHeightLeast(ui, sheet, page.w)});
  DrawDishSheet(ui, page, sheet, take_away_);
  const std::string_view given = answers.Draw(ui);
  if (given == "meals.why") step_ = Step::kWhy;
  if (given == "meals.no") return Back();
  return given == "meals.yes" ? Book() : Place::Here();
}

// A price that is new, or not known yet, is told before the question.
void MealsScreen::DrawConfirmTitle(Ui& ui, const v1::MealQuote* quote) {
  const Words& words = ui.words();
  if (price_changed_ && quote != nullptr) {
    ui.Title(words.Text("meals.changed", {{"yuan", money::FormatYuan(quote->pay_fen())}}));
  } else {
    ui.Title(words.Text("meals.confirm"),
             visit_.open() ? std::string() : words.Text("meals.pay_later"));
  }
}

Place MealsScreen::DrawWhy(Ui& ui) {
  const Words& words = ui.words();
  const v1::MealQuote* quote = QuoteOf(dish_->menu_dish_id());
  const std::string_view given = DrawTold(
      ui, "meals.reason", words.Text("meals.why"),
      {.icon = "info",
       .hue = kit::Hue::kSea,
       .words =
           words.Text(RuleKey(quote != nullptr ? quote->rule() : v1::SUBSIDY_RULE_UNSPECIFIED))},
      {MainAnswer("meals.why_hide", words.Text("meals.why_hide"))});
  if (!given.empty()) step_ = Step::kConfirm;
  return Place::Here();
}

Place MealsScreen::DrawSending(Ui& ui) {
  const Words& words = ui.words();
  if (checking_) {
    DrawTold(ui, "meals.checking", words.Text("trouble.checking"),
             {.icon = "hourglass_empty",
              .hue = kit::Hue::kSea,
              .words = words.Text("trouble.checking_next")},
             {});
  } else {
    DrawWaiting(ui, "meals.wait", words.Text("answer.wait"),
                words.Text(cancelling_ ? "meals.cancelling" : "meals.sending"));
  }
  return Place::Here();
}

Place MealsScreen::DrawDone(Ui& ui) {
  const Words& words = ui.words();
  const std::string_view key = booking_->take_away() ? "meals.done_take" : "meals.done_eat";
  const std::string_view given =
      DrawTold(ui, "meals.booked", words.Text("meals.done"),
               {.icon = "check",
                .lead = DishName(words, booking_->dish()),
                .number = Amount(words, booking_->pay_fen()),
                .words = words.Text(key, {{"meal", ChosenMeal(words)}}),
                .more = words.Text("meals.pay_there"),
                .personal = true},
               {MainAnswer("meals.home", words.Text("answer.ok")),
                OtherAnswer("meals.undo", words.Text("meals.undo"), "undo"),
                OtherAnswer("meals.more", words.Text("meals.more"), "add")});
  if (given == "meals.home") return Place::To(ScreenName::kHome);
  if (given == "meals.undo") Cancel();
  if (given == "meals.more") step_ = Step::kDays;
  return Place::Here();
}

Place MealsScreen::DrawCancelled(Ui& ui) {
  const Words& words = ui.words();
  const std::string_view given =
      DrawTold(ui, "meals.gone", words.Text("meals.cancelled"),
               {.icon = "undo",
                .hue = kit::Hue::kBark,
                .words = DishName(words, *dish_),
                .more = ChosenMeal(words),
                .personal = true},
               {MainAnswer("meals.home", words.Text("answer.ok")),
                OtherAnswer("meals.redo", words.Text("meals.redo"), "replay")});
  if (given == "meals.home") return Place::To(ScreenName::kHome);
  return given == "meals.redo" ? Book() : Place::Here();
}

Place MealsScreen::DrawTrouble(Ui& ui) {
  const Words& words = ui.words();
  const bool away = trouble_ == "trouble.away";
  Scene scene{.icon = away ? "cloud_off" : "restaurant",
              .hue = away ? kit::Hue::kSea : kit::Hue::kMaple,
              .words = DishName(words, *dish_)};
  if (away) scene.more = words.Text("trouble.away_next");
  Answer main = MainAnswer("meals.others", words.Text("meals.others"), "restaurant");
  if (trouble_ == "meals.trouble.already") {
    main = MainAnswer("meals.see_mine", words.Text("meals.see_mine"), "list_alt");
  } else if (trouble_ == "trouble.visit_ended") {
    main = MainAnswer("meals.card", words.Text("trouble.card_again"), "contactless");
  }
  const std::string_view given =
      DrawTold(ui, "meals.trouble", words.Text(trouble_, {{"meal", ChosenMeal(words)}}), scene,
               {main, HelpAnswer("meals.help", words.Text("answer.help"))});
  if (given == "meals.card") {
    return Place::IdentifyThen(Place::To(ScreenName::kMeals, dish_->menu_dish_id()));
  }
  if (given == "meals.see_mine") return Place::To(ScreenName::kMine);
  if (given == "meals.help") return Place::To(ScreenName::kHelp);
  if (given == "meals.others")
    step_ = meal_ && meal_->OpenAt(clock_.now()) ? Step::kDishes : Step::kDays;
  return Place::Here();
}

}  // namespace chunhui::screens
