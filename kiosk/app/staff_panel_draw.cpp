// How the staff's panel looks.
#include <algorithm>

#include "kiosk/app/staff_page.h"
#include "kiosk/app/staff_panel.h"
#include "kiosk/app/staff_words.h"

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
constexpr float kKeysShareLying = 0.6F;

}  // namespace

// One line about what went wrong; takes its room only when there is something to say.
void StaffPanel::DrawHint(Ui& ui, Box& page) {
  if (hint_.empty()) return;
  const std::string words = ui.words().Text(hint_, {{"minutes", wait_minutes_}});
  const float height = ui.MeasureHeight(Role::kBody, words, page.w);
  ui.Text("staff.hint", page.TakeTop(height, kit::kGap / 2), words, {.bold = true});
}

bool StaffPanel::DrawSignIn(Ui& ui) {
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
  return !close;
}

// The keys below the queue; true when staff sign out.
bool StaffPanel::DrawLeaving(Ui& ui, Box& page) {
  const auto keys = page.TakeBottom(2 * kKeyHeight + kit::kGapMin, kit::kGap).Rows(2, kit::kGapMin);
  const auto jobs = keys[0].Columns(2, kit::kGap);
  if (ui.Button("staff.find", jobs[0],
                {.words = ui.words().Text("staff.find"), .icon = "person_search"})) {
    find_ = std::make_unique<FindResident>(office_, session_token_);
  }
  if (ui.Button("staff.enrol", jobs[1],
                {.words = ui.words().Text("staff.enrol"), .icon = "person_add"})) {
    enrol_ = std::make_unique<EnrolResident>(office_, session_token_);
  }
  const auto ways = keys[1].Columns(2, kit::kGap);
  wants_practice_ = ui.Button("staff.practice", ways[0],
                              {.words = ui.words().Text("staff.practice"), .icon = "school"});
  const bool leave = ui.Button("staff.sign_out", ways[1],
                               {.words = ui.words().Text("staff.sign_out"), .icon = "exit_to_app"});
  return leave || wants_practice_;
}

bool StaffPanel::DrawQueue(Ui& ui) {
  const Words& words = ui.words();
  Box page = DrawStaffTitle(ui, words.Text("staff.queue"));
  DrawHint(ui, page);
  const bool leave = DrawLeaving(ui, page);
  if (!cases_ || cases_->empty()) {
    if (cases_) ui.Status("staff.empty", page, words.Text("staff.empty"), "check_circle");
    return !leave;
  }
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
  return !leave;
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
