// What a resident has agreed to and what follows the card.
#include "services/residents/residents.h"

namespace chunhui::residents {

Preferences PreferencesOf(store::Db& db, std::string_view resident_id) {
  auto query =
      db.Prepare("SELECT language, text_step FROM preferences WHERE resident_id = ?", resident_id);
  Preferences preferences;
  if (!query.Step()) return preferences;
  preferences.language = query.Text(0);
  if (!query.IsNull(1)) preferences.text_step = static_cast<int>(query.Int(1));
  return preferences;
}

void SavePreferences(calls::Call& call, std::string_view resident_id, const Preferences& wanted) {
  std::optional<std::string> language;
  if (!wanted.language.empty()) language = wanted.language;
  call.Audit({std::string(resident_id), "preferences"});
  call.db().Run(
      "INSERT INTO preferences (resident_id, language, text_step) VALUES (?, ?, ?)"
      " ON CONFLICT (resident_id) DO UPDATE SET language = excluded.language,"
      " text_step = excluded.text_step",
      resident_id, language, wanted.text_step);
}

void SaveConsent(calls::Call& call, std::string_view resident_id, const Consent& consent) {
  call.Audit({std::string(resident_id), v1::ConsentPurpose_Name(consent.purpose)});
  call.db().Run(
      "INSERT INTO consents (resident_id, purpose, text_version, granted, at)"
      " VALUES (?, ?, ?, ?, ?)",
      resident_id, consent.purpose, consent.text_version, consent.granted,
      time::ToUnixMs(consent.at));
}

std::optional<bool> ConsentOf(store::Db& db, std::string_view resident_id,
                              v1::ConsentPurpose purpose) {
  auto query = db.Prepare(
      "SELECT granted FROM consents WHERE resident_id = ? AND purpose = ?"
      " ORDER BY at DESC, number DESC LIMIT 1",
      resident_id, purpose);
  if (!query.Step()) return std::nullopt;
  return query.Bool(0);
}

}  // namespace chunhui::residents
