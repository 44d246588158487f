// How a new kiosk gets its certificate, and which devices are accepted.
#include <gtest/gtest.h>

#include "services/calls/wire.h"
#include "services/fleet/fleet.h"
#include "tests/support/call_fixture.h"

namespace chunhui::fleet {
namespace {

using tests::Desk;
using tests::FieldOf;
using tests::Must;
using tests::ReasonOf;

class EnrolmentTest : public tests::CallTest {
 protected:
  EnrolmentTest() : CallTest({kFleetMigrations}) {}

  calls::Caller Admin(const std::string& station_id = "city") {
    return tests::WithStaff(Desk(), v1::ROLE_ADMIN, station_id);
  }

  v1::CreateEnrolmentRequest NewKiosk(const std::string& id = "hall-9") {
    v1::CreateEnrolmentRequest request;
    request.set_kiosk_id(id);
    request.set_station_id("station-2");
    request.set_place("大厅");
    return request;
  }

  calls::Outcome<v1::CreateEnrolmentResponse> Create(const v1::CreateEnrolmentRequest& request,
                                                     const std::string& admin_of = "city") {
    calls::Call call = MakeCall(Admin(admin_of));
    return Finish(call, CreateEnrolment(call, request, issuer_));
  }

  calls::Outcome<v1::EnrolResponse> TryEnrol(const std::string& token,
                                             const std::string& address = "192.0.2.1") {
    v1::EnrolRequest request;
    request.set_token(token);
    request.set_csr_pem(csr_pem_);
    calls::Caller caller;
    caller.address = address;
    calls::Call call = MakeCall(caller);
    return Finish(call, Enrol(call, request, issuer_, tries_));
  }

  bool IsAccepted(const std::string& station_id, const std::string& id,
                  calls::DeviceKind kind = calls::DeviceKind::kKiosk) {
    return !IsRevoked(db_, {kind, station_id, id});
  }

