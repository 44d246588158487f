#include "services/content/notice_form.h"

#include <set>

#include "services/calls/fields.h"
#include "services/calls/wire.h"
#include "services/content/content.h"

namespace chunhui::content {
namespace {

using calls::Malformed;
using calls::Refusal;

constexpr int kTitleMax = 30;
constexpr int kTextMax = 600;
// English needs about three times the letters.
constexpr int kTitleEnMax = 90;
constexpr int kTextEnMax = 1800;
constexpr std::chrono::hours kShownStandard{7 * 24};
constexpr std::chrono::hours kShownMax{366 * 24};

std::optional<Refusal> CheckWords(const v1::Notice& notice) {
  if (!calls::IsPlainText(notice.title(), 1, kTitleMax)) {
    return Malformed("notice.title", "1 to 30 characters in one line");
  }
  if (!calls::IsPlainText(notice.text(), 1, kTextMax, calls::Lines::kMany)) {
    return Malformed("notice.text", "1 to 600 plain characters");
  }
  if (!calls::IsPlainText(notice.title_en(), 0, kTitleEnMax)) {
    return Malformed("notice.title_en", "at most 90 characters in one line");
  }
  if (!calls::IsPlainText(notice.text_en(), 0, kTextEnMax, calls::Lines::kMany)) {
    return Malformed("notice.text_en", "at most 1800 plain characters");
  }
  if (!v1::NoticeKind_IsValid(notice.kind())) return Malformed("notice.kind", "no such kind");
  return std::nullopt;
}

std::optional<Refusal> FillTimes(v1::Notice& notice, time::Instant now) {
  const auto from = notice.has_shown_from() ? calls::FromWire(notice.shown_from()) : now;
  if (!from) return Malformed("notice.shown_from", "no such time");
  const auto until =
      notice.has_shown_until() ? calls::FromWire(notice.shown_until()) : *from + kShownStandard;
  if (!until) return Malformed("notice.shown_until", "no such time");
  if (*until <= *from || *until <= now) {
    return Malformed("notice.shown_until", "must be after shown_from and not yet past");
  }
  if (*until - std::max(*from, now) > kShownMax) {
    return Malformed("notice.shown_until", "at most 366 days are shown");
  }
  *notice.mutable_shown_from() = calls::ToWire(*from);
  *notice.mutable_shown_until() = calls::ToWire(*until);
  return std::nullopt;
}

}  // namespace

calls::Outcome<v1::Notice> FormNotice(const v1::Notice& wanted, time::Instant now) {
  v1::Notice notice = wanted;
  notice.clear_notice_id();
  notice.clear_recalled();
  if (auto refusal = CheckWords(notice)) return *refusal;
  if (auto refusal = FillTimes(notice, now)) return *refusal;
  if (notice.station_ids_size() > kStationsPerNoticeMax) {
    return Malformed("notice.station_ids", "at most 200");
  }
  const std::set<std::string> stations(wanted.station_ids().begin(), wanted.station_ids().end());
  notice.clear_station_ids();
  for (const std::string& station : stations) notice.add_station_ids(station);
  return notice;
}

}  // namespace chunhui::content
