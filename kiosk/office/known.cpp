#include "kiosk/office/known.h"

#include <algorithm>
#include <iterator>

#include "kiosk/office/wire_time.h"

namespace chunhui::office {
namespace {

template <typename Message, typename IdOf>
const Message* Find(const std::vector<Message>& messages, IdOf id_of, const std::string& id) {
  const auto found = std::find_if(messages.begin(), messages.end(),
                                  [&](const Message& message) { return (message.*id_of)() == id; });
  return found == messages.end() ? nullptr : &*found;
}

bool ShownAt(const v1::Notice& notice, time::Instant now) {
  if (notice.recalled() || now < ToInstant(notice.shown_from())) return false;
  return !notice.has_shown_until() || now < ToInstant(notice.shown_until());
}

// Anti-fraud first, then the newest.
bool Before(const v1::Notice& one, const v1::Notice& other) {
  const bool one_warns = one.kind() == v1::NOTICE_KIND_ANTI_FRAUD;
  const bool other_warns = other.kind() == v1::NOTICE_KIND_ANTI_FRAUD;
  if (one_warns != other_warns) return one_warns;
  return ToInstant(one.shown_from()) > ToInstant(other.shown_from());
}

}  // namespace

std::vector<v1::Notice> Known::NoticesAt(time::Instant now) const {
  std::vector<v1::Notice> shown;
  std::copy_if(notices.begin(), notices.end(), std::back_inserter(shown),
               [now](const v1::Notice& notice) { return ShownAt(notice, now); });
  std::stable_sort(shown.begin(), shown.end(), Before);
  return shown;
}

const v1::MenuDish* Known::FindDish(const std::string& menu_dish_id) const {
  return Find(menu, &v1::MenuDish::menu_dish_id, menu_dish_id);
}

const v1::Event* Known::FindEvent(const std::string& event_id) const {
  return Find(events, &v1::Event::event_id, event_id);
}

const v1::Case* Known::FindCase(const std::string& case_id) const {
  const auto found = cases.find(case_id);
  return found == cases.end() ? nullptr : &found->second;
}

}  // namespace chunhui::office
