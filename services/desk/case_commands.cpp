// The queue, one command at a time. For the live view see watch.cpp.
#include <algorithm>
#include <charconv>

#include "chunhui/v1/assistance.pb.h"
#include "core/time/local_time.h"
#include "services/calls/wire.h"
#include "services/desk/case_words.h"
#include "services/desk/desk.h"

namespace chunhui::desk {
namespace {

constexpr int kPageSize = 200;

Result<std::vector<v1::Case>> AllCases(Desk& desk, bool closed_too) {
  v1::ListCasesRequest request;
  request.set_include_closed(closed_too);
  request.set_page_size(kPageSize);
  auto answer =
      desk.client.CallAllPages<v1::ListCasesResponse>("AssistanceService/ListCases", request);
  if (auto* trouble = std::get_if<Trouble>(&answer)) return std::move(*trouble);
  const auto& cases = std::get<v1::ListCasesResponse>(answer).cases();
  return std::vector<v1::Case>(cases.begin(), cases.end());
}

std::optional<int> TicketNumber(const std::string& which) {
  int number = 0;
  const auto [end, error] = std::from_chars(which.data(), which.data() + which.size(), number);
  return error == std::errc() && end == which.data() + which.size() ? std::optional(number)
                                                                    : std::nullopt;
}

bool IsOfToday(const v1::Case& one, time::Instant now) {
  const auto opened = calls::FromWire(one.opened_at());
  return opened && time::LocalDate(*opened) == time::LocalDate(now);
}

// The id behind a ticket of today, or why there is none. An id is taken as it is.
std::variant<std::string, ExitCode> CaseIdOf(Desk& desk, const std::string& which) {
  const auto number = TicketNumber(which);
  if (!number) return which;
  const auto cases = AllCases(desk, true);
  if (const auto* trouble = std::get_if<Trouble>(&cases)) return Report(*trouble);
  std::vector<std::string> found;
  std::vector<std::string> found_older;  // opened before midnight and not yet closed
  for (const v1::Case& one : std::get<std::vector<v1::Case>>(cases)) {
    if (one.ticket_number() != *number) continue;
    const bool of_today = IsOfToday(one, desk.clock.now());
    (of_today ? found : found_older).push_back(one.case_id());
  }
  if (found.empty()) found = std::move(found_older);
  if (found.empty()) return ReportWrongUse("there is no such ticket today");
  if (found.size() > 1) {
    return ReportWrongUse(
        "several stations have this ticket today; name the case id (cases --json)");
  }
  return found.front();
}

void Show(Desk& desk, const v1::Case& one, const google::protobuf::Message& response) {
  if (desk.output.json()) return desk.output.Object(response);
  desk.output.Line(LineOf(one, desk.clock.now()));
}

}  // namespace

ExitCode ListCases(Desk& desk, bool closed_too) {
  const auto cases = AllCases(desk, closed_too);
  if (const auto* trouble = std::get_if<Trouble>(&cases)) return Report(*trouble);
  const auto& all = std::get<std::vector<v1::Case>>(cases);
  if (desk.output.json()) {
    v1::ListCasesResponse response;
    response.mutable_cases()->Assign(all.begin(), all.end());
    desk.output.Object(response);
    return ExitCode::kDone;
  }
  std::vector<std::vector<std::string>> rows;
  for (const v1::Case& one : all) {
    rows.push_back({std::to_string(one.ticket_number()), std::string(WordFor(one.kind())),
                    std::string(WordFor(one.reason())), one.kiosk_id() + " " + one.kiosk_place(),
                    one.masked_name(), StateOf(one), AgeOf(one, desk.clock.now())});
  }
  desk.output.Table({"no.", "kind", "reason", "kiosk", "who", "state", "since"}, rows);
  return ExitCode::kDone;
}

ExitCode ClaimCase(Desk& desk, const std::string& which) {
  const auto id = CaseIdOf(desk, which);
  if (const auto* exit = std::get_if<ExitCode>(&id)) return *exit;
  v1::ClaimCaseRequest request;
  request.set_case_id(std::get<std::string>(id));
  const auto answer =
      desk.client.Call<v1::ClaimCaseResponse>("AssistanceService/ClaimCase", request);
  if (const auto* trouble = std::get_if<Trouble>(&answer)) return Report(*trouble);
  const auto& response = std::get<v1::ClaimCaseResponse>(answer);
  Show(desk, response.case_(), response);
  return ExitCode::kDone;
}

ExitCode CloseCase(Desk& desk, const std::string& which, const std::string& outcome,
                   const std::string& note) {
  const auto wanted = OutcomeOf(outcome);
  if (!wanted) {
    std::string words;
    for (const OutcomeWord& each : OutcomeWords()) words.append(" ").append(each.word);
    return ReportWrongUse("an outcome is one of:" + words);
  }
  const auto id = CaseIdOf(desk, which);
  if (const auto* exit = std::get_if<ExitCode>(&id)) return *exit;
  v1::CloseCaseRequest request;
  request.set_case_id(std::get<std::string>(id));
  request.set_outcome(*wanted);
  request.set_note(note);
  const auto answer =
      desk.client.Call<v1::CloseCaseResponse>("AssistanceService/CloseCase", request);
  if (const auto* trouble = std::get_if<Trouble>(&answer)) return Report(*trouble);
  const auto& response = std::get<v1::CloseCaseResponse>(answer);
  Show(desk, response.case_(), response);
  return ExitCode::kDone;
}

}  // namespace chunhui::desk
