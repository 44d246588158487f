// An invented afternoon: the station, menus, events, notices and one visitor that the examples
// show.
#pragma once

#include "core/time/instant.h"
#include "kiosk/screens/examples/example_line.h"

namespace chunhui::screens {

// As long as a name may be: 25 characters, with the dot.
inline constexpr const char* kLongestName = "阿卜杜热合曼·买买提艾力·***·玉素甫江·阿布力";

// Sunday 2026-11-22, 9:42 in the morning.
time::Instant ExampleNow();

// Everything is there and every wish is granted.
ExampleAnswers ExampleOffice();

v1::Candidate ExampleCandidate();
v1::StartVisitResponse ExampleVisit(v1::Assurance assurance);
// `state` of a case that this kiosk has opened.
v1::OpenCaseResponse ExampleCase(v1::CaseKind kind, v1::CaseState state);
v1::MealBooking ExampleBooking();
v1::Event ExampleEvent(v1::SignUpState mine);

}  // namespace chunhui::screens
