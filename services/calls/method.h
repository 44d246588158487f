// The method table: names bound to plain functions. Everything that serves calls (gRPC, tests,
// later the gateway) works from it.
#pragma once

#include <any>
#include <concepts>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "services/calls/call.h"
#include "services/calls/caller.h"
#include "services/calls/outcome.h"

namespace chunhui::calls {

enum class MethodKind {
  kRead,   // on a read connection, in the thread of the call; touches nobody's record
  kWrite,  // in the writer, in a savepoint of its own; answered after COMMIT
};

using Bytes = std::string;

// A request that has been parsed, ready to run once.
struct Prepared {
  std::string request_id;    // empty when the request has none
  std::string content_hash;  // of method and content; only with a request_id
  // Runs slow work (PIN hashing) on a thread of its own with a read connection; may be empty.
  std::function<void(Call&)> before;
  std::function<Outcome<Bytes>(Call&)> run;
};

struct Method {
  std::string name;  // "/chunhui.v1.MealService/BookMeal"
  MethodKind kind;
  Rights rights;
  // Nothing when the bytes are no such message.
  std::function<std::optional<Prepared>(std::string_view bytes)> prepare;
};

// What a stream sends: first these messages, then every event it wants.
struct StreamPlan {
  std::vector<Bytes> first;
  std::function<bool(const Event&)> wants;
  // After which event the stream is closed (the office's side of signing out); may be empty.
  std::function<bool(const Event&)> ends;
  // A sign of life, asked for every 10 s; may be empty.
  std::function<Bytes()> sign_of_life;
  // Called once when the stream has ended; may be empty.
  std::function<void()> ended;
};

struct StreamMethod {
  std::string name;
  Rights rights;
  // Runs on a read connection. Nothing when the bytes are no such message.
  std::function<std::optional<Outcome<StreamPlan>>(Call&, std::string_view bytes)> open;
};

struct MethodTable {
  std::vector<Method> methods;
  std::vector<StreamMethod> streams;
};

std::string ContentHash(std::string_view method, std::string_view bytes);

namespace detail {

template <typename Request>
concept HasRequestId = requires(const Request& request) {
  { request.request_id() } -> std::convertible_to<std::string>;
};

template <typename Request>
std::shared_ptr<Request> Parse(std::string_view bytes) {
  auto request = std::make_shared<Request>();
  const bool good = request->ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
  return good ? request : nullptr;
}

template <typename Response>
Outcome<Bytes> Serialise(Outcome<Response> outcome) {
  if (!outcome.ok()) return outcome.refusal();
  return outcome.value().SerializeAsString();
}

template <typename Request>
Prepared PrepareRequest(std::string_view method, const Request& request) {
  Prepared prepared;
  if constexpr (HasRequestId<Request>) {
    prepared.request_id = request.request_id();
    prepared.content_hash = ContentHash(method, request.SerializeAsString());
  }
  return prepared;
}

template <typename Request, typename Response>
Method Plain(std::string name, MethodKind kind, Rights rights,
             std::function<Outcome<Response>(Call&, const Request&)> function) {
  auto prepare = [name, function](std::string_view bytes) -> std::optional<Prepared> {
    auto request = Parse<Request>(bytes);
    if (!request) return std::nullopt;
    Prepared prepared = PrepareRequest(name, *request);
    prepared.run = [request, function](Call& call) { return Serialise(function(call, *request)); };
    return prepared;
  };
  return {std::move(name), kind, rights, std::move(prepare)};
}

}  // namespace detail

template <typename Request, typename Response>
Method Read(std::string name, Rights rights, Outcome<Response> (*function)(Call&, const Request&)) {
  return detail::Plain<Request, Response>(std::move(name), MethodKind::kRead, rights, function);
}

// The request has a `request_id` (repeats get the stored answer), or the call writes nothing but
// its audit rows.
template <typename Request, typename Response>
Method Write(std::string name, Rights rights,
             Outcome<Response> (*function)(Call&, const Request&)) {
  return detail::Plain<Request, Response>(std::move(name), MethodKind::kWrite, rights, function);
}

// For functions that need something more than a Call: give a lambda with the types spelled out,
// WriteWith<SignInRequest, SignInResponse>(name, rights, [&](Call&, const SignInRequest&) {...}).
template <typename Request, typename Response>
Method ReadWith(std::string name, Rights rights,
                std::function<Outcome<Response>(Call&, const Request&)> function) {
  return detail::Plain<Request, Response>(std::move(name), MethodKind::kRead, rights,
                                          std::move(function));
}
template <typename Request, typename Response>
Method WriteWith(std::string name, Rights rights,
                 std::function<Outcome<Response>(Call&, const Request&)> function) {
  return detail::Plain<Request, Response>(std::move(name), MethodKind::kWrite, rights,
                                          std::move(function));
}

// A write with slow work before it, done on a thread of its own with a read connection; what it
// found is handed to the write.
template <typename Request, typename Response, typename Found>
Method WriteAfter(std::string name, Rights rights, Found (*before)(Call&, const Request&),
                  Outcome<Response> (*function)(Call&, const Request&, const Found&)) {
  auto prepare = [name, before, function](std::string_view bytes) -> std::optional<Prepared> {
    auto request = detail::Parse<Request>(bytes);
    if (!request) return std::nullopt;
    auto found = std::make_shared<std::optional<Found>>();
    Prepared prepared = detail::PrepareRequest(name, *request);
    prepared.before = [request, before, found](Call& call) { *found = before(call, *request); };
    prepared.run = [request, function, found](Call& call) {
      return detail::Serialise(function(call, *request, **found));
    };
    return prepared;
  };
  return {std::move(name), MethodKind::kWrite, rights, std::move(prepare)};
}

template <typename Request>
StreamMethod Stream(std::string name, Rights rights,
                    std::function<Outcome<StreamPlan>(Call&, const Request&)> open) {
  auto parse_and_open = [open](Call& call,
                               std::string_view bytes) -> std::optional<Outcome<StreamPlan>> {
    auto request = detail::Parse<Request>(bytes);
    if (!request) return std::nullopt;
    return open(call, *request);
  };
  return {std::move(name), rights, std::move(parse_and_open)};
}

}  // namespace chunhui::calls
