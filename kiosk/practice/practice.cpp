#include "kiosk/practice/practice.h"

#include "kiosk/practice/play_line.h"

namespace chunhui::practice {

Practice::Practice(const time::Clock& clock, const v1::Station& station)
    : office_({std::make_unique<PlayLine>(clock, station), {}, clock, random_, [] {}}) {
  office_.Start();
}

}  // namespace chunhui::practice
