// SHA-256 in the forms we use: of bytes, as hex, and as a chain of rows.
#pragma once

#include <string>
#include <string_view>

namespace chunhui::secrets {

// 32 bytes.
std::string Sha256(std::string_view bytes);
// 64 lower-case hex digits.
std::string Sha256Hex(std::string_view bytes);
std::string ToHex(std::string_view bytes);

// The next hash of an audit chain: SHA-256(previous || row), 32 bytes. The first row's `previous`
// is empty. The row must be in a form that can be written again exactly.
std::string ChainHash(std::string_view previous, std::string_view row);

// The same time for every content of equal length.
bool EqualInConstantTime(std::string_view left, std::string_view right);

}  // namespace chunhui::secrets
