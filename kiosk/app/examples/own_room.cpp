// Brings the whole kiosk to one state of what the app itself draws.
#include <algorithm>
#include <chrono>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "kiosk/app/examples/own_examples.h"
#include "kiosk/screens/examples/example_town.h"
#include "kiosk/visit/evidence.h"

namespace chunhui::app {
namespace {

constexpr uint64_t kSeed = 26;
constexpr int64_t kBetweenTapsMs = 700;
constexpr int64_t kTapMs = 120;
constexpr int kPatience = 3000;  // times a millisecond

// An office that is gone is found again at once.
office::Pace QuickPace() {
  office::Pace pace;
  pace.probe_every = std::chrono::milliseconds(20);
  pace.repeat_first = std::chrono::seconds(60);  // but at once when it is back
  return pace;
}

screens::ExampleAnswers AnswersFor(const OwnExample& example) {
  screens::ExampleAnswers answers = screens::ExampleOffice();
  AnswerStaff(answers);
  if (example.change) example.change(answers);
  return answers;
}

}  // namespace

OwnRoom::OwnRoom(const OwnExample& example, const std::filesystem::path& words_folder,
                 const std::filesystem::path& folder)
    : example_(example),
      answers_(AnswersFor(example)),
      clock_(screens::ExampleNow()),
      random_(kSeed) {
  auto line = std::make_unique<screens::ExampleLine>(answers_);
  wire_ = line.get();
  office_ = std::make_unique<office::Client>(office::Client::Parts{
      std::move(line), folder, clock_, random_, [] {}, "examples", QuickPace()});
  app_ = std::make_unique<App>(App::Parts{.panel = kit::kPortraitPanel,
                                          .office = *office_,
                                          .clock = clock_,
                                          .bell = bell_,
                                          .cards = cards_,
                                          .speech = engine_,
                                          .words_folder = words_folder});
  office_->Start();
  Settle();
  for (const std::string& step : example.steps) Step(step);
  for (int tries = 0; tries < kPatience; ++tries, Settle()) {
    const std::vector<std::string> drawn = app_->own_parts();
    if (std::ranges::find(drawn, example.part) != drawn.end()) return;
  }
  throw std::logic_error(example.name() + " does not show its part but\n" +
                         kit::AsText(app_->stage().record()));
}

OwnRoom::~OwnRoom() {
  app_.reset();
  office_.reset();
}

void OwnRoom::Frames() {
  while (app_->Frame(now_ms_)) {
  }
}

// Until everything asked so far has been answered, or, when the office is slow, shown as asked.
void OwnRoom::Settle() {
  do {
    Frames();
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  } while (!slow_ && !office_->idle());
  Frames();
}

void OwnRoom::Pass(int64_t ms) {
  constexpr int64_t kStepMs = 500;
  for (; ms > 0; ms -= kStepMs) {
    now_ms_ += std::min(ms, kStepMs);
    clock_.Advance(std::chrono::milliseconds(std::min(ms, kStepMs)));
    Settle();
  }
}

bool OwnRoom::TakeOffice(const std::string& step) {
  if (step == "office slow") {
    wire_->Hold();
    slow_ = true;
  } else if (step == "office gone") {
    wire_->GoAway();
  } else if (step == "office changes") {
    if (!example_.later) throw std::logic_error(example_.name() + " does not say what changes");
    example_.later(answers_);
    wire_->Say(answers_);
    slow_ = answers_.any_hangs();
  } else {
    return false;
  }
  return true;
}

void OwnRoom::Step(const std::string& step) {
  if (TakeOffice(step)) return;
  Pass(kBetweenTapsMs);
  std::istringstream words(step);
  std::string what, which, digits;
  words >> what >> which >> digits;
  if (step == "card") {
    app_->HandleCard("04A1B2C3", now_ms_);
  } else if (step == "other card") {
    app_->HandleCard("0499999999", now_ms_);
  } else if (step == "document") {
    app_->HandleCard(visit::ShownDocument("110199194302280011", screens::kLongestName), now_ms_);
  } else if (what == "wait") {
    Pass(std::stoll(which) * 1000);
  } else if (what == "type") {
    for (const char digit : digits) Tap(which + "." + digit);
  } else {
    Tap(step);
  }
  Settle();
}

void OwnRoom::Tap(const std::string& id) {
  Pass(kBetweenTapsMs);
  const kit::Item* item = app_->stage().record().Find(id);
  if (item == nullptr || !item->enabled) {
    throw std::logic_error("no " + id + " on\n" + kit::AsText(app_->stage().record()));
  }
  const float x = item->box.center_x() * app_->stage().panel().px_per_mm;
  const float y = item->box.center_y() * app_->stage().panel().px_per_mm;
  app_->HandleTouch({1, kit::TouchKind::kDown, x, y, now_ms_});
  Frames();
  now_ms_ += kTapMs;
  app_->HandleTouch({1, kit::TouchKind::kUp, x, y, now_ms_});
  Settle();
}

}  // namespace chunhui::app
