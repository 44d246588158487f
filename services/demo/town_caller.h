// Calls the office in process the way a kiosk or desk of the town would, so that the demo town
// comes in through the same methods as everything else.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>

#include "core/secrets/random.h"
#include "services/calls/dispatcher.h"

namespace chunhui::demo {

class TownCaller {
 public:
  TownCaller(calls::Dispatcher& dispatcher, secrets::Random& random, const calls::Device& device);

  void set_session(std::string token) { peer_.session_token = std::move(token); }
  void set_visit(std::string token) { peer_.visit_token = std::move(token); }

  // `method` is like "MealService/BookMeal". A new request_id is filled in where there is one.
  // Throws std::runtime_error when the office refuses.
  template <typename Response, typename Request>
  Response Call(const std::string& method, Request request);
  // Nothing when the office refuses.
  template <typename Response, typename Request>
  std::optional<Response> Try(const std::string& method, Request request);

 private:
  calls::Answer Send(const std::string& method, const std::string& bytes);

  calls::Dispatcher& dispatcher_;
  secrets::Random& random_;
  calls::Peer peer_;
};

template <typename Response, typename Request>
std::optional<Response> TownCaller::Try(const std::string& method, Request request) {
  if constexpr (calls::detail::HasRequestId<Request>) {
    request.set_request_id(secrets::NewUuid(random_));
  }
  const calls::Answer answer = Send(method, request.SerializeAsString());
  Response response;
  if (answer.code != calls::Code::kOk || !response.ParseFromString(answer.response)) {
    return std::nullopt;
  }
  return response;
}

template <typename Response, typename Request>
Response TownCaller::Call(const std::string& method, Request request) {
  auto response = Try<Response>(method, std::move(request));
  if (!response) throw std::runtime_error("the demo town: the office refused " + method);
  return std::move(*response);
}

}  // namespace chunhui::demo
