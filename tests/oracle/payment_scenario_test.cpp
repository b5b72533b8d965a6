// News of payments that comes late, or speaks of another order (docs/rules.md §7). What is expected
// was written by hand from the rules; the naive engine and the engine must both give it.
#include "generator/ranges.hpp"
#include "scenario.hpp"

namespace allot::oracle {
namespace {

using ranges::second;

// Payment windows are 100 ns. Order 1 is placed at 1,000.
template <class Side>
class Paid : public Scenario<Side> {
 protected:
  explicit Paid(Semantics semantics = {}) : Scenario<Side>(small_limits(), semantics) {}

  Place backorder(std::uint64_t order_key, std::initializer_list<OrderLine> lines) {
    Place place = this->order(order_key, lines);
    place.shortage = Shortage::backorder;
    return place;
  }
  void expire() {
    this->now_ = 1'100;
    this->apply(Tick{});
  }
  // It was paid in time, and one learns it a little after the window.
  std::string news(std::uint64_t order_key, TimeNs paid_at = 1'050) {
    this->now_ += 1;
    EXPECT_EQ(this->apply(ConfirmPayment{this->key(), {order_key, 0}, paid_at}), Reason::ok);
    return this->told();
  }
};
TYPED_TEST_SUITE(Paid, Sides);

TYPED_TEST(Paid, ALineThatWaitedWaitsAgainAtItsRank) {
  ASSERT_EQ(this->apply(this->backorder(1, {{{1}, 4, 100}})), Reason::ok);
  ASSERT_EQ(this->apply(this->backorder(2, {{{1}, 3, 100}})), Reason::ok);
  this->expire();
  ASSERT_EQ(this->apply(this->backorder(3, {{{1}, 3, 100}})), Reason::ok);
  EXPECT_EQ(this->news(1), "paid x2, retaken, line_waiting S1 x4, allocated");
  this->receive(1, 1, 5);
  this->apply(Advance{});
  EXPECT_EQ(this->told(), "line_allocated N1 S1 x4, line_held N1 S1 x1");
}

TYPED_TEST(Paid, WhatWasHeldIsTakenAgainAndTheRestWaits) {
  this->receive(1, 1, 1);
  ASSERT_EQ(this->apply(this->backorder(1, {{{1}, 4, 100}})), Reason::ok);
  EXPECT_EQ(this->told(), "placed x1, line_held N1 S1 x1, line_waiting S1 x3");
  this->expire();
  EXPECT_EQ(this->news(1),
            "paid x2, retaken x1, line_allocated N1 S1 x1, line_waiting S1 x3, allocated");
  EXPECT_TRUE(this->sums().holds) << this->sums().fault;
}

TYPED_TEST(Paid, ALineThatWaitedInPartWaitsForAllWhenItsUnitsAreGone) {
  this->receive(1, 1, 1);
  ASSERT_EQ(this->apply(this->backorder(1, {{{1}, 4, 100}})), Reason::ok);
  this->expire();
  ASSERT_EQ(this->apply(this->order(2, {{{1}, 1, 100}})), Reason::ok);
  EXPECT_EQ(this->news(1), "paid x2, retaken, line_waiting S1 x4, allocated");
}

// It never agreed to wait: all that it held, or the money back.
TYPED_TEST(Paid, ALineThatHeldAllIsNotMadeToWait) {
  this->receive(2, 1, 1);
  ASSERT_EQ(this->apply(this->order(1, {{{1}, 4, 100, Shortage::backorder}, {{2}, 1, 100}})),
            Reason::ok);
  EXPECT_EQ(this->told(), "placed x1, line_waiting S1 x4, line_held N1 S2 x1");
  this->expire();
  ASSERT_EQ(this->apply(this->order(2, {{{2}, 1, 100}})), Reason::ok);
  EXPECT_EQ(this->news(1), "paid x2, refund_due");
}

TYPED_TEST(Paid, AWholeOrderThatWaitedWaitsAgain) {
  this->receive(2, 1, 1);
  Place whole = this->backorder(1, {{{1}, 1, 100}, {{2}, 1, 100}});
  whole.ship_complete = true;
  ASSERT_EQ(this->apply(whole), Reason::ok);
  this->expire();
  EXPECT_EQ(this->news(1), "paid x2, retaken, line_waiting S1 x1, line_waiting S2 x1, allocated");
  this->receive(1, 2, 1);
  this->apply(Advance{});
  EXPECT_EQ(this->told(), "line_allocated N2 S1 x1, line_allocated N1 S2 x1");
}

// What it waited for came while nobody knew that it was paid.
TYPED_TEST(Paid, WhoWaitsAgainGoesBeforeANewcomer) {
  ASSERT_EQ(this->apply(this->backorder(1, {{{1}, 4, 100}})), Reason::ok);
  this->expire();
  this->receive(1, 1, 5);
  EXPECT_EQ(this->news(1), "paid x2, retaken x1, line_allocated N1 S1 x4, allocated");
  EXPECT_EQ(this->apply(this->order(2, {{{1}, 2, 100}})), Reason::stock_insufficient);
}

// Others wait behind it, and what came is claimed for them until each has had his turn.
TYPED_TEST(Paid, WhoWaitsAgainTakesNothingThatIsClaimedOutOfTurn) {
  ASSERT_EQ(this->apply(this->backorder(1, {{{1}, 4, 100}})), Reason::ok);
  this->expire();
  ASSERT_EQ(this->apply(this->backorder(2, {{{1}, 3, 100}})), Reason::ok);
  this->receive(1, 1, 5);
  EXPECT_EQ(this->news(1),
            "line_held N1 S1 x3, paid x2, retaken x1, line_allocated N1 S1 x2, "
            "line_waiting S1 x2, allocated");
  this->receive(1, 1, 3);
  EXPECT_EQ(this->apply(this->order(3, {{{1}, 2, 100}})), Reason::stock_insufficient);
  EXPECT_EQ(this->told(), "line_allocated N1 S1 x2, refused S1 stock_insufficient");
}

TYPED_TEST(Paid, PaidTooLateIsAllOrNothing) {
  ASSERT_EQ(this->apply(this->backorder(1, {{{1}, 4, 100}})), Reason::ok);
  this->expire();
  EXPECT_EQ(this->news(1, 1'100), "paid x2 paid_too_late, refund_due paid_too_late");
}

// An earlier order had this key, and its payment is heard of now.
TYPED_TEST(Paid, APaymentFromBeforeTheOrderDoesNotPayIt) {
  this->receive(1, 1, 1);
  this->now_ = 5 * second + 7;
  ASSERT_EQ(this->apply(this->order(1, {{{1}, 1, 100}})), Reason::ok);
  const Sequence placed = this->answer_.sequence;
  EXPECT_EQ(this->news(1, 4 * second + 999'999'999), "payment_unassigned paid_before_placed");
  EXPECT_EQ(this->events_[0].amount, static_cast<std::int64_t>(placed));
  EXPECT_EQ(this->events_[0].time, 4 * second + 999'999'999);
  EXPECT_EQ(this->sums().held, 1U);
  EXPECT_EQ(this->news(1, 5 * second), "paid x2, allocated") << "a provider tells whole seconds";
  EXPECT_EQ(this->news(1, 1), "payment_unassigned paid_before_placed") << "nor is it paid again";
}

TYPED_TEST(Paid, APaymentFromBeforeTheOrderDoesNotBringItBack) {
  this->receive(1, 1, 1);
  this->now_ = 5 * second;
  ASSERT_EQ(this->apply(this->order(1, {{{1}, 1, 100}})), Reason::ok);
  this->now_ += second;
  EXPECT_EQ(this->news(1, second), "expired x1, payment_unassigned paid_before_placed");
}

// A sale is made before it is imported.
TYPED_TEST(Paid, AnImportWasPaidBeforeItWasKnown) {
  this->now_ = 5 * second;
  const Place shape = this->order(1, {{{1}, 1, 100}});
  Import import;
  import.command_key = this->key();
  import.order_key = {1, 0};
  import.channel = {1};
  import.zone = {1};
  import.lines = shape.lines;
  ASSERT_EQ(this->apply(import), Reason::ok);
  EXPECT_EQ(this->news(1, second), "paid x1 already_paid");
}

template <class Side>
class PaidByOldRules : public Paid<Side> {
 protected:
  PaidByOldRules() : Paid<Side>(Semantics{2}) {}
};
TYPED_TEST_SUITE(PaidByOldRules, Sides);

TYPED_TEST(PaidByOldRules, AllIsTakenAgainOrNothing) {
  ASSERT_EQ(this->apply(this->backorder(1, {{{1}, 4, 100}})), Reason::ok);
  this->expire();
  EXPECT_EQ(this->news(1), "paid x2, refund_due");
}
TYPED_TEST(PaidByOldRules, APaymentPaysWhoeverHasTheKey) {
  this->receive(1, 1, 1);
  this->now_ = 5 * second;
  ASSERT_EQ(this->apply(this->order(1, {{{1}, 1, 100}})), Reason::ok);
  EXPECT_EQ(this->news(1, second), "paid x2, allocated");
}

}  // namespace
}  // namespace allot::oracle
