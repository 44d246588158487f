// Runs the office until it is asked to stop.
#pragma once

#include "services/command_line.h"
#include "services/log.h"

namespace chunhui::office {

// Blocks SIGTERM and SIGINT in the calling thread and all it starts, and waits for one of them.
// Prints one line for programs on stdout once it listens:
//   listening office=127.0.0.1:7443 enrolment=127.0.0.1:7444
ExitCode RunOffice(const CommandLine& line, Log& log);

}  // namespace chunhui::office
