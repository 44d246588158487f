// One row of a register, checked by itself and against the books. Private to this room.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "chunhui/v1/residents.pb.h"
#include "core/people/id_number.h"
#include "services/calls/call.h"

namespace chunhui::residents {

struct Problem {
  std::string field;
  std::string words;  // for staff; never holds the value
};

struct CheckedRow {
  std::string resident_id;  // empty: a new resident
  std::string name;
  std::string called;
  people::IdNumber id_number;
  std::string phone;  // empty without one
  std::vector<std::string> cards;
  std::vector<Problem> problems;  // nothing may be taken unless empty
};

// Looks up, writes nothing.
CheckedRow CheckRow(calls::Call& call, const v1::ResidentInput& row);

}  // namespace chunhui::residents
