// Publishing, recalling and listing notices.
#include <charconv>

#include "services/calls/fields.h"
#include "services/calls/stations.h"
#include "services/calls/wire.h"
#include "services/content/content.h"
#include "services/content/notice_form.h"
#include "services/content/notices.h"

namespace chunhui::content {
namespace {

using calls::Malformed;

constexpr int kPageStandard = 50;
constexpr int kPageMax = 100;

// "1/<unix ms>/<notice id>"
std::string ToToken(const v1::Notice& last) {
  const bool anti_fraud = last.kind() == v1::NOTICE_KIND_ANTI_FRAUD;
  const int64_t shown_from = time::ToUnixMs(calls::FromWire(last.shown_from()).value());
  return std::to_string(anti_fraud) + "/" + std::to_string(shown_from) + "/" + last.notice_id();
}

std::optional<Position> ReadToken(const std::string& token) {
  Position position;
  if (token.empty()) return position;
  const size_t second = token.find('/', 2);
  const bool begins_well = token.starts_with("0/") || token.starts_with("1/");
  if (!begins_well || second == std::string::npos) return std::nullopt;
  position.anti_fraud = token[0] == '1';
  const char* end = token.data() + second;
  const auto [stop, error] = std::from_chars(token.data() + 2, end, position.shown_from);
  if (error != std::errc{} || stop != end || position.shown_from < 0) return std::nullopt;
  position.notice_id = token.substr(second + 1);
  return position;
}

// Whoever covers the whole tree: every root of it.
bool CoversEverything(calls::Call& call) {
  for (const calls::StationRow& row : calls::ListStations(call.db())) {
    if (row.parent_id.empty() && !call.StaffCovers(row.station_id)) return false;
  }
  return true;
}

bool CoversTargets(calls::Call& call, const v1::Notice& notice) {
  if (notice.station_ids().empty()) return CoversEverything(call);
  for (const std::string& station : notice.station_ids()) {
    if (!call.StaffCovers(station)) return false;
  }
  return true;
}

}  // namespace

calls::Outcome<v1::ListNoticesResponse> ListNotices(calls::Call& call,
                                                    const v1::ListNoticesRequest& request) {
  const auto page_size = calls::PageSize(request.page_size(), kPageStandard, kPageMax);
  if (!page_size) return Malformed("page_size", "0 to 100");
  const auto after = ReadToken(request.page_token());
  if (!after) return Malformed("page_token", "not from a previous page");
  const calls::Caller& caller = call.caller();
  // On a kiosk the screen is a visitor's, even while staff are signed in beside it.
  const bool sees_all = caller.staff && caller.device->kind == calls::DeviceKind::kDesk;
  auto notices = sees_all
                     ? AllNotices(call.db(), *after, *page_size + 1)
                     : NoticesAt(call.db(), call.station_id(), call.now(), *after, *page_size + 1);
  v1::ListNoticesResponse response;
  if (notices.size() > static_cast<size_t>(*page_size)) {
    notices.pop_back();
    response.set_next_page_token(ToToken(notices.back()));
  }
  for (v1::Notice& notice : notices) *response.add_notices() = std::move(notice);
  return response;
}

calls::Outcome<v1::PublishNoticeResponse> PublishNotice(calls::Call& call,
                                                        const v1::PublishNoticeRequest& request) {
  auto formed = FormNotice(request.notice(), call.now());
  if (!formed.ok()) return formed.refusal();
  v1::Notice& notice = formed.value();
  for (const std::string& station : notice.station_ids()) {
    if (!calls::FindStation(call.db(), station)) return calls::Unknown("no such station");
  }
  if (!CoversTargets(call, notice))
    return calls::NotAllowed("some of these stations are not yours");
  notice.set_notice_id(call.NewId());
  call.Audit({.subject = notice.notice_id()});
  InsertNotice(call, notice);
  AnnouncePublished(call, notice);
  v1::PublishNoticeResponse response;
  *response.mutable_notice() = notice;
  return response;
}

calls::Outcome<v1::RecallNoticeResponse> RecallNotice(calls::Call& call,
                                                      const v1::RecallNoticeRequest& request) {
  const auto notice = FindNotice(call.db(), request.notice_id());
  if (!notice) return calls::Unknown("no such notice");
  if (!CoversTargets(call, *notice)) return calls::NotAllowed("this notice is not yours");
  call.Audit({.subject = request.notice_id()});
  if (notice->recalled()) return v1::RecallNoticeResponse{};
  call.db().Run("UPDATE notices SET recalled_at = ?, started = 1 WHERE notice_id = ?",
                time::ToUnixMs(call.now()), request.notice_id());
  v1::FollowResponse update;
  update.set_notice_recalled(request.notice_id());
  AnnounceTo(call, *notice, update);
  return v1::RecallNoticeResponse{};
}

void StartNotices(calls::Call& call) {
  std::vector<std::string> ids;
  {
    auto query = call.db().Prepare(
        "SELECT notice_id FROM notices WHERE started = 0 AND shown_from <= ? ORDER BY shown_from",
        time::ToUnixMs(call.now()));
    while (query.Step()) ids.push_back(query.Text(0));
  }
  for (const std::string& id : ids) {
    call.db().Run("UPDATE notices SET started = 1 WHERE notice_id = ?", id);
    AnnouncePublished(call, FindNotice(call.db(), id).value());
  }
}

void AddContentMethods(calls::MethodTable& table) {
  const std::string service = "/chunhui.v1.ContentService/";
  const calls::Rights editors =
      calls::ByStaff({v1::ROLE_CONTENT_EDITOR, v1::ROLE_STATION_LEAD, v1::ROLE_ADMIN});
  table.methods.push_back(calls::Read(service + "ListNotices", calls::AnyDevice(), ListNotices));
  table.methods.push_back(calls::Write(service + "PublishNotice", editors, PublishNotice));
  table.methods.push_back(calls::Write(service + "RecallNotice", editors, RecallNotice));
}

}  // namespace chunhui::content
