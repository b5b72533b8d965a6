// What a host can ask a live engine: codes and ids, orders with their lines, what can be sold, what
// was had of caps. The sums over the answers are those of the ledger.
#include "allot/driver/lookups.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>
#include <random>
#include <set>

#include "allot/driver/clock.hpp"
#include "allot/engine.hpp"
#include "driver/live_shop.hpp"
#include "sequencing/sequencer.hpp"

namespace allot {
namespace {

using test::Order;

constexpr std::uint32_t skus = 6;

class LookUps : public testing::Test {
 protected:
  LookUps() {
    EngineOptions options;
    options.limits = test::small_limits();
    options.limits->closed_orders_max = 20;
    options.durability = Durability::none;
    options.threading = Threading::host_steps;
    options.clock = &clock_;
    engine_ = std::move(Engine::open(options).value());
    producer_ = std::make_unique<Producer>(std::move(engine_->open_producer().value()));
    for (const Command& command : test::opening_commands(skus, 50)) (void)decide(command);
  }
  Answer decide(const Command& command) {
    EXPECT_TRUE(producer_->submit(command).ok());
    while (engine_->step() == 0) {
    }
    Answer answer;
    EXPECT_EQ(producer_->poll_answers({&answer, 1}), 1U);
    return answer;
  }
  CommandKey next_key() { return {.low = ++key_, .high = 9}; }
  [[nodiscard]] std::optional<OrderInspection> order(std::uint64_t number) {
    const OrderKey key{.low = number, .high = 0};
    return engine_->look_up().orders({&key, 1}).front();
  }

