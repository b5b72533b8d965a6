#include "allocation/picking.hpp"

#include <algorithm>
#include <tuple>

#include "allocation/balances.hpp"
#include "allocation/ending.hpp"
#include "allocation/losing.hpp"
#include "allocation/shipping.hpp"

namespace allot {
namespace {

template <class Fact>
Reason fault_of_goods(const Catalogue& catalogue, const Fact& fact) noexcept {
  if (!catalogue.known(fact.sku)) return Reason::sku_unknown;
  if (!catalogue.known(fact.node)) return Reason::node_unknown;
  return fact.quantity > units_max ? Reason::quantity_out_of_range : Reason::ok;
}

bool node_is_unknown(const Catalogue& catalogue, NodeId node) noexcept {
  return node.present() && !catalogue.known(node);
}

void tell_packed(Outcome& out, const Order& order, const Line& line, LineNumber number, Units units,
                 const Pack& fact) {
  out.tell(events::LinePacked{.order_key = order.key,
                              .line = static_cast<std::uint16_t>(number.value),
                              .sku = line.sku,
                              .node = fact.node,
                              .quantity = units.value,
                              .parcel_key = fact.parcel_key,
                              .weight_g = std::int64_t{fact.weight_g}});
}

// Whether the carrier takes what goes from there to where the order does; none: whoever does.
bool is_taken_by(const Tables& t, const Order& order, LotSlot lot, CarrierId carrier) {
  return !carrier.present() ||
         t.catalogue.carrier(t.stock.lot(lot).node, order.origin.zone()) == carrier;
}

// Whether the order may have units in the parcel: that lies at this node, the order is of the
// channel, and goes to the zone, of what lies there, and what lies there can leave by one command.
Reason may_pack(const Tables& t, const Order& order, Token parcel, NodeId node) {
  const Parcel* const there = t.floor.parcels().find(parcel);
  if (there == nullptr) return t.floor.parcels().full() ? Reason::parcels_full : Reason::ok;
  if (there->node != node) return Reason::parcel_of_another;
  std::uint32_t orders = 1;
  std::uint32_t lines = order.line_count;
  for (const Parcel::Member& member : there->members()) {
    if (member.order == order.key) continue;
    const Order& other = t.book[t.book.find(member.order)];
    const bool alike = other.origin.channel() == order.origin.channel() &&
                       other.origin.zone() == order.origin.zone();
    if (!alike) return Reason::parcel_of_another;
    ++orders;
    lines += other.line_count;
  }
  return t.floor.parcels().have_room(orders, lines) ? Reason::ok : Reason::parcel_full;
}

// Effects: the shares are those of the lines that are meant, of nothing yet.
void begin_shares(Tables& t, const Order& order, const LinesMeant& meant) {
  t.scratch.shares.clear();
  t.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    if (meant.include(line)) t.scratch.shares.emplace_back().number = number;
  });
}

// Effects: what is missing is sourced anew, at the rank that each line has always had.
void wait_for_more(Tables& t, OrderSlot slot) {
  if (t.book[slot].ship_complete) Losing(t).lose_whole(slot);
  for (const LineShare& share : t.scratch.shares) {
    if (!share.told.units.present()) continue;
    Line& line = t.book.lines().at(t.book[slot], share.number);
    Losing(t).wait(slot, line, share.number, share.told.units);
    t.waiting.supply_grew(line.sku);
  }
  Ending(t).withdraw_offer(slot);
  if (t.hold_chains.asked_for() != 0) Ending(t).wake_who_asked_for_holds();
}

}  // namespace

Reason Picking::fault(const Catalogue& catalogue, const ReleaseOrder& request) noexcept {
  return node_is_unknown(catalogue, request.node) ? Reason::node_unknown : Reason::ok;
}

Reason Picking::fault(const Catalogue& catalogue, const Pick& fact) noexcept {
  return fault_of_goods(catalogue, fact);
}

