// The golden pictures; `./chunhui check golden --renew` paints them again.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/rules/golden/golden.h"

namespace chunhui::tests {
namespace {

class EveryGolden : public testing::TestWithParam<GoldenPicture> {};

// Between releases of a new look there may be no pictures at all; one that is missing alone fails.
bool AnyPicture() {
  return std::ranges::any_of(GoldenPictures(), [](const GoldenPicture& golden) {
    return std::filesystem::exists(GoldenFile(golden));
  });
}

TEST_P(EveryGolden, IsPaintedToThePixel) {
  if (!AnyPicture()) GTEST_SKIP() << "no pictures yet: ./chunhui check golden --renew";
  const auto told = Check(GetParam(), CHUNHUI_GOLDEN_OUT);
  EXPECT_FALSE(told) << *told << "\nIf that is meant: ./chunhui check golden --renew";
}

INSTANTIATE_TEST_SUITE_P(Pictures, EveryGolden, testing::ValuesIn(GoldenPictures()),
                         [](const auto& named) { return named.param.name; });

}  // namespace
}  // namespace chunhui::tests
