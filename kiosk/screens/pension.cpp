#include "kiosk/screens/pension.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/time/local_time.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/phrases.h"
#include "kiosk/screens/ticket.h"

namespace chunhui::screens {

using kit::Box;
using kit::Role;
using kit::Ui;
using kit::Words;

namespace {

constexpr float kAir = 5;
constexpr float kStepsApart = 2;
constexpr float kChoiceHeightMax = 68;
constexpr std::array<std::string_view, 4> kSelfSteps{"pension.self_1", "pension.self_2",
                                                     "pension.self_3", "pension.self_4"};
constexpr std::array<std::string_view, 4> kFamilySteps{"pension.family_1", "pension.family_2",
                                                       "pension.family_3", "pension.family_4"};

using Steps = std::array<std::string_view, 4>;

// The tallest of them, all alike.
float StepHeight(const Ui& ui, const Steps& steps, Role role, float width) {
  float height = ui.line(Role::kTitle);
  for (const std::string_view key : steps) {
    height = std::max(height, ui.MeasureHeight(role, ui.words().Text(key), width));
  }
  return height;
}

// Steps with large numbers, all in the larger type where it fits; on pages where neither does.
void DrawNumbered(Ui& ui, Box page, const Steps& steps, int& shown) {
  const int count = static_cast<int>(steps.size());
  const float number_w = ui.em(Role::kTitle) * 1.4F;
  const float padding = 2 * ui.space().padding;
  const float text_w = page.w - padding - number_w;
  const auto per_page_in = [&](Role role, const Box& box) {
    return Ui::PageSize(box.h - padding, StepHeight(ui, steps, role, text_w), kStepsApart, count);
  };
  const Role role = per_page_in(Role::kLabel, page) == count ? Role::kLabel : Role::kBody;
  Box keys;
  int per_page = per_page_in(role, page);
  if (per_page < count) {
    keys = page.TakeBottom(ui.PagesHeight(), ui.gap());
    per_page = per_page_in(role, page);
  }
  const int pages = (count + per_page - 1) / per_page;
  shown = std::clamp(shown, 0, pages - 1);
  const std::vector<Box> rows = ui.Sheet(page).Rows(per_page, kStepsApart);
  for (int i = shown * per_page; i < std::min(count, (shown + 1) * per_page); ++i) {
    Box row = rows[static_cast<size_t>(i % per_page)];
    const std::string id = "pension.step." + std::to_string(i + 1);
    ui.Text(id + ".number", row.TakeLeft(number_w), std::to_string(i + 1),
            {.role = Role::kTitle, .upright = kit::Upright::kMiddle});
    ui.Text(id, row, ui.words().Text(steps[static_cast<size_t>(i)]),
            {.role = role, .upright = kit::Upright::kMiddle});
  }
  ui.Pages("pension.step", keys, shown, pages);
}

}  // namespace

PensionScreen::PensionScreen(office::Client& office, visit::Visit& visit, const time::Clock& clock,
                             devices::Bell& bell)
    : office_(office), visit_(visit), clock_(clock), bell_(bell) {
  office_.Ask(office::kGetPensionStatus, {}, guard_, [this](const auto& outcome) {
    if (outcome.ok()) {
      status_ = outcome.value();
      return TakeUpOpenTicket();
    }
    trouble_ = outcome.refused() ? "trouble.service" : "trouble.away";
    step_ = Step::kTrouble;
  });
}

Place PensionScreen::Draw(Ui& ui) {
  switch (step_) {
    case Step::kStatus:
      return DrawStatus(ui);
    case Step::kSelf:
    case Step::kFamily:
      return DrawSteps(ui);
    case Step::kTicket:
      return DrawTicket(ui);
    case Step::kTrouble:
      return DrawTrouble(ui);
  }
  return Place::Here();
}

Place PensionScreen::DrawStatus(Ui& ui) {
  const Words& words = ui.words();
  if (!status_) {
    DrawWaiting(ui, "pension.wait", words.Text("answer.wait"), words.Text("pension.loading"));
    return Place::Here();
  }
  if (status_->benefits().empty()) return DrawNothing(ui);
  ui.Title(words.Text("pension.title"));
  Box page = ui.page();
  const Box dates = ui.landscape() ? TakeFarSide(ui, page, page.w * 0.42F)
                                   : page.TakeTop(DatesHeight(ui, page.w), ui.gap());
  DrawDates(ui, dates);
  if (!ui.landscape()) page.TakeTop(kAir);
  const std::string how = words.Text("pension.how");
  const float how_h = ui.MeasureHeight(Role::kLabel, how, page.w);
  page.TakeTop(std::max(0.0F, ui.reach_top() - page.y - how_h - ui.gap() / 2));
  ui.Text("pension.how", page.TakeTop(how_h, ui.gap() / 2), how, {.role = Role::kLabel});
  DrawChoices(ui, ui.Reachable(page));
  return Place::Here();
}

// Equal in size; the family's way only for those who have one.
void PensionScreen::DrawChoices(Ui& ui, Box page) {
  const auto look = [&](const char* key, const char* icon, kit::Hue hue) {
    return kit::CardLook{.icon = icon,
                         .hue = hue,
                         .title = ui.words().Text(key),
                         .lines = {ui.words().Text(std::string(key) + "_more")}};
  };
  std::vector<kit::CardLook> looks{look("pension.help", "person_pin", kit::Hue::kPine),
                                   look("pension.self", "face", kit::Hue::kSea)};
  if (visit_.has_family()) {
    looks.push_back(look("pension.family", "people", kit::Hue::kMaple));
  }
  const float share = page.Rows(static_cast<int>(looks.size()), ui.gap()).front().h;
  const float height = std::min(share, kChoiceHeightMax);
  ui.AlignCards(looks, {page.x, page.y, page.w, height});
  const auto tapped = [&](std::string_view id, size_t at) {
    return ui.Card(id, page.TakeTop(height, ui.gap()), looks[at]);
  };
  if (tapped("pension.help", 0)) CallForHelp(v1::CASE_REASON_ASKED_HELP);
  steps_page_ = 0;
  if (tapped("pension.self", 1)) step_ = Step::kSelf;
  if (looks.size() > 2 && tapped("pension.family", 2)) step_ = Step::kFamily;
  ui.AlignCards({}, {});
}

std::vector<std::string> PensionScreen::DateWords(const Words& words) const {
  if (status_->dates_hidden()) return {words.Text("pension.hidden")};
  const v1::Benefit& benefit = status_->benefits(0);
  std::vector<std::string> lines;
  lines.push_back(
      benefit.has_certified_on()
          ? words.Text("pension.last", {{"date", words.Date(ToDate(benefit.certified_on()))}})
          : words.Text("pension.never"));
  if (benefit.has_due_on()) {
    const time::Date due = ToDate(benefit.due_on());
    const time::Date today = time::LocalDate(clock_.now());
    const char* key = due < today             ? "pension.due_past"
                      : due.year > today.year ? "pension.due_next"
                                              : "pension.due";
    lines.push_back(words.Text(key, {{"date", words.Date(due)}}));
  }
  return lines;
}

float PensionScreen::DatesHeight(const Ui& ui, float width) const {
  float height = 2 * (ui.space().padding + kAir);
  Role role = Role::kLabel;
  for (const std::string& line : DateWords(ui.words())) {
    height += ui.MeasureHeight(role, line, width - 2 * ui.space().padding);
    role = Role::kBody;
  }
  return height + ui.MeasureHeight(Role::kSecond, ui.words().Text("pension.official"),
                                   width - 2 * ui.space().padding);
}

void PensionScreen::DrawDates(Ui& ui, const Box& box) {
  Box inside = ui.Sheet(box);
  inside = inside.Centered(inside.w, DatesHeight(ui, inside.w + 2 * ui.space().padding) -
                                         2 * (ui.space().padding + kAir));
  Role role = Role::kLabel;
  int number = 0;
  for (const std::string& line : DateWords(ui.words())) {
    inside.TakeTop(ui.Text("pension.date." + std::to_string(++number), inside, line,
                           {.role = role, .personal = true}));
    role = Role::kBody;
  }
  ui.Text("pension.official", inside, ui.words().Text("pension.official"),
          {.role = Role::kSecond, .tone = kit::Tone::kMuted});
}

Place PensionScreen::DrawNothing(Ui& ui) {
  const Words& words = ui.words();
  const std::string_view given =
      DrawTold(ui, "pension.none", words.Text("pension.none"),
               {.icon = "verified_user", .words = words.Text("pension.none_next")},
               {MainAnswer("pension.home", words.Text("answer.home"), "home"),
                HelpAnswer("pension.ask", words.Text("answer.help"))});
  if (given == "pension.ask") return Place::To(ScreenName::kHelp);
  return given.empty() ? Place::Here() : Place::To(ScreenName::kHome);
}

Place PensionScreen::DrawSteps(Ui& ui) {
  const Words& words = ui.words();
  const bool family = step_ == Step::kFamily;
  ui.Title(words.Text(family ? "pension.family_title" : "pension.self_title"));
  Box page = ui.page();
  const Answers answers(
      ui, page,
      {MainAnswer("pension.steps_ok", words.Text("pension.steps_ok")),
       OtherAnswer("pension.steps_help", words.Text("pension.steps_help"), "person_pin")},
      {.targets_mm = ui.PagesHeight() + ui.gap()});
  DrawNumbered(ui, page, family ? kFamilySteps : kSelfSteps, steps_page_);
  const std::string_view given = answers.Draw(ui);
  if (given == "pension.steps_ok") return Place::To(ScreenName::kHome);
  if (given == "pension.steps_help") {
    CallForHelp(family ? v1::CASE_REASON_FAMILY : v1::CASE_REASON_SELF_STEPS);
  }
  return Place::Here();
}

Place PensionScreen::DrawTrouble(Ui& ui) {
  const Words& words = ui.words();
  const bool away = trouble_ == "trouble.away";
  const std::string_view given =
      DrawTold(ui, "pension.trouble", words.Text(trouble_),
               {.icon = away ? "cloud_off" : "verified_user",
                .hue = kit::Hue::kSea,
                .words = words.Text(away ? "trouble.away_next" : "trouble.service_next")},
               {HelpAnswer("pension.ask", words.Text("answer.help")),
                OtherAnswer("pension.home", words.Text("answer.home"), "home")});
  if (given == "pension.ask") return Place::To(ScreenName::kHelp);
  return given == "pension.home" ? Place::To(ScreenName::kHome) : Place::Here();
}

Place PensionScreen::Back() {
  if (step_ == Step::kSelf || step_ == Step::kFamily) {
    step_ = Step::kStatus;
    return Place::Here();
  }
  return Place::Return();
}

}  // namespace chunhui::screens
