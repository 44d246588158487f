// The ready-made configurations that an office writes for its own kiosks and desks: where the
// office is, and which certificate to show it. chunhui-desk and chunhui-kiosk read them.
#pragma once

#include <filesystem>
#include <string>

namespace chunhui::office {

struct ClientConfig {
  std::string office;  // "127.0.0.1:7443"
  std::filesystem::path authority;
  std::filesystem::path certificate;
  std::filesystem::path key;
  std::filesystem::path data_dir;        // the client's own; made by the client
  bool demo = false;                     // a kiosk of the demo town: may record what it shows
  std::filesystem::path camera_picture;  // what its camera looks at; empty: no camera
};

// Replaces the file.
void WriteClientConfig(const std::filesystem::path& file, const ClientConfig& config);

}  // namespace chunhui::office
