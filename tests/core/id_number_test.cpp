#include "core/people/id_number.h"

#include <random>
#include <vector>

#include "core/people/regions.h"
#include "core/people/travel_permit.h"

namespace chunhui::people {
namespace {

constexpr time::Date kToday{2026, 11, 22};

struct Sample {
  const char* text;
  IdKind kind;
  Sex sex;
  time::Date birth;
};

const std::vector<Sample> kGood{
    {"11010519491231002X", IdKind::kCitizen, Sex::kFemale, {1949, 12, 31}},
    {"110199194302280011", IdKind::kCitizen, Sex::kMale, {1943, 2, 28}},
    {"310199195010011225", IdKind::kCitizen, Sex::kFemale, {1950, 10, 1}},
    {"11019919480719002X", IdKind::kCitizen, Sex::kFemale, {1948, 7, 19}},
    {"440199193602291187", IdKind::kCitizen, Sex::kFemale, {1936, 2, 29}},
    {"810000199408230021", IdKind::kResidencePermit, Sex::kFemale, {1994, 8, 23}},
    {"830000199201300022", IdKind::kResidencePermit, Sex::kFemale, {1992, 1, 30}},
    {"911840195306150013", IdKind::kForeignCard, Sex::kMale, {1953, 6, 15}},
    {"KAZ110090123105", IdKind::kForeignCard2017, Sex::kFemale, {1990, 12, 31}},
};

IdFault FaultOf(std::string_view typed) { return ReadIdNumber(typed, kToday).fault; }

TEST(IdNumber, KnownNumbersSayWhoTheyAre) {
  for (const Sample& sample : kGood) {
    const IdReading reading = ReadIdNumber(sample.text, kToday);
    ASSERT_TRUE(reading) << sample.text;
    EXPECT_EQ(reading.number->text, sample.text);
    EXPECT_EQ(reading.number->kind, sample.kind) << sample.text;
    EXPECT_EQ(reading.number->sex, sample.sex) << sample.text;
    EXPECT_EQ(reading.number->birth, sample.birth) << sample.text;
  }
}

TEST(IdNumber, HoweverItIsTypedItIsTheSameNumber) {
  for (const char* typed :
       {"11019919480719002x", "１１０１９９１９４８０７１９００２Ｘ", " 110199 19480719 002X\n",
        "110199-19480719-002X", "11019919480719OO2X", "I1019919480719002X", "l10l9919480719002x",
        "110199　19480719　002ｘ"}) {
    const IdReading reading = ReadIdNumber(typed, kToday);
    ASSERT_TRUE(reading) << typed;
    EXPECT_EQ(reading.number->text, "11019919480719002X");
  }
}

TEST(IdNumber, LettersBecomeDigitsOnlyIfTheCheckThenHolds) {
  const IdReading reading = ReadIdNumber("1I0199194302280OI2", kToday);
  EXPECT_EQ(reading.fault, IdFault::kBadCharacter);
  EXPECT_EQ(reading.position, 2);
  EXPECT_EQ(FaultOf("11O105491231002"), IdFault::kBadCharacter);  // 15 digits have no check
  EXPECT_EQ(FaultOf("11019919430228001S"), IdFault::kBadCharacter);
}

TEST(IdNumber, EveryFaultSaysWhichPartToLookAtAgain) {
  EXPECT_EQ(FaultOf(""), IdFault::kEmpty);
  EXPECT_EQ(FaultOf(" - "), IdFault::kEmpty);
  EXPECT_EQ(FaultOf("110199194302280012"), IdFault::kBadCheckDigit);
  EXPECT_EQ(FaultOf("160199194302280011"), IdFault::kBadProvince);
  EXPECT_EQ(FaultOf("110199194302300011"), IdFault::kBadDate);
  EXPECT_EQ(FaultOf("110199194313280011"), IdFault::kBadDate);
  EXPECT_EQ(FaultOf("990199194302280011"), IdFault::kBadProvince);
  EXPECT_EQ(FaultOf("110199王94302280011"), IdFault::kBadCharacter);
}

TEST(IdNumber, AWrongLengthIsCounted) {
  const IdReading short_one = ReadIdNumber("1101991943022800", kToday);
  EXPECT_EQ(short_one.fault, IdFault::kTooShort);
  EXPECT_EQ(short_one.characters_off, 2);
  const IdReading long_one = ReadIdNumber("1101991943022800112", kToday);
  EXPECT_EQ(long_one.fault, IdFault::kTooLong);
  EXPECT_EQ(long_one.characters_off, 1);
  EXPECT_EQ(ReadIdNumber("KAZ1100901231", kToday).characters_off, 2);
}

TEST(IdNumber, XStandsOnlyAtTheEnd) {
  const IdReading reading = ReadIdNumber("1101991948X719002X", kToday);
  EXPECT_EQ(reading.fault, IdFault::kBadCharacter);
  EXPECT_EQ(reading.position, 11);
}

TEST(IdNumber, BirthsAreRealPastAndWithinALifetime) {
  const auto with_birth = [](const std::string& birth) {
    const std::string seventeen = "110199" + birth + "001";
    return ReadIdNumber(seventeen + IdCheckCharacter(seventeen).value(), kToday).fault;
  };
  EXPECT_EQ(with_birth("19360229"), IdFault::kNone);
  EXPECT_EQ(with_birth("19370229"), IdFault::kBadDate);
  EXPECT_EQ(with_birth("20261122"), IdFault::kNone);
  EXPECT_EQ(with_birth("20261123"), IdFault::kBadDate);
  EXPECT_EQ(with_birth("18961122"), IdFault::kNone);
  EXPECT_EQ(with_birth("18951122"), IdFault::kBadDate);
  EXPECT_EQ(with_birth("00000000"), IdFault::kBadDate);
}

TEST(IdNumber, OldNumbersAreUpgraded) {
  const IdReading reading = ReadIdNumber("610104620927690", kToday);
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading.number->text, "610104196209276908");
  EXPECT_EQ(reading.number->birth, (time::Date{1962, 9, 27}));
  EXPECT_EQ(reading.number->sex, Sex::kFemale);
}

TEST(IdNumber, CentenariansWithOldNumbersAreLeftToStaff) {
  EXPECT_EQ(FaultOf("610104200927996"), IdFault::kAskStaff);
  EXPECT_EQ(FaultOf("610104200927999"), IdFault::kAskStaff);
  EXPECT_EQ(FaultOf("610104200927995"), IdFault::kNone);
}

TEST(IdNumber, ForeignCardsKeepTheirOwnRules) {
  EXPECT_EQ(FaultOf("KAZ110090123106"), IdFault::kBadCheckDigit);
  EXPECT_EQ(FaultOf("KAZ990090123105"), IdFault::kBadProvince);
  EXPECT_EQ(FaultOf("KAZ110090133105"), IdFault::kBadDate);
  std::string wrong = "911840195306150013";
  wrong[1] = '3';
  EXPECT_EQ(FaultOf(wrong), IdFault::kBadCheckDigit);
  wrong[1] = '9';
  EXPECT_EQ(FaultOf(wrong), IdFault::kBadProvince);
}

TEST(IdNumber, AnUnknownCountyIsAWarningOnly) {
  EXPECT_FALSE(ReadIdNumber("110199194302280011", kToday).number->region_known);
  EXPECT_TRUE(ReadIdNumber("11010519491231002X", kToday).number->region_known);
  EXPECT_TRUE(ReadIdNumber("810000199408230021", kToday).number->region_known);
  EXPECT_TRUE(IsKnownRegion(110103)) << "dissolved in 2010, but people still carry it";
}

TEST(IdNumber, ProvincesAreThoseOfTheStandard) {
  int provinces = 0;
  for (int code = 0; code < 100; ++code) provinces += IsProvince(code) ? 1 : 0;
  EXPECT_EQ(provinces, 5 + 3 + 7 + 6 + 5 + 5 + 1 + 3);
}

// A valid number with invented region, birth and sequence.
std::string RandomNumber(std::mt19937& random) {
  const auto below = [&random](int limit) {
    return static_cast<int>(random() % static_cast<unsigned>(limit));
  };
  const time::Date birth = time::Date{1920, 1, 1}.AddDays(below(38'000));
  const int sequence = below(1000);
  std::string text = "310199";
  text[1] = static_cast<char>('1' + below(7));
  text += std::to_string(birth.ToYyyymmdd());
  for (const int divisor : {100, 10, 1}) text += static_cast<char>('0' + sequence / divisor % 10);
  text += IdCheckCharacter(text).value();
  return text;
}

TEST(IdNumber, EverySingleWrongCharacterIsFound) {
  std::mt19937 random(20261122);
  for (int run = 0; run < 500; ++run) {
    const std::string number = RandomNumber(random);
    ASSERT_TRUE(ReadIdNumber(number, kToday)) << number;
    for (size_t at = 0; at < number.size(); ++at) {
      for (const char other : std::string_view("0123456789X")) {
        std::string wrong = number;
        wrong[at] = other;
        if (other == number[at]) continue;
        ASSERT_FALSE(ReadIdNumber(wrong, kToday)) << number << " as " << wrong;
      }
    }
  }
}

TEST(IdNumber, EverySwapOfNeighboursIsFound) {
  std::mt19937 random(20261123);
  for (int run = 0; run < 2000; ++run) {
    const std::string number = RandomNumber(random);
    for (size_t at = 0; at + 1 < number.size(); ++at) {
      std::string wrong = number;
      std::swap(wrong[at], wrong[at + 1]);
      if (wrong == number) continue;
      ASSERT_FALSE(ReadIdNumber(wrong, kToday)) << number << " as " << wrong;
    }
  }
}

TEST(IdNumber, NoTextHoweverOddBreaksTheReader) {
  std::mt19937 random(20261124);
  for (int run = 0; run < 5000; ++run) {
    std::string text(random() % 24, '\0');
    for (char& byte : text) byte = static_cast<char>(random());
    const IdReading reading = ReadIdNumber(text, kToday);
    EXPECT_EQ(reading.number.has_value(), reading.fault == IdFault::kNone);
  }
}

TEST(IdNumber, OnlyTheFirstThreeAndLastFourAreShown) {
  EXPECT_EQ(MaskIdNumber("110199194302280011"), "110***********0011");
  EXPECT_EQ(MaskIdNumber("11019919480719002X"), "110***********002X");
  EXPECT_EQ(MaskIdNumber("KAZ110090123105"), "KAZ********3105");
  EXPECT_EQ(MaskIdNumber("1101991943"), "**********");
  EXPECT_EQ(MaskIdNumber(""), "");
}

TEST(TravelPermit, BothFormsAreAccepted) {
  EXPECT_EQ(ReadTravelPermit("h 12345678"), "H12345678");
  EXPECT_EQ(ReadTravelPermit("M1234567800"), "M1234567800");
  EXPECT_EQ(ReadTravelPermit("12345678"), "12345678");
}

TEST(TravelPermit, OtherTextsAreRefused) {
  for (const char* typed :
       {"", "H", "H1234567", "H123456789", "K12345678", "1234567890", "1234567A"}) {
    EXPECT_FALSE(ReadTravelPermit(typed)) << typed;
  }
}

}  // namespace
}  // namespace chunhui::people
