#include "kiosk/office/late_line.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temporary_folder.h"

namespace chunhui::office {
namespace {

using std::chrono::milliseconds;

TEST(LateLine, AMissingModuleIsToldAtTheStart) {
  EXPECT_THROW(LateLine("/nowhere/chunhui-wire.so", {}), std::runtime_error);
}

TEST(LateLine, AModuleThatCannotBeLoadedIsAnOfficeThatIsAway) {
  const tests::TemporaryFolder folder;
  const auto module = folder.path() / "chunhui-wire.so";
  std::ofstream(module) << "no library";
  LateLine line(module, {});
  EXPECT_EQ(line.Call("/any", {}, "", milliseconds(10)).kind, Reply::Kind::kNoAnswer);
}

TEST(LateLine, AStoppedLineLoadsNothing) {
  LateLine line("/proc/self/exe", {});
  line.Stop();
  EXPECT_EQ(line.Call("/any", {}, "", milliseconds(10)).kind, Reply::Kind::kNoAnswer);
  line.Read("/any", "", [](const std::string&) { FAIL(); });
}

}  // namespace
}  // namespace chunhui::office
