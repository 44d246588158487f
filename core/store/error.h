// What goes wrong in a database. The text names tables and columns, never stored values.
#pragma once

#include <stdexcept>
#include <string>

namespace chunhui::store {

enum class StoreErrorKind {
  kBusy,        // somebody else holds the lock longer than the busy time
  kConstraint,  // UNIQUE, FOREIGN KEY, CHECK, NOT NULL
  kCorrupt,     // the file is damaged or is no database
  kFull,        // disk full, or the disk refuses to write
  kSchema,      // the database was made by a newer program, or a migration was edited
  kOther,
};

class StoreError : public std::runtime_error {
 public:
  StoreError(StoreErrorKind kind, const std::string& what)
      : std::runtime_error(what), kind_(kind) {}
  StoreErrorKind kind() const { return kind_; }

 private:
  StoreErrorKind kind_;
};

}  // namespace chunhui::store
