// The kiosk beside Chromium in kiosk mode, both in front of the same X display: how soon the first
// picture is there, how much memory they take, how soon a press shows, what idling costs.
//
//   bench-kiosk BIN_DIR SOURCE_DIR [figure...]
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "tests/bench/child_process.h"
#include "tests/bench/figure.h"
#include "tests/support/screen_probe.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::bench {
namespace {

namespace fs = std::filesystem;

constexpr char kDisplay[] = ":97";
constexpr double kIdleSeconds = 20;
constexpr auto kSettle = std::chrono::seconds(3);

// Where the large button of the idle screen stands and what colour it has.
struct Target {
  int x, y, width, height;  // pixels
  uint32_t colour;
  // Inside the button, left of its words.
  int point_x() const { return x + width / 24; }
  int point_y() const { return y + height / 2; }
};

struct Contestant {
  std::vector<std::string> command;
  std::vector<std::string> environment;
};

class Bench {
 public:
  Bench(fs::path bin, fs::path source)
      : bin_(std::move(bin)),
        source_(std::move(source)),
        display_({"Xvfb", kDisplay, "-screen", "0", "1080x1920x24", "-nolisten", "tcp"}, {}),
        probe_(kDisplay) {
    StartOffice();
    target_ = FindTarget();
    WritePeerPage();
  }

  // One measuring round of a contestant; values that are not asked for stay 0.
  struct Round {
    double start_ms = 0, press_ms = 0, pss_kb = 0;
  };
  Round Measure(const Contestant& contestant) {
    WaitForBlack();
    Round round;
    const double since = NowMs();
    ChildProcess child(contestant.command, contestant.environment);
    probe_.UntilEquals(target_.point_x(), target_.point_y(), target_.colour);
    round.start_ms = NowMs() - since;
    std::this_thread::sleep_for(kSettle);
    round.pss_kb = child.PssKb();
    round.press_ms = MeasurePress();
    return round;
  }

  double IdlePercent(const Contestant& contestant) {
    WaitForBlack();
    ChildProcess child(contestant.command, contestant.environment);
    probe_.UntilEquals(target_.point_x(), target_.point_y(), target_.colour);
    std::this_thread::sleep_for(kSettle);
    const double before = child.CpuMs();
    std::this_thread::sleep_for(std::chrono::duration<double>(kIdleSeconds));
    return (child.CpuMs() - before) / (kIdleSeconds * 10);
  }

  Contestant Ours(const fs::path& record = {}) const {
    std::vector<std::string> command = {bin_ / "chunhui-kiosk", "--config",
                                        data_.path() / "office" / "kiosk-hall-1.toml"};
    if (!record.empty()) command.insert(command.end(), {"--record", record});
    return {command, {std::string("DISPLAY=") + kDisplay, "SDL_AUDIODRIVER=dummy"}};
  }

  // A new profile for every start, as MEASURED on a kiosk that is switched on in the morning.
  Contestant Peer() {
    const fs::path profile = data_.path() / ("profile" + std::to_string(++profiles_));
    return {{"chromium", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             "--disable-features=Translate", "--kiosk", "--window-size=1080,1920",
             "--window-position=0,0", "--app=file://" + (data_.path() / "peer.html").string(),
             "--user-data-dir=" + profile.string()},
            {std::string("DISPLAY=") + kDisplay}};
  }

