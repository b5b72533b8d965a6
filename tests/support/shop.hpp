// A small shop around one Core, for tests that read like a story: each call is one command.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "allot/core/core.hpp"
#include "allot/intake/body_hash.hpp"

namespace allot::test {

inline Limits shop_limits() {
  Limits limits;
  limits.skus_max = 100;
  limits.nodes_max = 8;
  limits.lots_max = 1'000;
  limits.orders_max = 1'000;
  limits.closed_orders_max = 100;
  limits.lines_max = 10'000;
  limits.holds_max = 1'000;
  limits.command_keys_max = 10'000;
  limits.attempts_max = 1'000;
  limits.list_entries_max = 100;
  limits.time_source = TimeSource::host;
  return limits;
}

class Shop {
 public:
  explicit Shop(const Limits& limits = shop_limits(), Semantics semantics = {})
      : core(limits, semantics), outcome(Core::step_events_max(limits)) {
    run(Start{limits});
  }

  Answer run(const Command& command) {
    Sequenced in;
    in.sequence = core.last_sequence() + 1;
    in.time = now;
    in.body_hash = body_hash(command);
    in.command = command;
    return core.apply(in, outcome);
  }
  // Runs a command that needs a key, under a fresh one.
  template <class C>
  Answer give(C command) {
    command.command_key = {++keys, 0};
    return run(command);
  }

  // `nodes` nodes N1.. with priorities 1.., one zone Z, one channel W that all of them serve; lanes
  // cost 100 per parcel and 10 x node per unit.
  void open(std::uint32_t nodes, DefineChannel channel = prepaid()) {
    give(DefineZone{{}, code("Z")});
    channel.code = code("W");
    give(channel);
    for (std::uint32_t n = 1; n <= nodes; ++n) {
      give(DefineNode{{}, code(std::string("N").append(std::to_string(n))), n});
      give(DefineNetwork{{}, ChannelId{1}, NodeId{n}, true});
      give(DefineLane{{}, NodeId{n}, ZoneId{1}, 100, 10 * MoneyMinor{n}, 0, true});
    }
  }
  SkuId sku(std::string_view name, MoneyMinor list_price = 0) {
    give(DefineSku{{}, code(name), list_price});
    return {*core.find(IdKind::sku, name)};
  }
  Answer receive(SkuId sku, std::uint32_t node, std::uint32_t quantity, std::uint64_t lot = 0,
                 TimeNs expires_at = 0) {
    return give(Receive{{}, sku, NodeId{node}, lot, quantity, expires_at});
  }
  Answer place(std::uint64_t order, std::vector<OrderLine> lines, Place terms = {}) {
    terms.order_key = {order, 0};
    terms.channel = ChannelId{1};
    terms.zone = ZoneId{1};
    terms.lines = lines;
    return give(terms);
  }
  Answer pay(std::uint64_t order, TimeNs paid_at) {
    return give(ConfirmPayment{{}, {order, 0}, paid_at});
  }
  Answer cancel(std::uint64_t order) { return give(Cancel{{}, {order, 0}}); }
  Answer tick(TimeNs time) {
    now = time;
    return run(Tick{true});
  }

  [[nodiscard]] std::size_t count(EventType type) const {
    const auto events = outcome.events();
    return static_cast<std::size_t>(std::count_if(
        events.begin(), events.end(), [type](const Event& e) { return e.type == type; }));
  }
  // The units of the last step's events of a type, as "node:quantity" in order.
  [[nodiscard]] std::string units(EventType type) const {
    std::string text;
    for (const Event& event : outcome.events()) {
      if (event.type != type) continue;
      if (!text.empty()) text += ' ';
      text += std::to_string(event.node) + ":" + std::to_string(event.quantity);
    }
    return text;
  }
  [[nodiscard]] const Event* find(EventType type) const {
    for (const Event& event : outcome.events()) {
      if (event.type == type) return &event;
    }
    return nullptr;
  }

  static Code code(std::string_view text) { return *Code::from(text); }
  static DefineChannel prepaid() {
    DefineChannel channel;
    channel.hold_ttl_ns = 1'000;
    channel.pending_ttl_ns = 500;
    channel.review_ttl_ns = 2'000;
    return channel;
  }

  Core core;
  Outcome outcome;
  TimeNs now{1};
  std::uint64_t keys{};
};

}  // namespace allot::test
