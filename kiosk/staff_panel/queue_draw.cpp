// How the queue and a case of it look.
#include <algorithm>
#include <array>

#include "kiosk/kit/words.h"
#include "kiosk/staff_panel/case_words.h"
#include "kiosk/staff_panel/head.h"
#include "kiosk/staff_panel/queue.h"

namespace chunhui::staff_panel {
namespace {

using kit::Box;
using kit::ButtonKind;
using kit::Role;
using kit::Ui;
using kit::Words;

constexpr float kOutcomeHeight = 24;

}  // namespace

Job Queue::Draw(Ui& ui) {
  const v1::Case* chosen = Chosen();
  if (chosen == nullptr) return DrawQueue(ui);
  DrawCase(ui, *chosen);
  return Job::kNone;
}

Job Queue::DrawQueue(Ui& ui) {
  const Words& words = ui.words();
  Box page = DrawHead(ui, words.Text("staff.queue"));
  if (!hint_.empty()) DrawHint(ui, page, words.Text(hint_));
  const Job job = DrawJobs(ui, page);
  if (cases_ && cases_->empty()) {
    ui.Status("staff.empty", page, words.Text("staff.empty"), "check_circle");
  } else if (cases_) {
    DrawCases(ui, page);
  }
  return job;
}

// What staff do for residents, above the keys of the panel itself.
Job Queue::DrawJobs(Ui& ui, Box& page) {
  struct Key {
    const char* id;  // and word
    const char* icon;
    Job job;
  };
  constexpr std::array<Key, 2> kForResidents{
      {{"staff.find", "person_search", Job::kFind}, {"staff.cards", "credit_card", Job::kCards}}};
  constexpr std::array<Key, 3> kOwn{{{"staff.aside", "", Job::kAside},
                                     {"staff.device", "", Job::kDevice},
                                     {"staff.sign_out", "", Job::kSignOut}}};
  Job job = Job::kNone;
  const auto draw = [&](const auto& keys, const Box& row) {
    const auto boxes = row.Columns(static_cast<int>(keys.size()), kit::kGapMin);
    for (size_t i = 0; i < keys.size(); ++i) {
      const kit::ButtonLook look{.words = ui.words().Text(keys[i].id), .icon = keys[i].icon};
      if (ui.Button(keys[i].id, boxes[i], look)) job = keys[i].job;
    }
  };
  const Box own = page.TakeBottom(kKeyHeight, kit::kGapMin);
  draw(kForResidents, page.TakeBottom(kKeyHeight, kit::kGap));
  draw(kOwn, own);
  return job;
}

void Queue::DrawCases(Ui& ui, Box page) {
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

void Queue::DrawCase(Ui& ui, const v1::Case& chosen) {
  const Words& words = ui.words();
  Box page = DrawHead(ui, CaseTitle(words, chosen));
  if (!hint_.empty()) DrawHint(ui, page, words.Text(hint_));
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

void Queue::DrawOutcomes(Ui& ui, Box page, const v1::Case& chosen) {
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

}  // namespace chunhui::staff_panel
