// The four tactile keys: for hands that cannot touch the glass and eyes that cannot see it.
#include <utility>

#include "kiosk/app/app.h"

namespace chunhui::app {
namespace {

constexpr const char* kAnyPage = "any";

// A page whose title has changed is a new one.
std::string PageOf(const kit::Record& record) {
  std::string page = record.screen + "." + record.state;
  for (const kit::Item& item : record.items) {
    if (item.role == kit::ItemRole::kTitle) page += " " + item.words;
  }
  return page;
}

}  // namespace

void App::HandlePad(kit::PadKey key, int64_t now_ms) {
  voice_.Stop();
  const bool covered = stage_.look().veiled;
  Touched(now_ms);
  const bool begins = stage_.BeginWalk();
  if (key == kit::PadKey::kHelp) return CallHelp();
  // As with a finger, the first stroke only shows, and says, again what was covered.
  if (covered && !begins) heard_.page = kAnyPage;
  if (begins || covered) return;
  heard_.chose = key == kit::PadKey::kChoose;
  if (key == kit::PadKey::kChoose) return Choose(now_ms);
  stage_.WalkOn(key == kit::PadKey::kNext ? 1 : -1);
}

void App::Choose(int64_t now_ms) {
  if (!stage_.walk().at_screen()) return stage_.ChooseWalked(now_ms);
  const bool dark = !stage_.look().dark;
  SetDark(dark);
  const char* key = dark ? "walk.went_dark" : "walk.went_light";
  voice_.Say({words().language(), {{{}, words().Voice(key)}}}, now_ms);
}

void App::SetDark(bool dark) {
  kit::Look look = stage_.look();
  look.dark = dark;
  stage_.SetLook(look);
}

// Says each new page, each new stop, and what a choice has changed on the page. The page of the
// voice's own keys is silent: it was opened to hear the one before.
void App::FollowWalk(int64_t now_ms) {
  const bool covered = stage_.look().veiled && presence_ != Presence::kAsked;
  const kit::Record& record = stage_.record();
  if (covered || record.screen.empty()) return;
  Heard now{PageOf(record), stage_.walk().at(), kit::SpokenTold(record, words()), heard_.chose};
  if (now.page != heard_.page) {
    kit::Speech speech = kit::SpokenArrival(record, words());
    if (heard_.page.empty()) {
      speech.sentences.insert(speech.sentences.begin(), kit::SpokenHow(words()));
    }
    if (current_.place.screen != ScreenName::kListen) voice_.Say(std::move(speech), now_ms);
  } else if (now.at != heard_.at) {
    voice_.Say(kit::SpokenStop(record, now.at, stage_.look().dark, words()), now_ms);
  } else if (now.chose) {
    kit::Speech news = kit::NewlyTold(heard_.told, now.told);
    now.chose = news.sentences.empty();
    if (!now.chose) voice_.Say(std::move(news), now_ms);
  }
  heard_ = std::move(now);
}

}  // namespace chunhui::app
