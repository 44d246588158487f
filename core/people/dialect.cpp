#include "core/people/dialect.h"

#include <algorithm>

namespace chunhui::people {

bool IsDialectTag(std::string_view tag) {
  constexpr size_t kTagMax = 20;
  const auto good = [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '-';
  };
  return !tag.empty() && tag.size() <= kTagMax && std::all_of(tag.begin(), tag.end(), good);
}

}  // namespace chunhui::people
