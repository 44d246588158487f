// Names of people: normal form and masking. UTF-8, full GB 18030. How to address somebody is
// address.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chunhui::people {

// Longest name stored, in characters. There is no limit in law (25 Hanzi must fit); this one only
// stops abuse.
inline constexpr int kNameCharactersMax = 60;

// Trims, NFC, one blank for many (none beside a Han character or a dot), and every name dot as
// U+00B7. Nothing for an empty name, one that is too long, not UTF-8, or holds anything but
// letters, marks, dots, blanks, hyphens and apostrophes.
std::optional<std::string> NormaliseName(std::string_view typed);

// For the owner's own confirmation, the middle hidden: "王*兰", "王*", "欧阳*兰", "阿***·**提".
std::string MaskNameForOwner(std::string_view name);

// For everybody else, always two stars: "王**", "欧阳**", "阿**".
std::string MaskNameForOthers(std::string_view name);

// The surname of a Han name of 2 to 4 characters: two characters for a compound surname (欧阳) when
// a given name follows. Empty for all other names, also for four characters without a compound
// surname (扎西顿珠 has none). Points into `name`.
std::string_view SurnameOf(std::string_view name);

}  // namespace chunhui::people
