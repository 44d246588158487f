#include "kiosk/screens/is_this_you.h"

#include <algorithm>

#include "kiosk/screens/layout.h"

namespace chunhui::screens {

using kit::Ui;
using kit::Words;

std::string_view IsThisYouScreen::State() const {
  if (starting_) return "starting";
  if (!trouble_.empty()) return "trouble";
  return visit_.candidates().size() > 1 ? "several" : "one";
}

Place IsThisYouScreen::Draw(Ui& ui) {
  if (visit_.open()) return Onward();
  if (starting_) {
    DrawWaiting(ui, "you.wait", ui.words().Text("answer.wait"), ui.words().Text("you.found"));
    return Place::Here();
  }
  if (!trouble_.empty()) return DrawTrouble(ui);
  if (visit_.candidates().empty()) return Again();
  return visit_.candidates().size() > 1 ? DrawSeveral(ui) : DrawOne(ui);
}

Place IsThisYouScreen::DrawOne(Ui& ui) {
  const Words& words = ui.words();
  const v1::Candidate candidate = visit_.candidates().front();
  const std::string_view key = changed_ ? "you.changed" : "you.title";
  // Who walks with the keys may see nothing of the screen: the name has to be heard.
  const std::string asked =
      ui.by_keys() ? std::string() : words.Voice(key, {{"name", candidate.masked_name()}});
  const std::string_view given =
      DrawTold(ui, "you", words.Text(key, {{"name", candidate.masked_name()}}),
               {.icon = "person",
                .lead = words.Text("you.found"),
                .words = candidate.masked_name(),
                .more = words.Text("you.only_you"),
                .personal = true,
                .title_personal = true,
                .title_voice = asked,
                .words_unsaid = true},
               {MainAnswer("you.yes", words.Text("you.yes")),
                OtherAnswer("you.no", words.Text("you.no"), "close")});
  if (given == "you.yes") Start(candidate);
  return given == "you.no" ? Again() : Place::Here();
}

Place IsThisYouScreen::DrawSeveral(Ui& ui) {
  const Words& words = ui.words();
  ui.StandLow();
  ui.Title(words.Text("you.which"));
  kit::Box page = ui.page();
  const Answers below(ui, page, {OtherAnswer("you.no", words.Text("you.none"), "close")});
  std::vector<kit::CardLook> cards;
  for (const v1::Candidate& candidate : visit_.candidates()) {
    kit::CardLook look{
        .icon = "person", .hue = kit::Hue::kPine, .title = candidate.masked_name(), .arrow = true};
    if (!candidate.id_suffix().empty()) {
      look.lines = {words.Text("you.suffix", {{"suffix", candidate.id_suffix()}})};
    }
    cards.push_back(std::move(look));
  }
  const int tapped = DrawCards(ui, "you.candidate", page, cards, page_);
  if (tapped >= 0) Start(visit_.candidates()[static_cast<size_t>(tapped)]);
  return below.Draw(ui) == "you.no" ? Again() : Place::Here();
}

Place IsThisYouScreen::DrawTrouble(Ui& ui) {
  const Words& words = ui.words();
  const bool away = trouble_ == "trouble.away";
  const std::string_view given =
      DrawTold(ui, "you.trouble", words.Text(trouble_),
               {.icon = away ? "cloud_off" : "contactless",
                .hue = kit::Hue::kSea,
                .words = words.Text(away ? "trouble.away_next" : "trouble.service_next")},
               {MainAnswer("you.again", words.Text("trouble.card_again"), "contactless"),
                HelpAnswer("you.help", words.Text("answer.help"))});
  if (given == "you.again") return Again();
  return given == "you.help" ? Place::To(ScreenName::kHelp, "card") : Place::Here();
}

void IsThisYouScreen::Start(const v1::Candidate& candidate) {
  starting_ = true;
  v1::StartVisitRequest request;
  request.set_candidate_token(candidate.token());
  office_.Ask(office::kStartVisit, std::move(request), guard_,
              [this](const auto& outcome) { HandleAnswer(outcome); });
}

void IsThisYouScreen::HandleAnswer(const office::Outcome<v1::StartVisitResponse>& outcome) {
  starting_ = false;
  if (outcome.ok()) {
    visit_.Begin(outcome.value());
    return;
  }
  if (outcome.refused() && outcome.reason() == v1::REASON_VISIT_ENDED) {
    trouble_ = "you.old";
  } else {
    trouble_ = outcome.refused() ? "trouble.service" : "trouble.away";
  }
}

Place IsThisYouScreen::Again() {
  visit_.Offer({}, {});
  return Place::To(ScreenName::kWho, {}, then_);
}

Place IsThisYouScreen::Onward() const {
  if (visit_.arrival_is_open()) return Place::To(ScreenName::kArrival, {}, then_);
  return then_ ? *then_ : Place::To(ScreenName::kHome);
}

}  // namespace chunhui::screens
