// The wire to the office: calls by name and one stream, bytes in and out. Knows nothing of what is
// asked. Call and Read block their thread; a Line serves one caller thread and one reading thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "chunhui/v1/types.pb.h"

namespace chunhui::office {

// What travels beside a request; empty texts are left out.
struct Headers {
  std::string session_token;
  std::string visit_token;
  std::optional<int64_t> occurred_at_unix_ms;  // of a journalled write that is sent again
};

struct Reply {
  enum class Kind {
    kAnswered,  // `bytes` is the response
    kRefused,   // `detail` says why; repeating the same changes nothing
    kNoAnswer,  // unreachable, too late, or too busy: nobody knows whether it was done
  };
  Kind kind = Kind::kNoAnswer;
  std::string bytes;
  v1::ErrorDetail detail;
};

class Line {
 public:
  virtual ~Line() = default;

  virtual Reply Call(const std::string& method, const Headers& headers, const std::string& bytes,
                     std::chrono::milliseconds deadline) = 0;
  // Opens a stream and hands over each message until it ends for whatever reason.
  virtual void Read(const std::string& method, const std::string& bytes,
                    const std::function<void(const std::string&)>& message) = 0;
  // The identity of the next connection; one that is open stays.
  virtual void Renew(const std::string& /*key_pem*/, const std::string& /*certificate_pem*/) {}
  // Any thread: ends what is under way; from now on nothing is answered.
  virtual void Stop() = 0;
};

}  // namespace chunhui::office
