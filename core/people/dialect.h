// How the speech that somebody grew up with is named.
#pragma once

#include <string_view>

namespace chunhui::people {

// 1 to 20 letters and digits of ASCII and hyphens, as tags of BCP 47 look ("wuu", "nan-TW");
// whether anybody speaks so is not asked.
bool IsDialectTag(std::string_view tag);

}  // namespace chunhui::people
