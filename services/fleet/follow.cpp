// The one stream of a kiosk.
#include <atomic>

#include "services/fleet/fleet.h"
#include "services/fleet/updates.h"

namespace chunhui::fleet {
namespace {

calls::Bytes Resync() {
  v1::FollowResponse response;
  response.set_resync(true);
  return response.SerializeAsString();
}

calls::Bytes DutySign(bool on_duty) {
  v1::FollowResponse response;
  response.set_on_duty(on_duty);
  return response.SerializeAsString();
}

// What one stream remembers; the publisher's thread asks it.
class Wish {
 public:
  Wish(calls::Device kiosk, int64_t last_sequence)
      : kiosk_(std::move(kiosk)), last_sequence_(last_sequence) {}

  bool Wants(const calls::Event& event) {
    const bool mine = event.kind == calls::EventKind::kFollow &&
                      (event.station_id.empty() || event.station_id == kiosk_.station_id) &&
                      (event.kiosk_id.empty() || event.kiosk_id == kiosk_.id);
    if (mine && event.sequence == kRevokedMark) revoked_ = true;
    const bool is_sign_of_life = event.sequence == 0;
    return mine && !revoked_ && (is_sign_of_life || event.sequence > last_sequence_);
  }

  bool revoked() const { return revoked_; }

 private:
  const calls::Device kiosk_;
  const int64_t last_sequence_;
  std::atomic<bool> revoked_ = false;
};

}  // namespace

calls::Outcome<calls::StreamPlan> Follow(calls::Call& call, const v1::FollowRequest& request,
                                         const OnDuty& on_duty) {
  const calls::Device& kiosk = *call.caller().device;
  if (kiosk.kind != calls::DeviceKind::kKiosk) {
    return calls::Refusal{calls::Code::kPermissionDenied, v1::REASON_NOT_ALLOWED,
                          "only a kiosk follows"};
  }
  if (request.after_sequence() < 0) return calls::Malformed("after_sequence", "not negative");
  Missed missed = MissedSince(call.db(), kiosk, request.after_sequence());
  calls::StreamPlan plan;
  if (missed.resync) plan.first.push_back(Resync());
  for (calls::Bytes& bytes : missed.bytes) plan.first.push_back(std::move(bytes));
  plan.first.push_back(DutySign(on_duty(kiosk.station_id)));
  auto wish = std::make_shared<Wish>(kiosk, missed.last_sequence);
  plan.wants = [wish](const calls::Event& event) { return wish->Wants(event); };
  plan.sign_of_life = [wish, on_duty, station_id = kiosk.station_id] {
    return DutySign(!wish->revoked() && on_duty(station_id));
  };
  return plan;
}

}  // namespace chunhui::fleet
