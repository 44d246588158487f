// Names of people: normal form, masking, and how to address somebody politely. UTF-8, full GB
// 18030.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/people/id_number.h"

namespace chunhui::people {

// Longest name stored, in characters. There is no limit in law; this one only stops abuse.
inline constexpr int kNameCharactersMax = 60;

// Trims, NFC, collapses blanks, and writes every name dot as U+00B7. Nothing for an empty name, one
// that is too long, not UTF-8, or holds control characters or digits.
std::optional<std::string> NormaliseName(std::string_view typed);

// For the owner's own confirmation: the middle hidden. "王*兰", "王*", "阿依***拜克".
std::string MaskNameForOwner(std::string_view name);

// For everybody else: only the first character. "王**", "欧阳**", always two stars.
std::string MaskNameForOthers(std::string_view name);

// The surname of a Han name, two characters for a compound surname (欧阳). Empty when the name is
// not a Han name of 2 to 4 characters.
std::string_view SurnameOf(std::string_view name);

// "王阿姨", "李叔叔" from 60, "王奶奶", "李爷爷" from 75; below 60 "王女士", "李先生". A name that
// is not a short Han name is spoken in full, with nothing added.
std::string PoliteAddress(std::string_view name, Sex sex, int age_years);

}  // namespace chunhui::people
