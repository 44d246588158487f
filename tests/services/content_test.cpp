// Notices: who publishes where, when they hold, how a recall reaches the kiosks.
#include <gtest/gtest.h>

#include <functional>

#include "services/calls/wire.h"
#include "services/content/content.h"
#include "services/fleet/fleet.h"
#include "tests/support/call_fixture.h"

namespace chunhui::content {
namespace {

using std::chrono::hours;
using std::chrono::seconds;
using tests::Desk;
using tests::FieldOf;
using tests::Kiosk;
using tests::Must;
using tests::ReasonOf;
using tests::WithStaff;
using Words = std::vector<std::string>;

class ContentTest : public tests::CallTest {
 protected:
  ContentTest() : CallTest({fleet::kFleetMigrations, kContentMigrations}) {}

  static v1::PublishNoticeRequest Request(const std::string& title, Words stations = {}) {
    v1::PublishNoticeRequest request;
    request.mutable_notice()->set_title(title);
    request.mutable_notice()->set_text("明天停水。\n请提前接水。");
    for (const std::string& station : stations) request.mutable_notice()->add_station_ids(station);
    return request;
  }

  calls::Outcome<v1::PublishNoticeResponse> Publish(const v1::PublishNoticeRequest& request,
                                                    const std::string& covers = "city") {
    calls::Call call = MakeCall(WithStaff(Desk(), v1::ROLE_CONTENT_EDITOR, covers));
    auto outcome = Finish(call, PublishNotice(call, request));
    events_ = call.events();
    return outcome;
  }

  std::string PublishedId(const std::string& title, Words stations = {}) {
    return Must(Publish(Request(title, std::move(stations)))).notice().notice_id();
  }

  calls::Outcome<v1::RecallNoticeResponse> Recall(const std::string& id,
                                                  const std::string& covers = "city") {
    v1::RecallNoticeRequest request;
    request.set_notice_id(id);
    calls::Call call = MakeCall(WithStaff(Desk(), v1::ROLE_CONTENT_EDITOR, covers));
    auto outcome = Finish(call, RecallNotice(call, request));
    events_ = call.events();
    return outcome;
  }

