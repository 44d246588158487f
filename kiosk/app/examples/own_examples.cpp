#include "kiosk/app/examples/own_examples.h"

#include "kiosk/screens/examples/example_town.h"

namespace chunhui::app {
namespace {

using screens::ExampleAnswers;
using Steps = std::vector<std::string>;

constexpr const char* kCalled = "李老师";

Steps operator+(Steps first, const Steps& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

const Steps kVisit{"card", "you.yes"};
const Steps kAccount{"bar.help", "help.staff"};
const Steps kPin = kAccount + Steps{"type staff.key 1001", "staff.sign_in"};
const Steps kSignedIn = kPin + Steps{"type staff.key 123456", "staff.sign_in"};
// Home below the panel, and whose visit it is stands beside.
const Steps kBeside = kVisit + kSignedIn + Steps{"bar.home"};

void ABadge(ExampleAnswers& answers) {
  v1::RecogniseResponse badge;
  badge.set_staff_badge(true);
  answers.Set(office::kRecognise, badge);
}

auto Refusing(const auto& method, v1::Reason reason) {
  return [&method, reason](ExampleAnswers& answers) { answers.Refuse(method, reason); };
}

void NoCases(ExampleAnswers& answers) { answers.Set(office::kListCases, v1::ListCasesResponse()); }

void NobodyFound(ExampleAnswers& answers) {
  answers.Set(office::kSearchResidents, v1::SearchResidentsResponse());
}

std::vector<OwnExample> Sheets() {
  const auto nobodys = [](ExampleAnswers& answers) {
    answers.Refuse(office::kRecognise, v1::REASON_CARD_UNKNOWN);
  };
  const auto lost = [](ExampleAnswers& answers) { answers.Silence(office::kBookMeal); };
  const auto unsure = [](ExampleAnswers& answers) { answers.Hang(office::kBookMeal); };
  const Steps meals = kVisit + Steps{"home.meals"};
  const Steps confirm = meals + Steps{"meals.day.2", "meals.dish.1"};
  return {
      {"sheet.still_there", "", kVisit + Steps{"wait 125"}},
      {"sheet.reading_card", "", meals + Steps{"office slow", "other card", "wait 1"}},
      {"sheet.card_unknown", "", meals + Steps{"office changes", "other card"}, {}, nobodys},
      {"banner.away", "", {"office gone", "bar.help", "bar.home"}},
      {"banner.away", "menu", {"office gone", "bar.help", "bar.home", "idle.menu"}},
      {"banner.away", "home", kVisit + Steps{"office gone", "bar.help", "bar.home"}},
      {"banner.away", "confirm", confirm + Steps{"office gone", "meals.yes"}},
      {"banner.checking", "", confirm + Steps{"meals.yes", "office changes"}, lost, unsure},
      {"banner.practice", "", kSignedIn + Steps{"staff.device", "staff.practice"}},
      {"banner.practice", "menu", kSignedIn + Steps{"staff.device", "staff.practice", "idle.menu"}},
      {"banner.point", "confirm", confirm + Steps{"bar.listen", "bar.listen"}},
      {"banner.point", "", {"bar.listen", "bar.listen"}},
      {"banner.point", "home", kVisit + Steps{"bar.listen", "bar.listen"}},
      {"banner.point", "days", meals + Steps{"bar.listen", "bar.listen"}},
  };
}

std::vector<OwnExample> SigningIn() {
  const auto locked = [](ExampleAnswers& answers) {
    answers.Refuse(office::kSignIn, v1::REASON_LOCKED_OUT, 15 * 60);
  };
  const Steps sends{"type staff.key 123456", "staff.sign_in"};
  return {
      {"staff.sign_in", "account", kAccount},
      {"staff.sign_in", "pin", {"card"}, ABadge},
      {"staff.sign_in", "typed", kVisit + kPin + Steps{"type staff.key 1234567890"}},
      {"staff.sign_in", "wrong", kPin + sends, Refusing(office::kSignIn, v1::REASON_UNKNOWN)},
      {"staff.sign_in", "locked", kPin + sends, locked},
      {"staff.sign_in", "away", kPin + sends,
       [](ExampleAnswers& answers) { answers.Silence(office::kSignIn); }},
  };
}

std::vector<OwnExample> Queues() {
  const auto taken = Refusing(office::kClaimCase, v1::REASON_CASE_TAKEN);
  return {
      {"staff.queue", "", kBeside},
      {"staff.queue", "empty", kSignedIn, NoCases},
      {"staff.queue", "not_known", kSignedIn,
       [](ExampleAnswers& answers) { answers.Silence(office::kListCases); }},
      {"staff.queue", "case", kBeside + Steps{"staff.case.1"}},
      {"staff.queue", "taken", kSignedIn + Steps{"staff.case.1", "staff.claim"}, taken},
      {"staff.queue", "outcomes", kBeside + Steps{"staff.case.2"}},
      {"staff.queue", "outcomes_pension", kBeside + Steps{"staff.pages.next", "staff.case.3"}},
      {"staff.strip", "", kBeside + Steps{"staff.aside"}},
      {"staff.strip", "idle", kSignedIn + Steps{"bar.home", "staff.aside"}},
      {"staff.strip", "measure", kSignedIn + Steps{"staff.device", "staff.device.measure"}},
      {"staff.device", "", kSignedIn + Steps{"staff.device"}},
      {"staff.device", "visit", kBeside + Steps{"staff.device"}},
      {"staff.device", "closed", kSignedIn + Steps{"staff.device", "staff.device.close"}},
  };
}

std::vector<OwnExample> Finding() {
  const Steps find = kBeside + Steps{"staff.find"};
  const Steps look = find + Steps{"type staff.key W", "staff.look"};
  return {
      {"staff.find", "", find},
      {"staff.find", "typed",
       find + Steps{"type staff.key WXLQ", "staff.field.house", "type staff.key 1208",
                    "staff.field.age", "type staff.key 85"}},
      {"staff.find", "looking", find + Steps{"type staff.key W", "office slow", "staff.look"}},
      {"staff.find", "nobody", look, NobodyFound},
      {"staff.find", "people", look},
      {"staff.find", "why", look + Steps{"staff.person.1"}},
      {"staff.find", "closed",
       kSignedIn +
           Steps{"staff.find", "type staff.key W", "staff.look", "staff.person.1", "staff.why.1"},
       Refusing(office::kRecognise, v1::REASON_RESIDENT_CLOSED)},
      {"staff.enrol", "", kSignedIn + Steps{"staff.find", "staff.enrol"}},
      {"staff.enrol", "person", kSignedIn + Steps{"staff.find", "staff.enrol", "document"}},
      {"staff.enrol", "phone",
       kSignedIn +
           Steps{"staff.find", "staff.enrol", "document", "type staff.key 138", "staff.enrol_yes"}},
  };
}

std::vector<OwnExample> Cards() {
  const auto silent = [](ExampleAnswers& answers) { answers.Silence(office::kBlockCard); };
  const auto none = [](ExampleAnswers& answers) {
    v1::ListCardsResponse cards;
    cards.set_masked_name(screens::kLongestName);
    answers.Set(office::kListCards, cards);
  };
  const auto known = [](ExampleAnswers& answers) {
    answers.Refuse(office::kBindCard, v1::REASON_ALREADY_BOOKED);
  };
  const Steps cards = kBeside + Steps{"staff.cards"};
  const Steps lay = cards + Steps{"staff.cards.bind"};
  return {
      {"staff.cards", "", cards},
      {"staff.cards", "none", cards, none},
      {"staff.cards", "loading", kBeside + Steps{"office slow", "staff.cards"}},
      {"staff.cards", "card", cards + Steps{"staff.card.1"}},
      {"staff.cards", "lay", lay},
      {"staff.cards", "replace", cards + Steps{"staff.card.1", "staff.card.replace"}},
      {"staff.cards", "refused", lay + Steps{"other card"}, known},
      {"staff.cards", "code", lay + Steps{"staff.qr.make"}},
      {"staff.cards", "unsure", cards + Steps{"staff.card.1", "staff.card.lost"}, silent},
      {"staff.find", "cards", kSignedIn + Steps{"staff.cards", "type staff.key W"}},
  };
}

v1::Case MakeCase(int number, v1::CaseKind kind, const char* place, const char* claimed_by) {
  v1::Case made;
  made.set_case_id("case-" + std::to_string(number));
  made.set_ticket_number(number);
  made.set_kind(kind);
  made.set_kiosk_place(place);
  made.set_claimed_by(claimed_by);
  made.set_state(*claimed_by == '\0' ? v1::CASE_STATE_OPEN : v1::CASE_STATE_CLAIMED);
  return made;
}

// Six cases, so that there is a second page.
v1::ListCasesResponse Cases() {
  v1::ListCasesResponse queue;
  *queue.add_cases() = MakeCase(12, v1::CASE_KIND_EMERGENCY, "二楼东侧活动室门口", "");
  *queue.add_cases() = MakeCase(9, v1::CASE_KIND_HELP, "大厅", kCalled);
  *queue.add_cases() = MakeCase(10, v1::CASE_KIND_PENSION, "大厅", kCalled);
  *queue.add_cases() = MakeCase(11, v1::CASE_KIND_HELP, "食堂", "阿依努尔老师");
  *queue.add_cases() = MakeCase(13, v1::CASE_KIND_PENSION, "大厅", "");
  *queue.add_cases() = MakeCase(14, v1::CASE_KIND_HELP, "食堂", "");
  return queue;
}

v1::SearchResidentsResponse People() {
  v1::SearchResidentsResponse people;
  const auto add = [&](const char* name, const char* building, int age) {
    v1::ResidentRow& row = *people.add_residents();
    row.set_resident_id("resident-" + std::to_string(people.residents_size()));
    row.set_masked_name(name);
    row.set_masked_id_number("110199********0011");
    row.set_building(building);
    row.set_age_years(age);
  };
  add(screens::kLongestName, "12号楼3单元", 101);
  add("王*兰", "3号楼2单元", 84);
  add("王*", "", 85);
  add("万*英", "3号楼2单元", 86);
  add("吴*国", "5号楼", 88);
  return people;
}

v1::ListCardsResponse CardsOfWang() {
  v1::ListCardsResponse cards;
  cards.set_resident_id("resident-1");
  cards.set_masked_name("王*兰奶奶");
  const auto add = [&](const char* number, v1::CardKind kind, v1::CardState state) {
    v1::ResidentCard& card = *cards.add_cards();
    card.set_card(number);
    card.set_kind(kind);
    card.set_state(state);
    card.mutable_valid_from()->set_year(2026);
    card.mutable_valid_from()->set_month(3);
    card.mutable_valid_from()->set_day(1);
    if (state == v1::CARD_STATE_BLOCKED) card.set_blocked_reason("卡丢了");
  };
  add("04A1B2C30001", v1::CARD_KIND_UNSPECIFIED, v1::CARD_STATE_GOOD);
  add("04A1B2C30002", v1::CARD_KIND_QR_PHONE, v1::CARD_STATE_GOOD);
  add("04A1B2C30003", v1::CARD_KIND_UNSPECIFIED, v1::CARD_STATE_BLOCKED);
  return cards;
}

}  // namespace

std::vector<OwnExample> OwnExamples() {
  std::vector<OwnExample> all;
  for (auto&& some : {Sheets(), SigningIn(), Queues(), Finding(), Cards()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

void AnswerStaff(ExampleAnswers& answers) {
  v1::RecogniseResponse recognised;
  *recognised.add_candidates() = screens::ExampleCandidate();
  answers.Set(office::kRecognise, recognised);
  answers.Set(office::kStartVisit, screens::ExampleVisit(v1::ASSURANCE_CARD));
  v1::SignInResponse signed_in;
  signed_in.set_session_token("session");
  signed_in.mutable_account()->set_called(kCalled);
  answers.Set(office::kSignIn, signed_in);
  answers.Set(office::kSignOut, {});
  answers.Set(office::kListCases, Cases());
  answers.Set(office::kClaimCase, {});
  answers.Set(office::kCloseCase, {});
  answers.Set(office::kSearchResidents, People());
  answers.Set(office::kRegisterResident, {});
  answers.Set(office::kListCards, CardsOfWang());
  v1::IssueQrResponse issued;
  issued.set_token("CH1" + std::string(190, 'A'));
  issued.set_masked_name("王*兰");
  answers.Set(office::kIssueQr, issued);
}

}  // namespace chunhui::app
