// Two kiosks that ask for the last portion at the same moment, over real connections.
#include <gtest/gtest.h>

#include <latch>
#include <thread>

#include "core/time/clock.h"
#include "core/time/local_time.h"
#include "tests/chaos/canteen.h"

namespace chunhui::tests {
namespace {

constexpr int kDays = 10;

TEST(LastPortion, GoesToExactlyOneOfTwoKiosks) {
  const TemporaryFolder folder;
  secrets::SystemRandom random;
  const RunningOffice office(folder.path() / "office");
  const time::Date first = time::LocalDate(time::SystemClock().now()).AddDays(3);
  CanteenDesk desk(office, random);
  desk.Publish("hongfeng", first, kDays, 1);
  const auto cards = desk.Register("hongfeng", 2);
  const std::unique_ptr<office::GrpcLine> lines[] = {Connect(office, "hall-1"),
                                                     Connect(office, "canteen-1")};
  const std::string visits[] = {BeginVisit(*lines[0], cards[0], random),
                                BeginVisit(*lines[1], cards[1], random)};
  for (const v1::MenuDish& dish : OwnDishes(*lines[0], first, kDays)) {
    if (!IsScarce(dish)) continue;
    std::latch together(2);
    office::Reply replies[2];
    const auto book = [&](int kiosk, const std::string& request_id) {
      v1::BookMealRequest request;
      request.set_request_id(request_id);
      request.set_menu_dish_id(dish.menu_dish_id());
      request.set_shown_pay_fen(dish.price_fen());
      together.arrive_and_wait();
      replies[kiosk] = AskUntilAnswered(*lines[kiosk], "MealService/BookMeal", visits[kiosk],
                                        request.SerializeAsString());
    };
    {
      const std::jthread hall(book, 0, secrets::NewUuid(random));
      const std::jthread canteen(book, 1, secrets::NewUuid(random));
    }
    const bool first_won = replies[0].kind == office::Reply::Kind::kAnswered;
    EXPECT_NE(first_won, replies[1].kind == office::Reply::Kind::kAnswered);
    EXPECT_EQ(replies[first_won ? 1 : 0].detail.reason(), v1::REASON_SOLD_OUT);
  }
  for (const auto& line : desk.Sheet("hongfeng", first)) {
    EXPECT_LE(line.booked(), line.portions());
  }
}

}  // namespace
}  // namespace chunhui::tests
