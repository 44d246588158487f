// Brings a database to the shape this program knows. Each area counts its own versions.
#pragma once

#include <span>

#include "core/store/db.h"

namespace chunhui::store {

// Versions of an area run 1, 2, 3, ... without gaps, in the order of the list. A migration that has
// been released is never edited; a new one follows it.
struct Migration {
  int version;
  const char* area;
  const char* sql;
};

// Applies what is missing, all in one transaction. The list is the whole of the program, all areas
// together. Throws StoreError kSchema when the database
// knows versions this program does not (it is newer), or when an applied migration has another
// text.
void Migrate(Db& db, std::span<const Migration> migrations);

// The version of an area in this database; 0 when it has none.
int VersionOf(Db& db, std::string_view area);

}  // namespace chunhui::store