Reason Picking::fault(const Catalogue& catalogue, const ShortPick& fact) noexcept {
  if (const Reason wrong = fault_of_goods(catalogue, fact); wrong != Reason::ok) return wrong;
  return fact.why > ShortPickCause::damaged ? Reason::field_out_of_range : Reason::ok;
}

Reason Picking::fault(const Catalogue& catalogue, const Pack& fact) noexcept {
  if (fact.parcel_key == 0) return Reason::parcel_key_missing;
  if (fact.sku.present() && !catalogue.known(fact.sku)) return Reason::sku_unknown;
  if (!catalogue.known(fact.node)) return Reason::node_unknown;
  if (fact.quantity > units_max) return Reason::quantity_out_of_range;
  const bool said_of_none =
      !fact.sku.present() && (fact.lot | fact.quantity | fact.line_number) != 0;
  return said_of_none ? Reason::field_out_of_range : Reason::ok;
}

Reason Picking::fault(const Catalogue& catalogue, const AnswerCancel& answer) noexcept {
  if (node_is_unknown(catalogue, answer.node)) return Reason::node_unknown;
  return answer.answer > CancelAnswer::agreed ? Reason::field_out_of_range : Reason::ok;
}

// --- release

Reason Picking::may_release(const Order& order) const {
  if (order.status == OrderStatus::shipped) return Reason::order_shipped;
  if (!order.open()) return Reason::order_ended;
  if (t_.floor.asked_back(order)) return Reason::cancel_pending;
  if (order.reviewed()) return Reason::still_in_review;
  return owes_before_leaving(order.payment) ? Reason::not_paid : Reason::ok;
}

// Of what has ended nothing is released: whoever holds from it is about to lose it.
Releasable Picking::releasable(Order& order, const ToRelease& what) {
  const auto goes = [&](LotSlot lot) {
    return is_at(lot, what.node) && !has_ended(lot) && is_taken_by(t_, order, lot, what.carrier);
  };
  Releasable can;
  t_.floor.change(order, [&](Floor::Walk& walk) {
    t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
      t_.hold_chains.visit(line, [&](const Stock::Debit& debit) {
        if (!goes(debit.lot)) return;
        const FloorPart* known = nullptr;
        walk.visit(number, [&](const FloorPart& part) {
          if (part.lot == debit.lot && !part.packed()) known = &part;
        });
        if (known == nullptr) ++can.pairs;
        can.any = can.any || known == nullptr || known->to_pick < debit.units;
      });
    });
  });
  return can;
}

// Whether there is room is known before anything is changed.
Reason Picking::decide(OrderSlot slot, const ToRelease& what) {
  Order& order = t_.book[slot];
  if (const Reason wrong = may_release(order); wrong != Reason::ok) return wrong;
  const Releasable can = releasable(order, what);
  if (!can.any) return Reason::nothing_to_release;
  if (can.pairs > t_.floor.free()) return Reason::floor_full;
  t_.floor.change(order, [&](Floor::Walk& walk) {
    t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
      release_line(order, line, number, what, walk);
    });
  });
  return Reason::ok;
}

// Effects: what the line holds there is to be picked.
void Picking::release_line(const Order& order, const Line& line, LineNumber number,
                           const ToRelease& what, Floor::Walk& walk) {
  const auto goes = [&](LotSlot lot) {
    return is_at(lot, what.node) && !has_ended(lot) && is_taken_by(t_, order, lot, what.carrier);
  };
  t_.hold_chains.visit(line, [&](const Stock::Debit& debit) {
    if (!goes(debit.lot)) return;
    (void)walk.at(number, debit.lot);
  });
  UnitsTold told;
  walk.visit(number, [&](FloorPart& part) {
    if (part.packed() || !goes(part.lot)) return;
    const Units held = t_.hold_chains.units_of(line, part.lot);
    told.note(t_.stock.lot(part.lot), held - part.to_pick);
    part.to_pick = held;
  });
  if (!told.units.present()) return;
  t_.step.out->tell(events::LineReleased{.order_key = order.key,
                                         .line = static_cast<std::uint16_t>(number.value),
                                         .sku = line.sku,
                                         .node = told.node,
                                         .quantity = told.units.value,
                                         .lot = told.lot,
                                         .flags = told.flags});
}

