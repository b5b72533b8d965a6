#include "allocation/shipping.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>
#include <utility>

#include "allocation/balances.hpp"
#include "allocation/ending.hpp"
#include "allocation/losing.hpp"

namespace allot {
namespace {

[[nodiscard]] std::uint32_t told(UnitSum units) noexcept { return units.at_most(Units{~0U}).value; }

}  // namespace

Reason Shipping::fault(const Catalogue& catalogue, const Ship& fact) noexcept {
  if (fact.sku.present() && !catalogue.known(fact.sku)) return Reason::sku_unknown;
  // What an order does not have is taken from some node's stock.
  const bool node_said = fact.node.present() || fact.quantity != 0;
  if (node_said && !catalogue.known(fact.node)) return Reason::node_unknown;
  if (fact.quantity > units_max) return Reason::quantity_out_of_range;
  if (!fact.sku.present() && (fact.lot | fact.quantity | fact.line_number) != 0) {
    return Reason::field_out_of_range;
  }
  if (fact.parcel_key != 0 && (fact.sku.present() || fact.node.present())) {
    return Reason::field_out_of_range;
  }
  return Reason::ok;
}

void Shipping::record(OrderSlot slot, const Ship& fact) {
  Order& order = t_.book[slot];
  const bool may_return =
      order.status == OrderStatus::expired && !t_.book.companions().any_shipped(order);
  const bool ended_paid = !order.open() && Balances(t_).counts(order);
  const WideMoney refund_before = ended_paid ? Balances(t_).of(order).refund_due : 0;
  const WideMoney to_capture = Balances(t_).to_capture(order);
  const Standing before = standing(order);
  // What an order that ends now has shipped follows from what was ordered.
  const bool all =
      !fact.sku.present() && !fact.node.present() && fact.parcel_key == 0 && !before.waits;
  const bool on_floor = t_.floor.has(order);
  const UnitSum units = all                  ? ship_lines(order, fact, nullptr)
                        : fact.sku.present() ? ship_sku(order, fact)
                                             : ship_some(order, fact);
  if (on_floor) [[unlikely]]
    t_.floor.trim(t_.book.lines(), order);
  if (!order.open()) {
    tell_order_amiss(order.key, fact, units, Reason::order_ended);
    if (may_return) forget_return(order);
    if (ended_paid) Balances(t_).tell_change(order, refund_before, Reason::ok);
    Balances(t_).tell_to_capture(order, to_capture);
    return;
  }
  if (units == UnitSum{}) {
    return tell_order_amiss(order.key, fact, units, Reason::nothing_to_ship);
  }
  if (order.reviewed()) tell_order_amiss(order.key, fact, units, Reason::still_in_review);
  if (owes_before_leaving(order.payment)) {
    tell_order_amiss(order.key, fact, units, Reason::not_paid, Balances(t_).open_balance(order));
    if (all || t_.book.companions().any_shipped(order)) disown(t_.book.companions(), order);
  }
  if (!all && order.ship_complete) wait_on(slot);
  if (t_.hold_chains.asked_for() != 0) [[unlikely]]
    Ending(t_).wake_who_asked_for_holds();
  if (all) return Ending(t_).end_shipped(slot, before.owed, to_capture);
  const Standing after = standing(order);
  if (!after.waits && !after.holds && !t_.floor.has(order)) {
    Ending(t_).end_shipped(slot, after.owed, to_capture);
  } else {
    Balances(t_).tell_to_capture(order, to_capture);
  }
}

// Effects: an expired order that has its goods now is not taken again.
void Shipping::forget_return(Order& order) {
  if (!t_.book.companions().any_shipped(order)) return;
  t_.book.companions().debits().drop(order);
  t_.book.lines().visit(order, [](Line& line, LineNumber) { line.waiting = {}; });
}

Shipping::Standing Shipping::standing(const Order& order) const {
  Standing is;
  t_.book.lines().visit(order, [&is](const Line& line, LineNumber) {
    is.waits = is.waits || line.waiting.present();
    is.holds = is.holds || line.first.lot.present();
    if (!line.refused) is.owed += line.ordered;
  });
  return is;
}

void Shipping::record(const Stub& stub, const Ship& fact) {
  tell_amiss(stub.key, fact, Units{fact.quantity}, Reason::order_forgotten);
  Left left;
  if (fact.quantity != 0) {
    tell_amiss(stub.key, fact, ship_from_stock(fact, Units{fact.quantity}, left));
  }
}

// Effects: what the order holds at the node, or what it holds though it waits for more, has left.
UnitSum Shipping::ship_some(Order& order, const Ship& fact) {
  UnitSum units;
  t_.book.companions().change_shipped(
      order, [&](ShippedLines::Walk& walk) { units = ship_lines(order, fact, &walk); });
  return units;
}

// Returns: the units that left.
UnitSum Shipping::ship_lines(Order& order, const Ship& fact, ShippedLines::Walk* walk) {
  if (t_.floor.has(order)) [[unlikely]]
    return ship_floor(order, fact, walk);
  if (fact.parcel_key != 0) [[unlikely]]
    return {};
  const bool firm = order.firm();
  UnitSum units;
  t_.book.lines().visit(order, [&](Line& line, LineNumber number) {
    Left left;
    ship_held(line, firm, fact, left);
    if (!left.units.present()) return;
    units += left.units;
    if (walk != nullptr) walk->at(number).shipped += left.units;
    tell_line(order, line, number, left, fact);
  });
  return units;
}

// Effects: the same of an order of which something is on the floor: what was picked leaves, too.
UnitSum Shipping::ship_floor(Order& order, const Ship& fact, ShippedLines::Walk* walk) {
  const bool firm = order.firm();
  const Parcel* const parcel = t_.floor.parcels().find(fact.parcel_key);
  const std::uint32_t weight_g = parcel != nullptr ? parcel->weight_g : 0;
  UnitSum units;
  t_.floor.change(order, [&](Floor::Walk& floor) {
    t_.book.lines().visit(order, [&](Line& line, LineNumber number) {
      Left left;
      ship_picked(number, fact, floor, left);
      if (fact.parcel_key == 0) ship_held(line, firm, fact, left);
      if (!left.units.present()) return;
      units += left.units;
      if (walk != nullptr) walk->at(number).shipped += left.units;
      tell_line(order, line, number, left, fact);
    });
  });
  if (parcel != nullptr) tell_parcel(fact.parcel_key, weight_g);
  return units;
}

// Requires: the parcel had something in it. Effects: where nothing is left there, it has left.
void Shipping::tell_parcel(Token parcel, std::uint32_t weight_g) const {
  if (t_.floor.parcels().find(parcel) != nullptr) return;
  t_.step.out->tell(
      events::ParcelShipped{.parcel_key = parcel, .weight_g = std::int64_t{weight_g}});
}

void Shipping::record(const ShipParcel& fact) {
  const Parcel* const parcel = t_.floor.parcels().find(fact.parcel_key);
  if (parcel == nullptr) {
    t_.step.out->tell(events::ParcelUnassigned{.parcel_key = fact.parcel_key,
                                               .tracking = fact.tracking,
                                               .reason = Reason::parcel_unknown});
    return;
  }
  std::array<std::pair<Sequence, OrderKey>, orders_per_parcel_max> orders;
  std::size_t count = 0;
  for (const Parcel::Member& member : parcel->members()) {
    orders[count++] = {t_.book[t_.book.find(member.order)].sequence, member.order};
  }
  std::sort(orders.begin(), orders.begin() + count);
  for (const auto& [sequence, key] : std::span(orders).first(count)) {
    const OrderSlot slot = t_.book.find(key);
    Ending(t_).settle(slot);
    record(slot, Ship{.command_key = {},
                      .order_key = key,
                      .tracking = fact.tracking,
                      .parcel_key = fact.parcel_key});
  }
}

// Effects: what was picked for the line where the fact says, or is packed in the parcel that it
//          names, has left, up to its quantity, by (node, lot code, parcel).
void Shipping::ship_picked(LineNumber number, const Ship& fact, Floor::Walk& walk, Left& left) {
  walk.visit(number, [&](FloorPart& part) {
    if (fact.parcel_key != 0 && part.parcel != fact.parcel_key) return;
    const Lot& lot = t_.stock.lot(part.lot);
    if (fact.node.present() && lot.node != fact.node) return;
    if (fact.lot != 0 && lot.code != fact.lot) return;
    const Units rest = fact.quantity != 0 ? Units{fact.quantity} - left.units : part.picked;
    const Units gone = std::min(rest, part.picked);
    if (!gone.present()) return;
    t_.stock.ship_picked({part.lot, gone});
    part.picked -= gone;
    note(left, part.lot, gone);
  });
}

// Effects: what the line holds where the fact says has left, up to what is left of its quantity, by
//          (node, lot code).
void Shipping::ship_held(Line& line, bool firm, const Ship& fact, Left& left) {
  const auto said = [&](const Stock::Debit& debit) {
    const Lot& lot = t_.stock.lot(debit.lot);
    return (!fact.node.present() || lot.node == fact.node) &&
           (fact.lot == 0 || lot.code == fact.lot);
  };
  const auto leaves = [&](const Stock::Debit& debit) {
    t_.stock.ship(debit, firm);
    note(left, debit.lot, debit.units);
  };
  if (fact.quantity != 0) {
    const Units rest = Units{fact.quantity} - left.units;
    if (rest.present()) t_.holds().part_with(line, rest, t_.scratch.parts, said, leaves);
  } else if (!line.more.present()) [[likely]] {
    if (!line.first.lot.present() || !said(line.first)) return;
    leaves(line.first);
    line.first = {};
  } else {
    t_.hold_chains.remove_if(line, [&](const Stock::Debit& debit) {
      if (!said(debit)) return false;
      leaves(debit);
      return true;
    });
  }
}

// What the order has goes first, then what its lines are owed, each in the order of lines. What is
// more is told of the first.
UnitSum Shipping::ship_sku(Order& order, const Ship& fact) {
  const Units held = ship_shares(order, fact);
  const Units rest = fact.quantity != 0 ? Units{fact.quantity} - held : Units{};
  Left from_stock;
  const Amiss amiss = ship_from_stock(fact, rest, from_stock);
  Units beyond = rest;
  for (LineShare& share : t_.scratch.shares) {
    share.found = std::min(beyond, share.owed);
    beyond -= share.found;
  }
  if (!t_.scratch.shares.empty()) t_.scratch.shares.front().beyond = beyond;
  for (LineShare& share : t_.scratch.shares) {
    if ((share.found + share.beyond).present() && from_stock.node.present()) {
      share.told.flags.bits |= from_stock.flags.bits;
      share.told.note_place(from_stock.node, from_stock.lot);
    }
    count(order, fact, share);
  }
  if (beyond.present()) tell_amiss(order.key, fact, beyond, Reason::not_ordered);
  tell_amiss(order.key, fact, amiss);
  return UnitSum(held) + rest;
}

// Effects: of each line that is meant it is known what has left of what was picked for it and what
//          it held there, and what it is owed besides. Returns: the former, of all of them.
Units Shipping::ship_shares(Order& order, const Ship& fact) {
  const LinesMeant meant{fact.sku, fact.line_number};
  const bool firm = order.firm();
  const bool on_floor = t_.floor.has(order);
  ShippedLines::Look shipped = t_.book.companions().shipped(order);
  std::vector<LineShare>& shares = t_.scratch.shares;
  shares.clear();
  Units held;
  t_.book.lines().visit(order, [&](Line& line, LineNumber number) {
    if (!meant.include(line)) return;
    LineShare& share = shares.emplace_back();
    share.number = number;
    Ship part = fact;
    if (fact.quantity != 0) part.quantity = fact.quantity - held.value;
    if (fact.quantity == 0 || part.quantity != 0) {
      if (on_floor) [[unlikely]] {
        t_.floor.change(order,
                        [&](Floor::Walk& walk) { ship_picked(number, part, walk, share.told); });
      }
      ship_held(line, firm, part, share.told);
    }
    held += share.told.units;
    if (line.refused) return;
    share.owed = line.ordered - shipped_of(order, line, shipped.find(number)) - share.told.units;
  });
  return held;
}

// Effects: the line has sent its share.
void Shipping::count(Order& order, const Ship& fact, LineShare& share) {
  const Units left = share.told.units + share.found;
  if (!(left + share.beyond).present()) return;
  t_.book.companions().change_shipped(order, [&](ShippedLines::Walk& walk) {
    ShippedLine& kept = walk.at(share.number);
    kept.shipped += left;
    kept.beyond += share.beyond;
  });
  if (!share.told.node.present()) share.told.note_place(fact.node, fact.lot);
  share.told.units = left;
  if (left.present()) {
    tell_line(order, t_.book.lines().at(order, share.number), share.number, share.told, fact);
  }
  if (order.open()) release(order, share.number, share.found);
}

// Effects: units that the order did not have left the cell, or the one lot of it: first those that
//          are free, then those that cannot be sold, then those of others, by lots in removal
//          order.
Shipping::Amiss Shipping::ship_from_stock(const Ship& fact, Units units, Left& left) {
  if (!units.present()) return {};
  t_.stock.settle(fact.sku);
  const auto from_lots = [&](Whose whose) {
    const Units before = units;
    for (LotSlot slot = t_.stock.first_lot(fact.sku, fact.node); slot.present() && units.present();
         slot = t_.stock.lot(slot).next) {
      if (fact.lot != 0 && t_.stock.lot(slot).code != fact.lot) continue;
      const Units gone = t_.stock.ship_from(slot, units, whose);
      note(left, slot, gone);
      units -= gone;
    }
    return before - units;
  };
  (void)from_lots(Whose::free);
  (void)from_lots(Whose::unavailable);
  const Units of_others = from_lots(Whose::of_others);
  if (of_others.present() && t_.semantics.lots_end()) Losing(t_).begin();
  t_.step.out->touch(
      {fact.sku, fact.node, t_.stock.available(fact.sku)[fact.node.value - 1].value});
  return {of_others, units};
}

Units Shipping::release(Order& order, LineNumber number, Units units, NodeId only_at) {
  if (!units.present()) return {};
  Line& line = t_.book.lines().at(order, number);
  const Units awaited = only_at.present() ? Units{} : std::min(units, line.waiting);
  if (awaited.present()) release_waiting(line, awaited);
  if (awaited == units) return {};
  const bool firm = order.firm();
  bool grew = false;
  Units rest = units - awaited;
  t_.holds().part_with(
      line, rest, t_.scratch.parts,
      [&](const Stock::Debit& debit) {
        return !only_at.present() || t_.stock.lot(debit.lot).node == only_at;
      },
      [&](const Stock::Debit& debit) {
        rest -= debit.units;
        grew |= t_.stock.give_back(debit, firm);
        const NodeId node = t_.stock.lot(debit.lot).node;
        t_.step.out->touch({line.sku, node, t_.stock.available(line.sku)[node.value - 1].value});
      });
  if (grew) t_.waiting.supply_grew(line.sku);
  if (rest.present()) free_picked(order, line, number, rest);
  return units - awaited - rest;
}

// Effects: so many units that were picked for the line are free, by (node, lot code).
void Shipping::free_picked(Order& order, const Line& line, LineNumber number, Units units) {
  bool grew = false;
  t_.floor.change(order, [&](Floor::Walk& walk) {
    walk.visit(number, [&](FloorPart& part) {
      const Units free = std::min(units, part.picked);
      if (!free.present()) return;
      grew |= t_.stock.free_picked({part.lot, free});
      part.picked -= free;
      units -= free;
      const NodeId node = t_.stock.lot(part.lot).node;
      t_.step.out->touch({line.sku, node, t_.stock.available(line.sku)[node.value - 1].value});
    });
  });
  if (grew) t_.waiting.supply_grew(line.sku);
}

void Shipping::release_waiting(Line& line, Units units) {
  if (line.entry.present() && units == line.waiting) {
    t_.waiting.leave(line.sku, line.entry, units);
    line.entry = {};
  } else if (line.entry.present()) {
    t_.waiting.reduce(line.sku, units);
  }
  line.waiting -= units;
}

void Shipping::wait_on(OrderSlot slot) {
  Order& order = t_.book[slot];
  bool queued = false;
  t_.book.lines().visit(
      order, [&](const Line& line, LineNumber) { queued = queued || line.entry.present(); });
  t_.book.lines().visit(order, [&](Line& line, LineNumber number) {
    if (queued || !line.waiting.present()) return;
    queued = true;
    const Rank rank = rank_of(order, number);
    line.entry = t_.waiting.join(line.sku, rank, slot, line.waiting);
    t_.waiting.try_too(line.sku, rank);
  });
}

void Shipping::tell_line(const Order& order, const Line& line, LineNumber number, const Left& left,
                         const Ship& fact) const {
  t_.step.out->tell(events::LineShipped{.order_key = order.key,
                                        .line = static_cast<std::uint16_t>(number.value),
                                        .sku = line.sku,
                                        .node = left.node,
                                        .quantity = left.units.value,
                                        .lot = left.lot,
                                        .tracking = fact.tracking,
                                        .flags = left.flags});
}

void Shipping::tell_amiss(const OrderKey& key, const Ship& fact, Units units, Reason reason) const {
  t_.step.out->tell(events::ShipmentException{.order_key = key,
                                              .sku = fact.sku,
                                              .node = fact.node,
                                              .units = units.value,
                                              .tracking = fact.tracking,
                                              .reason = reason});
}

void Shipping::tell_amiss(const OrderKey& key, const Ship& fact, const Amiss& amiss) const {
  if (amiss.of_others.present()) {
    tell_amiss(key, fact, amiss.of_others, Reason::promised_elsewhere);
  }
  if (amiss.of_nobody.present()) tell_amiss(key, fact, amiss.of_nobody, Reason::not_on_hand);
}

void Shipping::tell_order_amiss(const OrderKey& key, const Ship& fact, UnitSum units, Reason reason,
                                MoneyMinor open) const {
  t_.step.out->tell(events::ShipmentException{.order_key = key,
                                              .units = told(units),
                                              .open = open,
                                              .tracking = fact.tracking,
                                              .reason = reason});
}

}  // namespace allot
