// What chunhui-office does besides running: make a new office, back one up, bring one back.
#pragma once

#include "services/command_line.h"

namespace chunhui::office {

// Each prints what it did on stdout and says on stderr why it did not.
ExitCode InitOffice(const CommandLine& line);
ExitCode BackUpOffice(const CommandLine& line);
ExitCode RestoreOffice(const CommandLine& line);

}  // namespace chunhui::office
