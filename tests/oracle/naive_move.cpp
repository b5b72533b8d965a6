// A promise moves to another node or lot (rules, section 28).
#include <algorithm>

#include "generator/ranges.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

bool is_from(const PartKey& key, const MovePromise& command) {
  const bool meant =
      key.node == command.from_node.value && (command.from_lot == 0 || command.from_lot == key.lot);
  return meant && key != PartKey{command.to_node.value, command.to_lot};
}

std::int64_t marked(const Line& line, const PartKey& key) {
  const auto found = line.to_pick.find(key);
  return found == line.to_pick.end() ? 0 : found->second;
}

}  // namespace

NaiveEngine::Verdict NaiveEngine::run(const MovePromise& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  const std::size_t nodes = state_.nodes.size();
  if (command.sku.value == 0 || command.sku.value > state_.skus.size()) {
    return Refusal{Reason::sku_unknown};
  }
  for (const NodeId node : {command.from_node, command.to_node}) {
    if (node.value == 0 || node.value > nodes) return Refusal{Reason::node_unknown};
  }
  if (command.quantity > ranges::units_max) return Refusal{Reason::quantity_out_of_range};
  if (command.from_node == command.to_node &&
      (command.to_lot == 0 || command.from_lot == command.to_lot)) {
    return Refusal{Reason::field_out_of_range};
  }
  Order* order = settled(command.order_key);
  const Stub* stub = order == nullptr ? find_stub(command.order_key) : nullptr;
  if (order == nullptr && stub == nullptr) return Refusal{Reason::order_unknown};
  const OrderStatus status = order == nullptr ? stub->status : order->status;
  if (status == OrderStatus::shipped) return Refusal{Reason::order_shipped};
  if (status != OrderStatus::open) return Refusal{Reason::order_ended};
  if (order->asked_back && order->on_floor()) return Refusal{Reason::cancel_pending};
  Goods meant;
  meant.sku = command.sku.value;
  meant.line_number = command.line_number;
  const std::vector<std::size_t> named = lines_of(order->lines, meant);
  if (named.empty()) return Refusal{Reason::not_in_order};
  if (named.size() > 1) {
    return Refusal{Reason::line_number_missing, static_cast<std::uint32_t>(named[0]), meant.sku};
  }
  return move_of(*order, named[0], command);
}

NaiveEngine::Verdict NaiveEngine::move_of(Order& order, std::size_t index,
                                          const MovePromise& command) {
  Line& line = order.lines[index];
  const auto refuse = [&](Reason why) {
    return Refusal{why, static_cast<std::uint32_t>(index), line.sku};
  };
  std::int64_t held = 0;
  std::int64_t movable = 0;
  for (const auto& [key, units] : line.parts) {
    if (!is_from(key, command)) continue;
    held += units;
    movable += units - marked(line, key);
  }
  const std::int64_t units = command.quantity == 0 ? movable : command.quantity;
  if (units == 0 || movable < units) {
    return refuse(held > 0 && held >= units ? Reason::on_the_floor : Reason::not_held_there);
  }
  if (const Reason why = unmovable(order, line, units, command); why != Reason::ok) {
    return refuse(why);
  }
  // As it would be: the holds that it has then are those that there are.
  const std::map<PartKey, std::int64_t> before = line.parts;
  const std::int64_t room = holds_free() + holds_of(order);
  std::map<PartKey, std::int64_t> moved;
  for (const auto& [key, there] : before) {
    if (!is_from(key, command)) continue;
    std::int64_t done = 0;
    for (const auto& [other, part] : moved) done += part;
    const std::int64_t part = std::min(units - done, there - marked(line, key));
    if (part > 0) moved[key] = part;
  }
  for (const auto& [key, part] : moved) line.parts[key] -= part;
  std::erase_if(line.parts, [](const auto& part) { return part.second == 0; });
  std::vector<std::pair<PartKey, std::int64_t>> taken{
      {{command.to_node.value, command.to_lot}, units}};
  if (command.to_lot == 0) taken = removal(line.sku, command.to_node.value, units, order.channel);
  for (const auto& [key, part] : taken) line.parts[key] += part;
  if (holds_of(order) > room) {
    line.parts = before;
    return refuse(Reason::holds_full);
  }
  bool grew = false;
  Event& left = emit(EventType::line_moved, order);
  left.line = static_cast<std::uint16_t>(index);
  left.sku = line.sku;
  left.node = command.from_node.value;
  left.quantity = static_cast<std::uint32_t>(units);
  left.amount = static_cast<std::int64_t>(moved.begin()->first.lot);
  if (moved.size() > 1) left.flags = EventFlags::several_lots;
  for (const auto& [key, part] : moved) {
    Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
    const std::int64_t available = lot.available;
    (order.firm() ? lot.allocated : lot.held) -= part;
    give_back(lot, part);
    grew = grew || lot.available > available;
  }
  for (const auto& [key, part] : taken) {
    Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
    lot.available -= part;
    (order.firm() ? lot.allocated : lot.held) += part;
  }
  Event& event = emit(order.firm() ? EventType::line_allocated : EventType::line_held, order);
  event.line = static_cast<std::uint16_t>(index);
  event.sku = line.sku;
  event.node = command.to_node.value;
  event.quantity = static_cast<std::uint32_t>(units);
  event.amount = static_cast<std::int64_t>(taken.front().first.lot);
  if (taken.size() > 1) event.flags = EventFlags::several_lots;
  if (grew) {
    trigger(line.sku);
  }
  if (state_.holds_asked_for > 0 && holds_free() >= state_.holds_asked_for) {
    state_.holds_asked_for = 0;
    trigger_all();
  }
  return {};
}

// Why so many units cannot be had where they are to be.
Reason NaiveEngine::unmovable(const Order& order, const Line& line, std::int64_t units,
                              const MovePromise& command) const {
  const std::uint32_t node = command.to_node.value;
  const auto lot = state_.lots.find({line.sku, node, command.to_lot});
  if (command.to_lot != 0 && lot == state_.lots.end()) return Reason::lot_unknown;
  const std::vector<std::uint32_t> serve = candidates(order.channel, order.zone);
  if (std::ranges::find(serve, node) == serve.end()) return Reason::unserviceable;
  const Channel& channel = channel_of(order.channel);
  if (command.to_lot != 0 && (lot->second.available < units || !may_sell(lot->second, channel))) {
    return Reason::stock_insufficient;
  }
  const bool same = node == command.from_node.value;
  if (!same && base(line.sku, node, channel) < units) {
    return Reason::stock_insufficient;
  }
  return unclaimed(line.sku, units, order.channel) < units ? Reason::stock_pending : Reason::ok;
}

}  // namespace allot::oracle
