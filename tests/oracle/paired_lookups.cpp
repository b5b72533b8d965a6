// The engine's look-ups for tools, against the naive engine's state.
#include <string>

#include "paired_run.hpp"

namespace allot::oracle {
namespace {

// Returns: what is wrong with `seen`, empty when it shows `order`.
std::string fault_in(const OrderInspection& seen, const Order& order) {
  const bool head = seen.order_key == order.key && seen.sequence == order.sequence &&
                    seen.channel.value == order.channel && seen.zone.value == order.zone &&
                    seen.value == order.value && seen.ship_complete == order.ship_complete;
  const bool standing = seen.status == order.status && seen.payment == order.payment &&
                        seen.review == order.review && seen.ship_stop == order.ship_stop &&
                        seen.version == order.version;
  const bool times = seen.pay_by == order.pay_by && seen.remind_at == order.remind_at &&
                     seen.review_by == order.review_by;
  if (!head || !standing || !times) return head ? standing ? "times" : "standing" : "head";
  if (seen.lines.size() != order.lines.size()) return "number of lines";
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    const LineInspection& line = seen.lines[i];
    const Line& expected = order.lines[i];
    if (line.sku.value != expected.sku || line.ordered != expected.ordered ||
        line.waiting != expected.waiting || line.refused != expected.refused ||
        line.price != expected.price || line.holds.size() != expected.parts.size()) {
      return "line " + std::to_string(i);
    }
    std::map<PartKey, std::int64_t> parts;
    for (const HoldInspection& hold : line.holds)
      parts[{hold.node.value, hold.lot}] = hold.quantity;
    if (parts != expected.parts) return "holds of line " + std::to_string(i);
  }
  return {};
}

}  // namespace

std::optional<std::string> Pair::compare_lookups() const {
  const State& state = naive_.state();
  std::string text;
  const auto check_order = [&](const Order& order) {
    const auto seen = core_.find_order(order.key);
    const std::string fault = seen ? fault_in(*seen, order) : "not found";
    if (fault.empty()) return;
    text += "  find_order " + std::to_string(order.key.high) + ':' + std::to_string(order.key.low) +
            ": " + fault + '\n';
  };
  for (const auto& [sequence, order] : state.open) check_order(order);
  for (const Order& order : state.closed) check_order(order);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> available;
  for (const auto& [key, lot] : state.lots) {
    available[{key.sku, key.node}] += static_cast<std::uint64_t>(lot.available);
  }
  for (std::uint32_t sku = 1; sku <= state.skus.size(); ++sku) {
    for (std::uint32_t node = 1; node <= state.nodes.size(); ++node) {
      if (core_.available({sku}, {node}) != available[{sku, node}]) {
        text +=
            "  available of SKU " + std::to_string(sku) + " at node " + std::to_string(node) + '\n';
      }
    }
  }
  const auto check_codes = [&text](const auto& entries, auto code_of, auto find, auto code_at) {
    for (std::uint32_t id = 1; id <= entries.size(); ++id) {
      const Code& code = code_of(entries[id - 1]);
      const auto found = find(code.text());
      if (!found || found->value != id || code_at(id) != code.text()) {
        text += "  code " + std::string(code.text()) + '\n';
      }
    }
  };
  const auto plain = [](const auto& entry) -> const Code& { return entry.code; };
  check_codes(
      state.skus, plain, [this](auto c) { return core_.find_sku(c); },
      [this](std::uint32_t id) { return core_.sku_code({id}); });
  check_codes(
      state.nodes, plain, [this](auto c) { return core_.find_node(c); },
      [this](std::uint32_t id) { return core_.node_code({id}); });
  check_codes(
      state.zones, plain, [this](auto c) { return core_.find_zone(c); },
      [this](std::uint32_t id) { return core_.zone_code({id}); });
  check_codes(
      state.channels, [](const Channel& c) -> const Code& { return c.settings.code; },
      [this](auto c) { return core_.find_channel(c); },
      [this](std::uint32_t id) { return core_.channel_code({id}); });
  if (text.empty()) return {};
  return text;
}

}  // namespace allot::oracle
