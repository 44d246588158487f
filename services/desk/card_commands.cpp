// The card desk: finding somebody, their cards, and QR codes.
#include <cstdio>
#include <fstream>

#include "chunhui/v1/residents.pb.h"
#include "services/calls/wire.h"
#include "services/desk/desk.h"
#include "services/sheets/qr_card.h"
#include "services/sheets/sheet.h"

namespace chunhui::desk {
namespace {

std::string_view WordFor(v1::CardKind kind) {
  switch (kind) {
    case v1::CARD_KIND_QR_CARD:
      return "QR on a card";
    case v1::CARD_KIND_QR_PHONE:
      return "QR on a phone";
    default:
      return "card";
  }
}

std::string_view WordFor(v1::CardState state) {
  switch (state) {
    case v1::CARD_STATE_GOOD:
      return "good";
    case v1::CARD_STATE_BLOCKED:
      return "blocked";
    case v1::CARD_STATE_EXPIRED:
      return "expired";
    default:
      return "";
  }
}

std::string DayText(const v1::Date& date) {
  const auto day = calls::FromWire(date);
  return day ? day->ToIso() : std::string();
}

// Fills in the last day where one was given; false when it is no day.
template <typename Request>
bool FillLastDay(const CardWish& wish, Request& request) {
  if (wish.until.empty()) return true;
  const auto day = sheets::ReadDay(wish.until);
  if (day) *request.mutable_valid_until() = calls::ToWire(*day);
  return day.has_value();
}

ExitCode NoSuchDay() { return ReportWrongUse("--until must be a day like 2027-11-22"); }

// Sends a request whose answer says nothing but that it is done.
template <typename Response, typename Request>
ExitCode Done(Desk& desk, const std::string& method, const Request& request,
              const std::string& words) {
  const auto answer = desk.client.Call<Response>("ResidentService/" + method, request);
  if (const auto* trouble = std::get_if<Trouble>(&answer)) return Report(*trouble);
  if (desk.output.json()) {
    desk.output.Object(std::get<Response>(answer));
  } else {
    desk.output.Line(words);
  }
  return ExitCode::kDone;
}

}  // namespace

ExitCode FindResidents(Desk& desk, const FindWish& wish) {
  v1::SearchResidentsRequest request;
  request.set_name_prefix(wish.name);
  request.set_place(wish.place);
  request.set_age_min_years(wish.age_min_years);
  request.set_age_max_years(wish.age_max_years);
  request.set_reason(wish.reason);
  request.set_page_size(100);
  const auto answer =
      desk.client.Call<v1::SearchResidentsResponse>("ResidentService/SearchResidents", request);
  if (const auto* trouble = std::get_if<Trouble>(&answer)) return Report(*trouble);
  const auto& found = std::get<v1::SearchResidentsResponse>(answer);
  if (desk.output.json()) {
    desk.output.Object(found);
    return ExitCode::kDone;
  }
  std::vector<std::vector<std::string>> rows;
  for (const v1::ResidentRow& row : found.residents()) {
    rows.push_back({row.masked_name(), std::to_string(row.age_years()), row.building(),
                    row.masked_id_number(), row.masked_phone(), row.resident_id()});
  }
  desk.output.Table({"name", "age", "building", "ID number", "phone", "id"}, rows);
  if (!found.next_page_token().empty()) desk.output.Line("there are more: say more about them");
  return ExitCode::kDone;
}

ExitCode ListCards(Desk& desk, const CardWish& wish) {
  v1::ListCardsRequest request;
  request.set_resident_id(wish.resident_id);
  request.set_reason(wish.reason);
  const auto answer = desk.client.Call<v1::ListCardsResponse>("ResidentService/ListCards", request);
  if (const auto* trouble = std::get_if<Trouble>(&answer)) return Report(*trouble);
  const auto& all = std::get<v1::ListCardsResponse>(answer);
  if (desk.output.json()) {
    desk.output.Object(all);
    return ExitCode::kDone;
  }
  std::vector<std::vector<std::string>> rows;
  for (const v1::ResidentCard& card : all.cards()) {
    rows.push_back({card.card(), std::string(WordFor(card.kind())),
                    std::string(WordFor(card.state())), DayText(card.valid_until()),
                    card.blocked_reason()});
  }
  desk.output.Table({"card", "kind", "state", "last day", "why"}, rows);
  return ExitCode::kDone;
}

ExitCode BindCard(Desk& desk, const CardWish& wish) {
  v1::BindCardRequest request;
  request.set_resident_id(wish.resident_id);
  request.set_card(wish.card);
  if (!FillLastDay(wish, request)) return NoSuchDay();
  return Done<v1::BindCardResponse>(desk, "BindCard", request, "bound");
}

ExitCode ReplaceCard(Desk& desk, const CardWish& wish) {
  v1::ReplaceCardRequest request;
  request.set_resident_id(wish.resident_id);
  request.set_old_card(wish.card);
  request.set_new_card(wish.new_card);
  request.set_reason(wish.reason);
  if (!FillLastDay(wish, request)) return NoSuchDay();
  return Done<v1::ReplaceCardResponse>(desk, "ReplaceCard", request,
                                       "the old card is blocked, the new one bound");
}

ExitCode BlockCard(Desk& desk, const CardWish& wish) {
  v1::BlockCardRequest request;
  request.set_card(wish.card);
  request.set_reason(wish.reason);
  return Done<v1::BlockCardResponse>(desk, "BlockCard", request, "blocked");
}

ExitCode IssueQr(Desk& desk, const CardWish& wish) {
  v1::IssueQrRequest request;
  request.set_resident_id(wish.resident_id);
  request.set_kind(wish.phone ? v1::CARD_KIND_QR_PHONE : v1::CARD_KIND_QR_CARD);
  if (!FillLastDay(wish, request)) return NoSuchDay();
  std::ofstream file(wish.svg_file, std::ios::trunc);
  if (!file) return ReportWrongUse("cannot write " + wish.svg_file.string());
  std::filesystem::permissions(
      wish.svg_file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  const auto answer = desk.client.Call<v1::IssueQrResponse>("ResidentService/IssueQr", request);
  if (const auto* trouble = std::get_if<Trouble>(&answer)) return Report(*trouble);
  const auto& code = std::get<v1::IssueQrResponse>(answer);
  const std::string last_day = DayText(code.valid_until());
  const auto svg = sheets::QrCardSvg(code.token(), code.masked_name(), last_day);
  file << svg.value_or("");
  file.close();
  if (!file || !svg) return ReportWrongUse("cannot write " + wish.svg_file.string());
  if (desk.output.json()) {
    desk.output.Object(code);
    return ExitCode::kDone;
  }
  desk.output.Line("card        " + code.card() + " (block it by this number)");
  desk.output.Line("good until  " + last_day);
  desk.output.Line("to print    " + wish.svg_file.string());
  return ExitCode::kDone;
}

}  // namespace chunhui::desk