// --- what was picked

// Returns: for each line that is meant, of the lots that may give units, those that nothing of the
//          line is on the floor from, or in the parcel.
std::uint32_t Picking::new_parts(const Order& order, const Where& where) const {
  std::uint32_t lots = 0;
  for (LotSlot slot = t_.stock.first_lot(where.sku, where.node); slot.present();
       slot = t_.stock.lot(slot).next) {
    if (where.lot == 0 || t_.stock.lot(slot).code == where.lot) ++lots;
  }
  std::uint32_t parts = 0;
  for (const LineShare& share : t_.scratch.shares) {
    parts += lots;
    t_.floor.visit(order, [&](const FloorPart& part) {
      const bool known = part.line == share.number && part.parcel == where.parcel;
      if (known && where.takes_from(t_.stock.lot(part.lot))) --parts;
    });
  }
  return parts;
}

Reason Picking::decide(OrderSlot slot, const Pick& fact) {
  Order& order = t_.book[slot];
  const Where where{fact.sku, fact.node, fact.lot, Units{fact.quantity}, fact.line_number};
  if (!order.open()) {
    tell_amiss(order, where, where.quantity, Reason::order_ended);
    return Reason::ok;
  }
  begin_shares(t_, order, where.lines());
  if (t_.scratch.shares.empty()) {
    const Reason why = where.quantity.present() ? Reason::not_ordered : Reason::nothing_to_pick;
    tell_amiss(order, where, where.quantity, why);
    return Reason::ok;
  }
  if (new_parts(order, where) > t_.floor.free()) return Reason::floor_full;
  pick_lines(slot, where);
  return Reason::ok;
}

// Effects: the line holds less of what it holds there, by lot code: so much, or what is to be
//          picked. Calls leaves(debit) for each.
template <class Leaves>
void Picking::take_held(Order& order, Line& line, LineNumber number, const Where& where,
                        Leaves&& leaves) {
  const auto of = [&](LotSlot lot) {
    return is_at(lot, where.node) && (where.lot == 0 || t_.stock.lot(lot).code == where.lot);
  };
  if (where.quantity.present()) {
    t_.holds().part_with(
        line, where.quantity, t_.scratch.parts,
        [&](const Stock::Debit& debit) { return of(debit.lot); }, leaves);
    return;
  }
  t_.floor.visit(order, [&](const FloorPart& part) {
    if (part.line != number || !part.to_pick.present() || !of(part.lot)) return;
    const Stock::Debit debit{part.lot, part.to_pick};
    t_.hold_chains.remove(line, debit);
    leaves(debit);
  });
}

// Effects: units are picked for the lines of the shares: first what they hold, then what they are
//          owed, each in their order. Requires: room for what is new on the floor.
void Picking::pick_lines(OrderSlot slot, const Where& where) {
  Order& order = t_.book[slot];
  std::vector<LineShare>& shares = t_.scratch.shares;
  const Units held = pick_held(order, where);
  Units rest = where.quantity.present() ? where.quantity - held : Units{};
  Units of_others;
  Units missing;
  for (LineShare& share : shares) {
    const Units wanted = std::min(rest, share.owed);
    share.found = pick_stock(order, share.number, where, wanted, share.told, of_others);
    missing += wanted - share.found;
    rest -= wanted;
  }
  Units all;
  for (const LineShare& share : shares) {
    all += share.told.units;
    if (share.told.units.present()) {
      t_.step.out->tell(events::LinePicked{.order_key = order.key,
                                           .line = static_cast<std::uint16_t>(share.number.value),
                                           .sku = where.sku,
                                           .node = where.node,
                                           .quantity = share.told.units.value,
                                           .lot = share.told.lot,
                                           .flags = share.told.flags});
    }
    Shipping(t_).release(order, share.number, share.found);
  }
  t_.floor.trim(t_.book.lines(), order);
  if (rest.present()) tell_amiss(order, where, rest, Reason::not_ordered);
  if (of_others.present()) tell_amiss(order, where, of_others, Reason::promised_elsewhere);
  if (missing.present()) tell_amiss(order, where, missing, Reason::not_on_hand);
  settle_pick(slot, where, all);
}

