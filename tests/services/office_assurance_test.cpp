// What each level of assurance may see and do, as a table, through the whole office.
#include <gtest/gtest.h>

#include "chunhui/v1/meals.pb.h"
#include "chunhui/v1/pension.pb.h"
#include "chunhui/v1/residents.pb.h"
#include "chunhui/v1/staff.pb.h"
#include "chunhui/v1/visits.pb.h"
#include "tests/support/small_town.h"

namespace chunhui::tests {
namespace {

struct May {
  v1::Assurance assurance;
  bool family_told;      // that there is family
  bool bookings_seen;    // those of other visits
  bool pension_dates;    // when it is due
  bool lasting_answers;  // consents that outlive the visit
};

class Assurance : public ::testing::TestWithParam<May> {
 protected:
  v1::RecogniseRequest Evidence() {
    v1::RecogniseRequest request;
    switch (GetParam().assurance) {
      case v1::ASSURANCE_NUMBER:
        request.set_phone(kWangPhone);
        break;
      case v1::ASSURANCE_DOCUMENT:
        request.set_document_number(kWangIdNumber);
        break;
      case v1::ASSURANCE_VOUCHED:
        request.set_resident_id(WangId());
        request.set_voucher_reason("忘带卡");
        break;
      default:
        request.set_card(kWangCard);
    }
    return request;
  }
  std::string WangId() {
    v1::SearchResidentsRequest request;
    request.set_name_prefix("wgl");
    request.set_reason("忘带卡");
    return town_.staff()
        .Call<v1::SearchResidentsResponse>("ResidentService/SearchResidents", request)
        .residents(0)
        .resident_id();
  }
  // Staff sign in at the kiosk, where somebody is vouched for.
  void SignIn() {
    v1::SignInRequest request;
    request.set_badge(kStaffBadge);
    request.set_pin(kStaffPin);
    kiosk_.set_session(
        kiosk_.Call<v1::SignInResponse>("StaffService/SignIn", request).session_token());
  }
  v1::Visitor Begin(const v1::RecogniseRequest& evidence) {
    const auto found = kiosk_.Call<v1::RecogniseResponse>("VisitService/Recognise", evidence);
    EXPECT_EQ(found.candidates(0).masked_name(), "王*兰奶奶");
    kiosk_.set_session("");
    v1::StartVisitRequest start;
    start.set_candidate_token(found.candidates(0).token());
    const auto visit = kiosk_.Call<v1::StartVisitResponse>("VisitService/StartVisit", start);
    kiosk_.set_visit(visit.visit_token());
    return visit.visitor();
  }
  void BookByCard() {
    v1::RecogniseRequest card;
    card.set_card(kWangCard);
    Begin(card);
    const auto menu = kiosk_.Call<v1::GetMenuResponse>("MealService/GetMenu", v1::GetMenuRequest());
    v1::QuoteMealsRequest quote;
    *quote.mutable_date() = menu.dishes(0).date();
    const auto price = kiosk_.Call<v1::QuoteMealsResponse>("MealService/QuoteMeals", quote);
    v1::BookMealRequest book;
    book.set_menu_dish_id(price.quotes(0).menu_dish_id());
    book.set_shown_pay_fen(price.quotes(0).pay_fen());
    kiosk_.Call<v1::BookMealResponse>("MealService/BookMeal", book);
    kiosk_.Call<v1::EndVisitResponse>("VisitService/EndVisit", v1::EndVisitRequest());
    kiosk_.set_visit("");
  }

  SmallTown town_;
  demo::TownCaller kiosk_{
      town_.office().dispatcher(), town_.random(), {calls::DeviceKind::kKiosk, kStation, "hall-1"}};
};

TEST_P(Assurance, MaySeeAndDoWhatTheContractSaysAndNoMore) {
  const May& may = GetParam();
  BookByCard();
  if (may.assurance == v1::ASSURANCE_VOUCHED) SignIn();
  const v1::Visitor visitor = Begin(Evidence());
  EXPECT_EQ(visitor.assurance(), may.assurance);
  EXPECT_EQ(visitor.has_family(), may.family_told);
  const auto bookings = kiosk_.Call<v1::ListMealBookingsResponse>("MealService/ListMealBookings",
                                                                  v1::ListMealBookingsRequest());
  EXPECT_EQ(bookings.bookings_size() == 1, may.bookings_seen);
  const auto pension = kiosk_.Call<v1::GetPensionStatusResponse>("PensionService/GetPensionStatus",
                                                                 v1::GetPensionStatusRequest());
  ASSERT_EQ(pension.benefits_size(), 1);
  EXPECT_EQ(pension.benefits(0).has_due_on(), may.pension_dates);
  EXPECT_EQ(pension.dates_hidden(), !may.pension_dates);
  v1::RecordConsentRequest consent;
  consent.set_purpose(v1::CONSENT_PURPOSE_DIET);
  consent.set_text_version("v1");
  EXPECT_EQ(
      kiosk_.Try<v1::RecordConsentResponse>("VisitService/RecordConsent", consent).has_value(),
      may.lasting_answers);
}

INSTANTIATE_TEST_SUITE_P(Levels, Assurance,
                         ::testing::Values(May{v1::ASSURANCE_NUMBER, false, false, false, false},
                                           May{v1::ASSURANCE_CARD, true, true, true, true},
                                           May{v1::ASSURANCE_DOCUMENT, true, true, true, true},
                                           May{v1::ASSURANCE_VOUCHED, true, true, true, true}),
                         [](const auto& level) {
                           return v1::Assurance_Name(level.param.assurance);
                         });

// Waits stand in the books: switching the office off and on forgives nothing.
TEST(Waits, SurviveARestartOfTheOffice) {
  SmallTown town;
  const auto try_unknown = [&town] {
    demo::TownCaller kiosk(town.office().dispatcher(), town.random(),
                           {calls::DeviceKind::kKiosk, kStation, "hall-1"});
    v1::RecogniseRequest request;
    request.set_card("FFFF0000");
    kiosk.Try<v1::RecogniseResponse>("VisitService/Recognise", request);
    request.set_card(kWangCard);
    return kiosk.Try<v1::RecogniseResponse>("VisitService/Recognise", request).has_value();
  };
  for (int i = 0; i < 4; ++i) EXPECT_TRUE(try_unknown());
  EXPECT_FALSE(try_unknown());
  town.Restart();
  demo::TownCaller kiosk(town.office().dispatcher(), town.random(),
                         {calls::DeviceKind::kKiosk, kStation, "hall-1"});
  v1::RecogniseRequest request;
  request.set_card(kWangCard);
  EXPECT_FALSE(kiosk.Try<v1::RecogniseResponse>("VisitService/Recognise", request).has_value());
  town.clock().Advance(std::chrono::seconds(61));
  EXPECT_TRUE(kiosk.Try<v1::RecogniseResponse>("VisitService/Recognise", request).has_value());
}

}  // namespace
}  // namespace chunhui::tests
