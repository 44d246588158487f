#include "services/desk/session.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "core/secrets/digest.h"
#include "services/papers.h"

namespace chunhui::desk {
namespace {

namespace fs = std::filesystem;

constexpr size_t kNameDigits = 12;

fs::path FolderFor(const fs::path& data_dir) {
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");
  return runtime && fs::is_directory(runtime) ? fs::path(runtime) : data_dir;
}

bool OnlyOursToRead(const fs::path& file) {
  struct stat status {};
  return stat(file.c_str(), &status) == 0 && status.st_uid == geteuid() &&
         (status.st_mode & 077) == 0;
}

}  // namespace

SessionFile::SessionFile(const fs::path& data_dir, const fs::path& certificate)
    : file_(FolderFor(data_dir) /
            ("chunhui-desk-" +
             secrets::Sha256Hex(fs::absolute(certificate).string()).substr(0, kNameDigits) +
             ".session")) {}

std::optional<Session> SessionFile::Load(time::Instant now) const {
  if (!OnlyOursToRead(file_)) return std::nullopt;
  std::ifstream stream(file_);
  Session session;
  int64_t expires_at_unix_ms = 0;
  if (!(stream >> session.account >> session.token >> expires_at_unix_ms)) return std::nullopt;
  session.expires_at = time::FromUnixMs(expires_at_unix_ms);
  return now < session.expires_at ? std::optional(session) : std::nullopt;
}

void SessionFile::Save(const Session& session) const {
  fs::create_directories(file_.parent_path());
  fs::remove(file_);
  office::WriteNewFile(file_,
                       session.account + "\n" + session.token + "\n" +
                           std::to_string(time::ToUnixMs(session.expires_at)) + "\n",
                       office::FileMode::kSecret);
}

void SessionFile::Remove() const { fs::remove(file_); }

}  // namespace chunhui::desk
