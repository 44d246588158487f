#include "services/sheets/sheet.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace chunhui::sheets {
namespace {

std::string Trim(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(kBlanks) - first + 1));
}

const Column* FindColumn(std::span<const Column> columns, std::string_view heading) {
  const auto found = std::ranges::find_if(columns, [&](const Column& column) {
    return column.name == heading || (!column.chinese.empty() && column.chinese == heading);
  });
  return found == columns.end() ? nullptr : &*found;
}

std::string ReplaceAll(std::string_view text, std::string_view from, std::string_view to) {
  std::string replaced;
  for (;;) {
    const size_t found = text.find(from);
    replaced.append(text.substr(0, found));
    if (found == std::string_view::npos) return replaced;
    replaced.append(to);
    text.remove_prefix(found + from.size());
  }
}

// Exactly three numbers apart by '-'.
std::optional<std::array<int, 3>> ReadThreeNumbers(std::string_view text) {
  std::array<int, 3> numbers{};
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  for (size_t i = 0; i < numbers.size(); ++i) {
    const auto [next, error] = std::from_chars(at, end, numbers[i]);
    if (error != std::errc() || numbers[i] < 0) return std::nullopt;
    at = next;
    if (i + 1 == numbers.size()) break;
    if (at == end || *at++ != '-') return std::nullopt;
  }
  return at == end ? std::optional(numbers) : std::nullopt;
}

}  // namespace

std::variant<Sheet, RowProblem> Sheet::Read(std::string_view bytes,
                                            std::span<const Column> columns) {
  auto read = ReadCsv(bytes);
  if (const auto* problem = std::get_if<CsvProblem>(&read)) {
    return RowProblem{problem->line, "", problem->problem};
  }
  Sheet sheet;
  sheet.rows_ = std::move(std::get<std::vector<CsvRow>>(read));
  if (sheet.rows_.empty()) return RowProblem{0, "", "the file is empty"};
  const CsvRow heading = std::move(sheet.rows_.front());
  sheet.rows_.erase(sheet.rows_.begin());
  for (size_t i = 0; i < heading.cells.size(); ++i) {
    const std::string name = Trim(heading.cells[i]);
    const Column* column = FindColumn(columns, name);
    if (!column) return RowProblem{heading.line, name, "there is no such column"};
    if (!sheet.column_of_.emplace(column->name, i).second) {
      return RowProblem{heading.line, name, "the column is there twice"};
    }
  }
  for (const Column& column : columns) {
    if (column.needed && !sheet.column_of_.contains(column.name)) {
      return RowProblem{heading.line, std::string(column.name), "the column is missing"};
    }
  }
  return sheet;
}

std::string Sheet::Cell(size_t row, std::string_view column) const {
  const auto found = column_of_.find(column);
  return found == column_of_.end() ? std::string() : Trim(rows_[row].cells[found->second]);
}

std::vector<std::string> SplitWords(std::string_view cell) {
  const std::string text = ReplaceAll(ReplaceAll(cell, "；", ";"), "、", ";");
  std::vector<std::string> words;
  for (size_t from = 0; from <= text.size();) {
    const size_t until = std::min(text.find(';', from), text.size());
    std::string word = Trim(std::string_view(text).substr(from, until - from));
    if (!word.empty()) words.push_back(std::move(word));
    from = until + 1;
  }
  return words;
}

std::optional<bool> ReadYesNo(std::string_view cell) {
  if (cell == "yes" || cell == "是" || cell == "1") return true;
  if (cell.empty() || cell == "no" || cell == "否" || cell == "0") return false;
  return std::nullopt;
}

std::optional<time::Date> ReadDay(std::string_view cell) {
  const std::string text = ReplaceAll(
      ReplaceAll(ReplaceAll(ReplaceAll(cell, "/", "-"), "年", "-"), "月", "-"), "日", "");
  const auto numbers = ReadThreeNumbers(text);
  if (!numbers) return std::nullopt;
  const time::Date date{(*numbers)[0], (*numbers)[1], (*numbers)[2]};
  return date.IsValid() ? std::optional(date) : std::nullopt;
}

}  // namespace chunhui::sheets
