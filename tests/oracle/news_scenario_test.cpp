// News that is heard before its order (docs/rules.md §7, News). What is expected was written by
// hand from the rules; the naive engine and the engine must both give it.
#include <algorithm>

#include "generator/ranges.hpp"
#include "scenario.hpp"

namespace allot::oracle {
namespace {

using ranges::second;

Limits news_of_three_orders() {
  Limits limits = small_limits();
  limits.news_max = 200;
  limits.news_ttl_ns = 100 * second;
  return limits;
}

Limits three_news() {
  Limits limits = small_limits();
  limits.news_max = 3;
  limits.news_ttl_ns = 100 * second;
  return limits;
}

template <class Side>
class News : public Scenario<Side> {
 protected:
  explicit News(Semantics semantics = {}, const Limits& limits = three_news())
      : Scenario<Side>(limits, semantics) {}

  void SetUp() override {
    Scenario<Side>::SetUp();
    this->receive(1, 1, 5);
    this->now_ = 50 * second;
  }
  std::string pay(std::uint64_t order_key, TimeNs paid_at = 40 * second) {
    EXPECT_EQ(this->apply(ConfirmPayment{this->key(), {order_key, 0}, paid_at}), Reason::ok);
    return this->told();
  }
  std::string cancel(std::uint64_t order_key) {
    EXPECT_EQ(this->apply(Cancel{this->key(), {order_key, 0}}), Reason::ok);
    return this->told();
  }
  std::string place(std::uint64_t order_key, std::uint32_t quantity = 2) {
    this->now_ += second;
    this->apply(this->order(order_key, {{{1}, quantity, 100}}));
    return this->told();
  }
  std::string sell(std::uint64_t order_key) {
    const Place like = this->order(order_key, {{{1}, 2, 100}});
    Import import;
    import.command_key = this->key();
    import.order_key = like.order_key;
    import.channel = like.channel;
    import.zone = like.zone;
    import.lines = like.lines;
    this->apply(import);
    return this->told();
  }
  std::string wait(TimeNs time) {
    this->now_ += time;
    this->apply(Tick{});
    return this->told();
  }
};
TYPED_TEST_SUITE(News, Sides);

// Its time lies before the second of the placing; no other order had the key when it was heard.
TYPED_TEST(News, APaymentWaitsForItsOrderAndPaysIt) {
  EXPECT_EQ(this->pay(1), "news_kept x63");
  EXPECT_EQ(this->events_[0].amount, 40 * second);
  EXPECT_EQ(this->events_[0].time, 150 * second);
  EXPECT_EQ(this->place(1), "placed x1, line_held N1 S1 x2, paid x2, allocated");
  EXPECT_EQ(this->sums().allocated, 2U);
  EXPECT_EQ(this->wait(200 * second), "ticked") << "it neither expires nor is unclaimed";
}

TYPED_TEST(News, ACancellationWaitsForASaleThatWasImported) {
  EXPECT_EQ(this->cancel(1), "news_kept x62");
  EXPECT_EQ(this->sell(1),
            "imported x1, line_allocated N1 S1 x2, allocated, cancelled x2, refund_due");
  EXPECT_EQ(this->sums().available, 5U);
}

TYPED_TEST(News, BothAreDoneInTheOrderInWhichTheyWereHeard) {
  this->pay(1);
  this->cancel(1);
  EXPECT_EQ(this->place(1),
            "placed x1, line_held N1 S1 x2, paid x2, allocated, cancelled x2, refund_due");
  this->cancel(2);
  this->pay(2);
  EXPECT_EQ(this->place(2), "placed x1, line_held N1 S1 x2, cancelled x2, paid x2, refund_due");
}

TYPED_TEST(News, ASecondOfItsKindIsToldAndNotKept) {
  this->pay(1, 40 * second);
  this->now_ += second;
  EXPECT_EQ(this->pay(1, 41 * second), "news_kept x63 news_known");
  EXPECT_EQ(this->events_[0].amount, 41 * second);
  EXPECT_EQ(this->events_[0].time, 150 * second) << "when the first has waited";
  this->place(1);
  EXPECT_EQ(this->events_[2].time, 40 * second);
}

TYPED_TEST(News, ItStaysWhereTheOrderIsRefused) {
  this->pay(1);
  EXPECT_EQ(this->place(1, 6), "refused S1 stock_insufficient");
  EXPECT_EQ(this->place(1), "placed x1, line_held N1 S1 x2, paid x2, allocated");
}

TYPED_TEST(News, NoMoreIsTakenWhenAllPlacesAreInUse) {
  this->pay(1);
  this->cancel(1);
  this->pay(2);
  EXPECT_EQ(this->apply(Cancel{this->key(), {2, 0}}), Reason::news_full);
  EXPECT_EQ(this->pay(2), "news_kept x63 news_known");
  this->place(1);
  EXPECT_EQ(this->cancel(2), "news_kept x62") << "two places are free again";
}

TYPED_TEST(News, WhatWaitedInVainIsTold) {
  this->pay(1);
  this->cancel(1);
  EXPECT_EQ(this->wait(100 * second - 1), "ticked");
  EXPECT_EQ(this->wait(1), "news_unclaimed x63, news_unclaimed x62, ticked");
  EXPECT_EQ(this->events_[0].order_key.low, 1U);
  EXPECT_EQ(this->events_[0].time, 40 * second);
  EXPECT_EQ(this->events_[1].time, 0);
  EXPECT_EQ(this->place(1), "placed x1, line_held N1 S1 x2") << "nothing is known of it any more";
}

// A due time decides at once, swept or not; work_units is 64, of which the timers of others take
// none.
TYPED_TEST(News, WhoseTimeIsUpFindsNoOrder) {
  this->pay(1);
  this->now_ += 100 * second;
  EXPECT_EQ(this->sell(1), "news_unclaimed x63, imported x1, line_allocated N1 S1 x2, allocated");
}

TYPED_TEST(News, TimersOfOrdersAndNewsRunByTime) {
  this->now_ = 150 * second - 101;
  this->apply(this->order(7, {{{1}, 1, 100}}));  // due at 150 s - 1 ns
  this->now_ = 50 * second + 150 * second;
  EXPECT_EQ(this->pay(1, 60 * second), "expired x1, news_kept x63");
}

// What else is said of orders that nobody knows can change nothing when they come.
TYPED_TEST(News, OtherFactsAreOfNoUse) {
  EXPECT_EQ(this->apply(PaymentPending{this->key(), {1, 0}}), Reason::order_unknown);
  EXPECT_EQ(this->apply(FailPayment{this->key(), {1, 0}}), Reason::order_unknown);
}

template <class Side>
class MuchNews : public News<Side> {
 protected:
  MuchNews() : News<Side>({}, news_of_three_orders()) {}

