#include "kiosk/kit/speech/dialects.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "core/people/dialect.h"
#include "kiosk/kit/text/utf8.h"

namespace chunhui::kit {
namespace {

namespace fs = std::filesystem;

Dialect Read(const fs::path& folder) {
  Dialect dialect{folder.filename().string(), {}};
  std::ifstream file(folder / "name.txt");
  std::getline(file, dialect.name);
  const size_t length = Decode(dialect.name).size();
  if (length == 0 || length > kDialectNameMax) {
    throw std::runtime_error(folder.string() + "/name.txt: a name of 1 to 6 characters");
  }
  if (!people::IsDialectTag(dialect.tag)) {
    throw std::runtime_error(folder.string() + ": a folder is named by a tag such as wuu");
  }
  return dialect;
}

}  // namespace

std::vector<Dialect> FindDialects(const fs::path& voice) {
  std::vector<Dialect> dialects;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(voice, none)) {
    if (fs::exists(entry.path() / "name.txt")) dialects.push_back(Read(entry.path()));
  }
  if (dialects.size() > kDialectsMax) {
    throw std::runtime_error(voice.string() + ": more than three dialects");
  }
  std::sort(dialects.begin(), dialects.end(),
            [](const Dialect& one, const Dialect& other) { return one.tag < other.tag; });
  return dialects;
}

}  // namespace chunhui::kit