// Effects: what the lines hold there is picked, up to the quantity; it is known what each is owed
//          besides. Returns: how many units.
Units Picking::pick_held(Order& order, const Where& where) {
  const bool firm = order.firm();
  Units held;
  for (LineShare& share : t_.scratch.shares) {
    Line& line = t_.book.lines().at(order, share.number);
    const Units shipped = t_.book.companions().shipped_of(order, line, share.number);
    const Units before = t_.floor.picked(order, share.number);
    Where part = where;
    part.quantity = where.quantity.present() ? where.quantity - held : Units{};
    t_.floor.takes().clear();
    const auto leaves = [&](const Stock::Debit& debit) {
      if (!debit.units.present()) return;
      t_.stock.pick(debit, firm);
      t_.floor.takes().push_back(debit);
    };
    if (!where.quantity.present() || part.quantity.present()) {
      take_held(order, line, share.number, part, leaves);
    }
    t_.floor.change(order, [&](Floor::Walk& walk) {
      for (const Stock::Debit& debit : t_.floor.takes()) {
        walk.at(share.number, debit.lot, where.parcel).picked += debit.units;
        share.told.note(t_.stock.lot(debit.lot), debit.units);
      }
      walk.visit(share.number, [&](FloorPart& on_floor) {
        if (!on_floor.to_pick.present()) return;
        for (const Stock::Debit& debit : t_.floor.takes()) {
          if (debit.lot != on_floor.lot) continue;
          on_floor.to_pick -= std::min(on_floor.to_pick, debit.units);
        }
      });
    });
    held += share.told.units;
    share.owed = line.refused ? Units{} : line.ordered - shipped - before - share.told.units;
  }
  return held;
}

// Effects: units that the order did not have are picked from the cell, or the one lot of it, in the
//          order in which they would be shipped. Returns: how many. `of_others`: of them, those
//          that were promised to others.
Units Picking::pick_stock(Order& order, LineNumber number, const Where& where, Units units,
                          UnitsTold& told, Units& of_others) {
  if (!units.present()) return {};
  t_.stock.settle(where.sku);
  Units all;
  t_.floor.change(order, [&](Floor::Walk& walk) {
    for (const Whose whose : {Whose::free, Whose::unavailable, Whose::of_others}) {
      for (LotSlot slot = t_.stock.first_lot(where.sku, where.node); slot.present() && all < units;
           slot = t_.stock.lot(slot).next) {
        if (where.lot != 0 && t_.stock.lot(slot).code != where.lot) continue;
        const Units some = t_.stock.pick_from(slot, units - all, whose);
        if (!some.present()) continue;
        walk.at(number, slot, where.parcel).picked += some;
        told.note(t_.stock.lot(slot), some);
        all += some;
        if (whose == Whose::of_others) of_others += some;
      }
    }
  });
  if (of_others.present() && t_.semantics.lots_end()) Losing(t_).begin();
  t_.step.out->touch(
      {where.sku, where.node, t_.stock.available(where.sku)[where.node.value - 1].value});
  return all;
}

