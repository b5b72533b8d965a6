// The engine's look-ups for tools, against the naive engine's state.
#include <algorithm>
#include <string>

#include "paired_run.hpp"

namespace allot::oracle {
namespace {

LineState state_of(const Order& order, const Line& line) {
  if (order.status != OrderStatus::open || line.ordered == 0) return LineState::ended;
  if (line.refused != 0) return LineState::refused;
  if (line.waiting != 0) return LineState::waiting;
  return order.firm() ? LineState::allocated : LineState::held;
}

// Returns: what is wrong with `seen`, empty when it shows `order`.
std::string fault_in(const OrderInspection& seen, const Order& order, const Sums& sums,
                     std::pair<std::int64_t, std::int64_t> balance) {
  if (seen.order_number != order.number.text()) return "number";
  const bool head = seen.order_key == order.key && seen.sequence == order.sequence &&
                    seen.ship_by == order.ship_by &&
                    seen.sold_at == Order::second_of(order.sold_at) * 1'000'000'000 &&
                    seen.imported == order.imported && seen.channel.value == order.channel &&
                    seen.zone.value == order.zone && seen.value == order.value &&
                    seen.ship_complete == order.ship_complete;
  const bool standing = seen.status == order.status && seen.payment == order.payment &&
                        seen.review == order.review && seen.ship_stop == order.ship_stop &&
                        seen.version == order.version;
  const bool times = seen.pay_by == order.pay_by && seen.remind_at == order.remind_at &&
                     seen.review_by == order.review_by;
  const bool says = order.says_money();
  if (seen.discount != order.discount || seen.shipping != order.shipping ||
      seen.shipping_tax != order.shipping_tax ||
      seen.tax_included != (says && order.tax_included)) {
    return "money";
  }
  if (seen.payments.captured != sums.of(PaymentKind::captured) ||
      seen.payments.authorised != sums.of(PaymentKind::authorised) ||
      seen.payments.refunded != sums.of(PaymentKind::refunded) ||
      seen.payments.reversed != sums.of(PaymentKind::reversed) ||
      seen.payments.charged_back != sums.of(PaymentKind::charged_back) ||
      seen.payments.credit != order.credit ||
      std::pair(seen.payments.open, seen.payments.refund_due) != balance) {
    return "payments";
  }
  if (!head || !standing || !times) return head ? standing ? "times" : "standing" : "head";
  if (seen.lines.size() != order.lines.size()) return "number of lines";
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    const LineInspection& line = seen.lines[i];
    const Line& expected = order.lines[i];
    const std::int64_t waiting = order.status == OrderStatus::open ? expected.waiting : 0;
    if (line.sku.value != expected.sku || line.ordered != expected.ordered ||
        line.waiting != waiting || line.held != expected.taken() ||
        line.to_pick != expected.sum_to_pick() ||
        line.picked != expected.sum_picked() - expected.sum_packed() ||
        line.packed != expected.sum_packed() || line.state != state_of(order, expected) ||
        line.refused != expected.refused || line.shipped != expected.shipped ||
        std::cmp_not_equal(line.shipped_beyond, expected.beyond) ||
        std::cmp_not_equal(line.delivered, expected.delivered) ||
        std::cmp_not_equal(line.returned, expected.returned) || line.lost != expected.lost ||
        line.turned_away != expected.turned_away || line.home != expected.home ||
        line.price != expected.price || line.total != expected.total ||
        line.discount != expected.discount || line.tax != expected.tax ||
        line.line_number != expected.number || line.wanted_at != expected.wanted_at ||
        line.holds.size() != expected.parts.size()) {
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

// What a channel can have, of one channel and zone for each command that went before.
std::string Pair::compare_available() const {
  const State& state = naive_.state();
  if (state.channels.empty()) return {};
  const auto pick = [&](std::size_t of) {
    return static_cast<std::uint32_t>(state.last_sequence % of);
  };
  const std::uint32_t channel = pick(state.channels.size()) + 1;
  const std::uint32_t zone = pick(state.zones.size() + 1);
  std::string text;
  for (std::uint32_t sku = 1; sku <= state.skus.size(); ++sku) {
    const auto seen = core_.find_available({channel}, {zone}, {sku});
    std::map<std::uint32_t, std::int64_t> at;
    if (seen) {
      for (const NodeUnits& node : seen->at) at[node.node.value] = node.units;
    }
    if (seen && seen->as_of == state.last_sequence &&
        at == naive_.can_have_at(sku, channel, zone) &&
        seen->can_have == naive_.can_have(sku, channel, zone)) {
      continue;
    }
    text += "  find_available of SKU " + std::to_string(sku) + " by channel " +
            std::to_string(channel) + " to zone " + std::to_string(zone) + '\n';
  }
  if (core_.find_available({channel + 1000}, {zone}, {1}) || core_.find_available({0}, {0}, {1})) {
    text += "  find_available of an unknown channel\n";
  }
  return text;
}

// What look-ups show, order by order and cell by cell, has the sums of the full scan.
std::string Pair::compare_seen_sums() const {
  const State& state = naive_.state();
  const Conservation scan = core_.conservation();
  std::uint64_t held = 0;
  std::uint64_t allocated = 0;
  std::uint64_t waiting = 0;
  for (const auto& [sequence, order] : state.open) {
    const auto seen = core_.find_order(order.key);
    if (!seen) continue;
    const bool firm = seen->review == Review::clear && seen->payment != Payment::unpaid &&
                      seen->payment != Payment::pending;
    for (const LineInspection& line : seen->lines) {
      (firm ? allocated : held) += line.held;
      waiting += line.waiting;
    }
  }
  std::uint64_t available = 0;
  for (std::uint32_t sku = 1; sku <= core_.count(IdKind::sku); ++sku) {
    for (std::uint32_t node = 1; node <= core_.count(IdKind::node); ++node) {
      available += core_.available({sku}, {node});
    }
  }
  if (held == scan.held && allocated == scan.allocated && waiting == scan.waiting &&
      available == scan.available) {
    return {};
  }
  return "  the sums over look-ups are not those of conservation()\n";
}

std::optional<std::string> Pair::compare_lookups() const {
  const State& state = naive_.state();
  std::string text = compare_available() + compare_seen_sums() + compare_feeds();
  const auto is_where = [&](Sequence sequence, const OrderKey& key, Sequence at) {
    const Went* last = nullptr;
    for (const Went& went : state.went) {
      if (went.sequence != sequence) continue;
      last = &went;
      sequence = went.into_sequence;  // which went later, if it did
    }
    return last == nullptr ? at == 0 && !key.present() : at == sequence && key == last->into;
  };
  const auto check_order = [&](const Order& order) {
    const auto seen = core_.find_order(order.key);
    std::string fault =
        seen ? fault_in(*seen, order, NaiveEngine::sums_of(order), NaiveEngine::balance_of(order))
             : "not found";
    if (core_.find_stub(order.key)) text += "  an order is a stub, too\n";
    if (core_.order_number(order.key) != order.number.text()) fault += " order_number";
    if (seen && !is_where(order.sequence, seen->merged_into, seen->merged_sequence)) {
      fault += " merged_into";
    }
    if (fault.empty()) return;
    text += "  find_order " + std::to_string(order.key.high) + ':' + std::to_string(order.key.low) +
            ": " + fault + '\n';
  };
  for (const auto& [sequence, order] : state.open) check_order(order);
  for (const Order& order : state.closed) check_order(order);
  for (const Stub& stub : state.stubs) {
    const auto seen = core_.find_stub(stub.key);
    const bool same = seen && seen->order_key == stub.key && seen->as_of == state.last_sequence &&
                      seen->sequence == stub.sequence && seen->value == stub.value &&
                      seen->status == stub.status && seen->payment == stub.payment &&
                      seen->imported == stub.imported && seen->retired_at == stub.retired_at &&
                      is_where(stub.sequence, seen->merged_into, seen->merged_sequence);
    if (!same || core_.find_order(stub.key)) {
      text += "  find_stub " + std::to_string(stub.key.high) + ':' + std::to_string(stub.key.low) +
              '\n';
    }
  }
  for (const News& news : state.news) {
    const std::vector<NewsInspection> seen = core_.find_news(news.key);
    const bool same = std::ranges::any_of(seen, [&](const NewsInspection& item) {
      return item.command == news.command && item.sequence == news.sequence &&
             item.paid_at == news.paid_at && item.until == news.until;
    });
    const auto count =
        std::ranges::count_if(state.news, [&](const News& n) { return n.key == news.key; });
    if (!same || std::cmp_not_equal(seen.size(), count)) text += "  find_news\n";
  }
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
    if (core_.count(kind) != entries.size()) text += "  number of entries\n";
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
  check_codes(IdKind::carrier, state.carriers, plain);
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
