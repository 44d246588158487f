// A backup is worth what can be restored from it.
#include "services/backup.h"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "chunhui/v1/audit.pb.h"
#include "services/calls/wire.h"
#include "tests/services/demo_office_on_disk.h"

namespace chunhui::office {
namespace {

constexpr const char* kPassphrase = "four quiet herons";

OfficeFiles FilesIn(const std::filesystem::path& dir) {
  return {dir / "office.db", dir / "keys", dir / "tls"};
}

class BackupTest : public ::testing::Test {
 protected:
  BackupTest() : source_(FilesIn(demo_.config.data_dir)), dir_(demo_.folder.path() / "backup") {}

  BackupReport Back() {
    return MakeBackup(source_, dir_, kPassphrase, demo_.clock.now(), demo_.random);
  }
  // Books the first dish of tomorrow that can be had; answers its name.
  std::string BookForWang() {
    auto kiosk = demo_.Kiosk();
    EXPECT_TRUE(demo_.BeginVisit(kiosk, "88000001"));
    v1::QuoteMealsRequest ask;
    *ask.mutable_date() = calls::ToWire(time::Date{2026, 11, 23});
    const auto quotes = kiosk.Call<v1::QuoteMealsResponse>("MealService/QuoteMeals", ask);
    for (const v1::MealQuote& quote : quotes.quotes()) {
      v1::BookMealRequest book;
      book.set_menu_dish_id(quote.menu_dish_id());
      book.set_shown_pay_fen(quote.pay_fen());
      const auto booked = kiosk.Try<v1::BookMealResponse>("MealService/BookMeal", book);
      if (booked) return booked->booking().dish().name();
    }
    ADD_FAILURE() << "nothing could be booked";
    return {};
  }
  std::string WhyNotRestored(const std::string& passphrase = kPassphrase) {
    try {
      RestoreBackup(dir_, FilesIn(demo_.folder.path() / "new"), passphrase);
    } catch (const BackupError& error) {
      EXPECT_FALSE(std::filesystem::exists(demo_.folder.path() / "new" / "office.db"));
      EXPECT_FALSE(std::filesystem::exists(demo_.folder.path() / "new" / "keys"));
      return error.what();
    }
    return {};
  }

  tests::DemoOfficeOnDisk demo_;
  OfficeFiles source_;
  std::filesystem::path dir_;
};

TEST_F(BackupTest, ARestoredOfficeKnowsTheBookingsAndItsAuditIsIntact) {
  const std::string dish = BookForWang();
  const BackupReport made = Back();
  demo_.config.data_dir = demo_.folder.path() / "new";
  const BackupReport restored = RestoreBackup(dir_, FilesIn(demo_.config.data_dir), kPassphrase);
  EXPECT_EQ(restored.audit_head, made.audit_head);
  EXPECT_EQ(restored.made_at, "2026-11-22 10:00");
  demo_.Open();

  auto kiosk = demo_.Kiosk();
  ASSERT_TRUE(demo_.BeginVisit(kiosk, "88000001"));
  const auto bookings = kiosk.Call<v1::ListMealBookingsResponse>("MealService/ListMealBookings",
                                                                 v1::ListMealBookingsRequest());
  ASSERT_EQ(bookings.bookings_size(), 1);
  EXPECT_EQ(bookings.bookings(0).dish().name(), dish);
  auto desk = demo_.Desk();
  const auto audit =
      desk.Call<v1::VerifyAuditResponse>("AuditService/VerifyAudit", v1::VerifyAuditRequest());
  EXPECT_TRUE(audit.intact());
  EXPECT_GT(audit.rows(), made.audit_rows);
}

TEST_F(BackupTest, AnOfficeThatKeepsWritingIsBackedUpWhole) {
  std::jthread writer([this](const std::stop_token& stop) {
    auto kiosk = demo_.Kiosk();
    while (!stop.stop_requested()) demo_.BeginVisit(kiosk, "88000002");
  });
  const BackupReport made = Back();
  writer.request_stop();
  EXPECT_GT(made.audit_rows, 600);
  EXPECT_EQ(WhyNotRestored(), "");
}

TEST_F(BackupTest, NothingReadableLeavesTheOfficeWithoutThePassphrase) {
  Back();
  const std::string locked = ReadFile(dir_ / "keys.locked");
  const std::string keys = ReadFile(source_.keys);
  EXPECT_EQ(locked.find(keys.substr(keys.find("data = "), 40)), std::string::npos);
  EXPECT_EQ(locked.find("PRIVATE KEY"), std::string::npos);
  EXPECT_NE(WhyNotRestored("five quiet herons").find("passphrase"), std::string::npos);
}

TEST_F(BackupTest, OneChangedByteIsFoundBeforeAnythingIsRestored) {
  Back();
  std::fstream file(dir_ / "office.db", std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(100'000);
  const char byte = static_cast<char>(file.get());
  file.seekp(100'000);
  file.put(static_cast<char>(byte ^ 1));
  file.close();
  EXPECT_NE(WhyNotRestored().find("was changed"), std::string::npos);
}

TEST_F(BackupTest, AnOfficeThatIsThereIsNeverOverwritten) {
  Back();
  EXPECT_THROW(RestoreBackup(dir_, source_, kPassphrase), BackupError);
  EXPECT_THROW(Back(), BackupError) << "a backup was overwritten";
}

TEST_F(BackupTest, AShortPassphraseAndAnIncompleteBackupAreRefused) {
  EXPECT_THROW(MakeBackup(source_, dir_, "short", demo_.clock.now(), demo_.random), BackupError);
  Back();
  std::filesystem::remove(dir_ / "keys.locked");
  EXPECT_NE(WhyNotRestored().find("no complete backup"), std::string::npos);
}

}  // namespace
}  // namespace chunhui::office
