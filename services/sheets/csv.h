// Tables that people keep in a spreadsheet, as CSV: RFC 4180, UTF-8 with or without a byte-order
// mark. Strict: a file that is not exactly that is refused with the line at which it goes wrong.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace chunhui::sheets {

inline constexpr size_t kCsvBytesMax = 8 * 1024 * 1024;

struct CsvRow {
  int line = 0;  // of the file, from 1, where the row begins
  std::vector<std::string> cells;
};

struct CsvProblem {
  int line = 0;  // 0: the file as a whole
  std::string problem;
};

// All rows, the heading among them; blank lines are left out. Every row has as many cells as the
// first one. GB18030 files (Excel's default on Chinese Windows) are refused with the way out.
std::variant<std::vector<CsvRow>, CsvProblem> ReadCsv(std::string_view bytes);

}  // namespace chunhui::sheets
