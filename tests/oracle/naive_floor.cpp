// The floor of a warehouse: what is released, picked, or not found; and orders that are asked back
// (rules, section 21).
#include <algorithm>

#include "generator/ranges.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

using ranges::units_max;

struct Sum {
  std::map<PartKey, std::int64_t> from;
  [[nodiscard]] std::int64_t units() const {
    std::int64_t all = 0;
    for (const auto& [key, units] : from) all += units;
    return all;
  }
};

void tell_goods(Event& event, std::size_t index, std::uint32_t sku, const Sum& sum) {
  event.line = static_cast<std::uint16_t>(index);
  event.sku = sku;
  event.node = sum.from.begin()->first.node;
  event.amount = static_cast<std::int64_t>(sum.from.begin()->first.lot);
  event.quantity = static_cast<std::uint32_t>(sum.units());
  if (sum.from.size() > 1) event.flags |= EventFlags::several_lots;
  if (sum.from.rbegin()->first.node != event.node) event.flags |= EventFlags::several_nodes;
}

bool of(const PartKey& key, const Goods& goods) {
  return key.node == goods.node && (goods.lot == 0 || key.lot == goods.lot);
}

}  // namespace

// Where a line holds less than is to be picked of it, less is to be picked.
void NaiveEngine::trim(Order& order) {
  for (Line& line : order.lines) {
    for (auto& [key, units] : line.to_pick) {
      const auto held = line.parts.find(key);
      units = std::min(units, held == line.parts.end() ? 0 : held->second);
    }
    std::erase_if(line.to_pick, [](const auto& part) { return part.second == 0; });
    std::erase_if(line.picked, [](const auto& part) { return part.second == 0; });
  }
}

// Pairs of a line and a lot that more can be on the floor.
std::int64_t NaiveEngine::floor_free() const {
  std::int64_t pairs = 0;
  for (const auto& [sequence, order] : state_.open) {
    for (const Line& line : order.lines) {
      std::set<PartKey> parts;
      for (const auto& [key, units] : line.to_pick) parts.insert(key);
      for (const auto& [key, units] : line.picked) parts.insert(key);
      pairs += static_cast<std::int64_t>(parts.size());
    }
  }
  return std::int64_t{state_.limits.lines_max} + state_.limits.holds_max - pairs;
}

NaiveEngine::Verdict NaiveEngine::run(const ReleaseOrder& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  if (command.node.value > state_.nodes.size()) return Refusal{Reason::node_unknown};
  Order* order = settled(command.order_key);
  if (order == nullptr) return unknown(command.order_key);
  if (order->status == OrderStatus::shipped) return Refusal{Reason::order_shipped};
  if (order->status != OrderStatus::open) return Refusal{Reason::order_ended};
  if (order->asked_back) return Refusal{Reason::cancel_pending};
  if (order->review == Review::in_review) return Refusal{Reason::still_in_review};
  if (order->owes_first()) return Refusal{Reason::not_paid};
  const auto goes = [&](const Line& line, const PartKey& key) {
    return (command.node.value == 0 || key.node == command.node.value) &&
           !has_ended(state_.lots.at({line.sku, key.node, key.lot}));
  };
  std::int64_t units = 0;
  std::int64_t pairs = 0;
  for (const Line& line : order->lines) {
    for (const auto& [key, held] : line.parts) {
      if (!goes(line, key)) continue;
      const auto known = line.to_pick.find(key);
      units += held - (known == line.to_pick.end() ? 0 : known->second);
      pairs += known == line.to_pick.end() && !line.picked.contains(key) ? 1 : 0;
    }
  }
  if (units == 0) return Refusal{Reason::nothing_to_release};
  if (pairs > floor_free()) return Refusal{Reason::floor_full};
  for (std::size_t i = 0; i < order->lines.size(); ++i) {
    Line& line = order->lines[i];
    Sum sum;
    for (const auto& [key, held] : line.parts) {
      if (!goes(line, key) || held == line.to_pick[key]) continue;
      sum.from[key] = held - line.to_pick[key];
      line.to_pick[key] = held;
    }
    if (!sum.from.empty()) {
      tell_goods(emit(EventType::line_released, *order), i, line.sku, sum);
    }
  }
  trim(*order);
  return {};
}

