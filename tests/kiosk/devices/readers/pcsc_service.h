// A pcscd of our own with one virtual reader. There can be only one on a machine: whoever makes one
// waits for all others, also those of other test runs.
#pragma once

#include <sys/types.h>

#include "tests/support/temporary_folder.h"

namespace chunhui::tests {

class PcscService {
 public:
  // Throws std::runtime_error when pcscd does not come up within ten seconds.
  PcscService();
  PcscService(const PcscService&) = delete;
  PcscService& operator=(const PcscService&) = delete;
  ~PcscService();

  // For VirtualCard.
  int port() const;
  void Start();
  void Stop();

 private:
  TemporaryFolder folder_;
  int lock_ = -1;
  pid_t process_ = -1;
};

}  // namespace chunhui::tests
