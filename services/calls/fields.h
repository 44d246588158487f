// The forms of fields that many requests share.
#pragma once

#include <optional>
#include <string_view>

namespace chunhui::calls {

enum class Lines { kOne, kMany };

// Well-formed UTF-8 of `min` to `max` characters that draws as written: no control characters
// (kMany: line feeds may), nothing that turns the direction of writing, not only blanks.
bool IsPlainText(std::string_view text, int min, int max, Lines lines = Lines::kOne);

// An id as clients send it back: 1 to 64 characters of plain ASCII without blanks.
bool IsId(std::string_view id);

// What a page_size field means: 0 is the standard size. Nothing when it is out of range.
std::optional<int> PageSize(int wanted, int standard, int max);

}  // namespace chunhui::calls