  const secrets::Validity year_{
      std::chrono::floor<std::chrono::seconds>(tests::kNow),
      std::chrono::floor<std::chrono::seconds>(tests::kNow) + std::chrono::hours(24 * 365)};
  const CertificateIssuer issuer_{secrets::MakeAuthority("Test authority", year_, random_),
                                  random_};
  std::string csr_pem_ = secrets::MakeKeyAndRequest("anything").request_pem;
  EnrolTries tries_;
};

TEST_F(EnrolmentTest, ATokenGivesACertificateForExactlyThisKiosk) {
  const auto created = Must(Create(NewKiosk()));
  EXPECT_EQ(created.authority_fingerprint(), issuer_.authority_fingerprint());
  const auto enrolled = Must(TryEnrol(created.token()));
  EXPECT_EQ(enrolled.kiosk_id(), "hall-9");
  EXPECT_EQ(secrets::CertificateUri(enrolled.certificate_pem()),
            "chunhui://station-2/kiosk/hall-9");
  EXPECT_TRUE(secrets::IsSignedBy(enrolled.certificate_pem(), enrolled.authority_pem()));
  EXPECT_TRUE(IsAccepted("station-2", "hall-9"));
  EXPECT_EQ(PlaceOf(db_, "hall-9"), "大厅");
}

TEST_F(EnrolmentTest, ARenewedCertificateIsForTheDeviceThatAskedAndLastsLonger) {
  const std::string old = Must(TryEnrol(Must(Create(NewKiosk())).token())).certificate_pem();
  clock_.Advance(std::chrono::hours(24 * 100));
  v1::RenewCertificateRequest request;
  request.set_csr_pem(secrets::MakeKeyAndRequest("hall-1").request_pem);
  calls::Call call = MakeCall(tests::Kiosk("hall-9", "station-2"));
  const auto renewed = Must(Finish(call, RenewCertificate(call, request, issuer_)));
  EXPECT_EQ(secrets::CertificateUri(renewed.certificate_pem()), "chunhui://station-2/kiosk/hall-9");
  EXPECT_GT(secrets::CertificateValidity(renewed.certificate_pem())->until,
            secrets::CertificateValidity(old)->until);
  EXPECT_TRUE(IsAccepted("station-2", "hall-9"));
}

TEST_F(EnrolmentTest, ABadRenewalIsRefused) {
  for (const std::string& bad : {std::string(), std::string("no PEM"), std::string(8193, 'A')}) {
    v1::RenewCertificateRequest request;
    request.set_csr_pem(bad);
    calls::Call call = MakeCall(tests::Kiosk("hall-9", "station-2"));
    EXPECT_EQ(FieldOf(Finish(call, RenewCertificate(call, request, issuer_))), "csr_pem");
  }
}

TEST_F(EnrolmentTest, ATokenWorksOnce) {
  const std::string token = Must(Create(NewKiosk())).token();
  Must(TryEnrol(token));
  EXPECT_EQ(ReasonOf(TryEnrol(token)), v1::REASON_TOKEN_INVALID);
}

TEST_F(EnrolmentTest, ATokenIsWorthlessAfterADay) {
  const auto created = Must(Create(NewKiosk()));
  EXPECT_EQ(calls::FromWire(created.expires_at()), tests::kNow + kEnrolmentTokenLife);
  clock_.Advance(kEnrolmentTokenLife);
  EXPECT_EQ(ReasonOf(TryEnrol(created.token())), v1::REASON_TOKEN_INVALID);
}

TEST_F(EnrolmentTest, ATokenTypedInCapitalsIsUnderstood) {
  std::string token = Must(Create(NewKiosk())).token();
  for (char& c : token) c = static_cast<char>(std::toupper(c));
  Must(TryEnrol(token));
}

TEST_F(EnrolmentTest, ABadCertificateRequestLeavesTheTokenGood) {
  const std::string token = Must(Create(NewKiosk())).token();
  const std::string good = csr_pem_;
  for (const std::string& bad : {std::string(), std::string("no PEM"), std::string(8193, 'A')}) {
    csr_pem_ = bad;
    EXPECT_EQ(FieldOf(TryEnrol(token)), "csr_pem");
  }
  csr_pem_ = good;
  Must(TryEnrol(token));
}

TEST_F(EnrolmentTest, ANewerTokenForTheSameKioskReplacesTheOlder) {
  const std::string older = Must(Create(NewKiosk())).token();
  const std::string newer = Must(Create(NewKiosk())).token();
  EXPECT_EQ(ReasonOf(TryEnrol(older)), v1::REASON_TOKEN_INVALID);
  Must(TryEnrol(newer));
}

TEST_F(EnrolmentTest, GuessingIsSlowedDownForOneAddressAndNotForOthers) {
  const std::string token = Must(Create(NewKiosk())).token();
  for (int i = 0; i < kEnrolTriesPerMinute; ++i) {
    EXPECT_EQ(ReasonOf(TryEnrol(std::string(32, '0'))), v1::REASON_TOKEN_INVALID);
  }
  const auto refused = TryEnrol(token);
  EXPECT_EQ(ReasonOf(refused), v1::REASON_BUSY);
  EXPECT_EQ(refused.refusal().retry_after_seconds, 60);
  Must(TryEnrol(token, "192.0.2.2"));
  clock_.Advance(std::chrono::seconds(60));
  EXPECT_EQ(ReasonOf(TryEnrol(token)), v1::REASON_TOKEN_INVALID);
}

TEST_F(EnrolmentTest, TokensAreStoredOnlyAsHashes) {
  const std::string token = Must(Create(NewKiosk())).token();
  auto query = db_.Prepare("SELECT count(*) FROM enrolments WHERE instr(token_hash, ?) > 0", token);
  ASSERT_TRUE(query.Step());
  EXPECT_EQ(query.Int(0), 0);
}

TEST_F(EnrolmentTest, MalformedEnrolmentsAreRefusedByField) {
  const auto with_id = [&](const std::string& id) { return FieldOf(Create(NewKiosk(id))); };
  for (const char* id : {"", "a", "Hall-1", "hall 1", "hall/1", "hall_1", "大厅"}) {
    EXPECT_EQ(with_id(id), "kiosk_id") << id;
  }
  EXPECT_EQ(with_id(std::string(33, 'a')), "kiosk_id");
  for (const std::string& place : {std::string(), std::string(26, 'x'), std::string("a\nb")}) {
    auto request = NewKiosk();
    request.set_place(place);
    EXPECT_EQ(FieldOf(Create(request)), "place");
  }
  for (const char* token :
       {"", "0", "'; DROP TABLE devices --", "0123456789abcdef0123456789abcde-"}) {
    EXPECT_EQ(FieldOf(TryEnrol(token, token)), "token") << token;
  }
}

TEST_F(EnrolmentTest, AnAdminEnrolsOnlyForStationsTheRoleCovers) {
  EXPECT_EQ(ReasonOf(Create(NewKiosk(), "west")), v1::REASON_NOT_ALLOWED);
  auto nowhere = NewKiosk();
  nowhere.set_station_id("nowhere");
  EXPECT_EQ(ReasonOf(Create(nowhere)), v1::REASON_UNKNOWN);
  Must(TryEnrol(Must(Create(NewKiosk(), "east")).token()));
  auto elsewhere = NewKiosk();
  elsewhere.set_station_id("station-3");
  EXPECT_EQ(ReasonOf(Create(elsewhere, "west")), v1::REASON_NOT_ALLOWED);
}

TEST_F(EnrolmentTest, OnlyListedDevicesOfTheirOwnStationAreAccepted) {
  PutDevice(db_, {calls::DeviceKind::kDesk, "front", "station-1", "前台", ""}, tests::kNow);
  EXPECT_TRUE(IsAccepted("station-1", "front", calls::DeviceKind::kDesk));
  EXPECT_FALSE(IsAccepted("station-1", "front", calls::DeviceKind::kKiosk));
  EXPECT_FALSE(IsAccepted("station-2", "front", calls::DeviceKind::kDesk));
  EXPECT_FALSE(IsAccepted("station-1", "stranger"));
}

}  // namespace
}  // namespace chunhui::fleet
