// The fleet in the method table.
#include "services/fleet/fleet.h"

namespace chunhui::fleet {

void AddFleetMethods(calls::MethodTable& table, std::shared_ptr<const CertificateIssuer> issuer,
                     OnDuty on_duty) {
  using calls::AnyDevice;
  using calls::ByStaff;
  const std::string service = "/chunhui.v1.FleetService/";
  auto& methods = table.methods;
  methods.push_back(calls::WriteWith<v1::EnrolRequest, v1::EnrolResponse>(
      "/chunhui.v1.EnrolmentService/Enrol", {.open = true},
      [issuer, tries = std::make_shared<EnrolTries>()](calls::Call& call,
                                                       const v1::EnrolRequest& request) {
        return Enrol(call, request, *issuer, *tries);
      }));
  methods.push_back(calls::WriteWith<v1::CreateEnrolmentRequest, v1::CreateEnrolmentResponse>(
      service + "CreateEnrolment", ByStaff({v1::ROLE_ADMIN}),
      [issuer](calls::Call& call, const v1::CreateEnrolmentRequest& request) {
        return CreateEnrolment(call, request, *issuer);
      }));
  methods.push_back(calls::WriteWith<v1::RenewCertificateRequest, v1::RenewCertificateResponse>(
      service + "RenewCertificate", AnyDevice(),
      [issuer](calls::Call& call, const v1::RenewCertificateRequest& request) {
        return RenewCertificate(call, request, *issuer);
      }));
  methods.push_back(calls::Read(
      service + "ListKiosks",
      ByStaff({v1::ROLE_STAFF, v1::ROLE_STATION_LEAD, v1::ROLE_ADMIN, v1::ROLE_AUDITOR}),
      ListKiosks));
  methods.push_back(calls::Write(service + "RevokeKiosk", ByStaff({v1::ROLE_ADMIN}), RevokeKiosk));
  methods.push_back(calls::Read(service + "GetStation", AnyDevice(), GetStation));
  methods.push_back(calls::Write(service + "Heartbeat", AnyDevice(), Heartbeat));
  table.streams.push_back(calls::Stream<v1::FollowRequest>(
      service + "Follow", AnyDevice(),
      [on_duty](calls::Call& call, const v1::FollowRequest& request) {
        return Follow(call, request, on_duty);
      }));
}

}  // namespace chunhui::fleet
