// What of an order that goes on becomes another (rules, section 19).
#include <algorithm>
#include <ranges>

#include "generator/ranges.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

using ranges::units_max;
__extension__ using Wide = __int128;

Wide line_due(const Line& line, bool tax_included) {
  const Wide amount = line.total != 0 ? Wide{line.total} : Wide{line.price} * line.ordered;
  return amount - line.discount + (tax_included ? 0 : line.tax);
}

}  // namespace

NaiveEngine::Verdict NaiveEngine::run(const CancelLine& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  const auto known = [](std::uint32_t id, std::size_t count) { return id > 0 && id <= count; };
  if (!known(command.sku.value, state_.skus.size())) return Refusal{Reason::sku_unknown};
  const std::uint32_t node = command.node.value;
  if (node != 0 && !known(node, state_.nodes.size())) return Refusal{Reason::node_unknown};
  if (command.quantity > units_max) return Refusal{Reason::quantity_out_of_range};
  Order* order = settled(command.order_key);
  const Stub* stub = find_stub(command.order_key);
  if (order == nullptr && stub == nullptr) return Refusal{Reason::order_unknown};
  const OrderStatus status = order != nullptr ? order->status : stub->status;
  if (status == OrderStatus::shipped) return Refusal{Reason::order_shipped};
  if (status != OrderStatus::open || order == nullptr) return Refusal{Reason::order_ended};
  if (order->asked_back && order->on_floor()) return Refusal{Reason::cancel_pending};
  if (command.version != 0 && command.version != order->version) {
    return Refusal{Reason::version_stale};
  }
  Goods meant;
  meant.sku = command.sku.value;
  meant.line_number = command.line_number;
  const std::vector<std::size_t> named = lines_of(order->lines, meant);
  if (named.empty()) return Refusal{Reason::not_in_order};
  if (named.size() > 1) {
    return Refusal{Reason::line_number_missing, static_cast<std::uint32_t>(named[0]), meant.sku};
  }
  return cancel_of(*order, named[0], command);
}

NaiveEngine::Verdict NaiveEngine::cancel_of(Order& order, std::size_t index,
                                            const CancelLine& command) {
  Line& line = order.lines[index];
  const std::uint32_t node = command.node.value;
  std::int64_t there = node == 0 ? line.waiting : 0;
  for (const auto& [key, units] : line.parts) {
    if (node == 0 || key.node == node) there += units;
  }
  const std::int64_t all = line.taken() + line.waiting;
  const std::int64_t units = command.quantity == 0 ? there : command.quantity;
  if (units == 0 || units > there) {
    const bool elsewhere = all > 0 && all >= units;
    const Reason why = elsewhere          ? Reason::not_held_there
                       : line.shipped > 0 ? Reason::already_left
                                          : Reason::not_in_order;
    return Refusal{why, static_cast<std::uint32_t>(index), line.sku};
  }
  std::int64_t left = -units;
  for (const Line& each : order.lines) left += each.taken() + each.sum_picked() + each.waiting;
  if (left == 0) {
    ++state_.gone.cut_to_nothing;
    stop(order, OrderStatus::cancelled);
    return {};
  }
  Line after = line;
  after.ordered -= units;
  for (MoneyMinor* amount : {&after.total, &after.discount, &after.tax}) {
    *amount = static_cast<MoneyMinor>(Wide{*amount} * after.ordered / line.ordered);
  }
  const Wide less = line_due(line, order.tax_included) - line_due(after, order.tax_included);
  if (order.value - less < 0) return Refusal{Reason::discount_too_large};
  if (order.payment == Payment::paid && less != 0) order.sums = sums_of(order);
  const Wide refund_before = refund_due_of(order, order.status);
  const std::int64_t held = line.taken();
  give_up(order, line, units, node);
  const std::int64_t back = held - line.taken();
  after.waiting = line.waiting;
  after.queued = line.queued;
  after.parts = line.parts;
  line = after;
  state_.gone.cut_numbered += command.line_number != 0 ? 1 : 0;
  trim(order);
  order.value -= static_cast<MoneyMinor>(less);
  ++order.version;
  give_back_caps(order, line.sku, units);
  Event& event = emit(EventType::line_cancelled, order);
  event.line = static_cast<std::uint16_t>(index);
  event.sku = line.sku;
  event.node = node;
  event.quantity = static_cast<std::uint32_t>(units);
  event.amount = static_cast<std::int64_t>(less);
  event.time = back;
  state_.gone.cut_shipped += order.shipped() > 0 ? 1 : 0;
  if (back > 0) withdraw_offer(order);
  if (order.ship_complete) try_whole(order);
  if (state_.holds_asked_for > 0 && holds_free() >= state_.holds_asked_for) {
    state_.holds_asked_for = 0;
    trigger_all();
  }
  tell_order_changed(order, refund_before);
  return {};
}

