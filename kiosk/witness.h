// Writes down what is shown: a line of JSON for every change, a picture of every screen state.
// Only for the demo town: it sees what visitors see.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <string>

#include "kiosk/kit/stage.h"

namespace chunhui::kiosk {

class Witness {
 public:
  // Empty paths: nothing of that kind. Throws std::runtime_error when a file cannot be written.
  Witness(const std::filesystem::path& record_file, std::filesystem::path shots_folder);

  // After each frame; `t_ms` counts from program start. A state's picture is its first look, then
  // the look with which it settled.
  void See(kit::Stage& stage, int64_t t_ms);
  // A picture by this name now. Throws std::runtime_error without a folder.
  void Shoot(kit::Stage& stage, const std::string& name);

 private:
  std::ofstream record_;
  std::filesystem::path shots_folder_;
  std::optional<kit::Record> last_;
  int64_t changed_ms_ = 0;
  bool settled_ = false;
  std::set<std::string> shot_;
};

}  // namespace chunhui::kiosk
