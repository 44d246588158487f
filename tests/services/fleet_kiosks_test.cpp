// Looking after kiosks that have enrolled.
#include <gtest/gtest.h>

#include "services/calls/wire.h"
#include "services/fleet/fleet.h"
#include "tests/support/call_fixture.h"

namespace chunhui::fleet {
namespace {

using calls::DeviceKind;
using tests::Desk;
using tests::FieldOf;
using tests::Kiosk;
using tests::Must;
using tests::ReasonOf;
using tests::WithStaff;

class KiosksTest : public tests::CallTest {
 protected:
  KiosksTest() : CallTest({kFleetMigrations}) {
    for (const auto& [id, station] : {std::pair{"hall-1", "station-1"},
                                      {"hall-2", "station-1"},
                                      {"hall-1b", "station-2"},
                                      {"far", "station-3"}}) {
      PutDevice(db_, {DeviceKind::kKiosk, id, station, "大厅", ""}, clock_.now());
    }
    PutDevice(db_, {DeviceKind::kDesk, "front", "station-1", "前台", ""}, clock_.now());
  }

  std::vector<std::string> Listed(const std::string& covers, int page_size = 0) {
    std::vector<std::string> ids;
    v1::ListKiosksRequest request;
    request.set_page_size(page_size);
    do {
      const auto page = Must(Ask(ListKiosks, WithStaff(Desk(), v1::ROLE_STAFF, covers), request));
      for (const v1::Kiosk& kiosk : page.kiosks()) ids.push_back(kiosk.kiosk_id());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return ids;
  }

  calls::Outcome<v1::RevokeKioskResponse> Revoke(const std::string& id, const std::string& covers) {
    v1::RevokeKioskRequest request;
    request.set_kiosk_id(id);
    return Ask(RevokeKiosk, WithStaff(Desk(), v1::ROLE_ADMIN, covers), request);
  }
};

TEST_F(KiosksTest, StaffSeeTheKiosksOfTheirStationsAndNoDesks) {
  EXPECT_EQ(Listed("station-1"), (std::vector<std::string>{"hall-1", "hall-2"}));
  EXPECT_EQ(Listed("east"), (std::vector<std::string>{"hall-1", "hall-2", "hall-1b"}));
  EXPECT_EQ(Listed("nowhere"), std::vector<std::string>{});
}

TEST_F(KiosksTest, PagesOfAnySizeShowEachKioskOnce) {
  const auto all = Listed("city");
  EXPECT_EQ(all.size(), 4u);
  for (int page_size : {1, 2, 3, 4, 500}) EXPECT_EQ(Listed("city", page_size), all) << page_size;
}

TEST_F(KiosksTest, BadPagesAreRefused) {
  const auto staff = WithStaff(Desk(), v1::ROLE_STAFF, "city");
  v1::ListKiosksRequest request;
  for (int page_size : {-1, 501}) {
    request.set_page_size(page_size);
    EXPECT_EQ(FieldOf(Ask(ListKiosks, staff, request)), "page_size");
  }
  request.set_page_size(0);
  request.set_page_token("x");
  EXPECT_EQ(FieldOf(Ask(ListKiosks, staff, request)), "page_token");
}

TEST_F(KiosksTest, ARevokedKioskIsRefusedForEver) {
  Must(Revoke("hall-1", "city"));
  EXPECT_TRUE(IsRevoked(db_, {DeviceKind::kKiosk, "station-1", "hall-1"}));
  EXPECT_FALSE(IsRevoked(db_, {DeviceKind::kKiosk, "station-1", "hall-2"}));
  Must(Revoke("hall-1", "city"));
  PutDevice(db_, {DeviceKind::kKiosk, "hall-1", "station-1", "大厅", ""}, clock_.now());
  EXPECT_TRUE(IsRevoked(db_, {DeviceKind::kKiosk, "station-1", "hall-1"}));
}

TEST_F(KiosksTest, NobodyRevokesWhatTheRoleDoesNotCover) {
  EXPECT_EQ(ReasonOf(Revoke("far", "east")), v1::REASON_UNKNOWN);
  EXPECT_EQ(ReasonOf(Revoke("front", "city")), v1::REASON_UNKNOWN);
  EXPECT_EQ(ReasonOf(Revoke("", "city")), v1::REASON_UNKNOWN);
  EXPECT_FALSE(IsRevoked(db_, {DeviceKind::kKiosk, "station-3", "far"}));
}

TEST_F(KiosksTest, AHeartbeatShowsInTheListAndAnswersTheOfficesClock) {
  v1::HeartbeatRequest beat;
  beat.set_version("0.1.0");
  beat.set_fault_code("K-03");
  EXPECT_EQ(calls::FromWire(Must(Ask(Heartbeat, Kiosk(), beat)).now()), tests::kNow);
  const auto listed = Must(Ask(ListKiosks, WithStaff(Desk(), v1::ROLE_STAFF), {}));
  EXPECT_EQ(calls::FromWire(listed.kiosks(0).last_seen_at()), tests::kNow);
  EXPECT_EQ(listed.kiosks(0).version(), "0.1.0");
  EXPECT_EQ(listed.kiosks(0).fault_code(), "K-03");
  EXPECT_FALSE(listed.kiosks(1).has_last_seen_at());
}

TEST_F(KiosksTest, HeartbeatsThatSayTooMuchAreRefused) {
  v1::HeartbeatRequest beat;
  beat.set_version(std::string(41, '1'));
  EXPECT_EQ(FieldOf(Ask(Heartbeat, Kiosk(), beat)), "version");
  beat.set_version("1");
  beat.set_fault_code("a\tb");
  EXPECT_EQ(FieldOf(Ask(Heartbeat, Kiosk(), beat)), "fault_code");
  EXPECT_EQ(ReasonOf(Ask(Heartbeat, Desk(), {})), v1::REASON_NOT_ALLOWED);
}

TEST_F(KiosksTest, AKioskLearnsTheAddressAnAmbulanceNeeds) {
  const auto station = Must(Ask(GetStation, Kiosk(), {})).station();
  EXPECT_EQ(station.station_id(), "station-1");
  EXPECT_EQ(station.address(), "1 Spring Road");
  EXPECT_EQ(ReasonOf(Ask(GetStation, Kiosk("lost", "nowhere"), {})), v1::REASON_UNKNOWN);
}

}  // namespace
}  // namespace chunhui::fleet
