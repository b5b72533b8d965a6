// Labelled traffic: the same for one seed wherever it is made, and labels that say what orders are.
#include "simulation/traffic.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace allot::simulation {
namespace {

using Json = nlohmann::json;

std::uint64_t digest_of(const std::string& text) { return XXH3_64bits(text.data(), text.size()); }

TrafficSpec spec_of(std::uint64_t seed, std::uint32_t orders, std::uint32_t days = 14) {
  TrafficSpec spec;
  spec.seed = seed;
  spec.orders = orders;
  spec.days = days;
  return spec;
}

std::vector<Json> lines_of(const Traffic& traffic) {
  std::vector<Json> lines;
  std::istringstream text(traffic.commands);
  for (std::string line; std::getline(text, line);) lines.push_back(Json::parse(line));
  return lines;
}

// The orders by key, and the names of what is said of each later.
struct Told {
  std::map<std::uint64_t, Json> orders;
  std::map<std::uint64_t, std::set<std::string>> later;
  std::map<std::string, std::int64_t> list_prices;

  explicit Told(const Traffic& traffic) {
    for (const Json& line : lines_of(traffic)) {
      const std::string name =
          line.begin().key() == "time" ? line.rbegin().key() : line.begin().key();
      const Json& body = line.at(name);
      if (name == "sku") list_prices[body.at("code")] = body.at("list_price");
      if (!body.contains("order_key")) continue;
      const std::uint64_t key = body.at("order_key");
      if (name == "place") {
        EXPECT_TRUE(orders.emplace(key, body).second) << key << " is placed twice";
      } else {
        EXPECT_TRUE(orders.contains(key)) << key << " is told of before it is placed";
        later[key].insert(name == "payment" ? body.at("kind").get<std::string>() : name);
      }
    }
  }
  // Returns: 0 where the order says nothing of it.
  [[nodiscard]] std::int64_t attribute(std::uint64_t key, const std::string& name) const {
    for (const Json& one : orders.at(key).at("attributes")) {
      if (one.at("name") == name) return one.at("value");
    }
    return 0;
  }
};

TEST(Traffic, OfOneSeedIsTheSameWithEveryCompiler) {
  const Traffic made = make_traffic(spec_of(7, 3'000));
  EXPECT_EQ(digest_of(made.commands), 0x31ce4d264df7a30fULL);
  EXPECT_EQ(digest_of(labels_csv(made)), 0x6ac4a94c6079a3c7ULL);
  EXPECT_EQ(make_traffic(spec_of(7, 3'000)).commands, made.commands);
  EXPECT_NE(make_traffic(spec_of(8, 3'000)).commands, made.commands);
}

TEST(Traffic, HasAsManyOrdersOfAClassAsItsShareSays) {
  for (const std::uint32_t orders : {1U, 99U, 100U, 5'000U}) {
    const TrafficSpec spec = spec_of(3, orders, 1 + orders % 30);
    const Traffic made = make_traffic(spec);
    ASSERT_EQ(made.labels.size(), orders);
    std::array<std::uint32_t, traffic_classes> counts{};
    for (std::size_t i = 0; i < made.labels.size(); ++i) {
      EXPECT_EQ(made.labels[i].order_key, i + 1);
      EXPECT_FALSE(made.labels[i].kind.empty());
      ++counts[static_cast<std::size_t>(made.labels[i].of)];
    }
    for (std::size_t i = 1; i < traffic_classes; ++i) {
      EXPECT_EQ(counts[i], orders * spec.shares[i] / 100) << traffic_class_names[i];
    }
    EXPECT_EQ(Told(made).orders.size(), orders);
  }
}

TEST(Traffic, GoesForwardInTime) {
  std::string last;
  for (const Json& line : lines_of(make_traffic(spec_of(5, 2'000, 3)))) {
    if (!line.contains("time")) continue;
    EXPECT_LE(last, line.at("time").get<std::string>());
    last = line.at("time");
  }
  EXPECT_GE(last, "2026-11-04");
}

// Each label is true of what its order does.
TEST(Traffic, LabelsSayWhatOrdersAre) {
  const Traffic made = make_traffic(spec_of(11, 6'000));
  const Told told(made);
  std::map<std::int64_t, std::vector<std::uint64_t>> carts;
  std::size_t tested_cards = 0;
  std::size_t failed_cards = 0;
  for (const TrafficLabel& label : made.labels) {
    const Json& order = told.orders.at(label.order_key);
    const Json& line = order.at("lines").at(0);
    const std::int64_t list = told.list_prices.at(line.at("sku"));
    const std::int64_t price = line.at("price");
    carts[told.attribute(label.order_key, "basket")].push_back(label.order_key);
    switch (label.of) {
      case TrafficClass::honest: EXPECT_GE(price * 100, list * 30 - 100) << order; break;
      case TrafficClass::scalper:
        EXPECT_EQ(told.attribute(label.order_key, "limited"), 1) << order;
        EXPECT_NE(told.attribute(label.order_key, "campaign"), 0) << order;
        break;
      case TrafficClass::bonus_hunter:
        EXPECT_NE(told.attribute(label.order_key, "coupon"), 0) << order;
        EXPECT_TRUE(order.contains("discount")) << order;
        EXPECT_LT(told.attribute(label.order_key, "account_age"), 2 * 3'600'000'000'000) << order;
        break;
      case TrafficClass::brushing: EXPECT_EQ(order.at("lines").size(), 1U) << order; break;
      case TrafficClass::card_testing:
        EXPECT_FALSE(order.contains("customer")) << order;
        ++tested_cards;
        if (told.later.at(label.order_key).contains("fail_payment")) ++failed_cards;
        break;
      case TrafficClass::duplicate: break;
      case TrafficClass::price_error:
        EXPECT_LE(price * 100, std::max<std::int64_t>(100, list * 50)) << order;
        break;
    }
  }
  EXPECT_EQ(tested_cards, 120U);
  EXPECT_GT(failed_cards * 2, tested_cards);
  // A duplicate has the cart of one that came before it; nobody else but a second try has.
  for (const auto& [basket, keys] : carts) {
    EXPECT_NE(made.labels[keys[0] - 1].of, TrafficClass::duplicate) << keys[0];
    for (std::size_t i = 1; i < keys.size(); ++i) {
      const TrafficLabel& later = made.labels[keys[i] - 1];
      EXPECT_TRUE(later.of == TrafficClass::duplicate || later.kind == "second_try") << keys[i];
    }
  }
}

TEST(Traffic, LabelsAreATable) {
  const Traffic made = make_traffic(spec_of(2, 200));
  const std::string table = labels_csv(made);
  EXPECT_TRUE(table.starts_with("order_key,class,kind,honest\n1,"));
  EXPECT_EQ(std::ranges::count(table, '\n'), 201);
  EXPECT_NE(table.find(",scalper,"), std::string::npos);
  for (std::size_t at = 0; (at = table.find(",scalper,", at)) != std::string::npos; ++at) {
    EXPECT_EQ(table.substr(table.find('\n', at) - 3, 3), ",no");
  }
}

TEST(Traffic, SharesAreNamedOrRefused) {
  TrafficSpec spec;
  EXPECT_EQ(set_traffic_shares("", spec), "");
  EXPECT_EQ(spec.shares, TrafficSpec().shares);
  EXPECT_EQ(set_traffic_shares("scalper=5,duplicate=0", spec), "");
  EXPECT_EQ(spec.shares, (std::array<std::uint32_t, traffic_classes>{0, 5, 3, 2, 2, 0, 1}));
  for (const auto& [text, why] : std::map<std::string, std::string>{
           {"scalpers=5", "'scalpers' is none of"},
           {"honest=5", "'honest' is none of"},
           {"scalper", "the share of scalper is a whole number"},
           {"scalper=", "the share of scalper is a whole number"},
           {"scalper=1.5", "the share of scalper is a whole number"},
           {"scalper=101", "the share of scalper is a whole number"},
           {"scalper=60,brushing=41", "the shares are "},
           {"scalper=91,bonus_hunter=3,brushing=2,card_testing=2,duplicate=1,price_error=1",
            "a duplicate is of an honest order"}}) {
    TrafficSpec fresh;
    EXPECT_TRUE(set_traffic_shares(text, fresh).starts_with(why))
        << text << ": " << set_traffic_shares(text, fresh);
  }
}

TEST(Traffic, MayBeHonestAltogether) {
  TrafficSpec spec = spec_of(4, 500);
  ASSERT_EQ(set_traffic_shares("scalper=0,bonus_hunter=0,brushing=0,card_testing=0,duplicate=0,"
                               "price_error=0",
                               spec),
            "");
  for (const TrafficLabel& label : make_traffic(spec).labels) {
    EXPECT_EQ(label.of, TrafficClass::honest);
  }
}

TEST(Traffic, MayBeFraudAltogether) {
  TrafficSpec spec = spec_of(4, 500);
  ASSERT_EQ(set_traffic_shares("scalper=50,bonus_hunter=50,brushing=0,card_testing=0,duplicate=0,"
                               "price_error=0",
                               spec),
            "");
  const Traffic made = make_traffic(spec);
  EXPECT_EQ(made.labels.size(), 500U);
  for (const TrafficLabel& label : made.labels) EXPECT_NE(label.of, TrafficClass::honest);
}

}  // namespace
}  // namespace allot::simulation