  ManualClock clock_{1'000};
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<Producer> producer_;
  std::uint64_t key_{0};
};

TEST_F(LookUps, CodesAndIdsAreFoundFromEitherSide) {
  const Lookups look_up = engine_->look_up();
  const std::vector<std::string_view> codes{"sku-3", "nothing", "sku-1", "", "SKU-1"};
  EXPECT_EQ(look_up.ids(IdKind::sku, codes), (std::vector<std::uint32_t>{3, 0, 1, 0, 0}));
  const std::vector<std::uint32_t> ids{3, 0, 1, skus + 1, ~0U};
  EXPECT_EQ(look_up.codes(IdKind::sku, ids),
            (std::vector<std::string>{"sku-3", "", "sku-1", "", ""}));
  const std::vector<std::string_view> north{"north", "web"};
  EXPECT_EQ(look_up.ids(IdKind::node, north), (std::vector<std::uint32_t>{1, 0}));
  EXPECT_EQ(look_up.ids(IdKind::channel, north), (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(look_up.count(IdKind::sku), skus);
  EXPECT_EQ(look_up.count(IdKind::node), 2U);
  EXPECT_EQ(look_up.count(IdKind::cap), 0U);
}

TEST_F(LookUps, AnswersTellTheIdOfWhatACommandNames) {
  const auto define = [&](const char* code, MoneyMinor price) {
    return decide(
        DefineSku{.command_key = next_key(), .code = test::code(code), .list_price = price});
  };
  EXPECT_EQ(define("new", 5).id, skus + 1);
  EXPECT_EQ(define("newer", 5).id, skus + 2);
  EXPECT_EQ(define("new", 6).id, skus + 1) << "it was there";
  const Answer refused = define("new", -1);
  EXPECT_EQ(refused.reason, Reason::price_out_of_range);
  EXPECT_EQ(refused.id, skus + 1);
  EXPECT_EQ(define("never", -1).id, 0U);
  const DefineSku twice{.command_key = next_key(), .code = test::code("newer")};
  EXPECT_EQ(decide(twice).id, skus + 2);
  const Answer duplicate = decide(twice);
  EXPECT_TRUE(duplicate.duplicate);
  EXPECT_EQ(duplicate.id, skus + 2);
  EXPECT_EQ(decide(DefineNode{.command_key = next_key(), .code = test::code("new")}).id, 3U);
  EXPECT_EQ(decide(DefineSku{.command_key = next_key(), .code = Code{}}).id, 0U);
  EXPECT_EQ(decide(Order(1, {1}).command()).id, 0U);
}

TEST_F(LookUps, AnOrderShowsItsLinesAndWhereTheyAreHeld) {
  Order both(1, {1, 2}, 60);
  both.place().shortage = Shortage::backorder;
  both.place().max_splits = 3;
  ASSERT_EQ(decide(both.command()).reason, Reason::ok);
  Order rest(2, {1}, 60);
  rest.place().shortage = Shortage::backorder;
  rest.place().max_splits = 3;
  ASSERT_EQ(decide(rest.command()).reason, Reason::ok);

  const auto seen = order(1);
  ASSERT_TRUE(seen.has_value());
  EXPECT_EQ(seen->as_of, seen->sequence + 1);
  EXPECT_EQ(seen->status, OrderStatus::open);
  EXPECT_EQ(seen->value, 2 * 60 * 500);
  EXPECT_EQ(seen->version, 1U);
  EXPECT_NE(seen->pay_by, 0);
  ASSERT_EQ(seen->lines.size(), 2U);
  EXPECT_EQ(seen->lines[1].sku, SkuId{2});
  EXPECT_EQ(seen->lines[1].state, LineState::held);
  EXPECT_EQ(seen->lines[1].held, 60U);
  ASSERT_EQ(seen->lines[1].holds.size(), 2U);
  EXPECT_EQ(seen->lines[1].holds[0].node, NodeId{1});
  EXPECT_EQ(seen->lines[1].holds[0].quantity + seen->lines[1].holds[1].quantity, 60U);

  const auto waits = order(2);
  ASSERT_TRUE(waits.has_value());
  EXPECT_EQ(waits->lines[0].state, LineState::waiting);
  EXPECT_EQ(waits->lines[0].held, 40U);
  EXPECT_EQ(waits->lines[0].waiting, 20U);

  ASSERT_EQ(
      decide(ConfirmPayment{.command_key = next_key(), .order_key = {1, 0}, .paid_at = 1}).reason,
      Reason::ok);
  EXPECT_EQ(order(1)->lines[0].state, LineState::allocated);
  EXPECT_EQ(order(1)->payment, Payment::paid);
  ASSERT_EQ(decide(Cancel{.command_key = next_key(), .order_key = {1, 0}}).reason, Reason::ok);
  EXPECT_EQ(order(1)->status, OrderStatus::cancelled) << "while it is remembered";
  EXPECT_EQ(order(1)->lines[0].state, LineState::ended);
  EXPECT_EQ(order(1)->lines[0].held, 0U);
  EXPECT_FALSE(order(99).has_value());

  // It is forgotten after closed_orders_max others.
  for (std::uint64_t number = 100; number < 120; ++number) {
    ASSERT_EQ(decide(Order(number, {3}).command()).reason, Reason::ok);
    (void)decide(Cancel{.command_key = next_key(), .order_key = {number, 0}});
  }
  EXPECT_FALSE(order(1).has_value());
}

// Exactly what is shown can be had, and not one unit more.
TEST_F(LookUps, WhatAChannelCanHaveIsWhatAnOrderGets) {
  std::mt19937 random(20261128);
  const auto below = [&](std::uint32_t end) { return static_cast<std::uint32_t>(random() % end); };
  for (int round = 0; round < 300; ++round) {
    const SkuId sku{1 + below(skus)};
    SetSafetyStock safety{.command_key = next_key(), .sku = sku, .node = NodeId{1 + below(2)}};
    safety.quantity = below(20);
    (void)decide(safety);
    Receive receive{.command_key = next_key(), .sku = sku, .node = NodeId{1 + below(2)}};
    receive.quantity = 1 + below(30);
    (void)decide(receive);
    const auto seen = engine_->look_up().available(ChannelId{1}, ZoneId{1}, {&sku, 1}).front();
    ASSERT_TRUE(seen.has_value());
    std::uint64_t sum = 0;
    for (const NodeUnits& at : seen->at) sum += at.units;
    if (!seen->claimed) {
      EXPECT_EQ(seen->can_have, sum);
    }
    const std::uint64_t number = 1'000 + 2 * static_cast<std::uint64_t>(round);
    const auto most = static_cast<std::uint32_t>(seen->can_have);
    Order too_much(number, {sku.value}, most + 1);
    too_much.place().max_splits = Place::no_split_limit;
    EXPECT_EQ(decide(too_much.command()).reason, Reason::stock_insufficient) << "round " << round;
    if (most == 0) continue;
    Order all(number + 1, {sku.value}, most);
    all.place().max_splits = Place::no_split_limit;
    EXPECT_EQ(decide(all.command()).reason, Reason::ok) << "round " << round;
    if (below(2) == 0)
      (void)decide(Cancel{.command_key = next_key(), .order_key = {number + 1, 0}});
  }
  const SkuId sku{1};
  const Lookups look_up = engine_->look_up();
  EXPECT_TRUE(look_up.available(ChannelId{1}, ZoneId{}, {&sku, 1}).front().has_value());
  EXPECT_FALSE(look_up.available(ChannelId{2}, ZoneId{1}, {&sku, 1}).front().has_value());
  EXPECT_FALSE(look_up.available(ChannelId{1}, ZoneId{9}, {&sku, 1}).front().has_value());
  const SkuId unknown{skus + 1};
  EXPECT_FALSE(look_up.available(ChannelId{1}, ZoneId{1}, {&unknown, 1}).front().has_value());
}

TEST_F(LookUps, TheSumsOverRandomOrdersAreThoseOfTheLedger) {
  std::mt19937 random(7);
  const auto below = [&](std::uint32_t end) { return static_cast<std::uint32_t>(random() % end); };
  std::vector<OrderKey> keys;
  std::uint64_t seen_waiting = 0;
  for (std::uint64_t number = 1; number <= 600; ++number) {
    Order placed(number, {1 + below(3), 4 + below(3)}, 1 + below(12));
    placed.place().shortage = Shortage::backorder;
    (void)decide(placed.command());
    keys.push_back({.low = number, .high = 0});
    const OrderKey some{.low = 1 + below(static_cast<std::uint32_t>(number)), .high = 0};
    if (below(3) == 0) {
      (void)decide(ConfirmPayment{.command_key = next_key(), .order_key = some, .paid_at = 1});
    }
    if (below(3) == 0) (void)decide(Cancel{.command_key = next_key(), .order_key = some});
    if (number % 100 != 0) continue;

    std::uint64_t units = 0;
    std::uint64_t waiting = 0;
    for (const auto& seen : engine_->look_up().orders(keys)) {
      if (!seen) continue;
      for (const LineInspection& line : seen->lines) {
        units += line.held;
        waiting += line.waiting;
      }
    }
    const Conservation scan = engine_->conservation();
    EXPECT_TRUE(scan.holds) << scan.fault;
    EXPECT_EQ(units, scan.held + scan.allocated);
    EXPECT_EQ(waiting, scan.waiting);
    seen_waiting += waiting;
    std::vector<SkuId> all;
    for (std::uint32_t sku = 1; sku <= skus; ++sku) all.push_back({sku});
    std::uint64_t available = 0;
    for (const auto& seen : engine_->look_up().available(ChannelId{1}, ZoneId{}, all)) {
      for (const NodeUnits& at : seen->at) available += at.units;
    }
    EXPECT_EQ(available, scan.available) << "no safety stock, and one network";
  }
  EXPECT_GT(seen_waiting, 0U);
}

// What came back goes to who waits first, also while they are still being served.
TEST_F(LookUps, WhatIsClaimedIsSaid) {
  const SkuId sku{1};
  const auto seen = [&] {
    return *engine_->look_up().available(ChannelId{1}, ZoneId{1}, {&sku, 1}).front();
  };
  constexpr std::uint64_t waiting = 2'000;
  for (std::uint64_t number = 1; number <= 100 + waiting; ++number) {
    Order one(number, {1});
    one.place().shortage = Shortage::backorder;
    ASSERT_EQ(decide(one.command()).reason, Reason::ok);
  }
  EXPECT_FALSE(seen().claimed);
  Receive some{.command_key = next_key(), .sku = sku, .node = NodeId{1}};
  some.quantity = waiting + 15;
  ASSERT_EQ(decide(some).reason, Reason::ok);
  EXPECT_TRUE(seen().claimed) << "or there is nothing to test";
  EXPECT_GT(seen().at.front().units, 15U);
  EXPECT_LE(seen().can_have, 15U);
  ASSERT_TRUE(engine_->wait_idle().ok());
  EXPECT_FALSE(seen().claimed);
  EXPECT_EQ(seen().can_have, 15U);
}

TEST_F(LookUps, AnAccountOfACapIsThatOfItsWindow) {
  DefineCap cap{.command_key = next_key(), .code = test::code("two each"), .at_most = 2};
  cap.per = TokenKind::customer;
  cap.window_ns = 1'000'000'000;
  ASSERT_EQ(decide(cap).id, 1U);
  Order two(1, {1}, 2);
  two.place().tokens.customer = 77;
  ASSERT_EQ(decide(two.command()).reason, Reason::ok);
  const std::vector<Token> tokens{77, 78, 0};
  const auto seen = engine_->look_up().cap_accounts(CapId{1}, tokens, 999'999'999);
  ASSERT_TRUE(seen[0] && seen[1]);
  EXPECT_EQ(seen[0]->window_begin, 0);
  EXPECT_EQ(seen[0]->window_end, 1'000'000'000);
  EXPECT_EQ(seen[0]->at_most, 2U);
  EXPECT_EQ(seen[0]->debited, 2U);
  EXPECT_EQ(seen[0]->left, 0U);
  EXPECT_EQ(seen[1]->left, 2U);
  EXPECT_FALSE(seen[2].has_value()) << "nobody has no account";
  const auto next = engine_->look_up().cap_accounts(CapId{1}, tokens, 1'000'000'000);
  EXPECT_EQ(next[0]->window_begin, 1'000'000'000);
  EXPECT_EQ(next[0]->window_end, 2'000'000'000);
  EXPECT_EQ(next[0]->debited, 0U);
  for (const TimeNs time : {TimeNs{-1}, time_max_ns + 1}) {
    EXPECT_FALSE(engine_->look_up().cap_accounts(CapId{1}, tokens, time)[0].has_value());
  }
  EXPECT_FALSE(engine_->look_up().cap_accounts(CapId{2}, tokens, 1)[0].has_value());
}

TEST_F(LookUps, AChildOfForkFindsNothing) {
  ASSERT_EQ(decide(Order(1, {1}).command()).reason, Reason::ok);
  const pid_t child = ::fork();
  if (child == 0) {
    ::alarm(10);
    const bool none = !order(1) && engine_->look_up().count(IdKind::sku) == 0;
    ::_exit(none ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
}

}  // namespace
}  // namespace allot
