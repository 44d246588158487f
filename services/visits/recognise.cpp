// From evidence to candidates. What a caller learns here is a masked name, and no more.
#include "core/people/card.h"
#include "core/people/id_number.h"
#include "core/people/phone.h"
#include "services/calls/fields.h"
#include "services/residents/residents.h"
#include "services/staff/staff.h"
#include "services/visits/candidate_token.h"
#include "services/visits/tries.h"
#include "services/visits/visits.h"

namespace chunhui::visits {
namespace {

constexpr int kReasonMax = 200;
constexpr size_t kIdSuffixLength = 4;
constexpr size_t kTypedBytesMax = 100;

using calls::Outcome;
using calls::Refusal;
using residents::Resident;

// What the evidence led to.
struct Found {
  std::vector<Resident> residents;
  v1::Assurance assurance;
  std::string voucher = {};
  std::string reason = {};
  bool staff_badge = false;  // then there are no residents
};

// Unknown cards and unknown numbers are counted apart: cards that are foreign here must not keep
// others from typing, nor the other way round.
std::string KioskScope(const calls::Call& call, const char* kind) {
  return "device:" + calls::DeviceUri(*call.caller().device) + ":" + kind;
}

std::optional<Refusal> MustWait(calls::Call& call, const std::string& scope) {
  const int seconds = SecondsToWait(call.db(), scope, call.now());
  if (seconds == 0) return std::nullopt;
  return Refusal{calls::Code::kResourceExhausted, v1::REASON_TOO_MANY_TRIES, "too many wrong tries",
                 "", seconds};
}

Refusal WrongTry(calls::Call& call, const std::string& scope, v1::Reason reason,
                 const char* message) {
  call.Audit({"", "unknown evidence"});
  call.EvenIfRefused([scope, now = call.now()](store::Db& db) { CountTry(db, scope, now); });
  return {calls::Code::kNotFound, reason, message};
}

std::optional<Refusal> NotGood(calls::Call& call, const residents::Card& card) {
  if (card.state == residents::CardState::kGood) return std::nullopt;
  call.Audit({card.resident_id, "card"});
  const bool blocked = card.state == residents::CardState::kBlocked;
  return blocked ? calls::Refuse(v1::REASON_CARD_BLOCKED, "the card is blocked")
                 : calls::Refuse(v1::REASON_CARD_EXPIRED, "the card is not good today");
}

// A social-security card that nobody has bound: its chip says whose it is.
std::optional<Resident> HolderOf(calls::Call& call, const std::string& number) {
  const auto reading = people::ReadIdNumber(number, call.today());
  return reading ? residents::FindByIdNumber(call, reading.number->text) : std::nullopt;
}

Outcome<Found> ByCard(calls::Call& call, const std::string& typed, const std::string& holder) {
  const auto number = people::NormaliseCard(typed);
  if (!number) return calls::Malformed("card", "4 to 40 letters and digits");
  if (holder.size() > kTypedBytesMax) return calls::Malformed("card_holder_number", "too long");
  const auto card = residents::FindCard(call.db(), *number, call.today());
  // Staff who come to help are never kept waiting by the tries of others.
  if (!card && staff::IsBadge(call, *number)) {
    call.Audit({"", "staff badge"});
    return Found{.residents = {}, .assurance = v1::ASSURANCE_UNSPECIFIED, .staff_badge = true};
  }
  const std::string scope = KioskScope(call, "card");
  if (auto wait = MustWait(call, scope)) return *wait;
  auto resident = card ? residents::FindResident(call.db(), card->resident_id) : std::nullopt;
  if (!card && !holder.empty()) resident = HolderOf(call, holder);
  if (!resident) return WrongTry(call, scope, v1::REASON_CARD_UNKNOWN, "nobody has this card");
  if (card) {
    if (auto refusal = NotGood(call, *card)) return *refusal;
  }
  return Found{{std::move(*resident)}, v1::ASSURANCE_CARD};
}

Outcome<Found> ByQr(calls::Call& call, const std::string& token) {
  if (!people::LooksLikeQr(token)) return calls::Malformed("qr", "no QR code of an office");
  const std::string scope = KioskScope(call, "card");
  if (auto wait = MustWait(call, scope)) return *wait;
  const auto claim = residents::ReadQrToken(call.vault(), token);
  const auto card =
      claim ? residents::FindCard(call.db(), claim->card, call.today()) : std::nullopt;
  auto resident = card ? residents::FindResident(call.db(), card->resident_id) : std::nullopt;
  if (!resident) return WrongTry(call, scope, v1::REASON_CARD_UNKNOWN, "not made by this office");
  if (auto refusal = NotGood(call, *card)) return *refusal;
  if (call.today() > claim->valid_until) {
    call.Audit({card->resident_id, "card"});
    return calls::Refuse(v1::REASON_CARD_EXPIRED, "the code is not good any more");
  }
  return Found{{std::move(*resident)}, v1::ASSURANCE_CARD};
}

// A number counts as a wrong try for everybody it belongs to until somebody has said "yes, that is
// me": nobody can go on asking who is behind it.
Outcome<Found> ByNumber(calls::Call& call, const std::string& scope,
                        std::vector<Resident> residents) {
  if (residents.empty()) {
    return WrongTry(call, scope, v1::REASON_NUMBER_UNKNOWN, "nobody has this number");
  }
  for (const Resident& resident : residents) {
    if (auto wait = MustWait(call, "resident:" + resident.resident_id)) {
      call.Audit({resident.resident_id, "number"});
      return *wait;
    }
  }
  for (const Resident& resident : residents) {
    CountTry(call.db(), "resident:" + resident.resident_id, call.now());
  }
  return Found{std::move(residents), v1::ASSURANCE_NUMBER};
}

// The card itself is there, so nobody is kept waiting; what is not in the register counts as an
// unknown card.
Outcome<Found> ByDocument(calls::Call& call, const std::string& number) {
  if (number.size() > kTypedBytesMax) return calls::Malformed("document_number", "too long");
  const auto reading = people::ReadIdNumber(number, call.today());
  if (!reading) return calls::Malformed("document_number", "not an ID number");
  const std::string scope = KioskScope(call, "card");
  if (auto wait = MustWait(call, scope)) return *wait;
  auto resident = residents::FindByIdNumber(call, reading.number->text);
  if (!resident) return WrongTry(call, scope, v1::REASON_NUMBER_UNKNOWN, "not in the register");
  return Found{{std::move(*resident)}, v1::ASSURANCE_DOCUMENT};
}

Outcome<Found> ByIdNumber(calls::Call& call, const std::string& typed) {
  if (typed.size() > kTypedBytesMax) return calls::Malformed("id_number", "too long");
  const auto reading = people::ReadIdNumber(typed, call.today());
  if (!reading) return calls::Malformed("id_number", "not an ID number");
  const std::string scope = KioskScope(call, "number");
  if (auto wait = MustWait(call, scope)) return *wait;
  std::vector<Resident> residents;
  auto resident = residents::FindByIdNumber(call, reading.number->text);
  if (resident) residents.push_back(std::move(*resident));
  return ByNumber(call, scope, std::move(residents));
}

Outcome<Found> ByPhone(calls::Call& call, const std::string& typed) {
  if (typed.size() > kTypedBytesMax) return calls::Malformed("phone", "too long");
  const auto phone = people::ReadPhone(typed);
  if (!phone || phone->kind == people::PhoneKind::kHotline) {
    return calls::Malformed("phone", "not a mobile or landline number");
  }
  const std::string scope = KioskScope(call, "number");
  if (auto wait = MustWait(call, scope)) return *wait;
  return ByNumber(call, scope, residents::FindByPhone(call, phone->text));
}

bool MayVouch(const calls::Staff& staff) {
  return (calls::RoleBits({v1::ROLE_STAFF, v1::ROLE_GRID_WORKER, v1::ROLE_STATION_LEAD}) &
          (1u << staff.role)) != 0;
}

Outcome<Found> ByVoucher(calls::Call& call, const v1::RecogniseRequest& request) {
  const auto& staff = call.caller().staff;
  if (!staff) {
    return Refusal{calls::Code::kUnauthenticated, v1::REASON_SESSION_ENDED, "no staff session"};
  }
  if (!calls::IsId(request.resident_id())) return calls::Malformed("resident_id", "no such id");
  if (!calls::IsPlainText(request.voucher_reason(), 1, kReasonMax)) {
    return calls::Malformed("voucher_reason", "1 to 200 characters");
  }
  auto resident = residents::FindResident(call.db(), request.resident_id());
  if (!resident) return calls::Unknown("no such resident");
  if (!MayVouch(*staff) || !call.StaffCovers(resident->station_id)) {
    call.Audit({resident->resident_id, "vouched", request.voucher_reason()});
    return Refusal{calls::Code::kPermissionDenied, v1::REASON_NOT_ALLOWED, "may not vouch"};
  }
  return Found{
      {std::move(*resident)}, v1::ASSURANCE_VOUCHED, staff->account, request.voucher_reason()};
}

Outcome<Found> Find(calls::Call& call, const v1::RecogniseRequest& request) {
  const bool vouched = request.evidence_case() == v1::RecogniseRequest::kResidentId;
  if (!vouched && !request.voucher_reason().empty()) {
    return calls::Malformed("voucher_reason", "only with resident_id");
  }
  const bool by_card = request.evidence_case() == v1::RecogniseRequest::kCard;
  if (!by_card && !request.card_holder_number().empty()) {
    return calls::Malformed("card_holder_number", "only with card");
  }
  switch (request.evidence_case()) {
    case v1::RecogniseRequest::kCard:
      return ByCard(call, request.card(), request.card_holder_number());
    case v1::RecogniseRequest::kQr:
      return ByQr(call, request.qr());
    case v1::RecogniseRequest::kDocumentNumber:
      return ByDocument(call, request.document_number());
    case v1::RecogniseRequest::kIdNumber:
      return ByIdNumber(call, request.id_number());
    case v1::RecogniseRequest::kPhone:
      return ByPhone(call, request.phone());
    case v1::RecogniseRequest::kResidentId:
      return ByVoucher(call, request);
    case v1::RecogniseRequest::EVIDENCE_NOT_SET:
      break;
  }
  return calls::Malformed("evidence", "exactly one must be given");
}

void AddCandidate(calls::Call& call, const Found& found, const Resident& resident, bool one_of_many,
                  v1::RecogniseResponse& response) {
  v1::Candidate* candidate = response.add_candidates();
  candidate->set_token(MakeCandidateToken(
      call.vault(), *call.caller().device,
      {resident.resident_id, found.assurance, found.voucher, call.now() + kCandidateLifetime}));
  candidate->set_masked_name(residents::MaskedName(resident, call.today()));
  if (!one_of_many) return;
  const std::string id_number = residents::IdNumberOf(call, resident.resident_id);
  candidate->set_id_suffix(id_number.substr(id_number.size() - kIdSuffixLength));
}

}  // namespace

Outcome<v1::RecogniseResponse> Recognise(calls::Call& call, const v1::RecogniseRequest& request) {
  auto outcome = Find(call, request);
  if (!outcome.ok()) return outcome.refusal();
  Found& found = outcome.value();
  v1::RecogniseResponse response;
  response.set_staff_badge(found.staff_badge);
  if (found.staff_badge) return response;
  for (const Resident& resident : found.residents) {
    call.Audit({resident.resident_id, v1::Assurance_Name(found.assurance), found.reason});
  }
  std::erase_if(found.residents, [](const Resident& resident) {
    return resident.state != residents::ResidentState::kActive;
  });
  if (found.residents.empty()) {
    return calls::Refuse(v1::REASON_RESIDENT_CLOSED, "the record is closed");
  }
  const bool many = found.residents.size() > 1;
  for (const Resident& resident : found.residents) {
    AddCandidate(call, found, resident, many, response);
  }
  return response;
}

}  // namespace chunhui::visits
