// How a resident wants kiosks to look and sound: kept with a consent, found again with the card.
#include <algorithm>

#include "core/people/dialect.h"
#include "services/calls/fields.h"
#include "services/residents/residents.h"
#include "services/visits/visits.h"

namespace chunhui::visits {
namespace {

constexpr int kTextVersionMax = 40;

bool Within(int value, int least, int most) { return value >= least && value <= most; }

// The first field of the wishes that no kiosk could follow; empty when all are well.
std::string WrongField(const v1::Preferences& wishes) {
  const std::string& language = wishes.language();
  if (!language.empty() && language != "zh-CN" && language != "en") return "language";
  if (!Within(wishes.text_step(), 0, 3)) return "text_step";
  if (!v1::Theme_IsValid(wishes.theme())) return "theme";
  const bool paced = wishes.has_syllables_per_minute();
  if (paced && !Within(wishes.syllables_per_minute(), 120, 220)) return "syllables_per_minute";
  if (wishes.has_volume() && !Within(wishes.volume(), 1, 5)) return "volume";
  const std::string& dialect = wishes.dialect();
  return dialect.empty() || people::IsDialectTag(dialect) ? "" : "dialect";
}

calls::Refusal NeedsCard() {
  return calls::Refuse(v1::REASON_ASSURANCE_TOO_LOW, "kept wishes need a card");
}

void Keep(calls::Call& call, const std::string& resident_id, const v1::Preferences& wanted) {
  const auto when = [](bool has, int value) { return has ? std::optional(value) : std::nullopt; };
  call.db().Run(
      "INSERT OR REPLACE INTO kept_wishes (resident_id, language, theme, dialect, text_step, voice,"
      " syllables_per_minute, volume, left_hand, low_mode) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      resident_id, wanted.language(), wanted.theme(), wanted.dialect(),
      when(wanted.has_text_step(), wanted.text_step()), when(wanted.has_voice(), wanted.voice()),
      when(wanted.has_syllables_per_minute(), wanted.syllables_per_minute()),
      when(wanted.has_volume(), wanted.volume()), when(wanted.has_left_hand(), wanted.left_hand()),
      when(wanted.has_low_mode(), wanted.low_mode()));
}

}  // namespace

v1::Preferences KeptWishesOf(store::Db& db, std::string_view resident_id) {
  auto query = db.Prepare(
      "SELECT language, theme, dialect, text_step, voice, syllables_per_minute, volume, left_hand,"
      " low_mode FROM kept_wishes WHERE resident_id = ?",
      resident_id);
  v1::Preferences kept;
  if (!query.Step()) return kept;
  kept.set_language(query.Text(0));
  kept.set_theme(static_cast<v1::Theme>(query.Int(1)));
  kept.set_dialect(query.Text(2));
  if (!query.IsNull(3)) kept.set_text_step(static_cast<int>(query.Int(3)));
  if (!query.IsNull(4)) kept.set_voice(query.Bool(4));
  if (!query.IsNull(5)) kept.set_syllables_per_minute(static_cast<int>(query.Int(5)));
  if (!query.IsNull(6)) kept.set_volume(static_cast<int>(query.Int(6)));
  if (!query.IsNull(7)) kept.set_left_hand(query.Bool(7));
  if (!query.IsNull(8)) kept.set_low_mode(query.Bool(8));
  return kept;
}

void ForgetWishes(calls::Call& call, const std::string& resident_id) {
  call.db().Run("DELETE FROM kept_wishes WHERE resident_id = ?", resident_id);
  residents::SavePreferences(call, resident_id, {});
}

calls::Outcome<v1::GetPreferencesResponse> GetPreferences(calls::Call& call,
                                                          const v1::GetPreferencesRequest&) {
  call.Audit({call.visit().resident_id, "preferences"});
  if (call.visit().assurance < v1::ASSURANCE_CARD) return NeedsCard();
  v1::GetPreferencesResponse response;
  *response.mutable_preferences() = KeptWishesOf(call.db(), call.visit().resident_id);
  return response;
}

calls::Outcome<v1::SavePreferencesResponse> SavePreferences(
    calls::Call& call, const v1::SavePreferencesRequest& request) {
  const v1::Preferences& wanted = request.preferences();
  if (const std::string field = WrongField(wanted); !field.empty()) {
    return calls::Malformed("preferences." + field, "not a wish a kiosk can follow");
  }
  if (!calls::IsPlainText(request.text_version(), 1, kTextVersionMax)) {
    return calls::Malformed("text_version", "1 to 40 characters");
  }
  const calls::Visit& visit = call.visit();
  if (visit.assurance < v1::ASSURANCE_CARD) {
    call.Audit({visit.resident_id, "preferences"});
    return NeedsCard();
  }
  const time::Instant at = std::min(visit.occurred_at.value_or(call.now()), call.now());
  residents::SaveConsent(call, visit.resident_id,
                         {v1::CONSENT_PURPOSE_PREFERENCES, request.text_version(), true, at});
  std::optional<int> step;
  if (wanted.has_text_step()) step = wanted.text_step();
  // The visitor's record at the start of a visit names these two.
  residents::SavePreferences(call, visit.resident_id, {wanted.language(), step});
  Keep(call, visit.resident_id, wanted);
  return v1::SavePreferencesResponse{};
}

}  // namespace chunhui::visits
