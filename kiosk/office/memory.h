// What is known, kept on the kiosk's disk: public lists and how far the stream was followed. One
// thread.
#pragma once

#include <cstdint>

#include "core/store/db.h"
#include "core/store/migrate.h"
#include "kiosk/office/known_change.h"

namespace chunhui::office {

extern const store::Migration kMemoryMigrations[1];

class Memory {
 public:
  // `db` outlives the memory.
  explicit Memory(store::Db& db) : db_(db) {}

  // As it was kept last. Throws StoreError.
  Known Load();
  void Keep(Part part, const Known& known);
  int64_t sequence();
  void SetSequence(int64_t sequence);

 private:
  store::Db& db_;
};

}  // namespace chunhui::office
