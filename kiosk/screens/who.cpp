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
constexpr float kInputHeightSmall = 22;
constexpr float kCardIconLeast = 14;
constexpr float kCardIconMost = 72;
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

float InputHeight(const Ui& ui) {
  return kit::IsSmall(ui.panel()) ? kInputHeightSmall : kInputHeight;
}

struct Way {
  const char* id;
  const char* icon;
};

// What each of these needs.
float WayHeight(const Ui& ui, const std::vector<Way>& ways, float width) {
  float height = kit::kTargetMin;
  for (const Way& way : ways) {
    const kit::ButtonLook look{.words = ui.words().Text(way.id), .icon = way.icon};
    height = std::max(height, ui.ButtonHeight(look, width));
  }
  return height;
}

std::vector<Way> WaysWithoutCard(bool can_look, bool can_write) {
  std::vector<Way> ways{{"who.keypad", "dialpad"}, {"who.phone", "phone"}};
  if (can_look) ways.push_back({"who.photo", "photo_camera"});
  if (can_write) ways.push_back({"who.write", "gesture"});
  ways.push_back({"who.help", "notifications_active"});
  return ways;
}

// Below each other, or, where that is too close, two by two with the odd last one across.
std::vector<Box> WayBoxes(const Ui& ui, const Box& page, const std::vector<Way>& ways) {
  constexpr float kTallest = 52;
  const int count = static_cast<int>(ways.size());
  const float row = (page.h - static_cast<float>(count - 1) * ui.gap()) / static_cast<float>(count);
  const Box cell = page.Grid(2, (count + 1) / 2, ui.gap()).front();
  const bool in_a_column = row >= WayHeight(ui, ways, page.w) ||
                           (row >= kit::kTargetMin && cell.h < WayHeight(ui, ways, cell.w));
  if (in_a_column) {
    Box left = page;
    std::vector<Box> boxes;
    for (int i = 0; i < count; ++i) {
      boxes.push_back(left.TakeTop(std::min(row, kTallest), ui.gap()));
    }
    return boxes;
  }
  std::vector<Box> boxes = page.Grid(2, (count + 1) / 2, ui.gap());
  if (count % 2 == 1) boxes[static_cast<size_t>(count) - 1].w = page.w;
  return boxes;
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
  if (by_keys_) return "keys";
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
  if (!typing_) return DrawCard(ui);
  return by_keys_ ? DrawKeysOnly(ui) : DrawKeypad(ui);
}

Place WhoScreen::DrawCard(Ui& ui) {
  const Words& words = ui.words();
  ui.Title(words.Text("who.title"), {}, ClockNow(ui, clock_));
  Box page = ui.page();
  const float nocard_h = ui.MeasureHeight(Role::kLabel, words.Text("who.nocard"), page.w);
  const float above_ways = ui.reach_top() - page.y - nocard_h - 1.5F * ui.gap();
  const std::vector<Way> ways = WaysWithoutCard(can_look_, can_write_);
  const float ways_least =
      nocard_h + ui.gap() / 2 +
      static_cast<float>(ways.size()) * (WayHeight(ui, ways, page.w) + ui.gap());
  const std::string text = words.Text("who.card");
  const float text_w = page.w - 2 * ui.space().padding;
  const float sheet_least =
      ui.MeasureHeight(Role::kLabel, text, text_w) + 2 * ui.space().padding + 1;
  const float sheet_h = std::max(
      {std::min({kCardSheetHeight, page.h * 0.45F, page.h - ways_least}), above_ways, sheet_least});
  Box sheet =
      ui.landscape() ? TakeFarSide(ui, page, page.w * 0.5F) : page.TakeTop(sheet_h, ui.gap());
  Box inside = ui.SheetOf(sheet, ui.theme().header);
  const float text_h = ui.MeasureHeight(Role::kLabel, text, inside.w);
  const float disc = std::min(inside.h - text_h - ui.gap(), kCardIconMost);
  const bool icon = disc >= kCardIconLeast;
  inside = inside.Centered(inside.w, text_h + (icon ? disc + ui.gap() : 0));
  if (icon) ui.Icon(inside.TakeTop(disc, ui.gap()).Centered(disc, disc), "contactless");
  ui.Text("who.card", inside, text,
          {.role = Role::kLabel, .align = kit::Align::kCenter, .voice = words.Voice("who.title")});
  return DrawWays(ui, page);
}

