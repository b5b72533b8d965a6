#include "allocation/undoing.hpp"

#include <algorithm>

#include "allocation/balances.hpp"
#include "allocation/ending.hpp"
#include "allocation/losing.hpp"

namespace allot {
namespace {

LotPlace place_of(const ShipUndone& fact) noexcept { return {fact.sku, fact.node, fact.lot}; }

}  // namespace

Reason Undoing::fault(const Catalogue& catalogue, const ShipUndone& fact) noexcept {
  if (!catalogue.known(fact.sku)) return Reason::sku_unknown;
  if (!catalogue.known(fact.node)) return Reason::node_unknown;
  if (fact.quantity > units_max) return Reason::quantity_out_of_range;
  if (fact.to > UndoneTo::stock) return Reason::field_out_of_range;
  return Reason::ok;
}

Reason Undoing::record(OrderSlot slot, const ShipUndone& fact) {
  Order& order = t_.book[slot];
  const Undone what = undone(order, fact);
  const Units all = what.all();
  const OrderKey key = order.key;
  if (all.present()) {
    if (const Reason full = no_room(t_.stock, place_of(fact), all); full != Reason::ok) return full;
    const bool reopens = order.status == OrderStatus::shipped && what.ordered.present();
    if (reopens && !t_.book.has_room()) return Reason::orders_full;
    take_back(slot, fact, what);
  }
  const Units said{fact.quantity};
  if (!all.present() || all < said) {
    tell_amiss(key, fact, said - std::min(said, all), Reason::not_shipped);
  }
  return Reason::ok;
}

Reason Undoing::record(const Stub& stub, const ShipUndone& fact) {
  const Units units{fact.quantity};
  if (units.present()) {
    if (const Reason full = no_room(t_.stock, place_of(fact), units); full != Reason::ok)
      return full;
  }
  tell_amiss(stub.key, fact, units, Reason::order_forgotten);
  if (!units.present()) return Reason::ok;
  const LotSlot lot = lot_at(t_.stock, place_of(fact), units, t_.step);
  if (into_stock(lot, fact, units).present()) t_.waiting.supply_grew(fact.sku);
  return Reason::ok;
}

void Undoing::record_news(OrderSlot slot, const ShipUndone& fact) {
  const OrderKey key = t_.book[slot].key;
  const Reason full = record(slot, fact);
  if (full != Reason::ok) tell_amiss(key, fact, Units{fact.quantity}, full);
}

// Each line in its order takes back what it can of what is left of the quantity.
Undoing::Undone Undoing::undone(Order& order, const ShipUndone& fact) {
  const LinesMeant meant{fact.sku, fact.line_number};
  std::vector<LineShare>& shares = t_.scratch.shares;
  shares.clear();
  ShippedLines::Look look = t_.book.companions().shipped(order);
  const Units said{fact.quantity != 0 ? fact.quantity : units_max};
  Undone all;
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    if (!meant.include(line)) return;
    const Undone what = undone(order, line, look.find(number), said - all.all());
    if (!what.all().present()) return;
    all.ordered += what.ordered;
    all.beyond += what.beyond;
    LineShare& share = shares.emplace_back();
    share.number = number;
    share.found = what.ordered;
    share.beyond = what.beyond;
  });
  return all;
}

// What arrived, came back, or is known to have gone another way had left.
Undoing::Undone Undoing::undone(const Order& order, const Line& line, const ShippedLine* kept,
                                Units most) {
  const Units left = shipped_of(order, line, kept);
  const UnitSum beyond = kept != nullptr ? kept->beyond : UnitSum{};
  const UnitSum can = kept != nullptr ? kept->still_coming(left) : UnitSum(left);
  const Units all = can.at_most(most);
  const Units from_beyond = beyond.at_most(all);
  return {all - from_beyond, from_beyond};
}

void Undoing::take_back(OrderSlot slot, const ShipUndone& fact, const Undone& undone) {
  Order& order = t_.book[slot];
  const std::vector<LineShare>& shares = t_.scratch.shares;
  for (const LineShare& share : shares) {
    t_.step.out->tell(events::LineUnshipped{.order_key = order.key,
                                            .line = static_cast<std::uint16_t>(share.number.value),
                                            .sku = fact.sku,
                                            .node = fact.node,
                                            .quantity = (share.found + share.beyond).value,
                                            .lot = fact.lot,
                                            .tracking = fact.tracking});
  }
  if (order.status == OrderStatus::shipped && undone.ordered.present()) reopen(slot);
  const KeptShipped before = t_.book.companions().kept(t_.book.lines(), order);
  const WideMoney due_back = Balances(t_).of(order).refund_due;
  t_.book.companions().change_shipped(order, [&](ShippedLines::Walk& walk) {
    for (const LineShare& share : shares) {
      ShippedLine& kept = walk.at(share.number);
      if (order.status != OrderStatus::shipped) kept.shipped -= share.found;
      kept.beyond -= share.beyond;
    }
  });
  const LotSlot lot = lot_at(t_.stock, place_of(fact), undone.all(), t_.step);
  Units available = into_stock(lot, fact, undone.all());
  if (order.open() && undone.ordered.present()) {
    const bool its_own = fact.to == UndoneTo::order;
    available -= give_to_lines(slot, lot, its_own ? available : Units{});
  } else if (!order.open() && order.status != OrderStatus::shipped) {
    settle_ended(order, before, due_back);
    tell_amiss(order.key, fact, undone.all(), Reason::order_ended);
  }
  if (available.present()) t_.waiting.supply_grew(fact.sku);
  t_.step.out->touch(
      {fact.sku, fact.node, t_.stock.available(fact.sku)[fact.node.value - 1].value});
}

