// What cameras and pens deliver, in a program of its own: started when needed, killed at goodbye.
// Reads files, or serves one kiosk over a socket pair; keeps nothing, writes nothing to disk.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <exception>
#include <iostream>

#include "kiosk/recognize/commands.h"
#include "kiosk/recognize/handwriting/command.h"
#include "kiosk/recognize/serve.h"

namespace chunhui::recognize {
namespace {

using PicturesCommand = int (*)(const PicturesAsked&);

CLI::App* AddPictures(CLI::App& line, const char* name, const char* says, PicturesAsked& asked) {
  CLI::App* command = line.add_subcommand(name, says);
  command->add_option("IMAGE", asked.files, "JPEG or PNG files")->required();
  command->add_flag("--times", asked.times, "the CPU milliseconds of each picture behind its line");
  command->add_flag("--invented", asked.invented,
                    "also read ID numbers of county 99, which nobody has (demo town, tests)");
  return command;
}

int Run(int argc, char** argv) {
  CLI::App line("Reads identity cards, service cards and QR codes in pictures, and handwriting.");
  line.require_subcommand(1);
  PicturesAsked pictures;
  const std::vector<std::pair<CLI::App*, PicturesCommand>> commands = {
      {AddPictures(line, "id-card", "the number of the ID card in each picture", pictures),
       RunIdCard},
      {AddPictures(line, "service-card", "the number of the senior service card in each picture",
                   pictures),
       RunServiceCard},
      {AddPictures(line, "qr", "the text of the QR code in each picture", pictures), RunQr},
  };
  const CLI::App* serve = line.add_subcommand("serve", "serve the kiosk that started this program");
  bool invented = false;
  line.get_subcommand("serve")->add_flag("--invented", invented, "as with id-card");
  HandwritingAsked handwriting;
  CLI::App* written = line.add_subcommand("handwriting", "ten characters for each written one");
  written->add_option("FILE", handwriting.file, "a stroke file; - for the standard input")
      ->required();
  written->add_flag("--odds", handwriting.odds,
                    "forty characters, behind each the natural logarithm of its odds");
  written->add_flag("--times", handwriting.times, "the CPU milliseconds behind each line");
  CLI11_PARSE(line, argc, argv);
  if (written->parsed()) return RunHandwriting(handwriting);
  if (serve->parsed()) return RunServe(invented);
  for (const auto& [command, run] : commands) {
    if (command->parsed()) return run(pictures);
  }
  return 2;
}

// Tesseract's own threads gain nothing on lines of text and steal the kiosk's time. Their library
// reads this limit when it is loaded, so the program starts itself once more.
void LimitThreads(char** argv) {
  if (getenv("OMP_THREAD_LIMIT")) return;
  setenv("OMP_THREAD_LIMIT", "1", 1);
  execv("/proc/self/exe", argv);
}

}  // namespace
}  // namespace chunhui::recognize

int main(int argc, char** argv) {
  chunhui::recognize::LimitThreads(argv);
  try {
    return chunhui::recognize::Run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "chunhui-recognize: " << error.what() << "\n";
    return 2;
  }
}
