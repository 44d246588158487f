#include "kiosk/screens/examples/example_town.h"

#include <array>

#include "core/time/local_time.h"
#include "kiosk/screens/phrases.h"

namespace chunhui::screens {
namespace {

using time::Date;
using time::TimeOfDay;

constexpr Date kToday{2026, 11, 22};
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

v1::MenuDish Dish(int day, size_t row) {
  const DishRow& from = kDishes[row];
  v1::MenuDish dish;
  dish.set_menu_dish_id("dish-" + std::to_string(day) + "-" + std::to_string(row));
  *dish.mutable_date() = FromDate(kToday.AddDays(day));
  dish.set_period(v1::MEAL_PERIOD_LUNCH);
  dish.set_name(from.name);
  dish.set_name_en(from.name_en);
  dish.set_sides(from.sides);
  dish.set_sides_en(from.sides_en);
  dish.set_price_fen(from.price_fen);
  dish.set_picture(from.picture);
  if (from.tag != v1::DIET_TAG_UNSPECIFIED) dish.add_diet_tags(from.tag);
  dish.set_portions_left(from.left);
  SetTime(dish.mutable_booking_closes_at(), kToday.AddDays(day - 1), TimeOfDay::At(16, 0));
  return dish;
}

v1::GetMenuResponse Menu() {
  v1::GetMenuResponse menu;
  for (int day = 0; day < kDaysOfMenu; ++day) {
    for (size_t row = 0; row < kDishes.size(); ++row) *menu.add_dishes() = Dish(day, row);
  }
  return menu;
}

v1::MealQuote Quote(const v1::MenuDish& dish) {
  constexpr int64_t kSubsidyFen = 500;
  v1::MealQuote quote;
  quote.set_menu_dish_id(dish.menu_dish_id());
  quote.set_price_fen(dish.price_fen());
  quote.set_subsidy_fen(kSubsidyFen);
  quote.set_pay_fen(dish.price_fen() - kSubsidyFen);
  quote.set_rule(v1::SUBSIDY_RULE_AGE_AMOUNT);
  return quote;
}

v1::QuoteMealsResponse Quotes() {
  v1::QuoteMealsResponse quotes;
  const v1::GetMenuResponse menu = Menu();
  for (const v1::MenuDish& dish : menu.dishes()) *quotes.add_quotes() = Quote(dish);
  return quotes;
}

v1::Event MakeEvent(const char* id, const char* title, const char* title_en, int day,
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
  SetTime(event.mutable_starts_at(), kToday.AddDays(day), from);
  SetTime(event.mutable_ends_at(), kToday.AddDays(day), TimeOfDay{from.minutes + 90});
  event.set_capacity(20);
  event.set_places_left(left);
  event.set_waiting(left > 0 ? 0 : 2);
  event.set_age_min(60);
  event.set_picture(picture);
  return event;
}

v1::ListEventsResponse Events() {
  v1::ListEventsResponse list;
  *list.add_events() = ExampleEvent(v1::SIGN_UP_STATE_UNSPECIFIED);
  *list.add_events() =
      MakeEvent("event-2", "太极拳", "Tai chi", 1, TimeOfDay::At(8, 30), "🥋", 0);
  *list.add_events() = MakeEvent("event-3", "听医生讲冬天怎么养身体", "Keeping well in winter", 2,
                                 TimeOfDay::At(9, 0), "🩺", 32);
  *list.add_events() = MakeEvent("event-4", "合唱队", "Choir", 3, TimeOfDay::At(15, 0), "🎶", 7);
  *list.add_events() =
      MakeEvent("event-5", "手机课", "Using a phone", 4, TimeOfDay::At(10, 0), "📱", 1);
  return list;
}

v1::Notice MakeNotice(const char* id, const char* title, const char* title_en, const char* text,
                      const char* text_en, v1::NoticeKind kind) {
  v1::Notice notice;
  notice.set_notice_id(id);
  notice.set_title(title);
  notice.set_title_en(title_en);
  notice.set_text(text);
  notice.set_text_en(text_en);
  notice.set_kind(kind);
  SetTime(notice.mutable_shown_from(), kToday.AddDays(-1), TimeOfDay::At(9, 0));
  SetTime(notice.mutable_shown_until(), kToday.AddDays(6), TimeOfDay::At(9, 0));
  return notice;
}

v1::ListNoticesResponse Notices() {
  v1::ListNoticesResponse list;
  *list.add_notices() = MakeNotice(
      "notice-1", "有人打电话要您转钱，先来问问我们", "Asked by phone to send money? Ask us first",
      "最近有人打电话，说自己是医院的、派出所的，或者说您的孩子出了事，要您马上转钱。\n"
      "真的医院和派出所，都不会在电话里要钱。\n"
      "接到这样的电话，先挂了，再来问我们，或者打给孩子问一问。\n"
      "身份证号码、银行卡号码和手机上收到的数字，谁要都不说。",
      "Lately people ring and say they are from the hospital or the police, or that your child "
      "has had an accident, and want money at once.\nReal hospitals and police never ask for "
      "money on the phone.\nHang up, then ask us or ring your child.",
      v1::NOTICE_KIND_ANTI_FRAUD);
  *list.add_notices() =
      MakeNotice("notice-2", "星期三上午停水，请先接好水", "No water on Wednesday morning",
                 "星期三上午8点到12点，楼里停水。请头天晚上接好水。中心食堂照常开饭。",
                 "On Wednesday from 8 to 12 there is no water in the building. "
                 "Please fill a pot the evening before. Lunch is served as usual.",
                 v1::NOTICE_KIND_UNSPECIFIED);
  *list.add_notices() = MakeNotice("notice-3", "下周二有医生来量血压", "Blood pressure on Tuesday",
                                   "下周二上午9点到11点，一楼大厅，不要钱。",
                                   "Next Tuesday from 9 to 11 in the hall, free of charge.",
                                   v1::NOTICE_KIND_UNSPECIFIED);
  return list;
}

v1::GetPensionStatusResponse Pension() {
  v1::GetPensionStatusResponse status;
  v1::Benefit* benefit = status.add_benefits();
  benefit->set_benefit_id("benefit-1");
  benefit->set_type(v1::BENEFIT_TYPE_EMPLOYEE_PENSION);
  *benefit->mutable_certified_on() = FromDate({2025, 12, 15});
  *benefit->mutable_due_on() = FromDate({2026, 12, 15});
  return status;
}

}  // namespace

time::Instant ExampleNow() { return time::InstantAt(kToday, TimeOfDay::At(9, 42)); }

v1::Candidate ExampleCandidate() {
  v1::Candidate candidate;
  candidate.set_token("token");
  candidate.set_masked_name("王*兰奶奶");
  return candidate;
}

v1::StartVisitResponse ExampleVisit(v1::Assurance assurance) {
  v1::StartVisitResponse visit;
  visit.set_visit_token("visit");
  v1::Visitor& visitor = *visit.mutable_visitor();
  visitor.set_display_name("王*兰奶奶");
  visitor.set_assurance(assurance);
  visitor.set_day_care_member(true);
  visitor.set_has_family(true);
  visitor.set_present(true);
  return visit;
}

v1::OpenCaseResponse ExampleCase(v1::CaseKind kind, v1::CaseState state) {
  v1::OpenCaseResponse response;
  response.set_on_duty(true);
  v1::Case& made = *response.mutable_case_();
  made.set_case_id("case-1");
  made.set_ticket_number(12);
  made.set_kind(kind);
  made.set_state(state);
  if (state != v1::CASE_STATE_OPEN) made.set_claimed_by("李老师");
  if (state == v1::CASE_STATE_CLOSED) {
    made.set_outcome(v1::CASE_OUTCOME_CERTIFIED);
    *made.mutable_next_due_on() = FromDate({2027, 11, 22});
  }
  return response;
}

v1::MealBooking ExampleBooking() {
  v1::MealBooking booking;
  booking.set_booking_id("booking-1");
  *booking.mutable_dish() = Dish(1, 2);
  booking.set_state(v1::MEAL_BOOKING_STATE_BOOKED);
  booking.set_price_fen(1200);
  booking.set_subsidy_fen(500);
  booking.set_pay_fen(700);
  booking.set_can_cancel(true);
  return booking;
}

v1::Event ExampleEvent(v1::SignUpState mine) {
  v1::Event event =
      MakeEvent("event-1", "书法班", "Calligraphy class", 0, TimeOfDay::At(14, 0), "📜", 3);
  if (mine == v1::SIGN_UP_STATE_UNSPECIFIED) return event;
  v1::SignUp& own = *event.mutable_mine();
  own.set_sign_up_id("sign-up-1");
  own.set_event_id(event.event_id());
  own.set_state(mine);
  if (mine == v1::SIGN_UP_STATE_WAITING) own.set_position(2);
  if (mine == v1::SIGN_UP_STATE_OFFERED) {
    SetTime(own.mutable_offer_until(), kToday, TimeOfDay::At(12, 0));
  }
  return event;
}

ExampleAnswers ExampleOffice() {
  ExampleAnswers answers;
  v1::GetStationResponse station;
  station.mutable_station()->set_name("红枫社区日间照料中心");
  station.mutable_station()->set_name_en("Red Maple Day Centre");
  station.mutable_station()->set_address("红枫路18号，红枫社区一楼");
  station.mutable_station()->set_address_en("18 Hongfeng Road, ground floor");
  station.mutable_station()->set_phone("010-5550 0118");
  answers.Set(office::kGetStation, station);
  answers.Set(office::kGetMenu, Menu());
  answers.Set(office::kQuoteMeals, Quotes());
  answers.Set(office::kListEvents, Events());
  answers.Set(office::kListNotices, Notices());
  answers.Set(office::kGetPensionStatus, Pension());
  answers.Set(office::kHeartbeat, {});
  v1::GetUsualMealResponse usual;
  *usual.mutable_dish() = Dish(1, 2);
  *usual.mutable_quote() = Quote(usual.dish());
  answers.Set(office::kGetUsualMeal, usual);
  v1::BookMealResponse booked;
  *booked.mutable_booking() = ExampleBooking();
  answers.Set(office::kBookMeal, booked);
  v1::CancelMealResponse cancelled;
  *cancelled.mutable_booking() = ExampleBooking();
  answers.Set(office::kCancelMeal, cancelled);
  v1::ListMealBookingsResponse bookings;
  *bookings.add_bookings() = ExampleBooking();
  answers.Set(office::kListMealBookings, bookings);
  v1::ListSignUpsResponse sign_ups;
  v1::Event waiting = MakeEvent("event-2", "太极拳", "Tai chi", 1, TimeOfDay::At(8, 30), "🥋", 0);
  *waiting.mutable_mine() = ExampleEvent(v1::SIGN_UP_STATE_WAITING).mine();
  *sign_ups.add_events() = waiting;
  answers.Set(office::kListSignUps, sign_ups);
  v1::SignUpResponse signed_up;
  *signed_up.mutable_sign_up() = ExampleEvent(v1::SIGN_UP_STATE_CONFIRMED).mine();
  answers.Set(office::kSignUp, signed_up);
  v1::WithdrawResponse withdrawn;
  *withdrawn.mutable_sign_up() = ExampleEvent(v1::SIGN_UP_STATE_WITHDRAWN).mine();
  answers.Set(office::kWithdraw, withdrawn);
  answers.Set(office::kOpenCase, ExampleCase(v1::CASE_KIND_HELP, v1::CASE_STATE_OPEN));
  return answers;
}

}  // namespace chunhui::screens
