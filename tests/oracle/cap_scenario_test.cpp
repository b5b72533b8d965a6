// Purchase caps as small scenarios, written by hand from docs/rules.md, section 12; the naive
// engine and the engine must both give what is expected.
#include "generator/ranges.hpp"
#include "scenario.hpp"

namespace allot::oracle {
namespace {

using ranges::second;

// Enough of both SKUs; orders name customer 42. An event's cap shows as its node.
template <class Side>
class CapScenario : public Scenario<Side> {
 protected:
  void SetUp() override {
    Scenario<Side>::SetUp();
    for (const std::uint32_t sku : {1U, 2U}) this->receive(sku, 1, 100);
  }

  // At most two units for each customer, of everything, for ever.
  DefineCap two_each() {
    DefineCap cap;
    cap.command_key = this->key();
    cap.code = *Code::from("two each");
    cap.at_most = 2;
    cap.per = TokenKind::customer;
    return cap;
  }
  // Over the first SKU only.
  DefineSkuSet set(const char* code, std::initializer_list<SkuId> skus) {
    DefineSkuSet set;
    set.command_key = this->key();
    set.code = *Code::from(code);
    skus_.emplace_back(skus);
    set.skus = skus_.back();
    return set;
  }

  Place order(std::uint64_t order_key, std::initializer_list<OrderLine> lines,
              Token customer = 42) {
    Place place = Scenario<Side>::order(order_key, lines);
    place.tokens.customer = customer;
    return place;
  }
  Reason place(std::uint64_t order_key, std::uint32_t quantity, Token customer = 42) {
    return this->apply(this->order(order_key, {{{1}, quantity, 100}}, customer));
  }
  Import import(std::uint64_t order_key, std::uint32_t quantity, Token customer = 42) {
    const Place shape = this->order(order_key, {{{1}, quantity, 100}}, customer);
    return {this->key(), shape.order_key, shape.channel, shape.zone, shape.tokens, 0,
            128,         shape.lines};
  }
  Reason cancel(std::uint64_t order_key) {
    return this->apply(Cancel{this->key(), {order_key, 0}});
  }

