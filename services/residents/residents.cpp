#include "services/residents/residents.h"

#include "core/people/age.h"
#include "services/residents/sealed_fields.h"

namespace chunhui::residents {
namespace {

constexpr const char* kSelect =
    "SELECT resident_id, name, called, birth, sex, subsidy_class, station_id, grid, building,"
    " state, day_care_member, has_family, phone IS NOT NULL FROM residents ";

Resident ReadRow(const store::Query& query) {
  Resident resident;
  resident.resident_id = query.Text(0);
  resident.name = query.Text(1);
  resident.called = query.Text(2);
  resident.birth = time::Date::FromYyyymmdd(query.Int(3)).value();
  resident.sex = static_cast<people::Sex>(query.Int(4));
  resident.subsidy_class = static_cast<v1::SubsidyClass>(query.Int(5));
  resident.station_id = query.Text(6);
  resident.grid = query.Text(7);
  resident.building = query.Text(8);
  resident.state = static_cast<ResidentState>(query.Int(9));
  resident.day_care_member = query.Bool(10);
  resident.has_family = query.Bool(11);
  resident.has_phone = query.Bool(12);
  return resident;
}

std::string OpenSealed(calls::Call& call, const char* sql, std::string_view resident_id,
                       std::string_view field) {
  auto query = call.db().Prepare(sql, resident_id);
  if (!query.Step() || query.IsNull(0)) return {};
  auto plain = call.vault().OpenField(query.Blob(0), BoundTo(field, resident_id));
  if (!plain) throw std::runtime_error("a sealed field of a resident does not open with this key");
  return *plain;
}

}  // namespace

std::string BoundTo(std::string_view field, std::string_view resident_id) {
  return std::string("residents.") + std::string(field) + ":" + std::string(resident_id);
}

std::string IndexOf(const calls::Call& call, std::string_view field, std::string_view value) {
  return call.vault().BlindIndex("residents." + std::string(field), value);
}

std::optional<Resident> FindResident(store::Db& db, std::string_view resident_id) {
  static const std::string kSql = std::string(kSelect) + "WHERE resident_id = ?";
  auto query = db.Prepare(kSql, resident_id);
  if (!query.Step()) return std::nullopt;
  return ReadRow(query);
}

std::optional<Resident> FindByIdNumber(calls::Call& call, std::string_view id_number) {
  const std::string index = IndexOf(call, kIdNumber, id_number);
  auto query =
      call.db().Prepare(std::string(kSelect) + "WHERE id_number_index = ?", store::BlobView{index});
  if (!query.Step()) return std::nullopt;
  return ReadRow(query);
}

std::vector<Resident> FindByPhone(calls::Call& call, std::string_view phone) {
  const std::string index = IndexOf(call, kPhone, phone);
  auto query = call.db().Prepare(
      std::string(kSelect) + "WHERE phone_index = ? ORDER BY state, number LIMIT ?",
      store::BlobView{index}, kCandidatesMax);
  std::vector<Resident> residents;
  while (query.Step()) residents.push_back(ReadRow(query));
  return residents;
}

std::vector<std::string> SharingPhone(store::Db& db, std::string_view resident_id) {
  auto query = db.Prepare(
      "SELECT resident_id FROM residents WHERE phone_index ="
      " (SELECT phone_index FROM residents WHERE resident_id = ?)",
      resident_id);
  std::vector<std::string> ids;
  while (query.Step()) ids.push_back(query.Text(0));
  return ids;
}

std::string IdNumberOf(calls::Call& call, std::string_view resident_id) {
  return OpenSealed(call, "SELECT id_number FROM residents WHERE resident_id = ?", resident_id,
                    kIdNumber);
}

std::string PhoneOf(calls::Call& call, std::string_view resident_id) {
  return OpenSealed(call, "SELECT phone FROM residents WHERE resident_id = ?", resident_id, kPhone);
}

std::optional<std::string> ResidentIdOfSource(store::Db& db, std::string_view source_key) {
  auto query = db.Prepare("SELECT resident_id FROM residents WHERE source_key = ?", source_key);
  if (!query.Step()) return std::nullopt;
  return query.Text(0);
}

int AgeOn(const Resident& resident, time::Date date) { return people::AgeOn(resident.birth, date); }

void SetState(calls::Call& call, std::string_view resident_id, ResidentState state) {
  call.Audit({std::string(resident_id), "state"});
  call.db().Run("UPDATE residents SET state = ?, updated_at = ? WHERE resident_id = ?", state,
                time::ToUnixMs(call.now()), resident_id);
}

}  // namespace chunhui::residents