NaiveEngine::Verdict NaiveEngine::goods_at_fault(const OrderKey& key, const Goods& goods) const {
  if (!key.present()) return Refusal{Reason::order_key_missing};
  if (goods.sku == 0 || goods.sku > state_.skus.size()) return Refusal{Reason::sku_unknown};
  if (goods.node == 0 || goods.node > state_.nodes.size()) return Refusal{Reason::node_unknown};
  if (goods.quantity > units_max) return Refusal{Reason::quantity_out_of_range};
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const Pick& command) {
  const Goods goods{command.sku.value, command.node.value, command.lot, command.quantity, 0};
  if (const Verdict fault = goods_at_fault(command.order_key, goods)) return fault;
  Order* order = settled(command.order_key);
  if (order == nullptr) return unknown(command.order_key);
  if (order->status != OrderStatus::open) {
    tell_amiss(order->key, goods, goods.quantity, Reason::order_ended);
    return {};
  }
  const auto line = std::ranges::find(order->lines, goods.sku, &Line::sku);
  if (line == order->lines.end()) {
    tell_amiss(order->key, goods, goods.quantity,
               goods.quantity > 0 ? Reason::not_ordered : Reason::nothing_to_pick);
    return {};
  }
  std::int64_t pairs = 0;
  for (const auto& [key, lot] : state_.lots) {
    const PartKey part{key.node, key.lot};
    if (key.sku != goods.sku || !of(part, goods)) continue;
    pairs += line->to_pick.contains(part) || line->picked.contains(part) ? 0 : 1;
  }
  if (pairs > floor_free()) return Refusal{Reason::floor_full};
  pick(*order, static_cast<std::size_t>(line - order->lines.begin()), goods);
  return {};
}

// Takes from what the line holds there: so many units, or what is to be picked.
std::map<PartKey, std::int64_t> NaiveEngine::take_held(Line& line, const Goods& goods) {
  std::map<PartKey, std::int64_t> taken;
  std::int64_t rest = goods.quantity;
  for (auto& [key, held] : line.parts) {
    if (!of(key, goods)) continue;
    const auto known = line.to_pick.find(key);
    const std::int64_t marked = known == line.to_pick.end() ? 0 : known->second;
    const std::int64_t units = goods.quantity > 0 ? std::min(rest, held) : marked;
    if (units == 0) continue;
    taken[key] = units;
    held -= units;
    rest -= units;
    if (marked > 0) known->second = std::max<std::int64_t>(0, marked - units);
  }
  std::erase_if(line.parts, [](const auto& part) { return part.second == 0; });
  return taken;
}

