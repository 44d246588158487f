// In which order the characters are offered that a finger may have written in a name: what the
// strokes look like, weighed with how names are made: surnames first, and the characters that occur
// in the names of this station's residents. It knows no name.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "chunhui/v1/residents.pb.h"
#include "kiosk/devices/handwriting.h"

namespace chunhui::screens {

class NameOrder {
 public:
  // Of this station; empty lists change nothing.
  void Learn(const v1::GetNameCharactersResponse& station);

  // The likeliest first. `before` is what stands already of the name: nothing for the surname.
  std::vector<std::string> Order(std::vector<devices::WrittenCharacter> written,
                                 std::string_view before) const;

 private:
  using Shares = std::map<std::string, double>;  // of all, by character; sum 1, or empty
  double Chance(const std::string& character, std::string_view before) const;

  Shares first_;
  Shares further_;
};

}  // namespace chunhui::screens
