// Can old eyes read it? Every title and main button, painted, filtered, and compared with all words
// the kiosk knows, each drawn sharp in the same place: the right one must be the most alike.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "kiosk/kit/record.h"
#include "kiosk/kit/stage.h"
#include "kiosk/kit/words.h"
#include "tests/rules/eyes/grey.h"

namespace chunhui::tests {

// Something that must be readable, as it stands on a painted page.
struct Sign {
  std::string where;  // "home, dark"
  kit::Item item;
  kit::Panel panel;
  float width_mm = 0;            // a title may wrap at
  std::vector<uint32_t> pixels;  // of the item's region
  kit::Rect region;
};

// Titles and main buttons of a page that has been drawn and painted whole into `pixels`.
std::vector<Sign> SignsOn(const std::string& where, const kit::Record& record,
                          const std::vector<uint32_t>& pixels);

class Reader {
 public:
  // `known` are the words among which a reader must choose.
  Reader(const kit::Words& words, const kit::Panel& panel, std::set<std::string> known);

  // The words that look most like what these eyes see of the sign.
  std::string Reads(const Sign& sign, const OldEyes& eyes);

 private:
  struct Drawn {
    std::string words;
    Grey grey;
  };
  // A main button?; the region, where a title wraps and its em, in px.
  using Key = std::tuple<bool, int, int, int, int>;
  const std::vector<Drawn>& DrawnFor(const Sign& sign);
  Grey Draw(const Sign& sign, const std::string& known, const char* icon);

  const kit::Words& words_;
  const kit::Panel panel_;
  const std::set<std::string> known_;
  std::map<Key, std::vector<Drawn>> drawn_;
};

struct ReadCount {
  std::string theme;
  std::string eyes;
  int signs = 0;
  std::vector<std::string> misread;  // one line each

  double right() const { return signs == 0 ? 0 : 1 - static_cast<double>(misread.size()) / signs; }
};
constexpr double kReadLeast = 0.98;

// Every example at the default step, upright on this panel, in Chinese; each sign once a theme.
// `part` picks examples by a part of their name.
std::vector<ReadCount> ReadEveryScreen(const std::vector<kit::ThemeName>& themes,
                                       const std::string& part = {},
                                       const kit::Panel& panel = kit::kPortraitPanel);

}  // namespace chunhui::tests
