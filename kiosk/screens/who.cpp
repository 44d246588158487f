#include "kiosk/screens/who.h"

#include <algorithm>
#include <utility>

#include "core/people/id_number.h"
#include "core/time/local_time.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/number_hints.h"
#include "kiosk/visit/evidence.h"

namespace chunhui::screens {
namespace {

using kit::Box;
using kit::Role;
using kit::Ui;
using kit::Words;

constexpr size_t kDigitsMax = 20;
constexpr float kInputHeight = 30;
constexpr float kCardSheetHeight = 148;

std::string_view TroubleKey(v1::Reason reason) {
  switch (reason) {
    case v1::REASON_CARD_UNKNOWN:
      return "who.card_unknown";
    case v1::REASON_CARD_BLOCKED:
      return "who.card_blocked";
    case v1::REASON_CARD_EXPIRED:
      return "who.card_expired";
    case v1::REASON_RESIDENT_CLOSED:
      return "who.closed";
    case v1::REASON_TOO_MANY_TRIES:
      return "who.tries";
    case v1::REASON_NUMBER_UNKNOWN:
      return "who.not_found";
    default:
      return "trouble.service";
  }
}

// What each of the ways without a card needs.
float WayHeight(const Ui& ui, float width) {
  float height = kit::kTargetMin;
  for (const char* id : {"who.keypad", "who.phone", "who.help"}) {
    const kit::ButtonLook look{.words = ui.words().Text(id), .icon = "phone"};
    height = std::max(height, ui.ButtonHeight(look, width));
  }
  return height;
}

}  // namespace

WhoScreen::WhoScreen(office::Client& office, visit::Visit& visit, const time::Clock& clock,
                     const Place& place, bool can_write, bool can_look)
    : office_(office),
      visit_(visit),
      clock_(clock),
      then_(place.then),
      can_write_(can_write),
      can_look_(can_look) {
  if (!place.subject.empty()) HandleCard(place.subject);
}

std::string_view WhoScreen::State() const {
  if (asking_) return "looking";
  if (!trouble_.empty()) return "trouble";
  if (!typing_) return "card";
  return *typing_ == Kind::kIdNumber ? "id_number" : "phone";
}

Place WhoScreen::Draw(Ui& ui) {
  if (!badge_.empty()) return Place::Staff(std::exchange(badge_, {}));
  if (found_) return Place::To(ScreenName::kIsThisYou, {}, then_);
  if (asking_) {
    DrawWaiting(ui, "who.wait", ui.words().Text("answer.wait"), ui.words().Text("who.looking"));
    return Place::Here();
  }
  if (!trouble_.empty()) return DrawTrouble(ui);
  return typing_ ? DrawKeypad(ui) : DrawCard(ui);
}

Place WhoScreen::DrawCard(Ui& ui) {
  const Words& words = ui.words();
  ui.Title(words.Text("who.title"), {}, ClockNow(ui, clock_));
  Box page = ui.page();
  const float nocard_h = ui.MeasureHeight(Role::kLabel, words.Text("who.nocard"), page.w);
  const float above_ways = ui.reach_top() - page.y - nocard_h - 1.5F * kit::kGap;
  const float ways_least = nocard_h + kit::kGap / 2 + 3 * (WayHeight(ui, page.w) + kit::kGap);
  const float sheet_h =
      std::max(std::min({kCardSheetHeight, page.h * 0.45F, page.h - ways_least}), above_ways);
  Box sheet =
      ui.landscape() ? TakeFarSide(ui, page, page.w * 0.5F) : page.TakeTop(sheet_h, kit::kGap);
  Box inside = ui.SheetOf(sheet, ui.theme().header);
  const std::string text = words.Text("who.card");
  const float text_h = ui.MeasureHeight(Role::kLabel, text, inside.w);
  const float disc = std::clamp(inside.h - text_h - kit::kGap, 20.0F, 72.0F);
  inside = inside.Centered(inside.w, disc + kit::kGap + text_h);
  ui.Icon(inside.TakeTop(disc, kit::kGap).Centered(disc, disc), "contactless");
  ui.Text("who.card", inside, text,
          {.role = Role::kLabel, .align = kit::Align::kCenter, .voice = words.Voice("who.title")});
  return DrawWays(ui, page);
}

// The ways without a card, all equal.
Place WhoScreen::DrawWays(Ui& ui, Box page) {
  const Words& words = ui.words();
  const std::string nocard = words.Text("who.nocard");
  const float nocard_h = ui.MeasureHeight(Role::kLabel, nocard, page.w);
  ui.Text("who.nocard", page.TakeTop(nocard_h, kit::kGap / 2), nocard, {.role = Role::kLabel});
  const float ways = 3.0F + (can_write_ ? 1 : 0) + (can_look_ ? 1 : 0);
  const float row = std::min((page.h - (ways - 1) * kit::kGap) / ways, 52.0F);
  const auto way = [&](std::string_view id, const char* icon) {
    return ui.Button(id, page.TakeTop(row, kit::kGap),
                     {.words = words.Text(id), .icon = icon, .kind = kit::ButtonKind::kSoft});
  };
  if (way("who.keypad", "dialpad")) typing_ = Kind::kIdNumber;
  if (way("who.phone", "phone")) typing_ = Kind::kPhone;
  if (can_look_ && way("who.photo", "photo_camera")) {
    return Place::To(ScreenName::kCardPhoto, {}, then_);
  }
  if (can_write_ && way("who.write", "gesture")) return Place::To(ScreenName::kWriteName);
  if (way("who.help", "notifications_active")) return Place::To(ScreenName::kHelp, "card");
  return Place::Here();
}

Place WhoScreen::DrawKeypad(Ui& ui) {
  const Words& words = ui.words();
  const bool id_number = *typing_ == Kind::kIdNumber;
  ui.Title(words.Text(id_number ? "who.id_title" : "who.phone_title"));
  Box page = ui.page();
  Box left = ui.landscape() ? TakeFarSide(ui, page, page.w * 0.5F, 2 * kit::kGap) : Box{};
  const float ok_h = ui.landscape() ? kit::kMainButtonHeight : std::min(50.0F, page.h * 0.15F);
  const Box ok =
      ui.landscape() ? left.TakeBottom(ok_h, kit::kGap) : page.TakeBottom(ok_h, kit::kGap);
  if (ui.landscape()) {
    DrawTyped(ui, left);
  } else {
    const float typed_h = kInputHeight + kit::kGap / 2 + 2 * ui.line(Role::kBody);
    page.TakeTop(std::max(0.0F, ui.reach_top() - page.y - typed_h - kit::kGap / 2));
    DrawTyped(ui, page.TakeTop(typed_h, kit::kGap / 2));
  }
  if (const char key = ui.Keypad("who.key", ui.Reachable(page), id_number); key != 0)
    HandleDigit(key);
  if (ui.Button("who.ok", ok,
                {.words = words.Text("who.ok"), .icon = "check", .kind = kit::ButtonKind::kMain})) {
    CheckNumber(words);
  }
  return Place::Here();
}

void WhoScreen::DrawTyped(Ui& ui, Box page) {
  const Words& words = ui.words();
  const bool id_number = *typing_ == Kind::kIdNumber;
  ui.Input("who.typed", page.TakeTop(kInputHeight, kit::kGap / 2),
           id_number ? GroupedId(typed_) : GroupedPhone(typed_), Placeholder(words));
  const std::string wrong = checked_ ? Hint(words) : HintSoFar(words);
  ui.Text("who.hint", page, wrong.empty() ? Placeholder(words) : wrong, {.bold = !wrong.empty()});
}

std::string WhoScreen::Placeholder(const Words& words) const {
  return words.Text(*typing_ == Kind::kIdNumber ? "who.id_hint" : "who.phone_hint");
}

Place WhoScreen::DrawTrouble(Ui& ui) {
  const Words& words = ui.words();
  const bool away = trouble_ == "trouble.away";
  const std::string_view given =
      DrawTold(ui, "who.trouble", words.Text(trouble_),
               {.icon = away ? "cloud_off" : "person_search",
                .hue = kit::Hue::kSea,
                .words = words.Text(away ? "trouble.away_next" : "trouble.service_next")},
               {MainAnswer("who.call", words.Text("answer.help"), "notifications_active"),
                OtherAnswer("who.other", words.Text("who.other"), "replay")});
  if (given == "who.call") return Place::To(ScreenName::kHelp, "not_found");
  if (given == "who.other") Back();
  return Place::Here();
}

void WhoScreen::CheckNumber(const Words& words) {
  v1::RecogniseRequest request;
  checked_ = !Hint(words).empty();
  if (checked_) return;
  if (*typing_ == Kind::kIdNumber) {
    request.set_id_number(people::NormaliseIdNumber(typed_));
  } else {
    request.set_phone(typed_);
  }
  Recognise(std::move(request), {});
}

std::string WhoScreen::Hint(const Words& words) const {
  if (*typing_ == Kind::kPhone) return PhoneHint(words, typed_);
  return IdHint(words, typed_, time::LocalDate(clock_.now()));
}

std::string WhoScreen::HintSoFar(const Words& words) const {
  if (*typing_ == Kind::kPhone) return PhoneHintSoFar(words, typed_);
  return IdHintSoFar(words, typed_, time::LocalDate(clock_.now()));
}

void WhoScreen::HandleDigit(char digit) {
  if (!typing_ || asking_ || !trouble_.empty()) return;
  checked_ = false;
  if (digit == '\b') {
    if (!typed_.empty()) typed_.pop_back();
  } else if (typed_.size() < kDigitsMax) {
    typed_ += digit;
  }
}

Place WhoScreen::HandleCard(std::string_view uid) {
  trouble_.clear();
  Recognise(visit::RequestFor(uid), std::string(uid));
  return Place::Here();
}

void WhoScreen::Recognise(v1::RecogniseRequest request, std::string card) {
  asking_ = true;
  office_.Ask(office::kRecognise, std::move(request), guard_,
              [this, card = std::move(card)](const auto& outcome) { HandleAnswer(outcome, card); });
}

void WhoScreen::HandleAnswer(const office::Outcome<v1::RecogniseResponse>& outcome,
                             std::string card) {
  asking_ = false;
  if (outcome.ok() && outcome.value().staff_badge()) {
    badge_ = std::move(card);
    return;
  }
  if (outcome.ok()) {
    const auto& found = outcome.value().candidates();
    visit_.Offer({found.begin(), found.end()}, std::move(card));
    found_ = true;
    return;
  }
  trouble_ = outcome.refused() ? TroubleKey(outcome.reason()) : "trouble.away";
}

Place WhoScreen::Back() {
  if (asking_) {
    guard_.Renew();
    asking_ = false;
    return Place::Here();
  }
  if (!trouble_.empty()) {
    trouble_.clear();
    return Place::Here();
  }
  if (!typing_) return Place::Return();
  typing_.reset();
  typed_.clear();
  checked_ = false;
  return Place::Here();
}

}  // namespace chunhui::screens
