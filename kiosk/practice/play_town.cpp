#include "kiosk/practice/play_town.h"

#include <array>

#include "core/time/local_time.h"
#include "kiosk/office/wire_time.h"

namespace chunhui::practice {
namespace {

using office::ToWire;
using time::Date;
using time::TimeOfDay;

constexpr int kDaysOfMenu = 5;

void SetTime(google::protobuf::Timestamp* at, Date date, TimeOfDay time_of_day) {
  at->set_seconds(time::ToUnixMs(time::InstantAt(date, time_of_day)) / 1000);
}

struct DishRow {
  const char* name;
  const char* name_en;
  const char* sides;
  const char* sides_en;
  int64_t price_fen;
  const char* picture;
  v1::DietTag tag;
  int left;
};

constexpr std::array<DishRow, 5> kDishes{{
    {"清蒸鲈鱼", "Steamed perch", "米饭、时蔬、豆腐汤", "rice, greens, tofu soup", 2000, "🍚",
     v1::DIET_TAG_LOW_SALT, 18},
    {"红烧狮子头", "Braised meatballs", "米饭、西兰花、蛋汤", "rice, broccoli, egg soup", 1800, "🍲",
     v1::DIET_TAG_UNSPECIFIED, 9},
    {"番茄鸡蛋面", "Tomato egg noodles", "软烂好嚼", "soft, easy to chew", 1200, "🍜",
     v1::DIET_TAG_SOFT, 25},
    {"白菜猪肉饺子", "Cabbage and pork dumplings", "一份15个", "15 pieces", 1400, "🥟",
     v1::DIET_TAG_UNSPECIFIED, 0},
    {"香菇素什锦", "Mixed vegetables with mushrooms", "米饭、紫菜汤", "rice, seaweed soup", 1000,
     "🍚", v1::DIET_TAG_VEGETARIAN, 30},
}};

v1::Event MakeEvent(Date first, const char* id, const char* title, const char* title_en, int day,
                    TimeOfDay from, const char* picture, int left) {
  v1::Event event;
  event.set_event_id(id);
  event.set_title(title);
  event.set_title_en(title_en);
  event.set_text(
      "笔墨纸砚都准备好了，您人来就行。老师慢慢教，从一横一竖写起，没学过也不要紧。写好的字可以带回"
      "家，"
      "也可以挂在二楼走廊里，给大家看看。");
  event.set_text_en(
      "Brush, ink and paper are ready, just come. The teacher takes it slowly and begins with "
      "single strokes. Take your sheet home or hang it in the corridor for everybody to see.");
  event.set_place("二楼活动室");
  event.set_place_en("Room on the second floor");
  SetTime(event.mutable_starts_at(), first.AddDays(day), from);
  SetTime(event.mutable_ends_at(), first.AddDays(day), TimeOfDay{from.minutes + 90});
  event.set_capacity(20);
  event.set_places_left(left);
  event.set_waiting(left > 0 ? 0 : 2);
  event.set_age_min(60);
  event.set_picture(picture);
  return event;
}

v1::Notice MakeNotice(Date first, const char* id, const char* title, const char* title_en,
                      const char* text, const char* text_en, v1::NoticeKind kind) {
  v1::Notice notice;
  notice.set_notice_id(id);
  notice.set_title(title);
  notice.set_title_en(title_en);
  notice.set_text(text);
  notice.set_text_en(text_en);
  notice.set_kind(kind);
  SetTime(notice.mutable_shown_from(), first.AddDays(-1), TimeOfDay::At(9, 0));
  SetTime(notice.mutable_shown_until(), first.AddDays(6), TimeOfDay::At(9, 0));
  return notice;
}

}  // namespace

v1::MenuDish PlayDish(time::Date first, int day, size_t row) {
  const DishRow& from = kDishes[row];
  v1::MenuDish dish;
  dish.set_menu_dish_id("dish-" + std::to_string(day) + "-" + std::to_string(row));
  *dish.mutable_date() = ToWire(first.AddDays(day));
  dish.set_period(v1::MEAL_PERIOD_LUNCH);
  dish.set_name(from.name);
  dish.set_name_en(from.name_en);
  dish.set_sides(from.sides);
  dish.set_sides_en(from.sides_en);
  dish.set_price_fen(from.price_fen);
  dish.set_picture(from.picture);
  if (from.tag != v1::DIET_TAG_UNSPECIFIED) dish.add_diet_tags(from.tag);
  dish.set_portions_left(from.left);
  SetTime(dish.mutable_booking_closes_at(), first.AddDays(day - 1), TimeOfDay::At(16, 0));
  return dish;
}

v1::GetMenuResponse PlayMenu(time::Date first) {
  v1::GetMenuResponse menu;
  for (int day = 0; day < kDaysOfMenu; ++day) {
    for (size_t row = 0; row < kDishes.size(); ++row)
      *menu.add_dishes() = PlayDish(first, day, row);
  }
  return menu;
}

v1::MealQuote PlayQuote(const v1::MenuDish& dish) {
  constexpr int64_t kSubsidyFen = 500;
  v1::MealQuote quote;
  quote.set_menu_dish_id(dish.menu_dish_id());
  quote.set_price_fen(dish.price_fen());
  quote.set_subsidy_fen(kSubsidyFen);
  quote.set_pay_fen(dish.price_fen() - kSubsidyFen);
  quote.set_rule(v1::SUBSIDY_RULE_AGE_AMOUNT);
  return quote;
}

v1::Event PlayEvent(time::Date first, int number) {
  switch (number) {
    case 2:
      return MakeEvent(first, "event-2", "太极拳", "Tai chi", 1, TimeOfDay::At(8, 30), "🥋", 0);
    case 3:
      return MakeEvent(first, "event-3", "听医生讲冬天怎么养身体", "Keeping well in winter", 2,
                       TimeOfDay::At(9, 0), "🩺", 32);
    case 4:
      return MakeEvent(first, "event-4", "合唱队", "Choir", 3, TimeOfDay::At(15, 0), "🎶", 7);
    case 5:
      return MakeEvent(first, "event-5", "手机课", "Using a phone", 4, TimeOfDay::At(10, 0), "📱",
                       1);
    default:
      return MakeEvent(first, "event-1", "书法班", "Calligraphy class", 0, TimeOfDay::At(14, 0),
                       "📜", 3);
  }
}

v1::ListEventsResponse PlayEvents(time::Date first) {
  v1::ListEventsResponse list;
  for (int number = 1; number <= kPlayEvents; ++number) {
    *list.add_events() = PlayEvent(first, number);
  }
  return list;
}

v1::ListNoticesResponse PlayNotices(time::Date first) {
  v1::ListNoticesResponse list;
  *list.add_notices() = MakeNotice(
      first, "notice-1", "有人打电话要您转钱，先来问问我们",
      "Asked by phone to send money? Ask us first",
      "最近有人打电话，说自己是医院的、派出所的，或者说您的孩子出了事，要您马上转钱。\n"
      "真的医院和派出所，都不会在电话里要钱。\n"
      "接到这样的电话，先挂了，再来问我们，或者打给孩子问一问。\n"
      "身份证号码、银行卡号码和手机上收到的数字，谁要都不说。",
      "Lately people ring and say they are from the hospital or the police, or that your child "
      "has had an accident, and want money at once.\nReal hospitals and police never ask for "
      "money on the phone.\nHang up, then ask us or ring your child.",
      v1::NOTICE_KIND_ANTI_FRAUD);
  *list.add_notices() =
      MakeNotice(first, "notice-2", "星期三上午停水，请先接好水", "No water on Wednesday morning",
                 "星期三上午8点到12点，楼里停水。请头天晚上接好水。中心食堂照常开饭。",
                 "On Wednesday from 8 to 12 there is no water in the building. "
                 "Please fill a pot the evening before. Lunch is served as usual.",
                 v1::NOTICE_KIND_UNSPECIFIED);
  *list.add_notices() = MakeNotice(
      first, "notice-3", "下周二有医生来量血压", "Blood pressure on Tuesday",
      "下周二上午9点到11点，一楼大厅，不要钱。",
      "Next Tuesday from 9 to 11 in the hall, free of charge.", v1::NOTICE_KIND_UNSPECIFIED);
  return list;
}

v1::GetPensionStatusResponse PlayPension(time::Date first) {
  constexpr int kDaysLeft = 23;
  constexpr int kYear = 365;
  v1::GetPensionStatusResponse status;
  v1::Benefit* benefit = status.add_benefits();
  benefit->set_benefit_id("benefit-1");
  benefit->set_type(v1::BENEFIT_TYPE_EMPLOYEE_PENSION);
  *benefit->mutable_certified_on() = ToWire(first.AddDays(kDaysLeft - kYear));
  *benefit->mutable_due_on() = ToWire(first.AddDays(kDaysLeft));
  return status;
}

}  // namespace chunhui::practice
