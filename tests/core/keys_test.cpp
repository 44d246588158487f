#include "core/secrets/keys.h"

#include <sys/stat.h>

#include <fstream>
#include <functional>

#include "core/secrets/error.h"
#include "core/secrets/pin.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::secrets {
namespace {

std::string ErrorOf(const std::function<void()>& action) {
  try {
    action();
  } catch (const SecretsError& error) {
    return error.what();
  }
  return "no error";
}

class KeyFile : public ::testing::Test {
 protected:
  tests::TemporaryFolder folder_;
  std::filesystem::path file_ = folder_ / "office.keys";
  FakeRandom random_{7};
  Keys keys_ = MakeKeys(random_);
};

TEST_F(KeyFile, KeysComeBackAsSavedAndAllDiffer) {
  SaveKeys(file_, keys_);
  const Keys loaded = LoadKeys(file_);
  EXPECT_EQ(loaded.data, keys_.data);
  EXPECT_EQ(loaded.index, keys_.index);
  EXPECT_EQ(loaded.token, keys_.token);
  EXPECT_NE(loaded.data, loaded.index);
  EXPECT_NE(loaded.index, loaded.token);
}

TEST_F(KeyFile, IsReadableByItsOwnerOnly) {
  SaveKeys(file_, keys_);
  struct stat status {};
  ASSERT_EQ(stat(file_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST_F(KeyFile, IsRefusedWhenOthersMayReadIt) {
  SaveKeys(file_, keys_);
  for (const mode_t mode : {0640u, 0604u, 0660u, 0601u}) {
    ASSERT_EQ(chmod(file_.c_str(), mode), 0);
    EXPECT_NE(ErrorOf([&] { LoadKeys(file_); }).find("chmod 600"), std::string::npos) << mode;
  }
  ASSERT_EQ(chmod(file_.c_str(), 0400), 0);
  EXPECT_EQ(LoadKeys(file_).data, keys_.data);
}

TEST_F(KeyFile, IsNeverReplaced) {
  SaveKeys(file_, keys_);
  EXPECT_NE(ErrorOf([&] { SaveKeys(file_, MakeKeys(random_)); }).find("already"),
            std::string::npos);
  EXPECT_EQ(LoadKeys(file_).data, keys_.data);
}

TEST_F(KeyFile, SaysWhatIsWrongWithIt) {
  EXPECT_NE(ErrorOf([&] { LoadKeys(file_); }).find("no key file"), std::string::npos);
  EXPECT_NE(ErrorOf([] { KeysFromText(""); }).find("no version"), std::string::npos);
  EXPECT_NE(ErrorOf([] { KeysFromText("version = 2"); }).find("version 2"), std::string::npos);
  EXPECT_NE(ErrorOf([] { KeysFromText("version = 1\ndata = 00"); }).find("'data'"),
            std::string::npos);
  EXPECT_NE(ErrorOf([] { KeysFromText("version: 1"); }).find("name = value"), std::string::npos);
  std::string damaged = KeysToText(keys_);
  damaged[damaged.find("index = ") + 10] = 'g';
  EXPECT_NE(ErrorOf([&] { KeysFromText(damaged); }).find("'index' is not hex"), std::string::npos);
}

TEST(Random, TheSeedDecidesEverything) {
  FakeRandom first(5);
  FakeRandom same(5);
  FakeRandom other(6);
  const std::string bytes = RandomBytes(first, 32);
  EXPECT_EQ(bytes, RandomBytes(same, 32));
  EXPECT_NE(bytes, RandomBytes(other, 32));
  EXPECT_NE(bytes, RandomBytes(first, 32));
}

TEST(Random, TheSystemDoesNotRepeatItself) {
  SystemRandom random;
  EXPECT_NE(RandomBytes(random, 32), RandomBytes(random, 32));
  EXPECT_EQ(RandomBytes(random, 0), "");
}

TEST(Random, UuidsSayTheirVersionAndVariant) {
  FakeRandom random(5);
  for (int i = 0; i < 50; ++i) {
    const std::string uuid = NewUuid(random);
    ASSERT_EQ(uuid.size(), 36u);
    EXPECT_EQ(uuid.find_first_not_of("0123456789abcdef-"), std::string::npos);
    EXPECT_EQ(uuid[8], '-');
    EXPECT_EQ(uuid[14], '4');
    EXPECT_NE(std::string("89ab").find(uuid[19]), std::string::npos);
  }
}

TEST(Random, OrderedUuidsStandInTheOrderOfTime) {
  FakeRandom random(6);
  const auto at = [](int64_t ms) {
    return std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(ms));
  };
  std::string before = NewOrderedUuid(random, at(1'795'000'000'000));
  EXPECT_EQ(before.substr(0, 15), "01a1ee56-5e00-7");
  for (int64_t ms = 1; ms < 100; ++ms) {
    const std::string uuid = NewOrderedUuid(random, at(1'795'000'000'000 + ms));
    EXPECT_LT(before, uuid);
    before = uuid;
  }
}

TEST(Pin, OnlyTheRightPinIsAccepted) {
  FakeRandom random(9);
  const std::string hash = HashPin("246810", random);
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
  EXPECT_TRUE(VerifyPin(hash, "246810"));
  EXPECT_FALSE(VerifyPin(hash, "246811"));
  EXPECT_FALSE(VerifyPin(hash, ""));
}

TEST(Pin, TheSamePinNeverHasTheSameHash) {
  FakeRandom random(9);
  EXPECT_NE(HashPin("246810", random), HashPin("246810", random));
}

TEST(Pin, AForeignTextIsNoHash) {
  for (const char* text : {"", "246810", "$argon2id$", "$2b$10$abc"}) {
    EXPECT_FALSE(VerifyPin(text, "246810")) << text;
  }
}

TEST(Passphrase, UnlocksWhatItLocked) {
  FakeRandom random(11);
  const std::string plain("keys\0and more", 13);
  const std::string locked = LockWithPassphrase(plain, "春暖花开 2026", random);
  EXPECT_EQ(locked.find("keys"), std::string::npos);
  EXPECT_EQ(UnlockWithPassphrase(locked, "春暖花开 2026"), plain);
  EXPECT_EQ(UnlockWithPassphrase(locked, "春暖花开 2025"), std::nullopt);
}

TEST(Passphrase, ChangedOrCutBytesAreNoticed) {
  FakeRandom random(11);
  const std::string locked = LockWithPassphrase("secret", "phrase", random);
  for (const size_t i : {size_t{0}, size_t{5}, size_t{20}, locked.size() - 1}) {
    std::string changed = locked;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_EQ(UnlockWithPassphrase(changed, "phrase"), std::nullopt) << i;
    EXPECT_EQ(UnlockWithPassphrase(locked.substr(0, i), "phrase"), std::nullopt) << i;
  }
}

}  // namespace
}  // namespace chunhui::secrets