// The ways without a card, all equal.
Place WhoScreen::DrawWays(Ui& ui, Box page) {
  const Words& words = ui.words();
  const std::string nocard = words.Text("who.nocard");
  const float nocard_h = ui.MeasureHeight(Role::kLabel, nocard, page.w);
  ui.Text("who.nocard", page.TakeTop(nocard_h, ui.gap() / 2), nocard, {.role = Role::kLabel});
  const std::vector<Way> ways = WaysWithoutCard(can_look_, can_write_);
  const std::vector<Box> boxes = WayBoxes(ui, ui.Reachable(page), ways);
  std::string_view taken;
  for (size_t i = 0; i < ways.size(); ++i) {
    const kit::ButtonLook look{
        .words = words.Text(ways[i].id), .icon = ways[i].icon, .kind = kit::ButtonKind::kSoft};
    if (ui.Button(ways[i].id, boxes[i], look)) taken = ways[i].id;
  }
  const bool types = taken == "who.keypad" || taken == "who.phone";
  if (types || (taken == "who.write" && ui.by_keys())) {
    typing_ = taken == "who.phone" ? Kind::kPhone : Kind::kIdNumber;
    by_keys_ = ui.by_keys();
    return Place::Here();
  }
  if (taken == "who.photo") return Place::To(ScreenName::kCardPhoto, {}, then_);
  if (taken == "who.write") return Place::To(ScreenName::kWriteName);
  return taken == "who.help" ? Place::To(ScreenName::kHelp, "card") : Place::Here();
}

Place WhoScreen::DrawKeypad(Ui& ui) {
  const Words& words = ui.words();
  const bool id_number = *typing_ == Kind::kIdNumber;
  ui.Title(words.Text(id_number ? "who.id_title" : "who.phone_title"));
  Box page = ui.page();
  Box left = ui.landscape() ? TakeFarSide(ui, page, page.w * 0.5F, 2) : Box{};
  constexpr float kKeypadLeast = 4 * kit::kTargetMin + 3 * kit::kGapMin;
  const float beside_keypad = ui.Reachable(page).h - kKeypadLeast - ui.gap();
  const float ok_h =
      ui.landscape()
          ? ui.space().main_button
          : std::clamp(beside_keypad, ui.space().main_target,
                       std::max(ui.space().main_target, std::min(50.0F, page.h * 0.15F)));
  const Box ok = ui.landscape() ? left.TakeBottom(ok_h, ui.gap()) : page.TakeBottom(ok_h, ui.gap());
  if (ui.landscape()) {
    DrawTyped(ui, left);
  } else {
    const float typed_h = InputHeight(ui) + ui.gap() / 2 + 2 * ui.line(Role::kBody);
    page.TakeTop(std::max(0.0F, ui.reach_top() - page.y - typed_h - ui.gap() / 2));
    DrawTyped(ui, page.TakeTop(typed_h, ui.gap() / 2));
  }
  if (const char key = ui.Keypad("who.key", ui.Reachable(page), id_number); key != 0)
    HandleDigit(key);
  if (ui.Button("who.ok", ok,
                {.words = words.Text("who.ok"), .icon = "check", .kind = kit::ButtonKind::kMain})) {
    CheckNumber(words);
  }
  return Place::Here();
}

// Who walks with the tactile keys cannot hear what was typed: the loudspeaker says no digits.
Place WhoScreen::DrawKeysOnly(Ui& ui) {
  const Words& words = ui.words();
  const std::string_view given =
      DrawTold(ui, "who.keys", words.Text("who.keys.title"),
               {.icon = "contactless", .hue = kit::Hue::kSea, .words = words.Text("who.keys.why")},
               {MainAnswer("who.keys.help", words.Text("answer.help"), "notifications_active"),
                OtherAnswer("who.keys.card", words.Text("who.keys.card"), "contactless")});
  if (given == "who.keys.help") return Place::To(ScreenName::kHelp, "card");
  if (given == "who.keys.card") Back();
  return Place::Here();
}

void WhoScreen::DrawTyped(Ui& ui, Box page) {
  const Words& words = ui.words();
  const bool id_number = *typing_ == Kind::kIdNumber;
  ui.Input("who.typed", page.TakeTop(InputHeight(ui), ui.gap() / 2),
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
  if (!typing_ || by_keys_ || asking_ || !trouble_.empty()) return;
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
  by_keys_ = false;
  typed_.clear();
  checked_ = false;
  return Place::Here();
}

}  // namespace chunhui::screens