// Effects: the order goes on, and each line says what of it has left.
void Undoing::reopen(OrderSlot slot) {
  Order& order = t_.book[slot];
  t_.book.companions().change_shipped(order, [&](ShippedLines::Walk& walk) {
    t_.book.lines().visit(order, [&walk](const Line& line, LineNumber number) {
      if (!line.refused) walk.at(number).shipped = line.ordered;
    });
  });
  t_.book.reopen(slot);
  Balances(t_).keep_nothing(order);
  t_.life().reopen_shipped(order, lapse_of(t_.book.companions().payments(order)));
  if (order.reviewed()) {
    t_.life().tell_in_review(order);
  } else if (order.firm()) {
    t_.life().tell_allocated(order);
  }
  t_.arm(slot);
}

// Returns: how many more are available.
Units Undoing::into_stock(LotSlot lot, const ShipUndone& fact, Units units) {
  t_.stock.settle(fact.sku);
  const Units available = bring_back(t_.stock, lot, units, t_.step);
  t_.step.out->touch(
      {fact.sku, fact.node, t_.stock.available(fact.sku)[fact.node.value - 1].value});
  return available;
}

// Returns: the units that the lines hold now, each of what has not left of it.
Units Undoing::give_to_lines(OrderSlot slot, LotSlot lot, Units available) {
  Units held;
  Units waits;
  for (const LineShare& share : t_.scratch.shares) {
    if (!share.found.present()) continue;
    const Units own = give_to_line(slot, share.number, lot, share.found, available - held);
    held += own;
    waits += share.found - own;
  }
  // An order that is shipped whole has lost what a line of it held before another had to wait.
  if (t_.book[slot].ship_complete && waits.present()) held = {};
  if (waits.present()) Ending(t_).withdraw_offer(slot);
  if (held.present()) Ending(t_).offer(slot);
  if (t_.hold_chains.asked_for() != 0) Ending(t_).wake_who_asked_for_holds();
  return held;
}

// The line holds what it can of the available ones, and waits for the rest; an order that is
// shipped whole holds all that it has to have, or nothing.
Units Undoing::give_to_line(OrderSlot slot, LineNumber number, LotSlot lot, Units units,
                            Units available) {
  Order& order = t_.book[slot];
  Line& line = t_.book.lines().at(order, number);
  Units held = std::min(units, available);
  if (!t_.holds().can_hold(line, lot)) held = {};
  if (order.ship_complete && (held != units || waits(order))) held = {};
  if (held.present()) t_.holds().take_of_lot(order, line, number, lot, held);
  const Units rest = units - held;
  if (rest.present()) {
    if (order.ship_complete) Losing(t_).lose_whole(slot);
    Losing(t_).wait(slot, line, number, rest);
    t_.waiting.supply_grew(line.sku);
  }
  return held;
}

bool Undoing::waits(const Order& order) const {
  bool any = false;
  t_.book.lines().visit(
      order, [&any](const Line& line, LineNumber) { any = any || line.waiting.present(); });
  return any;
}

// Effects: what the order counted for is given back when nothing of it has left, and so is the
//          money for what has not.
void Undoing::settle_ended(Order& order, const KeptShipped& before, WideMoney due_back) {
  const KeptShipped now = t_.book.companions().kept(t_.book.lines(), order);
  if (before.any() && !now.any() && order.debits.present()) {
    t_.cap_debits.give_back(order, order.status == OrderStatus::expired);
  }
  if (order.status == OrderStatus::elsewhere) return;
  if (Balances(t_).counts(order)) return Balances(t_).tell_change(order, due_back, Reason::ok);
  const MoneyMinor less = before.value - now.value;
  if (order.payment != Payment::paid || less == 0) return;
  t_.step.out->tell(events::RefundDue{.order_key = order.key, .value = less});
}

void Undoing::tell_amiss(const OrderKey& key, const ShipUndone& fact, Units units,
                         Reason reason) const {
  t_.step.out->tell(events::ShipmentException{.order_key = key,
                                              .sku = fact.sku,
                                              .node = fact.node,
                                              .units = units.value,
                                              .tracking = fact.tracking,
                                              .reason = reason});
}

}  // namespace allot
