// A small centre with the whole office in this process: two kiosks, a desk, three staff, three
// residents, tomorrow's lunch, an event, a notice. The clock stands at Sunday 2026-11-22, 09:00.
#pragma once

#include <memory>
#include <string>

#include "core/secrets/random.h"
#include "core/time/clock.h"
#include "services/demo/town_caller.h"
#include "services/office.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::tests {

inline constexpr char kStation[] = "hongfeng";
inline constexpr char kHallKiosk[] = "chunhui://hongfeng/kiosk/hall-1";
inline constexpr char kCanteenKiosk[] = "chunhui://hongfeng/kiosk/canteen-1";
inline constexpr char kWangCard[] = "88000001";  // 王桂兰, 82, member of the day care, pension
inline constexpr char kLiCard[] = "88000002";    // 李德福, 79
inline constexpr char kZhaoCard[] = "88000003";  // 赵国强, 61
inline constexpr char kWangIdNumber[] = "110199194403050020";
inline constexpr char kWangPhone[] = "15400000001";
inline constexpr char kLostCard[] = "88000099";    // blocked
inline constexpr char kStaffBadge[] = "99000001";  // 李老师
inline constexpr char kStaffPin[] = "246810";
inline constexpr char kStaffNumber[] = "2001";  // an account without a badge; the same PIN

class SmallTown {
 public:
  SmallTown();
  ~SmallTown();
  SmallTown(const SmallTown&) = delete;
  SmallTown& operator=(const SmallTown&) = delete;

  office::Office& office() { return *office_; }
  time::FakeClock& clock() { return clock_; }
  secrets::Random& random() { return random_; }
  const std::filesystem::path& folder() const { return folder_.path(); }
  // The desk, signed in as 李老师 or as the admin.
  demo::TownCaller& staff() { return *staff_; }
  demo::TownCaller& admin() { return *admin_; }
  const std::string& authority_pem() const { return authority_.certificate_pem; }

  // Closes the office and opens it again on the same books.
  void Restart();
  // What the kitchen has to cook tomorrow of this dish, and of all.
  int BookedTomorrow(const std::string& dish);
  int BookedTomorrow();
  // The id of a published notice.
  std::string Publish(const std::string& title, const std::string& text);

 private:
  void Open();
  void PutPlaces();
  void PutPeople();
  void PublishPrograms();
  demo::TownCaller SignedIn(const std::string& account, const std::string& pin);

  TemporaryFolder folder_;
  time::FakeClock clock_;
  secrets::FakeRandom random_{20261122};
  const secrets::Keys keys_ = secrets::MakeKeys(random_);
  secrets::KeyAndCertificate authority_;
  std::unique_ptr<office::Office> office_;
  std::unique_ptr<demo::TownCaller> staff_;
  std::unique_ptr<demo::TownCaller> admin_;
};

}  // namespace chunhui::tests