// Effects: what is amiss with the order itself is told; whoever waited for what has become free has
//          his turn.
void Picking::settle_pick(OrderSlot slot, const Where& where, Units picked) {
  Order& order = t_.book[slot];
  if (!picked.present()) {
    if (!where.quantity.present()) tell_amiss(order, where, {}, Reason::nothing_to_pick);
    return;
  }
  if (order.reviewed()) tell_order_amiss(order, picked, Reason::still_in_review);
  if (owes_before_leaving(order.payment)) {
    tell_order_amiss(order, picked, Reason::not_paid, Balances(t_).open_balance(order));
  }
  if (order.ship_complete) Shipping(t_).wait_on(slot);
  if (t_.hold_chains.asked_for() != 0) Ending(t_).wake_who_asked_for_holds();
}

// --- what was packed

// Effects: moves() of the floor say what is put into the parcel, of what was picked there and lies
//          in none, by line and lot code, up to the quantity that is said; of what lines, the fact
//          says. Returns: how many units, and what that makes of the floor.
Picking::Packing Picking::plan_packing(Order& order, const Where& where) {
  std::vector<FloorMove>& moves = t_.floor.moves();
  moves.clear();
  auto share = t_.scratch.shares.begin();
  const auto is_meant = [&](LineNumber number) {
    if (!where.sku.present()) return true;
    while (share != t_.scratch.shares.end() && share->number < number) ++share;
    return share != t_.scratch.shares.end() && share->number == number;
  };
  Packing plan;
  t_.floor.visit(order, [&](const FloorPart& part) {
    if (part.packed()) {
      // What lies in parcels comes behind what lies in none, of each line and lot.
      const bool there = !moves.empty() && part.parcel == where.parcel &&
                         moves.back().line == part.line && moves.back().lot == part.lot;
      if (there) --plan.parts_new;
      return;
    }
    if (!is_meant(part.line)) return;
    if (!where.takes_from(t_.stock.lot(part.lot))) return;
    const Units rest = where.quantity.present() ? where.quantity - plan.units : part.picked;
    const Units some = std::min(rest, part.picked);
    if (!some.present()) return;
    if (where.sku.present()) share->found += some;
    moves.push_back({part.line, part.lot, some});
    plan.units += some;
    ++plan.parts_new;
    if (some == part.picked && !part.to_pick.present()) ++plan.parts_gone;
  });
  return plan;
}

Reason Picking::decide(OrderSlot slot, const Pack& fact) {
  Order& order = t_.book[slot];
  const Where where{fact.sku,         fact.node,      fact.lot, Units{fact.quantity},
                    fact.line_number, fact.parcel_key};
  if (!order.open()) {
    tell_amiss(order, where, where.quantity, Reason::order_ended);
    return Reason::ok;
  }
  const Reason wrong = may_pack(t_, order, fact.parcel_key, fact.node);
  if (wrong != Reason::ok) return wrong;
  Reason packed = Reason::ok;
  if (!fact.sku.present()) {
    packed = pack_all(order, where, fact);
  } else if (begin_shares(t_, order, where.lines()); !t_.scratch.shares.empty()) {
    packed = pack_lines(slot, where, fact);
  } else {
    const Reason why = where.quantity.present() ? Reason::not_ordered : Reason::nothing_to_pack;
    tell_amiss(order, where, where.quantity, why);
  }
  if (packed == Reason::ok && fact.weight_g != 0) {
    t_.floor.parcels().weigh(fact.parcel_key, fact.weight_g);
  }
  return packed;
}

// Effects: what was picked of the lines there is in the parcel; what is more is picked into it.
//          Whether there is room for all of it is known before anything is changed.
Reason Picking::pack_lines(OrderSlot slot, const Where& where, const Pack& fact) {
  Order& order = t_.book[slot];
  const Packing plan = plan_packing(order, where);
  const bool picks = where.quantity > plan.units;
  const std::uint32_t parts = picks ? new_parts(order, where) : plan.parts_new;
  if (parts > t_.floor.free() + plan.parts_gone) return Reason::floor_full;
  t_.floor.pack(order, where.parcel);
  for (LineShare& share : t_.scratch.shares) share.beyond = share.found;
  if (picks) {
    Where rest = where;
    rest.quantity = where.quantity - plan.units;
    pick_lines(slot, rest);
  }
  bool any = false;
  for (const LineShare& share : t_.scratch.shares) {
    const Units all = share.beyond + share.told.units;
    if (!all.present()) continue;
    any = true;
    const Line& line = t_.book.lines().at(order, share.number);
    tell_packed(*t_.step.out, order, line, share.number, all, fact);
  }
  if (!any && !where.quantity.present()) tell_amiss(order, where, {}, Reason::nothing_to_pack);
  return Reason::ok;
}

