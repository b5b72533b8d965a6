// Orders that are named by their number (docs/rules.md §5). What is expected was written by hand
// from the rules; the naive engine and the engine must both give it.
#include "allot/types/order_key.hpp"
#include "scenario.hpp"

namespace allot::oracle {
namespace {

// Channels C1 and C2 sell alike.
template <class Side>
class Numbered : public Scenario<Side> {
 protected:
  void SetUp() override {
    Scenario<Side>::SetUp();
    DefineChannel second = this->channel();
    second.code = *Code::from("C2");
    this->apply(second);
    for (const std::uint32_t node : {1U, 2U}) {
      this->apply(DefineNetwork{this->key(), {2}, {node}, true});
    }
    this->receive(1, 1, 100);
  }

  Place numbered(std::string_view number, std::uint32_t channel = 1) {
    Place place = this->order(0, {{{1}, 1, 100}});
    place.channel = {channel};
    place.order_number = Code::given(number);
    return place;
  }
  Import imported(std::string_view number, std::uint32_t channel = 1) {
    const Place place = numbered(number, channel);
    Import import;
    import.command_key = place.command_key;
    import.channel = place.channel;
    import.zone = place.zone;
    import.order_number = place.order_number;
    import.lines = place.lines;
    return import;
  }
  // The key that the last step's first event carries.
  [[nodiscard]] OrderKey told_key() const { return this->events_.at(0).order_key; }
};
TYPED_TEST_SUITE(Numbered, Sides);

constexpr std::string_view amazon = "114-1234567-1234567";

TYPED_TEST(Numbered, IsKnownByTheKeyOfItsChannelAndNumber) {
  ASSERT_EQ(this->apply(this->numbered(amazon)), Reason::ok);
  const OrderKey key = order_key_of("C1", amazon);
  for (const Event& event : this->events_) EXPECT_EQ(event.order_key, key);
  EXPECT_EQ(this->apply(ConfirmPayment{this->key(), key, 1'000}), Reason::ok);
  EXPECT_EQ(this->told(), "paid x2, allocated");
}

TYPED_TEST(Numbered, TheSameNumberAgainIsTheSameOrder) {
  ASSERT_EQ(this->apply(this->imported(amazon)), Reason::ok);
  EXPECT_EQ(this->apply(this->numbered(amazon)), Reason::order_exists);
  EXPECT_EQ(this->told_key(), order_key_of("C1", amazon));
  EXPECT_EQ(this->apply(this->imported(amazon)), Reason::order_exists);
}

TYPED_TEST(Numbered, TheSameNumberInAnotherChannelIsAnotherOrder) {
  ASSERT_EQ(this->apply(this->numbered("1001")), Reason::ok);
  EXPECT_EQ(this->apply(this->numbered("1001", 2)), Reason::ok);
  EXPECT_EQ(this->told_key(), order_key_of("C2", "1001"));
}

TYPED_TEST(Numbered, ZerosInFrontAndLettersTellNumbersApart) {
  for (const char* number : {"7", "007", "SO-7", "so-7", " 7"}) {
    EXPECT_EQ(this->apply(this->numbered(number)), Reason::ok) << number;
  }
}

TYPED_TEST(Numbered, ANumberWhoseKeyAnotherOrderHasIsAConflict) {
  Place by_key = this->order(0, {{{1}, 1, 100}});
  by_key.order_key = order_key_of("C1", amazon);
  ASSERT_EQ(this->apply(by_key), Reason::ok);
  EXPECT_EQ(this->apply(this->numbered(amazon)), Reason::order_key_conflict);
  EXPECT_EQ(this->told_key(), by_key.order_key);
}

TYPED_TEST(Numbered, AKeyThatANumberedOrderHasIsThatOrder) {
  ASSERT_EQ(this->apply(this->numbered(amazon)), Reason::ok);
  Place by_key = this->order(0, {{{1}, 1, 100}});
  by_key.order_key = order_key_of("C1", amazon);
  EXPECT_EQ(this->apply(by_key), Reason::order_exists);
}

TYPED_TEST(Numbered, AnOrderIsNamedInOneWay) {
  Place both = this->numbered(amazon);
  both.order_key = {9, 0};
  EXPECT_EQ(this->apply(both), Reason::order_key_and_number);
  EXPECT_EQ(this->told_key(), (OrderKey{9, 0}));
  EXPECT_EQ(this->apply(this->numbered("")), Reason::order_key_missing);
  EXPECT_EQ(this->told_key(), OrderKey{});
}

TYPED_TEST(Numbered, ANumberThatIsTooLongIsRefusedAndNotCut) {
  EXPECT_EQ(this->apply(this->numbered(std::string(40, '9'))), Reason::ok);
  EXPECT_EQ(this->apply(this->numbered(std::string(41, '9'))), Reason::code_invalid);
  EXPECT_EQ(this->apply(this->imported(std::string_view("1\0", 2))), Reason::code_invalid);
  EXPECT_EQ(this->told_key(), OrderKey{});
}

TYPED_TEST(Numbered, WithoutAKnownChannelThereIsNoKey) {
  EXPECT_EQ(this->apply(this->numbered(amazon, 3)), Reason::channel_unknown);
  EXPECT_EQ(this->told_key(), OrderKey{});
}

TYPED_TEST(Numbered, RefusalsAndDuplicatesNameTheKey) {
  Place too_many = this->numbered(amazon);
  const OrderLine line{{1}, 101, 100};
  too_many.lines = {&line, 1};
  ASSERT_EQ(this->apply(too_many), Reason::stock_insufficient);
  EXPECT_EQ(this->told_key(), order_key_of("C1", amazon));
  EXPECT_EQ(this->apply(too_many), Reason::stock_insufficient);
  EXPECT_EQ(this->told(), "duplicate stock_insufficient");
  EXPECT_EQ(this->told_key(), order_key_of("C1", amazon));
}

// A stub remembers the key and no number: it is not sold twice.
TYPED_TEST(Numbered, OfAForgottenOrderIsStillTaken) {
  const OrderKey key = order_key_of("C1", amazon);
  ASSERT_EQ(this->apply(this->numbered(amazon)), Reason::ok);
  ASSERT_EQ(this->apply(Cancel{this->key(), key}), Reason::ok);
  EXPECT_EQ(this->apply(this->numbered(amazon)), Reason::order_exists);
  for (std::uint64_t other = 1; other <= small_limits().closed_orders_max; ++other) {
    ASSERT_EQ(this->apply(this->order(other, {{{1}, 1, 100}})), Reason::ok);
    ASSERT_EQ(this->apply(Cancel{this->key(), {other, 0}}), Reason::ok);
  }
  EXPECT_EQ(this->apply(this->numbered(amazon)), Reason::order_exists);
  EXPECT_EQ(this->told_key(), key);
}

TEST(NumberedLookUp, GivesTheNumberBackWhileTheOrderIsKnown) {
  class Shop : public Numbered<CoreSide> {
    void TestBody() override {}

   public:
    void play() {
      SetUp();
      ASSERT_EQ(apply(numbered(amazon)), Reason::ok);
      const OrderKey key = order_key_of("C1", amazon);
      ASSERT_TRUE(side_.engine.find_order(key));
      EXPECT_EQ(side_.engine.find_order(key)->order_number, amazon);
      ASSERT_EQ(apply(Cancel{this->key(), key}), Reason::ok);
      EXPECT_EQ(side_.engine.order_number(key), amazon);
      ASSERT_EQ(apply(order(5, {{{1}, 1, 100}})), Reason::ok);
      EXPECT_EQ(side_.engine.find_order({5, 0})->order_number, "");
      EXPECT_EQ(side_.engine.order_number({6, 0}), "");
    }
  };
  Shop().play();
}

}  // namespace
}  // namespace allot::oracle
