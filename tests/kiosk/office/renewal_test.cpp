// A kiosk gets a new certificate by itself before its own ends.
#include "kiosk/office/renewal.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "chunhui/v1/fleet.pb.h"
#include "core/secrets/certificates.h"
#include "kiosk/office/enrol.h"
#include "tests/support/in_process_line.h"
#include "tests/support/small_town.h"

namespace chunhui::tests {
namespace {

using std::chrono::hours;

constexpr hours kTwoYears{2 * 365 * 24};

class RenewalTest : public ::testing::Test {
 protected:
  RenewalTest() {
    const auto own = secrets::MakeKeyAndRequest("hall-1");
    v1::RenewCertificateRequest request;
    request.set_request_id(secrets::NewOrderedUuid(town_.random(), town_.clock().now()));
    request.set_csr_pem(own.request_pem);
    v1::RenewCertificateResponse first;
    first.ParseFromString(line_
                              .Call("/chunhui.v1.FleetService/RenewCertificate", {},
                                    request.SerializeAsString(), std::chrono::seconds(5))
                              .bytes);
    Write(files_.certificate, first.certificate_pem());
    Write(files_.key, own.key_pem);
    Write(files_.authority, town_.authority_pem());
  }

  static void Write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file) << text;
  }
  static std::string Read(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  // The day until which the kiosk's certificate is good.
  time::Instant GoodUntil() {
    return time::Instant(secrets::CertificateValidity(Read(files_.certificate))->until);
  }
  bool Renews() { return renewal_.RenewIfDue(line_, town_.clock().now()); }

  SmallTown town_;
  std::shared_ptr<Wire> wire_ = std::make_shared<Wire>();
  InProcessLine line_{town_.office().dispatcher(), kHallKiosk, wire_};
  const office::IdentityFiles files_{town_.folder() / "ca.pem", town_.folder() / "kiosk.pem",
                                     town_.folder() / "kiosk.key"};
  office::Renewal renewal_{files_, town_.random()};
};

TEST_F(RenewalTest, SixtyDaysBeforeItsEndTheCertificateIsRenewedAndNotBefore) {
  town_.clock().Advance(kTwoYears - office::kRenewBefore - hours(1));
  EXPECT_FALSE(Renews());
  const std::string old_key = Read(files_.key);
  town_.clock().Advance(hours(1));
  EXPECT_TRUE(Renews());
  EXPECT_EQ(GoodUntil(), town_.clock().now() + kTwoYears);
  EXPECT_NE(Read(files_.key), old_key);
  EXPECT_EQ(secrets::CertificateUri(Read(files_.certificate)), kHallKiosk);
  EXPECT_FALSE(Renews()) << "once is enough";
}

TEST_F(RenewalTest, WhenTheOfficeIsAwayTheOldOneStaysAndItIsTriedAgain) {
  town_.clock().Advance(kTwoYears - office::kRenewBefore);
  const std::string old = Read(files_.certificate);
  wire_->Cut();
  EXPECT_FALSE(Renews());
  EXPECT_EQ(Read(files_.certificate), old);
  wire_->Mend();
  town_.clock().Advance(office::kRenewAgainAfter);
  EXPECT_TRUE(Renews());
}

TEST_F(RenewalTest, ACertificateOfAnotherAuthorityIsNotTaken) {
  town_.clock().Advance(kTwoYears - office::kRenewBefore);
  const auto now = std::chrono::floor<std::chrono::seconds>(town_.clock().now());
  Write(files_.authority,
        secrets::MakeAuthority("Another", {now, now + hours(24)}, town_.random()).certificate_pem);
  const std::string old = Read(files_.certificate);
  EXPECT_FALSE(Renews());
  EXPECT_EQ(Read(files_.certificate), old);
}

TEST_F(RenewalTest, APowerCutBetweenTheTwoFilesIsRepaired) {
  Write(files_.certificate.string() + ".new", "new certificate");
  Write(files_.key.string() + ".new", "new key");
  office::FinishRenewal(files_);
  EXPECT_EQ(Read(files_.certificate), "new certificate");
  EXPECT_EQ(Read(files_.key), "new key");
  // Cut after the key was in place.
  Write(files_.certificate.string() + ".new", "newer certificate");
  office::FinishRenewal(files_);
  EXPECT_EQ(Read(files_.certificate), "newer certificate");
  EXPECT_EQ(Read(files_.key), "new key");
}

TEST_F(RenewalTest, AKeyWithoutItsCertificateChangesNothing) {
  const std::string old = Read(files_.key);
  Write(files_.key.string() + ".new", "half written");
  office::FinishRenewal(files_);
  EXPECT_EQ(Read(files_.key), old);
}

}  // namespace
}  // namespace chunhui::tests
