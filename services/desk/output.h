// How the desk speaks: plain lines and tables for people, one JSON object a line for programs.
#pragma once

#include <google/protobuf/message.h>

#include <string>
#include <string_view>
#include <vector>

#include "services/desk/client.h"

namespace chunhui::desk {

// How a command ends.
enum class ExitCode {
  kDone = 0,
  kRefused = 1,      // by the office; the reason is on stderr
  kWrongUse = 2,     // command line, configuration or file
  kNoAnswer = 3,     // the office cannot be reached
  kRowsLeftOut = 4,  // an import took the others
};

class Output {
 public:
  explicit Output(bool json) : json_(json) {}
  bool json() const { return json_; }

  // In JSON mode nothing but objects may go to stdout.
  void Line(std::string_view text) const;
  void Object(const google::protobuf::Message& message) const;
  // Columns as wide as they need to be; Han characters count two.
  void Table(const std::vector<std::string>& heading,
             const std::vector<std::vector<std::string>>& rows) const;

 private:
  bool json_;
};

// Says on stderr what went wrong and what to do.
ExitCode Report(const Trouble& trouble);
ExitCode ReportWrongUse(std::string_view text);

// Columns a terminal needs for this text.
int DisplayWidth(std::string_view utf8);

}  // namespace chunhui::desk
