#include "tests/bench/bench_office.h"

#include <stdexcept>

#include "core/people/id_number.h"
#include "core/time/local_time.h"
#include "services/calls/stations.h"
#include "services/fleet/fleet.h"
#include "services/meals/meals.h"
#include "services/residents/residents.h"

namespace chunhui::bench {
namespace {

constexpr const char* kStation = kBenchStation;
constexpr char kKioskUri[] = "chunhui://hall/kiosk/bench";
constexpr int kImportAtOnce = 1000;
constexpr int kPortions = 10000;
constexpr int kPeriods = 3;

secrets::KeyAndCertificate Issue(const secrets::KeyAndCertificate& authority,
                                 const secrets::CertificateTerms& terms, secrets::Random& random) {
  const auto request = secrets::MakeKeyAndRequest(terms.common_name);
  const auto certificate = secrets::IssueCertificate(authority, request.request_pem, terms, random);
  return {request.key_pem, certificate.value()};
}

// A valid number of county code 99, different for each; too young for a subsidy, so that every meal
// costs its price.
std::string IdNumber(int number) {
  char digits[18];
  std::snprintf(digits, sizeof digits, "1101%02d19%02d%02d%02d%03d", 99, 90 + number / 1000 % 10,
                1 + number / 10000 % 12, 1 + number / 120000 % 28, number % 1000);
  constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (int i = 0; i < 17; ++i) sum += (digits[i] - '0') * kWeights[i];
  return std::string(digits) + "10X98765432"[sum % 11];
}

// Common surnames first, as in life: the search must not live on rare names.
std::string NameOf(int number) {
  constexpr const char* kSurnames[] = {"王", "王", "王", "李", "李", "李", "张", "张", "刘",
                                       "陈", "杨", "赵", "黄", "周", "吴", "曾", "单", "欧阳"};
  constexpr const char* kFirst[] = {"秀", "桂", "玉", "建", "朝", "淑", "小", "长", "国", "重", ""};
  constexpr const char* kSecond[] = {"兰", "英", "华", "珍", "芳", "阳",
                                     "乐", "强", "明", "行", "云"};
  const auto pick = [&](const auto& all, int by) {
    return all[static_cast<size_t>(number / by) % std::size(all)];
  };
  return std::string(pick(kSurnames, 1)) + pick(kFirst, 18) + pick(kSecond, 198);
}

v1::ResidentInput Resident(int number) {
  v1::ResidentInput row;
  row.set_source_key("bench-" + std::to_string(number));
  row.set_name(NameOf(number));
  row.set_id_number(IdNumber(number));
  row.add_cards(CardOf(number));
  row.set_station_id(kStation);
  row.set_building(std::to_string(1 + number % 400) + "号楼");
  return row;
}

template <typename Response>
Response Must(const calls::Answer& answer, const char* what) {
  Response response;
  if (answer.code != calls::Code::kOk || !response.ParseFromString(answer.response)) {
    throw std::runtime_error(std::string(what) + ": " + answer.message);
  }
  return response;
}

}  // namespace

std::string CardOf(int number) {
  char card[16];
  std::snprintf(card, sizeof card, "BE%08d", number);
  return card;
}

Authority::Authority(secrets::Random& random) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const secrets::Validity validity{now - std::chrono::hours(1), now + std::chrono::hours(24)};
  authority = secrets::MakeAuthority("bench", validity, random);
  server = Issue(
      authority,
      {"localhost", "", {"localhost"}, {"127.0.0.1"}, secrets::CertificateUse::kServer, validity},
      random);
  kiosk = Issue(authority, {"bench", kKioskUri, {}, {}, secrets::CertificateUse::kClient, validity},
                random);
}

