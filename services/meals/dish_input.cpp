#include "services/meals/dish_input.h"

#include "services/calls/fields.h"
#include "services/calls/wire.h"

namespace chunhui::meals {
namespace {

constexpr int kNameMax = 25;
constexpr int kNameEnMax = 60;
constexpr int kSidesMax = 60;
constexpr int kSidesEnMax = 120;
constexpr int kPictureMax = 10;  // code points of one emoji with its joiners
constexpr int64_t kPriceFenMax = 100'000;
constexpr int kPortionsMax = 10'000;
constexpr const char* kBowlOfRice = "🍚";

bool AreDietTags(const v1::MenuDishInput& input) {
  for (const int tag : input.diet_tags()) {
    if (tag == v1::DIET_TAG_UNSPECIFIED || !v1::DietTag_IsValid(tag)) return false;
  }
  return true;
}

bool IsPeriod(int period) {
  return period != v1::MEAL_PERIOD_UNSPECIFIED && v1::MealPeriod_IsValid(period);
}

}  // namespace

std::string FieldOf(int index, const char* name) {
  return "dishes[" + std::to_string(index) + "]." + name;
}

std::optional<calls::Refusal> CheckForm(const v1::MenuDishInput& input, int index) {
  const auto wrong = [index](const char* field, const char* message) {
    return calls::Malformed(FieldOf(index, field), message);
  };
  using calls::IsPlainText;
  if (!calls::FromWire(input.date())) return wrong("date", "no such day");
  if (!IsPeriod(input.period())) return wrong("period", "breakfast, lunch or dinner");
  if (!IsPlainText(input.name(), 1, kNameMax)) return wrong("name", "1 to 25 characters");
  if (!IsPlainText(input.sides(), 0, kSidesMax)) return wrong("sides", "at most 60 characters");
  if (input.price_fen() < 1 || input.price_fen() > kPriceFenMax) {
    return wrong("price_fen", "1 to 100000");
  }
  if (!IsPlainText(input.picture(), 0, kPictureMax)) return wrong("picture", "one emoji");
  if (!AreDietTags(input)) return wrong("diet_tags", "no such diet tag");
  if (input.portions() < 0 || input.portions() > kPortionsMax) {
    return wrong("portions", "0 to 10000");
  }
  if (!IsPlainText(input.name_en(), 0, kNameEnMax)) {
    return wrong("name_en", "at most 60 characters");
  }
  if (!IsPlainText(input.sides_en(), 0, kSidesEnMax)) {
    return wrong("sides_en", "at most 120 characters");
  }
  return std::nullopt;
}

Dish ToDish(const v1::MenuDishInput& input, const std::string& station_id) {
  Dish dish;
  dish.station_id = station_id;
  dish.date = calls::FromWire(input.date()).value();
  dish.period = input.period();
  dish.name = input.name();
  dish.sides = input.sides();
  dish.price_fen = input.price_fen();
  dish.picture = input.picture().empty() ? kBowlOfRice : input.picture();
  for (const int tag : input.diet_tags()) dish.diet_tags |= 1u << tag;
  dish.portions = input.portions();
  dish.name_en = input.name_en();
  dish.sides_en = input.sides_en();
  return dish;
}

}  // namespace chunhui::meals
