#include "core/time/opening_hours.h"

namespace chunhui::time {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

constexpr Date kSunday{2026, 11, 22};
constexpr Date kMonday{2026, 11, 23};

OpeningHours MondayMorningAndNoon() {
  OpeningHours hours_of_place;
  EXPECT_TRUE(hours_of_place.Add(Weekday::kMonday, {TimeOfDay::At(11, 0), TimeOfDay::At(13, 30)}));
  EXPECT_TRUE(hours_of_place.Add(Weekday::kMonday, {TimeOfDay::At(6, 0), TimeOfDay::At(9, 0)}));
  return hours_of_place;
}

TEST(OpeningHours, OpenFromTheFirstSecondAndClosedFromTheLast) {
  const OpeningHours place = MondayMorningAndNoon();
  const Instant opens = InstantAt(kMonday, TimeOfDay::At(11, 0));
  const Instant closes = InstantAt(kMonday, TimeOfDay::At(13, 30));
  EXPECT_FALSE(place.IsOpen(opens - seconds(1)));
  EXPECT_TRUE(place.IsOpen(opens));
  EXPECT_TRUE(place.IsOpen(closes - seconds(1)));
  EXPECT_FALSE(place.IsOpen(closes));
}

TEST(OpeningHours, OtherWeekdaysStayClosed) {
  EXPECT_FALSE(MondayMorningAndNoon().IsOpen(InstantAt(kSunday, TimeOfDay::At(12, 0))));
}

TEST(OpeningHours, IntervalsAreKeptInOrder) {
  const OpeningHours place = MondayMorningAndNoon();
  ASSERT_EQ(place.On(Weekday::kMonday).size(), 2u);
  EXPECT_EQ(place.On(Weekday::kMonday)[0].from, TimeOfDay::At(6, 0));
}

TEST(OpeningHours, OverlappingEmptyAndImpossibleIntervalsAreRefused) {
  OpeningHours place = MondayMorningAndNoon();
  EXPECT_FALSE(place.Add(Weekday::kMonday, {TimeOfDay::At(8, 59), TimeOfDay::At(10, 0)}));
  EXPECT_FALSE(place.Add(Weekday::kTuesday, {TimeOfDay::At(9, 0), TimeOfDay::At(9, 0)}));
  EXPECT_FALSE(place.Add(Weekday::kTuesday, {TimeOfDay::At(23, 0), TimeOfDay{1441}}));
  EXPECT_TRUE(place.Add(Weekday::kMonday, {TimeOfDay::At(9, 0), TimeOfDay::At(11, 0)}));
}

TEST(OpeningHours, ADailyIntervalIsAddedToAllDaysOrToNone) {
  OpeningHours place = MondayMorningAndNoon();
  EXPECT_FALSE(place.AddDaily({TimeOfDay::At(8, 0), TimeOfDay::At(10, 0)}));
  EXPECT_TRUE(place.On(Weekday::kSunday).empty());
  EXPECT_TRUE(place.AddDaily({TimeOfDay::At(17, 30), TimeOfDay::At(24, 0)}));
  EXPECT_TRUE(place.IsOpen(InstantAt(kSunday, TimeOfDay::At(23, 59))));
}

TEST(OpeningHours, TheNextOpeningIsFoundOverDays) {
  const OpeningHours place = MondayMorningAndNoon();
  const Instant after_last = InstantAt(kMonday, TimeOfDay::At(14, 0));
  EXPECT_EQ(place.NextOpen(after_last), InstantAt(kMonday.AddDays(7), TimeOfDay::At(6, 0)));
  EXPECT_EQ(place.NextOpen(after_last - hours(4)), InstantAt(kMonday, TimeOfDay::At(11, 0)));
  EXPECT_EQ(place.NextOpen(after_last - hours(2)), after_last - hours(2));
  EXPECT_FALSE(OpeningHours().NextOpen(after_last));
}

TEST(CutOff, OneSecondBeforeIsAcceptedAndExactlyAtIsRefused) {
  const CutOff lunch{1, TimeOfDay::At(16, 0)};
  const Instant limit = lunch.InstantFor(kMonday);
  EXPECT_EQ(limit, InstantAt(kSunday, TimeOfDay::At(16, 0)));
  EXPECT_TRUE(lunch.Accepts(limit - seconds(1), kMonday));
  EXPECT_FALSE(lunch.Accepts(limit, kMonday));
  EXPECT_FALSE(lunch.Accepts(limit + seconds(1), kMonday));
}

TEST(CutOff, TheSameDayIsPossible) {
  const CutOff lunch{0, TimeOfDay::At(9, 30)};
  EXPECT_TRUE(lunch.Accepts(InstantAt(kMonday, TimeOfDay::At(9, 29)), kMonday));
  EXPECT_FALSE(lunch.Accepts(InstantAt(kMonday, TimeOfDay::At(9, 30)), kMonday));
}

}  // namespace
}  // namespace chunhui::time
