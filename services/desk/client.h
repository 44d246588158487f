// The desk's line to the office: calls and the stream of cases, over mutual TLS. A write is
// repeated under the same request_id when no answer came. Knows nothing of words and screens.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <variant>

#include "chunhui/v1/types.pb.h"
#include "core/secrets/random.h"
#include "services/desk/settings.h"

namespace chunhui::desk {

// Why a call brought nothing.
struct Trouble {
  enum class Kind {
    kNoAnswer,  // the office cannot be reached, or does not know this certificate
    kRefused,   // see the detail
  };
  Kind kind = Kind::kRefused;
  std::string message;     // for developers
  v1::ErrorDetail detail;  // of kRefused
};

template <typename Response>
using Result = std::variant<Response, Trouble>;

class Client {
 public:
  // Reads the certificate files. Throws SecretsError that names the file.
  Client(const Settings& settings, secrets::Random& random);
  ~Client();

  void set_session(std::string token) { session_token_ = std::move(token); }

  // `method` is like "MealService/GetKitchenSheet"; a request_id is filled in where there is one.
  template <typename Response, typename Request>
  Result<Response> Call(const std::string& method, Request request);

  // Asks page after page of a list, the size as set in `request`; answers all of them as one.
  template <typename Response, typename Request>
  Result<Response> CallAllPages(const std::string& method, Request request);

  // Calls `take` in this thread with each message until the stream ends, `take` answers false or
  // Cancel is called. Answers why it ended.
  Trouble Follow(const std::string& method, const std::string& request,
                 const std::function<bool(const std::string&)>& take);
  // Ends a running Follow. Any thread.
  void Cancel();

 private:
  struct Connection;
  std::variant<std::string, Trouble> CallBytes(const std::string& method,
                                               const std::string& request);
  std::string NewRequestId() { return secrets::NewUuid(random_); }

  std::unique_ptr<Connection> connection_;
  secrets::Random& random_;
  std::string session_token_;
};

template <typename Response, typename Request>
Result<Response> Client::Call(const std::string& method, Request request) {
  if constexpr (requires { request.set_request_id(std::string()); }) {
    request.set_request_id(NewRequestId());
  }
  auto answer = CallBytes(method, request.SerializeAsString());
  if (auto* trouble = std::get_if<Trouble>(&answer)) return std::move(*trouble);
  Response response;
  if (!response.ParseFromString(std::get<std::string>(answer))) {
    return Trouble{Trouble::Kind::kRefused, "the office answered something else", {}};
  }
  return response;
}

template <typename Response, typename Request>
Result<Response> Client::CallAllPages(const std::string& method, Request request) {
  Response all;
  do {
    Result<Response> answer = Call<Response>(method, request);
    if (auto* trouble = std::get_if<Trouble>(&answer)) return std::move(*trouble);
    Response& page = std::get<Response>(answer);
    request.set_page_token(page.next_page_token());
    page.clear_next_page_token();
    all.MergeFrom(page);
  } while (!request.page_token().empty());
  return all;
}

}  // namespace chunhui::desk
