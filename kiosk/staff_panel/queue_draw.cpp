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

constexpr int kCasesAPage = 3;
constexpr float kKeysShareInColumns = 0.5F;

kit::CardLook CaseCard(const Words& words, const v1::Case& one) {
  return {.icon = "notifications_active",
          .hue = kit::Hue::kAmber,
          .title = CaseTitle(words, one),
          .lines = {one.kiosk_place(), StateWords(words, one)},
          .arrow = true,
          .amber = one.kind() == v1::CASE_KIND_EMERGENCY};
}

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
  Box below = InColumns(ui) ? page.TakeRight(page.w * kKeysShareInColumns, ui.gap())
                            : page.TakeBottom(2 * kKeyHeight + kit::kGapMin, ui.gap());
  const auto rows = below.Rows(2, kit::kGapMin);
  draw(kForResidents, rows[0]);
  draw(kOwn, rows[1]);
  return job;
}

void Queue::DrawCases(Ui& ui, Box page) {
  const Words& words = ui.words();
  const kit::CardLook longest{.icon = "notifications_active",
                              .title = CaseTitle(words, cases_->front()),
                              .lines = {words.Text("staff.title"), words.Text("staff.empty")},
                              .arrow = true};
  const float card_h = ui.CardHeight(longest, page.w);
  const Box pages = page.TakeBottom(ui.PagesHeight(), ui.gap());
  const int per_page = Ui::PageSize(page.h, card_h, ui.gap(), kCasesAPage);
  const int count = static_cast<int>(cases_->size());
  ui.Pages("staff.pages", pages, page_, (count + per_page - 1) / per_page);
  std::vector<kit::CardLook> cards;
  for (const v1::Case& one : *cases_) cards.push_back(CaseCard(words, one));
  ui.AlignCards(cards, {page.x, page.y, page.w, card_h});
  for (int i = page_ * per_page; i < std::min(count, (page_ + 1) * per_page); ++i) {
    const auto at = static_cast<size_t>(i);
    if (ui.Card("staff.case." + std::to_string(i + 1), page.TakeTop(card_h, ui.gap()), cards[at])) {
      chosen_id_ = (*cases_)[at].case_id();
      outcomes_page_ = 0;
    }
  }
  ui.AlignCards({}, {});
}

void Queue::DrawCase(Ui& ui, const v1::Case& chosen) {
  const Words& words = ui.words();
  Box page = DrawHead(ui, CaseTitle(words, chosen));
  if (!hint_.empty()) DrawHint(ui, page, words.Text(hint_));
  const std::string state = chosen.kiosk_place() + " · " + StateWords(words, chosen);
  const float height = ui.MeasureHeight(Role::kBody, state, page.w);
  ui.Text("staff.state", page.TakeTop(height, ui.gap()), state);
  if (ui.Button("staff.back", TakeKeys(ui, page),
                {.words = words.Text("staff.queue"), .icon = "arrow_back"})) {
    chosen_id_.clear();
    return;
  }
  if (chosen.state() == v1::CASE_STATE_OPEN) {
    if (ui.Button("staff.claim", page.TakeTop(ui.space().second_button),
                  {.words = words.Text("staff.claim"), .icon = "directions_walk"})) {
      Claim(chosen);
    }
  } else if (chosen.claimed_by() == called_) {
    DrawOutcomes(ui, page, chosen);
  }
}

// Two by two, the likely ones first.
void Queue::DrawOutcomes(Ui& ui, Box page, const v1::Case& chosen) {
  constexpr int kAPage = 4;
  const auto outcomes = OutcomesFor(chosen.kind());
  const int count = static_cast<int>(outcomes.size());
  if (count > kAPage) {
    const Box pages = page.TakeBottom(ui.PagesHeight(), ui.gap());
    ui.Pages("staff.outcomes", pages, outcomes_page_, (count + kAPage - 1) / kAPage);
  }
  const int first = count > kAPage ? outcomes_page_ * kAPage : 0;
  const int columns = InColumns(ui) ? kAPage : 2;
  const int rows = std::min(count, kAPage) > columns ? 2 : 1;
  const float most = ui.space().second_button * static_cast<float>(rows) + kit::kGapMin;
  const auto boxes = page.TakeTop(std::min(page.h, most)).Grid(columns, rows, kit::kGapMin);
  for (int i = first; i < std::min(count, first + kAPage); ++i) {
    const v1::CaseOutcome outcome = outcomes[static_cast<size_t>(i)];
    if (ui.Button("staff.outcome." + std::to_string(i + 1), boxes[static_cast<size_t>(i - first)],
                  {.words = OutcomeWords(ui.words(), outcome), .kind = ButtonKind::kSoft})) {
      Close(chosen, outcome);
    }
  }
}

}  // namespace chunhui::staff_panel
