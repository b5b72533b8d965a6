// What a shopper holds herself is taken over by her next attempt (docs/rules.md §25). What is
// expected was written by hand from the rules; the naive engine and the engine must both give it.
#include "generator/ranges.hpp"
#include "scenario.hpp"

namespace allot::oracle {
namespace {

using ranges::second;

template <class Side>
class OwnHoldScenario : public Scenario<Side> {
 protected:
  void SetUp() override {
    this->now_ = 0;
    Scenario<Side>::SetUp();
    DefineChannel channel = this->channel();
    channel.hold_ttl_ns = channel.review_ttl_ns = 100 * second;
    channel.own_hold = OwnHold::taken_over;
    channel.own_hold_per = TokenKind::customer;
    channel.own_hold_ttl_ns = 100 * second;
    ASSERT_EQ(this->apply(channel), Reason::ok);
  }
  void ask_for(std::uint32_t units, std::uint64_t order_key, Token customer) {
    Place place = this->order(order_key, {{{1}, units, 100}});
    place.tokens.customer = customer;
    place.shortage = Shortage::backorder;
    ASSERT_EQ(this->apply(place), Reason::ok);
  }
};
TYPED_TEST_SUITE(OwnHoldScenario, Sides);

// The first instant of 1970 is a time like any other.
TYPED_TEST(OwnHoldScenario, AnAttemptWaitsInThePlaceOfOneFromTheFirstInstant) {
  this->receive(1, 1, 1);
  this->ask_for(2, 1, 7);
  this->now_ = 2 * second;
  this->ask_for(1, 2, 8);
  this->now_ = 3 * second;
  this->ask_for(2, 3, 7);
  EXPECT_EQ(this->told(), "taken_over x1, placed x1, line_held N1 S1 x1, line_waiting S1 x1");
  this->receive(1, 1, 1);
  this->apply(Advance{});
  ASSERT_FALSE(this->events_.empty());
  EXPECT_EQ(this->events_[0].order_key, (OrderKey{3, 0}));
}

}  // namespace
}  // namespace allot::oracle
