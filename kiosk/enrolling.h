// `chunhui-kiosk enrol`: asks for this kiosk's certificate and writes what it needs to start.
#pragma once

#include <filesystem>
#include <string>

namespace chunhui::kiosk {

struct EnrolOptions {
  std::string token;
  std::string enrolment_address;
  std::string fingerprint;
  std::string office_address;
  std::filesystem::path folder;
};

// Answers the exit code; says on the standard output what was written. Throws std::runtime_error.
int RunEnrol(const EnrolOptions& options);

}  // namespace chunhui::kiosk
