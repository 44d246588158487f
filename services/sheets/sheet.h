// A CSV table with a heading whose columns are known by name, in English or Chinese, in any order.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/time/date.h"
#include "services/sheets/csv.h"

namespace chunhui::sheets {

struct Column {
  std::string_view name;     // "price"
  std::string_view chinese;  // "价格"; empty when there is none
  bool needed = false;       // the heading must have it
};

// What is wrong in one row, for the person who keeps the table. Never holds the value.
struct RowProblem {
  int line = 0;  // of the file, from 1; 0 for the file as a whole
  std::string column;
  std::string problem;
};

class Sheet {
 public:
  // Unknown, doubled and missing columns are problems, so that a misspelt heading loses nothing.
  static std::variant<Sheet, RowProblem> Read(std::string_view bytes,
                                              std::span<const Column> columns);

  size_t size() const { return rows_.size(); }
  int line(size_t row) const { return rows_[row].line; }
  // Trimmed; empty when the sheet has no such column.
  std::string Cell(size_t row, std::string_view column) const;

 private:
  std::vector<CsvRow> rows_;  // without the heading
  std::map<std::string, size_t, std::less<>> column_of_;
};

// Words in one cell, apart by ';', '；' or '、'.
std::vector<std::string> SplitWords(std::string_view cell);

// yes/no, 是/否, 1/0; an empty cell is no. Nothing for anything else.
std::optional<bool> ReadYesNo(std::string_view cell);

// "2026-11-23", "2026/11/23" or "2026年11月23日".
std::optional<time::Date> ReadDay(std::string_view cell);

}  // namespace chunhui::sheets
