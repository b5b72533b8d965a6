// What an engine is asked through C comes back field by field: orders with their lines and holds,
// what a channel can have, and the accounts of caps.
#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "allot/allot.h"

namespace {

allot_text text_of(const char* text) { return {text, std::strlen(text)}; }

allot_order_line line_of(std::uint32_t sku, std::uint32_t quantity, std::int64_t price,
                         std::uint8_t shortage = ALLOT_SHORTAGE_BY_ORDER) {
  allot_order_line line{};
  line.sku = sku;
  line.quantity = quantity;
  line.price = price;
  line.shortage = shortage;
  return line;
}

class CLookUps : public testing::Test {
 protected:
  CLookUps() {
    allot_limits limits;
    allot_engine_options options;
    allot_limits_init(&limits, sizeof limits);
    limits.skus_max = 16;
    limits.lots_max = limits.orders_max = limits.closed_orders_max = 64;
    limits.lines_max = limits.holds_max = limits.command_keys_max = limits.attempts_max = 256;
    limits.lines_per_order_max = 8;
    limits.time_source = ALLOT_TIME_SOURCE_HOST;
    allot_engine_options_init(&options, sizeof options);
    options.limits = &limits;
    options.durability = ALLOT_DURABILITY_NONE;
    options.threading = ALLOT_THREADING_HOST_STEPS;
    EXPECT_EQ(allot_engine_open(&options, &engine_, nullptr), ALLOT_STATUS_OK);
    EXPECT_EQ(allot_producer_open(engine_, &producer_, nullptr), ALLOT_STATUS_OK);
    open_shop();
  }
  ~CLookUps() override {
    EXPECT_EQ(allot_producer_close(producer_, nullptr), ALLOT_STATUS_OK);
    EXPECT_EQ(allot_engine_close(engine_, nullptr), ALLOT_STATUS_OK);
  }

  static allot_command command_of(std::uint32_t type) {
    allot_command command;
    allot_command_init(&command, type);
    return command;
  }
  // Decides the command under the next key. Returns: its answer.
  allot_answer decide(allot_command command) {
    command.body.cancel.command_key.low = ++key_;  // each body begins with it
    command.time = 1'000;
    std::size_t count = 0;
    EXPECT_EQ(allot_producer_submit(producer_, &command, 1, &count, nullptr, nullptr),
              ALLOT_STATUS_OK);
    EXPECT_EQ(allot_engine_wait_idle(engine_, nullptr), ALLOT_STATUS_OK);
    allot_answer answer{};
    EXPECT_EQ(allot_producer_poll_answers(producer_, &answer, 1, &count, 0, nullptr),
              ALLOT_STATUS_OK);
    EXPECT_EQ(answer.reason, 0U) << allot_reason_name(answer.reason) << " of " << command.type;
    return answer;
  }
  void receive(std::uint32_t sku, std::uint32_t node, std::uint32_t quantity) {
    allot_command command = command_of(ALLOT_COMMAND_RECEIVE);
    command.body.receive.sku = sku;
    command.body.receive.node = node;
    command.body.receive.quantity = quantity;
    decide(command);
  }
  // Two SKUs and one without stock; each of two nodes ships into a zone of its own.
  void open_shop() {
    for (const char* code : {"TEAPOT", "KETTLE", "CUP"}) {
      allot_command sku = command_of(ALLOT_COMMAND_SKU);
      sku.body.sku.code = text_of(code);
      decide(sku);
    }
    for (const char* code : {"LEEDS", "YORK"}) {
      allot_command node = command_of(ALLOT_COMMAND_NODE);
      node.body.node.code = text_of(code);
      decide(node);
    }
    for (const char* code : {"UK", "HERE"}) {
      allot_command zone = command_of(ALLOT_COMMAND_ZONE);
      zone.body.zone.code = text_of(code);
      decide(zone);
    }
    allot_command channel = command_of(ALLOT_COMMAND_CHANNEL);
    channel.body.channel.code = text_of("web");
    channel.body.channel.hold_ttl_ns = 900;
    channel.body.channel.remind_before_ns = 100;
    channel.body.channel.review_ttl_ns = 700;
    decide(channel);
    for (const std::uint32_t node : {1U, 2U}) {
      allot_command network = command_of(ALLOT_COMMAND_NETWORK);
      network.body.network.channel = 1;
      network.body.network.node = node;
      decide(network);
      allot_command lane = command_of(ALLOT_COMMAND_LANE);
      lane.body.lane.node = node;
      lane.body.lane.zone = node;
      lane.body.lane.parcel_cost = 450;
      decide(lane);
    }
    receive(1, 1, 10);
    receive(1, 2, 5);
    receive(2, 1, 3);
  }
  static allot_command place_of(std::uint64_t order, const std::vector<allot_order_line>& lines) {
    allot_command place = command_of(ALLOT_COMMAND_PLACE);
    place.body.place.order_key.low = order;
    place.body.place.channel = 1;
    place.body.place.zone = 1;
    place.body.place.lines = lines.data();
    place.body.place.line_count = static_cast<std::uint32_t>(lines.size());
    return place;
  }
  // The found orders stay until the test ends.
  const allot_found_order* look_up(const std::vector<allot_key>& keys) {
    allot_found_orders* found = nullptr;
    EXPECT_EQ(allot_look_up_orders(engine_, keys.data(), keys.size(), &found, nullptr),
              ALLOT_STATUS_OK);
    found_.emplace_back(found, &allot_found_orders_destroy);
    std::size_t count = 0;
    const allot_found_order* orders = allot_found_orders_data(found, &count);
    EXPECT_EQ(count, keys.size());
    return orders;
  }

