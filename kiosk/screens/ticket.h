// A case as the person who waits sees it: being called, coming, everybody busy, nobody there, done.
#pragma once

#include <string>

#include "chunhui/v1/assistance.pb.h"
#include "kiosk/screens/layout.h"

namespace chunhui::screens {

enum class TicketState { kCalling, kComing, kBusy, kOffDuty, kClosed };

TicketState StateOf(const v1::Case& ticket, bool on_duty);
std::string_view NameOf(TicketState state);  // "calling", "coming" ...

struct TicketWords {
  std::string title;
  Scene scene;
};
// `phone` of the service desk; may be empty. Closed pension cases tell the outcome.
TicketWords TicketIn(const kit::Words& words, const v1::Case& ticket, bool on_duty,
                     const std::string& phone);

}  // namespace chunhui::screens
