// Taking the rows of a register: one code path for staff, for files and for the demo town.
#include "core/store/transaction.h"
#include "services/residents/checked_row.h"
#include "services/residents/residents.h"
#include "services/residents/sealed_fields.h"
#include "services/residents/search_keys.h"

namespace chunhui::residents {
namespace {

struct SealedRow {
  std::string id_number;
  std::string id_number_index;
  std::optional<std::string> phone;
  std::optional<std::string> phone_index;
};

SealedRow Seal(const calls::Call& call, const CheckedRow& row) {
  const auto seal = [&](std::string_view field, const std::string& plain) {
    return call.vault().SealField(plain, BoundTo(field, row.resident_id));
  };
  SealedRow sealed;
  sealed.id_number = seal(kIdNumber, row.id_number.text);
  sealed.id_number_index = IndexOf(call, kIdNumber, row.id_number.text);
  if (row.phone.empty()) return sealed;
  sealed.phone = seal(kPhone, row.phone);
  sealed.phone_index = IndexOf(call, kPhone, row.phone);
  return sealed;
}

std::optional<store::BlobView> View(const std::optional<std::string>& bytes) {
  if (!bytes) return std::nullopt;
  return store::BlobView{*bytes};
}

// Adds or replaces what the register knows; state, guardians and unit stay as they are.
void PutRow(calls::Call& call, const v1::ResidentInput& input, const CheckedRow& row) {
  const SealedRow sealed = Seal(call, row);
  call.db().Run(
      "INSERT INTO residents (resident_id, source_key, name, name_key, called, birth, sex,"
      " id_number, id_number_index, phone, phone_index, subsidy_class, station_id, grid, building,"
      " day_care_member, has_family, updated_at)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (source_key) DO UPDATE SET name = excluded.name, name_key = excluded.name_key,"
      " called = excluded.called, birth = excluded.birth, sex = excluded.sex,"
      " id_number = excluded.id_number, id_number_index = excluded.id_number_index,"
      " phone = excluded.phone, phone_index = excluded.phone_index,"
      " subsidy_class = excluded.subsidy_class, station_id = excluded.station_id,"
      " grid = excluded.grid, building = excluded.building,"
      " day_care_member = excluded.day_care_member, has_family = excluded.has_family,"
      " updated_at = excluded.updated_at",
      row.resident_id, input.source_key(), row.name, NameKey(row.name), row.called,
      row.id_number.birth.ToYyyymmdd(), row.id_number.sex, store::BlobView{sealed.id_number},
      store::BlobView{sealed.id_number_index}, View(sealed.phone), View(sealed.phone_index),
      static_cast<int>(input.subsidy_class()), input.station_id(), input.grid(), input.building(),
      input.day_care_member(), input.has_family(), time::ToUnixMs(call.now()));
}

// A card that is already this resident's stays as it is: a blocked one stays blocked.
void AddCards(calls::Call& call, const CheckedRow& row) {
  for (const std::string& card : row.cards) {
    call.db().Run(
        "INSERT INTO cards (card, resident_id, valid_from) VALUES (?, ?, ?)"
        " ON CONFLICT (card) DO NOTHING",
        card, row.resident_id, call.today().ToYyyymmdd());
  }
}

void Report(v1::ImportResidentsResponse& response, int row, const CheckedRow& checked) {
  for (const Problem& problem : checked.problems) {
    v1::RowReport* report = response.add_problems();
    report->set_row(row);
    report->set_field(problem.field);
    report->set_problem(problem.words);
  }
}

}  // namespace

v1::ImportResidentsResponse ImportRows(
    calls::Call& call, const google::protobuf::RepeatedPtrField<v1::ResidentInput>& rows,
    bool dry_run, const RowTaken& row_taken) {
  v1::ImportResidentsResponse response;
  store::Savepoint changes(call.db());
  for (int i = 0; i < rows.size(); ++i) {
    CheckedRow checked = CheckRow(call, rows[i]);
    if (!checked.problems.empty()) {
      Report(response, i + 1, checked);
      continue;
    }
    const bool added = checked.resident_id.empty();
    if (added) checked.resident_id = call.NewId();
    UnindexName(call.db(), checked.resident_id);
    PutRow(call, rows[i], checked);
    IndexName(call.db(), checked.resident_id);
    AddCards(call, checked);
    added ? response.set_added(response.added() + 1) : response.set_updated(response.updated() + 1);
    if (dry_run) continue;
    call.Audit({checked.resident_id, added ? "added" : "updated"});
    if (row_taken) row_taken(call, checked.resident_id, rows[i]);
  }
  if (dry_run) {
    call.Audit({"", "dry run"});
  } else {
    changes.Release();
  }
  return response;
}

}  // namespace chunhui::residents
