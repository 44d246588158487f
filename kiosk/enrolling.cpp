#include "kiosk/enrolling.h"

#include <sys/stat.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iostream>

#include "kiosk/config.h"
#include "kiosk/office/enrol.h"
#include "kiosk/office/late_line.h"

namespace chunhui::kiosk {
namespace {

namespace fs = std::filesystem;

// Desks show it in groups and in capitals.
std::string Normalised(const std::string& fingerprint) {
  std::string hex;
  for (const char letter : fingerprint) {
    if (std::isxdigit(static_cast<unsigned char>(letter))) {
      hex += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
  }
  if (hex.size() != 64) throw ConfigError("--fingerprint: 64 hex digits are needed");
  return hex;
}

void Write(const fs::path& file, const std::string& text, mode_t mode) {
  const mode_t before = umask(0777 & ~mode);
  std::ofstream stream(file, std::ios::trunc);
  umask(before);
  stream << text;
  stream.flush();
  if (!stream) throw ConfigError(file.string() + ": cannot be written");
}

}  // namespace

int RunEnrol(const EnrolOptions& options) {
  const fs::path config = options.folder / "kiosk.toml";
  if (fs::exists(options.folder / "kiosk.key")) {
    throw ConfigError(options.folder.string() + ": there is a kiosk.key already");
  }
  fs::create_directories(options.folder);
  const std::string fingerprint = Normalised(options.fingerprint);
  office::LateLine line(WireModule(), {options.enrolment_address, {}, {}, {}, fingerprint});
  const office::Enrolment own = office::Enrol(line, options.token, fingerprint);
  Write(options.folder / "kiosk.key", own.key_pem, 0600);
  Write(options.folder / "kiosk.pem", own.certificate_pem, 0644);
  Write(options.folder / "ca.pem", own.authority_pem, 0644);
  WriteConfig(config, options.office_address);
  std::cout << "kiosk " << own.kiosk_id << " at " << own.station_id << " is enrolled\n"
            << "start it with: chunhui-kiosk --config " << config.string() << "\n";
  return 0;
}

}  // namespace chunhui::kiosk
