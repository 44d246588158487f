// An old hand at a page, through the real touch layer: the buttons of a record stand where the
// screen had them, and contacts come as a panel sends them.
#pragma once

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "kiosk/kit/record.h"
#include "kiosk/kit/stage.h"
#include "kiosk/kit/words.h"

namespace chunhui::kit {

enum class Manner {
  kPlain,
  kDrifting,  // slides 2 mm before it lifts
  kDouble,    // strikes twice, as with a mouse
  kLong,      // rests for seconds, wandering a little
};

class Finger {
 public:
  Finger(const Words& words, uint32_t seed) : words_(words), random_(seed) {}

  // The record must stay until the next page.
  void SetPage(const Record& record);
  // Aims at the middle of `target`, an item of the page's record; the ids of what acted, in order.
  std::vector<std::string> Tries(const Item& target, double sigma_mm, Manner manner);

 private:
  struct Spot {
    double x_mm = 0;
    double y_mm = 0;
  };
  void Contact(const Spot& from, const Spot& to, int64_t lasting_ms);
  void Send(TouchKind kind, const Spot& spot);
  void Draw(Ui& ui);
  Spot Near(const Spot& spot, double sigma_mm);

  const Words& words_;
  std::mt19937 random_;
  std::unique_ptr<Stage> stage_;
  const Record* page_ = nullptr;
  int64_t now_ms_ = 1000;
  std::vector<std::string> acted_;
};

}  // namespace chunhui::kit
