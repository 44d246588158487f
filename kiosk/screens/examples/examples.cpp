#include "kiosk/screens/examples/examples.h"

#include "kiosk/screens/examples/example_town.h"

namespace chunhui::screens {
namespace {

using Answers = ExampleAnswers;
using VisitAnswer = v1::StartVisitResponse;
constexpr ExampleVisitor kAsked = ExampleVisitor::kAsked;
constexpr ExampleVisitor kNumber = ExampleVisitor::kNumber;
constexpr ExampleVisitor kCard = ExampleVisitor::kCard;
constexpr ExampleVisitor kNobody = ExampleVisitor::kNobody;

void Add(std::vector<Example>& all, std::vector<Example> more) {
  for (Example& example : more) all.push_back(std::move(example));
}

// A change of what the office says.
template <typename Request, typename Response>
auto Saying(const office::Method<Request, Response>& method, Response response) {
  return [&method, response](Answers& answers, VisitAnswer&) { answers.Set(method, response); };
}
template <typename Request, typename Response>
auto Refusing(const office::Method<Request, Response>& method, v1::Reason reason) {
  return [&method, reason](Answers& answers, VisitAnswer&) { answers.Refuse(method, reason); };
}
template <typename Request, typename Response>
auto Silent(const office::Method<Request, Response>& method) {
  return [&method](Answers& answers, VisitAnswer&) { answers.Silence(method); };
}

void NothingKnown(Answers& answers, VisitAnswer&) { answers.SilenceAll(); }

void LongName(Answers&, VisitAnswer& visit) {
  visit.mutable_visitor()->set_display_name(kLongestName);
}

void NothingToBook(Answers& answers, VisitAnswer&) {
  answers.Set(office::kGetMenu, v1::GetMenuResponse());
}

std::vector<std::string> Typing(std::string_view digits) {
  std::vector<std::string> taps{"who.keypad"};
  for (const char digit : digits) taps.push_back(std::string("who.key.") + digit);
  taps.emplace_back("who.ok");
  return taps;
}

std::vector<Example> Beginning() {
  const Place idle = Place::To(ScreenName::kIdle);
  const Place who = Place::To(ScreenName::kWho);
  const Place name = Place::To(ScreenName::kWriteName);
  const Place you = Place::To(ScreenName::kIsThisYou);
  return {
      {"idle", idle},
      {"idle.nothing_known", idle, kNobody, {}, NothingKnown},
      {"who.card", who},
      {"who.id_number", who, kNobody, {"who.keypad", "who.key.1", "who.key.1", "who.key.0"}},
      {"who.phone", who, kNobody, {"who.phone", "who.key.1", "who.key.3", "who.key.9"}},
      {"who.keys", who, kNobody, {"key who.keypad"}},
      {"who.hint", who, kNobody, Typing("1101991943022800")},
      {"who.looking", who, kNobody, {"card"}, {}, ExampleLineState::kSlow},
      {"who.unknown",
       who,
       kNobody,
       {"card"},
       Refusing(office::kRecognise, v1::REASON_CARD_UNKNOWN)},
      {"who.away", who, kNobody, {"card"}, Silent(office::kRecognise)},
      {"write_name.surname", name},
      {"write_name.written", name, kNobody, {"name.sheet"}},
      {"write_name.next", name, kNobody, {"name.sheet", "name.key.1"}},
      {"write_name.done", name, kNobody, {"name.sheet", "name.key.1", "name.sheet", "name.key.3"}},
      {"is_this_you.one", you, kAsked},
      {"is_this_you.long_name", you, kAsked},
      {"is_this_you.changed", Place::To(ScreenName::kIsThisYou, "changed"), kAsked},
      {"is_this_you.several", you, kAsked},
      {"is_this_you.starting", you, kAsked, {"you.yes"}, {}, ExampleLineState::kSlow},
      {"is_this_you.old",
       you,
       kAsked,
       {"you.yes"},
       Refusing(office::kStartVisit, v1::REASON_VISIT_ENDED)},
      {"arrival", Place::To(ScreenName::kArrival), kCard},
      {"home", Place::To(ScreenName::kHome), kCard},
      {"home.long_name", Place::To(ScreenName::kHome), kCard, {}, LongName},
      {"arrival.long_name", Place::To(ScreenName::kArrival), kCard, {}, LongName},
      {"leaving", Place::To(ScreenName::kLeaving), kCard},
      {"leaving.long_name", Place::To(ScreenName::kLeaving), kCard, {}, LongName},
      {"out_of_order", Place::To(ScreenName::kOutOfOrder, "K-03")},
      {"out_of_order.panel", Place::To(ScreenName::kOutOfOrder, "K-05")},
  };
}

// The ID card under the camera, and all that can be said about it.
std::vector<Example> Photos() {
  using devices::CardAdvice;
  using State = devices::CardSeen::State;
  const Place photo = Place::To(ScreenName::kCardPhoto);
  const devices::CardSeen found{State::kFound, CardAdvice::kNone, "110199194302280011"};
  std::vector<Example> examples = {
      {"card_photo.question", photo},
      {"card_photo.starting", photo, kNobody, {"photo.yes"}},
      {"card_photo.asking", photo, kNobody, {"photo.yes"}, {}, ExampleLineState::kSlow, found},
      {"card_photo.not_found",
       photo,
       kNobody,
       {"photo.yes"},
       Refusing(office::kRecognise, v1::REASON_NUMBER_UNKNOWN),
       ExampleLineState::kOpen,
       found},
      {"card_photo.broken",
       photo,
       kNobody,
       {"photo.yes"},
       {},
       ExampleLineState::kOpen,
       {State::kBroken, CardAdvice::kNone, {}}},
  };
  constexpr const char* kNames[] = {"reading", "show",  "closer",      "farther", "straighter",
                                    "light",   "glare", "upside_down", "still"};
  for (size_t i = 0; i < std::size(kNames); ++i) {
    examples.push_back({std::string("card_photo.") + kNames[i],
                        photo,
                        kNobody,
                        {"photo.yes"},
                        {},
                        ExampleLineState::kOpen,
                        {State::kLooking, static_cast<CardAdvice>(i), {}}});
  }
  return examples;
}

std::vector<Example> Meals() {
  const Place meals = Place::To(ScreenName::kMeals);
  const std::vector<std::string> confirm{"meals.day.2", "meals.dish.1"};
  const std::vector<std::string> yes{"meals.day.2", "meals.dish.1", "meals.yes"};
  std::vector<std::string> undo = yes;
  undo.emplace_back("meals.undo");
  std::vector<std::string> why = confirm;
  why.emplace_back("meals.why");
  return {
      {"meals.days", meals, kCard},
      {"meals.look", meals},
      {"meals.days_away", meals, kCard, {}, {}, ExampleLineState::kGone},
      {"meals.empty", meals, kNobody, {}, NothingKnown},
      {"meals.dishes", meals, kCard, {"meals.day.2"}},
      {"meals.dishes_look", meals, kNobody, {"meals.day.2"}},
      {"meals.confirm", meals, kCard, confirm},
      {"meals.confirm_look", meals, kNobody, confirm},
      {"meals.why", meals, kCard, why},
      {"meals.sending", meals, kCard, yes, {}, ExampleLineState::kSlow},
      {"meals.checking", meals, kCard, yes, Silent(office::kBookMeal)},
      {"meals.changed", meals, kCard, yes, Refusing(office::kBookMeal, v1::REASON_PRICE_CHANGED)},
      {"meals.sold_out", meals, kCard, yes, Refusing(office::kBookMeal, v1::REASON_SOLD_OUT)},
      {"meals.already", meals, kCard, yes, Refusing(office::kBookMeal, v1::REASON_ALREADY_BOOKED)},
      {"meals.closed", meals, kCard, {"meals.day.1", "meals.dish.1"}},
      {"meals.done", meals, kCard, yes},
      {"meals.cancelled", meals, kCard, undo},
  };
}

std::vector<Example> Week() {
  const Place week = Place::To(ScreenName::kWeek);
  const std::vector<std::string> yes{"week.yes"};
  return {
      {"week.plan", week, kCard},
      {"week.loading", week, kCard, {}, {}, ExampleLineState::kSlow},
      {"week.nothing", week, kCard, {}, NothingToBook},
      {"week.away", week, kCard, {}, Silent(office::kListMealBookings)},
      {"week.sending", week, kCard, yes, {}, ExampleLineState::kSlow},
      {"week.checking", week, kCard, yes, Silent(office::kBookMeal)},
      {"week.changed", week, kCard, yes, Refusing(office::kBookMeal, v1::REASON_PRICE_CHANGED)},
      {"week.done", week, kCard, yes},
      {"week.cancelled", week, kCard, {"week.yes", "week.undo"}},
      {"week.refused", week, kCard, yes, Refusing(office::kBookMeal, v1::REASON_SOLD_OUT)},
  };
}

std::vector<Example> Mine() {
  const Place mine = Place::To(ScreenName::kMine);
  v1::ListMealBookingsResponse late;
  *late.add_bookings() = ExampleBooking();
  late.mutable_bookings(0)->set_can_cancel(false);
  const auto nothing = [](Answers& answers, VisitAnswer&) {
    answers.Set(office::kListMealBookings, v1::ListMealBookingsResponse());
    answers.Set(office::kListSignUps, v1::ListSignUpsResponse());
  };
  return {
      {"mine.list", mine, kCard},
      {"mine.number", mine, kNumber},
      {"mine.loading", mine, kCard, {}, {}, ExampleLineState::kSlow},
      {"mine.empty", mine, kCard, {}, nothing},
      {"mine.sure", mine, kCard, {"mine.card.1"}},
      {"mine.too_late", mine, kCard, {"mine.card.1"}, Saying(office::kListMealBookings, late)},
      {"mine.cancelled", mine, kCard, {"mine.card.1", "mine.yes"}},
      {"mine.booked_again", mine, kCard, {"mine.card.1", "mine.yes", "mine.undo"}},
      {"mine.away", mine, kCard, {}, Silent(office::kListMealBookings)},
  };
}

std::vector<Example> Events() {
  const Place events = Place::To(ScreenName::kEvents);
  const std::vector<std::string> yes{"events.event.1", "events.join", "events.yes"};
  std::vector<std::string> undo = yes;
  undo.emplace_back("events.undo");
  v1::SignUpResponse waiting;
  *waiting.mutable_sign_up() = ExampleEvent(v1::SIGN_UP_STATE_WAITING).mine();
  v1::ListSignUpsResponse own;
  *own.add_events() = ExampleEvent(v1::SIGN_UP_STATE_CONFIRMED);
  v1::ListSignUpsResponse offered;
  *offered.add_events() = ExampleEvent(v1::SIGN_UP_STATE_OFFERED);
  return {
      {"events.list", events, kCard},
      {"events.list_second", events, kNobody, {"events.event.page.next"}},
      {"events.list_away", events, kCard, {}, {}, ExampleLineState::kGone},
      {"events.empty", events, kNobody, {}, NothingKnown},
      {"events.event", events, kCard, {"events.event.1"}},
      {"events.full", events, kNobody, {"events.event.2"}},
      {"events.own", events, kCard, {"events.event.1"}, Saying(office::kListSignUps, own)},
      {"events.offer", events, kCard, {"events.event.1"}, Saying(office::kListSignUps, offered)},
      {"events.confirm", events, kCard, {"events.event.1", "events.join"}},
      {"events.confirm_wait", events, kCard, yes, Refusing(office::kSignUp, v1::REASON_SOLD_OUT)},
      {"events.clash", events, kCard, yes, Refusing(office::kSignUp, v1::REASON_EVENT_CLASH)},
      {"events.too_young", events, kCard, yes, Refusing(office::kSignUp, v1::REASON_AGE_TOO_LOW)},
      {"events.sending", events, kCard, yes, {}, ExampleLineState::kSlow},
      {"events.checking", events, kCard, yes, Silent(office::kSignUp)},
      {"events.done", events, kCard, yes},
      {"events.waiting", events, kCard, yes, Saying(office::kSignUp, waiting)},
      {"events.leaving",
       events,
       kCard,
       {"events.event.1", "events.leave"},
       Saying(office::kListSignUps, own)},
      {"events.left", events, kCard, undo},
  };
}

std::vector<Example> Pension() {
  const Place pension = Place::To(ScreenName::kPension);
  const auto opened = [](v1::CaseState state, int escalations = 0, bool on_duty = true) {
    v1::OpenCaseResponse response = ExampleCase(v1::CASE_KIND_PENSION, state);
    response.mutable_case_()->set_escalations(escalations);
    response.set_on_duty(on_duty);
    return Saying(office::kOpenCase, response);
  };
  v1::GetPensionStatusResponse hidden;
  hidden.set_dates_hidden(true);
  hidden.add_benefits()->set_benefit_id("benefit-1");
  const auto alone = [](Answers&, VisitAnswer& visit) {
    visit.mutable_visitor()->set_has_family(false);
  };
  const std::vector<std::string> help{"pension.help"};
  return {
      {"pension.status", pension, kCard},
      {"pension.no_family", pension, kCard, {}, alone},
      {"pension.hidden", pension, kNumber, {}, Saying(office::kGetPensionStatus, hidden)},
      {"pension.empty",
       pension,
       kCard,
       {},
       Saying(office::kGetPensionStatus, v1::GetPensionStatusResponse())},
      {"pension.loading", pension, kCard, {}, {}, ExampleLineState::kSlow},
      {"pension.self", pension, kCard, {"pension.self"}},
      {"pension.family", pension, kCard, {"pension.family"}},
      {"pension.calling", pension, kCard, help, opened(v1::CASE_STATE_OPEN)},
      {"pension.coming", pension, kCard, help, opened(v1::CASE_STATE_CLAIMED)},
      {"pension.busy", pension, kCard, help, opened(v1::CASE_STATE_OPEN, 2)},
      {"pension.off_duty", pension, kCard, help, opened(v1::CASE_STATE_OPEN, 0, false)},
      {"pension.closed", pension, kCard, help, opened(v1::CASE_STATE_CLOSED)},
      {"pension.away", pension, kCard, {}, Silent(office::kGetPensionStatus)},
  };
}

void Kept(visit::Wishes& wishes) {
  v1::Preferences kept;
  kept.set_text_step(2);
  kept.set_theme(v1::THEME_CONTRAST);
  kept.set_left_hand(true);
  wishes.Begin(kept);
}
void Larger(visit::Wishes& wishes) { wishes.now.set_text_step(2); }
void AllDifferent(visit::Wishes& wishes) {
  v1::Preferences& now = wishes.now;
  now.set_text_step(3);
  now.set_theme(v1::THEME_CONTRAST);
  now.set_language("en");
  now.set_left_hand(true);
  now.set_low_mode(true);
  now.set_voice(false);
  now.set_syllables_per_minute(120);
  now.set_volume(5);
  now.set_dialect("wuu");
}

std::vector<Example> Settings() {
  const Place settings = Place::To(ScreenName::kSettings);
  const Place keep = Place::To(ScreenName::kKeep);
  return {
      {"settings", settings},
      {"settings.kept", settings, kCard, {}, {}, ExampleLineState::kOpen, {}, Kept},
      {"settings.forgotten",
       settings,
       kCard,
       {"settings.forget"},
       {},
       ExampleLineState::kOpen,
       {},
       Kept},
      {"settings.size", settings, kCard, {"settings.size"}},
      {"settings.theme", settings, kCard, {"settings.theme"}},
      {"settings.voice", settings, kCard, {"settings.voice"}},
      {"settings.place", settings, kCard, {"settings.place"}},
      {"keep.size", keep, kCard, {}, {}, ExampleLineState::kOpen, {}, Larger},
      {"keep.all", keep, kCard, {}, {}, ExampleLineState::kOpen, {}, AllDifferent},
  };
}

std::vector<Example> Rest() {
  const Place notices = Place::To(ScreenName::kNotices);
  const Place help = Place::To(ScreenName::kHelp);
  v1::OpenCaseResponse off_duty = ExampleCase(v1::CASE_KIND_HELP, v1::CASE_STATE_OPEN);
  off_duty.set_on_duty(false);
  Place goodbye = Place::To(ScreenName::kGoodbye);
  goodbye.deeds = {visit::Deed::kMealBooked, visit::Deed::kEventSignedUp,
                   visit::Deed::kPensionHelped};
  Place went_home = Place::To(ScreenName::kGoodbye);
  went_home.deeds = {visit::Deed::kMealBooked, visit::Deed::kWentHome};
  return {
      {"notices.list", notices},
      {"notices.notice", notices, kNobody, {"notices.notice.1"}},
      {"notices.short", notices, kNobody, {"notices.notice.3"}},
      {"notices.empty", notices, kNobody, {}, NothingKnown},
      {"help.calling", help},
      {"help.coming",
       help,
       kNobody,
       {},
       Saying(office::kOpenCase, ExampleCase(v1::CASE_KIND_HELP, v1::CASE_STATE_CLAIMED))},
      {"help.off_duty", help, kNobody, {}, Saying(office::kOpenCase, off_duty)},
      {"help.closed",
       help,
       kNobody,
       {},
       Saying(office::kOpenCase, ExampleCase(v1::CASE_KIND_HELP, v1::CASE_STATE_CLOSED))},
      {"help.emergency", Place::To(ScreenName::kHelp, "emergency")},
      {"help.emergency_unknown",
       Place::To(ScreenName::kHelp, "emergency"),
       kNobody,
       {},
       NothingKnown},
      {"measure.first", Place::To(ScreenName::kMeasure, "first")},
      {"measure.again",
       Place::To(ScreenName::kMeasure),
       kNobody,
       {"measure.much_larger", "measure.larger"}},
      {"goodbye", goodbye},
      {"goodbye.went_home", went_home},
      {"goodbye.nothing", Place::To(ScreenName::kGoodbye)},
      {"listen.over", Place::To(ScreenName::kListen)},
      {"listen.saying", Place::To(ScreenName::kListen)},
      {"listen.limits",
       Place::To(ScreenName::kListen),
       kNobody,
       {"listen.louder", "listen.louder", "listen.slower", "listen.slower"}},
  };
}

}  // namespace

std::vector<Example> Examples() {
  std::vector<Example> all;
  Add(all, Beginning());
  Add(all, Photos());
  Add(all, Meals());
  Add(all, Week());
  Add(all, Mine());
  Add(all, Events());
  Add(all, Pension());
  Add(all, Settings());
  Add(all, Rest());
  return all;
}

}  // namespace chunhui::screens
