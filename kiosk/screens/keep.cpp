#include "kiosk/screens/keep.h"

#include <utility>
#include <vector>

#include "kiosk/screens/layout.h"
#include "kiosk/screens/look_words.h"
#include "kiosk/screens/phrases.h"

namespace chunhui::screens {
namespace {

constexpr size_t kLinesWithWhy = 4;  // more of them need the room

}  // namespace

Place KeepScreen::Draw(kit::Ui& ui) {
  const kit::Words& words = ui.words();
  const std::vector<std::string> changed = ChangedLines(words, wishes_);
  const std::string_view given =
      DrawTold(ui, "keep", words.Text("keep.title"),
               {.icon = "favorite",
                .hue = kit::Hue::kPlum,
                .words = Joined(changed, "\n"),
                .more = changed.size() <= kLinesWithWhy ? words.Text("keep.why") : ""},
               {MainAnswer("keep.yes", words.Text("keep.yes")),
                OtherAnswer("keep.no", words.Text("keep.no"), "close")});
  if (given.empty()) return Place::Here();
  wishes_.answered = true;
  if (given == "keep.yes") Keep();
  return Place::End();
}

// Nobody waits for the answer: the office hears of it now or as soon as it is back.
void KeepScreen::Keep() {
  v1::SavePreferencesRequest request;
  *request.mutable_preferences() = wishes_.now;
  request.set_text_version(visit::kKeepTextVersion);
  office_.Tell(office::kSavePreferences, std::move(request));
  wishes_.kept = wishes_.now;
  visit_.Did(visit::Deed::kWishesKept);
}

}  // namespace chunhui::screens