  allot_engine* engine_{};
  allot_producer* producer_{};
  std::uint64_t key_{0};
  std::vector<std::unique_ptr<allot_found_orders, void (*)(allot_found_orders*)>> found_;
};

TEST_F(CLookUps, AnOrderIsFoundByItsNumber) {
  const std::string number = "114-1234567-1234567";
  allot_key key{};
  ASSERT_EQ(allot_order_key_of("web", 3, number.data(), number.size(), &key, nullptr),
            ALLOT_STATUS_OK);
  const std::vector<allot_order_line> one_line{line_of(1, 1, 1'500)};
  allot_command numbered = place_of(0, one_line);
  numbered.body.place.order_number = {number.data(), number.size()};
  decide(numbered);
  decide(place_of(101, one_line));
  const allot_found_order* const orders = look_up({{101, 0}, key, {9, 9}});
  ASSERT_TRUE(orders[0].known && orders[1].known);
  EXPECT_EQ(orders[0].order_number.size, 0U);
  EXPECT_EQ(orders[0].order_number.data, nullptr);
  EXPECT_EQ(std::string_view(orders[1].order_number.data, orders[1].order_number.size), number);
  EXPECT_EQ(orders[2].order_number.size, 0U);
}

TEST_F(CLookUps, TheKeyOfANumberIsThatOfEveryLanguage) {
  const std::string number = "114-1234567-1234567";
  allot_key key{};
  ASSERT_EQ(allot_order_key_of("amazon", 6, number.data(), number.size(), &key, nullptr),
            ALLOT_STATUS_OK);
  EXPECT_EQ(key.high, 0xED84'9841'1C36'2CCEU);
  EXPECT_EQ(key.low, 0xB839'323F'9BED'9001U);
  const std::string long_text(41, 'x');
  const auto refused = [&key](std::string_view channel, std::string_view text) {
    allot_error* error = nullptr;
    EXPECT_EQ(
        allot_order_key_of(channel.data(), channel.size(), text.data(), text.size(), &key, &error),
        ALLOT_STATUS_INVALID_ARGUMENT);
    EXPECT_NE(std::string(allot_error_message(error)).find("1 to 40 bytes"), std::string::npos);
    allot_error_destroy(error);
  };
  refused("", "1");
  refused("web", "");
  refused("web", long_text);
  refused(long_text, "1");
  EXPECT_EQ(allot_order_key_of("web", 3, nullptr, 1, &key, nullptr), ALLOT_STATUS_INVALID_ARGUMENT);
}

TEST_F(CLookUps, EachOrderHasItsOwnFieldsLinesAndHolds) {
  const std::vector<allot_order_line> two{line_of(1, 4, 1'500), line_of(2, 3, 700)};
  const allot_answer first = decide(place_of(101, two));
  const std::vector<allot_order_line> short_lines{line_of(1, 1, 1'400),
                                                  line_of(2, 6, 650, ALLOT_SHORTAGE_BACKORDER),
                                                  line_of(3, 2, 640, ALLOT_SHORTAGE_REFUSE_LINE)};
  allot_command late = place_of(102, short_lines);
  late.body.place.ship_by = 5'000;
  decide(late);
  allot_command paid = command_of(ALLOT_COMMAND_CONFIRM_PAYMENT);
  paid.body.confirm_payment.order_key.low = 102;
  paid.body.confirm_payment.paid_at = 1'000;
  const allot_answer last = decide(paid);

  const allot_found_order* const orders = look_up({{102, 0}, {7, 7}, {101, 0}});
  EXPECT_FALSE(orders[1].known);
  const allot_found_order& one = orders[2];
  EXPECT_TRUE(one.known);
  EXPECT_EQ(one.status, ALLOT_ORDER_STATUS_OPEN);
  EXPECT_EQ(one.payment, ALLOT_PAYMENT_UNPAID);
  EXPECT_EQ(one.review, ALLOT_REVIEW_CLEAR);
  EXPECT_FALSE(one.ship_stop || one.ship_complete || one.imported);
  EXPECT_EQ(one.channel, 1U);
  EXPECT_EQ(one.zone, 1U);
  EXPECT_EQ(one.version, 1U);
  EXPECT_EQ(one.as_of, last.sequence);
  EXPECT_EQ(one.sequence, first.sequence);
  EXPECT_EQ(one.value, 4 * 1'500 + 3 * 700);
  EXPECT_EQ(one.pay_by, 1'900);
  EXPECT_EQ(one.remind_at, 1'800);
  EXPECT_EQ(one.review_by, 0);
  EXPECT_EQ(one.ship_by, 0);
  ASSERT_EQ(one.line_count, 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    const allot_found_line& line = one.lines[i];
    EXPECT_EQ(line.sku, two[i].sku);
    EXPECT_EQ(line.state, ALLOT_LINE_STATE_HELD);
    EXPECT_EQ(line.ordered, two[i].quantity);
    EXPECT_EQ(line.held, two[i].quantity);
    EXPECT_EQ(line.waiting + line.refused, 0U);
    EXPECT_EQ(line.price, two[i].price);
    ASSERT_EQ(line.hold_count, 1U);
    EXPECT_EQ(line.holds[0].node, 1U);
    EXPECT_EQ(line.holds[0].quantity, two[i].quantity);
    EXPECT_NE(line.holds[0].lot, 77U);
  }
  EXPECT_EQ(one.lines[0].holds[0].lot, one.lines[1].holds[0].lot) << "received without a lot";

  const allot_found_order& other = orders[0];
  EXPECT_EQ(other.payment, ALLOT_PAYMENT_PAID);
  EXPECT_EQ(other.ship_by, 5'000);
  EXPECT_EQ(other.pay_by, 0);
  ASSERT_EQ(other.line_count, 3U);
  EXPECT_EQ(other.lines[0].state, ALLOT_LINE_STATE_ALLOCATED);
  EXPECT_EQ(other.lines[0].price, 1'400);
  ASSERT_EQ(other.lines[0].hold_count, 1U);
  EXPECT_EQ(other.lines[0].holds[0].quantity, 1U);
  EXPECT_EQ(other.lines[1].state, ALLOT_LINE_STATE_WAITING);
  EXPECT_EQ(other.lines[1].ordered, 6U);
  EXPECT_EQ(other.lines[1].waiting, 6U);
  EXPECT_EQ(other.lines[1].hold_count, 0U);
  EXPECT_EQ(other.lines[1].holds, nullptr);
  EXPECT_EQ(other.lines[2].state, ALLOT_LINE_STATE_REFUSED);
  EXPECT_EQ(other.lines[2].refused, 2U);
}

TEST_F(CLookUps, AnOrderThatWentIntoAnotherSaysIntoWhich) {
  const std::vector<allot_order_line> one_line{line_of(1, 1, 1'500)};
  decide(place_of(101, one_line));
  decide(place_of(102, one_line));
  const allot_answer last = decide(place_of(103, one_line));
  const auto merge = [this](std::uint64_t stays, std::uint64_t goes) {
    allot_command command = command_of(ALLOT_COMMAND_MERGE);
    command.body.merge.order_key.low = stays;
    command.body.merge.other_key.low = goes;
    decide(command);
  };
  merge(102, 101);
  merge(103, 102);
  const allot_found_order* const orders = look_up({{101, 0}, {102, 0}, {103, 0}});
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(orders[i].status, ALLOT_ORDER_STATUS_CANCELLED);
    EXPECT_EQ(orders[i].merged.into.low, 103U);
    EXPECT_EQ(orders[i].merged.sequence, last.sequence);
  }
  EXPECT_EQ(orders[2].merged.into.low, 0U);
  EXPECT_EQ(orders[2].merged.sequence, 0U);
}

TEST_F(CLookUps, WhatCanBeHadIsOfTheZoneAndNodeByNode) {
  const std::array<std::uint32_t, 3> skus{2, 1, 9};
  const std::array<std::uint32_t, 2> nodes{2, 1};
  const auto look = [&](std::uint32_t zone) {
    std::array<allot_found_available, 3> available{};
    std::array<std::uint32_t, 6> at{};
    EXPECT_EQ(allot_look_up_available(engine_, 1, zone, skus.data(), skus.size(), available.data(),
                                      nodes.data(), nodes.size(), at.data(), nullptr),
              ALLOT_STATUS_OK);
    EXPECT_EQ(available[0].sku, 2U);
    EXPECT_EQ(available[1].sku, 1U);
    EXPECT_EQ(available[2].sku, 9U);
    EXPECT_TRUE(available[0].known && available[1].known && !available[2].known);
    EXPECT_FALSE(available[1].claimed);
    EXPECT_EQ(available[1].as_of, available[0].as_of);
    EXPECT_GT(available[1].as_of, key_);
    EXPECT_LT(available[1].as_of, key_ + 30);
    EXPECT_EQ(available[1].can_have, at[2] + at[3]);
    return at;
  };
  using At = std::array<std::uint32_t, 6>;
  EXPECT_EQ(look(0), (At{0, 3, 5, 10, 0, 0}));
  EXPECT_EQ(look(1), (At{0, 3, 0, 10, 0, 0})) << "the second node does not ship there";
  EXPECT_EQ(look(2), (At{0, 0, 5, 0, 0, 0}));
}

TEST_F(CLookUps, WhatAFeedToldIsOfTheChannelSkuBySku) {
  const std::array<std::uint32_t, 3> skus{2, 1, 9};
  std::array<allot_found_told, 3> told{};
  const auto look = [&](std::uint32_t channel) {
    EXPECT_EQ(allot_look_up_told(engine_, channel, skus.data(), skus.size(), told.data(), nullptr),
              ALLOT_STATUS_OK);
    EXPECT_TRUE(told[0].sku == 2 && told[1].sku == 1 && told[2].sku == 9);
    EXPECT_FALSE(told[2].known);
  };
  look(1);
  EXPECT_FALSE(told[0].known || told[1].known);
  allot_command feed = command_of(ALLOT_COMMAND_FEED);
  feed.body.feed.channel = 1;
  feed.body.feed.tells = ALLOT_FEED_TELLS_FIGURES;
  const std::uint64_t opened = decide(feed).sequence;
  look(1);
  EXPECT_TRUE(told[0].known && told[1].known);
  EXPECT_EQ(told[0].units, 3U);
  EXPECT_EQ(told[1].units, 15U);
  EXPECT_EQ(told[0].version, opened);
  const std::vector<allot_order_line> lines{line_of(1, 4, 100)};
  const std::uint64_t placed = decide(place_of(77, lines)).sequence;
  look(1);
  EXPECT_EQ(told[0].version, opened) << "of this one nothing changed";
  EXPECT_EQ(told[1].units, 11U);
  EXPECT_EQ(told[1].version, placed);
  look(2);
  EXPECT_FALSE(told[0].known || told[1].known) << "there is no such channel";
}

TEST_F(CLookUps, AnAccountOfACapIsThatOfItsWindow) {
  allot_command cap = command_of(ALLOT_COMMAND_CAP);
  cap.body.cap.code = text_of("three each");
  cap.body.cap.at_most = 3;
  cap.body.cap.per = ALLOT_TOKEN_KIND_CUSTOMER;
  cap.body.cap.window_ns = 1'000'000'000;
  EXPECT_EQ(decide(cap).id, 1U);
  const std::vector<allot_order_line> two{line_of(1, 2, 1'500)};
  allot_command place = place_of(101, two);
  place.body.place.tokens.customer = 55;
  decide(place);
  const std::array<std::uint64_t, 2> tokens{55, 56};
  const auto look = [&](std::int64_t time) {
    std::array<allot_found_cap_account, 2> accounts{};
    EXPECT_EQ(allot_look_up_cap_accounts(engine_, 1, tokens.data(), tokens.size(), time,
                                         accounts.data(), nullptr),
              ALLOT_STATUS_OK);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      EXPECT_TRUE(accounts[i].known);
      EXPECT_EQ(accounts[i].token, tokens[i]);
      EXPECT_EQ(accounts[i].at_most, 3U);
      EXPECT_EQ(accounts[i].excess, 0U);
    }
    return accounts;
  };
  const auto now = look(1'000);
  EXPECT_EQ(now[0].window_begin, 0);
  EXPECT_EQ(now[0].window_end, 1'000'000'000);
  EXPECT_EQ(now[0].debited, 2U);
  EXPECT_EQ(now[0].left, 1U);
  EXPECT_EQ(now[1].debited, 0U);
  EXPECT_EQ(now[1].left, 3U);
  const auto later = look(1'500'000'000);
  EXPECT_EQ(later[0].window_begin, 1'000'000'000);
  EXPECT_EQ(later[0].window_end, 2'000'000'000);
  EXPECT_EQ(later[0].debited, 0U);
}

// The size is bounded before a byte is read.
TEST_F(CLookUps, WhatIsLongerThanAnyCodeIsNone) {
  const std::array<allot_text, 2> codes{allot_text{"TEAPOT", SIZE_MAX / 2}, text_of("TEAPOT")};
  std::array<std::uint32_t, 2> ids{9, 9};
  EXPECT_EQ(allot_look_up_ids(engine_, ALLOT_ID_KIND_SKU, codes.data(), codes.size(), ids.data(),
                              nullptr),
            ALLOT_STATUS_OK);
  EXPECT_EQ(ids, (std::array<std::uint32_t, 2>{0, 1}));
}

}  // namespace