// Effects: all that was picked there is in the parcel.
Reason Picking::pack_all(Order& order, const Where& where, const Pack& fact) {
  const Packing plan = plan_packing(order, where);
  if (plan.parts_new > t_.floor.free() + plan.parts_gone) return Reason::floor_full;
  t_.floor.pack(order, where.parcel);
  auto move = t_.floor.moves().begin();
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    Units units;
    for (; move != t_.floor.moves().end() && move->line == number; ++move) units += move->units;
    if (units.present()) tell_packed(*t_.step.out, order, line, number, units, fact);
  });
  if (!plan.units.present()) tell_amiss(order, where, {}, Reason::nothing_to_pack);
  return Reason::ok;
}

// --- what could not be picked

Reason Picking::decide(OrderSlot slot, const ShortPick& fact) {
  Order& order = t_.book[slot];
  const Where where{fact.sku, fact.node, fact.lot, Units{fact.quantity}, fact.line_number};
  if (!order.open()) {
    tell_amiss(order, where, where.quantity, Reason::order_ended);
    return Reason::ok;
  }
  const bool damaged = fact.why == ShortPickCause::damaged;
  begin_shares(t_, order, where.lines());
  Units all;
  for (LineShare& share : t_.scratch.shares) {
    Where part = where;
    part.quantity = where.quantity.present() ? where.quantity - all : Units{};
    if (where.quantity.present() && !part.quantity.present()) break;
    miss(order, share, part, damaged);
    all += share.told.units;
  }
  if (!all.present()) {
    tell_amiss(order, where, where.quantity, Reason::nothing_to_pick);
    return Reason::ok;
  }
  t_.floor.trim(t_.book.lines(), order);
  for (const LineShare& share : t_.scratch.shares) {
    if (!share.told.units.present()) continue;
    t_.step.out->tell(
        events::LineShortPicked{.order_key = order.key,
                                .line = static_cast<std::uint16_t>(share.number.value),
                                .sku = where.sku,
                                .node = where.node,
                                .quantity = share.told.units.value,
                                .lot = share.told.lot,
                                .flags = share.told.flags,
                                .reason = damaged ? Reason::goods_damaged : Reason::counted_short});
  }
  if (where.quantity.present() && all < where.quantity) {
    tell_amiss(order, where, where.quantity - all, Reason::nothing_to_pick);
  }
  wait_for_more(t_, slot);
  return Reason::ok;
}

// Effects: what the line holds there is missing, up to the quantity, or what is to be picked.
void Picking::miss(Order& order, LineShare& share, const Where& where, bool damaged) {
  const bool firm = order.firm();
  Line& line = t_.book.lines().at(order, share.number);
  t_.floor.takes().clear();
  take_held(order, line, share.number, where, [&](const Stock::Debit& debit) {
    if (!debit.units.present()) return;
    t_.stock.miss(debit, firm, damaged);
    t_.floor.takes().push_back(debit);
    share.told.note(t_.stock.lot(debit.lot), debit.units);
  });
  // What was missed is not to be picked, though the line may hold more of the lot.
  t_.floor.change(order, [&](Floor::Walk& walk) {
    walk.visit(share.number, [&](FloorPart& part) {
      for (const Stock::Debit& debit : t_.floor.takes()) {
        if (debit.lot == part.lot) part.to_pick -= std::min(part.to_pick, debit.units);
      }
    });
  });
}