 private:
  void StartOffice() {
    const fs::path log = data_.path() / "office.log";
    office_ = std::make_unique<ChildProcess>(
        std::vector<std::string>{bin_ / "chunhui-office", "--demo", source_ / "assets/demo",
                                 "--data", data_.path() / "office", "--port", "0"},
        std::vector<std::string>{}, log);
    const double since = NowMs();
    while (NowMs() - since < 60'000) {
      std::stringstream text;
      text << std::ifstream(log).rdbuf();
      if (text.str().find("listening") != std::string::npos) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    throw std::runtime_error("the office did not start");
  }

  Target FindTarget() {
    const fs::path record = data_.path() / "record.jsonl";
    const Contestant ours = Ours(record);
    ChildProcess child(ours.command, ours.environment);
    std::this_thread::sleep_for(kSettle);
    std::ifstream in(record);
    std::string line;
    std::getline(in, line);
    const auto screen = nlohmann::json::parse(line);
    const double px_per_mm = screen["panel"]["px_per_mm"];
    for (const auto& item : screen["items"]) {
      if (item["id"] != "idle.start") continue;
      const auto pixels = [&](int i) {
        return static_cast<int>(std::lround(item["box_mm"][i].get<double>() * px_per_mm));
      };
      const std::string colour = item["background"];
      return {pixels(0), pixels(1), pixels(2), pixels(3),
              static_cast<uint32_t>(std::stoul(colour.substr(1), nullptr, 16))};
    }
    throw std::runtime_error("the idle screen has no button idle.start");
  }

  void WritePeerPage() {
    std::stringstream page;
    page << std::ifstream(source_ / "tests/bench/peer.html").rdbuf();
    std::string text = page.str();
    const std::pair<std::string, int> places[] = {{"LEFT", target_.x},
                                                  {"TOP", target_.y},
                                                  {"WIDTH", target_.width},
                                                  {"HEIGHT", target_.height}};
    for (const auto& [name, value] : places) {
      text.replace(text.find(name + "px"), name.size(), std::to_string(value));
    }
    std::ofstream(data_.path() / "peer.html") << text;
  }

  void WaitForBlack() {
    probe_.UntilEquals(target_.point_x(), target_.point_y(), 0);
    probe_.MovePointer(2, 2);
  }

  // The best of five presses, each let go outside the button so that nothing is chosen.
  double MeasurePress() {
    double best = 1e9;
    for (int press = 0; press < 5; ++press) {
      probe_.MovePointer(target_.point_x() + 20, target_.point_y());
      std::this_thread::sleep_for(std::chrono::milliseconds(700));
      const uint32_t calm = probe_.Pixel(target_.point_x(), target_.point_y());
      const double since = NowMs();
      probe_.Button(true);
      probe_.UntilDiffers(target_.point_x(), target_.point_y(), calm);
      best = std::min(best, NowMs() - since);
      probe_.MovePointer(2, 2);
      probe_.Button(false);
      probe_.UntilEquals(target_.point_x(), target_.point_y(), calm);
    }
    return best;
  }

  fs::path bin_;
  fs::path source_;
  tests::TemporaryFolder data_;
  ChildProcess display_;
  tests::ScreenProbe probe_;
  std::unique_ptr<ChildProcess> office_;
  Target target_{};
  int profiles_ = 0;
};

Bench::Round Better(const Bench::Round& a, const Bench::Round& b) {
  return {std::min(a.start_ms, b.start_ms), std::min(a.press_ms, b.press_ms),
          std::min(a.pss_kb, b.pss_kb)};
}

void Print(const Figure& figure) { std::cout << ToJson(figure, true) << std::endl; }

void CompareStartPressAndMemory(Bench& bench) {
  Bench::Round ours = bench.Measure(bench.Ours());
  Bench::Round peer = bench.Measure(bench.Peer());
  for (int run = 1; run < 3; ++run) {
    ours = Better(ours, bench.Measure(bench.Ours()));
    peer = Better(peer, bench.Measure(bench.Peer()));
  }
  const std::string name = "chromium kiosk";
  const double mb = 1024;
  Print({"kiosk.start", "ms", ours.start_ms, peer.start_ms, name, 8, GoalIs::kRatioMin});
  Print({"kiosk.start_wall", "ms", ours.start_ms, 0, "", 250, GoalIs::kValueMax});
  Print({"kiosk.pss", "MB", ours.pss_kb / mb, peer.pss_kb / mb, name, 4, GoalIs::kRatioMin});
  Print({"kiosk.pss_total", "MB", ours.pss_kb / mb, 0, "", 60, GoalIs::kValueMax});
  Print({"kiosk.press", "ms", ours.press_ms, peer.press_ms, name, 2, GoalIs::kRatioMin});
}

}  // namespace
}  // namespace chunhui::bench

int main(int count, char** words) {
  using namespace chunhui::bench;
  if (count < 3) {
    std::cerr << "usage: bench-kiosk BIN_DIR SOURCE_DIR\n";
    return 2;
  }
  Bench bench(words[1], words[2]);
  CompareStartPressAndMemory(bench);
  const double idle = BestOfThree(true, [&] { return bench.IdlePercent(bench.Ours()); });
  Print({"kiosk.idle_cpu", "%", idle, 0, "", 0.1, GoalIs::kValueMax});
}