 private:
  std::deque<std::vector<SkuId>> skus_;
};
TYPED_TEST_SUITE(CapScenario, Sides);

TYPED_TEST(CapScenario, TheThirdUnitIsRefusedAndTheRefusalNamesCapAndRest) {
  ASSERT_EQ(this->apply(this->two_each()), Reason::ok);
  EXPECT_EQ(this->told(), "defined x1");
  ASSERT_EQ(this->place(1, 1), Reason::ok);
  ASSERT_EQ(this->place(2, 2), Reason::cap_reached);
  EXPECT_EQ(this->told(), "refused N1 x1 cap_reached");
  EXPECT_EQ(this->events_[0].time, 0) << "it never begins anew";
  EXPECT_EQ(this->sums().held, 1U) << "nothing of a refused order is taken";
  EXPECT_EQ(this->place(3, 1), Reason::ok);
  EXPECT_EQ(this->place(4, 1), Reason::cap_reached);
  EXPECT_EQ(this->place(5, 2, 43), Reason::ok) << "another customer";
}

TYPED_TEST(CapScenario, LinesOfOneSkuAndOfSeveralAreSummed) {
  ASSERT_EQ(this->apply(this->two_each()), Reason::ok);
  EXPECT_EQ(this->apply(this->order(1, {{{1}, 1, 100}, {{1}, 2, 100}})), Reason::cap_reached);
  EXPECT_EQ(this->apply(this->order(2, {{{1}, 1, 100}, {{2}, 2, 100}})), Reason::cap_reached);
  EXPECT_EQ(this->apply(this->order(3, {{{1}, 1, 100}, {{2}, 1, 100}})), Reason::ok);
}

TYPED_TEST(CapScenario, ALineThatIsDroppedCountsForNothingAndOneThatWaitsCounts) {
  ASSERT_EQ(this->apply(this->two_each()), Reason::ok);
  ASSERT_EQ(this->apply(this->order(1, {{{1}, 101, 100, Shortage::refuse_line}, {{2}, 2, 100}})),
            Reason::ok);
  EXPECT_EQ(this->told(), "placed x1, line_refused S1 x101 stock_insufficient, line_held N1 S2 x2");
  EXPECT_EQ(this->place(2, 1), Reason::cap_reached);
  ASSERT_EQ(this->apply(Adjust{this->key(), {1}, {1}, 0, -99}), Reason::ok);
  EXPECT_EQ(this->apply(this->order(3, {{{1}, 2, 100, Shortage::backorder}}, 43)), Reason::ok);
  EXPECT_EQ(this->apply(this->order(4, {{{2}, 1, 100}}, 43)), Reason::cap_reached);
}

TYPED_TEST(CapScenario, OrdersAreCountedOncePerOrder) {
  DefineCap cap = this->two_each();
  cap.measure = CapMeasure::orders;
  ASSERT_EQ(this->apply(cap), Reason::ok);
  EXPECT_EQ(this->apply(this->order(1, {{{1}, 9, 100}, {{2}, 9, 100}})), Reason::ok);
  EXPECT_EQ(this->place(2, 9), Reason::ok);
  EXPECT_EQ(this->place(3, 1), Reason::cap_reached);
}

TYPED_TEST(CapScenario, WhatIsCancelledRejectedOrExpiredCanBeHadAgain) {
  ASSERT_EQ(this->apply(this->two_each()), Reason::ok);
  ASSERT_EQ(this->place(1, 2), Reason::ok);
  ASSERT_EQ(this->cancel(1), Reason::ok);
  ASSERT_EQ(this->place(2, 2), Reason::ok);
  this->now_ += 100;  // its payment window
  this->apply(SetRiskLimits{.command_key = this->key(), .review_value_min = 200});
  EXPECT_EQ(this->told(), "expired x2, defined");
  ASSERT_EQ(this->place(3, 2), Reason::ok);
  EXPECT_EQ(this->events_.back().type, EventType::in_review);
  EXPECT_EQ(this->place(4, 1), Reason::cap_reached) << "an order in review counts";
  ASSERT_EQ(this->apply(ReviewDecision{this->key(), {3, 0}, 1, ReviewOutcome::reject}), Reason::ok);
  EXPECT_EQ(this->place(5, 1), Reason::ok);
}

TYPED_TEST(CapScenario, EachWindowCountsByItself) {
  DefineCap cap = this->two_each();
  cap.window_ns = 10 * second;
  cap.origin = 3 * second;
  ASSERT_EQ(this->apply(cap), Reason::ok);
  // Windows begin at -7, 3, 13 s.
  ASSERT_EQ(this->place(1, 2), Reason::ok);
  ASSERT_EQ(this->place(2, 1), Reason::cap_reached);
  EXPECT_EQ(this->events_[0].time, 3 * second);
  ASSERT_EQ(this->apply(ConfirmPayment{this->key(), {1, 0}, 1}), Reason::ok);
  this->now_ = 3 * second - 1;
  EXPECT_EQ(this->place(3, 1), Reason::cap_reached);
  this->now_ = 3 * second;
  ASSERT_EQ(this->place(4, 2), Reason::ok);
  ASSERT_EQ(this->apply(ConfirmPayment{this->key(), {4, 0}, 1}), Reason::ok);
  // What goes back goes to the window that it came from.
  ASSERT_EQ(this->cancel(1), Reason::ok);
  EXPECT_EQ(this->place(5, 1), Reason::cap_reached);
  this->now_ = 13 * second;
  EXPECT_EQ(this->place(6, 2), Reason::ok);
}

TYPED_TEST(CapScenario, ASetThatChangesMeetsNewDebitsOnly) {
  ASSERT_EQ(this->apply(this->set("teapots", {{1}})), Reason::ok);
  DefineCap cap = this->two_each();
  cap.sku_set = {1};
  ASSERT_EQ(this->apply(cap), Reason::ok);
  EXPECT_EQ(this->apply(this->order(1, {{{1}, 2, 100}, {{2}, 9, 100}})), Reason::ok);
  ASSERT_EQ(this->apply(this->set("teapots", {{2}})), Reason::ok);
  EXPECT_EQ(this->place(2, 9), Reason::ok) << "the first SKU is no longer in it";
  EXPECT_EQ(this->apply(this->order(3, {{{2}, 1, 100}})), Reason::cap_reached)
      << "two stay counted";
  ASSERT_EQ(this->cancel(1), Reason::ok);
  EXPECT_EQ(this->apply(this->order(4, {{{2}, 2, 100}})), Reason::ok) << "and go back as they came";
}

TYPED_TEST(CapScenario, ACapKeepsWhatItCountsAndTakesHowMany) {
  ASSERT_EQ(this->apply(this->two_each()), Reason::ok);
  ASSERT_EQ(this->place(1, 2), Reason::ok);
  for (const int what : {0, 1, 2, 3, 4}) {
    DefineCap other = this->two_each();
    if (what == 0) other.measure = CapMeasure::orders;
    if (what == 1) other.per = TokenKind::card;
    if (what == 2) other.window_ns = second;
    if (what == 3) other.origin = 1;
    if (what == 4) other.sku_set = {1};
    EXPECT_EQ(this->apply(other), what == 4 ? Reason::sku_set_unknown : Reason::cap_conflict)
        << what;
  }
  DefineCap more = this->two_each();
  more.at_most = 3;
  ASSERT_EQ(this->apply(more), Reason::ok);
  EXPECT_EQ(this->place(2, 1), Reason::ok);
  more.command_key = this->key();
  more.at_most = 1;
  ASSERT_EQ(this->apply(more), Reason::ok);
  EXPECT_EQ(this->place(3, 1), Reason::cap_reached);
  EXPECT_EQ(this->events_[0].quantity, 0U);
  ASSERT_EQ(this->cancel(1), Reason::ok);
  EXPECT_EQ(this->place(4, 1), Reason::cap_reached) << "one of one";
  EXPECT_TRUE(this->sums().holds) << this->sums().fault;
}

TYPED_TEST(CapScenario, WithoutTheTokenNoCapIsMetUnlessItSaysSo) {
  ASSERT_EQ(this->apply(this->two_each()), Reason::ok);
  EXPECT_EQ(this->place(1, 9, 0), Reason::ok);
  DefineCap cap = this->two_each();
  cap.token_required = true;
  ASSERT_EQ(this->apply(cap), Reason::ok);
  EXPECT_EQ(this->place(2, 1, 0), Reason::token_required);
  EXPECT_EQ(this->told(), "refused N1 token_required");
  EXPECT_EQ(this->place(3, 1), Reason::ok);
  ASSERT_EQ(this->apply(this->import(4, 1, 0)), Reason::ok);
  EXPECT_EQ(this->told(),
            "imported x1, line_held N1 S1 x1, cap_exceeded N1 x1 token_required, "
            "ship_stop x1 token_required");
}

TYPED_TEST(CapScenario, ASaleMadeElsewhereIsRecordedAndWhatIsBeyondIsToldAndStopped) {
  ASSERT_EQ(this->apply(this->two_each()), Reason::ok);
  ASSERT_EQ(this->place(1, 1), Reason::ok);
  ASSERT_EQ(this->apply(this->import(2, 4)), Reason::ok);
  EXPECT_EQ(this->told(),
            "imported x1, line_held N1 S1 x4, cap_exceeded N1 x3 cap_reached, "
            "ship_stop x1 cap_reached");
  EXPECT_EQ(this->events_[2].amount, 1) << "the one that was left";
  EXPECT_EQ(this->place(3, 1), Reason::cap_reached);
  // Room that comes back is not taken by the excess.
  ASSERT_EQ(this->cancel(1), Reason::ok);
  EXPECT_EQ(this->place(4, 1), Reason::ok);
  ASSERT_EQ(this->cancel(2), Reason::ok);
  EXPECT_EQ(this->place(5, 1), Reason::ok);
  EXPECT_EQ(this->place(6, 1), Reason::cap_reached);
}

TYPED_TEST(CapScenario, TheFirstCapByIdRefusesAndTakesNothingOfTheOthers) {
  DefineCap cards = this->two_each();
  cards.code = *Code::from("cards");
  cards.per = TokenKind::card;
  ASSERT_EQ(this->apply(cards), Reason::ok);
  ASSERT_EQ(this->apply(this->two_each()), Reason::ok);
  ASSERT_EQ(this->place(1, 2), Reason::ok);
  Place place = this->order(2, {{{1}, 1, 100}});
  place.tokens.card = 7;
  EXPECT_EQ(this->apply(place), Reason::cap_reached);
  EXPECT_EQ(this->told(), "refused N2 cap_reached");
  place = this->order(3, {{{1}, 2, 100}}, 43);
  place.tokens.card = 7;
  EXPECT_EQ(this->apply(place), Reason::ok) << "the card has all its two";
}

// Expired with two; meanwhile the customer has bought one.
TYPED_TEST(CapScenario, AnOrderThatWasExpiredComesBackOnlyWithAllItsDebits) {
  ASSERT_EQ(this->apply(this->two_each()), Reason::ok);
  ASSERT_EQ(this->place(1, 2), Reason::ok);
  this->now_ += 100;
  ASSERT_EQ(this->place(2, 1), Reason::ok);
  EXPECT_EQ(this->told(), "expired x2, placed x1, line_held N1 S1 x1");
  ASSERT_EQ(this->apply(ConfirmPayment{this->key(), {1, 0}, 1'050}), Reason::ok);
  EXPECT_EQ(this->told(), "paid x2, refund_due cap_reached");
  ASSERT_EQ(this->place(3, 1), Reason::ok) << "and took nothing";
  ASSERT_EQ(this->cancel(2), Reason::ok);
  ASSERT_EQ(this->cancel(3), Reason::ok);
  ASSERT_EQ(this->place(4, 2), Reason::ok);
  this->now_ += 100;
  ASSERT_EQ(this->apply(ConfirmPayment{this->key(), {4, 0}, 1}), Reason::ok);
  EXPECT_EQ(this->told(), "expired x2, paid x2, retaken x1, line_allocated N1 S1 x2, allocated");
  EXPECT_EQ(this->place(5, 1), Reason::cap_reached);
  EXPECT_TRUE(this->sums().holds) << this->sums().fault;
}

// Expired in one window and taken again in another: it counts where it did.
TYPED_TEST(CapScenario, WhatComesBackCountsInTheWindowOfThen) {
  DefineCap cap = this->two_each();
  cap.window_ns = second;
  ASSERT_EQ(this->apply(cap), Reason::ok);
  ASSERT_EQ(this->place(1, 2), Reason::ok);
  this->now_ += second;
  ASSERT_EQ(this->place(2, 2), Reason::ok);
  ASSERT_EQ(this->apply(ConfirmPayment{this->key(), {1, 0}, 1}), Reason::ok);
  EXPECT_EQ(this->told(), "paid x2, retaken x1, line_allocated N1 S1 x2, allocated");
}

}  // namespace
}  // namespace allot::oracle
