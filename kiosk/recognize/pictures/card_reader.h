// Reads the number of an ID card or a senior service card in a photo. Prefers to say nothing: a
// number is only given when its check digit, date and region are right and several looks, or two
// kinds of readers, agree on it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/recognize/digits/digit_line.h"
#include "kiosk/recognize/digits/digit_net.h"
#include "kiosk/recognize/digits/printed_number.h"
#include "kiosk/recognize/pictures/card_place.h"
#include "kiosk/recognize/pictures/engine.h"
#include "kiosk/recognize/pictures/photo.h"
#include "kiosk/recognize/pictures/strip.h"

namespace chunhui::recognize {

struct CardReading {
  std::optional<std::string> number;
  // For advice when there is no number:
  std::optional<Corners> corners;  // where a card seems to lie
  bool upside_down = false;        // its number seems to stand on its head
};

// Keeps its readers for many photos. Not for two threads at once.
class CardReader {
 public:
  explicit CardReader(const IdRules& rules);

  // Reads nothing once, so that everything is loaded and nothing has to be opened later.
  void WarmUp();

  CardReading ReadIdCard(const Photo& photo);
  CardReading ReadServiceCard(const Photo& photo);

 private:
  // How a kind of card is read: where its number stands, its form, and what numbers can be.
  struct Kind;
  struct Search;

  bool ReadAt(const CardPlace& place, const Kind& kind, Search& search);
  bool ReadAtOneOf(const std::vector<CardPlace>& places, const Kind& kind, Search& search);
  void Look(const Strip& strip, const Kind& kind, Search& search);
  void AskOtherReader(const Strip& strip, const Kind& kind, Search& search);
  CardReading ReadCard(const Photo& photo, const Kind& kind);

  IdRules rules_;
  DigitNet net_;
  Engine engine_;
};

}  // namespace chunhui::recognize
