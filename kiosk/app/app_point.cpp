// A finger that asks: what it touches is read aloud, and only what was read is chosen by touching
// it again. For eyes that cannot read the page.
#include <utility>

#include "kiosk/app/app.h"
#include "kiosk/kit/speech/spoken.h"
#include "kiosk/kit/walk.h"

namespace chunhui::app {
namespace {

// What lies under the finger, with all words on it; the later one lies above.
kit::Stop StopAt(const kit::Record& record, float x_mm, float y_mm) {
  kit::Stop found;
  for (kit::Stop& stop : kit::StopsOf(record)) {
    if (stop.front()->box.Contains(x_mm, y_mm)) found = std::move(stop);
  }
  return found;
}

}  // namespace

void App::SetPointing(bool pointing) {
  pointing_ = pointing;
  points_now_ = false;
  pointed_.clear();
}

// True: the touch only asks. The fixed keys, keypads and what was just read answer as ever.
bool App::TakePointing(const kit::TouchEvent& event) {
  if (!pointing_ || stage_.look().veiled || presence_ == Presence::kAsked) return false;
  if (event.kind == kit::TouchKind::kDown) {
    const float px_per_mm = stage_.panel().px_per_mm;
    const kit::Stop stop = StopAt(stage_.record(), event.x_px / px_per_mm, event.y_px / px_per_mm);
    const std::string id = stop.empty() ? std::string() : stop.front()->id;
    points_now_ = !id.empty() && !id.starts_with("bar.") && id != pointed_;
    if (points_now_) {
      voice_.Stop();
      Touched(event.time_ms);
    }
  }
  if (points_now_ && event.kind == kit::TouchKind::kUp) SayUnder(event);
  return points_now_;
}

void App::SayUnder(const kit::TouchEvent& event) {
  const float px_per_mm = stage_.panel().px_per_mm;
  const kit::Stop stop = StopAt(stage_.record(), event.x_px / px_per_mm, event.y_px / px_per_mm);
  pointed_ = stop.empty() ? std::string() : stop.front()->id;
  kit::Speech speech{words().language(), {}};
  for (const kit::Item* item : stop) {
    for (std::string& said : kit::CutIntoSentences(kit::SpokenWords(*item, words()))) {
      speech.sentences.push_back({item->id, std::move(said)});
    }
  }
  voice_.Say(std::move(speech), event.time_ms);
}

}  // namespace chunhui::app
