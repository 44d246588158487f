#include "tests/chaos/canteen.h"

#include <stdexcept>
#include <thread>

#include "chunhui/v1/residents.pb.h"
#include "chunhui/v1/staff.pb.h"
#include "chunhui/v1/visits.pb.h"
#include "core/people/id_number.h"
#include "services/papers.h"

namespace chunhui::tests {
namespace {

constexpr std::chrono::seconds kPatience{60};
constexpr std::chrono::milliseconds kBeforeAskingAgain{20};
constexpr std::chrono::seconds kDeadline{20};

constexpr const char* kFew = "限量水饺";
constexpr const char* kMany = "大锅面";
constexpr int kManyPortions = 1000;
constexpr int64_t kPriceFen = 1200;

std::filesystem::path Tls(const RunningOffice& office, const std::string& file) {
  return office.data() / "tls" / file;
}

void Put(time::Date date, v1::Date& wire) {
  wire.set_year(date.year);
  wire.set_month(date.month);
  wire.set_day(date.day);
}

// Born in 1990; county code 99 is nobody's.
std::string IdNumber(int number) {
  const std::string seventeen = "11019919900101" + std::to_string(100 + number);
  return seventeen + people::IdCheckCharacter(seventeen).value();
}

template <typename Response>
Response Must(office::Line& line, const std::string& method,
              const google::protobuf::Message& request) {
  const office::Reply reply = AskUntilAnswered(line, method, "", request.SerializeAsString());
  Response response;
  if (reply.kind != office::Reply::Kind::kAnswered || !response.ParseFromString(reply.bytes)) {
    throw std::runtime_error(method + " was refused: " + v1::Reason_Name(reply.detail.reason()));
  }
  return response;
}

}  // namespace

std::unique_ptr<office::GrpcLine> Connect(const RunningOffice& office, const std::string& kiosk) {
  const std::string stem = std::string("kiosk-").append(kiosk);
  return std::make_unique<office::GrpcLine>(
      office::GrpcLineParts{office.address(), office::ReadFile(Tls(office, "ca.pem")),
                            office::ReadFile(Tls(office, stem + ".pem")),
                            office::ReadSecretFile(Tls(office, stem + ".key"))});
}

office::Reply AskUntilAnswered(office::Line& line, const std::string& method,
                               const std::string& visit_token, const std::string& bytes) {
  const auto limit = std::chrono::steady_clock::now() + kPatience;
  while (std::chrono::steady_clock::now() < limit) {
    office::Reply reply =
        line.Call("/chunhui.v1." + method, {.visit_token = visit_token}, bytes, kDeadline);
    if (reply.kind != office::Reply::Kind::kNoAnswer) return reply;
    std::this_thread::sleep_for(kBeforeAskingAgain);
  }
  throw std::runtime_error("no answer to " + method);
}

std::string BeginVisit(office::Line& line, const std::string& card, secrets::Random& random) {
  v1::RecogniseRequest who;
  who.set_card(card);
  const auto found = Must<v1::RecogniseResponse>(line, "VisitService/Recognise", who);
  v1::StartVisitRequest start;
  start.set_request_id(secrets::NewUuid(random));
  start.set_candidate_token(found.candidates(0).token());
  return Must<v1::StartVisitResponse>(line, "VisitService/StartVisit", start).visit_token();
}

CanteenDesk::CanteenDesk(const RunningOffice& office, secrets::Random& random)
    : client_({office.address(), Tls(office, "ca.pem"), Tls(office, "desk.pem"),
               Tls(office, "desk.key"), office.data()},
              random) {
  v1::SignInRequest request;
  request.set_account("admin");
  request.set_pin("135790");
  client_.set_session(Call<v1::SignInResponse>("StaffService/SignIn", request).session_token());
}

template <typename Response, typename Request>
Response CanteenDesk::Call(const std::string& method, const Request& request) {
  auto answer = client_.Call<Response>(method, request);
  if (const auto* trouble = std::get_if<desk::Trouble>(&answer)) {
    throw std::runtime_error(method + ": " + trouble->message);
  }
  return std::get<Response>(std::move(answer));
}

void CanteenDesk::Publish(const std::string& station, time::Date first, int days,
                          int few_portions) {
  v1::PublishMenuRequest request;
  request.set_station_id(station);
  for (int meal = 0; meal < 2 * days; ++meal) {
    for (const char* name : {kFew, kMany}) {
      v1::MenuDishInput& dish = *request.add_dishes();
      Put(first.AddDays(meal / 2), *dish.mutable_date());
      dish.set_period(meal % 2 == 0 ? v1::MEAL_PERIOD_LUNCH : v1::MEAL_PERIOD_DINNER);
      dish.set_name(name);
      dish.set_price_fen(kPriceFen);
      dish.set_portions(name == kFew ? few_portions : kManyPortions);
    }
  }
  Call<v1::PublishMenuResponse>("MealService/PublishMenu", request);
}

std::vector<std::string> CanteenDesk::Register(const std::string& station, int people) {
  std::vector<std::string> cards;
  v1::ImportResidentsRequest request;
  for (int number = 0; number < people; ++number) {
    cards.push_back(std::to_string(77000000 + number));
    v1::ResidentInput& row = *request.add_rows();
    row.set_source_key("canteen-" + std::to_string(number));
    row.set_name("何秀英");
    row.set_id_number(IdNumber(number));
    row.add_cards(cards.back());
    row.set_station_id(station);
  }
  const auto report = Call<v1::ImportResidentsResponse>("ResidentService/ImportResidents", request);
  if (report.added() != people) throw std::runtime_error("some visitors were left out");
  return cards;
}

std::vector<v1::KitchenLine> CanteenDesk::Sheet(const std::string& station, time::Date date) {
  v1::GetKitchenSheetRequest request;
  request.set_station_id(station);
  Put(date, *request.mutable_date());
  const auto sheet = Call<v1::GetKitchenSheetResponse>("MealService/GetKitchenSheet", request);
  return {sheet.lines().begin(), sheet.lines().end()};
}

std::vector<v1::MenuDish> OwnDishes(office::Line& line, time::Date first, int days) {
  v1::GetMenuRequest request;
  Put(first, *request.mutable_from());
  request.set_days(days);
  std::vector<v1::MenuDish> own;
  const auto menu = Must<v1::GetMenuResponse>(line, "MealService/GetMenu", request);
  for (const v1::MenuDish& dish : menu.dishes()) {
    if (dish.name() == kFew || dish.name() == kMany) own.push_back(dish);
  }
  return own;
}

bool IsScarce(const v1::MenuDish& dish) { return dish.name() == kFew; }

}  // namespace chunhui::tests
