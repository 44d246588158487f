// Durable bookings and card look-ups over mutual TLS against a bare gRPC echo in the same run.
//
//   bench-office [residents of the look-up, default 1000000]
#include <cstdlib>
#include <iostream>

#include "chunhui/v1/meals.pb.h"
#include "chunhui/v1/visits.pb.h"
#include "tests/bench/bench_office.h"
#include "tests/bench/callers.h"
#include "tests/bench/figure.h"

namespace chunhui::bench {
namespace {

constexpr double kSeconds = 3;
constexpr int kResidents = 6000;
constexpr int kDays = 29;

// Each booking another resident or another meal: nobody books twice, nothing is sold out.
class Bookings {
 public:
  Bookings(const BenchOffice& office, secrets::Random& random) : office_(office), random_(random) {}

  Question Next() {
    const int64_t number = next_++;
    const auto residents = static_cast<int64_t>(office_.visit_tokens().size());
    const auto meal = static_cast<size_t>(number / residents);
    if (meal >= office_.dish_ids().size()) throw std::runtime_error("no more meals to book");
    v1::BookMealRequest request;
    request.set_request_id(secrets::NewOrderedUuid(random_, time::SystemClock().now()));
    request.set_menu_dish_id(office_.dish_ids()[meal]);
    request.set_shown_pay_fen(2000);
    return {"/chunhui.v1.MealService/BookMeal", request.SerializeAsString(),
            office_.visit_tokens()[static_cast<size_t>(number % residents)]};
  }

 private:
  const BenchOffice& office_;
  secrets::Random& random_;
  std::atomic<int64_t> next_ = 0;
};

void Print(const Figure& figure) { std::cout << ToJson(figure, false) << std::endl; }

void CompareBookings(const Authority& authority, secrets::Random& random) {
  EchoServer echo(authority);
  BenchOffice office(authority, random);
  office.Furnish(kResidents, kDays);
  Bookings bookings(office, random);
  const std::string sample = bookings.Next().bytes;
  for (const auto& [name, callers, goal] :
       {std::tuple{"office.book64", 64, 0.5}, std::tuple{"office.book8", 8, 0.35}}) {
    const double peer = BestOfThree(false, [&] {
      return CallsPerSecond(authority, echo.port(), callers, kSeconds, [&](int64_t) {
        return Question{"/echo.Echo/Say", sample, ""};
      });
    });
    const double ours = BestOfThree(false, [&] {
      return CallsPerSecond(authority, office.port(), callers, kSeconds,
                            [&](int64_t) { return bookings.Next(); });
    });
    Print({name, "bookings/s", ours, peer, "bare gRPC echo", goal, GoalIs::kRatioMin});
  }
}

void CompareLookUps(const Authority& authority, secrets::Random& random, int residents) {
  EchoServer echo(authority);
  BenchOffice office(authority, random);
  office.FillRegister(residents);
  const auto look_up = [&](int64_t call) {
    v1::RecogniseRequest request;
    request.set_card(CardOf(static_cast<int>(call * 7919 % residents)));
    return Question{"/chunhui.v1.VisitService/Recognise", request.SerializeAsString(), ""};
  };
  const std::string sample = look_up(0).bytes;
  const double peer = BestOfThree(false, [&] {
    return CallsPerSecond(authority, echo.port(), 64, kSeconds, [&](int64_t) {
      return Question{"/echo.Echo/Say", sample, ""};
    });
  });
  const double ours = BestOfThree(
      false, [&] { return CallsPerSecond(authority, office.port(), 64, kSeconds, look_up); });
  Print({"office.lookup", "look-ups/s", ours, peer, "bare gRPC echo", 0.45, GoalIs::kRatioMin});
  const double read_only = BestOfThree(false, [&] {
    return CallsPerSecond(authority, office.port(), 64, kSeconds, [&](int64_t) {
      return Question{"/chunhui.v1.FleetService/GetStation", "", ""};
    });
  });
  Print({"office.read", "reads/s", read_only, peer, "bare gRPC echo", 0.8, GoalIs::kRatioMin});
}

}  // namespace
}  // namespace chunhui::bench

int main(int count, char** words) {
  using namespace chunhui;
  secrets::SystemRandom random;
  const bench::Authority authority(random);
  bench::CompareBookings(authority, random);
  bench::CompareLookUps(authority, random, count > 1 ? std::atoi(words[1]) : 1'000'000);
}
