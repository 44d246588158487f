#include "kiosk/office/known_change.h"

#include "kiosk/office/methods.h"

namespace chunhui::office {
namespace {

constexpr int kMenuDays = 8;
constexpr int kEventDays = 14;
constexpr int kNoticesMax = 100;

template <typename Response>
bool Parse(const std::string& bytes, Response& response) {
  return response.ParseFromString(bytes);
}

template <typename Repeated>
auto ToVector(const Repeated& repeated) {
  return std::vector(repeated.begin(), repeated.end());
}

void EraseNotice(Known& known, const std::string& notice_id) {
  std::erase_if(known.notices,
                [&](const v1::Notice& notice) { return notice.notice_id() == notice_id; });
}

// True when `news` was true later than `old`.
bool IsNewer(const v1::Case& old, const v1::Case& news) {
  if (news.state() != old.state()) return news.state() > old.state();
  return news.escalations() >= old.escalations();
}

}  // namespace

const char* FetchMethod(Part part) {
  switch (part) {
    case Part::kStation:
      return kGetStation.name;
    case Part::kNotices:
      return kListNotices.name;
    case Part::kMenu:
      return kGetMenu.name;
    case Part::kEvents:
      return kListEvents.name;
  }
  return "";
}

std::string FetchRequest(Part part) {
  v1::ListNoticesRequest notices;
  v1::GetMenuRequest menu;
  v1::ListEventsRequest events;
  switch (part) {
    case Part::kStation:
      return {};
    case Part::kNotices:
      notices.set_page_size(kNoticesMax);
      return notices.SerializeAsString();
    case Part::kMenu:
      menu.set_days(kMenuDays);
      return menu.SerializeAsString();
    case Part::kEvents:
      events.set_days(kEventDays);
      return events.SerializeAsString();
  }
  return {};
}

Change FetchedChange(Part part, const std::string& answer, time::Instant now) {
  v1::GetStationResponse station;
  v1::ListNoticesResponse notices;
  v1::GetMenuResponse menu;
  v1::ListEventsResponse events;
  switch (part) {
    case Part::kStation:
      if (!Parse(answer, station)) return {};
      return [station, now](Known& known) {
        known.station = station.station();
        known.station_at = now;
      };
    case Part::kNotices:
      if (!Parse(answer, notices)) return {};
      return [notices, now](Known& known) {
        known.notices = ToVector(notices.notices());
        known.notices_at = now;
      };
    case Part::kMenu:
      if (!Parse(answer, menu)) return {};
      return [menu, now](Known& known) {
        known.menu = ToVector(menu.dishes());
        known.menu_at = now;
      };
    case Part::kEvents:
      if (!Parse(answer, events)) return {};
      return [events, now](Known& known) {
        known.events = ToVector(events.events());
        known.events_at = now;
      };
  }
  return {};
}

std::string AsAnswer(Part part, const Known& known) {
  v1::GetStationResponse station;
  v1::ListNoticesResponse notices;
  v1::GetMenuResponse menu;
  v1::ListEventsResponse events;
  switch (part) {
    case Part::kStation:
      *station.mutable_station() = known.station;
      return station.SerializeAsString();
    case Part::kNotices:
      notices.mutable_notices()->Add(known.notices.begin(), known.notices.end());
      return notices.SerializeAsString();
    case Part::kMenu:
      menu.mutable_dishes()->Add(known.menu.begin(), known.menu.end());
      return menu.SerializeAsString();
    case Part::kEvents:
      events.mutable_events()->Add(known.events.begin(), known.events.end());
      return events.SerializeAsString();
  }
  return {};
}

std::optional<time::Instant> TimeOf(Part part, const Known& known) {
  switch (part) {
    case Part::kStation:
      return known.station_at;
    case Part::kNotices:
      return known.notices_at;
    case Part::kMenu:
      return known.menu_at;
    case Part::kEvents:
      return known.events_at;
  }
  return std::nullopt;
}

Change CaseChange(v1::Case news) {
  news.clear_masked_name();
  return [news = std::move(news)](Known& known) {
    const v1::Case* old = known.FindCase(news.case_id());
    if (!old || IsNewer(*old, news)) known.cases[news.case_id()] = news;
  };
}

Change PublishedChange(v1::Notice notice, time::Instant now) {
  return [notice = std::move(notice), now](Known& known) {
    EraseNotice(known, notice.notice_id());
    known.notices.push_back(notice);
    known.notices_at = now;
  };
}

Change RecalledChange(std::string notice_id, time::Instant now) {
  return [notice_id = std::move(notice_id), now](Known& known) {
    EraseNotice(known, notice_id);
    known.notices_at = now;
  };
}

}  // namespace chunhui::office
