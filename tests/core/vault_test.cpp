#include "core/secrets/vault.h"

#include <set>
#include <string>
#include <vector>

#include "core/secrets/digest.h"

namespace chunhui::secrets {
namespace {

constexpr const char* kNumber = "110199194302280011";
constexpr const char* kPlace = "residents.id_number:17";

class VaultTest : public ::testing::Test {
 protected:
  FakeRandom random_{20261122};
  Keys keys_ = MakeKeys(random_);
  Vault vault_{keys_, random_};
};

TEST_F(VaultTest, AFieldOpensToWhatWasSealed) {
  for (const std::string& plain : {std::string(), std::string(kNumber), std::string(5000, '\0')}) {
    const std::string sealed = vault_.SealField(plain, kPlace);
    EXPECT_EQ(sealed.size(), plain.size() + 29);
    EXPECT_EQ(vault_.OpenField(sealed, kPlace), plain);
  }
}

TEST_F(VaultTest, SealedBytesHideThePlainTextAndNeverRepeat) {
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) {
    const std::string sealed = vault_.SealField(kNumber, kPlace);
    EXPECT_EQ(sealed.find("1101"), std::string::npos);
    seen.insert(sealed);
  }
  EXPECT_EQ(seen.size(), 100u);
}

TEST_F(VaultTest, AnyChangedByteIsNoticed) {
  const std::string sealed = vault_.SealField(kNumber, kPlace);
  for (size_t i = 0; i < sealed.size(); ++i) {
    std::string changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(vault_.OpenField(changed, kPlace)) << i;
    EXPECT_FALSE(vault_.OpenField(sealed.substr(0, i), kPlace)) << i;
  }
}

TEST_F(VaultTest, AFieldMovedToAnotherRowDoesNotOpen) {
  const std::string sealed = vault_.SealField(kNumber, kPlace);
  EXPECT_FALSE(vault_.OpenField(sealed, "residents.id_number:18"));
  EXPECT_FALSE(vault_.OpenField(sealed, ""));
}

TEST_F(VaultTest, AnotherKeyOpensNothing) {
  const Vault other(MakeKeys(random_), random_);
  EXPECT_FALSE(other.OpenField(vault_.SealField(kNumber, kPlace), kPlace));
  EXPECT_NE(other.BlindIndex("id", kNumber), vault_.BlindIndex("id", kNumber));
}

TEST_F(VaultTest, AFieldStaysReadableForTheNextProcess) {
  const std::string sealed = vault_.SealField(kNumber, kPlace);
  const Vault next(KeysFromText(KeysToText(keys_)), random_);
  EXPECT_EQ(next.OpenField(sealed, kPlace), kNumber);
}

TEST_F(VaultTest, EqualValuesAreFoundByIndexWithinOnePurpose) {
  EXPECT_EQ(vault_.BlindIndex("id", kNumber), vault_.BlindIndex("id", kNumber));
  EXPECT_EQ(vault_.BlindIndex("id", kNumber).size(), 32u);
  EXPECT_NE(vault_.BlindIndex("id", kNumber), vault_.BlindIndex("phone", kNumber));
  EXPECT_NE(vault_.BlindIndex("ab", "c"), vault_.BlindIndex("a", "bc"));
}

TEST_F(VaultTest, TokensAreLongDifferentAndStoredOnlyAsHash) {
  const Token first = vault_.NewToken();
  const Token second = vault_.NewToken();
  EXPECT_EQ(first.text.size(), 32u);
  EXPECT_NE(first.text, second.text);
  EXPECT_EQ(first.hash, vault_.TokenHash(first.text));
  EXPECT_NE(first.hash, vault_.TokenHash(second.text));
}

// HMAC-SHA-256 of RFC 4231 is OpenSSL's business; that we feed it right is ours.
TEST(Vault, TheIndexIsHmacOverLengthPurposeAndValue) {
  FakeRandom random(1);
  Keys keys;
  keys.index.bytes.fill('k');
  const Vault vault(keys, random);
  EXPECT_EQ(ToHex(vault.BlindIndex("id", "value")),
            "43ea58169439eac5efaf28d04fab7028b13024f61139d836a237e0dd2baa89db");
}

TEST(Digest, Sha256OfKnownTexts) {
  EXPECT_EQ(Sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Sha256("abc").size(), 32u);
}

TEST(Digest, AChangedRowChangesTheRestOfTheChain) {
  const auto head = [](const std::vector<std::string>& rows) {
    std::string hash;
    for (const std::string& row : rows) hash = ChainHash(hash, row);
    return hash;
  };
  EXPECT_EQ(head({"a"}), Sha256("a"));
  EXPECT_EQ(head({"a", "b", "c"}), head({"a", "b", "c"}));
  EXPECT_NE(head({"a", "b", "c"}), head({"a", "B", "c"}));
  EXPECT_NE(head({"a", "b", "c"}), head({"a", "c"}));
}

TEST(Digest, EqualityLooksAtEveryByte) {
  EXPECT_TRUE(EqualInConstantTime("abc", "abc"));
  EXPECT_FALSE(EqualInConstantTime("abc", "abd"));
  EXPECT_FALSE(EqualInConstantTime("abc", "ab"));
  EXPECT_TRUE(EqualInConstantTime("", ""));
}

}  // namespace
}  // namespace chunhui::secrets
