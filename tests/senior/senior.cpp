#include "tests/senior/senior.h"

namespace chunhui::tests {
namespace {

using std::chrono::milliseconds;

constexpr int kStepsMax = 80;  // then even the most patient one asks for help
// Of all steps.
constexpr double kWrongButton = 0.04;
constexpr double kFiveTimes = 0.04;
constexpr double kHesitates = 0.05;
constexpr double kHesitatesLong = 0.015;
constexpr double kGoesAway = 0.01;
constexpr double kCardAgain = 0.02;

}  // namespace

Senior::Senior(SeniorTown& town, Pilot& kiosk, const Journey& journey, Wish wish, uint32_t seed,
               double mishaps)
    : town_(town),
      kiosk_(kiosk),
      journey_(journey),
      wish_(std::move(wish)),
      random_(seed),
      hand_(kiosk, random_),
      mishaps_(mishaps) {}

Ending Senior::Lives() {
  if (journey_.before) journey_.before(town_, wish_);
  const std::set<std::string> before = town_.BooksOf(wish_.person);
  const int64_t all_before = town_.BookedInAll();
  const int64_t begun_ms = kiosk_.now_ms();
  for (int step = 0; step < kStepsMax && !handed_; ++step) {
    if (!Step()) break;
  }
  if (!wish_.came_true && !handed_) AskForHelp();
  Ending ending;
  ending.seconds = static_cast<double>(kiosk_.now_ms() - begun_ms) / 1000;
  GoesAway();
  const bool kept = Judge(ending, before, all_before);
  ending.finished = wish_.came_true && kept;
  ending.handed = !ending.finished && handed_;
  ending.presses = hand_.presses();
  ending.steps = std::move(steps_);
  town_.StaffEndsCases();
  return ending;
}

// False when the senior goes home.
bool Senior::Step() {
  hand_.Rests(800, 5000);
  const Look look(kiosk_.record());
  const Act act = NextAct(journey_, look, wish_);
  steps_.push_back(look.where() + " " + act.id);
  if (act.kind == Act::Kind::kLeave) return false;
  if (act.kind == Act::Kind::kAsk) {
    AskForHelp();
    return false;
  }
  if (!Mishap(look, act)) Do(act);
  return true;
}

// What happens instead of what was meant; true when it took its place.
bool Senior::Mishap(const Look& look, const Act& act) {
  if (Happens(kWrongButton)) {
    PressAnything(look);
    return true;
  }
  if (act.kind == Act::Kind::kPress && Happens(kFiveTimes)) {
    PressFive(act.id);
    return true;
  }
  if (Happens(kHesitates)) hand_.Rests(31'000, 100'000);
  if (Happens(kHesitatesLong)) {
    hand_.Rests(121'000, 148'000);
    return true;  // the page asks now whether somebody is there
  }
  if (Happens(kGoesAway)) {
    steps_.emplace_back("goes away");
    GoesAway();
    return true;
  }
  if (!journey_.anonymous && !wish_.by_phone && Happens(kCardAgain)) {
    steps_.emplace_back("shows the card again");
    kiosk_.Shows(wish_.person.card);
    return true;
  }
  return false;
}

void Senior::Do(const Act& act) {
  switch (act.kind) {
    case Act::Kind::kPress:
      if (const kit::Item* item = kiosk_.record().Find(act.id)) hand_.Press(item->box);
      return;
    case Act::Kind::kCard:
      kiosk_.Shows(wish_.person.card);
      return;
    case Act::Kind::kStaff:
      return WaitForStaff();
    case Act::Kind::kWait:
    case Act::Kind::kLeave:
    case Act::Kind::kAsk:
      return hand_.Rests(1000, 3000);
  }
}

void Senior::PressAnything(const Look& look) {
  std::vector<const kit::Item*> buttons;
  for (const kit::Item& item : look.record().items) {
    if (look.CanPress(item.id)) buttons.push_back(&item);
  }
  if (buttons.empty()) return;
  std::uniform_int_distribution<size_t> any(0, buttons.size() - 1);
  const kit::Item& chosen = *buttons[any(random_)];
  steps_.push_back("presses wrongly " + chosen.id);
  hand_.Press(chosen.box);
}

void Senior::PressFive(const std::string& id) {
  const kit::Item* item = kiosk_.record().Find(id);
  if (item == nullptr) return;
  steps_.push_back("presses five times " + id);
  hand_.PressFiveTimes(kit::Box(item->box));
}

void Senior::WaitForStaff() {
  hand_.Rests(3000, 20'000);
  if (town_.StaffTakesCases() == 0) return;
  kiosk_.Soon([this] { return kiosk_.record().state == "coming"; });
}

// Gives up on doing it alone: one key, everywhere.
void Senior::AskForHelp() {
  for (int tries = 0; tries < 12 && !handed_; ++tries) {
    const Look look(kiosk_.record());
    steps_.push_back(look.where() + " asks for help");
    if (look.At("help.coming") || look.At("pension.coming")) {
      handed_ = true;
    } else if (look.CanPress("idle.yes")) {
      Do(Act::Press("idle.yes"));
    } else if (look.On("help") && !look.At("help.emergency")) {
      WaitForStaff();
    } else {
      Do(Act::Press(look.At("help.emergency") ? "help.ok" : "bar.help"));
    }
    hand_.Rests(800, 2000);
  }
}

// The books hold what was wanted, or what was there before; nobody else's are touched.
bool Senior::Judge(Ending& ending, const std::set<std::string>& before, int64_t all_before) {
  const std::set<std::string> after = town_.BooksOf(wish_.person);
  const std::set<std::string> wanted = journey_.wanted(wish_);
  const auto size = [](const std::set<std::string>& books) {
    return static_cast<int64_t>(books.size());
  };
  ending.wrong = (after != wanted && after != before) ||
                 town_.BookedInAll() - all_before != size(after) - size(before);
  for (const std::string& line : after) steps_.push_back("in the books: " + line);
  return after == wanted;
}

// Until the kiosk has forgotten.
void Senior::GoesAway() {
  kiosk_.Passes(milliseconds(215'000));
  kiosk_.Waits();
}

}  // namespace chunhui::tests
