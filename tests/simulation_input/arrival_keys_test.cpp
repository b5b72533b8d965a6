// How the orders of a run are named: by the numbers of their file, copies too.
#include "simulation/arrival_keys.hpp"

#include <gtest/gtest.h>

#include "allot/types/order_key.hpp"

namespace allot::simulation {
namespace {

class Named : public testing::Test {
 protected:
  void order(std::string_view number) {
    files::SourceOrder order;
    order.number = static_cast<std::uint32_t>(book_.orders.size());
    book_.orders.push_back(order);
    if (!number.empty()) book_.numbers.push_back(Code::given(number));
  }
  [[nodiscard]] ArrivalKeys keys() const {
    return {book_, timeline_,
            [](std::size_t index) -> std::string_view { return index % 2 == 0 ? "web" : "app"; }};
  }

  files::SourceOrders book_;
  Timeline timeline_;
};

TEST_F(Named, ByTheNumbersOfTheFileCopiesWithACount) {
  order("10017");
  order(std::string(39, 'x') + 'y');
  timeline_.arrivals = {{1, 1, 0}, {2, 0, 0}, {3, 0, 1}, {4, 1, 2}};
  const ArrivalKeys keys = this->keys();
  EXPECT_EQ(keys.number(1).text(), "10017");
  EXPECT_EQ(keys.number(2).text(), "10017#2");
  EXPECT_EQ(keys.number(3).text().size(), Code::size_max);
  EXPECT_EQ(keys.number(3).text().substr(0, 31), std::string(31, 'x'));
  EXPECT_EQ(keys.number(3).text()[31], '~');
  EXPECT_EQ(keys.key(1), order_key_of("app", "10017"));
  EXPECT_EQ(keys.key(2), order_key_of("web", "10017#2"));
  for (std::size_t i = 0; i < timeline_.arrivals.size(); ++i) {
    EXPECT_EQ(keys.find(keys.key(i)), i);
    Event event{};
    event.type = EventType::placed;
    event.order_key = keys.key(i);
    keys.name_by_arrival(event);
    EXPECT_EQ(event.order_key, (OrderKey{i + 1, 0}));
  }
  EXPECT_FALSE(keys.find({1, 0}).has_value());
  Event stock{};
  stock.type = EventType::stock_received;
  stock.order_key.low = 7;  // the lot
  keys.name_by_arrival(stock);
  EXPECT_EQ(stock.order_key.low, 7U);
}

TEST_F(Named, ByTheirArrivalsWhereTheyAreMadeUp) {
  order("");
  timeline_.arrivals = {{1, 0, 0}, {2, 0, 1}};
  const ArrivalKeys keys = this->keys();
  EXPECT_FALSE(keys.number(0).present());
  EXPECT_EQ(keys.key(1), (OrderKey{2, 0}));
  EXPECT_EQ(keys.find({2, 0}), 1U);
  EXPECT_FALSE(keys.find({3, 0}).has_value());
  EXPECT_FALSE(keys.find({}).has_value());
}

}  // namespace
}  // namespace allot::simulation
