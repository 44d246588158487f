#include "services/desk/output.h"

#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <cstdio>

namespace chunhui::desk {
namespace {

// The code point at `at`, which moves on. The text is well-formed: the office sends no other.
char32_t NextCodePoint(std::string_view utf8, size_t& at) {
  const auto byte = [&](size_t index) {
    return index < utf8.size() ? static_cast<unsigned char>(utf8[index]) : 0u;
  };
  const unsigned first = byte(at);
  const size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  char32_t point = length == 1 ? first : first & (0x7Fu >> length);
  for (size_t i = 1; i < length; ++i) point = point << 6 | (byte(at + i) & 0x3Fu);
  at += length;
  return point;
}

// Han, kana, full-width forms and emoji; good enough for names and titles.
bool IsWide(char32_t point) {
  return (point >= 0x1100 && point <= 0x115F) || (point >= 0x2E80 && point <= 0xA4CF) ||
         (point >= 0xAC00 && point <= 0xD7A3) || (point >= 0xF900 && point <= 0xFAFF) ||
         (point >= 0xFE30 && point <= 0xFE6F) || (point >= 0xFF00 && point <= 0xFF60) ||
         (point >= 0x1F300 && point <= 0x1FAFF) || point >= 0x20000;
}

std::string Sentence(const Trouble& trouble) {
  std::string text = trouble.message;
  if (trouble.detail.reason() != v1::REASON_UNSPECIFIED) {
    text += " (" + v1::Reason_Name(trouble.detail.reason());
    if (!trouble.detail.field().empty()) text += ", field " + trouble.detail.field();
    text += ")";
  }
  if (trouble.detail.retry_after_seconds() > 0) {
    text += "; wait " + std::to_string(trouble.detail.retry_after_seconds()) + " s";
  }
  return text;
}

}  // namespace

void Output::Line(std::string_view text) const {
  std::FILE* stream = json_ ? stderr : stdout;
  std::fprintf(stream, "%.*s\n", static_cast<int>(text.size()), text.data());
  std::fflush(stream);
}

void Output::Object(const google::protobuf::Message& message) const {
  google::protobuf::util::JsonPrintOptions options;
  options.always_print_primitive_fields = true;
  std::string text;
  if (!google::protobuf::util::MessageToJsonString(message, &text, options).ok()) return;
  std::printf("%s\n", text.c_str());
  std::fflush(stdout);
}

void Output::Table(const std::vector<std::string>& heading,
                   const std::vector<std::vector<std::string>>& rows) const {
  std::vector<int> widths;
  for (const std::string& cell : heading) widths.push_back(DisplayWidth(cell));
  for (const auto& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], DisplayWidth(row[i]));
  }
  const auto print = [&](const std::vector<std::string>& cells) {
    std::string line;
    for (size_t i = 0; i < cells.size(); ++i) {
      line += cells[i];
      if (i + 1 == cells.size()) break;
      line.append(static_cast<size_t>(widths[i] - DisplayWidth(cells[i]) + 2), ' ');
    }
    Line(line);
  };
  print(heading);
  for (const auto& row : rows) print(row);
}

ExitCode Report(const Trouble& trouble) {
  if (trouble.kind == Trouble::Kind::kNoAnswer) {
    std::fprintf(stderr, "the office does not answer: %s\n", trouble.message.c_str());
    return ExitCode::kNoAnswer;
  }
  std::fprintf(stderr, "refused: %s\n", Sentence(trouble).c_str());
  if (trouble.detail.reason() == v1::REASON_SESSION_ENDED) {
    std::fprintf(stderr, "sign in: chunhui-desk signin --account NAME\n");
  }
  return ExitCode::kRefused;
}

ExitCode ReportWrongUse(std::string_view text) {
  std::fprintf(stderr, "%.*s\n", static_cast<int>(text.size()), text.data());
  return ExitCode::kWrongUse;
}

int DisplayWidth(std::string_view utf8) {
  int width = 0;
  for (size_t at = 0; at < utf8.size();) width += IsWide(NextCodePoint(utf8, at)) ? 2 : 1;
  return width;
}

}  // namespace chunhui::desk
