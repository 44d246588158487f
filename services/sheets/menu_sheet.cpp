#include "services/sheets/menu_sheet.h"

#include <charconv>

#include "core/money/fen.h"
#include "services/calls/wire.h"

namespace chunhui::sheets {
namespace {

constexpr Column kColumns[] = {
    {"date", "日期"},        {"meal", "餐次", true},     {"name", "菜名", true}, {"sides", "配菜"},
    {"price", "价格", true}, {"portions", "份数", true}, {"picture", "图"},      {"diet", "饮食"},
    {"name_en", ""},         {"sides_en", ""},
};

std::optional<v1::MealPeriod> ReadPeriod(std::string_view cell) {
  if (cell == "breakfast" || cell == "早餐") return v1::MEAL_PERIOD_BREAKFAST;
  if (cell == "lunch" || cell == "午餐") return v1::MEAL_PERIOD_LUNCH;
  if (cell == "dinner" || cell == "晚餐") return v1::MEAL_PERIOD_DINNER;
  return std::nullopt;
}

std::optional<v1::DietTag> ReadTag(std::string_view word) {
  if (word == "low_salt" || word == "低盐") return v1::DIET_TAG_LOW_SALT;
  if (word == "low_sugar" || word == "低糖") return v1::DIET_TAG_LOW_SUGAR;
  if (word == "soft" || word == "软食") return v1::DIET_TAG_SOFT;
  if (word == "halal" || word == "清真") return v1::DIET_TAG_HALAL;
  if (word == "vegetarian" || word == "素食") return v1::DIET_TAG_VEGETARIAN;
  return std::nullopt;
}

std::optional<int> ReadCount(std::string_view cell) {
  int number = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error != std::errc() || end != cell.data() + cell.size() || number < 0) return std::nullopt;
  return number;
}

// One row on its way into a dish; notes what is wrong.
class RowReader {
 public:
  RowReader(const Sheet& sheet, size_t row, std::vector<RowProblem>& problems)
      : sheet_(sheet), row_(row), problems_(problems) {}

  void Date(v1::MenuDishInput& dish) {
    const auto date = ReadDay(sheet_.Cell(row_, "date"));
    if (!date) return Problem("date", "must be a day such as 2026-11-23");
    *dish.mutable_date() = calls::ToWire(*date);
  }
  void Period(v1::MenuDishInput& dish) {
    const auto period = ReadPeriod(sheet_.Cell(row_, "meal"));
    if (!period) return Problem("meal", "must be 早餐, 午餐 or 晚餐 (breakfast, lunch, dinner)");
    dish.set_period(*period);
  }
  void Price(v1::MenuDishInput& dish) {
    const money::YuanReading price = money::ParseYuan(sheet_.Cell(row_, "price"));
    if (!price.fen) return Problem("price", "must be yuan such as 12 or 12.50");
    dish.set_price_fen(*price.fen);
  }
  void Portions(v1::MenuDishInput& dish) {
    const auto portions = ReadCount(sheet_.Cell(row_, "portions"));
    if (!portions) return Problem("portions", "must be a whole number");
    dish.set_portions(*portions);
  }
  void Diet(v1::MenuDishInput& dish) {
    for (const std::string& word : SplitWords(sheet_.Cell(row_, "diet"))) {
      const auto tag = ReadTag(word);
      if (!tag) return Problem("diet", "knows 低盐, 低糖, 软食, 清真, 素食");
      dish.add_diet_tags(*tag);
    }
  }
  void Texts(v1::MenuDishInput& dish) {
    dish.set_name(sheet_.Cell(row_, "name"));
    if (dish.name().empty()) Problem("name", "is empty");
    dish.set_sides(sheet_.Cell(row_, "sides"));
    dish.set_picture(sheet_.Cell(row_, "picture"));
    dish.set_name_en(sheet_.Cell(row_, "name_en"));
    dish.set_sides_en(sheet_.Cell(row_, "sides_en"));
  }

 private:
  void Problem(std::string column, std::string problem) {
    problems_.push_back({sheet_.line(row_), std::move(column), std::move(problem)});
  }

  const Sheet& sheet_;
  size_t row_;
  std::vector<RowProblem>& problems_;
};

}  // namespace

MenuSheet ReadMenuSheet(std::string_view bytes, bool with_dates) {
  MenuSheet result;
  auto read = Sheet::Read(bytes, kColumns);
  if (auto* problem = std::get_if<RowProblem>(&read)) {
    result.problems.push_back(std::move(*problem));
    return result;
  }
  const Sheet& sheet = std::get<Sheet>(read);
  for (size_t row = 0; row < sheet.size(); ++row) {
    const size_t problems_before = result.problems.size();
    RowReader reader(sheet, row, result.problems);
    v1::MenuDishInput dish;
    if (with_dates) reader.Date(dish);
    reader.Period(dish);
    reader.Texts(dish);
    reader.Price(dish);
    reader.Portions(dish);
    reader.Diet(dish);
    if (result.problems.size() == problems_before) result.dishes.push_back({sheet.line(row), dish});
  }
  return result;
}

}  // namespace chunhui::sheets
