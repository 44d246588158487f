#include <chrono>
#include <stdexcept>
#include <thread>

#include "kiosk/screens/examples/example_town.h"
#include "kiosk/screens/examples/examples.h"
#include "kiosk/screens/look_words.h"

namespace chunhui::screens {
namespace {

constexpr uint64_t kSeed = 26;
constexpr int64_t kBetweenTapsMs = 1000;
constexpr int64_t kTapMs = 120;
constexpr std::string_view kByKey = "key ";

void Greet(const Example& example, visit::Visit& visit, const v1::StartVisitResponse& answer) {
  if (example.visitor == ExampleVisitor::kNobody) return;
  std::vector<v1::Candidate> candidates{ExampleCandidate()};
  if (example.name == "is_this_you.several") {
    candidates.front().set_id_suffix("0011");
    candidates.push_back(ExampleCandidate());
    candidates.back().set_masked_name("张*国爷爷");
    candidates.back().set_id_suffix("002X");
  }
  if (example.name == "is_this_you.long_name") candidates.front().set_masked_name(kLongestName);
  visit.Offer(candidates, example.visitor == ExampleVisitor::kNumber ? "" : "04A1B2C3");
  if (example.visitor != ExampleVisitor::kAsked) visit.Begin(answer);
}

kit::Speech ExampleSpeech() {
  return {"zh-CN",
          {{"title", "明天（11月23日 星期一）午饭，吃哪样？"}, {"meals.dish.1", "红烧肉"}}};
}

}  // namespace

ExampleRoom::ExampleRoom(const Example& example, const kit::Words& words,
                         const std::filesystem::path& folder)
    : clock_(ExampleNow()), random_(kSeed), name_(example.place.screen) {
  ExampleAnswers answers = ExampleOffice();
  v1::StartVisitResponse visit = ExampleVisit(
      example.visitor == ExampleVisitor::kNumber ? v1::ASSURANCE_NUMBER : v1::ASSURANCE_CARD);
  if (example.change) example.change(answers, visit);
  Greet(example, visit_, visit);
  wishes_.standard.set_language("zh-CN");
  wishes_.standard.set_text_step(kit::kDefaultTextStep);
  wishes_.standard.set_theme(v1::THEME_WARM);
  PutVoice(kit::VoiceSettings(), wishes_.standard);
  wishes_.FallBack();
  if (example.wish) example.wish(wishes_);
  auto line = std::make_unique<ExampleLine>(std::move(answers));
  ExampleLine& wire = *line;
  office_ = std::make_unique<office::Client>(
      office::Client::Parts{std::move(line), folder, clock_, random_, [] {}});
  office_->Start();
  Settle();
  if (example.line == ExampleLineState::kGone) wire.GoAway();
  camera_.Show(example.seen);
  screen_ = MakeScreen(example.place,
                       {*office_, visit_, wishes_, clock_, bell_, voice_, &handwriting_, &camera_});
  if (example.name != "listen.over") voice_.Say(ExampleSpeech(), 0);
  kit::Stage stage(kit::kPortraitPanel);
  if (example.line != ExampleLineState::kSlow || !example.taps.empty()) Settle();
  for (size_t i = 0; i < example.taps.size(); ++i) {
    Frame(stage, words);
    Tap(stage, words, example.taps[i]);
    if (i + 1 < example.taps.size() || example.line != ExampleLineState::kSlow) Settle();
  }
}

ExampleRoom::~ExampleRoom() = default;

void ExampleRoom::Draw(kit::Ui& ui) {
  ui.Begin(visit::NameOf(name_), screen_->State());
  const Place place = screen_->Draw(ui);
  if (!place.stays()) led_to_ = place;
  ui.Bar(screen_->Keys());
}

// Waits until everything asked so far has been answered.
void ExampleRoom::Settle() {
  do {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  } while (office_->Deliver() || !office_->idle());
}

void ExampleRoom::Frame(kit::Stage& stage, const kit::Words& words) {
  while (stage.Frame(words, now_ms_, [this](kit::Ui& ui) { Draw(ui); })) {
  }
}

void ExampleRoom::Tap(kit::Stage& stage, const kit::Words& words, const std::string& id) {
  now_ms_ += kBetweenTapsMs;
  if (id == "card") {
    screen_->HandleCard("04A1B2C3");
    return;
  }
  Frame(stage, words);
  if (id.rfind(kByKey, 0) == 0) return Choose(stage, words, id.substr(kByKey.size()));
  const kit::Item* item = stage.record().Find(id);
  if (item == nullptr) {
    throw std::logic_error("no " + id + " on\n" + AsText(stage.record()));
  }
  if (item->role == kit::ItemRole::kInput) return Write(stage, words, item->box);
  const float x = item->box.center_x() * stage.panel().px_per_mm;
  const float y = item->box.center_y() * stage.panel().px_per_mm;
  stage.HandleTouch({1, kit::TouchKind::kDown, x, y, now_ms_});
  Frame(stage, words);
  now_ms_ += kTapMs;
  stage.HandleTouch({1, kit::TouchKind::kUp, x, y, now_ms_});
  Frame(stage, words);
}

void ExampleRoom::Write(kit::Stage& stage, const kit::Words& words, kit::Box sheet) {
  const float w = sheet.w, h = sheet.h;
  Drag(stage, words, {sheet.x + w * 0.15F, sheet.y + h * 0.46F, w * 0.7F, -h * 0.06F});
  Drag(stage, words, {sheet.x + w * 0.5F, sheet.y + h * 0.15F, -w * 0.02F, h * 0.7F});
}

// From the box's corner to the opposite one.
void ExampleRoom::Drag(kit::Stage& stage, const kit::Words& words, const kit::Box& line) {
  constexpr int kSteps = 20;
  const float px = stage.panel().px_per_mm;
  for (int i = 0; i <= kSteps; ++i, now_ms_ += kTapMs / 4) {
    const float t = static_cast<float>(i) / kSteps;
    const kit::TouchKind kind = i == 0        ? kit::TouchKind::kDown
                                : i == kSteps ? kit::TouchKind::kUp
                                              : kit::TouchKind::kMove;
    stage.HandleTouch({1, kind, (line.x + line.w * t) * px, (line.y + line.h * t) * px, now_ms_});
    Frame(stage, words);
  }
}

void ExampleRoom::Choose(kit::Stage& stage, const kit::Words& words, const std::string& id) {
  stage.BeginWalk();
  for (size_t i = 0; stage.walk().at() != id; ++i) {
    if (i > stage.record().items.size()) {
      throw std::logic_error("no key leads to " + id + " on\n" + AsText(stage.record()));
    }
    stage.WalkOn(1);
  }
  stage.ChooseWalked(now_ms_);
  Frame(stage, words);
}

}  // namespace chunhui::screens
