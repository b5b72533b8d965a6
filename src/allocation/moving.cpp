#include "allocation/moving.hpp"

#include <algorithm>
#include <tuple>

#include "allocation/ending.hpp"

namespace allot {

Reason Moving::fault(const Catalogue& catalogue, const MovePromise& request) noexcept {
  if (!catalogue.known(request.sku)) return Reason::sku_unknown;
  if (!catalogue.known(request.from_node) || !catalogue.known(request.to_node)) {
    return Reason::node_unknown;
  }
  if (request.quantity > units_max) return Reason::quantity_out_of_range;
  const bool stays = request.from_node == request.to_node &&
                     (request.to_lot == 0 || request.to_lot == request.from_lot);
  return stays ? Reason::field_out_of_range : Reason::ok;
}

Decision Moving::move(OrderSlot slot, const MovePromise& request) {
  Order& order = t_.book[slot];
  const LineBlocks::Found found = t_.book.lines().find(order, {request.sku, request.line_number});
  if (found.line == nullptr) return Reason::not_in_order;
  Line& line = *found.line;
  const auto refuse = [&](Reason why) { return Decision(why, found.number.value, line.sku); };
  if (found.several) return refuse(Reason::line_number_missing);
  t_.stock.settle(line.sku);
  const UnitSum held = find_parts(order, line, found.number, request);
  UnitSum free;
  for (const Holds::Part& part : t_.scratch.parts) free += part.units;
  const Units units = request.quantity != 0 ? Units{request.quantity} : free.at_most(line.ordered);
  if (!units.present() || free < units) {
    const bool there = held >= UnitSum(std::max(units, Units{1}));
    return refuse(there ? Reason::on_the_floor : Reason::not_held_there);
  }
  LotSlot to;
  if (request.to_lot != 0) {
    to = t_.stock.find_lot(line.sku, request.to_node, request.to_lot);
    if (!to.present()) return refuse(Reason::lot_unknown);
  }
  const Reason why = fault_of_target(order, request, units, to);
  if (why != Reason::ok) return refuse(why);
  if (!has_places(order, line, request, units, to)) return refuse(Reason::holds_full);
  give_up(order, line, found.number, units);
  const TimeNs margin = margin_of(order);
  if (to.present()) {
    t_.holds().take_of_lot(order, line, found.number, to, units);
    t_.step.out->touch(
        {line.sku, request.to_node, t_.stock.available(line.sku)[request.to_node.value - 1].value});
  } else if (margin != 0) {
    t_.holds().take_sellable(order, line, found.number, request.to_node, units, margin, {});
  } else {
    t_.holds().take(order, order.firm(), line, found.number, request.to_node, units, {});
  }
  if (t_.hold_chains.asked_for() != 0) Ending(t_).wake_who_asked_for_holds();
  return {};
}

// Effects: the scratch has what of each lot may move, by (node, lot code). Returns: what the line
//          holds there, to be picked or not.
UnitSum Moving::find_parts(const Order& order, const Line& line, LineNumber number,
                           const MovePromise& request) {
  std::vector<Holds::Part>& parts = t_.scratch.parts;
  parts.clear();
  UnitSum held;
  t_.hold_chains.visit(line, [&](const Stock::Debit& debit) {
    const Lot& lot = t_.stock.lot(debit.lot);
    if (lot.node != request.from_node) return;
    if (request.from_lot != 0 && lot.code != request.from_lot) return;
    if (lot.node == request.to_node && lot.code == request.to_lot) return;
    held += debit.units;
    parts.push_back({lot.node, debit.units - to_pick(order, number, debit.lot), lot.code});
  });
  std::ranges::sort(parts, {}, &Holds::Part::code);
  return held;
}

Units Moving::to_pick(const Order& order, LineNumber number, LotSlot lot) const {
  Units units;
  if (!t_.floor.has(order)) return units;
  t_.floor.visit(order, [&](const FloorPart& part) {
    if (part.line == number && part.lot == lot) units += part.to_pick;
  });
  return units;
}

// `to`: the lot that is meant, if one is. What moves within a cell leaves it as much as before.
Reason Moving::fault_of_target(const Order& order, const MovePromise& request, Units units,
                               LotSlot to) const {
  const Route& route = t_.sourcing.route(t_.catalogue, order.origin.channel(), order.origin.zone());
  const NodeId node = request.to_node;
  const bool serves = std::ranges::any_of(
      route.candidates, [node](const Route::Candidate& each) { return each.node == node; });
  if (!serves) return Reason::unserviceable;
  Units there = units;
  const TimeNs margin = route.margin;
  if (to.present()) {
    const Lot& lot = t_.stock.lot(to);
    there = t_.stock.may_sell(lot, margin) ? std::min(there, lot.available) : Units{};
  }
  if (node != request.from_node) {
    const Units base =
        Stock::base(t_.stock.sellable(request.sku, node, margin),
                    t_.stock.safety(request.sku)[node.value - 1], route.channel_safety);
    there = std::min(there, base);
  }
  if (there < units) return Reason::stock_insufficient;
  const UnitSum unclaimed =
      t_.waiting.unclaimed(request.sku, UnitSum(units), t_.stock.sellable(request.sku, margin));
  return unclaimed >= UnitSum(units) ? Reason::ok : Reason::stock_pending;
}

// Returns: whether there are places for as many lots more as the line would hold from.
bool Moving::has_places(const Order& order, const Line& line, const MovePromise& request,
                        Units units, LotSlot to) const {
  std::uint32_t gone = 0;
  Units rest = units;
  for (const Holds::Part& part : t_.scratch.parts) {
    const Units moved = std::min(rest, part.units);
    rest -= moved;
    const LotSlot from = t_.stock.find_lot(line.sku, part.node, part.code);
    if (moved.present() && moved == t_.hold_chains.units_of(line, from)) ++gone;
  }
  std::uint32_t fresh = 0;
  if (to.present()) {
    fresh = t_.hold_chains.has(line, to) ? 0 : 1;
  } else {
    rest = units;
    LotSlot slot = t_.stock.first_sellable(line.sku, request.to_node, margin_of(order));
    for (; rest.present(); slot = t_.stock.lot(slot).next) {
      ALLOT_CHECK(slot.present());
      const Units taken = std::min(rest, t_.stock.lot(slot).available);
      rest -= taken;
      if (taken.present() && !t_.hold_chains.has(line, slot)) ++fresh;
    }
  }
  return fresh <= gone || fresh - gone <= t_.hold_chains.free();
}

// One event however many lots there are, so that a step's events have a bound.
void Moving::tell_moved(const Order& order, const Line& line, LineNumber number, Units units) {
  std::uint32_t lots = 0;
  const Holds::Part* first = nullptr;
  Units rest = units;
  for (const Holds::Part& part : t_.scratch.parts) {
    const Units moved = std::min(rest, part.units);
    rest -= moved;
    if (!moved.present()) continue;
    if (++lots == 1) first = &part;
  }
  ALLOT_CHECK(first != nullptr);
  const std::uint8_t several = lots > 1 ? EventFlags::several_lots : std::uint8_t{0};
  t_.step.out->tell(events::LineMoved{.order_key = order.key,
                                      .line = static_cast<std::uint16_t>(number.value),
                                      .sku = line.sku,
                                      .node = first->node,
                                      .quantity = units.value,
                                      .lot = first->code,
                                      .flags = {several}});
}

// Effects: the line holds so many units of what may move less, the first lots first.
void Moving::give_up(const Order& order, Line& line, LineNumber number, Units units) {
  const bool firm = order.firm();
  tell_moved(order, line, number, units);
  bool grew = false;
  for (const Holds::Part& part : t_.scratch.parts) {
    const Units moved = std::min(units, part.units);
    if (!moved.present()) continue;
    units -= moved;
    const Stock::Debit debit{t_.stock.find_lot(line.sku, part.node, part.code), moved};
    t_.hold_chains.remove(line, debit);
    grew |= t_.stock.give_back(debit, firm);
    t_.step.out->touch(
        {line.sku, part.node, t_.stock.available(line.sku)[part.node.value - 1].value});
  }
  if (grew) t_.waiting.supply_grew(line.sku);
}

}  // namespace allot
