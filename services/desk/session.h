// Who is signed in at this desk, kept in a file of mode 0600 so that several commands share it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/time/instant.h"

namespace chunhui::desk {

struct Session {
  std::string account;
  std::string token;
  time::Instant expires_at;
};

class SessionFile {
 public:
  // In XDG_RUNTIME_DIR when there is one (gone at log-out), else in `data_dir`. Desks with
  // different certificates do not share a session.
  SessionFile(const std::filesystem::path& data_dir, const std::filesystem::path& certificate);

  // Nothing when nobody is signed in, the session is over, or others may read the file.
  std::optional<Session> Load(time::Instant now) const;
  // Throws std::runtime_error when the file cannot be written.
  void Save(const Session& session) const;
  void Remove() const;

 private:
  std::filesystem::path file_;
};

}  // namespace chunhui::desk