void NaiveEngine::pick(Order& order, std::size_t index, const Goods& goods) {
  Line& line = order.lines[index];
  const std::int64_t before = line.sum_picked();
  Sum sum;
  sum.from = take_held(line, goods);
  for (const auto& [key, units] : sum.from) {
    Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
    (order.firm() ? lot.allocated : lot.held) -= units;
    lot.picked += units;
    line.picked[key] += units;
  }
  const std::int64_t held = sum.units();
  const std::int64_t rest = goods.quantity > 0 ? goods.quantity - held : 0;
  const std::int64_t owed = line.ordered - line.refused - line.shipped - before - held;
  const std::int64_t wanted = std::min(rest, owed);
  std::int64_t of_others = 0;
  std::int64_t found = 0;
  struct Candidate {
    bool never_expires;
    TimeNs expires_at;
    Sequence received_sequence;
    std::uint64_t lot;
    auto operator<=>(const Candidate&) const = default;
  };
  std::vector<Candidate> lots;
  for (const auto& [key, lot] : state_.lots) {
    if (key.sku != goods.sku || !of({key.node, key.lot}, goods)) continue;
    lots.push_back({lot.expires_at == 0, lot.expires_at, lot.received_sequence, key.lot});
  }
  std::ranges::sort(lots);
  for (const int whose : {0, 1, 2}) {
    for (const Candidate& candidate : lots) {
      const PartKey key{goods.node, candidate.lot};
      Lot& lot = state_.lots.at({goods.sku, goods.node, candidate.lot});
      const std::int64_t there = whose == 0   ? lot.available
                                 : whose == 1 ? lot.unavailable
                                              : std::max<std::int64_t>(0, lot.on_hand - lot.picked);
      const std::int64_t units = std::min(wanted - found, there);
      if (units == 0) continue;
      if (whose == 0) lot.available -= units;
      if (whose == 1) lot.unavailable -= units;
      if (whose == 2) lot.deficit += units;
      of_others += whose == 2 ? units : 0;
      lot.picked += units;
      line.picked[key] += units;
      sum.from[key] += units;
      found += units;
    }
  }
  if (of_others > 0 && state_.version >= 3) look_for_losers();
  state_.gone.picked_unreleased += found > 0 ? 1 : 0;
  const std::int64_t all = sum.units();
  if (all > 0) tell_goods(emit(EventType::line_picked, order), index, line.sku, sum);
  release(order, line, found);
  trim(order);
  if (wanted < rest) tell_amiss(order.key, goods, rest - wanted, Reason::not_ordered);
  if (of_others > 0) tell_amiss(order.key, goods, of_others, Reason::promised_elsewhere);
  if (found < wanted) tell_amiss(order.key, goods, wanted - found, Reason::not_on_hand);
  if (all == 0) {
    if (goods.quantity == 0) tell_amiss(order.key, goods, 0, Reason::nothing_to_pick);
    return;
  }
  if (order.review == Review::in_review) {
    tell_amiss(order.key, Goods{}, all, Reason::still_in_review);
  }
  tell_not_paid(order, Goods{}, all);
  wait_on(order);
  wake_for_holds();
}

NaiveEngine::Verdict NaiveEngine::run(const ShortPick& command) {
  const Goods goods{command.sku.value, command.node.value, command.lot, command.quantity, 0};
  if (const Verdict fault = goods_at_fault(command.order_key, goods)) return fault;
  if (static_cast<int>(command.why) > 1) return Refusal{Reason::field_out_of_range};
  Order* known = settled(command.order_key);
  if (known == nullptr) return unknown(command.order_key);
  Order& order = *known;
  if (order.status != OrderStatus::open) {
    tell_amiss(order.key, goods, goods.quantity, Reason::order_ended);
    return {};
  }
  const auto line = std::ranges::find(order.lines, goods.sku, &Line::sku);
  Sum sum;
  if (line != order.lines.end()) sum.from = take_held(*line, goods);
  const bool damaged = command.why == ShortPickCause::damaged;
  for (const auto& [key, units] : sum.from) {
    Lot& lot = state_.lots.at({goods.sku, key.node, key.lot});
    (order.firm() ? lot.allocated : lot.held) -= units;
    const std::int64_t missed = damaged ? 0 : std::min(units, lot.deficit);
    lot.deficit -= missed;
    if (damaged) {
      lot.unavailable += units;
    } else {
      lot.on_hand -= units - missed;
    }
  }
  trim(order);
  const std::int64_t all = sum.units();
  if (all == 0) {
    tell_amiss(order.key, goods, goods.quantity, Reason::nothing_to_pick);
    return {};
  }
  const auto index = static_cast<std::size_t>(line - order.lines.begin());
  Event& event = emit(EventType::line_short_picked, order);
  tell_goods(event, index, goods.sku, sum);
  event.reason = damaged ? Reason::goods_damaged : Reason::counted_short;
  if (all < goods.quantity) {
    tell_amiss(order.key, goods, goods.quantity - all, Reason::nothing_to_pick);
  }
  if (order.ship_complete) {
    state_.gone.short_whole += order.taken() > 0 ? 1 : 0;
    lose_whole(order);
  }
  wait_for(order, index, all);
  trigger(goods.sku);
  withdraw_offer(order);
  wake_for_holds();
  return {};
}

