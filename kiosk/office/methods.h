// Every call a kiosk makes: its name, its messages, and how it is sent.
#pragma once

#include "chunhui/v1/assistance.pb.h"
#include "chunhui/v1/content.pb.h"
#include "chunhui/v1/events.pb.h"
#include "chunhui/v1/fleet.pb.h"
#include "chunhui/v1/meals.pb.h"
#include "chunhui/v1/pension.pb.h"
#include "chunhui/v1/preferences.pb.h"
#include "chunhui/v1/residents.pb.h"
#include "chunhui/v1/staff.pb.h"
#include "chunhui/v1/visits.pb.h"

namespace chunhui::office {

enum class Sending {
  kLive,     // asked once, never on a disk: reads, and whatever carries names or numbers of people
  kJournal,  // a write: kept in the journal before it is sent and repeated until answered; refused
             // as away when the office is known to be away
  kKept,     // like kJournal, but kept and repeated even when the office is away
  kUrgent,   // like kKept, and jumps the queue: help
};

template <typename RequestType, typename ResponseType>
struct Method {
  using Request = RequestType;
  using Response = ResponseType;
  const char* name;
  Sending sending;
};

inline constexpr Method<v1::RecogniseRequest, v1::RecogniseResponse> kRecognise{
    "/chunhui.v1.VisitService/Recognise", Sending::kLive};
inline constexpr Method<v1::StartVisitRequest, v1::StartVisitResponse> kStartVisit{
    "/chunhui.v1.VisitService/StartVisit", Sending::kLive};
inline constexpr Method<v1::MarkAttendanceRequest, v1::MarkAttendanceResponse> kMarkAttendance{
    "/chunhui.v1.VisitService/MarkAttendance", Sending::kKept};
inline constexpr Method<v1::RecordConsentRequest, v1::RecordConsentResponse> kRecordConsent{
    "/chunhui.v1.VisitService/RecordConsent", Sending::kKept};
inline constexpr Method<v1::GetPreferencesRequest, v1::GetPreferencesResponse> kGetPreferences{
    "/chunhui.v1.PreferenceService/GetPreferences", Sending::kLive};
inline constexpr Method<v1::SavePreferencesRequest, v1::SavePreferencesResponse> kSavePreferences{
    "/chunhui.v1.PreferenceService/SavePreferences", Sending::kKept};
inline constexpr Method<v1::EndVisitRequest, v1::EndVisitResponse> kEndVisit{
    "/chunhui.v1.VisitService/EndVisit", Sending::kKept};

inline constexpr Method<v1::GetNameCharactersRequest, v1::GetNameCharactersResponse>
    kGetNameCharacters{"/chunhui.v1.ResidentService/GetNameCharacters", Sending::kLive};

inline constexpr Method<v1::GetMenuRequest, v1::GetMenuResponse> kGetMenu{
    "/chunhui.v1.MealService/GetMenu", Sending::kLive};
inline constexpr Method<v1::QuoteMealsRequest, v1::QuoteMealsResponse> kQuoteMeals{
    "/chunhui.v1.MealService/QuoteMeals", Sending::kLive};
inline constexpr Method<v1::BookMealRequest, v1::BookMealResponse> kBookMeal{
    "/chunhui.v1.MealService/BookMeal", Sending::kJournal};
inline constexpr Method<v1::CancelMealRequest, v1::CancelMealResponse> kCancelMeal{
    "/chunhui.v1.MealService/CancelMeal", Sending::kJournal};
inline constexpr Method<v1::ListMealBookingsRequest, v1::ListMealBookingsResponse>
    kListMealBookings{"/chunhui.v1.MealService/ListMealBookings", Sending::kLive};
inline constexpr Method<v1::GetUsualMealRequest, v1::GetUsualMealResponse> kGetUsualMeal{
    "/chunhui.v1.MealService/GetUsualMeal", Sending::kLive};

inline constexpr Method<v1::ListEventsRequest, v1::ListEventsResponse> kListEvents{
    "/chunhui.v1.EventService/ListEvents", Sending::kLive};
inline constexpr Method<v1::SignUpRequest, v1::SignUpResponse> kSignUp{
    "/chunhui.v1.EventService/SignUp", Sending::kJournal};
inline constexpr Method<v1::WithdrawRequest, v1::WithdrawResponse> kWithdraw{
    "/chunhui.v1.EventService/Withdraw", Sending::kJournal};
inline constexpr Method<v1::AcceptOfferRequest, v1::AcceptOfferResponse> kAcceptOffer{
    "/chunhui.v1.EventService/AcceptOffer", Sending::kJournal};
inline constexpr Method<v1::ListSignUpsRequest, v1::ListSignUpsResponse> kListSignUps{
    "/chunhui.v1.EventService/ListSignUps", Sending::kLive};
inline constexpr Method<v1::CheckInRequest, v1::CheckInResponse> kCheckIn{
    "/chunhui.v1.EventService/CheckIn", Sending::kJournal};

inline constexpr Method<v1::GetPensionStatusRequest, v1::GetPensionStatusResponse>
    kGetPensionStatus{"/chunhui.v1.PensionService/GetPensionStatus", Sending::kLive};

inline constexpr Method<v1::OpenCaseRequest, v1::OpenCaseResponse> kOpenCase{
    "/chunhui.v1.AssistanceService/OpenCase", Sending::kUrgent};
inline constexpr Method<v1::GetCaseRequest, v1::GetCaseResponse> kGetCase{
    "/chunhui.v1.AssistanceService/GetCase", Sending::kLive};
inline constexpr Method<v1::WithdrawCaseRequest, v1::WithdrawCaseResponse> kWithdrawCase{
    "/chunhui.v1.AssistanceService/WithdrawCase", Sending::kKept};
inline constexpr Method<v1::ListCasesRequest, v1::ListCasesResponse> kListCases{
    "/chunhui.v1.AssistanceService/ListCases", Sending::kLive};
inline constexpr Method<v1::ClaimCaseRequest, v1::ClaimCaseResponse> kClaimCase{
    "/chunhui.v1.AssistanceService/ClaimCase", Sending::kLive};
inline constexpr Method<v1::CloseCaseRequest, v1::CloseCaseResponse> kCloseCase{
    "/chunhui.v1.AssistanceService/CloseCase", Sending::kLive};

inline constexpr Method<v1::ListNoticesRequest, v1::ListNoticesResponse> kListNotices{
    "/chunhui.v1.ContentService/ListNotices", Sending::kLive};
inline constexpr Method<v1::GetStationRequest, v1::GetStationResponse> kGetStation{
    "/chunhui.v1.FleetService/GetStation", Sending::kLive};
inline constexpr Method<v1::HeartbeatRequest, v1::HeartbeatResponse> kHeartbeat{
    "/chunhui.v1.FleetService/Heartbeat", Sending::kLive};

inline constexpr Method<v1::SearchResidentsRequest, v1::SearchResidentsResponse> kSearchResidents{
    "/chunhui.v1.ResidentService/SearchResidents", Sending::kLive};

inline constexpr Method<v1::RegisterResidentRequest, v1::RegisterResidentResponse>
    kRegisterResident{"/chunhui.v1.ResidentService/RegisterResident", Sending::kLive};
inline constexpr Method<v1::ListCardsRequest, v1::ListCardsResponse> kListCards{
    "/chunhui.v1.ResidentService/ListCards", Sending::kLive};
inline constexpr Method<v1::BindCardRequest, v1::BindCardResponse> kBindCard{
    "/chunhui.v1.ResidentService/BindCard", Sending::kLive};
inline constexpr Method<v1::BlockCardRequest, v1::BlockCardResponse> kBlockCard{
    "/chunhui.v1.ResidentService/BlockCard", Sending::kLive};
inline constexpr Method<v1::ReplaceCardRequest, v1::ReplaceCardResponse> kReplaceCard{
    "/chunhui.v1.ResidentService/ReplaceCard", Sending::kLive};
inline constexpr Method<v1::IssueQrRequest, v1::IssueQrResponse> kIssueQr{
    "/chunhui.v1.ResidentService/IssueQr", Sending::kLive};
inline constexpr Method<v1::RenewCertificateRequest, v1::RenewCertificateResponse>
    kRenewCertificate{"/chunhui.v1.FleetService/RenewCertificate", Sending::kLive};

inline constexpr Method<v1::SignInRequest, v1::SignInResponse> kSignIn{
    "/chunhui.v1.StaffService/SignIn", Sending::kLive};
inline constexpr Method<v1::SignOutRequest, v1::SignOutResponse> kSignOut{
    "/chunhui.v1.StaffService/SignOut", Sending::kLive};

}  // namespace chunhui::office
