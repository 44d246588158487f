// What happens to cases by the clock.
#include <vector>

#include "services/assistance/assistance.h"
#include "services/assistance/cases.h"
#include "services/assistance/urgency.h"

namespace chunhui::assistance {

void EscalateCases(calls::Call& call) {
  struct Due {
    std::string case_id;
    int escalations;
  };
  std::vector<Due> due;
  {
    auto query = call.db().Prepare(
        "SELECT case_id, received_at, escalations FROM cases"
        " WHERE state = 1 AND escalations < 3 AND received_at <= ? ORDER BY received_at",
        time::ToUnixMs(call.now() - kEscalateAfter[0]));
    while (query.Step()) {
      const int escalations = EscalationsAfter(call.now() - time::FromUnixMs(query.Int(1)));
      if (escalations > query.Int(2)) due.push_back({query.Text(0), escalations});
    }
  }
  for (const Due& one : due) {
    call.db().Run("UPDATE cases SET escalations = ? WHERE case_id = ?", one.escalations,
                  one.case_id);
    TellChange(call, one.case_id);
  }
}

void ForgetOldDetails(calls::Call& call) {
  call.db().Run(
      "UPDATE cases SET note = NULL WHERE state = 3 AND note IS NOT NULL AND closed_at <= ?",
      time::ToUnixMs(call.now() - kNotesKept));
  call.db().Run(
      "UPDATE cases SET resident_id = '', benefit_id = ''"
      " WHERE state = 3 AND resident_id <> '' AND closed_at <= ?",
      time::ToUnixMs(call.now() - kPersonsKept));
}

}  // namespace chunhui::assistance
