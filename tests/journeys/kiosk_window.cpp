#include "tests/journeys/kiosk_window.h"

#include <chrono>
#include <cmath>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

#include "kiosk/kit/touch.h"

namespace chunhui::tests {
namespace {

constexpr std::chrono::seconds kPatience{60};
constexpr std::chrono::milliseconds kLookEvery{10};
// Nobody touches a page before having seen it, or for less than a moment: such touches do not
// count.
constexpr std::chrono::milliseconds kReading{kit::kPageChangePauseMs + 100};
constexpr std::chrono::milliseconds kContact{2 * kit::kContactMsMin};

std::string Slurp(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Spot SpotOf(const nlohmann::json& item, double px_per_mm) {
  const auto pixels = [&](int i) { return item["box_mm"][i].get<double>() * px_per_mm; };
  const std::string colour = item["background"];
  // Left of the words and inside the rounded corners.
  return {item["id"], static_cast<int>(std::lround(pixels(0) + pixels(2) / 24)),
          static_cast<int>(std::lround(pixels(1) + pixels(3) / 2)),
          static_cast<uint32_t>(std::stoul(colour.substr(1), nullptr, 16))};
}

}  // namespace

VirtualDisplay::VirtualDisplay()
    : process_("/usr/bin/Xvfb", {"-displayfd", "1", "-screen", "0", "1080x1920x24", "-nolisten",
                                 "tcp", "-noreset"}) {
  if (!process_.WaitForLine("")) throw std::runtime_error("no display: " + process_.err());
  const std::string number = process_.out();
  name_ = std::string(":").append(number, 0, number.find('\n'));
}

KioskWindow::KioskWindow(const VirtualDisplay& display, const RunningOffice& office,
                         std::filesystem::path record)
    : record_(std::move(record)),
      eyes_(display.name()),
      process_("chunhui-kiosk",
               {"--config", office.data() / "kiosk-hall-1.toml", "--record", record_,
                "--touch-trace", trace()},
               {"DISPLAY=" + display.name(), "SDL_VIDEODRIVER=x11", "SDL_AUDIODRIVER=dummy"}) {}

bool KioskWindow::Shows(const std::string& screen, const std::string& words) const {
  const auto limit = std::chrono::steady_clock::now() + kPatience;
  while (std::chrono::steady_clock::now() < limit) {
    const nlohmann::json shown = Shown();
    if (shown.value("screen", "") == screen && shown.dump().find(words) != std::string::npos) {
      return true;
    }
    std::this_thread::sleep_for(kLookEvery);
  }
  return false;
}

std::string KioskWindow::screen() const { return Shown().value("screen", ""); }

std::string KioskWindow::Everything() const { return Slurp(record_); }

std::filesystem::path KioskWindow::trace() const { return record_.string() + ".trace"; }

nlohmann::json KioskWindow::Shown() const {
  // The last whole line: the next one may be being written.
  std::string lines = Everything();
  lines.resize(lines.rfind('\n') + 1);
  if (lines.empty()) return nlohmann::json::object();
  const size_t before = lines.size() < 2 ? std::string::npos : lines.rfind('\n', lines.size() - 2);
  return nlohmann::json::parse(lines.substr(before + 1));
}

Spot KioskWindow::Find(const std::string& id) const {
  const nlohmann::json shown = Shown();
  for (const auto& item : shown["items"]) {
    if (item["id"] == id) return SpotOf(item, shown["panel"]["px_per_mm"]);
  }
  throw std::runtime_error(id + " is not on the screen");
}

std::vector<Spot> KioskWindow::Buttons() const {
  std::vector<Spot> buttons;
  const nlohmann::json shown = Shown();
  for (const auto& item : shown["items"]) {
    if (item["role"] == "button") buttons.push_back(SpotOf(item, shown["panel"]["px_per_mm"]));
  }
  return buttons;
}

void KioskWindow::Press(const Spot& spot) {
  eyes_.UntilEquals(spot.x, spot.y, spot.background);
  std::this_thread::sleep_for(kReading);
  eyes_.MovePointer(spot.x, spot.y);
  eyes_.Button(true);
  eyes_.UntilDiffers(spot.x, spot.y, spot.background);
}

void KioskWindow::LetGo() {
  std::this_thread::sleep_for(kContact);
  eyes_.Button(false);
}

void KioskWindow::Tap(const std::string& id) {
  Press(Find(id));
  LetGo();
}

}  // namespace chunhui::tests
