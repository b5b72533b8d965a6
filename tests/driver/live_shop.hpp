// A small shop for tests of the live engine: a catalogue, stock, and orders against it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "allot/engine.hpp"
#include "allot/messages/command.hpp"

namespace allot::test {

inline Limits small_limits() {
  Limits limits;
  limits.skus_max = 2'000;
  limits.nodes_max = 4;
  limits.channels_max = 4;
  limits.zones_max = 4;
  limits.lots_max = 10'000;
  limits.lots_per_cell_max = 8;
  limits.orders_max = 20'000;
  limits.closed_orders_max = 1'000;
  limits.lines_max = 200'000;
  limits.lines_per_order_max = 15;
  limits.holds_max = 50'000;
  limits.command_keys_max = 50'000;
  limits.attempts_max = 10'000;
  limits.list_entries_max = 100;
  limits.exceptions_max = limits.promises_max = 100;
  return limits;
}

inline Code code(const std::string& text) { return *Code::from(text); }

// Keys of the catalogue's commands have a high half of their own.
inline CommandKey setup_key(std::uint64_t number) { return {.low = number, .high = 1}; }

// Two nodes, one channel, one zone, `skus` SKUs with `units` at each node.
inline std::vector<Command> opening_commands(std::uint32_t skus, std::uint32_t units) {
  std::vector<Command> commands;
  std::uint64_t key = 0;
  commands.push_back(DefineNode{.command_key = setup_key(++key), .code = code("north")});
  commands.push_back(DefineNode{.command_key = setup_key(++key), .code = code("south")});
  commands.push_back(DefineZone{.command_key = setup_key(++key), .code = code("here")});
  DefineChannel channel;
  channel.command_key = setup_key(++key);
  channel.code = code("web");
  channel.hold_ttl_ns = 1'000'000'000;
  channel.review_ttl_ns = 1'000'000'000;
  commands.push_back(channel);
  for (std::uint32_t node = 1; node <= 2; ++node) {
    DefineNetwork network;
    network.command_key = setup_key(++key);
    network.channel = ChannelId{1};
    network.node = NodeId{node};
    commands.push_back(network);
    DefineLane lane;
    lane.command_key = setup_key(++key);
    lane.node = NodeId{node};
    lane.zone = ZoneId{1};
    lane.parcel_cost = 100 * node;
    lane.unit_cost = 10;
    commands.push_back(lane);
  }
  for (std::uint32_t sku = 1; sku <= skus; ++sku) {
    DefineSku define;
    define.command_key = setup_key(++key);
    define.code = code("sku-" + std::to_string(sku));
    commands.push_back(define);
  }
  for (std::uint32_t sku = 1; sku <= skus; ++sku) {
    for (std::uint32_t node = 1; node <= 2; ++node) {
      Receive receive;
      receive.command_key = setup_key(++key);
      receive.sku = SkuId{sku};
      receive.node = NodeId{node};
      receive.quantity = units;
      commands.push_back(receive);
    }
  }
  return commands;
}

// An order whose lines it owns: hand out command() only while it lives.
class Order {
 public:
  Order(std::uint64_t number, std::vector<std::uint32_t> skus, std::uint32_t quantity = 1) {
    for (const std::uint32_t sku : skus) {
      lines_.push_back({.sku = SkuId{sku}, .quantity = quantity, .price = 500});
    }
    place_.command_key = {.low = number, .high = 2};
    place_.order_key = {.low = number, .high = 0};
    place_.channel = ChannelId{1};
    place_.zone = ZoneId{1};
  }
  [[nodiscard]] Command command() {
    place_.lines = lines_;
    return place_;
  }
  [[nodiscard]] Place& place() { return place_; }

 private:
  std::vector<OrderLine> lines_;
  Place place_;
};

}  // namespace allot::test
