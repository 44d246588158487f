// A canteen of the demo town with meals and visitors of its own, reached as its kiosks and its desk
// reach it: by real connections to a real office.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "chunhui/v1/meals.pb.h"
#include "core/secrets/random.h"
#include "core/time/date.h"
#include "kiosk/office/wire/grpc_line.h"
#include "services/desk/client.h"
#include "tests/support/programs.h"

namespace chunhui::tests {

// One connection of a kiosk ("hall-1") with its own certificate.
std::unique_ptr<office::GrpcLine> Connect(const RunningOffice& office, const std::string& kiosk);

// Asks again until there is an answer, as a kiosk's journal does. Throws std::runtime_error when
// none has come within 60 s.
office::Reply AskUntilAnswered(office::Line& line, const std::string& method,
                               const std::string& visit_token, const std::string& bytes);

// The token of a new visit of whom the card belongs to. Throws std::runtime_error when refused.
std::string BeginVisit(office::Line& line, const std::string& card, secrets::Random& random);

// The desk of the town, signed in as admin. Calls throw std::runtime_error when refused.
class CanteenDesk {
 public:
  CanteenDesk(const RunningOffice& office, secrets::Random& random);

  // Adds lunch and dinner for so many days from `first`: each one dish of few and one of many
  // portions; nothing else is booked on them.
  void Publish(const std::string& station, time::Date first, int days, int few_portions);
  // People without a subsidy, so that a meal costs its price. Answers one card for each.
  std::vector<std::string> Register(const std::string& station, int people);
  std::vector<v1::KitchenLine> Sheet(const std::string& station, time::Date date);

 private:
  template <typename Response, typename Request>
  Response Call(const std::string& method, const Request& request);
  desk::Client client_;
};

// The dishes that Publish added at this kiosk's station, by date and meal.
std::vector<v1::MenuDish> OwnDishes(office::Line& line, time::Date first, int days);
// The dish of few portions.
bool IsScarce(const v1::MenuDish& dish);

}  // namespace chunhui::tests