  Words Listed(const calls::Caller& caller, int page_size = 0) {
    Words titles;
    v1::ListNoticesRequest request;
    request.set_page_size(page_size);
    do {
      const auto page = Must(Ask(ListNotices, caller, request));
      for (const v1::Notice& notice : page.notices()) titles.push_back(notice.title());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return titles;
  }

  // The stations that were told by the last call.
  Words Told() const {
    Words stations;
    for (const calls::Event& event : events_) stations.push_back(event.station_id);
    return stations;
  }

  std::vector<calls::Event> events_;
};

TEST_F(ContentTest, APublishedNoticeHoldsForAWeekFromNowOn) {
  const auto notice = Must(Publish(Request("停水"))).notice();
  EXPECT_EQ(calls::FromWire(notice.shown_from()), tests::kNow);
  EXPECT_EQ(calls::FromWire(notice.shown_until()), tests::kNow + hours(7 * 24));
  EXPECT_EQ(Listed(Kiosk()), Words{"停水"});
  clock_.SetTo(tests::kNow + hours(7 * 24) - seconds(1));
  EXPECT_EQ(Listed(Kiosk()), Words{"停水"});
  clock_.SetTo(tests::kNow + hours(7 * 24));
  EXPECT_EQ(Listed(Kiosk()), Words{});
}

TEST_F(ContentTest, KiosksOfTheNamedPlacesAreToldAndNoOthers) {
  PublishedId("全市");
  EXPECT_EQ(Told(), Words{""});
  PublishedId("东区", {"east"});
  EXPECT_EQ(Told(), (Words{"east", "station-1", "station-2"}));
  PublishedId("一站", {"station-1", "station-1"});
  EXPECT_EQ(Told(), Words{"station-1"});
  EXPECT_EQ(Listed(Kiosk("k", "station-1")).size(), 3u);
  EXPECT_EQ(Listed(Kiosk("k", "station-2")).size(), 2u);
  EXPECT_EQ(Listed(Kiosk("k", "station-3")), Words{"全市"});
}

TEST_F(ContentTest, TheUpdateCarriesTheWholeNotice) {
  const std::string id = PublishedId("停水");
  v1::FollowResponse update;
  ASSERT_TRUE(update.ParseFromString(events_.at(0).bytes));
  EXPECT_EQ(update.notice_published().notice_id(), id);
  EXPECT_EQ(update.notice_published().text(), "明天停水。\n请提前接水。");
  EXPECT_TRUE(update.notice_published().has_shown_until());
}

TEST_F(ContentTest, ARecallReachesEveryKioskThatWasTold) {
  const std::string id = PublishedId("东区", {"east"});
  Must(Recall(id));
  EXPECT_EQ(Told(), (Words{"east", "station-1", "station-2"}));
  v1::FollowResponse update;
  ASSERT_TRUE(update.ParseFromString(events_.at(0).bytes));
  EXPECT_EQ(update.notice_recalled(), id);
  EXPECT_EQ(Listed(Kiosk()), Words{});
}

TEST_F(ContentTest, RecallingTwiceIsNoError) {
  const std::string id = PublishedId("停水");
  Must(Recall(id));
  Must(Recall(id));
  EXPECT_EQ(Told(), Words{});
  EXPECT_EQ(ReasonOf(Recall("no such id")), v1::REASON_UNKNOWN);
}

TEST_F(ContentTest, WarningsAgainstFraudComeFirstThenTheNewest) {
  auto fraud = Request("防骗");
  fraud.mutable_notice()->set_kind(v1::NOTICE_KIND_ANTI_FRAUD);
  Must(Publish(fraud));
  for (const char* title : {"一", "二", "三"}) {
    clock_.Advance(seconds(1));
    PublishedId(title);
  }
  const Words in_order{"防骗", "三", "二", "一"};
  for (int page_size : {0, 1, 2, 3, 4}) EXPECT_EQ(Listed(Kiosk(), page_size), in_order);
}

TEST_F(ContentTest, AFutureNoticeWaitsForItsTimeAndIsToldAgainThen) {
  auto request = Request("腊八粥");
  *request.mutable_notice()->mutable_shown_from() = calls::ToWire(tests::kNow + hours(1));
  Must(Publish(request));
  EXPECT_EQ(Listed(Kiosk()), Words{});
  clock_.Advance(hours(1));
  EXPECT_EQ(Listed(Kiosk()), Words{"腊八粥"});
  calls::Call tick = MakeCall(tests::ByOffice());
  StartNotices(tick);
  EXPECT_EQ(tick.events().size(), 1u);
  calls::Call next_tick = MakeCall(tests::ByOffice());
  StartNotices(next_tick);
  EXPECT_EQ(next_tick.events().size(), 0u);
}

TEST_F(ContentTest, ANoticeRecalledBeforeItsTimeNeverStarts) {
  auto request = Request("腊八粥");
  *request.mutable_notice()->mutable_shown_from() = calls::ToWire(tests::kNow + hours(1));
  Must(Recall(Must(Publish(request)).notice().notice_id()));
  clock_.Advance(hours(2));
  calls::Call tick = MakeCall(tests::ByOffice());
  StartNotices(tick);
  EXPECT_EQ(tick.events().size(), 0u);
}

TEST_F(ContentTest, StaffAtADeskSeeRecalledAndFutureNoticesAndVisitorsNever) {
  Must(Recall(PublishedId("收回的")));
  const auto staff_at = [](calls::Caller device) {
    return WithStaff(std::move(device), v1::ROLE_STAFF);
  };
  EXPECT_EQ(Listed(staff_at(Desk())), Words{"收回的"});
  EXPECT_EQ(Listed(staff_at(Kiosk())), Words{});
  EXPECT_EQ(Listed(Desk()), Words{});
}

TEST_F(ContentTest, AnEditorPublishesOnlyWhereTheRoleReaches) {
  EXPECT_EQ(ReasonOf(Publish(Request("x"), "east")), v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(ReasonOf(Publish(Request("x", {"station-1", "station-3"}), "east")),
            v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(ReasonOf(Publish(Request("x", {"nowhere"}))), v1::REASON_UNKNOWN);
  const auto mine = Must(Publish(Request("x", {"station-1"}), "east")).notice();
  EXPECT_EQ(ReasonOf(Recall(mine.notice_id(), "west")), v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(Listed(Kiosk()), Words{"x"});
}

TEST_F(ContentTest, MalformedNoticesAreRefusedByFieldAndNothingIsStored) {
  struct Bad {
    const char* field;
    std::function<void(v1::Notice&)> spoil;
  };
  const auto later = [](hours by) { return calls::ToWire(tests::kNow + by); };
  const Bad table[] = {
      {"notice.title", [](v1::Notice& n) { n.clear_title(); }},
      {"notice.title", [](v1::Notice& n) { n.set_title("   "); }},
      {"notice.title", [](v1::Notice& n) { n.set_title(std::string(31, 'a')); }},
      {"notice.title", [](v1::Notice& n) { n.set_title("two\nlines"); }},
      {"notice.title", [](v1::Notice& n) { n.set_title("turned \u202Eround"); }},
      {"notice.text", [](v1::Notice& n) { n.clear_text(); }},
      {"notice.text", [](v1::Notice& n) { n.set_text(std::string(601, 'a')); }},
      {"notice.text", [](v1::Notice& n) { n.set_text("bell \a"); }},
      {"notice.title_en", [](v1::Notice& n) { n.set_title_en(std::string(91, 'a')); }},
      {"notice.text_en", [](v1::Notice& n) { n.set_text_en(std::string(1801, 'a')); }},
      {"notice.kind", [](v1::Notice& n) { n.set_kind(static_cast<v1::NoticeKind>(99)); }},
      {"notice.shown_from", [](v1::Notice& n) { n.mutable_shown_from()->set_seconds(1e17); }},
      {"notice.shown_until", [](v1::Notice& n) { n.mutable_shown_until()->set_nanos(-1); }},
      {"notice.shown_until", [&](v1::Notice& n) { *n.mutable_shown_until() = later(hours(0)); }},
      {"notice.shown_until",
       [&](v1::Notice& n) {
         *n.mutable_shown_from() = later(hours(2));
         *n.mutable_shown_until() = later(hours(2));
       }},
      {"notice.shown_until",
       [&](v1::Notice& n) { *n.mutable_shown_until() = later(hours(24 * 367)); }},
      {"notice.station_ids",
       [](v1::Notice& n) {
         for (int i = 0; i <= kStationsPerNoticeMax; ++i) n.add_station_ids("station-1");
       }},
  };
  for (const Bad& bad : table) {
    auto request = Request("好");
    bad.spoil(*request.mutable_notice());
    EXPECT_EQ(FieldOf(Publish(request)), bad.field);
  }
  EXPECT_EQ(Listed(WithStaff(Desk(), v1::ROLE_ADMIN)), Words{});
}

TEST_F(ContentTest, ThirtyCharactersMeanCharactersAndNotBytes) {
  std::string title;
  for (int i = 0; i < 30; ++i) title += "𠅤";
  EXPECT_EQ(Must(Publish(Request(title))).notice().title(), title);
}

TEST_F(ContentTest, BadPagesAreRefused) {
  v1::ListNoticesRequest request;
  for (const char* token : {"x", "2/0/a", "1/", "1/x/a", "1/-5/a", "1/99999999999999999999/a"}) {
    request.set_page_token(token);
    EXPECT_EQ(FieldOf(Ask(ListNotices, Kiosk(), request)), "page_token") << token;
  }
  request.clear_page_token();
  for (int page_size : {-1, 101}) {
    request.set_page_size(page_size);
    EXPECT_EQ(FieldOf(Ask(ListNotices, Kiosk(), request)), "page_size");
  }
}

}  // namespace
}  // namespace chunhui::content
