// How a new kiosk gets its certificate: once, with a token and the fingerprint of the office's
// authority, both told by hand.
#pragma once

#include <stdexcept>
#include <string>

#include "kiosk/office/line.h"

namespace chunhui::office {

// Says what to do in words for whoever sets the kiosk up.
class EnrolError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Enrolment {
  std::string key_pem;
  std::string certificate_pem;
  std::string authority_pem;
  std::string kiosk_id;
  std::string station_id;
};

// The line must be one that has checked the fingerprint (GrpcLineParts::authority_fingerprint); the
// answer is checked against it again. Throws EnrolError.
Enrolment Enrol(Line& line, const std::string& token, const std::string& authority_fingerprint);

}  // namespace chunhui::office