  Reason ship(std::uint64_t order_key) {
    Ship fact;
    fact.command_key = this->key();
    fact.order_key = {order_key, 0};
    fact.sku = SkuId{1};
    fact.node = NodeId{1};
    fact.quantity = 1;
    return this->apply(fact);
  }
};
TYPED_TEST_SUITE(MuchNews, Sides);

// One step does all that waits for an order: with no end to it, the events of that step had none.
TYPED_TEST(MuchNews, OneOrderHasThirtyTwoPlaces) {
  for (int parcel = 0; parcel < 31; ++parcel) ASSERT_EQ(this->ship(1), Reason::ok) << parcel;
  EXPECT_EQ(this->pay(1), "news_kept x63");
  EXPECT_EQ(this->ship(1), Reason::news_full);
  EXPECT_EQ(this->pay(1), "news_kept x63 news_known") << "it takes no place";
  EXPECT_EQ(this->ship(2), Reason::ok) << "others have their own";
  this->place(1);
  const auto told = [this](EventType type) {
    return std::ranges::count_if(this->events_, [type](const Event& e) { return e.type == type; });
  };
  EXPECT_EQ(told(EventType::line_shipped), 2) << "as many units as were ordered";
  EXPECT_EQ(told(EventType::paid), 1);
  for (int parcel = 0; parcel < 32; ++parcel) ASSERT_EQ(this->ship(3), Reason::ok) << parcel;
  EXPECT_EQ(this->ship(3), Reason::news_full);
}

template <class Side>
class NewsByOldRules : public News<Side> {
 protected:
  NewsByOldRules() : News<Side>(Semantics{2}) {}
};
TYPED_TEST_SUITE(NewsByOldRules, Sides);

TYPED_TEST(NewsByOldRules, TheOrderIsUnknown) {
  EXPECT_EQ(this->apply(Cancel{this->key(), {1, 0}}), Reason::order_unknown);
  EXPECT_EQ(this->apply(ConfirmPayment{this->key(), {1, 0}, second}), Reason::order_unknown);
  EXPECT_EQ(this->place(1), "placed x1, line_held N1 S1 x2");
}

}  // namespace
}  // namespace allot::oracle
