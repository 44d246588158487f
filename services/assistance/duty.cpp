// Who is on duty.
#include "chunhui/v1/fleet.pb.h"
#include "services/assistance/assistance.h"

namespace chunhui::assistance {
namespace {

// Not kept: a kiosk that connects later is told where it stands then.
void TellKiosks(calls::Call& call, const std::string& station_id, bool on_duty) {
  v1::FollowResponse sign;
  sign.set_on_duty(on_duty);
  call.Publish({calls::EventKind::kFollow, station_id, "", 0, sign.SerializeAsString()});
}

}  // namespace

// One watch over some stations while it lives.
class Duty::Holding {
 public:
  Holding(std::shared_ptr<Watches> watches, std::set<std::string> stations)
      : watches_(std::move(watches)), stations_(std::move(stations)) {
    std::lock_guard lock(watches_->mutex);
    for (const std::string& station : stations_) ++watches_->count[station];
  }
  Holding(const Holding&) = delete;
  Holding& operator=(const Holding&) = delete;
  ~Holding() {
    std::lock_guard lock(watches_->mutex);
    for (const std::string& station : stations_) {
      const auto found = watches_->count.find(station);
      if (--found->second == 0) watches_->count.erase(found);
    }
  }

 private:
  const std::shared_ptr<Watches> watches_;
  const std::set<std::string> stations_;
};

Duty::Watch Duty::Begin(std::set<std::string> stations) {
  return std::make_shared<const Holding>(watches_, std::move(stations));
}

bool Duty::IsOn(const std::string& station_id) const {
  std::lock_guard lock(watches_->mutex);
  return watches_->count.contains(station_id);
}

void Duty::AnnounceChanges(calls::Call& call) {
  std::set<std::string> on_duty;
  {
    std::lock_guard lock(watches_->mutex);
    for (const auto& [station, count] : watches_->count) on_duty.insert(station);
  }
  for (const std::string& station : on_duty) {
    if (!announced_.contains(station)) TellKiosks(call, station, true);
  }
  for (const std::string& station : announced_) {
    if (!on_duty.contains(station)) TellKiosks(call, station, false);
  }
  announced_ = std::move(on_duty);
}

}  // namespace chunhui::assistance
