#include "kiosk/staff_panel/sign_in.h"

#include <utility>

#include "kiosk/kit/words.h"
#include "kiosk/staff_panel/head.h"

namespace chunhui::staff_panel {
namespace {

using kit::Box;
using kit::Ui;
using kit::Words;

constexpr float kInputHeight = 30;
constexpr float kKeysShareLying = 0.6F;

}  // namespace

SignIn::SignIn(office::Client& office, std::string badge, Then then)
    : office_(office),
      then_(std::move(then)),
      badge_(std::move(badge)),
      account_given_(!badge_.empty()) {}

void SignIn::HandleKey(char key) {
  std::string& typed = account_given_ ? pin_ : account_;
  hint_.clear();
  if (key == '\b') {
    if (!typed.empty()) typed.pop_back();
  } else if (typed.size() < kPinMax) {
    typed += key;
  }
}

void SignIn::Send() {
  if (!account_given_) {
    account_given_ = !account_.empty();
    return;
  }
  if (asking_ || pin_.size() < kPinMin) return;
  v1::SignInRequest request;
  badge_.empty() ? request.set_account(account_) : request.set_badge(badge_);
  request.set_pin(std::exchange(pin_, {}));
  asking_ = true;
  office_.AskAsStaff({}, office::kSignIn, std::move(request), guard_,
                     [this](const auto& outcome) { HandleAnswer(outcome); });
}

void SignIn::HandleAnswer(const office::Outcome<v1::SignInResponse>& outcome) {
  asking_ = false;
  if (outcome.ok()) {
    hint_.clear();
    then_(outcome.value());
  } else if (outcome.reason() == v1::REASON_LOCKED_OUT) {
    hint_ = "staff.locked";
    wait_minutes_ = (outcome.detail().retry_after_seconds() + 59) / 60;
  } else {
    hint_ = outcome.refused() ? "staff.wrong" : "staff.away";
  }
}

bool SignIn::Draw(Ui& ui) {
  const Words& words = ui.words();
  Box page = DrawHead(ui, words.Text("staff.title"));
  Box below = InColumns(ui) ? TakeKeys(ui, page) : Box{};
  const std::string hint = hint_.empty() ? "" : words.Text(hint_, {{"minutes", wait_minutes_}});
  if (!InColumns(ui)) DrawHint(ui, page, hint);
  Box keys = ui.landscape() ? page.TakeRight(page.w * kKeysShareLying, ui.gap()) : Box{};
  const std::string shown = account_given_ ? std::string(pin_.size(), '*') : account_;
  ui.Input("staff.typed", page.TakeTop(kInputHeight, ui.gap()), shown,
           words.Text(account_given_ ? "staff.pin" : "staff.account"));
  if (InColumns(ui)) {
    DrawHint(ui, page, hint);
  } else {
    below =
        page.TakeBottom(ui.landscape() ? 2 * kKeyHeight + kit::kGapMin : kKeyHeight, kit::kGapMin);
  }
  if (!ui.landscape()) keys = page;
  if (const char key = ui.Keypad("staff.key", keys); key != 0) HandleKey(key);
  return DrawKeys(ui, below);
}

bool SignIn::DrawKeys(Ui& ui, const Box& below) {
  const Words& words = ui.words();
  const bool lying = ui.landscape();
  const auto halves = lying ? below.Rows(2, kit::kGapMin) : below.Columns(2, ui.gap());
  const bool close = ui.Button("staff.close", halves[0],
                               {.words = words.Text("staff.close"), .icon = lying ? "" : "close"});
  const bool ready = account_given_ ? pin_.size() >= kPinMin && !asking_ : !account_.empty();
  if (ui.Button(
          "staff.sign_in", halves[1],
          {.words = words.Text("staff.sign_in"), .icon = lying ? "" : "check", .enabled = ready})) {
    Send();
  }
  return !close;
}

}  // namespace chunhui::staff_panel