BenchOffice::BenchOffice(const Authority& authority, secrets::Random& random) : random_(random) {
  office_ = std::make_unique<office::Office>(
      office::Office::Parts{.database = folder_.path() / "office.db",
                            .keys = secrets::MakeKeys(random),
                            .authority = authority.authority,
                            .clock = clock_,
                            .random = random_});
  PutPlaces();
  office::Server::Options options;
  options.address = "127.0.0.1";
  options.authority_pem = authority.authority.certificate_pem;
  options.certificate_pem = authority.server.certificate_pem;
  options.key_pem = authority.server.key_pem;
  options.streams_max = 256;
  server_ = std::make_unique<office::Server>(options, office_->dispatcher());
}

void BenchOffice::PutPlaces() {
  dispatcher().RunAsOffice("bench/places", [&](calls::Call& call) {
    calls::PutStation(call.db(), {kStation, "", "Hall", "1 Spring Road", "010-55550100", "", ""});
    fleet::PutDevice(call.db(), {calls::DeviceKind::kKiosk, "bench", kStation, "hall", ""},
                     call.now());
  });
}

void BenchOffice::FillRegister(int count) {
  for (int first = 0; first < count; first += kImportAtOnce) {
    google::protobuf::RepeatedPtrField<v1::ResidentInput> rows;
    for (int i = first; i < std::min(first + kImportAtOnce, count); ++i) *rows.Add() = Resident(i);
    dispatcher().RunAsOffice("bench/register", [&](calls::Call& call) {
      const auto report = residents::ImportRows(call, rows, false, {});
      if (report.problems_size() > 0) {
        throw std::runtime_error("row refused: " + report.problems(0).problem());
      }
    });
  }
}

void BenchOffice::PublishDishes(int days) {
  const time::Date today = time::LocalDate(clock_.now());
  for (int day = 2; day < 2 + days; ++day) {
    const time::Date date = today.AddDays(day);
    meals::DishInputs dishes;
    for (int period = 1; period <= kPeriods; ++period) {
      auto& dish = *dishes.Add();
      dish.mutable_date()->set_year(date.year);
      dish.mutable_date()->set_month(date.month);
      dish.mutable_date()->set_day(date.day);
      dish.set_period(static_cast<v1::MealPeriod>(period));
      dish.set_name("清蒸鲈鱼");
      dish.set_price_fen(2000);
      dish.set_portions(kPortions);
    }
    dispatcher().RunAsOffice("bench/menu", [&](calls::Call& call) {
      if (!meals::PublishDishes(call, kStation, dishes, false).ok()) {
        throw std::runtime_error("menu refused");
      }
    });
  }
  v1::GetMenuRequest request;
  request.set_days(31);
  const auto menu =
      Must<v1::GetMenuResponse>(dispatcher().CallAndWait("/chunhui.v1.MealService/GetMenu",
                                                         {kKioskUri}, request.SerializeAsString()),
                                "menu");
  for (const auto& dish : menu.dishes()) dish_ids_.push_back(dish.menu_dish_id());
}

// A kiosk has one visit at a time; to book at full speed from one kiosk the visits are written as
// rows, all open at once.
void BenchOffice::StartVisits(int residents) {
  dispatcher().RunAsOffice("bench/visits", [&](calls::Call& call) {
    const int64_t now = time::ToUnixMs(call.now());
    constexpr int64_t kHourMs = 3'600'000;
    for (int i = 0; i < residents; ++i) {
      const auto resident_id =
          residents::ResidentIdOfSource(call.db(), "bench-" + std::to_string(i)).value();
      const secrets::Token token = call.vault().NewToken();
      call.db().Run("INSERT INTO visits VALUES (?, ?, ?, ?, ?, '', ?, ?, NULL)",
                    store::BlobView{token.hash}, call.NewId(), kKioskUri, resident_id,
                    v1::ASSURANCE_CARD, now, now + kHourMs);
      visit_tokens_.push_back(token.text);
    }
  });
}

void BenchOffice::Furnish(int residents, int days) {
  FillRegister(residents);
  PublishDishes(days);
  StartVisits(residents);
}

}  // namespace chunhui::bench
