// What an order says of its money besides prices (docs/rules.md §5). What is expected was written
// by hand from the rules; the naive engine and the engine must both give it.
#include <algorithm>

#include "scenario.hpp"

namespace allot::oracle {
namespace {

template <class Side>
class Money : public Scenario<Side> {
 protected:
  explicit Money(Semantics semantics = {}) : Scenario<Side>(small_limits(), semantics) {}
  // Both SKUs have a list price of 100.
  Place basket(std::initializer_list<OrderLine> lines) {
    Place place = this->order(++last_order_, lines);
    place.shortage = Shortage::backorder;
    return place;
  }
  // What is due for the order, as its end tells it.
  MoneyMinor due(const Place& place) {
    EXPECT_EQ(this->apply(place), Reason::ok);
    EXPECT_TRUE(this->sums().holds) << this->sums().fault;
    EXPECT_EQ(this->apply(Cancel{this->key(), place.order_key}), Reason::ok);
    EXPECT_TRUE(this->sums().holds) << this->sums().fault;
    return this->events_.at(0).amount;
  }
  Reason limit(SetRiskLimits limits) {
    limits.command_key = this->key();
    return this->apply(limits);
  }
  Reason sell_in(const char* currency, bool tax_included = false) {
    DefineChannel channel = this->channel();
    if (currency != nullptr) channel.currency = *Code::from(currency);
    channel.prices_include_tax = tax_included;
    return this->apply(channel);
  }
  std::uint64_t last_order_{0};
};
TYPED_TEST_SUITE(Money, Sides);

TYPED_TEST(Money, ALineMayHaveATotalThatNoPriceGives) {
  EXPECT_EQ(this->due(this->basket({{.sku = {1}, .quantity = 3, .total = 10'000},
                                    {.sku = {2}, .quantity = 1, .price = 499}})),
            10'499);
}

// 2 x 16.00 + 20.00 - 5.00, an order of a Shopify export.
TYPED_TEST(Money, ADiscountOfTheOrderIsTakenOff) {
  Place place = this->basket({{{1}, 2, 1'600}, {{2}, 1, 2'000}});
  place.discount = 500;
  EXPECT_EQ(this->due(place), 4'700);
}

TYPED_TEST(Money, TaxIsAddedUnlessPricesIncludeIt) {
  Place place =
      this->basket({{.sku = {1}, .quantity = 1, .price = 1'000, .discount = 100, .tax = 90}});
  place.shipping = 300;
  place.shipping_tax = 30;
  EXPECT_EQ(this->due(place), 900 + 90 + 300 + 30);
  ASSERT_EQ(this->sell_in("EUR", true), Reason::ok);
  place.command_key = this->key();
  place.order_key = {77, 0};
  EXPECT_EQ(this->due(place), 900 + 300);
}

// An order keeps what was so when it was placed.
TYPED_TEST(Money, AChannelThatChangesChangesNoOrder) {
  Place place = this->basket({{.sku = {1}, .quantity = 1, .price = 100, .tax = 20}});
  ASSERT_EQ(this->apply(place), Reason::ok);
  ASSERT_EQ(this->sell_in("EUR", true), Reason::ok);
  EXPECT_TRUE(this->sums().holds) << this->sums().fault;
  ASSERT_EQ(this->apply(Cancel{this->key(), place.order_key}), Reason::ok);
  EXPECT_EQ(this->events_.at(0).amount, 120);
}

TYPED_TEST(Money, MergedLinesKeepWhatTheyCostTogether) {
  EXPECT_EQ(this->due(this->basket({{{1}, 1, 100}, {{1}, 2, 50}})), 200) << "two prices";
  EXPECT_EQ(this->due(this->basket(
                {{.sku = {1}, .quantity = 1, .price = 100, .discount = 10, .tax = 5},
                 {.sku = {1}, .quantity = 3, .total = 100, .discount = 20, .tax = 7}})),
            200 - 30 + 12)
      << "a price and a total";
}

TYPED_TEST(Money, SaysWhatCannotBe) {
  EXPECT_EQ(this->apply(this->basket({{.sku = {1}, .quantity = 1, .price = 1, .total = 1}})),
            Reason::price_and_total);
  EXPECT_EQ(this->apply(this->basket({{.sku = {1}, .quantity = 1, .total = -1}})),
            Reason::price_out_of_range);
  EXPECT_EQ(this->apply(this->basket({{.sku = {1}, .quantity = 2, .price = 5, .discount = 11}})),
            Reason::field_out_of_range);
  EXPECT_EQ(this->apply(this->basket({{.sku = {1}, .quantity = 1, .price = 5, .tax = -1}})),
            Reason::field_out_of_range);
  Place place = this->basket({{{1}, 1, 100}});
  place.shipping = -1;
  EXPECT_EQ(this->apply(place), Reason::field_out_of_range);
  place = this->basket({{{1}, 1, 100}});
  place.discount = 101;
  EXPECT_EQ(this->apply(place), Reason::discount_too_large);
  place = this->basket({{{1}, 1, 100}});
  place.shipping = 9'223'372'036'854'775'807;
  EXPECT_EQ(this->apply(place), Reason::order_value_overflow);
}

TYPED_TEST(Money, TheBandLooksAtAmountsBeforeDiscounts) {
  ASSERT_EQ(this->limit({.price_low_bp = 9'000, .price_high_bp = 11'000}), Reason::ok);
  EXPECT_EQ(this->apply(this->basket({{.sku = {1}, .quantity = 3, .total = 270, .discount = 200}})),
            Reason::ok);
  EXPECT_EQ(this->apply(this->basket({{.sku = {1}, .quantity = 3, .total = 269}})),
            Reason::price_out_of_band);
  EXPECT_EQ(this->apply(this->basket({{.sku = {1}, .quantity = 3, .total = 331}})),
            Reason::price_out_of_band);
}

TYPED_TEST(Money, AGiftBreaksNoBand) {
  ASSERT_EQ(this->limit({.price_low_bp = 9'000}), Reason::ok);
  EXPECT_EQ(this->apply(this->basket({{{1}, 1, 100}, {{2}, 1, 0}})), Reason::ok);
}

TYPED_TEST(Money, ValueRulesLookAtWhatIsDue) {
  ASSERT_EQ(this->limit({.order_value_max = 100}), Reason::ok);
  Place place = this->basket({{{1}, 2, 100}});
  place.discount = 100;
  EXPECT_EQ(this->apply(place), Reason::ok);
  place = this->basket({{{1}, 1, 100}});
  place.shipping = 1;
  EXPECT_EQ(this->apply(place), Reason::order_value_exceeded);
}

TYPED_TEST(Money, LimitsOfOneCurrencyAreNotThoseOfAnother) {
  SetRiskLimits limits{.order_value_max = 50, .price_high_bp = 10'000, .review_value_min = 10};
  limits.currency = *Code::from("EUR");
  ASSERT_EQ(this->limit(limits), Reason::ok);
  ASSERT_EQ(this->apply(this->basket({{{1}, 1, 1'000}})), Reason::ok) << "its channel has none";
  EXPECT_EQ(this->told(), "placed, line_waiting S1 x1");
  ASSERT_EQ(this->sell_in("JPY"), Reason::ok);
  ASSERT_EQ(this->apply(this->basket({{{1}, 1, 1'000}})), Reason::ok);
}

TYPED_TEST(Money, LimitsHoldInTheirCurrency) {
  SetRiskLimits limits{.order_value_max = 50, .review_value_min = 10};
  limits.currency = *Code::from("EUR");
  ASSERT_EQ(this->limit(limits), Reason::ok);
  ASSERT_EQ(this->sell_in("EUR"), Reason::ok);
  EXPECT_EQ(this->apply(this->basket({{{1}, 1, 51}})), Reason::order_value_exceeded);
  EXPECT_EQ(this->apply(this->basket({{{1}, 1, 10}})), Reason::ok);
  EXPECT_EQ(this->told(), "placed, line_waiting S1 x1, in_review x1 value_review");
  EXPECT_EQ(this->apply(this->basket({{{1}, 1, 9}})), Reason::ok);
  EXPECT_EQ(this->told(), "placed, line_waiting S1 x1");
}

TYPED_TEST(Money, AChannelKeepsItsCurrency) {
  ASSERT_EQ(this->sell_in("EUR"), Reason::ok);
  EXPECT_EQ(this->sell_in("EUR", true), Reason::ok);
  EXPECT_EQ(this->sell_in("USD"), Reason::currency_conflict);
  EXPECT_EQ(this->sell_in(nullptr), Reason::currency_conflict);
  EXPECT_EQ(this->sell_in("eur"), Reason::field_out_of_range);
  EXPECT_EQ(this->sell_in("EURO"), Reason::field_out_of_range);
}

template <class Side>
class MoneyAsItWas : public Money<Side> {
 protected:
  MoneyAsItWas() : Money<Side>(Semantics(2)) {}
};
TYPED_TEST_SUITE(MoneyAsItWas, Sides);

TYPED_TEST(MoneyAsItWas, AGiftWasAWrongPrice) {
  ASSERT_EQ(this->limit({.price_low_bp = 9'000}), Reason::ok);
  EXPECT_EQ(this->apply(this->basket({{{1}, 1, 0}})), Reason::price_out_of_band);
}

// Lines at two prices had the first's, but no log knew totals then. Where a line has one, all keep
// what they cost: else the greatest price, merged with another line's units, would not fit.
TYPED_TEST(MoneyAsItWas, LinesKeepWhatTheyCostWhereOneHasATotal) {
  const Place place =
      this->basket({{{1}, 1, 1'000}, {{1}, 1, 50}, {.sku = {1}, .quantity = 1, .total = 9}});
  ASSERT_EQ(this->apply(place), Reason::ok);
  ASSERT_EQ(this->apply(Ship{.command_key = this->key(),
                             .order_key = place.order_key,
                             .sku = {1},
                             .node = {1},
                             .quantity = 1}),
            Reason::ok);
  ASSERT_EQ(this->apply(Cancel{this->key(), place.order_key}), Reason::ok);
  const auto told = std::ranges::find(this->events_, EventType::part_shipped, &Event::type);
  ASSERT_NE(told, this->events_.end());
  EXPECT_EQ(told->amount, (1'000 + 50 + 9) / 3);
}

}  // namespace
}  // namespace allot::oracle