// It ends, or is asked back if anything of it is on the floor. `order` may be gone afterwards.
void NaiveEngine::stop(Order& order, OrderStatus as) {
  if (!order.on_floor()) {
    if (as == OrderStatus::expired) return expire(order);
    if (as == OrderStatus::rejected) return reject(order);
    return cancel_order(order);
  }
  Reason why = Reason::ok;
  if (as == OrderStatus::expired) {
    why = Reason::not_paid;
    order.end_freeze();
    order.pay_by = order.remind_at = order.grace = 0;
    ++state_.gone.asked_unpaid;
  } else if (as == OrderStatus::rejected) {
    why = Reason::still_in_review;
    order.review_by = 0;
    ++state_.gone.asked_reviewed;
  }
  if (!order.asked_back) {
    order.asked_back = true;
    Event& event = emit(EventType::cancel_requested, order);
    std::int64_t units = 0;
    for (const Line& line : order.lines) units += line.sum_picked() + line.sum_to_pick();
    event.quantity = static_cast<std::uint32_t>(units);
    event.amount = order.value;
    event.reason = why;
  }
  if (as == OrderStatus::cancelled) return;
  for (const Line& line : order.lines) {
    if (line.queued) trigger(line.sku);
  }
}

NaiveEngine::Verdict NaiveEngine::run(const AnswerCancel& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  const std::uint32_t node = command.node.value;
  if (node > state_.nodes.size()) return Refusal{Reason::node_unknown};
  if (static_cast<int>(command.answer) > 1) return Refusal{Reason::field_out_of_range};
  Order* known = settled(command.order_key);
  if (known == nullptr) return unknown(command.order_key);
  Order& order = *known;
  if (order.status == OrderStatus::shipped) return Refusal{Reason::order_shipped};
  if (order.status != OrderStatus::open) return Refusal{Reason::order_ended};
  if (!order.asked_back) return Refusal{Reason::no_cancel_pending};
  const bool agreed = command.answer == CancelAnswer::agreed;
  emit(agreed ? EventType::cancel_agreed : EventType::cancel_refused, order).node = node;
  if (!agreed) {
    order.asked_back = false;
    return {};
  }
  bool loses = false;
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    Line& line = order.lines[i];
    const auto is_there = [node](const auto& part) { return node == 0 || part.first.node == node; };
    std::erase_if(line.to_pick, is_there);
    const std::map<PartKey, std::int64_t> picked = line.picked;
    std::erase_if(line.picked, is_there);
    Sum sum;
    std::int64_t waits = 0;
    for (const auto& [key, units] : picked) {
      if (node != 0 && key.node != node) continue;
      sum.from[key] = units;
      Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
      lot.picked -= units;
      if (line.parts.empty() || line.parts.contains(key) || holds_free() > 0) {
        (order.firm() ? lot.allocated : lot.held) += units;
        line.parts[key] += units;
        loses = loses || has_ended(lot) || (state_.version >= 3 && lot.deficit > 0);
      } else {
        ++state_.gone.put_back_waiting;
        give_back(lot, units);
        waits += units;
      }
    }
    if (sum.from.empty()) continue;
    tell_goods(emit(EventType::line_put_back, order), i, line.sku, sum);
    if (waits == 0) continue;
    wait_for(order, i, waits);
    trigger(line.sku);
  }
  if (loses) look_for_losers();
  if (order.on_floor()) {
    ++state_.gone.agreed_partly;
    return {};
  }
  cancel_order(order);
  return {};
}

}  // namespace allot::oracle
