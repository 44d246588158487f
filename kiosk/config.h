// What one kiosk is told by its configuration file and its command line.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include "kiosk/kit/panel.h"
#include "kiosk/kit/theme.h"

namespace chunhui::kiosk {

// Names the file, the key and what is allowed.
class ConfigError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Card readers and scanners beside those that type into the window. All of them may be missing.
struct ReaderSettings {
  bool pcsc = false;                     // cards on the PC/SC service
  std::string service_card_application;  // AID in hex of the seniors' service card; empty: none
  std::string service_card_file;         // two bytes in hex; empty: the application itself
  std::filesystem::path id_card_port;    // a SAM_V reader's serial line; empty: none
  std::filesystem::path scanner;         // input device of a scanner that types; empty: none
};

// What SDL calls the keys of the tactile pad: "Down", "Space", "F1", "Keypad 8".
struct PadKeyNames {
  std::string next = "Down";
  std::string previous = "Up";
  std::string choose = "Space";
  std::string help = "F1";
};

struct Config {
  std::string office_address;            // [office] address = "127.0.0.1:7443"
  std::filesystem::path authority_file;  // [tls] authority, certificate, key
  std::filesystem::path certificate_file;
  std::filesystem::path key_file;
  std::filesystem::path data_folder;       // [data] dir: the kiosk's own, made when it is not there
  std::filesystem::path assets_folder;     // [data] assets: where words/ is
  kit::Panel panel = kit::kPortraitPanel;  // [panel] width_px, height_px, px_per_mm
  bool measured = false;                   // px_per_mm was given
  std::string language = "zh-CN";          // [screen] language: zh-CN or en
  kit::ThemeName theme = kit::ThemeName::kWarm;  // [screen] theme
  ReaderSettings readers;                        // [readers] as above
  PadKeyNames keys;                              // [keys] next, previous, choose, help
  // [camera] device = "/dev/video0": a camera for ID cards, at best one that looks down; or, in
  // the demo town, picture = "card.jpg". Without either nobody is asked for a photo.
  std::string camera_device;
  std::filesystem::path camera_picture;
  bool still = false;  // [screen] still: pages change at once, nothing moves by itself
  // [screen] ask_later_seconds: how much later than after 120 s (180 s on long pages) somebody is
  // asked "are you still there?" when nobody waits, that is when the kiosk had been at rest for a
  // minute before the visitor came; 0 to 600
  int ask_later_seconds = 0;
  bool demo = false;  // demo = true: a kiosk of the demo town
};

// Throws ConfigError. Relative paths count from the file's folder.
Config ReadConfig(const std::filesystem::path& file);
// Every key of the file, for --help.
std::string ConfigHelp();
// A file for a kiosk that has enrolled into `folder` (see office/enrol.h). Throws ConfigError.
void WriteConfig(const std::filesystem::path& file, const std::string& office_address);

// Where this program was built, or else where it is installed.
std::filesystem::path DefaultAssets();
// The same for the prompts that the build spoke.
std::filesystem::path DefaultPrompts();
// What LateLine loads, beside this program.
std::filesystem::path WireModule();

}  // namespace chunhui::kiosk
