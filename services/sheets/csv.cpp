#include "services/sheets/csv.h"

#include <optional>

#include "core/people/text.h"

namespace chunhui::sheets {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Walks through the bytes once; a quoted cell may hold commas, quotes and line ends.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::variant<std::vector<CsvRow>, CsvProblem> Read() {
    while (at_ < bytes_.size()) {
      CsvRow row{line_, {}};
      if (auto problem = ReadRow(row)) return *problem;
      if (row.cells.size() == 1 && row.cells[0].empty()) continue;
      if (!rows_.empty() && row.cells.size() != rows_[0].cells.size()) {
        return CsvProblem{row.line, "this row has " + std::to_string(row.cells.size()) +
                                        " cells, the heading has " +
                                        std::to_string(rows_[0].cells.size())};
      }
      rows_.push_back(std::move(row));
    }
    return std::move(rows_);
  }

 private:
  std::optional<CsvProblem> ReadRow(CsvRow& row) {
    for (;;) {
      std::string cell;
      const bool quoted = Next('"');
      if (quoted && !ReadQuoted(cell)) return CsvProblem{row.line, "a quotation mark never closes"};
      if (!quoted && !ReadPlain(cell)) {
        return CsvProblem{line_, "a quotation mark inside a cell; quote the whole cell"};
      }
      row.cells.push_back(std::move(cell));
      if (Next(',')) continue;
      if (AtLineEnd()) return std::nullopt;
      return CsvProblem{line_, "text after a closing quotation mark"};
    }
  }

  bool ReadQuoted(std::string& cell) {
    while (at_ < bytes_.size()) {
      const char character = bytes_[at_++];
      if (character == '\n') ++line_;
      if (character == '"' && !Next('"')) return true;
      cell += character;
    }
    return false;
  }

  bool ReadPlain(std::string& cell) {
    while (at_ < bytes_.size()) {
      const char character = bytes_[at_];
      if (character == ',' || character == '\n' || character == '\r') return true;
      if (character == '"') return false;
      cell += character;
      ++at_;
    }
    return true;
  }

  bool Next(char wanted) {
    if (at_ >= bytes_.size() || bytes_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  bool AtLineEnd() {
    if (at_ >= bytes_.size()) return true;
    const bool carriage_return = Next('\r');
    const bool line_feed = Next('\n');
    if (carriage_return || line_feed) ++line_;
    return carriage_return || line_feed;
  }

  std::string_view bytes_;
  size_t at_ = 0;
  int line_ = 1;
  std::vector<CsvRow> rows_;
};

}  // namespace

std::variant<std::vector<CsvRow>, CsvProblem> ReadCsv(std::string_view bytes) {
  if (bytes.size() > kCsvBytesMax) return CsvProblem{0, "the file is larger than 8 MiB"};
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (bytes.find('\0') != std::string_view::npos) {
    return CsvProblem{0, "this is no text file (an .xlsx file? save it as CSV UTF-8)"};
  }
  if (!people::IsValidUtf8(bytes)) {
    return CsvProblem{0, "the file is not UTF-8 (GB18030?); save it as \"CSV UTF-8\""};
  }
  return Reader(bytes).Read();
}

}  // namespace chunhui::sheets