// --- an order that is asked back

Reason Picking::decide(OrderSlot slot, const AnswerCancel& answer) {
  Order& order = t_.book[slot];
  if (order.status == OrderStatus::shipped) return Reason::order_shipped;
  if (!order.open()) return Reason::order_ended;
  if (!t_.floor.asked_back(order)) return Reason::no_cancel_pending;
  const events::CancelAnswered<> told{.order_key = order.key, .node = answer.node};
  if (answer.answer == CancelAnswer::too_late) {
    t_.floor.set_asked_back(order, false);
    // It goes on: the deposit that was forfeit when its balance lapsed is a part of what is due.
    if (order.debits.present()) Balances(t_).keep_nothing(order);
    t_.step.out->tell(EventType::cancel_refused, told);
    return Reason::ok;
  }
  t_.step.out->tell(EventType::cancel_agreed, told);
  put_back(slot, answer.node);
  if (!t_.floor.has(order)) Ending(t_).end(slot, OrderStatus::cancelled);
  return Reason::ok;
}

// Effects: nothing of the order is on the floor of the node, or of any.
void Picking::put_back(OrderSlot slot, NodeId node) {
  Order& order = t_.book[slot];
  bool loses = false;
  t_.floor.change(order, [&](Floor::Walk& walk) {
    t_.book.lines().visit(order, [&](Line& line, LineNumber number) {
      loses = put_line_back(slot, line, number, node, walk) || loses;
    });
  });
  if (loses) Losing(t_).begin();
}

// Effects: what was picked there is the line's own; or, where it cannot hold from one lot more,
//          goes back on sale while it waits for as much. Returns: whether any that it holds loses.
bool Picking::put_line_back(OrderSlot slot, Line& line, LineNumber number, NodeId node,
                            Floor::Walk& walk) {
  const Order& order = t_.book[slot];
  const bool firm = order.firm();
  bool loses = false;
  Units waits;
  UnitsTold told;
  walk.visit(number, [&](FloorPart& part) {
    if (!is_at(part.lot, node)) return;
    const Stock::Debit debit{part.lot, part.picked};
    part.to_pick = part.picked = {};
    if (!debit.units.present()) return;
    told.note(t_.stock.lot(debit.lot), debit.units);
    if (t_.holds().can_hold(line, debit.lot)) {
      t_.stock.put_back(debit, firm);
      t_.hold_chains.add(line, debit);
      loses = loses || t_.stock.loss_of(debit.lot, debit.units).units.present();
      return;
    }
    (void)t_.stock.free_picked(debit);
    const NodeId at = t_.stock.lot(debit.lot).node;
    t_.step.out->touch({line.sku, at, t_.stock.settled_available(line.sku, at).value});
    waits += debit.units;
  });
  if (!told.units.present()) return false;
  t_.step.out->tell(events::LinePutBack{.order_key = order.key,
                                        .line = static_cast<std::uint16_t>(number.value),
                                        .sku = line.sku,
                                        .node = told.node,
                                        .quantity = told.units.value,
                                        .lot = told.lot,
                                        .flags = told.flags});
  if (waits.present()) {
    Losing(t_).wait(slot, line, number, waits);
    t_.waiting.supply_grew(line.sku);
  }
  return loses;
}

// --- what is told

void Picking::tell_amiss(const Order& order, const Where& where, Units units, Reason reason) const {
  t_.step.out->tell(events::ShipmentException{.order_key = order.key,
                                              .sku = where.sku,
                                              .node = where.node,
                                              .units = units.value,
                                              .tracking = 0,
                                              .reason = reason});
}

void Picking::tell_order_amiss(const Order& order, Units units, Reason reason,
                               MoneyMinor open) const {
  t_.step.out->tell(events::ShipmentException{
      .order_key = order.key, .units = units.value, .open = open, .tracking = 0, .reason = reason});
}

}  // namespace allot
