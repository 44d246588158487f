#include "services/client_config.h"

#include <fstream>
#include <stdexcept>

namespace chunhui::office {
namespace {

// A TOML string; control characters cannot come in, since paths with them are not ours.
std::string Quote(const std::string& text) {
  std::string quoted = "\"";
  for (const char character : text) {
    if (character == '"' || character == '\\') quoted += '\\';
    quoted += character;
  }
  return quoted + "\"";
}

std::string Quote(const std::filesystem::path& path) {
  return Quote(std::filesystem::absolute(path).lexically_normal().string());
}

}  // namespace

void WriteClientConfig(const std::filesystem::path& file, const ClientConfig& config) {
  std::ofstream stream(file, std::ios::trunc);
  if (config.demo) stream << "demo = true\n\n";
  stream << "[office]\n"
         << "address = " << Quote(config.office) << "\n\n[tls]\n"
         << "authority = " << Quote(config.authority) << "\n"
         << "certificate = " << Quote(config.certificate) << "\n"
         << "key = " << Quote(config.key) << "\n\n[data]\n"
         << "dir = " << Quote(config.data_dir) << "\n";
  if (!config.camera_picture.empty()) {
    stream << "\n[camera]\npicture = " << Quote(config.camera_picture) << "\n";
  }
  stream.flush();
  if (!stream) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace chunhui::office
