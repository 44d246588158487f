// Every call to the back office. Screens ask here and get their answer on the UI thread; they never
// wait. Decides within a second that the office is away, and finds out by itself that it is back.
//
//   v1::BookMealRequest request;                         // request_id is filled in here
//   request.set_menu_dish_id(id);
//   parts.office.Ask(office::kBookMeal, std::move(request), guard_,
//                    [this](const office::Outcome<v1::BookMealResponse>& outcome) { ... });
//
// The answer of a journalled write may come twice: kChecking, later the final one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "core/secrets/random.h"
#include "core/time/clock.h"
#include "kiosk/office/guard.h"
#include "kiosk/office/known.h"
#include "kiosk/office/line.h"
#include "kiosk/office/methods.h"
#include "kiosk/office/outcome.h"
#include "kiosk/office/pace.h"
#include "kiosk/office/renewal.h"

namespace chunhui::office {

template <typename Response>
using Then = std::function<void(const Outcome<Response>&)>;

class Client {
 public:
  struct Parts {
    std::unique_ptr<Line> line;
    // For the journal and what is known; made when it is not there. Empty: in memory only.
    std::filesystem::path folder;
    const time::Clock& clock;
    secrets::Random& random;
    std::function<void()> wake;  // from other threads: call Deliver soon
    std::string version = {};
    Pace pace = {};
    std::string fault_code = {};                 // "K-04": told with the heartbeat
    std::optional<IdentityFiles> identity = {};  // renewed in time; nothing: never
  };

  // Reads what was known from the disk; asks nobody. Throws StoreError and SecretsError when the
  // folder cannot be used.
  explicit Client(Parts parts);
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client();

  // Asks with the visit of this moment. Never calls `then` before it returns;
  // drops it when `guard` is gone or renewed.
  template <typename Request, typename Response>
  void Ask(const Method<Request, Response>& method, std::type_identity_t<Request> request,
           const Guard& guard, std::type_identity_t<Then<Response>> then);
  // The same by a signed-in member of staff, without the visit.
  template <typename Request, typename Response>
  void AskAsStaff(const std::string& session_token, const Method<Request, Response>& method,
                  std::type_identity_t<Request> request, const Guard& guard,
                  std::type_identity_t<Then<Response>> then);
  // The same for the visitor who stands beside: session and visit both go with it.
  template <typename Request, typename Response>
  void AskBeside(const std::string& session_token, const Method<Request, Response>& method,
                 std::type_identity_t<Request> request, const Guard& guard,
                 std::type_identity_t<Then<Response>> then);
  // For a write that may have to be repeated when its answer was lost: a request that has an id
  // already keeps it.
  std::string NewRequestId();
  // The same when nobody waits for the answer (ending a visit).
  template <typename Request, typename Response>
  void Tell(const Method<Request, Response>& method, std::type_identity_t<Request> request);

  const Known& known() const;
  // True from the first unanswered call until the office answers again; false before the first.
  bool away() const;
  // Journalled writes that have no answer yet.
  int unanswered() const;
  // Ask for the public lists now (a screen that shows them was opened); `known` changes when they
  // come.
  void RefreshMenu();
  void RefreshEvents();

  // --- for the app
  // Told to the office at once; empty: works again.
  void SetFault(std::string code);
  // Sent with every Ask from now on; empty for nobody.
  void SetVisit(std::string visit_token);
  // The visitor has gone: only staff still wait for their answers, no visit token is kept.
  void Forget();
  // Connects and begins to follow. Call once, after the first frame has been shown.
  void Start();
  // Hands over what has come; true when anything has. Called on the UI thread after the wake
  // function was called.
  bool Deliver();
  // Nothing is being asked, waits to be delivered or is on its way (journalled writes that wait
  // for their next try do not count). For tests.
  bool idle() const;

 private:
  struct Inside;
  // What came, before it is read as a message.
  using Raw = Outcome<std::string>;
  struct Identity {
    std::string visit_token;
    std::string session_token;
    bool staff = false;  // their answers outlive the visit
  };
  template <typename Request, typename Response>
  void AskBy(Identity identity, const Method<Request, Response>& method, Request request,
             const Guard& guard, Then<Response> then);
  Identity Visitor() const;
  // `request_id` is empty for reads.
  void Send(Identity identity, const char* method, Sending sending, std::string request_id,
            std::string bytes, std::function<void(const Raw&)> then);

  std::unique_ptr<Inside> inside_;
};

namespace detail {

template <typename Response>
Outcome<Response> Read(const Outcome<std::string>& raw) {
  switch (raw.kind()) {
    case OutcomeKind::kRefused:
      return Outcome<Response>::Refused(raw.detail());
    case OutcomeKind::kAway:
      return Outcome<Response>::Away();
    case OutcomeKind::kChecking:
      return Outcome<Response>::Checking();
    case OutcomeKind::kValue:
      break;
  }
  Response response;
  if (!response.ParseFromString(raw.value())) return Outcome<Response>::Away();
  return Outcome<Response>::Value(std::move(response));
}

}  // namespace detail

template <typename Request, typename Response>
void Client::AskBy(Identity identity, const Method<Request, Response>& method, Request request,
                   const Guard& guard, Then<Response> then) {
  std::string request_id;
  if constexpr (requires { request.set_request_id(std::string()); }) {
    if (request.request_id().empty()) request.set_request_id(NewRequestId());
    request_id = request.request_id();
  }
  Send(std::move(identity), method.name, method.sending, std::move(request_id),
       request.SerializeAsString(),
       [watch = guard.watch(), then = std::move(then)](const Raw& raw) {
         if (!watch.expired()) then(detail::Read<Response>(raw));
       });
}

template <typename Request, typename Response>
void Client::Ask(const Method<Request, Response>& method, std::type_identity_t<Request> request,
                 const Guard& guard, std::type_identity_t<Then<Response>> then) {
  AskBy(Visitor(), method, std::move(request), guard, std::move(then));
}

template <typename Request, typename Response>
void Client::AskAsStaff(const std::string& session_token, const Method<Request, Response>& method,
                        std::type_identity_t<Request> request, const Guard& guard,
                        std::type_identity_t<Then<Response>> then) {
  AskBy(Identity{{}, session_token, true}, method, std::move(request), guard, std::move(then));
}

template <typename Request, typename Response>
void Client::AskBeside(const std::string& session_token, const Method<Request, Response>& method,
                       std::type_identity_t<Request> request, const Guard& guard,
                       std::type_identity_t<Then<Response>> then) {
  AskBy(Identity{Visitor().visit_token, session_token, true}, method, std::move(request), guard,
        std::move(then));
}

template <typename Request, typename Response>
void Client::Tell(const Method<Request, Response>& method, std::type_identity_t<Request> request) {
  const Guard nobody;
  AskBy(Visitor(), method, std::move(request), nobody, Then<Response>());
}

}  // namespace chunhui::office
