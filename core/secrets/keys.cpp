#include "core/secrets/keys.h"

#include <fcntl.h>
#include <openssl/crypto.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>
#include <string>

#include "core/secrets/digest.h"
#include "core/secrets/error.h"

namespace chunhui::secrets {
namespace {

constexpr int kNewestVersion = 1;
constexpr std::string_view kHeading =
    "# Chunhui keys. Whoever reads this file can read the records.";

std::string HexOf(const Key& key) {
  return ToHex(std::string_view(reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size()));
}

std::optional<uint8_t> DigitOf(char character) {
  if (character >= '0' && character <= '9') return static_cast<uint8_t>(character - '0');
  if (character >= 'a' && character <= 'f') return static_cast<uint8_t>(character - 'a' + 10);
  return std::nullopt;
}

Key ReadKey(const std::map<std::string, std::string>& entries, const char* name) {
  const auto entry = entries.find(name);
  Key key;
  if (entry == entries.end() || entry->second.size() != key.bytes.size() * 2) {
    throw SecretsError(std::string("the key file is damaged: no usable key '") + name + "'");
  }
  for (size_t i = 0; i < key.bytes.size(); ++i) {
    const auto high = DigitOf(entry->second[i * 2]);
    const auto low = DigitOf(entry->second[i * 2 + 1]);
    if (!high || !low) {
      throw SecretsError(std::string("the key file is damaged: key '") + name + "' is not hex");
    }
    key.bytes[i] = static_cast<uint8_t>(*high << 4 | *low);
  }
  return key;
}

std::map<std::string, std::string> ReadEntries(std::string_view text) {
  std::map<std::string, std::string> entries;
  std::istringstream lines{std::string(text)};
  for (std::string name, equals, value; lines >> name;) {
    if (name.starts_with('#')) {
      std::getline(lines, value);
    } else if (lines >> equals >> value && equals == "=") {
      entries[name] = value;
    } else {
      throw SecretsError("the key file is damaged: a line is not 'name = value'");
    }
  }
  return entries;
}

void WriteAll(int descriptor, std::string_view text, const std::filesystem::path& file) {
  const bool written =
      write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      fsync(descriptor) == 0;
  close(descriptor);
  if (written) return;
  unlink(file.c_str());
  throw SecretsError("cannot write the key file " + file.string());
}

}  // namespace

Key::~Key() { OPENSSL_cleanse(bytes.data(), bytes.size()); }

Keys MakeKeys(Random& random) {
  Keys keys;
  for (Key* key : {&keys.data, &keys.index, &keys.token}) random.Fill(key->bytes);
  return keys;
}

void SaveKeys(const std::filesystem::path& file, const Keys& keys) {
  const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    const bool exists = std::filesystem::exists(file);
    throw SecretsError((exists ? "there is a key file already: " : "cannot create the key file ") +
                       file.string());
  }
  WriteAll(descriptor, KeysToText(keys), file);
}

Keys LoadKeys(const std::filesystem::path& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) != 0) {
    throw SecretsError("there is no key file " + file.string());
  }
  if ((status.st_mode & 077) != 0) {
    throw SecretsError("others may read the key file " + file.string() + "; run: chmod 600 " +
                       file.string());
  }
  std::ifstream stream(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) throw SecretsError("cannot read the key file " + file.string());
  return KeysFromText(text);
}

std::string KeysToText(const Keys& keys) {
  return std::string(kHeading) + "\nversion = " + std::to_string(keys.version) +
         "\ndata = " + HexOf(keys.data) + "\nindex = " + HexOf(keys.index) +
         "\ntoken = " + HexOf(keys.token) + "\n";
}

Keys KeysFromText(std::string_view text) {
  const std::map<std::string, std::string> entries = ReadEntries(text);
  const auto version = entries.find("version");
  if (version == entries.end()) throw SecretsError("the key file is damaged: no version");
  if (version->second != std::to_string(kNewestVersion)) {
    throw SecretsError("the key file has version " + version->second +
                       ", this program knows version " + std::to_string(kNewestVersion));
  }
  Keys keys;
  keys.version = kNewestVersion;
  keys.data = ReadKey(entries, "data");
  keys.index = ReadKey(entries, "index");
  keys.token = ReadKey(entries, "token");
  return keys;
}

}  // namespace chunhui::secrets
