// Limits that leave somebody waiting, and what wakes him when they let go (docs/rules.md §13). What
// is expected was written by hand from the rules; the naive engine and the engine must both give
// it.
#include "scenario.hpp"

namespace allot::oracle {
namespace {

Limits one_hold() {
  Limits limits = small_limits();
  limits.holds_max = 1;
  return limits;
}
Limits one_node() {
  Limits limits = small_limits();
  limits.nodes_per_order_max = 1;
  return limits;
}
Limits one_unit_of_work() {
  Limits limits = small_limits();
  limits.work_units = 1;
  return limits;
}

template <class Side>
class Limited : public Scenario<Side> {
 protected:
  using Scenario<Side>::Scenario;

  // An order whose lines wait when they are short.
  Place backorder(std::uint64_t order_key, std::initializer_list<OrderLine> lines) {
    Place place = this->order(order_key, lines);
    place.shortage = Shortage::backorder;
    return place;
  }
  Import sale(const Place& like) {
    Import import;
    import.command_key = this->key();
    import.order_key = like.order_key;
    import.channel = like.channel;
    import.zone = like.zone;
    import.lines = like.lines;
    return import;
  }
};

// With one hold there is room for one line that takes from two lots.
template <class Side>
class OneHold : public Limited<Side> {
 protected:
  OneHold() : Limited<Side>(one_hold()) {}

