// The golden pictures; `./chunhui check golden --renew` paints them again.
#include <gtest/gtest.h>

#include "tests/rules/golden/golden.h"

namespace chunhui::tests {
namespace {

class EveryGolden : public testing::TestWithParam<GoldenPicture> {};

TEST_P(EveryGolden, IsPaintedToThePixel) {
  const auto told = Check(GetParam(), CHUNHUI_GOLDEN_OUT);
  EXPECT_FALSE(told) << *told << "\nIf that is meant: ./chunhui check golden --renew";
}

INSTANTIATE_TEST_SUITE_P(Pictures, EveryGolden, testing::ValuesIn(GoldenPictures()),
                         [](const auto& named) { return named.param.name; });

}  // namespace
}  // namespace chunhui::tests
