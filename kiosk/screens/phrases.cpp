#include "kiosk/screens/phrases.h"

#include <chrono>
#include <cmath>

#include "core/money/fen.h"

namespace chunhui::screens {
namespace {

const std::string& Shown(const kit::Words& words, const std::string& chinese,
                         const std::string& english) {
  return words.chinese() || english.empty() ? chinese : english;
}

std::string_view MealKey(v1::MealPeriod period) {
  switch (period) {
    case v1::MEAL_PERIOD_BREAKFAST:
      return "meal.breakfast";
    case v1::MEAL_PERIOD_DINNER:
      return "meal.dinner";
    default:
      return "meal.lunch";
  }
}

std::string_view DietKey(int tag) {
  switch (tag) {
    case v1::DIET_TAG_LOW_SALT:
      return "diet.low_salt";
    case v1::DIET_TAG_LOW_SUGAR:
      return "diet.low_sugar";
    case v1::DIET_TAG_SOFT:
      return "diet.soft";
    case v1::DIET_TAG_HALAL:
      return "diet.halal";
    case v1::DIET_TAG_VEGETARIAN:
      return "diet.vegetarian";
    default:
      return {};
  }
}

}  // namespace

time::Date ToDate(const v1::Date& date) { return {date.year(), date.month(), date.day()}; }

v1::Date FromDate(time::Date date) {
  v1::Date made;
  made.set_year(date.year);
  made.set_month(date.month);
  made.set_day(date.day);
  return made;
}

time::Instant ToInstant(const google::protobuf::Timestamp& at) {
  return time::FromUnixMs(at.seconds() * 1000 + at.nanos() / 1'000'000);
}

std::string DayName(const kit::Words& words, time::Date today, time::Date date) {
  const int days = time::DaysBetween(today, date);
  if (days == 0) return words.Text("day.today");
  if (days == 1) return words.Text("day.tomorrow");
  return days > 0 && days < 7 ? words.Weekday(date) : words.Date(date);
}

std::string FullDay(const kit::Words& words, time::Date date) {
  return words.Text("day.full", {{"date", words.Date(date)}, {"weekday", words.Weekday(date)}});
}

std::string DayWithDate(const kit::Words& words, time::Date today, time::Date date) {
  const int days = time::DaysBetween(today, date);
  if (days < 0 || days > 1) return FullDay(words, date);
  return words.Text("day.with_date",
                    {{"day", DayName(words, today, date)}, {"full", FullDay(words, date)}});
}

std::string MealName(const kit::Words& words, v1::MealPeriod period, std::string_view day) {
  return words.Text(MealKey(period), {{"day", day}});
}

std::string DayAndTime(const kit::Words& words, time::Date today, time::Instant at) {
  return words.Text("events.when", {{"day", DayName(words, today, time::LocalDate(at))},
                                    {"time", words.TimeOfDay(time::LocalTimeOfDay(at))}});
}

std::string EventHours(const kit::Words& words, time::Date today, const v1::Event& event,
                       bool brief) {
  const time::Instant from = ToInstant(event.starts_at());
  const time::Instant until = ToInstant(event.ends_at());
  const time::Date date = time::LocalDate(from);
  return words.Text("events.when_to",
                    {{"day", brief ? DayName(words, today, date) : DayWithDate(words, today, date)},
                     {"from", words.TimeOfDay(time::LocalTimeOfDay(from))},
                     {"to", words.TimeOfDay(time::LocalTimeOfDay(until))}});
}

std::string Amount(const kit::Words& words, int64_t fen) {
  return words.Text("meals.amount", {{"yuan", money::FormatYuan(fen)}});
}

namespace {

std::string OneDecimal(float number) {
  const auto tenths = static_cast<int>(std::lround(number * 10));
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string FitWords(const kit::Words& words, const kit::Panel& panel) {
  switch (kit::FitOf(panel)) {
    case kit::PanelFit::kGood:
      return words.Text("measure.good");
    case kit::PanelFit::kCoarse:
      return words.Text("measure.coarse", {{"ppi", static_cast<int>(kit::PixelsPerInch(panel))}});
    case kit::PanelFit::kTooSmall:
      return words.Text("measure.small");
    case kit::PanelFit::kTooLarge:
      return words.Text("measure.large");
  }
  return {};
}

}  // namespace

std::string PanelWords(const kit::Words& words, const kit::Panel& panel) {
  return Joined({words.Text("measure.size", {{"inches", OneDecimal(kit::DiagonalInches(panel))}}),
                 FitWords(words, panel)},
                words.Text("sentence.joint"));
}

std::string Joined(const std::vector<std::string>& parts, std::string_view joint) {
  std::string all;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!all.empty()) all += joint;
    all += part;
  }
  return all;
}

std::string DishName(const kit::Words& words, const v1::MenuDish& dish) {
  return Shown(words, dish.name(), dish.name_en());
}

std::string DishSides(const kit::Words& words, const v1::MenuDish& dish) {
  return Shown(words, dish.sides(), dish.sides_en());
}

std::vector<std::string> DietWords(const kit::Words& words, const v1::MenuDish& dish) {
  std::vector<std::string> tags;
  for (const int tag : dish.diet_tags()) {
    if (const std::string_view key = DietKey(tag); !key.empty()) tags.push_back(words.Text(key));
  }
  return tags;
}

std::string EventTitle(const kit::Words& words, const v1::Event& event) {
  return Shown(words, event.title(), event.title_en());
}

std::string EventText(const kit::Words& words, const v1::Event& event) {
  return Shown(words, event.text(), event.text_en());
}

std::string EventPlace(const kit::Words& words, const v1::Event& event) {
  return Shown(words, event.place(), event.place_en());
}

std::string NoticeTitle(const kit::Words& words, const v1::Notice& notice) {
  return Shown(words, notice.title(), notice.title_en());
}

std::string NoticeText(const kit::Words& words, const v1::Notice& notice) {
  return Shown(words, notice.text(), notice.text_en());
}

std::string StationName(const kit::Words& words, const v1::Station& station) {
  return Shown(words, station.name(), station.name_en());
}

std::string StationAddress(const kit::Words& words, const v1::Station& station) {
  return Shown(words, station.address(), station.address_en());
}

std::string AgeOfList(const kit::Words& words, const office::Client& office,
                      std::optional<time::Instant> at, time::Instant now) {
  if (!office.away() || !at) return {};
  return words.Text("away.since",
                    {{"day", DayName(words, time::LocalDate(now), time::LocalDate(*at))},
                     {"time", words.TimeOfDay(time::LocalTimeOfDay(*at))}});
}

std::string MineWords(const kit::Words& words, const v1::Event& event) {
  switch (event.mine().state()) {
    case v1::SIGN_UP_STATE_CONFIRMED:
      return words.Text("events.mine.confirmed");
    case v1::SIGN_UP_STATE_WAITING:
      return words.Text("events.mine.waiting", {{"position", event.mine().position()}});
    case v1::SIGN_UP_STATE_OFFERED:
      return words.Text("events.mine.offered");
    case v1::SIGN_UP_STATE_ATTENDED:
      return words.Text("events.mine.attended");
    default:
      return {};
  }
}

std::string PlacesWords(const kit::Words& words, const v1::Event& event) {
  if (std::string mine = MineWords(words, event); !mine.empty()) return mine;
  if (event.places_left() <= 0) return words.Text("events.full");
  return words.Text("events.left", {{"count", event.places_left()}});
}

}  // namespace chunhui::screens