  // The only hold is taken by order 1.
  void SetUp() override {
    Limited<Side>::SetUp();
    for (const std::uint64_t lot : {1U, 2U}) this->receive(1, 1, 1, lot);
    ASSERT_EQ(this->apply(this->order(1, {{{1}, 2, 100}})), Reason::ok);
  }
};
TYPED_TEST_SUITE(OneHold, Sides);

TYPED_TEST(OneHold, ALineThatWaitedForAHoldGoesBeforeANewcomer) {
  ASSERT_EQ(this->apply(this->backorder(2, {{{2}, 2, 100}})), Reason::ok);
  for (const std::uint64_t lot : {1U, 2U}) this->receive(2, 1, 1, lot);
  EXPECT_EQ(this->told(), "line_held N1 S2 x1, stock_received N1 S2 x1") << "the first needs none";
  this->apply(Advance{});
  EXPECT_EQ(this->told(), "") << "no hold is free";
  ASSERT_EQ(this->apply(Cancel{this->key(), {1, 0}}), Reason::ok);
  EXPECT_NE(this->apply(this->order(3, {{{2}, 1, 100}})), Reason::ok);
  EXPECT_EQ(this->told(), "line_held N1 S2 x1, refused S2 stock_insufficient");
}

TYPED_TEST(OneHold, AWholeOrderThatWaitedForAHoldGoesBeforeANewcomer) {
  Place whole = this->backorder(2, {{{2}, 2, 100}});
  whole.ship_complete = true;
  ASSERT_EQ(this->apply(whole), Reason::ok);
  for (const std::uint64_t lot : {1U, 2U}) this->receive(2, 1, 1, lot);
  this->apply(Advance{});
  EXPECT_EQ(this->told(), "");
  this->now_ += 10;
  ASSERT_EQ(this->apply(Cancel{this->key(), {1, 0}}), Reason::ok);
  EXPECT_NE(this->apply(this->order(3, {{{2}, 1, 100}})), Reason::ok);
  EXPECT_EQ(this->told(), "line_held N1 S2 x2, refused S2 stock_insufficient");
}

// Two holds are wanted, one is freed: nobody is tried in vain.
TYPED_TEST(OneHold, WhoWantsMoreHoldsThanAreFreeIsNotTried) {
  Place whole = this->backorder(2, {{{2}, 3, 100}});
  whole.ship_complete = true;
  ASSERT_EQ(this->apply(whole), Reason::ok);
  for (const std::uint64_t lot : {1U, 2U, 3U}) this->receive(2, 1, 1, lot);
  this->apply(Advance{});
  this->apply(Advance{});
  ASSERT_EQ(this->apply(Cancel{this->key(), {1, 0}}), Reason::ok);
  EXPECT_FALSE(this->side_.engine.work_due(this->now_));
}

// Nothing of the sale was taken, since its first line finds no hold; its second needs none.
TYPED_TEST(OneHold, EachLineOfASaleIsTriedAlone) {
  for (const std::uint64_t lot : {3U, 4U}) this->receive(1, 1, 1, lot);
  this->receive(2, 1, 1);
  ASSERT_EQ(this->apply(this->sale(this->order(2, {{{1}, 2, 100}, {{2}, 1, 100}}))), Reason::ok);
  EXPECT_EQ(this->told(), "imported, line_short S1 x2, line_short S2 x1, allocated");
  EXPECT_NE(this->apply(this->order(3, {{{2}, 1, 100}})), Reason::ok);
  EXPECT_EQ(this->told(), "line_allocated N1 S2 x1, refused S2 stock_insufficient");
  ASSERT_EQ(this->apply(Cancel{this->key(), {1, 0}}), Reason::ok);
  EXPECT_EQ(this->apply(this->order(4, {{{1}, 1, 100}})), Reason::ok);
  EXPECT_EQ(this->told(), "line_allocated N1 S1 x2, placed x1, line_held N1 S1 x1");
}

// One decision takes from one node only.
template <class Side>
class OneNode : public Limited<Side> {
 protected:
  OneNode() : Limited<Side>(one_node()) {}
};
TYPED_TEST_SUITE(OneNode, Sides);

TYPED_TEST(OneNode, ASaleFromTwoNodesIsDealtOutLineByLine) {
  this->receive(1, 1, 1);
  this->receive(2, 2, 1);
  ASSERT_EQ(this->apply(this->sale(this->order(1, {{{1}, 1, 100}, {{2}, 1, 100}}))), Reason::ok);
  EXPECT_EQ(this->told(), "imported, line_short S1 x1, line_short S2 x1, allocated");
  EXPECT_NE(this->apply(this->order(2, {{{2}, 1, 100}})), Reason::ok);
  EXPECT_EQ(this->told(),
            "line_allocated N1 S1 x1, line_allocated N2 S2 x1, refused S2 stock_insufficient");
}

TYPED_TEST(OneNode, WhatOneDecisionCannotReachTheNextOneDoes) {
  this->receive(1, 1, 5);
  this->receive(1, 2, 5);
  ASSERT_EQ(this->apply(this->backorder(1, {{{1}, 8, 100}})), Reason::ok);
  EXPECT_EQ(this->told(), "placed x1, line_held N1 S1 x5, line_waiting S1 x3");
  EXPECT_NE(this->apply(this->order(2, {{{1}, 3, 100}})), Reason::ok);
  EXPECT_EQ(this->told(), "line_held N2 S1 x3, refused S1 stock_insufficient");
}

// The order itself wants no second parcel: it is offered what comes, not what lies elsewhere.
TYPED_TEST(OneNode, AnOrderThatForbidsASplitIsNotGivenOneAtOnce) {
  this->receive(1, 1, 5);
  this->receive(1, 2, 5);
  Place whole = this->backorder(1, {{{1}, 8, 100}});
  whole.max_splits = 0;
  ASSERT_EQ(this->apply(whole), Reason::ok);
  this->apply(Advance{});
  EXPECT_EQ(this->told(), "");
}

TYPED_TEST(OneNode, ALineThatIsServedIsServedFromAllNodesBeforeTheNext) {
  DefineChannel channel = this->channel();
  channel.safety_stock = 5;
  ASSERT_EQ(this->apply(channel), Reason::ok);
  this->receive(1, 1, 5);
  this->receive(1, 2, 5);
  ASSERT_EQ(this->apply(this->backorder(1, {{{1}, 8, 100}})), Reason::ok);
  ASSERT_EQ(this->apply(this->backorder(2, {{{1}, 3, 100}})), Reason::ok);
  ASSERT_EQ(this->apply(this->channel()), Reason::ok);
  this->apply(Advance{});
  ASSERT_EQ(this->told(), "line_held N1 S1 x5, line_held N2 S1 x3, line_held N2 S1 x2");
  EXPECT_EQ(this->events_[2].order_key, (OrderKey{2, 0}));
}

template <class Side>
class TwoNodes : public Limited<Side> {
 protected:
  TwoNodes() : Limited<Side>(small_limits()) {}
};
TYPED_TEST_SUITE(TwoNodes, Sides);

// Each line fits, but not in one parcel, until the other SKU comes to the same node.
TYPED_TEST(TwoNodes, AWholeOrderThatMayNotBeSplitIsWokenByEachOfItsSkus) {
  this->receive(1, 1, 1);
  Place whole = this->backorder(1, {{{1}, 1, 100}, {{2}, 1, 100}});
  whole.ship_complete = true;
  whole.max_splits = 0;
  ASSERT_EQ(this->apply(whole), Reason::ok);
  this->receive(2, 2, 1);
  this->apply(Advance{});
  EXPECT_EQ(this->told(), "") << "it would take two parcels";
  this->receive(1, 2, 1);
  EXPECT_NE(this->apply(this->order(2, {{{2}, 1, 100}})), Reason::ok);
  EXPECT_EQ(this->told(), "line_held N2 S1 x1, line_held N2 S2 x1, refused S2 stock_insufficient");
}

TYPED_TEST(TwoNodes, AWholeOrderThatWaitsForEachOfItsSkusEndsAsOne) {
  this->receive(1, 1, 1);
  Place whole = this->backorder(1, {{{1}, 1, 100}, {{2}, 1, 100}});
  whole.ship_complete = true;
  whole.max_splits = 0;
  ASSERT_EQ(this->apply(whole), Reason::ok);
  this->receive(2, 2, 1);
  this->apply(Advance{});
  ASSERT_EQ(this->apply(this->order(2, {{{1}, 1, 100}})), Reason::ok) << "nothing is claimed";
  this->receive(2, 1, 1);
  this->apply(Advance{});
  EXPECT_EQ(this->told(), "") << "its first line is short again";
  ASSERT_EQ(this->apply(Cancel{this->key(), {1, 0}}), Reason::ok);
  ASSERT_EQ(this->apply(Cancel{this->key(), {2, 0}}), Reason::ok);
  EXPECT_FALSE(this->side_.engine.work_due(this->now_)) << "nobody waits";
  EXPECT_TRUE(this->sums().holds) << this->sums().fault;
}

// A claim is a limit too: it ends with the pass over the queue.
template <class Side>
class OneUnitOfWork : public Limited<Side> {
 protected:
  OneUnitOfWork() : Limited<Side>(one_unit_of_work()) {}
};
TYPED_TEST_SUITE(OneUnitOfWork, Sides);

TYPED_TEST(OneUnitOfWork, ALineThatJoinsAheadOfThePassIsTriedBeforeTheClaimEnds) {
  // A second channel that node 1 does not serve.
  DefineChannel other = this->channel();
  other.code = *Code::from("C2");
  ASSERT_EQ(this->apply(other), Reason::ok);
  ASSERT_EQ(this->apply(DefineNetwork{this->key(), {2}, {2}, true}), Reason::ok);
  Place elsewhere = this->backorder(1, {{{1}, 9, 100}});
  elsewhere.channel = {2};
  elsewhere.priority = 128;
  ASSERT_EQ(this->apply(elsewhere), Reason::ok);
  this->receive(1, 1, 5);
  Place urgent = this->backorder(2, {{{1}, 3, 100}});
  urgent.priority = 0;
  ASSERT_EQ(this->apply(urgent), Reason::ok);
  EXPECT_EQ(this->told(), "placed, line_waiting S1 x3") << "the five are claimed";
  Reason newcomer = Reason::ok;
  for (std::uint64_t order = 3; order < 9 && newcomer != Reason::stock_insufficient; ++order) {
    newcomer = this->apply(this->order(order, {{{1}, 3, 100}}));
    EXPECT_NE(newcomer, Reason::ok) << "it overtook who waits";
    if (newcomer == Reason::ok) return;
  }
  EXPECT_EQ(this->sums().held, 3U);
}

}  // namespace
}  // namespace allot::oracle
