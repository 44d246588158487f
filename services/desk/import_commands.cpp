// Menus and the register from CSV files, with a report for every row that is wrong.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "chunhui/v1/meals.pb.h"
#include "chunhui/v1/residents.pb.h"
#include "core/time/local_time.h"
#include "services/desk/desk.h"
#include "services/sheets/menu_sheet.h"
#include "services/sheets/resident_sheet.h"

namespace chunhui::desk {
namespace {

constexpr size_t kResidentsAtOnce = 2000;

std::optional<std::string> ReadWholeFile(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  return stream.is_open() ? std::optional(std::move(text)) : std::nullopt;
}

void PrintProblems(const std::filesystem::path& file,
                   const std::vector<sheets::RowProblem>& problems) {
  for (const sheets::RowProblem& problem : problems) {
    std::string where = file.string();
    if (problem.line > 0) where += ", line " + std::to_string(problem.line);
    if (!problem.column.empty()) where += ", " + problem.column;
    std::fprintf(stderr, "%s: %s\n", where.c_str(), problem.problem.c_str());
  }
}

std::string Counted(const char* done, int added, int updated, size_t left_out) {
  return std::string(done) + ": " + std::to_string(added) + " new, " + std::to_string(updated) +
         " changed, " + std::to_string(left_out) + " rows left out";
}

// "dishes[2].price_fen" → the line of the third dish; 0 when it names none.
int LineOfField(const std::string& field, const std::vector<sheets::MenuLine>& dishes) {
  size_t index = 0;
  if (std::sscanf(field.c_str(), "dishes[%zu]", &index) != 1 || index >= dishes.size()) return 0;
  return dishes[index].line;
}

}  // namespace

ExitCode ImportMenu(Desk& desk, const ImportWish& wish) {
  const auto text = ReadWholeFile(wish.file);
  if (!text) return ReportWrongUse("cannot read " + wish.file.string());
  const sheets::MenuSheet sheet = sheets::ReadMenuSheet(*text);
  PrintProblems(wish.file, sheet.problems);
  // A menu is one thing: a kitchen that sees half of it would cook half of it.
  if (!sheet.problems.empty()) return ReportWrongUse("nothing was imported: mend these rows");
  v1::PublishMenuRequest request;
  request.set_station_id(wish.station);
  request.set_dry_run(wish.dry_run);
  for (const sheets::MenuLine& line : sheet.dishes) *request.add_dishes() = line.dish;
  const auto answer = desk.client.Call<v1::PublishMenuResponse>("MealService/PublishMenu", request);
  if (const auto* trouble = std::get_if<Trouble>(&answer)) {
    if (const int line = LineOfField(trouble->detail.field(), sheet.dishes)) {
      PrintProblems(wish.file, {{line, trouble->detail.field(), trouble->message}});
    }
    return Report(*trouble);
  }
  const auto& response = std::get<v1::PublishMenuResponse>(answer);
  if (desk.output.json()) {
    desk.output.Object(response);
  } else {
    desk.output.Line(Counted(wish.dry_run ? "dry run, nothing changed" : "menu imported",
                             response.added(), response.updated(), 0));
  }
  return ExitCode::kDone;
}

ExitCode ImportResidents(Desk& desk, const ImportWish& wish) {
  const auto text = ReadWholeFile(wish.file);
  if (!text) return ReportWrongUse("cannot read " + wish.file.string());
  sheets::ResidentSheet sheet = sheets::ReadResidentSheet(*text, time::LocalDate(desk.clock.now()));
  std::vector<sheets::RowProblem> problems = std::move(sheet.problems);
  v1::ImportResidentsResponse total;
  for (size_t from = 0; from < sheet.residents.size(); from += kResidentsAtOnce) {
    const size_t until = std::min(from + kResidentsAtOnce, sheet.residents.size());
    v1::ImportResidentsRequest request;
    request.set_dry_run(wish.dry_run);
    for (size_t i = from; i < until; ++i) *request.add_rows() = sheet.residents[i].resident;
    const auto answer =
        desk.client.Call<v1::ImportResidentsResponse>("ResidentService/ImportResidents", request);
    if (const auto* trouble = std::get_if<Trouble>(&answer)) return Report(*trouble);
    const auto& response = std::get<v1::ImportResidentsResponse>(answer);
    total.set_added(total.added() + response.added());
    total.set_updated(total.updated() + response.updated());
    for (const v1::RowReport& report : response.problems()) {
      const size_t index = from + static_cast<size_t>(report.row()) - 1;
      problems.push_back({sheet.residents.at(index).line, report.field(), report.problem()});
    }
  }
  std::ranges::stable_sort(problems, {}, &sheets::RowProblem::line);
  for (const sheets::RowProblem& problem : problems) {
    v1::RowReport& report = *total.add_problems();
    report.set_row(problem.line);
    report.set_field(problem.column);
    report.set_problem(problem.problem);
  }
  PrintProblems(wish.file, problems);
  if (desk.output.json()) {
    desk.output.Object(total);
  } else {
    desk.output.Line(Counted(wish.dry_run ? "dry run, nothing changed" : "residents imported",
                             total.added(), total.updated(), problems.size()));
  }
  return problems.empty() ? ExitCode::kDone : ExitCode::kRowsLeftOut;
}

}  // namespace chunhui::desk
