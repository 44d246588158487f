// The register as a centre keeps it in a spreadsheet.
#pragma once

#include <string_view>
#include <vector>

#include "chunhui/v1/residents.pb.h"
#include "services/sheets/sheet.h"

namespace chunhui::sheets {

struct ResidentLine {
  int line = 0;
  v1::ResidentInput resident;
};

struct ResidentSheet {
  std::vector<ResidentLine> residents;
  std::vector<RowProblem> problems;  // of rows that could not be read; they are not in `residents`
};

// Columns: key 编号, name 姓名, id_number 身份证号, phone 电话, cards 卡号, station 站点, grid
// 网格, building 楼栋, day_care 日托, subsidy 补贴, family 家人, pension 养老金, certified_on
// 认证日期, called 称呼. What a value may be is the office's business: ImportResidents reports it.
// A certified_on of "@-300" means 300 days before `today` (the demo town).
ResidentSheet ReadResidentSheet(std::string_view bytes, time::Date today);

}  // namespace chunhui::sheets
