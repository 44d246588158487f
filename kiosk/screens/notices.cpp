#include "kiosk/screens/notices.h"

#include <algorithm>

#include "core/time/local_time.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/phrases.h"

namespace chunhui::screens {

using kit::Box;
using kit::Role;
using kit::Ui;
using kit::Words;

std::string_view NoticesScreen::State() const {
  if (!chosen_.empty()) return "notice";
  return office_.known().NoticesAt(clock_.now()).empty() ? "empty" : "list";
}

Place NoticesScreen::Draw(Ui& ui) {
  const std::vector<v1::Notice> notices = office_.known().NoticesAt(clock_.now());
  const auto chosen = std::find_if(notices.begin(), notices.end(), [&](const v1::Notice& notice) {
    return notice.notice_id() == chosen_;
  });
  if (chosen != notices.end()) return DrawNotice(ui, *chosen);
  chosen_.clear();
  return DrawList(ui, notices);
}

Place NoticesScreen::DrawList(Ui& ui, const std::vector<v1::Notice>& notices) {
  const Words& words = ui.words();
  if (notices.empty()) {
    const std::string_view given = DrawTold(
        ui, "notices.none", words.Text("notices.none"),
        {.icon = "campaign", .hue = kit::Hue::kClay, .words = words.Text("notices.none_next")},
        {OtherAnswer("notices.home", words.Text("answer.home"), "home")});
    return given.empty() ? Place::Here() : Place::To(ScreenName::kHome);
  }
  ui.StandLow();
  ui.Title(words.Text("notices.title"),
           AgeOfList(words, office_, office_.known().notices_at, clock_.now()));
  std::vector<kit::CardLook> cards;
  for (const v1::Notice& notice : notices) {
    const bool fraud = notice.kind() == v1::NOTICE_KIND_ANTI_FRAUD;
    const time::Date since = time::LocalDate(ToInstant(notice.shown_from()));
    cards.push_back({.icon = fraud ? "security" : "campaign",
                     .hue = kit::Hue::kClay,
                     .title = NoticeTitle(words, notice),
                     .lines = {fraud ? words.Text("notices.fraud")
                                     : words.Text("notices.since", {{"date", words.Date(since)}})},
                     .arrow = true,
                     .amber = fraud});
  }
  const int tapped = DrawCards(ui, "notices.notice", ui.page(), cards, list_page_);
  if (tapped >= 0) {
    chosen_ = notices[static_cast<size_t>(tapped)].notice_id();
    text_page_ = 0;
  }
  return Place::Here();
}

Place NoticesScreen::DrawNotice(Ui& ui, const v1::Notice& notice) {
  const Words& words = ui.words();
  const time::Date since = time::LocalDate(ToInstant(notice.shown_from()));
  const std::string posted = words.Text("notices.since", {{"date", words.Date(since)}});
  ui.Title(NoticeTitle(words, notice), posted);
  Box page = ui.page();
  const Answers answers(ui, page, {MainAnswer("notices.ok", words.Text("notices.ok"))},
                        {.targets_mm = ui.PagesHeight() + ui.gap()});
  const std::string text = NoticeText(words, notice);
  const float width = page.w - 2 * ui.space().padding;
  std::vector<std::string> pages =
      CutIntoPages(ui, Role::kBody, text, width, page.h - 2 * ui.space().padding);
  Box keys;
  if (pages.size() > 1) {
    keys = page.TakeBottom(ui.PagesHeight(), ui.gap());
    pages = CutIntoPages(ui, Role::kBody, text, width, page.h - 2 * ui.space().padding);
  }
  const int count = static_cast<int>(pages.size());
  text_page_ = std::clamp(text_page_, 0, count - 1);
  const std::string& shown = pages[static_cast<size_t>(text_page_)];
  if (count == 1 && !ui.landscape()) {
    page.h = std::min(page.h, ui.MeasureHeight(Role::kBody, shown, width) + 3 * ui.space().padding);
  }
  ui.Text("notices.text", ui.Sheet(page), shown);
  if (count > 1) ui.Pages("notices.page", keys, text_page_, count);
  if (!answers.Draw(ui).empty()) chosen_.clear();
  return Place::Here();
}

Place NoticesScreen::Back() {
  if (chosen_.empty()) return Place::Return();
  chosen_.clear();
  return Place::Here();
}

}  // namespace chunhui::screens
