// The live view of the desk: which keys mean what, and when it rings.
#include "services/desk/board.h"

#include <gtest/gtest.h>

#include "services/desk/output.h"

namespace chunhui::desk {
namespace {

v1::Case Open(int ticket, int priority = 3) {
  v1::Case one;
  one.set_case_id("case-" + std::to_string(ticket));
  one.set_ticket_number(ticket);
  one.set_priority(priority);
  one.set_kind(v1::CASE_KIND_HELP);
  one.set_state(v1::CASE_STATE_OPEN);
  one.mutable_opened_at()->set_seconds(1000 + ticket);
  return one;
}

TEST(Board, RingsForNewAndEscalatedCasesOnly) {
  Board board;
  v1::Case one = Open(1);
  EXPECT_TRUE(board.Take(one));
  EXPECT_FALSE(board.Take(one));
  one.set_escalations(1);
  EXPECT_TRUE(board.Take(one));
  one.set_state(v1::CASE_STATE_CLAIMED);
  EXPECT_FALSE(board.Take(one));
  one.set_state(v1::CASE_STATE_CLOSED);
  EXPECT_FALSE(board.Take(one));
  EXPECT_TRUE(board.Open().empty());
}

TEST(Board, TheMostUrgentStandsFirst) {
  Board board;
  board.Take(Open(1));
  board.Take(Open(2));
  board.Take(Open(3, 1));
  ASSERT_EQ(board.Open().size(), 3u);
  EXPECT_EQ(board.Open()[0].ticket_number(), 3);
  EXPECT_EQ(board.Open()[1].ticket_number(), 1);
}

TEST(Board, ANumberAndCClaimThatTicket) {
  Board board;
  board.Take(Open(4));
  board.Take(Open(12));
  EXPECT_EQ(board.Press('c').kind, BoardWish::Kind::kNothing) << "claimed without a choice";
  board.Press('1');
  board.Press('2');
  const BoardWish wish = board.Press('c');
  EXPECT_EQ(wish.kind, BoardWish::Kind::kClaim);
  EXPECT_EQ(wish.case_id, "case-12");
}

TEST(Board, WithOneCaseNothingNeedBeChosen) {
  Board board;
  board.Take(Open(4));
  EXPECT_EQ(board.Press('c').case_id, "case-4");
}

TEST(Board, XAsksForTheOutcomeFirst) {
  Board board;
  board.Take(Open(4));
  EXPECT_EQ(board.Press('x').kind, BoardWish::Kind::kNothing);
  const BoardWish wish = board.Press('2');
  EXPECT_EQ(wish.kind, BoardWish::Kind::kClose);
  EXPECT_EQ(wish.outcome, v1::CASE_OUTCOME_CERTIFIED);
  board.Press('x');
  EXPECT_EQ(board.Press('0').kind, BoardWish::Kind::kNothing)
      << "closed by a key that is no outcome";
  EXPECT_EQ(board.Press('q').kind, BoardWish::Kind::kQuit);
}

TEST(Output, HanCharactersTakeTwoColumns) {
  EXPECT_EQ(DisplayWidth("ab"), 2);
  EXPECT_EQ(DisplayWidth("王*兰"), 5);
  EXPECT_EQ(DisplayWidth("李𬭎·x"), 6);
}

}  // namespace
}  // namespace chunhui::desk
