#include "services/sheets/resident_sheet.h"

#include <charconv>

#include "services/calls/wire.h"

namespace chunhui::sheets {
namespace {

constexpr Column kColumns[] = {
    {"key", "编号", true},
    {"name", "姓名", true},
    {"id_number", "身份证号", true},
    {"phone", "电话"},
    {"cards", "卡号"},
    {"station", "站点", true},
    {"grid", "网格"},
    {"building", "楼栋"},
    {"day_care", "日托"},
    {"subsidy", "补贴"},
    {"family", "家人"},
    {"pension", "养老金"},
    {"certified_on", "认证日期"},
    {"called", "称呼"},
};

std::optional<v1::SubsidyClass> ReadSubsidy(std::string_view cell) {
  if (cell.empty()) return v1::SUBSIDY_CLASS_UNSPECIFIED;
  if (cell == "special" || cell == "特殊") return v1::SUBSIDY_CLASS_SPECIAL;
  return std::nullopt;
}

std::optional<time::Date> ReadCertified(const std::string& cell, time::Date today) {
  if (!cell.starts_with('@')) return ReadDay(cell);
  int days = 0;
  const auto [end, error] = std::from_chars(cell.data() + 1, cell.data() + cell.size(), days);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return today.AddDays(days);
}

v1::ResidentInput ReadTexts(const Sheet& sheet, size_t row) {
  v1::ResidentInput resident;
  resident.set_source_key(sheet.Cell(row, "key"));
  resident.set_name(sheet.Cell(row, "name"));
  resident.set_id_number(sheet.Cell(row, "id_number"));
  resident.set_phone(sheet.Cell(row, "phone"));
  resident.set_station_id(sheet.Cell(row, "station"));
  resident.set_grid(sheet.Cell(row, "grid"));
  resident.set_building(sheet.Cell(row, "building"));
  resident.set_called(sheet.Cell(row, "called"));
  for (std::string& card : SplitWords(sheet.Cell(row, "cards"))) {
    resident.add_cards(std::move(card));
  }
  return resident;
}

// What is wrong; nothing when all is well.
std::optional<RowProblem> ReadValues(const Sheet& sheet, size_t row, time::Date today,
                                     v1::ResidentInput& resident) {
  const auto problem = [&](const char* column, const char* text) {
    return RowProblem{sheet.line(row), column, text};
  };
  const auto day_care = ReadYesNo(sheet.Cell(row, "day_care"));
  if (!day_care) return problem("day_care", "must be 是 or 否 (yes, no)");
  resident.set_day_care_member(*day_care);
  const auto family = ReadYesNo(sheet.Cell(row, "family"));
  if (!family) return problem("family", "must be 是 or 否 (yes, no)");
  resident.set_has_family(*family);
  const auto pension = ReadYesNo(sheet.Cell(row, "pension"));
  if (!pension) return problem("pension", "must be 是 or 否 (yes, no)");
  resident.set_has_pension(*pension);
  const auto subsidy = ReadSubsidy(sheet.Cell(row, "subsidy"));
  if (!subsidy) return problem("subsidy", "must be empty or 特殊 (special)");
  resident.set_subsidy_class(*subsidy);
  const std::string certified = sheet.Cell(row, "certified_on");
  if (certified.empty()) return std::nullopt;
  const auto certified_on = ReadCertified(certified, today);
  if (!certified_on) return problem("certified_on", "must be a day such as 2026-03-31");
  *resident.mutable_pension_certified_on() = calls::ToWire(*certified_on);
  return std::nullopt;
}

}  // namespace

ResidentSheet ReadResidentSheet(std::string_view bytes, time::Date today) {
  ResidentSheet result;
  auto read = Sheet::Read(bytes, kColumns);
  if (auto* problem = std::get_if<RowProblem>(&read)) {
    result.problems.push_back(std::move(*problem));
    return result;
  }
  const Sheet& sheet = std::get<Sheet>(read);
  for (size_t row = 0; row < sheet.size(); ++row) {
    v1::ResidentInput resident = ReadTexts(sheet, row);
    if (auto problem = ReadValues(sheet, row, today, resident)) {
      result.problems.push_back(std::move(*problem));
    } else {
      result.residents.push_back({sheet.line(row), std::move(resident)});
    }
  }
  return result;
}

}  // namespace chunhui::sheets
