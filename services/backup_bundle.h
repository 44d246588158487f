// The locked part of a backup: small named texts in one encrypted file. Private to backup.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace chunhui::office {

using Bundle = std::map<std::string, std::string>;

// "name size\n" and the bytes, one after the other.
std::string PackBundle(const Bundle& bundle);
// Nothing when the text is no bundle.
std::optional<Bundle> UnpackBundle(std::string_view text);

}  // namespace chunhui::office
