#include "kiosk/office/enrol.h"

#include "chunhui/v1/fleet.pb.h"
#include "core/secrets/certificates.h"

namespace chunhui::office {
namespace {

constexpr std::chrono::milliseconds kPatience{10'000};

std::string Why(const Reply& reply) {
  if (reply.kind == Reply::Kind::kNoAnswer) {
    return "the office does not answer, or its fingerprint is another one";
  }
  if (reply.detail.reason() == v1::REASON_TOKEN_INVALID) {
    return "the token is unknown, used or expired; ask for a new one";
  }
  return "the office refused: " + v1::Reason_Name(reply.detail.reason());
}

}  // namespace

Enrolment Enrol(Line& line, const std::string& token, const std::string& authority_fingerprint) {
  const secrets::KeyAndRequest own = secrets::MakeKeyAndRequest("kiosk");
  v1::EnrolRequest request;
  request.set_token(token);
  request.set_csr_pem(own.request_pem);
  const Reply reply =
      line.Call("/chunhui.v1.EnrolmentService/Enrol", {}, request.SerializeAsString(), kPatience);
  v1::EnrolResponse answer;
  if (reply.kind != Reply::Kind::kAnswered || !answer.ParseFromString(reply.bytes)) {
    throw EnrolError(Why(reply));
  }
  const auto fingerprint = secrets::CertificateFingerprint(answer.authority_pem());
  if (fingerprint != authority_fingerprint ||
      !secrets::IsSignedBy(answer.certificate_pem(), answer.authority_pem())) {
    throw EnrolError("the office answered with a certificate of another authority");
  }
  return {own.key_pem, answer.certificate_pem(), answer.authority_pem(), answer.kiosk_id(),
          answer.station_id()};
}

}  // namespace chunhui::office
