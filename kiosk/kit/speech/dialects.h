// The dialects in which people of the place have recorded the kiosk's sentences: folders such as
// assets/voice/wuu with name.txt ("上海话") and recordings named as the standard ones. What nobody
// has recorded is said in the standard language.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chunhui::kit {

constexpr size_t kDialectsMax = 3;     // beside the standard language
constexpr size_t kDialectNameMax = 6;  // Han characters: one button beside another

struct Dialect {
  std::string tag;   // BCP 47, as in a visitor's wishes: "wuu"
  std::string name;  // as its speakers say: "上海话"
};

// By tag; `voice` is assets/voice. Throws std::runtime_error that names the folder: a name that is
// empty or too long, a tag that is none, more dialects than fit.
std::vector<Dialect> FindDialects(const std::filesystem::path& voice);

}  // namespace chunhui::kit
