// Orders that are no longer known whole: what their stubs say (docs/rules.md §7). What is expected
// was written by hand from the rules; the naive engine and the engine must both give it.
#include "generator/ranges.hpp"
#include "scenario.hpp"

namespace allot::oracle {
namespace {

using ranges::second;

Limits two_stubs() {
  Limits limits = small_limits();
  limits.closed_orders_max = 1;
  limits.stubs_max = 2;
  limits.stub_ttl_ns = 60 * second;
  return limits;
}

// One closed order is known, and two stubs.
template <class Side>
class Forgotten : public Scenario<Side> {
 protected:
  explicit Forgotten(Semantics semantics = {}) : Scenario<Side>(two_stubs(), semantics) {}

  void SetUp() override {
    Scenario<Side>::SetUp();
    this->receive(1, 1, 10);
    this->now_ = 5 * second;
  }
  void place(std::uint64_t order_key) {
    ASSERT_EQ(this->apply(this->order(order_key, {{{1}, 2, 100}})), Reason::ok);
    placed_ = this->answer_.sequence;
  }
  void cancel(std::uint64_t order_key) {
    ASSERT_EQ(this->apply(Cancel{this->key(), {order_key, 0}}), Reason::ok);
  }
  // So that the closed one before it is forgotten.
  void place_and_cancel(std::uint64_t order_key) {
    place(order_key);
    cancel(order_key);
  }
  std::string pay(std::uint64_t order_key, TimeNs paid_at) {
    EXPECT_EQ(this->apply(ConfirmPayment{this->key(), {order_key, 0}, paid_at}), Reason::ok);
    return this->told();
  }
  Import sale(std::uint64_t order_key) {
    const Place like = this->order(order_key, {{{1}, 2, 100}});
    Import import;
    import.command_key = this->key();
    import.order_key = like.order_key;
    import.channel = like.channel;
    import.zone = like.zone;
    import.lines = like.lines;
    return import;
  }

  Sequence placed_{};
};
TYPED_TEST_SUITE(Forgotten, Sides);

TYPED_TEST(Forgotten, ItsPaymentIsToldAndDueBack) {
  this->place(1);
  const Sequence placed = this->placed_;
  this->now_ += second;
  this->place(2);
  EXPECT_EQ(this->told(), "expired x2, placed x1, line_held N1 S1 x2");
  this->cancel(2);  // which makes order 1 a stub
  EXPECT_EQ(this->pay(1, 5 * second),
            "payment_unassigned order_forgotten, refund_due order_forgotten");
  EXPECT_EQ(this->events_[0].amount, static_cast<std::int64_t>(placed));
  EXPECT_EQ(this->events_[0].time, 5 * second);
  EXPECT_EQ(this->events_[1].amount, 200);
  EXPECT_EQ(this->sums().held, 0U) << "it is not taken again";
  EXPECT_EQ(this->pay(1, 5 * second), "payment_unassigned already_paid") << "due back once";
}

// It was due back when it was cancelled.
TYPED_TEST(Forgotten, WhatWasPaidBeforeItEndedIsNotDueAgain) {
  this->place(1);
  EXPECT_EQ(this->pay(1, 5 * second), "paid x2, allocated");
  this->cancel(1);
  EXPECT_EQ(this->told(), "cancelled x2, refund_due");
  this->place_and_cancel(2);
  EXPECT_EQ(this->pay(1, 5 * second), "payment_unassigned already_paid");
}

TYPED_TEST(Forgotten, APaymentFromBeforeItWasPlacedIsNotItsOwn) {
  this->place_and_cancel(1);
  this->place_and_cancel(2);
  EXPECT_EQ(this->pay(1, 4 * second), "payment_unassigned paid_before_placed");
  EXPECT_EQ(this->pay(1, 5 * second),
            "payment_unassigned order_forgotten, refund_due order_forgotten");
}

TYPED_TEST(Forgotten, WhateverElseIsSaidOfItChangesNothing) {
  this->place_and_cancel(1);
  this->place_and_cancel(2);
  EXPECT_EQ(this->apply(Cancel{this->key(), {1, 0}}), Reason::order_ended);
  EXPECT_EQ(this->apply(PaymentPending{this->key(), {1, 0}}), Reason::order_ended);
  EXPECT_EQ(this->apply(FailPayment{this->key(), {1, 0}}), Reason::order_ended);
  EXPECT_EQ(this->apply(ReviewDecision{this->key(), {1, 0}, 1, ReviewOutcome::approve}),
            Reason::order_ended);
}

// A marketplace tells all of its orders once more.
TYPED_TEST(Forgotten, ItIsNotSoldTwice) {
  this->place_and_cancel(1);
  this->place_and_cancel(2);
  EXPECT_EQ(this->apply(this->sale(1)), Reason::order_exists);
  EXPECT_EQ(this->apply(this->order(1, {{{1}, 2, 100}})), Reason::order_exists);
  EXPECT_EQ(this->sums().available, 10U);
}

TYPED_TEST(Forgotten, TheOldestStubGoesWhenAllAreInUse) {
  for (std::uint64_t key = 1; key <= 4; ++key) this->place_and_cancel(key);
  EXPECT_EQ(this->apply(this->order(2, {{{1}, 2, 100}})), Reason::order_exists);
  EXPECT_EQ(this->apply(this->order(3, {{{1}, 2, 100}})), Reason::order_exists);
  EXPECT_EQ(this->apply(this->order(1, {{{1}, 2, 100}})), Reason::ok);
}

TYPED_TEST(Forgotten, StubsStayForTheirTimeAndGoWithThoseThatComeAfter) {
  this->place_and_cancel(1);
  this->place_and_cancel(2);
  this->now_ += 60 * second - 1;
  this->place_and_cancel(3);
  EXPECT_EQ(this->apply(this->order(1, {{{1}, 2, 100}})), Reason::order_exists);
  this->now_ += 1;
  EXPECT_EQ(this->apply(this->order(1, {{{1}, 2, 100}})), Reason::order_exists)
      << "nobody has needed its place";
  this->place_and_cancel(4);
  EXPECT_EQ(this->apply(this->order(1, {{{1}, 2, 100}})), Reason::ok);
  EXPECT_EQ(this->apply(this->order(2, {{{1}, 2, 100}})), Reason::order_exists);
}

template <class Side>
class ForgottenByOldRules : public Forgotten<Side> {
 protected:
  ForgottenByOldRules() : Forgotten<Side>(Semantics{2}) {}
};
TYPED_TEST_SUITE(ForgottenByOldRules, Sides);

TYPED_TEST(ForgottenByOldRules, NothingIsKnownOfIt) {
  this->place_and_cancel(1);
  this->place_and_cancel(2);
  EXPECT_EQ(this->apply(Cancel{this->key(), {1, 0}}), Reason::order_unknown);
  EXPECT_EQ(this->apply(ConfirmPayment{this->key(), {1, 0}, 5 * second}), Reason::order_unknown);
  EXPECT_EQ(this->apply(this->order(1, {{{1}, 2, 100}})), Reason::ok);
}

}  // namespace
}  // namespace allot::oracle
