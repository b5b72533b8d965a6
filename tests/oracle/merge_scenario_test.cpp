// Orders that went into others (docs/rules.md §27): how many are one, and how far what is told of
// them is followed. What is expected was written by hand from the rules; the naive engine and the
// engine must both give it.
#include "generator/ranges.hpp"
#include "scenario.hpp"

namespace allot::oracle {
namespace {

using ranges::second;

Limits for_many(std::uint32_t closed, std::uint32_t stubs) {
  Limits limits = small_limits();
  limits.orders_max = 100;
  limits.closed_orders_max = closed;
  limits.stubs_max = stubs;
  limits.stub_ttl_ns = second;
  limits.command_keys_max = 512;
  return limits;
}

// Every order is of one unit at 100. What is merged is one line.
template <class Side>
class Merged : public Scenario<Side> {
 protected:
  explicit Merged(const Limits& limits = for_many(100, 100)) : Scenario<Side>(limits) {}

  void SetUp() override {
    Scenario<Side>::SetUp();
    this->receive(1, 1, 200);
    this->now_ = 5 * second;
    DefineChannel channel = this->channel();
    channel.hold_ttl_ns = 1'000 * second;
    this->apply(channel);
  }
  void place(std::uint64_t order_key) {
    ASSERT_EQ(this->apply(this->order(order_key, {{{1}, 1, 100}})), Reason::ok);
  }
  Reason merge(std::uint64_t stays, std::uint64_t goes) {
    Merge merge;
    merge.command_key = this->key();
    merge.order_key = {stays, 0};
    merge.other_key = {goes, 0};
    return this->apply(merge);
  }
  Reason confirm(std::uint64_t order_key) {
    return this->apply(ConfirmPayment{this->key(), {order_key, 0}, this->now_});
  }
  Reason cancel(std::uint64_t order_key) {
    return this->apply(Cancel{this->key(), {order_key, 0}});
  }
  Reason pay(std::uint64_t order_key, std::uint64_t payment, MoneyMinor amount) {
    RecordPayment paid;
    paid.command_key = this->key();
    paid.order_key = {order_key, 0};
    paid.payment_key = {payment, 0};
    paid.amount = amount;
    paid.kind = PaymentKind::captured;
    return this->apply(paid);
  }
};
TYPED_TEST_SUITE(Merged, Sides);

// Each goes into the one that is placed next, so that the way of the first is as long as any.
TYPED_TEST(Merged, SixtyFourGoIntoOneAndTheFirstIsFollowedToIt) {
  this->place(1);
  for (std::uint64_t order = 2; order <= 65; ++order) {
    this->place(order);
    ASSERT_EQ(this->merge(order, order - 1), Reason::ok) << order;
  }
  this->place(66);
  EXPECT_EQ(this->merge(66, 65), Reason::too_many_orders);
  EXPECT_EQ(this->merge(65, 66), Reason::too_many_orders);
  EXPECT_EQ(this->confirm(1), Reason::ok);
  ASSERT_EQ(this->told(), "captured, balance");
  EXPECT_EQ(this->events_[0].order_key, (OrderKey{65, 0}));
  EXPECT_EQ(this->events_[0].amount, 100);
  EXPECT_EQ(this->events_[1].amount, 6'400) << "of 65 orders one is paid";
  EXPECT_EQ(this->confirm(64), Reason::ok);
  EXPECT_EQ(this->events_[0].amount, 6'300) << "but for what came in by way of it";
  EXPECT_EQ(this->confirm(2), Reason::ok);
  EXPECT_EQ(this->told(), "captured already_paid");
  EXPECT_EQ(this->confirm(65), Reason::ok);
  EXPECT_EQ(this->told(), "paid x3, allocated, balance");
}

// All that went into one of both are counted, also those that are known no more.
TYPED_TEST(Merged, ThoseThatWentIntoBothAreCounted) {
  for (std::uint64_t order = 1; order <= 33; ++order) this->place(order);
  for (std::uint64_t order = 2; order <= 33; ++order) {
    ASSERT_EQ(this->merge(1, order), Reason::ok) << order;
  }
  for (std::uint64_t order = 41; order <= 73; ++order) this->place(order);
  for (std::uint64_t order = 42; order <= 73; ++order) {
    ASSERT_EQ(this->merge(41, order), Reason::ok) << order;
  }
  EXPECT_EQ(this->merge(41, 1), Reason::too_many_orders) << "32 and 32, and one of both";
  this->place(80);
  EXPECT_EQ(this->merge(80, 1), Reason::ok);
}

template <class Side>
class MergedAndForgotten : public Merged<Side> {
 protected:
  MergedAndForgotten() : Merged<Side>(for_many(1, 3)) {}
};
TYPED_TEST_SUITE(MergedAndForgotten, Sides);

// The order that stays is forgotten after the one that went: first as one that is known whole.
TYPED_TEST(MergedAndForgotten, MoneyForWhatIsForgottenIsDueBackOnce) {
  for (std::uint64_t order = 1; order <= 3; ++order) this->place(order);
  ASSERT_EQ(this->merge(1, 2), Reason::ok);
  ASSERT_EQ(this->cancel(1), Reason::ok);  // which makes 2 a stub
  ASSERT_EQ(this->cancel(3), Reason::ok);  // and 1
  EXPECT_EQ(this->confirm(2), Reason::ok);
  ASSERT_EQ(this->told(), "captured order_forgotten, refund_due order_forgotten");
  EXPECT_EQ(this->events_[0].order_key, (OrderKey{1, 0}));
  EXPECT_EQ(this->events_[1].amount, 100) << "what was asked of the one that went";
  EXPECT_EQ(this->confirm(2), Reason::ok);
  EXPECT_EQ(this->told(), "payment_unassigned already_paid");
  EXPECT_EQ(this->pay(2, 9, 50), Reason::ok);
  EXPECT_EQ(this->told(), "captured order_forgotten, refund_due order_forgotten");
  EXPECT_EQ(this->pay(1, 9, 50), Reason::ok);
  EXPECT_EQ(this->told(), "captured payment_known") << "it is one payment under either key";
  EXPECT_EQ(this->cancel(2), Reason::order_merged);
}

TYPED_TEST(MergedAndForgotten, ItsKeyIsFreeWhenItsStubIsForgotten) {
  for (std::uint64_t order = 1; order <= 6; ++order) this->place(order);
  ASSERT_EQ(this->merge(1, 2), Reason::ok);
  EXPECT_EQ(this->apply(this->order(2, {{{1}, 1, 100}})), Reason::order_exists);
  for (std::uint64_t order = 3; order <= 6; ++order) ASSERT_EQ(this->cancel(order), Reason::ok);
  EXPECT_EQ(this->cancel(2), Reason::ok) << "kept as news of an order that nobody knows";
  EXPECT_EQ(this->told(), "news_kept x62");
  this->place(2);
  EXPECT_EQ(this->confirm(1), Reason::ok);
  EXPECT_EQ(this->told(), "paid x3, allocated") << "the other is what it was";
}

}  // namespace
}  // namespace allot::oracle
