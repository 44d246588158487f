// Signing in and out.
#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>

#include "chunhui/v1/staff.pb.h"
#include "services/calls/wire.h"
#include "services/desk/desk.h"
#include "services/secret_text.h"

namespace chunhui::desk {
namespace {

// Typed without an echo; nothing when there is no terminal.
std::optional<std::string> AskForPin() {
  if (!isatty(STDIN_FILENO)) return std::nullopt;
  termios before{};
  if (tcgetattr(STDIN_FILENO, &before) != 0) return std::nullopt;
  termios silent = before;
  silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  std::fprintf(stderr, "PIN: ");
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  std::string pin;
  const bool read = static_cast<bool>(std::getline(std::cin, pin));
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
  std::fprintf(stderr, "\n");
  return read ? std::optional(pin) : std::nullopt;
}

}  // namespace

ExitCode SignIn(Desk& desk, const SignInWish& wish) {
  if (wish.account.empty()) return ReportWrongUse("sign in: chunhui-desk signin --account NAME");
  auto pin = office::ReadSecretText(wish.pin_file, "CHUNHUI_PIN");
  if (!pin && wish.pin_file.empty()) pin = AskForPin();
  if (!pin) return ReportWrongUse("give the PIN in --pin-file, CHUNHUI_PIN or at a terminal");
  v1::SignInRequest request;
  request.set_account(wish.account);
  request.set_pin(*pin);
  desk.client.set_session("");
  const auto answer = desk.client.Call<v1::SignInResponse>("StaffService/SignIn", request);
  if (const auto* trouble = std::get_if<Trouble>(&answer)) return Report(*trouble);
  const auto& response = std::get<v1::SignInResponse>(answer);
  const auto expires = calls::FromWire(response.expires_at()).value_or(desk.clock.now());
  desk.session_file.Save({wish.account, response.session_token(), expires});
  desk.client.set_session(response.session_token());
  return ExitCode::kDone;
}

ExitCode SignOut(Desk& desk) {
  const auto session = desk.session_file.Load(desk.clock.now());
  desk.session_file.Remove();
  if (!session) return ExitCode::kDone;
  desk.client.set_session(session->token);
  const auto answer =
      desk.client.Call<v1::SignOutResponse>("StaffService/SignOut", v1::SignOutRequest());
  const auto* trouble = std::get_if<Trouble>(&answer);
  if (!trouble || trouble->detail.reason() == v1::REASON_SESSION_ENDED) return ExitCode::kDone;
  return Report(*trouble);
}

ExitCode EnsureSession(Desk& desk, const SignInWish& wish) {
  const auto session = desk.session_file.Load(desk.clock.now());
  if (session && (wish.account.empty() || wish.account == session->account)) {
    desk.client.set_session(session->token);
    return ExitCode::kDone;
  }
  return SignIn(desk, wish);
}

}  // namespace chunhui::desk
