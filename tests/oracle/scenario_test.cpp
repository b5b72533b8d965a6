// Known mistakes of other systems as small scenarios. What is expected was written by hand from
// docs/rules.md; the naive engine and the engine must both give it.
#include "scenario.hpp"

namespace allot::oracle {
namespace {

TYPED_TEST_SUITE(Scenario, Sides);

// Systems that check each node alone refuse this, or take 10 + 10.
TYPED_TEST(Scenario, ThirteenOfTenAndFifteenComeFromOneNodeWhenOneHasEnough) {
  this->receive(1, 1, 10);
  this->receive(1, 2, 15);
  // One parcel: 500 + 13 x 2 = 526. Two parcels: 1000 + 10 x 1 + 3 x 2 = 1016.
  ASSERT_EQ(this->apply(this->order(7, {{{1}, 13, 100}})), Reason::ok);
  EXPECT_EQ(this->told(), "placed x1, line_held N2 S1 x13");
  EXPECT_EQ(this->events_[0].amount, 526);
  EXPECT_EQ(this->events_[0].time, 1'100);
}

TYPED_TEST(Scenario, TwentyOfTenAndFifteenFillTheCheaperNodeFirst) {
  this->receive(1, 1, 10);
  this->receive(1, 2, 15);
  ASSERT_EQ(this->apply(this->order(7, {{{1}, 20, 100}})), Reason::ok);
  EXPECT_EQ(this->told(), "placed x2, line_held N1 S1 x10, line_held N2 S1 x10");
  EXPECT_EQ(this->events_[0].amount, 500 + 10 * 1 + 500 + 10 * 2);
  ASSERT_EQ(this->apply(this->order(8, {{{1}, 6, 100}})), Reason::stock_insufficient);
  EXPECT_EQ(this->sums().available, 5U);
}

TYPED_TEST(Scenario, OneAndOneAcrossNodesIsASplitAndMaxSplitsForbidsIt) {
  this->receive(1, 1, 1);
  this->receive(2, 2, 1);
  Place whole = this->order(7, {{{1}, 1, 100}, {{2}, 1, 100}});
  whole.max_splits = 0;
  ASSERT_EQ(this->apply(whole), Reason::splits_exceeded);
  EXPECT_EQ(this->sums().held, 0U);
  ASSERT_EQ(this->apply(this->order(7, {{{1}, 1, 100}, {{2}, 1, 100}})), Reason::ok);
  EXPECT_EQ(this->told(), "placed x2, line_held N1 S1 x1, line_held N2 S2 x1");
}

// Each line alone fits; together they do not.
TYPED_TEST(Scenario, SameSkuOnTwoLinesIsSummed) {
  this->receive(1, 1, 5);
  ASSERT_EQ(this->apply(this->order(7, {{{1}, 3, 100}, {{1}, 3, 100}})),
            Reason::stock_insufficient);
  EXPECT_EQ(this->told(), "refused S1 stock_insufficient");
  ASSERT_EQ(this->apply(this->order(7, {{{1}, 3, 100}, {{1}, 2, 80}})), Reason::ok);
  EXPECT_EQ(this->told(), "placed x1, line_held N1 S1 x5");
  EXPECT_EQ(this->events_[0].line, 1);  // merged lines
  ASSERT_EQ(this->apply(Cancel{this->key(), {7, 0}}), Reason::ok);
  EXPECT_EQ(this->events_[0].amount, 3 * 100 + 2 * 80);
}

TYPED_TEST(Scenario, ConfirmBeforeTheDueTimeWins) {
  this->receive(1, 1, 1);
  ASSERT_EQ(this->apply(this->order(7, {{{1}, 1, 100}})), Reason::ok);
  this->now_ = 1'099;
  ASSERT_EQ(this->apply(ConfirmPayment{this->key(), {7, 0}, 1'099}), Reason::ok);
  EXPECT_EQ(this->told(), "paid x2, allocated");
  this->now_ = 1'200;
  this->apply(Tick{});
  EXPECT_EQ(this->told(), "ticked");
  EXPECT_EQ(this->sums().allocated, 1U);
}

TYPED_TEST(Scenario, ConfirmAtTheDueTimeLosesAndIsTakenAgainWhenStockIsThere) {
  this->receive(1, 1, 1);
  ASSERT_EQ(this->apply(this->order(7, {{{1}, 1, 100}})), Reason::ok);
  this->now_ = 1'100;
  ASSERT_EQ(this->apply(ConfirmPayment{this->key(), {7, 0}, 1'100}), Reason::ok);
  EXPECT_EQ(this->told(),
            "expired x1, paid x2 paid_too_late, retaken x1, line_allocated N1 S1 x1, allocated");
}

TYPED_TEST(Scenario, ConfirmAfterExpiryWithoutStockIsRefunded) {
  this->receive(1, 1, 1);
  ASSERT_EQ(this->apply(this->order(7, {{{1}, 1, 100}})), Reason::ok);
  this->now_ = 1'101;
  ASSERT_EQ(this->apply(this->order(8, {{{1}, 1, 100}})), Reason::ok);
  EXPECT_EQ(this->told(), "expired x1, placed x1, line_held N1 S1 x1");
  // Paid in time, told too late: the reason stays ok, the money still goes back.
  ASSERT_EQ(this->apply(ConfirmPayment{this->key(), {7, 0}, 1'050}), Reason::ok);
  EXPECT_EQ(this->told(), "paid x2, refund_due");
  EXPECT_EQ(this->sums().oversold_units, 0U);
}

TYPED_TEST(Scenario, TheSameCommandTwiceIsDecidedOnce) {
  this->receive(1, 1, 5);
  const Place place = this->order(7, {{{1}, 2, 100}});
  ASSERT_EQ(this->apply(place), Reason::ok);
  const Sequence first = this->answer_.sequence;
  ASSERT_EQ(this->apply(place), Reason::ok);
  EXPECT_EQ(this->told(), "duplicate");
  EXPECT_TRUE(this->answer_.duplicate);
  EXPECT_EQ(this->answer_.first_sequence, first);
  EXPECT_EQ(this->sums().held, 2U);

  Place other = this->order(8, {{{1}, 3, 100}});
  other.command_key = place.command_key;
  ASSERT_EQ(this->apply(other), Reason::command_key_conflict);
  EXPECT_EQ(this->sums().held, 2U);
}

TYPED_TEST(Scenario, ARefusalIsRememberedEvenIfStockCameSince) {
  const Place place = this->order(7, {{{1}, 2, 100}});
  ASSERT_EQ(this->apply(place), Reason::stock_insufficient);
  this->receive(1, 1, 5);
  ASSERT_EQ(this->apply(place), Reason::stock_insufficient);
  EXPECT_EQ(this->told(), "duplicate stock_insufficient");
  Place again = place;
  again.command_key = this->key();
  EXPECT_EQ(this->apply(again), Reason::ok);
}

TYPED_TEST(Scenario, ANewcomerDoesNotOvertakeWaitingLines) {
  Place waiting = this->order(7, {{{1}, 4, 100}});
  waiting.shortage = Shortage::backorder;
  ASSERT_EQ(this->apply(waiting), Reason::ok);
  EXPECT_EQ(this->told(), "placed, line_waiting S1 x4");
  this->receive(1, 1, 5);
  // The sweep of the newcomer's own step serves the waiting line first.
  ASSERT_EQ(this->apply(this->order(8, {{{1}, 2, 100}})), Reason::stock_insufficient);
  EXPECT_EQ(this->told(), "line_held N1 S1 x4, refused S1 stock_insufficient");
  ASSERT_EQ(this->apply(this->order(9, {{{1}, 1, 100}})), Reason::ok);
}

// Its stock came before its review was decided, and the review's deadline before its turn.
TYPED_TEST(Scenario, ANewcomerDoesNotOvertakeALineWhoseReviewEndsInTheSameSweep) {
  DefineChannel channel = this->channel();
  channel.review_outcome = ReviewOutcome::approve;
  channel.review_pauses_payment = true;
  this->apply(channel);
  this->apply(SetRiskLimits{.command_key = this->key(), .review_value_min = 400});
  Place waiting = this->order(7, {{{1}, 4, 100}});
  waiting.shortage = Shortage::backorder;
  ASSERT_EQ(this->apply(waiting), Reason::ok);
  this->receive(1, 1, 5);
  this->now_ += 50;
  EXPECT_EQ(this->apply(this->order(8, {{{1}, 2, 100}})), Reason::stock_insufficient);
  EXPECT_EQ(this->told(), "review_approved x2, line_held N1 S1 x4, refused S1 stock_insufficient");
}

TYPED_TEST(Scenario, ShipCompleteHoldsNothingUntilAllOfItIsThere) {
  this->receive(1, 1, 3);
  Place whole = this->order(7, {{{1}, 3, 100}, {{2}, 1, 100}});
  whole.ship_complete = true;
  whole.shortage = Shortage::backorder;
  ASSERT_EQ(this->apply(whole), Reason::ok);
  EXPECT_EQ(this->told(), "placed, line_waiting S1 x3, line_waiting S2 x1");
  EXPECT_EQ(this->sums().held, 0U);
  this->receive(2, 2, 1);
  this->apply(Advance{});
  EXPECT_EQ(this->told(), "line_held N1 S1 x3, line_held N2 S2 x1");
}

TYPED_TEST(Scenario, ACountBelowWhatIsPromisedIsADeficitThatReturnsPayFirst) {
  this->receive(1, 1, 5);
  ASSERT_EQ(this->apply(this->order(7, {{{1}, 4, 100}})), Reason::ok);
  ASSERT_EQ(this->apply(Adjust{this->key(), {1}, {1}, 0, -3}), Reason::ok);
  EXPECT_EQ(this->told(), "stock_adjusted N1 S1, stock_deficit N1 S1 x2");
  ASSERT_EQ(this->apply(Cancel{this->key(), {7, 0}}), Reason::ok);
  EXPECT_EQ(this->sums().deficit, 0U);
  EXPECT_EQ(this->sums().available, 2U);
}

TYPED_TEST(Scenario, ACountDoesNotMakeExpiredGoodsSellable) {
  ASSERT_EQ(this->apply(Receive{this->key(), {1}, {1}, 5, 5, 500}), Reason::ok);
  EXPECT_EQ(this->told(), "stock_received N1 S1") << "it had expired when it came";
  ASSERT_EQ(this->apply(Adjust{this->key(), {1}, {1}, 5, -2}), Reason::ok);
  ASSERT_EQ(this->apply(Adjust{this->key(), {1}, {1}, 5, 3}), Reason::ok);
  EXPECT_EQ(this->told(), "stock_adjusted N1 S1");
  EXPECT_EQ(this->apply(this->order(1, {{{1}, 1, 100}})), Reason::stock_insufficient);
  EXPECT_TRUE(this->sums().holds) << this->sums().fault;
}

TYPED_TEST(Scenario, UnitsFoundAgainPayTheDeficitOfAnExpiredLotFirst) {
  ASSERT_EQ(this->apply(Receive{this->key(), {1}, {1}, 5, 4, 1'500}), Reason::ok);
  ASSERT_EQ(this->apply(this->order(1, {{{1}, 4, 100}})), Reason::ok);
  ASSERT_EQ(this->apply(Adjust{this->key(), {1}, {1}, 5, -4}), Reason::ok);
  this->now_ = 2'000;
  ASSERT_EQ(this->apply(Adjust{this->key(), {1}, {1}, 5, 5}), Reason::ok);
  EXPECT_TRUE(this->sums().holds) << this->sums().fault;
  EXPECT_EQ(this->sums().deficit, 0U);
  EXPECT_EQ(this->sums().available, 0U) << "the fifth has expired";
}

// Two units of safety stock hold back what the first order wants; then the channel lets them go.
TYPED_TEST(Scenario, AChannelThatKeepsLessBackServesWhoWaitsBeforeANewcomer) {
  DefineChannel channel = this->channel();
  channel.safety_stock = 2;
  ASSERT_EQ(this->apply(channel), Reason::ok);
  this->receive(1, 1, 2);
  ASSERT_EQ(this->apply(this->order(1, {{{1}, 2, 100, Shortage::backorder}})), Reason::ok);
  EXPECT_EQ(this->told(), "placed, line_waiting S1 x2");
  ASSERT_EQ(this->apply(this->channel()), Reason::ok);
  EXPECT_EQ(this->apply(this->order(2, {{{1}, 1, 100}})), Reason::stock_insufficient);
  EXPECT_EQ(this->told(), "line_held N1 S1 x2, refused S1 stock_insufficient");
}

TYPED_TEST(Scenario, ANodeThatJoinsOrALaneThatOpensServesWhoWaits) {
  for (const bool lane : {false, true}) {
    SCOPED_TRACE(lane);
    const std::uint64_t order = lane ? 2 : 1;
    const auto serve = [&](bool served) {
      return lane ? this->apply(DefineLane{this->key(), {2}, {1}, 500, 2, 0, served})
                  : this->apply(DefineNetwork{this->key(), {1}, {2}, served});
    };
    ASSERT_EQ(serve(false), Reason::ok);
    this->receive(1, 2, 1);
    ASSERT_EQ(this->apply(this->order(order, {{{1}, 1, 100, Shortage::backorder}})), Reason::ok);
    EXPECT_EQ(this->told(), "placed, line_waiting S1 x1");
    ASSERT_EQ(serve(true), Reason::ok);
    ASSERT_EQ(this->apply(Advance{}), Reason::ok);
    EXPECT_EQ(this->told(), "line_held N2 S1 x1");
  }
}

TYPED_TEST(Scenario, AnImportIsRecordedEvenWithoutStock) {
  this->receive(1, 1, 1);
  const Place shape = this->order(7, {{{1}, 3, 100}});
  Import import;
  import.command_key = this->key();
  import.order_key = {7, 0};
  import.channel = {1};
  import.zone = {1};
  import.lines = shape.lines;
  ASSERT_EQ(this->apply(import), Reason::ok);
  EXPECT_EQ(this->told(), "imported x1, line_allocated N1 S1 x1, line_short S1 x2, allocated");
}

}  // namespace
}  // namespace allot::oracle
