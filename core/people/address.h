// How the terminal speaks to somebody.
#pragma once

#include <string>
#include <string_view>

#include "core/people/id_number.h"

namespace chunhui::people {

// "王女士", "李先生"; from 60 "王阿姨", "李叔叔"; from 75 "王奶奶", "李爷爷". A name without a
// surname we know of is spoken in full, with nothing added. `name` is in normal form.
std::string PoliteAddress(std::string_view name, Sex sex, int age_years);

}  // namespace chunhui::people
