// The visit: where its token is good, how it ends, and what a visitor may do with the record.
#include "tests/services/visits_fixture.h"

namespace chunhui::visits {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using tests::FieldOf;
using tests::InventedRow;
using tests::kToday;
using tests::Must;
using tests::ReasonOf;

class VisitTest : public VisitsTest {
 protected:
  calls::Outcome<v1::MarkAttendanceResponse> Mark(const calls::Caller& caller, bool arriving) {
    v1::MarkAttendanceRequest request;
    request.set_arriving(arriving);
    return Ask(MarkAttendance, caller, request);
  }
  calls::Outcome<v1::RecordConsentResponse> Consent(const calls::Caller& caller,
                                                    v1::ConsentPurpose purpose, bool granted,
                                                    const std::string& version = "2026-1") {
    v1::RecordConsentRequest request;
    request.set_purpose(purpose);
    request.set_text_version(version);
    request.set_granted(granted);
    return Ask(RecordConsent, caller, request);
  }
  calls::Outcome<v1::SavePreferencesResponse> Save(const calls::Caller& caller,
                                                   const v1::Preferences& wishes,
                                                   const std::string& version = "2026-1") {
    v1::SavePreferencesRequest request;
    *request.mutable_preferences() = wishes;
    request.set_text_version(version);
    return Ask(SavePreferences, caller, request);
  }
  static v1::Preferences Wishes() {
    v1::Preferences wishes;
    wishes.set_language("en");
    wishes.set_text_step(2);
    wishes.set_theme(v1::THEME_CONTRAST);
    wishes.set_voice(false);
    wishes.set_volume(5);
    wishes.set_dialect("wuu");
    wishes.set_left_hand(true);
    return wishes;
  }
  void End(const calls::Caller& caller) { Must(Ask(EndVisit, caller, v1::EndVisitRequest())); }
};

TEST_F(VisitTest, YesBeginsAVisitOfTheRightAssurance) {
  const auto by_card = Visit(ByCard("CARD0001"));
  EXPECT_EQ(by_card.visitor().assurance(), v1::ASSURANCE_CARD);
  EXPECT_EQ(by_card.visitor().display_name(), "王*兰奶奶");
  const auto visit = Of(by_card.visit_token(), kiosk_);
  ASSERT_TRUE(visit.has_value());
  EXPECT_EQ(visit->resident_id, lan_);
  EXPECT_EQ(visit->assurance, v1::ASSURANCE_CARD);
  EXPECT_EQ(Visit(ByPhone("13900000001")).visitor().assurance(), v1::ASSURANCE_NUMBER);
}

TEST_F(VisitTest, WhoTypedANumberLearnsNothingBeyondTheMaskedName) {
  auto row = InventedRow();
  row.set_called("王老师");
  Add(row);
  calls::Call call = MakeCall(tests::ByOffice());
  residents::SavePreferences(call, lan_, {"en", 2});
  const auto by_number = Visit(ByPhone("13900000001")).visitor();
  EXPECT_EQ(by_number.display_name(), "王*兰老师");
  EXPECT_FALSE(by_number.has_family() || by_number.has_text_step() || by_number.present());
  EXPECT_EQ(by_number.language(), "");
  const auto by_card = Visit(ByCard("CARD0001")).visitor();
  EXPECT_EQ(by_card.display_name(), "王老师");
  EXPECT_TRUE(by_card.has_family());
  EXPECT_EQ(by_card.language(), "en");
  EXPECT_EQ(by_card.text_step(), 2);
}

TEST_F(VisitTest, ACandidateIsGoodForTwoMinutes) {
  const auto found = Must(ByCard("CARD0001"));
  clock_.Advance(minutes(2) - seconds(1));
  EXPECT_TRUE(Yes(found, kiosk_).ok());
  clock_.Advance(seconds(1));
  EXPECT_EQ(ReasonOf(Yes(found, kiosk_)), v1::REASON_VISIT_ENDED);
}

TEST_F(VisitTest, ACandidateOfAnotherKioskOrAnInventedOneIsWorthless) {
  auto found = Must(ByCard("CARD0001"));
  EXPECT_EQ(ReasonOf(Yes(found, other_kiosk_)), v1::REASON_VISIT_ENDED);
  EXPECT_EQ(ReasonOf(Yes(found, tests::Desk("hall-1"))), v1::REASON_VISIT_ENDED);
  std::string token = found.candidates(0).token();
  token[20] = token[20] == '0' ? '1' : '0';
  for (const std::string& bad :
       {token, std::string("zz"), std::string("abc"), std::string(5000, 'a'), std::string("00")}) {
    found.mutable_candidates(0)->set_token(bad);
    EXPECT_EQ(ReasonOf(Yes(found, kiosk_)), v1::REASON_VISIT_ENDED);
  }
  found.mutable_candidates(0)->set_token("");
  EXPECT_EQ(FieldOf(Yes(found, kiosk_)), "candidate_token");
}

TEST_F(VisitTest, ARecordClosedBetweenQuestionAndYesStaysClosed) {
  const auto found = Must(ByCard("CARD0001"));
  calls::Call call = MakeCall(tests::ByOffice());
  residents::SetState(call, lan_, residents::ResidentState::kBlocked);
  EXPECT_EQ(ReasonOf(Yes(found, kiosk_)), v1::REASON_RESIDENT_CLOSED);
}

TEST_F(VisitTest, ATokenIsWorthlessAtAnotherKiosk) {
  const std::string token = Visit(ByCard("CARD0001")).visit_token();
  EXPECT_TRUE(Of(token, kiosk_).has_value());
  EXPECT_FALSE(Of(token, other_kiosk_).has_value());
  EXPECT_FALSE(Of(token, other_kiosk_, clock_.now()).has_value());
  EXPECT_FALSE(Of(token + "0", kiosk_).has_value());
}

TEST_F(VisitTest, ATokenEndsWithItsVisitAndEndingTwiceIsNoError) {
  const std::string token = Visit(ByCard("CARD0001")).visit_token();
  End(On(token));
  EXPECT_FALSE(Of(token, kiosk_).has_value());
  End(kiosk_);
}

TEST_F(VisitTest, AForgottenVisitEndsByItself) {
  const std::string token = Visit(ByCard("CARD0001")).visit_token();
  clock_.Advance(kVisitLifetime - seconds(1));
  EXPECT_TRUE(Of(token, kiosk_).has_value());
  clock_.Advance(seconds(1));
  EXPECT_FALSE(Of(token, kiosk_).has_value());
}

TEST_F(VisitTest, TheNextVisitAtTheSameKioskEndsTheOneBefore) {
  const std::string first = Visit(ByCard("CARD0001")).visit_token();
  Add(InventedRow("row-2", 4));
  const std::string second = Visit(ByCard("CARD0003")).visit_token();
  EXPECT_FALSE(Of(first, kiosk_).has_value());
  EXPECT_TRUE(Of(second, kiosk_).has_value());
}

TEST_F(VisitTest, AJournalledWriteOfAnEndedVisitIsAcceptedForSevenDays) {
  const std::string token = Visit(ByCard("CARD0001")).visit_token();
  const time::Instant during = clock_.now() + minutes(1);
  clock_.Advance(minutes(5));
  End(On(token));
  EXPECT_TRUE(Of(token, kiosk_, during).has_value());
  clock_.SetTo(during + hours(7 * 24));
  EXPECT_TRUE(Of(token, kiosk_, during).has_value());
  clock_.Advance(seconds(1));
  EXPECT_FALSE(Of(token, kiosk_, during).has_value());
}

TEST_F(VisitTest, AJournalledEndCountsFromWhenItHappened) {
  const std::string token = Visit(ByCard("CARD0001")).visit_token();
  const time::Instant goodbye = clock_.now() + minutes(5);
  clock_.Advance(hours(1));
  End(On(token, goodbye));
  EXPECT_TRUE(Of(token, kiosk_, goodbye).has_value());
  EXPECT_FALSE(Of(token, kiosk_, goodbye + minutes(10)).has_value());
}

TEST_F(VisitTest, AJournalledWriteMustLieWithinItsVisit) {
  const std::string token = Visit(ByCard("CARD0001")).visit_token();
  const time::Instant start = clock_.now();
  clock_.Advance(minutes(5));
  End(On(token));
  clock_.Advance(hours(1));
  EXPECT_TRUE(Of(token, kiosk_, start - minutes(2)).has_value()) << "clocks may differ a little";
  EXPECT_FALSE(Of(token, kiosk_, start - minutes(3)).has_value());
  EXPECT_FALSE(Of(token, kiosk_, start + minutes(8)).has_value());
  EXPECT_FALSE(Of(token, kiosk_, clock_.now() + hours(1)).has_value());
  EXPECT_FALSE(Of(token, kiosk_).has_value());
}

TEST_F(VisitTest, PruningKeepsWhatTheJournalMayStillNeed) {
  const std::string token = Visit(ByCard("CARD0001")).visit_token();
  const time::Instant during = clock_.now();
  clock_.Advance(hours(7 * 24));
  Prune(db_, clock_.now());
  EXPECT_TRUE(Of(token, kiosk_, during).has_value());
  clock_.Advance(hours(2));
  Prune(db_, clock_.now());
  auto query = db_.Prepare("SELECT count(*) FROM visits");
  query.Step();
  EXPECT_EQ(query.Int(0), 0);
}

TEST_F(VisitTest, AVouchedVisitCarriesBothIdentities) {
  const auto staff = tests::WithStaff(kiosk_, v1::ROLE_STAFF);
  const auto visit = Visit(ByVoucher(staff, lan_));
  EXPECT_EQ(visit.visitor().assurance(), v1::ASSURANCE_VOUCHED);
  EXPECT_EQ(On(visit.visit_token()).visit->voucher, "li");
}

TEST_F(VisitTest, ComingAndGoingIsNotedOnceEach) {
  const auto on = On(Visit(ByCard("CARD0001")).visit_token());
  const auto arrived = Must(Mark(on, true));
  EXPECT_EQ(arrived.at().seconds(), time::ToUnixMs(clock_.now()) / 1000);
  EXPECT_TRUE(IsPresent(db_, lan_, kToday));
  EXPECT_TRUE(Visit(ByCard("CARD0001")).visitor().present());
  clock_.Advance(hours(1));
  Must(Mark(on, true));
  Must(Mark(on, false));
  EXPECT_FALSE(IsPresent(db_, lan_, kToday));
  auto query = db_.Prepare("SELECT arrived_at, left_at FROM attendance");
  ASSERT_TRUE(query.Step());
  EXPECT_EQ(query.Int(0), time::ToUnixMs(tests::kNow));
  EXPECT_EQ(query.Int(1), time::ToUnixMs(clock_.now()));
}

TEST_F(VisitTest, AJournalledArrivalIsNotedForTheTimeItHappened) {
  const std::string token = Visit(ByCard("CARD0001")).visit_token();
  const time::Instant during = clock_.now() + minutes(1);
  clock_.Advance(hours(30));
  Must(Mark(On(token, during), true));
  EXPECT_TRUE(IsPresent(db_, lan_, kToday));
  EXPECT_FALSE(IsPresent(db_, lan_, kToday.AddDays(1)));
}

TEST_F(VisitTest, OnlyMembersOfTheDayCareAreMarked) {
  auto row = InventedRow();
  row.set_day_care_member(false);
  Add(row);
  const auto on = On(Visit(ByCard("CARD0001")).visit_token());
  EXPECT_EQ(ReasonOf(Mark(on, true)), v1::REASON_NOT_ALLOWED);
}

TEST_F(VisitTest, AConsentIsARowForItsPurposeAlone) {
  const auto on = On(Visit(ByCard("CARD0001")).visit_token());
  Must(Consent(on, v1::CONSENT_PURPOSE_CAMERA_HELP, true));
  EXPECT_EQ(residents::ConsentOf(db_, lan_, v1::CONSENT_PURPOSE_CAMERA_HELP), true);
  EXPECT_FALSE(residents::ConsentOf(db_, lan_, v1::CONSENT_PURPOSE_ID_PHOTO).has_value());
  EXPECT_EQ(FieldOf(Consent(on, v1::CONSENT_PURPOSE_UNSPECIFIED, true)), "purpose");
  EXPECT_EQ(FieldOf(Consent(on, static_cast<v1::ConsentPurpose>(99), true)), "purpose");
  EXPECT_EQ(FieldOf(Consent(on, v1::CONSENT_PURPOSE_DIET, true, "")), "text_version");
  EXPECT_EQ(FieldOf(Consent(on, v1::CONSENT_PURPOSE_DIET, true, std::string(41, 'v'))),
            "text_version");
}

TEST_F(VisitTest, WhatOutlivesTheVisitNeedsMoreThanANumber) {
  const auto on = On(Visit(ByPhone("13900000001")).visit_token());
  EXPECT_TRUE(Consent(on, v1::CONSENT_PURPOSE_CAMERA_HELP, true).ok());
  EXPECT_EQ(ReasonOf(Consent(on, v1::CONSENT_PURPOSE_DIET, true)), v1::REASON_ASSURANCE_TOO_LOW);
}

TEST_F(VisitTest, SayingNoToKeptPreferencesDeletesThem) {
  calls::Call call = MakeCall(tests::ByOffice());
  residents::SavePreferences(call, lan_, {"en", 2});
  const auto on = On(Visit(ByCard("CARD0001")).visit_token());
  Must(Consent(on, v1::CONSENT_PURPOSE_PREFERENCES, false));
  EXPECT_EQ(residents::PreferencesOf(db_, lan_).language, "");
}

TEST_F(VisitTest, WishesAreKeptWithTheirConsentAndComeBackWithTheCard) {
  Must(Save(On(Visit(ByCard("CARD0001")).visit_token()), Wishes()));
  EXPECT_EQ(residents::ConsentOf(db_, lan_, v1::CONSENT_PURPOSE_PREFERENCES), true);
  EXPECT_EQ(last_audit_.at(0).resident_id, lan_);
  const auto again = Visit(ByCard("CARD0001"));
  EXPECT_EQ(again.visitor().text_step(), 2);
  const auto kept = Must(Ask(GetPreferences, On(again.visit_token()), v1::GetPreferencesRequest()));
  EXPECT_EQ(kept.preferences().DebugString(), Wishes().DebugString());
  EXPECT_EQ(last_audit_.at(0).resident_id, lan_);
}

TEST_F(VisitTest, WishesOutliveTheVisitOnlyWithACard) {
  const auto on = On(Visit(ByPhone("13900000001")).visit_token());
  EXPECT_EQ(ReasonOf(Save(on, Wishes())), v1::REASON_ASSURANCE_TOO_LOW);
  EXPECT_EQ(ReasonOf(Ask(GetPreferences, on, v1::GetPreferencesRequest())),
            v1::REASON_ASSURANCE_TOO_LOW);
  EXPECT_FALSE(residents::ConsentOf(db_, lan_, v1::CONSENT_PURPOSE_PREFERENCES).has_value());
}

TEST_F(VisitTest, WishesAreForgottenWithTheConsent) {
  const auto on = On(Visit(ByCard("CARD0001")).visit_token());
  Must(Save(on, Wishes()));
  Must(Consent(on, v1::CONSENT_PURPOSE_PREFERENCES, false));
  EXPECT_EQ(KeptWishesOf(db_, lan_).DebugString(), "");
  EXPECT_EQ(residents::PreferencesOf(db_, lan_).language, "");
}

TEST_F(VisitTest, WishesNoKioskCanFollowAreRefused) {
  const auto on = On(Visit(ByCard("CARD0001")).visit_token());
  const auto refused = [&](void (*spoil)(v1::Preferences&)) {
    v1::Preferences wishes;
    spoil(wishes);
    return FieldOf(Save(on, wishes));
  };
  EXPECT_EQ(refused([](auto& w) { w.set_language("fr"); }), "preferences.language");
  EXPECT_EQ(refused([](auto& w) { w.set_text_step(4); }), "preferences.text_step");
  EXPECT_EQ(refused([](auto& w) { w.set_theme(static_cast<v1::Theme>(9)); }), "preferences.theme");
  EXPECT_EQ(refused([](auto& w) { w.set_syllables_per_minute(119); }),
            "preferences.syllables_per_minute");
  EXPECT_EQ(refused([](auto& w) { w.set_volume(6); }), "preferences.volume");
  EXPECT_EQ(refused([](auto& w) { w.set_dialect("wuu; DROP"); }), "preferences.dialect");
  EXPECT_EQ(FieldOf(Save(on, Wishes(), "")), "text_version");
  EXPECT_EQ(KeptWishesOf(db_, lan_).DebugString(), "");
}

}  // namespace
}  // namespace chunhui::visits
