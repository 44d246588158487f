// The register: the cared-for of any age, their cards, consents and preferences. Knows nothing of
// visits, meals or pensions; of staff only whether a card is a badge. Names are stored in clear
// (they are searched by their beginning); ID number and phone are sealed and found by blind index.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chunhui/v1/residents.pb.h"
#include "chunhui/v1/visits.pb.h"
#include "core/people/id_number.h"
#include "core/store/db.h"
#include "core/store/migrate.h"
#include "core/time/date.h"
#include "core/time/instant.h"
#include "services/calls/call.h"
#include "services/calls/method.h"
#include "services/calls/outcome.h"

namespace chunhui::residents {

extern const store::Migration kResidentsMigrations[3];

inline constexpr int kImportRowsMax = 2000;
inline constexpr int kCardsPerRowMax = 4;
inline constexpr int kCandidatesMax = 4;

enum class ResidentState { kActive = 1, kBlocked = 2, kDeceased = 3 };

struct Resident {
  std::string resident_id;
  std::string name;    // in full: never on a kiosk, see MaskedName
  std::string called;  // as the person wants to be called, for example 王老师; may be empty
  time::Date birth;
  people::Sex sex = people::Sex::kFemale;
  v1::SubsidyClass subsidy_class = v1::SUBSIDY_CLASS_UNSPECIFIED;
  std::string station_id;
  std::string grid;
  std::string building;
  ResidentState state = ResidentState::kActive;
  bool day_care_member = false;
  bool has_family = false;
  bool has_phone = false;  // somebody can ring; the number itself is PhoneOf
};

std::optional<Resident> FindResident(store::Db& db, std::string_view resident_id);

// Age in full years on that day (the day of the meal or event, not of the booking).
int AgeOn(const Resident& resident, time::Date date);

// "王*兰奶奶", or "王*兰老师" when the person wants to be called 王老师: for "are you …?", tickets
// and lists. Never holds the hidden part of the name.
std::string MaskedName(const Resident& resident, time::Date today);
// What the person wants to be called; without a wish, or when the wish holds the name itself,
// MaskedName.
std::string DisplayName(const Resident& resident, time::Date today);

enum class CardState { kGood, kBlocked, kNotYetValid, kExpired };
struct Card {
  std::string resident_id;
  CardState state = CardState::kGood;
};
// `card` as people::NormaliseCard made it. Nothing when it is bound to nobody.
std::optional<Card> FindCard(store::Db& db, std::string_view card, time::Date today);

// What a QR code says when it was made here and not changed; whether its card is still good is
// FindCard's answer.
struct QrClaim {
  std::string card;
  time::Date valid_until;
};
std::optional<QrClaim> ReadQrToken(const secrets::Vault& vault, std::string_view token);

// `id_number` as people::ReadIdNumber normalised it.
std::optional<Resident> FindByIdNumber(calls::Call& call, std::string_view id_number);
// `phone` as people::ReadPhone normalised it. Active residents first; at most kCandidatesMax.
std::vector<Resident> FindByPhone(calls::Call& call, std::string_view phone);

// Who has the same phone, this resident included; nobody without one.
std::vector<std::string> SharingPhone(store::Db& db, std::string_view resident_id);

// Opens what is sealed. Empty when there is none. The caller audits it.
std::string IdNumberOf(calls::Call& call, std::string_view resident_id);
std::string PhoneOf(calls::Call& call, std::string_view resident_id);

// Told of every row taken, in the same savepoint: areas that keep facts of the register for
// themselves (the pension dates of the row).
using RowTaken =
    std::function<void(calls::Call&, const std::string& resident_id, const v1::ResidentInput& row)>;

// Takes rows of a register; wrong rows are left out and reported. Used by ImportResidents and by
// the demo town. A staff caller must cover the station of every row; the office itself may all.
v1::ImportResidentsResponse ImportRows(
    calls::Call& call, const google::protobuf::RepeatedPtrField<v1::ResidentInput>& rows,
    bool dry_run, const RowTaken& row_taken);

// The resident with this key of the source register.
std::optional<std::string> ResidentIdOfSource(store::Db& db, std::string_view source_key);

// Binds a card that is free or already this resident's (which lifts a block). `card` is normalised.
// Refuses ALREADY_EXISTS when it is somebody else's.
calls::Outcome<bool> BindCardTo(calls::Call& call, std::string_view resident_id,
                                std::string_view card, std::optional<time::Date> valid_until,
                                v1::CardKind kind = v1::CARD_KIND_UNSPECIFIED);

// Makes up to a thousand residents findable that an older program took in; false when all are.
bool IndexOldNames(store::Db& db);

void SetState(calls::Call& call, std::string_view resident_id, ResidentState state);

// What follows the card; absent or empty = not saved.
struct Preferences {
  std::string language;  // "zh-CN" or "en"
  std::optional<int> text_step;
};
Preferences PreferencesOf(store::Db& db, std::string_view resident_id);
void SavePreferences(calls::Call& call, std::string_view resident_id, const Preferences& wanted);

// One answer to one question; every answer stays as a row.
struct Consent {
  v1::ConsentPurpose purpose;
  std::string text_version;
  bool granted = false;
  time::Instant at;
};
void SaveConsent(calls::Call& call, std::string_view resident_id, const Consent& consent);
// The latest answer; nothing when never asked.
std::optional<bool> ConsentOf(store::Db& db, std::string_view resident_id,
                              v1::ConsentPurpose purpose);

calls::Outcome<v1::SearchResidentsResponse> SearchResidents(
    calls::Call& call, const v1::SearchResidentsRequest& request);
calls::Outcome<v1::ImportResidentsResponse> ImportResidents(
    calls::Call& call, const v1::ImportResidentsRequest& request, const RowTaken& row_taken);
calls::Outcome<v1::BindCardResponse> BindCard(calls::Call& call,
                                              const v1::BindCardRequest& request);
calls::Outcome<v1::BlockCardResponse> BlockCard(calls::Call& call,
                                                const v1::BlockCardRequest& request);

calls::Outcome<v1::ListCardsResponse> ListCards(calls::Call& call,
                                                const v1::ListCardsRequest& request);
calls::Outcome<v1::ReplaceCardResponse> ReplaceCard(calls::Call& call,
                                                    const v1::ReplaceCardRequest& request);
calls::Outcome<v1::IssueQrResponse> IssueQr(calls::Call& call, const v1::IssueQrRequest& request);
calls::Outcome<v1::RegisterResidentResponse> RegisterResident(
    calls::Call& call, const v1::RegisterResidentRequest& request, const RowTaken& row_taken);

// Of the station's active residents. What leaves holds no name, and too few people give nothing.
inline constexpr int kNameCharactersResidentsMin = 10;
calls::Outcome<v1::GetNameCharactersResponse> GetNameCharacters(
    calls::Call& call, const v1::GetNameCharactersRequest& request);

// `row_taken` may be empty.
void AddResidentsMethods(calls::MethodTable& table, RowTaken row_taken);

}  // namespace chunhui::residents
