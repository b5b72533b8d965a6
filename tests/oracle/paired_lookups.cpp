// The engine's look-ups for tools, against the naive engine's state.
#include <algorithm>
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
    const std::int64_t waiting = order.status == OrderStatus::open ? expected.waiting : 0;
    if (line.sku.value != expected.sku || line.ordered != expected.ordered ||
        line.waiting != waiting || line.refused != expected.refused ||
        line.price != expected.price || line.holds.size() != expected.parts.size()) {
      return "line " + std::to_string(i);
    }
    std::map<PartKey, std::int64_t> parts;
    for (const HoldInspection& hold : line.holds)
      parts[{hold.node.value, hold.lot}] = hold.quantity;
    if (parts != expected.parts) return "holds of line " + std::to_string(i);
  }
  const auto same = [](const CapDebitInspection& debit, const CapDebit& other) {
    return debit.cap.value == other.account.cap && debit.token == other.account.token &&
           debit.window_begin == other.account.begin && debit.units == other.units &&
           debit.excess == other.excess;
  };
  if (!std::ranges::equal(seen.cap_debits, order.debits, same)) return "debits of caps";
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
  const auto check_codes = [&](IdKind kind, const auto& entries, auto code_of) {
    for (std::uint32_t id = 1; id <= entries.size(); ++id) {
      const Code& code = code_of(entries[id - 1]);
      if (core_.find(kind, code.text()) != id || core_.code(kind, id) != code.text()) {
        text += "  code " + std::string(code.text()) + '\n';
      }
    }
  };
  const auto plain = [](const auto& entry) -> const Code& { return entry.code; };
  check_codes(IdKind::sku, state.skus, plain);
  check_codes(IdKind::node, state.nodes, plain);
  check_codes(IdKind::zone, state.zones, plain);
  check_codes(IdKind::channel, state.channels,
              [](const Channel& c) -> const Code& { return c.settings.code; });
  check_codes(IdKind::sku_set, state.sku_sets, plain);
  check_codes(IdKind::cap, state.caps, plain);
  for (std::uint32_t set = 0; set <= state.sku_sets.size(); ++set) {
    for (std::uint32_t sku = 0; sku <= state.skus.size() + 1; ++sku) {
      const bool expected = set != 0 && state.sku_sets[set - 1].members.contains(sku);
      if (core_.in_sku_set({set}, {sku}) == expected) continue;
      text += "  SKU " + std::to_string(sku) + " in set " + std::to_string(set) + '\n';
    }
  }
  if (text.empty()) return {};
  return text;
}

}  // namespace allot::oracle
