// Invented residents for tests: county code 99 belongs to nobody. ID numbers are made of a birth
// date and a running number, so that each test may have as many as it likes.
#pragma once

#include <string>

#include "chunhui/v1/residents.pb.h"
#include "core/people/id_number.h"
#include "core/time/date.h"
#include "services/calls/call.h"
#include "services/residents/residents.h"

namespace chunhui::tests {

// A valid number of county 110199; odd sequences (1..999) are men, even ones women.
inline std::string InventedIdNumber(time::Date birth, int sequence) {
  const std::string digits = std::to_string(1000 + sequence).substr(1);
  const std::string number = "110199" + std::to_string(birth.ToYyyymmdd()) + digits;
  return number + people::IdCheckCharacter(number).value();
}

// A woman of 82, day-care member at station-1 with family, card "CARD0001": change what you need.
inline v1::ResidentInput InventedRow(const std::string& source_key = "row-1", int sequence = 2) {
  v1::ResidentInput row;
  row.set_source_key(source_key);
  row.set_name("王秀兰");
  row.set_id_number(InventedIdNumber({1944, 2, 28}, sequence));
  row.set_phone("13900000001");
  row.add_cards("CARD" + std::to_string(10000 + sequence - 1).substr(1));
  row.set_station_id("station-1");
  row.set_building("3号楼2单元");
  row.set_day_care_member(true);
  row.set_has_family(true);
  return row;
}

// Takes one row as an import does and answers the resident's id; empty when the row is wrong.
inline std::string Register(calls::Call& call, const v1::ResidentInput& row) {
  google::protobuf::RepeatedPtrField<v1::ResidentInput> rows;
  *rows.Add() = row;
  residents::ImportRows(call, rows, /*dry_run=*/false, {});
  return residents::ResidentIdOfSource(call.db(), row.source_key()).value_or("");
}

}  // namespace chunhui::tests
