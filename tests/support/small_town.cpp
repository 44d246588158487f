#include "tests/support/small_town.h"

#include "chunhui/v1/content.pb.h"
#include "chunhui/v1/events.pb.h"
#include "chunhui/v1/residents.pb.h"
#include "core/secrets/pin.h"
#include "core/time/local_time.h"
#include "services/calls/stations.h"
#include "services/calls/wire.h"
#include "services/fleet/fleet.h"
#include "services/meals/meals.h"
#include "services/staff/staff.h"

namespace chunhui::tests {
namespace {

const time::Date kDay{2026, 11, 22};
constexpr char kAdminPin[] = "135790";

google::protobuf::Timestamp Tomorrow(int hour) {
  return calls::ToWire(time::InstantAt(kDay.AddDays(1), time::TimeOfDay::At(hour, 0)));
}

v1::ResidentInput Person(const std::string& key, const std::string& name,
                         const std::string& id_number, const std::string& card) {
  v1::ResidentInput row;
  row.set_source_key(key);
  row.set_name(name);
  row.set_id_number(id_number);
  row.add_cards(card);
  row.set_station_id(kStation);
  return row;
}

void AddDish(v1::PublishMenuRequest& request, const std::string& name, int64_t price_fen,
             int portions) {
  v1::MenuDishInput& dish = *request.add_dishes();
  *dish.mutable_date() = calls::ToWire(kDay.AddDays(1));
  dish.set_period(v1::MEAL_PERIOD_LUNCH);
  dish.set_name(name);
  dish.set_sides("米饭、时蔬");
  dish.set_price_fen(price_fen);
  dish.set_picture("🐟");
  dish.set_portions(portions);
}

}  // namespace

SmallTown::SmallTown()
    : clock_(time::InstantAt(kDay, time::TimeOfDay::At(9, 0))),
      authority_(secrets::MakeAuthority(
          "Test authority",
          {std::chrono::floor<std::chrono::seconds>(clock_.now()),
           std::chrono::floor<std::chrono::seconds>(clock_.now()) + std::chrono::years(10)},
          random_)) {
  Open();
  PutPlaces();
  staff_ = std::make_unique<demo::TownCaller>(SignedIn("li", kStaffPin));
  admin_ = std::make_unique<demo::TownCaller>(SignedIn("admin", kAdminPin));
  PutPeople();
  PublishPrograms();
}

SmallTown::~SmallTown() = default;

void SmallTown::Open() {
  office_ = std::make_unique<office::Office>(
      office::Office::Parts{folder_.path() / "office.db", keys_, authority_, clock_, random_});
}

demo::TownCaller SmallTown::SignedIn(const std::string& account, const std::string& pin) {
  demo::TownCaller desk(office_->dispatcher(), random_,
                        {calls::DeviceKind::kDesk, kStation, "front"});
  v1::SignInRequest request;
  request.set_account(account);
  request.set_pin(pin);
  desk.set_session(desk.Call<v1::SignInResponse>("StaffService/SignIn", request).session_token());
  return desk;
}

void SmallTown::PutPlaces() {
  const std::string staff_hash = secrets::HashPin(kStaffPin, random_);
  const std::string admin_hash = secrets::HashPin(kAdminPin, random_);
  office_->dispatcher().RunAsOffice("test/places", [&](calls::Call& call) {
    calls::PutStation(call.db(), {"city", "", "枫城市", "枫城市", "010-05550100", "City", "City"});
    calls::PutStation(call.db(), {kStation, "city", "红枫社区日间照料中心", "枫城市红枫路18号",
                                  "010-05550118", "Hongfeng Centre", "18 Hongfeng Road"});
    for (const auto& [kind, id, place] :
         {std::tuple{calls::DeviceKind::kKiosk, "hall-1", "大厅"},
          std::tuple{calls::DeviceKind::kKiosk, "canteen-1", "食堂门口"},
          std::tuple{calls::DeviceKind::kDesk, "front", "服务台"}}) {
      fleet::PutDevice(call.db(), {kind, id, kStation, place, ""}, call.now());
    }
    meals::PutCutOff(call.db(), {kStation, v1::MEAL_PERIOD_LUNCH, 0, 9 * 60 + 30});
    v1::Account account;
    account.set_account("li");
    account.set_called("李老师");
    account.set_role(v1::ROLE_STAFF);
    account.set_station_id(kStation);
    staff::PutAccount(call, account, staff_hash, kStaffBadge);
    account.set_account(kStaffNumber);
    account.set_called("孙老师");
    staff::PutAccount(call, account, staff_hash, "");
    account.set_account("admin");
    account.set_called("管理员");
    account.set_role(v1::ROLE_ADMIN);
    account.set_station_id("city");
    staff::PutAccount(call, account, admin_hash, "");
  });
}

void SmallTown::PutPeople() {
  v1::ResidentInput wang = Person("p-1", "王桂兰", kWangIdNumber, kWangCard);
  wang.set_phone(kWangPhone);
  wang.add_cards(kLostCard);
  wang.set_day_care_member(true);
  wang.set_has_family(true);
  wang.set_has_pension(true);
  *wang.mutable_pension_certified_on() = calls::ToWire(kDay.AddDays(-300));
  v1::ImportResidentsRequest request;
  *request.add_rows() = wang;
  *request.add_rows() = Person("p-2", "李德福", "110199194708120114", kLiCard);
  *request.add_rows() = Person("p-3", "赵国强", "110199196501010339", kZhaoCard);
  const auto done =
      admin_->Call<v1::ImportResidentsResponse>("ResidentService/ImportResidents", request);
  if (done.added() != 3) throw std::runtime_error("the small town lacks people");
  v1::BlockCardRequest lost;
  lost.set_card(kLostCard);
  lost.set_reason("卡丢了");
  admin_->Call<v1::BlockCardResponse>("ResidentService/BlockCard", lost);
}

void SmallTown::PublishPrograms() {
  v1::PublishMenuRequest menu;
  menu.set_station_id(kStation);
  AddDish(menu, "清蒸鲈鱼", 1600, 40);
  AddDish(menu, "红烧肉", 1500, 1);
  AddDish(menu, "番茄炒蛋", 1000, 40);
  admin_->Call<v1::PublishMenuResponse>("MealService/PublishMenu", menu);
  v1::PublishEventRequest event;
  event.set_station_id(kStation);
  event.mutable_event()->set_title("书法班");
  event.mutable_event()->set_text("王老师教写毛笔字。");
  event.mutable_event()->set_place("二楼活动室");
  event.mutable_event()->set_picture("🎨");
  event.mutable_event()->set_capacity(1);
  *event.mutable_event()->mutable_starts_at() = Tomorrow(14);
  *event.mutable_event()->mutable_ends_at() = Tomorrow(16);
  admin_->Call<v1::PublishEventResponse>("EventService/PublishEvent", event);
  Publish("周三停水通知", "周三上午九点到十一点停水。");
}

std::string SmallTown::Publish(const std::string& title, const std::string& text) {
  v1::PublishNoticeRequest request;
  request.mutable_notice()->set_title(title);
  request.mutable_notice()->set_text(text);
  request.mutable_notice()->add_station_ids(kStation);
  return admin_->Call<v1::PublishNoticeResponse>("ContentService/PublishNotice", request)
      .notice()
      .notice_id();
}

void SmallTown::Restart() {
  office_.reset();
  Open();
  staff_ = std::make_unique<demo::TownCaller>(SignedIn("li", kStaffPin));
  admin_ = std::make_unique<demo::TownCaller>(SignedIn("admin", kAdminPin));
}

int SmallTown::BookedTomorrow(const std::string& dish) {
  v1::GetKitchenSheetRequest request;
  const auto sheet =
      staff_->Call<v1::GetKitchenSheetResponse>("MealService/GetKitchenSheet", request);
  for (const v1::KitchenLine& line : sheet.lines()) {
    if (line.name() == dish) return line.booked();
  }
  return 0;
}

int SmallTown::BookedTomorrow() {
  return staff_
      ->Call<v1::GetKitchenSheetResponse>("MealService/GetKitchenSheet",
                                          v1::GetKitchenSheetRequest())
      .total();
}

}  // namespace chunhui::tests
