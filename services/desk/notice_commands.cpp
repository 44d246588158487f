// Notices: publish, recall, list.
#include "chunhui/v1/content.pb.h"
#include "core/time/local_time.h"
#include "services/calls/wire.h"
#include "services/desk/desk.h"
#include "services/sheets/sheet.h"

namespace chunhui::desk {
namespace {

constexpr int kPageSize = 100;

// Midnight that many days after a day as typed. Nothing when it is no day.
std::optional<google::protobuf::Timestamp> Midnight(const std::string& day, int days_later) {
  const auto date = sheets::ReadDay(day);
  if (!date) return std::nullopt;
  return calls::ToWire(time::InstantAt(date->AddDays(days_later), time::TimeOfDay{}));
}

std::string DayOf(const google::protobuf::Timestamp& wire) {
  const auto instant = calls::FromWire(wire);
  if (!instant) return {};
  return time::LocalDate(*instant).ToIso() + " " + time::LocalTimeOfDay(*instant).ToText();
}

std::string StateOf(const v1::Notice& notice, time::Instant now) {
  if (notice.recalled()) return "recalled";
  if (now < calls::FromWire(notice.shown_from()).value_or(now)) return "later";
  return calls::FromWire(notice.shown_until()).value_or(now) <= now ? "over" : "shown";
}

}  // namespace

ExitCode PublishNotice(Desk& desk, const NoticeWish& wish) {
  v1::PublishNoticeRequest request;
  v1::Notice& notice = *request.mutable_notice();
  notice.set_title(wish.title);
  notice.set_text(wish.text);
  notice.set_title_en(wish.title_en);
  notice.set_text_en(wish.text_en);
  if (wish.anti_fraud) notice.set_kind(v1::NOTICE_KIND_ANTI_FRAUD);
  notice.mutable_station_ids()->Assign(wish.stations.begin(), wish.stations.end());
  if (!wish.from.empty()) {
    const auto from = Midnight(wish.from, 0);
    if (!from) return ReportWrongUse("--from must be a day such as 2026-11-23");
    *notice.mutable_shown_from() = *from;
  }
  if (!wish.until.empty()) {
    const auto until = Midnight(wish.until, 1);
    if (!until) return ReportWrongUse("--until must be a day such as 2026-11-30");
    *notice.mutable_shown_until() = *until;
  }
  const auto answer =
      desk.client.Call<v1::PublishNoticeResponse>("ContentService/PublishNotice", request);
  if (const auto* trouble = std::get_if<Trouble>(&answer)) return Report(*trouble);
  const auto& response = std::get<v1::PublishNoticeResponse>(answer);
  if (desk.output.json()) {
    desk.output.Object(response);
  } else {
    desk.output.Line("published " + response.notice().notice_id());
  }
  return ExitCode::kDone;
}

ExitCode RecallNotice(Desk& desk, const std::string& notice_id) {
  v1::RecallNoticeRequest request;
  request.set_notice_id(notice_id);
  const auto answer =
      desk.client.Call<v1::RecallNoticeResponse>("ContentService/RecallNotice", request);
  if (const auto* trouble = std::get_if<Trouble>(&answer)) return Report(*trouble);
  if (desk.output.json()) {
    desk.output.Object(std::get<v1::RecallNoticeResponse>(answer));
  } else {
    desk.output.Line("recalled " + notice_id);
  }
  return ExitCode::kDone;
}

ExitCode ListNotices(Desk& desk) {
  v1::ListNoticesRequest request;
  request.set_page_size(kPageSize);
  const auto answer =
      desk.client.CallAllPages<v1::ListNoticesResponse>("ContentService/ListNotices", request);
  if (const auto* trouble = std::get_if<Trouble>(&answer)) return Report(*trouble);
  const auto& all = std::get<v1::ListNoticesResponse>(answer);
  if (desk.output.json()) {
    desk.output.Object(all);
    return ExitCode::kDone;
  }
  std::vector<std::vector<std::string>> rows;
  for (const v1::Notice& notice : all.notices()) {
    rows.push_back({notice.notice_id(), StateOf(notice, desk.clock.now()),
                    DayOf(notice.shown_from()), DayOf(notice.shown_until()), notice.title()});
  }
  desk.output.Table({"id", "state", "from", "until", "title"}, rows);
  return ExitCode::kDone;
}

}  // namespace chunhui::desk
