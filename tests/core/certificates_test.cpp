#include "core/secrets/certificates.h"

#include "core/secrets/error.h"

namespace chunhui::secrets {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr sys_days kToday = std::chrono::year(2026) / 11 / 22;
constexpr const char* kKioskUri = "chunhui://taohua/kiosk/k1";

class CertificatesTest : public ::testing::Test {
 protected:
  CertificateTerms Terms() const {
    CertificateTerms terms;
    terms.common_name = "k1";
    terms.uri = kKioskUri;
    terms.validity = Validity{kToday, kToday + days(365)};
    return terms;
  }

  std::optional<std::string> Issue(const CertificateTerms& terms) {
    return IssueCertificate(authority_, MakeKeyAndRequest("whoever").request_pem, terms, random_);
  }

  FakeRandom random_{3};
  KeyAndCertificate authority_ =
      MakeAuthority("Chunhui", Validity{kToday, kToday + days(3650)}, random_);
};

TEST_F(CertificatesTest, AnIssuedCertificateSaysWhoItIsForAndHowLong) {
  const std::string pem = Issue(Terms()).value();
  EXPECT_EQ(CertificateUri(pem), kKioskUri);
  EXPECT_EQ(CertificateValidity(pem)->from, kToday);
  EXPECT_EQ(CertificateValidity(pem)->until, kToday + days(365));
  EXPECT_TRUE(IsSignedBy(pem, authority_.certificate_pem));
}

TEST_F(CertificatesTest, AnotherAuthorityDidNotSignIt) {
  const auto other = MakeAuthority("Chunhui", Validity{kToday, kToday + days(1)}, random_);
  EXPECT_FALSE(IsSignedBy(Issue(Terms()).value(), other.certificate_pem));
}

TEST_F(CertificatesTest, EachCertificateHasItsOwnFingerprint) {
  const std::string pem = Issue(Terms()).value();
  EXPECT_EQ(CertificateFingerprint(pem)->size(), 64u);
  EXPECT_EQ(CertificateFingerprint(pem), CertificateFingerprint(pem));
  EXPECT_NE(CertificateFingerprint(pem), CertificateFingerprint(Issue(Terms()).value()));
}

TEST_F(CertificatesTest, ServersCarryTheirNamesAndNeedNoUri) {
  CertificateTerms terms = Terms();
  terms.uri.clear();
  terms.use = CertificateUse::kServer;
  terms.dns_names = {"localhost", "office.chunhui.example"};
  terms.ip_addresses = {"127.0.0.1", "::1"};
  const std::optional<std::string> pem = Issue(terms);
  ASSERT_TRUE(pem);
  EXPECT_EQ(CertificateUri(*pem), std::nullopt);
}

TEST_F(CertificatesTest, ACommaInANameStaysOneName) {
  CertificateTerms terms = Terms();
  terms.uri = "chunhui://taohua/kiosk/k1,URI:chunhui://taohua/desk/boss";
  EXPECT_EQ(CertificateUri(Issue(terms).value()), terms.uri);
}

TEST_F(CertificatesTest, NamesInTheRequestAreIgnored) {
  const KeyAndRequest request = MakeKeyAndRequest("CN=boss,URI:chunhui://taohua/desk/boss");
  const auto pem = IssueCertificate(authority_, request.request_pem, Terms(), random_);
  EXPECT_EQ(CertificateUri(pem.value()), kKioskUri);
}

TEST_F(CertificatesTest, ARequestNotSignedByItsOwnKeyIsRefused) {
  std::string pem = MakeKeyAndRequest("k1").request_pem;
  for (const size_t from_end : {60u, 70u, 80u}) {
    std::string changed = pem;
    char& character = changed[changed.size() - from_end];
    character = character == 'A' ? 'B' : 'A';
    EXPECT_FALSE(IssueCertificate(authority_, changed, Terms(), random_)) << from_end;
  }
}

TEST_F(CertificatesTest, OtherTextsAreNoRequestsAndNoCertificates) {
  for (const std::string& text : {std::string(), std::string("hello"), authority_.key_pem,
                                  authority_.certificate_pem.substr(0, 200)}) {
    EXPECT_FALSE(IssueCertificate(authority_, text, Terms(), random_));
    EXPECT_FALSE(CertificateFingerprint(text));
    EXPECT_FALSE(CertificateUri(text));
    EXPECT_FALSE(CertificateValidity(text));
    EXPECT_FALSE(IsSignedBy(text, authority_.certificate_pem));
  }
}

TEST_F(CertificatesTest, ABrokenAuthorityIsAnError) {
  EXPECT_THROW(IssueCertificate(KeyAndCertificate{"", ""}, MakeKeyAndRequest("k").request_pem,
                                Terms(), random_),
               SecretsError);
}

TEST_F(CertificatesTest, AnImpossibleAddressIsAnError) {
  CertificateTerms terms = Terms();
  terms.ip_addresses = {"300.1.1.1"};
  EXPECT_THROW(Issue(terms), SecretsError);
}

}  // namespace
}  // namespace chunhui::secrets
