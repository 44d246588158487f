// Callers in one process that each call again as soon as they are answered, over mutual TLS.
#pragma once

#include <functional>
#include <string>

#include "tests/bench/bench_office.h"

namespace chunhui::bench {

// What caller number `caller` sends as its call number `call`.
struct Question {
  std::string method;
  std::string bytes;
  std::string visit_token;
};
using MakeQuestion = std::function<Question(int64_t call)>;

// Answered calls per second. Throws std::runtime_error on the first call that is refused.
double CallsPerSecond(const Authority& authority, int port, int callers, double seconds,
                      const MakeQuestion& make_question);

// A bare gRPC service over the same TLS that sends back what it got; `/echo.Echo/Say`.
class EchoServer {
 public:
  explicit EchoServer(const Authority& authority);
  ~EchoServer();
  int port() const;

 private:
  struct Rooms;
  std::unique_ptr<Rooms> rooms_;
};

}  // namespace chunhui::bench
