#include "tests/senior/senior_town.h"

#include <algorithm>
#include <array>

#include "chunhui/v1/assistance.pb.h"
#include "chunhui/v1/events.pb.h"
#include "chunhui/v1/meals.pb.h"
#include "chunhui/v1/visits.pb.h"
#include "core/time/local_time.h"
#include "services/calls/wire.h"
#include "tests/support/invented_people.h"

namespace chunhui::tests {
namespace {

constexpr int kPlenty = 500;
const time::Date kDay{2026, 11, 22};  // of the small town
// A slip in a phone number leads to somebody of another name, as it nearly always does.
std::string NameOf(int number) {
  constexpr std::array kSurnames{"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"};
  constexpr std::array kGiven{"秀兰", "建国", "玉珍", "德明", "桂芳",
                              "国平", "淑英", "志强", "凤霞"};
  const auto i = static_cast<size_t>(number);
  return std::string(kSurnames[i % kSurnames.size()]) +
         kGiven[i / kSurnames.size() % kGiven.size()];
}

struct Day {
  int after;
  const char* name;
  std::vector<const char*> dishes;
};

const std::vector<Day>& Days() {
  static const std::vector<Day> days{
      {2, "星期二", {"冬瓜排骨汤", "土豆烧牛肉", "麻婆豆腐", "西红柿炒鸡蛋", "清炒菜心"}},
      {3, "星期三", {"红烧狮子头", "白切鸡", "家常豆腐", "葱油拌面", "蒜蓉西兰花"}}};
  return days;
}

std::string Digits(const std::string& before, int number, size_t length) {
  const std::string digits = std::to_string(number);
  return before + std::string(length - before.size() - digits.size(), '0') + digits;
}

}  // namespace

SeniorTown::SeniorTown(int people) {
  PutPeople(people);
  PublishMeals();
  PublishEvents();
}

void SeniorTown::PutPeople(int people) {
  v1::ImportResidentsRequest request;
  for (int i = 0; i < people; ++i) {
    const Person person{"senior-" + std::to_string(i), NameOf(i), Digits("7", i, 8),
                        Digits("15411", i, 11), i % 2 == 1};
    v1::ResidentInput row;
    row.set_source_key(person.source_key);
    row.set_name(person.name);
    row.set_id_number(InventedIdNumber({1940 + i % 20, 4, 7}, 1 + i / 20));
    row.set_phone(person.phone);
    row.add_cards(person.card);
    row.set_station_id(kStation);
    row.set_day_care_member(person.member);
    row.set_has_pension(true);
    row.set_has_family(i % 3 == 0);
    *row.mutable_pension_certified_on() = calls::ToWire(kDay.AddDays(-340));
    *request.add_rows() = row;
    people_.push_back(person);
  }
  const auto done =
      town_.admin().Call<v1::ImportResidentsResponse>("ResidentService/ImportResidents", request);
  if (done.added() != people) throw std::runtime_error("the seniors' town lacks people");
}

void SeniorTown::PublishMeals() {
  v1::PublishMenuRequest menu;
  menu.set_station_id(kStation);
  for (const Day& day : Days()) {
    for (const char* name : day.dishes) {
      v1::MenuDishInput& dish = *menu.add_dishes();
      *dish.mutable_date() = calls::ToWire(kDay.AddDays(day.after));
      dish.set_period(v1::MEAL_PERIOD_LUNCH);
      dish.set_name(name);
      dish.set_sides("米饭、时蔬");
      dish.set_price_fen(1500);
      dish.set_picture("🍚");
      dish.set_portions(kPlenty);
      dishes_.push_back({name, day.name});
    }
  }
  town_.admin().Call<v1::PublishMenuResponse>("MealService/PublishMenu", menu);
}

void SeniorTown::PublishEvents() {
  int hour = 9;
  for (const char* title : {"合唱团", "太极拳", "包饺子", "读报会", "量血压"}) {
    v1::PublishEventRequest request;
    request.set_station_id(kStation);
    v1::Event& event = *request.mutable_event();
    event.set_title(title);
    event.set_text("大家一起来，老师在。");
    event.set_place("二楼活动室");
    event.set_picture("🎨");
    event.set_capacity(kPlenty);
    const time::Date day = kDay.AddDays(2);
    *event.mutable_starts_at() = calls::ToWire(time::InstantAt(day, time::TimeOfDay::At(hour, 0)));
    *event.mutable_ends_at() =
        calls::ToWire(time::InstantAt(day, time::TimeOfDay::At(hour + 1, 0)));
    ++hour;
    town_.admin().Call<v1::PublishEventResponse>("EventService/PublishEvent", request);
    classes_.emplace_back(title);
  }
  SignUpBefore({"p-2", "李德福", kLiCard, "", false}, kFullClass);
}

std::set<std::string> SeniorTown::BooksOf(const Person& person) {
  std::set<std::string> books;
  town_.office().dispatcher().RunAsOffice("test/books", [&](calls::Call& call) {
    const std::string id = residents::ResidentIdOfSource(call.db(), person.source_key).value_or("");
    auto meals = call.db().Prepare(
        "SELECT name FROM meal_bookings JOIN menu_dishes USING (dish_id) "
        "WHERE resident_id = ? AND state = ?",
        id, v1::MEAL_BOOKING_STATE_BOOKED);
    while (meals.Step()) books.insert("meal " + meals.Text(0));
    auto events = call.db().Prepare(
        "SELECT title, state FROM sign_ups JOIN events USING (event_id) "
        "WHERE resident_id = ? AND state <> ?",
        id, v1::SIGN_UP_STATE_WITHDRAWN);
    while (events.Step()) {
      const bool waits = events.Int(1) == v1::SIGN_UP_STATE_WAITING;
      books.insert((waits ? "waits " : "event ") + events.Text(0));
    }
    auto present =
        call.db().Prepare("SELECT 1 FROM attendance WHERE resident_id = ? AND left_at IS NULL", id);
    if (present.Step()) books.insert("present");
  });
  return books;
}

int64_t SeniorTown::BookedInAll() {
  int64_t all = 0;
  town_.office().dispatcher().RunAsOffice("test/books", [&](calls::Call& call) {
    auto query = call.db().Prepare(
        "SELECT (SELECT count(*) FROM meal_bookings WHERE state = ?) + "
        "(SELECT count(*) FROM sign_ups WHERE state <> ?) + (SELECT count(*) FROM attendance)",
        v1::MEAL_BOOKING_STATE_BOOKED, v1::SIGN_UP_STATE_WITHDRAWN);
    query.Step();
    all = query.Int(0);
  });
  return all;
}

demo::TownCaller SeniorTown::Visit(const Person& person) {
  demo::TownCaller kiosk(town_.office().dispatcher(), town_.random(),
                         {calls::DeviceKind::kKiosk, kStation, "canteen-1"});
  v1::RecogniseRequest who;
  who.set_card(person.card);
  v1::StartVisitRequest start;
  start.set_candidate_token(
      kiosk.Call<v1::RecogniseResponse>("VisitService/Recognise", who).candidates(0).token());
  kiosk.set_visit(
      kiosk.Call<v1::StartVisitResponse>("VisitService/StartVisit", start).visit_token());
  return kiosk;
}

void SeniorTown::BookBefore(const Person& person, const std::string& dish) {
  demo::TownCaller kiosk = Visit(person);
  v1::GetMenuRequest ask;
  *ask.mutable_from() = calls::ToWire(kDay);
  ask.set_days(5);
  const auto menu = kiosk.Call<v1::GetMenuResponse>("MealService/GetMenu", ask);
  const auto offered = std::ranges::find(menu.dishes(), dish, &v1::MenuDish::name);
  v1::QuoteMealsRequest price;
  *price.mutable_date() = offered->date();
  const auto prices = kiosk.Call<v1::QuoteMealsResponse>("MealService/QuoteMeals", price);
  const auto quote =
      std::ranges::find(prices.quotes(), offered->menu_dish_id(), &v1::MealQuote::menu_dish_id);
  v1::BookMealRequest book;
  book.set_menu_dish_id(offered->menu_dish_id());
  book.set_shown_pay_fen(quote->pay_fen());
  kiosk.Call<v1::BookMealResponse>("MealService/BookMeal", book);
  kiosk.Call<v1::EndVisitResponse>("VisitService/EndVisit", v1::EndVisitRequest());
}

void SeniorTown::SignUpBefore(const Person& person, const std::string& event) {
  demo::TownCaller kiosk = Visit(person);
  const auto events =
      kiosk.Call<v1::ListEventsResponse>("EventService/ListEvents", v1::ListEventsRequest());
  for (const v1::Event& offered : events.events()) {
    if (offered.title() != event) continue;
    v1::SignUpRequest request;
    request.set_event_id(offered.event_id());
    kiosk.Call<v1::SignUpResponse>("EventService/SignUp", request);
  }
  kiosk.Call<v1::EndVisitResponse>("VisitService/EndVisit", v1::EndVisitRequest());
}

// Signs in again when the day has gone on too long.
demo::TownCaller& SeniorTown::Desk() {
  if (desk_ &&
      desk_->Try<v1::ListCasesResponse>("AssistanceService/ListCases", v1::ListCasesRequest())) {
    return *desk_;
  }
  desk_.emplace(town_.office().dispatcher(), town_.random(),
                calls::Device{calls::DeviceKind::kDesk, kStation, "front"});
  v1::SignInRequest request;
  request.set_account("li");
  request.set_pin(kStaffPin);
  desk_->set_session(
      desk_->Call<v1::SignInResponse>("StaffService/SignIn", request).session_token());
  return *desk_;
}

int SeniorTown::StaffTakesCases() {
  demo::TownCaller& desk = Desk();
  int taken = 0;
  const auto cases =
      desk.Call<v1::ListCasesResponse>("AssistanceService/ListCases", v1::ListCasesRequest());
  for (const v1::Case& one : cases.cases()) {
    if (one.state() != v1::CASE_STATE_OPEN) continue;
    v1::ClaimCaseRequest claim;
    claim.set_case_id(one.case_id());
    if (desk.Try<v1::ClaimCaseResponse>("AssistanceService/ClaimCase", claim)) ++taken;
  }
  return taken;
}

void SeniorTown::StaffEndsCases() {
  if (!HasCase()) return;
  StaffTakesCases();
  demo::TownCaller& desk = Desk();
  const auto cases =
      desk.Call<v1::ListCasesResponse>("AssistanceService/ListCases", v1::ListCasesRequest());
  for (const v1::Case& one : cases.cases()) {
    v1::CloseCaseRequest close;
    close.set_case_id(one.case_id());
    close.set_outcome(v1::CASE_OUTCOME_HELPED);
    desk.Try<v1::CloseCaseResponse>("AssistanceService/CloseCase", close);
  }
}

bool SeniorTown::HasCase() {
  bool has = false;
  town_.office().dispatcher().RunAsOffice("test/books", [&](calls::Call& call) {
    auto query =
        call.db().Prepare("SELECT 1 FROM cases WHERE state <> ? LIMIT 1", v1::CASE_STATE_CLOSED);
    has = query.Step();
  });
  return has;
}

}  // namespace chunhui::tests