// What waits first; of a node only what is held there.
void NaiveEngine::give_up(const Order& order, Line& line, std::int64_t units, std::uint32_t node) {
  if (node == 0) return release(order, line, units);
  bool grew = false;
  for (auto& [key, held] : line.parts) {
    if (key.node != node) continue;
    const std::int64_t back = std::min(units, held);
    Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
    const std::int64_t before = lot.available;
    (order.firm() ? lot.allocated : lot.held) -= back;
    give_back(lot, back);
    grew = grew || lot.available > before;
    held -= back;
    units -= back;
  }
  std::erase_if(line.parts, [](const auto& part) { return part.second == 0; });
  if (grew) trigger(line.sku);
}

// What the order debited for so many units of the SKU goes back.
void NaiveEngine::give_back_caps(Order& order, std::uint32_t sku, std::int64_t units) {
  for (std::uint32_t id = 1; id <= state_.caps.size(); ++id) {
    const DefineCap& cap = state_.caps[id - 1];
    const auto over = [&](std::uint32_t one) {
      const std::uint32_t set = cap.sku_set.value;
      return set == 0 || state_.sku_sets[set - 1].members.contains(one);
    };
    if (!over(sku)) continue;
    const bool counts = std::ranges::any_of(order.lines, [&](const Line& line) {
      return over(line.sku) && line.ordered > line.refused;
    });
    const bool of_units = cap.measure == CapMeasure::units;
    std::int64_t left = of_units ? units : counts ? 0 : units_max;
    for (const bool excess : {true, false}) {
      // The latest first.
      for (CapDebit& debit : order.debits | std::views::reverse) {
        if (debit.account.cap != id || debit.excess != excess) continue;
        const std::int64_t back = std::min(left, debit.units);
        debit.units -= back;
        left -= back;
        ++(excess ? state_.gone.excess_back : state_.gone.debits_back);
      }
    }
  }
  std::erase_if(order.debits, [](const CapDebit& debit) { return debit.units == 0; });
}

// An order that is shipped whole, and waits, has its turn: it wants less.
void NaiveEngine::try_whole(Order& order) {
  const bool queued = std::ranges::any_of(order.lines, &Line::queued);
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    Line& line = order.lines[i];
    if (!queued && line.waiting > 0 && std::ranges::none_of(order.lines, &Line::queued)) {
      line.queued = true;
    }
    if (!line.queued) continue;
    ++state_.gone.cut_whole;
    try_too(order, i);
  }
}

void NaiveEngine::tell_order_changed(Order& order, Wide refund_before) {
  tell_order(order);
  settle_change(order, refund_before);
}

void NaiveEngine::tell_order(const Order& order) {
  Event& event = emit(EventType::order_changed, order);
  event.line = static_cast<std::uint16_t>(order.lines.size());
  event.quantity = order.version;
  event.amount = order.value;
  event.time = order.pay_by;
}

// What is due may be there now.
void NaiveEngine::settle_change(Order& order, Wide refund_before) {
  const Payment before = order.payment;
  heed_less(order);
  state_.gone.cut_paid += order.payment != before ? 1 : 0;
  if (order.sums) tell_change(order, order.status, refund_before, Reason::ok);
}

// Less may be due of an open order than was.
void NaiveEngine::heed_less(Order& order) {
  const bool nothing = order.asked() == 0 && state_.version >= 3;
  const bool enough = nothing || (order.sums && order.sums->stayed() >= order.asked());
  const Payment before = order.payment;
  if (before == Payment::deposited && deposit_of(order) > 0) {
    order.firm_by = std::min({order.firm_by, order.value, deposit_of(order)});
  }
  if (before != Payment::paid && enough) {
    (void)become_paid(order, state_.now);
  } else if (before != Payment::paid && order.sums) {
    (void)see_aside(order, state_.now);
  }
}

}  // namespace allot::oracle
