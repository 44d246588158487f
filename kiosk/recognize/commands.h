// The subcommands of chunhui-recognize. Each prints one line per picture (or character) to the
// standard output and answers the exit status of the program.
#pragma once

#include <string>
#include <vector>

namespace chunhui::recognize {

struct PicturesAsked {
  std::vector<std::string> files;  // JPEG or PNG
  bool times = false;              // print the CPU milliseconds of each picture behind its line
  bool invented = false;           // also read ID numbers of county 99, which nobody has
};

// One line per picture: the number, or nothing when the picture does not prove one.
int RunIdCard(const PicturesAsked& asked);
int RunServiceCard(const PicturesAsked& asked);
// One line per picture: the text of the QR code in it, or nothing.
int RunQr(const PicturesAsked& asked);

}  // namespace chunhui::recognize
