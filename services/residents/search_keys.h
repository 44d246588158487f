// By what a resident is searched: kept beside the row whenever the row changes. Private to this
// room; runs in the writer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/store/db.h"

namespace chunhui::residents {

// As searched: no dots or blanks, small letters. `name` is a normalised name.
std::string NameKey(std::string_view name);

// The name, its pinyin and its first letters: sorted, no duplicates.
std::vector<std::string> SearchKeys(std::string_view name);

// Before and after the row of a resident is written. Unindexing nobody is no error.
void UnindexName(store::Db& db, std::string_view resident_id);
void IndexName(store::Db& db, std::string_view resident_id);

// One line each, and back.
std::string JoinKeys(const std::vector<std::string>& keys);
std::vector<std::string> SplitKeys(std::string_view lines);

}  // namespace chunhui::residents
