// How the staff's panel looks.
#include <algorithm>
#include <array>

#include "kiosk/app/staff_page.h"
#include "kiosk/app/staff_panel.h"
#include "kiosk/app/staff_words.h"
#include "kiosk/screens/phrases.h"

namespace chunhui::app {
namespace {

using kit::Box;
using kit::ButtonKind;
using kit::Role;
using kit::Ui;
using kit::Words;

constexpr float kKeyHeight = 30;
constexpr float kInputHeight = 30;
constexpr float kOutcomeHeight = 24;
constexpr float kStripAir = 3;
constexpr float kStripKeyWidth = 70;
constexpr float kKeysShareLying = 0.6F;

}  // namespace

// One line about what went wrong; takes its room only when there is something to say.
void StaffPanel::DrawHint(Ui& ui, Box& page) {
  if (hint_.empty()) return;
  const std::string words = ui.words().Text(hint_, {{"minutes", wait_minutes_}});
  const float height = ui.MeasureHeight(Role::kBody, words, page.w);
  ui.Text("staff.hint", page.TakeTop(height, kit::kGap / 2), words, {.bold = true});
}

StaffWish StaffPanel::DrawSignIn(Ui& ui) {
  const Words& words = ui.words();
  Box page = DrawStaffTitle(ui, words.Text("staff.title"));
  DrawHint(ui, page);
  Box keys = ui.landscape() ? page.TakeRight(page.w * kKeysShareLying, kit::kGap) : Box{};
  const std::string shown = account_given_ ? std::string(pin_.size(), '*') : account_;
  ui.Input("staff.typed", page.TakeTop(kInputHeight, kit::kGap), shown,
           words.Text(account_given_ ? "staff.pin" : "staff.account"));
  const bool lying = ui.landscape();
  const Box below =
      page.TakeBottom(lying ? 2 * kKeyHeight + kit::kGapMin : kKeyHeight, kit::kGapMin);
  const auto halves = lying ? below.Rows(2, kit::kGapMin) : below.Columns(2, kit::kGap);
  if (!ui.landscape()) keys = page;
  if (const char key = ui.Keypad("staff.key", keys); key != 0) HandleDigit(key);
  const bool close = ui.Button("staff.close", halves[0],
                               {.words = words.Text("staff.close"), .icon = lying ? "" : "close"});
  const bool ready = account_given_ ? pin_.size() >= kPinMin && !asking_ : !account_.empty();
  if (ui.Button(
          "staff.sign_in", halves[1],
          {.words = words.Text("staff.sign_in"), .icon = lying ? "" : "check", .enabled = ready})) {
    SignIn();
  }
  return close ? StaffWish::kClose : StaffWish::kNone;
}

// What staff do for residents, above the keys of the panel itself.
void StaffPanel::DrawJobs(Ui& ui, const Box& row) {
  const auto jobs = row.Columns(2, kit::kGapMin);
  if (ui.Button("staff.find", jobs[0],
                {.words = ui.words().Text("staff.find"), .icon = "person_search"})) {
    find_ = std::make_unique<FindResident>(office_, session_token_);
  }
  if (ui.Button("staff.enrol", jobs[1],
                {.words = ui.words().Text("staff.enrol"), .icon = "person_add"})) {
    enrol_ = std::make_unique<EnrolResident>(office_, session_token_);
  }
}

StaffWish StaffPanel::DrawQueue(Ui& ui) {
  Box page = DrawStaffTitle(ui, ui.words().Text("staff.queue"));
  DrawHint(ui, page);
  const Box keys = page.TakeBottom(kKeyHeight, kit::kGapMin);
  DrawJobs(ui, page.TakeBottom(kKeyHeight, kit::kGap));
  const StaffWish wish = DrawQueueKeys(ui, keys);
  if (cases_ && cases_->empty()) {
    ui.Status("staff.empty", page, ui.words().Text("staff.empty"), "check_circle");
  } else if (cases_) {
    DrawCases(ui, page);
  }
  return wish;
}

StaffWish StaffPanel::DrawQueueKeys(Ui& ui, const Box& row) {
  const auto keys = row.Columns(3, kit::kGapMin);
  const auto key = [&](std::string_view id, const Box& box) {
    return ui.Button(id, box, {.words = ui.words().Text(id)});
  };
  const bool aside = key("staff.aside", keys[0]);
  if (key("staff.device", keys[1])) at_device_ = true;
  if (key("staff.sign_out", keys[2])) return StaffWish::kClose;
  return aside ? StaffWish::kAside : StaffWish::kNone;
}

StaffWish StaffPanel::DrawStrip(Ui& ui) {
  KeepQueue(ui);
  const Words& words = ui.words();
  Box strip = ui.area().Inset(kit::kPageMargin, kStripAir);
  const Box out = strip.TakeRight(kStripKeyWidth, kit::kGapMin);
  const bool open = ui.Button("staff.open", strip,
                              {.words = words.Text("staff.open", {{"who", called_}}),
                               .icon = "badge",
                               .kind = ButtonKind::kSoft});
  if (ui.Button("staff.sign_out", out, {.words = words.Text("staff.sign_out")})) {
    return StaffWish::kClose;
  }
  return open ? StaffWish::kAside : StaffWish::kNone;
}

StaffWish StaffPanel::DrawDevice(Ui& ui, const DeviceState& device) {
  const Words& words = ui.words();
  Box page = DrawStaffTitle(ui, words.Text("staff.device.title"));
  const std::string fault =
      device.fault.empty() ? "" : words.Text("broken.code", {{"code", device.fault}});
  const std::string visit = device.visit_open ? words.Text("staff.device.visit") : "";
  const std::string told =
      screens::Joined({screens::PanelWords(words, device.panel), fault, visit}, "\n");
  const float height = ui.MeasureHeight(Role::kBody, told, page.w);
  ui.Text("staff.device.told", page.TakeTop(height, kit::kGap), told);
  const Box back = page.TakeBottom(kKeyHeight, kit::kGap);
  const float rows = 2 * kit::kSecondButtonHeight + kit::kGapMin;
  const StaffWish wish = DrawDeviceChoices(ui, page.TakeTop(std::min(page.h, rows)), device);
  if (ui.Button("staff.device.back", back,
                {.words = words.Text("staff.queue"), .icon = "arrow_back"})) {
    at_device_ = false;
  }
  return wish;
}

StaffWish StaffPanel::DrawDeviceChoices(Ui& ui, const Box& area, const DeviceState& device) {
  struct Choice {
    const char* id;
    const char* icon;
    StaffWish wish;
    bool enabled;
  };
  const bool out = device.taken_out;
  const bool free = !device.visit_open;
  const Choice power =
      out ? Choice{"staff.device.reopen", "power_settings_new", StaffWish::kBringBack, free}
          : Choice{"staff.device.close", "power_settings_new", StaffWish::kTakeOut, free};
  const std::array<Choice, 4> choices{
      {{"staff.device.measure", "credit_card", StaffWish::kMeasure, free},
       power,
       {"staff.practice", "school", StaffWish::kPractise, true},
       {"staff.device.dark", "hearing", StaffWish::kListenOnly, true}}};
  const std::vector<Box> boxes = area.Grid(2, 2, kit::kGapMin);
  StaffWish wish = StaffWish::kNone;
  for (size_t i = 0; i < choices.size(); ++i) {
    const Choice& choice = choices[i];
    if (ui.Button(choice.id, boxes[i],
                  {.words = ui.words().Text(choice.id),
                   .icon = choice.icon,
                   .enabled = choice.enabled})) {
      wish = choice.wish;
    }
  }
  return wish;
}

void StaffPanel::DrawCases(Ui& ui, Box page) {
  const Words& words = ui.words();
  const kit::CardLook longest{.icon = "notifications_active",
                              .title = CaseTitle(words, cases_->front()),
                              .lines = {words.Text("staff.title"), words.Text("staff.empty")},
                              .arrow = true};
  const float card_h = ui.CardHeight(longest, page.w);
  const Box pages = page.TakeBottom(ui.PagesHeight(), kit::kGap);
  const int per_page = Ui::PageSize(page.h, card_h);
  const int count = static_cast<int>(cases_->size());
  ui.Pages("staff.pages", pages, page_, (count + per_page - 1) / per_page);
  for (int i = page_ * per_page; i < std::min(count, (page_ + 1) * per_page); ++i) {
    const v1::Case& one = (*cases_)[static_cast<size_t>(i)];
    if (ui.Card("staff.case." + std::to_string(i + 1), page.TakeTop(card_h, kit::kGap),
                {.icon = "notifications_active",
                 .hue = kit::Hue::kAmber,
                 .title = CaseTitle(words, one),
                 .lines = {one.kiosk_place(), StateWords(words, one)},
                 .arrow = true,
                 .amber = one.kind() == v1::CASE_KIND_EMERGENCY})) {
      chosen_id_ = one.case_id();
    }
  }
}

void StaffPanel::DrawCase(Ui& ui, const v1::Case& chosen) {
  const Words& words = ui.words();
  Box page = DrawStaffTitle(ui, CaseTitle(words, chosen));
  DrawHint(ui, page);
  const std::string state = chosen.kiosk_place() + " · " + StateWords(words, chosen);
  const float height = ui.MeasureHeight(Role::kBody, state, page.w);
  ui.Text("staff.state", page.TakeTop(height, kit::kGap), state);
  if (ui.Button("staff.back", page.TakeBottom(kKeyHeight, kit::kGap),
                {.words = words.Text("staff.queue"), .icon = "arrow_back"})) {
    chosen_id_.clear();
    return;
  }
  if (chosen.state() == v1::CASE_STATE_OPEN) {
    if (ui.Button("staff.claim", page.TakeTop(kit::kSecondButtonHeight),
                  {.words = words.Text("staff.claim"), .icon = "directions_walk"})) {
      Claim(chosen);
    }
  } else if (chosen.claimed_by() == called_) {
    DrawOutcomes(ui, page, chosen);
  }
}

void StaffPanel::DrawOutcomes(Ui& ui, Box page, const v1::Case& chosen) {
  const auto outcomes = OutcomesFor(chosen.kind());
  const int rows = static_cast<int>(outcomes.size() + 1) / 2;
  const float row_h =
      (page.h - kit::kGapMin * static_cast<float>(rows - 1)) / static_cast<float>(rows);
  const float height = std::min(row_h, std::max(kOutcomeHeight, kit::kSecondButtonHeight));
  const float all = height * static_cast<float>(rows) + kit::kGapMin * static_cast<float>(rows - 1);
  const auto boxes = page.TakeTop(all).Grid(2, rows, kit::kGapMin);
  for (size_t i = 0; i < outcomes.size(); ++i) {
    const v1::CaseOutcome outcome = outcomes[i];
    if (ui.Button("staff.outcome." + std::to_string(i + 1), boxes[i],
                  {.words = OutcomeWords(ui.words(), outcome), .kind = ButtonKind::kSoft})) {
      Close(chosen, outcome);
    }
  }
}

}  // namespace chunhui::app
