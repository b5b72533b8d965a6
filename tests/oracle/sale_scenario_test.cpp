// Sales that were made elsewhere, in whatever state they are and whenever they were made
// (docs/rules.md §5 and §7). What is expected was written by hand from the rules; the naive engine
// and the engine must both give it.
#include "generator/ranges.hpp"
#include "scenario.hpp"

namespace allot::oracle {
namespace {

using ranges::second;

// Payment windows are 100 ns.
template <class Side>
class Sale : public Scenario<Side> {
 protected:
  Import sale(std::uint64_t order_key, ImportState state, std::uint32_t quantity = 1) {
    const Place place = this->order(order_key, {{{1}, quantity, 100}});
    Import import;
    import.command_key = place.command_key;
    import.order_key = place.order_key;
    import.channel = place.channel;
    import.zone = place.zone;
    import.lines = place.lines;
    import.state = state;
    return import;
  }
  Reason record(const Import& import) { return this->apply(import); }
  Reason pay(std::uint64_t order_key) {
    return this->apply(ConfirmPayment{this->key(), {order_key, 0}, this->now_});
  }
  void wait(std::int64_t ns) {
    this->now_ += ns;
    this->apply(Tick{});
  }
};
TYPED_TEST_SUITE(Sale, Sides);

TYPED_TEST(Sale, UnpaidIsHeldUntilItsDeadline) {
  this->receive(1, 1, 5);
  Import import = this->sale(1, ImportState::unpaid, 2);
  import.pay_by = 1'500;
  ASSERT_EQ(this->record(import), Reason::ok);
  EXPECT_EQ(this->told(), "imported x1, line_held N1 S1 x2");
  EXPECT_EQ(this->events_[0].time, 1'500);
  EXPECT_EQ(this->events_[0].flags, EventFlags::to_be_paid);
  this->wait(499);
  EXPECT_EQ(this->told(), "ticked");
  this->wait(1);
  EXPECT_EQ(this->told(), "expired x2, ticked");
}

TYPED_TEST(Sale, UnpaidWithoutADeadlineHasTheChannels) {
  this->receive(1, 1, 5);
  DefineChannel channel = this->channel();
  channel.remind_before_ns = 40;
  ASSERT_EQ(this->apply(channel), Reason::ok);
  ASSERT_EQ(this->record(this->sale(1, ImportState::unpaid)), Reason::ok);
  EXPECT_EQ(this->events_[0].time, 1'100);
  this->wait(60);
  EXPECT_EQ(this->told(), "reminder, ticked");
  ASSERT_EQ(this->pay(1), Reason::ok);
  EXPECT_EQ(this->told(), "paid x2, allocated");
}

TYPED_TEST(Sale, UnpaidThatExpiredIsTakenAgainWhenItIsPaid) {
  this->receive(1, 1, 5);
  ASSERT_EQ(this->record(this->sale(1, ImportState::unpaid)), Reason::ok);
  this->wait(100);
  ASSERT_EQ(this->pay(1), Reason::ok);
  EXPECT_EQ(this->told(), "paid x2 paid_too_late, retaken x1, line_allocated N1 S1 x1, allocated");
}

TYPED_TEST(Sale, AStopSurvivesTheReturnOfAnExpiredSale) {
  this->receive(1, 1, 5);
  ASSERT_EQ(this->apply(SetRiskLimits{.command_key = this->key(), .line_quantity_max = 1}),
            Reason::ok);
  ASSERT_EQ(this->record(this->sale(1, ImportState::unpaid, 2)), Reason::ok);
  EXPECT_EQ(this->told(), "imported x1, line_held N1 S1 x2, ship_stop x1 line_quantity_exceeded");
  this->wait(100);
  EXPECT_EQ(this->told(), "expired x2, ticked");
  ASSERT_EQ(this->pay(1), Reason::ok);
  EXPECT_EQ(this->told(), "paid x2 paid_too_late, retaken x1, line_held N1 S1 x2, ship_stop x2");
  this->wait(1'000'000);  // a stop has no deadline
  EXPECT_EQ(this->told(), "ticked");
  EXPECT_EQ(this->apply(ReviewDecision{this->key(), {1, 0}, 2, ReviewOutcome::approve}),
            Reason::ok);
  EXPECT_EQ(this->told(), "review_approved x3, allocated");
}

// A review pauses the window of what a shop sold itself; a stop of a sale may last for ever.
TYPED_TEST(Sale, AStopDoesNotPauseTheWindow) {
  this->receive(1, 1, 5);
  DefineChannel channel = this->channel();
  channel.review_pauses_payment = true;
  ASSERT_EQ(this->apply(channel), Reason::ok);
  ASSERT_EQ(this->apply(SetRiskLimits{.command_key = this->key(), .line_quantity_max = 1}),
            Reason::ok);
  ASSERT_EQ(this->record(this->sale(1, ImportState::unpaid, 2)), Reason::ok);
  EXPECT_EQ(this->events_[0].time, 1'100);
}

TYPED_TEST(Sale, OnDeliveryIsFirmAndNotPaid) {
  this->receive(1, 1, 5);
  ASSERT_EQ(this->record(this->sale(1, ImportState::on_delivery)), Reason::ok);
  EXPECT_EQ(this->told(), "imported x1, line_allocated N1 S1 x1, allocated");
  EXPECT_EQ(this->events_[0].flags, EventFlags::to_be_paid);
  ASSERT_EQ(this->apply(Cancel{this->key(), {1, 0}}), Reason::ok);
  EXPECT_EQ(this->told(), "cancelled x1") << "nothing is to be refunded";
}

TYPED_TEST(Sale, WhatOthersShipTakesNothingAndIsKnown) {
  this->receive(1, 1, 5);
  Import import = this->sale(1, ImportState::elsewhere, 3);
  import.sold_at = 700;
  ASSERT_EQ(this->record(import), Reason::ok);
  EXPECT_EQ(this->told(), "shipped_elsewhere x3");
  EXPECT_EQ(this->events_[0].amount, 300);
  EXPECT_EQ(this->events_[0].time, 700);
  EXPECT_EQ(this->sums().available, 5U);
  EXPECT_EQ(this->record(this->sale(1, ImportState::paid)), Reason::order_exists);
  EXPECT_EQ(this->apply(Cancel{this->key(), {1, 0}}), Reason::order_ended);
  ASSERT_EQ(this->pay(1), Reason::ok);
  EXPECT_EQ(this->told(), "paid x1 already_paid");
}

// What somebody else ships cannot be stopped, and is no debit of a cap for now.
TYPED_TEST(Sale, WhatOthersShipIsNeitherJudgedNorCapped) {
  ASSERT_EQ(this->apply(SetRiskLimits{.command_key = this->key(), .line_quantity_max = 1}),
            Reason::ok);
  DefineCap cap;
  cap.command_key = this->key();
  cap.code = *Code::from("one");
  cap.at_most = 1;
  ASSERT_EQ(this->apply(cap), Reason::ok);
  Import import = this->sale(1, ImportState::elsewhere, 3);
  import.tokens.customer = 7;
  ASSERT_EQ(this->record(import), Reason::ok);
  EXPECT_EQ(this->told(), "shipped_elsewhere x3");
  Place place = this->order(2, {{{1}, 1, 100}});
  place.tokens.customer = 7;
  place.shortage = Shortage::backorder;
  EXPECT_EQ(this->apply(place), Reason::ok);
}

// What a sale was beyond a cap it is again when it comes back, and nobody is asked for room.
TYPED_TEST(Sale, WhatWasBeyondACapComesBackBeyondIt) {
  this->receive(1, 1, 9);
  DefineCap cap;
  cap.command_key = this->key();
  cap.code = *Code::from("two");
  cap.at_most = 2;
  ASSERT_EQ(this->apply(cap), Reason::ok);
  for (const std::uint64_t order : {1U, 2U}) {  // 2 of 3 and none of 1 are within it
    Import import = this->sale(order, ImportState::unpaid, order == 1 ? 3 : 1);
    import.tokens.customer = 7;
    ASSERT_EQ(this->record(import), Reason::ok);
  }
  this->wait(100);
  EXPECT_EQ(this->told(), "expired x3, expired x1, ticked");
  for (const std::uint64_t order : {2U, 1U}) {
    ASSERT_EQ(this->pay(order), Reason::ok);
    EXPECT_EQ(this->events_.at(1).type, EventType::retaken) << order;
  }
  Place place = this->order(3, {{{1}, 1, 100}});
  place.tokens.customer = 7;
  EXPECT_EQ(this->apply(place), Reason::cap_reached) << "its two are taken again";
  ASSERT_EQ(this->apply(Cancel{this->key(), {1, 0}}), Reason::ok);
  place.command_key = this->key();
  EXPECT_EQ(this->apply(place), Reason::ok) << "and back";
}

TYPED_TEST(Sale, WaitsAtTheRankOfWhenItWasMade) {
  this->now_ = 10 * second;
  Place place = this->order(1, {{{1}, 1, 100}});
  place.shortage = Shortage::backorder;
  ASSERT_EQ(this->apply(place), Reason::ok);
  Import late = this->sale(2, ImportState::paid);
  late.sold_at = 11 * second;  // counts as now
  ASSERT_EQ(this->record(late), Reason::ok);
  Import early = this->sale(3, ImportState::paid);
  early.sold_at = 9 * second;
  ASSERT_EQ(this->record(early), Reason::ok);
  Import same = this->sale(4, ImportState::paid);
  same.sold_at = 9 * second + 1;  // in the same second, so that the sequence tells
  ASSERT_EQ(this->record(same), Reason::ok);
  std::vector<std::uint64_t> served;
  for (int units = 0; units < 4; ++units) {
    this->receive(1, 1, 1);
    this->apply(Advance{});
    for (const Event& event : this->events_) {
      if (event.sku != 0) served.push_back(event.order_key.low);
    }
  }
  EXPECT_EQ(served, (std::vector<std::uint64_t>{3, 4, 1, 2}));
}

// A gift is no wrong price, in a sale that was made and in an order that is placed.
TYPED_TEST(Sale, AGiftBreaksNoPriceBand) {
  this->receive(1, 1, 9);
  this->receive(2, 1, 9);
  ASSERT_EQ(this->apply(SetRiskLimits{.command_key = this->key(), .price_low_bp = 9'000}),
            Reason::ok);
  EXPECT_EQ(this->apply(this->order(1, {{{1}, 1, 100}, {{2}, 1, 0}})), Reason::ok);
  EXPECT_EQ(this->apply(this->order(2, {{{1}, 1, 1}})), Reason::price_out_of_band);
  const Place gift = this->order(3, {{{2}, 1, 0}});
  Import import = this->sale(4, ImportState::paid);
  import.lines = gift.lines;
  ASSERT_EQ(this->record(import), Reason::ok);
  EXPECT_EQ(this->told(), "imported x1, line_allocated N1 S2 x1, allocated");
}

TYPED_TEST(Sale, SaysOfItsStateOnlyWhatCanBe) {
  Import import = this->sale(1, ImportState::paid);
  import.pay_by = 2'000;
  EXPECT_EQ(this->record(import), Reason::field_out_of_range) << "only an unpaid one has a window";
  import = this->sale(1, ImportState::unpaid);
  import.pay_by = 4'000'000'000'000'000'001;
  EXPECT_EQ(this->record(import), Reason::field_out_of_range);
  import.pay_by = -1;
  import.command_key = this->key();
  EXPECT_EQ(this->record(import), Reason::field_out_of_range);
  import = this->sale(1, static_cast<ImportState>(4));
  EXPECT_EQ(this->record(import), Reason::field_out_of_range);
  import = this->sale(1, ImportState::paid);
  import.sold_at = -1;
  EXPECT_EQ(this->record(import), Reason::field_out_of_range);
}

template <class Side>
class SaleAsItWas : public Scenario<Side> {
 protected:
  SaleAsItWas() : Scenario<Side>(small_limits(), Semantics(2)) {}
};
TYPED_TEST_SUITE(SaleAsItWas, Sides);

TYPED_TEST(SaleAsItWas, AGiftWasAWrongPrice) {
  ASSERT_EQ(this->apply(SetRiskLimits{.command_key = this->key(), .price_low_bp = 9'000}),
            Reason::ok);
  EXPECT_EQ(this->apply(this->order(1, {{{1}, 1, 0}})), Reason::price_out_of_band);
}

}  // namespace
}  // namespace allot::oracle
