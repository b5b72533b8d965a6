// What scenarios are played in: a small shop, in the naive engine and in the engine.
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <string>
#include <vector>

#include "allot/intake/body_hash.hpp"
#include "message_text.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {

inline Limits small_limits() {
  Limits limits;
  limits.skus_max = 8;
  limits.nodes_max = 4;
  limits.lots_max = 64;
  limits.orders_max = 64;
  limits.closed_orders_max = 64;
  limits.lines_max = 4'000;
  limits.holds_max = 64;
  limits.command_keys_max = 256;
  limits.attempts_max = 64;
  limits.list_entries_max = 16;
  return limits;
}

struct NaiveSide {
  explicit NaiveSide(const Limits& limits, Semantics semantics)
      : engine(limits, semantics.version()) {}
  NaiveEngine engine;
  Answer apply(const Sequenced& in, std::vector<Event>& events) { return engine.apply(in, events); }
};

struct CoreSide {
  explicit CoreSide(const Limits& limits, Semantics semantics)
      : engine(limits, semantics), outcome(Core::step_events_max(limits)) {}
  Core engine;
  Outcome outcome;
  Answer apply(const Sequenced& in, std::vector<Event>& events) {
    const Answer answer = engine.apply(in, outcome);
    events.assign(outcome.events().begin(), outcome.events().end());
    return answer;
  }
};

// Two SKUs (list price 100), two nodes, one zone, one channel with a time to live of 100 ns.
template <class Side>
class Scenario : public ::testing::Test {
 protected:
  explicit Scenario(const Limits& limits = small_limits(), Semantics semantics = {})
      : side_(limits, semantics), limits_(limits) {}

  void SetUp() override {
    apply(Start{limits_});
    for (const char* code : {"S1", "S2"}) apply(DefineSku{key(), *Code::from(code), 100});
    for (const char* code : {"N1", "N2"}) apply(DefineNode{key(), *Code::from(code), 0});
    apply(DefineZone{key(), *Code::from("Z1")});
    apply(channel());
    for (const std::uint32_t node : {1U, 2U}) {
      apply(DefineLane{key(), {node}, {1}, 500, node, 0, true});
      apply(DefineNetwork{key(), {1}, {node}, true});
    }
  }

  CommandKey key() { return {++last_key_, 0}; }

  DefineChannel channel() {
    DefineChannel channel;
    channel.command_key = key();
    channel.code = *Code::from("C1");
    channel.hold_ttl_ns = 100;
    channel.review_ttl_ns = 50;
    return channel;
  }

  Reason apply(const Command& command) {
    Sequenced in;
    in.sequence = ++sequence_;
    in.time = now_;
    in.body_hash = body_hash(command);
    in.command = command;
    answer_ = side_.apply(in, events_);
    return answer_.reason;
  }

  void receive(std::uint32_t sku, std::uint32_t node, std::uint32_t quantity,
               std::uint64_t lot = 0) {
    ASSERT_EQ(apply(Receive{key(), {sku}, {node}, lot, quantity, 0}), Reason::ok);
  }

  Place order(std::uint64_t order_key, std::initializer_list<OrderLine> lines) {
    Place place;
    place.command_key = key();
    place.order_key = {order_key, 0};
    place.channel = {1};
    place.zone = {1};
    lines_.emplace_back(lines);
    place.lines = lines_.back();
    return place;
  }

  // The last step's events, each as its type and what matters here.
  std::string told() const {
    std::string text;
    for (const Event& event : events_) {
      if (!text.empty()) text += ", ";
      text += event_name(event.type);
      if (event.node != 0) text.append(" N").append(std::to_string(event.node));
      if (event.sku != 0) text.append(" S").append(std::to_string(event.sku));
      if (event.quantity != 0) text.append(" x").append(std::to_string(event.quantity));
      if (event.reason != Reason::ok) text.append(" ").append(reason_text(event.reason).name);
    }
    return text;
  }

  Conservation sums() const { return side_.engine.conservation(); }

  Side side_;
  TimeNs now_{1'000};
  Answer answer_;
  std::vector<Event> events_;

 private:
  Limits limits_;
  Sequence sequence_{0};
  std::uint64_t last_key_{0};
  std::deque<std::vector<OrderLine>> lines_;
};

using Sides = ::testing::Types<NaiveSide, CoreSide>;
}  // namespace allot::oracle
