// Who loses what cannot be had, when something else happens between two slices of the work
// (docs/rules.md §9, lose). What is expected was written by hand from the rules; the naive engine
// and the engine must both give it.
#include "scenario.hpp"

namespace allot::oracle {
namespace {

Limits one_unit_of_work() {
  Limits limits = small_limits();
  limits.work_units = 1;
  return limits;
}

// Three holds of one unit each, of orders 1 to 3, from three units; one unit of work in each step.
template <class Side>
class Losing : public Scenario<Side> {
 protected:
  Losing() : Scenario<Side>(one_unit_of_work()) {}

  void SetUp() override {
    Scenario<Side>::SetUp();
    this->receive(1, 1, 3);
    for (const std::uint64_t key : {1U, 2U, 3U}) {
      ASSERT_EQ(this->apply(this->order(key, {{{1}, 1, 100}})), Reason::ok);
    }
  }
  void count(std::int32_t delta) {
    ASSERT_EQ(this->apply(Adjust{this->key(), {1}, {1}, 0, delta}), Reason::ok);
  }
  void pay(std::uint64_t key) {
    ASSERT_EQ(this->apply(ConfirmPayment{this->key(), {key, 0}, this->now_}), Reason::ok);
  }
  // Returns: what steps of work tell until nothing is due.
  std::string work() {
    std::string text;
    while (this->side_.engine.work_due(this->now_)) {
      this->apply(Advance{});
      for (const Event& event : this->events_) {
        text +=
            std::string(event_name(event.type)) + ' ' + std::to_string(event.order_key.low) + ' ';
      }
    }
    return text;
  }
};
TYPED_TEST_SUITE(Losing, Sides);

TYPED_TEST(Losing, WhoIsPaidBeforeHisTurnLosesAsOnePaid) {
  this->count(-1);
  this->pay(3);  // everybody has been found: orders 3, 2 and 1 would lose in this order
  EXPECT_EQ(this->told(), "paid x2, allocated");
  EXPECT_EQ(this->work(), "line_lost 2 line_waiting 2 ");
  EXPECT_TRUE(this->sums().holds) << this->sums().fault;
}

TYPED_TEST(Losing, WhoIsCancelledBeforeHisTurnSparesTheOthers) {
  this->count(-1);
  ASSERT_EQ(this->apply(Cancel{this->key(), {1, 0}}), Reason::ok);
  EXPECT_EQ(this->work(), "");
  EXPECT_EQ(this->sums().deficit, 0U);
  EXPECT_EQ(this->sums().held, 2U);
}

TYPED_TEST(Losing, ASecondCountIsLookedAtWhenThoseOfTheFirstHaveHadTheirTurn) {
  this->count(-1);
  this->apply(Advance{});  // the look
  this->count(-1);         // order 3 loses before it
  EXPECT_EQ(this->told(),
            "line_lost N1 S1 x1 counted_short, line_waiting S1 x1, "
            "stock_adjusted N1 S1, stock_deficit N1 S1 x1");
  EXPECT_EQ(this->work(), "line_lost 2 line_waiting 2 ");
  EXPECT_EQ(this->sums().deficit, 0U);
  EXPECT_TRUE(this->sums().holds) << this->sums().fault;
}

TYPED_TEST(Losing, GoodsThatComeBeforeAnyTurnSpareEverybody) {
  this->count(-2);
  this->receive(1, 1, 2);
  EXPECT_EQ(this->work(), "");
  EXPECT_EQ(this->sums().held, 3U);
  EXPECT_EQ(this->sums().deficit, 0U);
}

}  // namespace
}  // namespace allot::oracle
