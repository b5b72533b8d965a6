#include "allocation/returning.hpp"

#include <algorithm>

#include "allocation/balances.hpp"
#include "allocation/crediting.hpp"
#include "allocation/ending.hpp"
#include "allocation/paying.hpp"
#include "ledger/stock_commands.hpp"
#include "sequencing/sequencer.hpp"

namespace allot {
namespace {

bool is_stock(Disposition disposition) noexcept {
  return disposition == Disposition::restock || disposition == Disposition::quarantine;
}

EventType told_as(Disposition disposition) noexcept {
  switch (disposition) {
    case Disposition::restock: return EventType::return_restocked;
    case Disposition::quarantine: return EventType::return_quarantined;
    case Disposition::scrap: return EventType::return_scrapped;
    case Disposition::other_node: break;
  }
  return EventType::return_forwarded;
}

// Effects: of so many units that come back, those that never arrived are home. What nobody asked
//          for was turned away; all else had arrived, as far as anything has and is not back yet,
//          and then was turned away, or lost. Returns: how many are home.
Units come_home(ShippedLine& line, Units back, Units awaited) {
  const Units unasked = std::min(back - std::min(back, awaited), line.turned_away);
  const UnitSum had_arrived = line.returned - line.home;
  const UnitSum arrived = line.delivered - std::min(line.delivered, had_arrived);
  const Units rest = back - unasked;
  const Units others = rest - arrived.at_most(rest);
  const Units asked = std::min(others, line.turned_away - unasked);
  const Units lost = std::min(others - asked, line.lost);
  line.turned_away -= unasked + asked;
  line.lost -= lost;
  line.home += unasked + asked + lost;
  return unasked + asked + lost;
}

}  // namespace

Reason Returning::fault(const RequestReturn& request) const {
  if (!request.order_key.present()) return Reason::order_key_missing;
  if (request.return_key == 0) return Reason::return_key_missing;
  if (request.sku.present() && !t_.catalogue.known(request.sku)) return Reason::sku_unknown;
  if (request.quantity > units_max) return Reason::quantity_out_of_range;
  const bool in_range = request.why <= ReturnReason::too_late && request.until > t_.step.now &&
                        request.until <= time_max_ns;
  return in_range ? Reason::ok : Reason::field_out_of_range;
}

Decision Returning::decide(const RequestReturn& request) {
  if (const Reason wrong = fault(request); wrong != Reason::ok) return wrong;
  const OrderSlot slot = t_.book.find(request.order_key);
  const bool known = slot.present();
  if (!known && t_.book.keys().find_stub(request.order_key) == nullptr) {
    return Reason::order_unknown;
  }
  if (known) Ending(t_).settle(slot);
  Units units;
  if (const Reason no = ask(request, slot, units); no != Reason::ok) return no;
  (void)begin(request, units);
  return {};
}

Reason Returning::ask(const RequestReturn& request, OrderSlot slot, Units& units) {
  const bool known = slot.present();
  if (still(request.order_key, request.sku).present()) return Reason::return_exists;
  if (still(request.return_key, request.sku).present()) return Reason::return_exists;
  // Of what is forgotten nobody knows how much was shipped.
  const UnitSum most = known ? returnable(t_.book[slot], {request.sku}) : UnitSum(Units{units_max});
  if (!known && request.quantity == 0) return Reason::order_forgotten;
  units = request.quantity != 0 ? Units{request.quantity} : most.at_most(Units{units_max});
  if (!units.present() || most < UnitSum(units)) return Reason::not_returnable;
  return t_.returns.full() ? Reason::returns_full : Reason::ok;
}

ReturnSlot Returning::begin(const RequestReturn& request, Units units) {
  const ReturnSlot slot = t_.returns.add({.order_key = request.order_key,
                                          .return_key = request.return_key,
                                          .sequence = t_.step.sequence,
                                          .until = request.until,
                                          .sku = request.sku,
                                          .quantity = units,
                                          .received = {},
                                          .why = request.why,
                                          .exchanged = {}});
  t_.arm_beside();
  t_.step.out->tell(events::ReturnRequested{.order_key = request.order_key,
                                            .why = request.why,
                                            .sku = request.sku,
                                            .units = units.value,
                                            .return_key = request.return_key,
                                            .until = request.until});
  return slot;
}

Reason Returning::fault(const ReceiveReturn& fact) const {
  if (!fact.order_key.present() && fact.return_key == 0) return Reason::order_key_missing;
  if (!t_.catalogue.known(fact.sku)) return Reason::sku_unknown;
  if (!t_.catalogue.known(fact.node)) return Reason::node_unknown;
  if (fact.quantity - 1 >= units_max) return Reason::quantity_out_of_range;
  if (fact.disposition > Disposition::other_node || fact.deduct < 0) {
    return Reason::field_out_of_range;
  }
  if (!is_stock(fact.disposition)) {
    return fact.lot != 0 ? Reason::field_out_of_range : Reason::ok;
  }
  return no_room(t_.stock, {fact.sku, fact.node, fact.lot}, Units{fact.quantity});
}

Decision Returning::record(const ReceiveReturn& fact) {
  if (const Reason wrong = fault(fact); wrong != Reason::ok) return wrong;
  const ReturnSlot request = waited_for(fact);
  OrderKey key = fact.order_key;
  Token return_key = fact.return_key;
  if (request.present()) {
    key = t_.returns[request].order_key;
    return_key = t_.returns[request].return_key;
  }
  // A return is of its order, also where that has gone into another one since.
  const OrderKeys& keys = t_.book.keys();
  if (const OrderSlot slot = find_any(keys, key); slot.present()) Ending(t_).settle(slot);
  if (request.present()) Crediting(t_).settle(request);
  const Units available = is_stock(fact.disposition) ? into_stock(fact) : Units{};
  tell_returned(key, return_key, fact);
  const Units missing = request.present() ? t_.returns[request].missing() : Units{};
  const Units awaited = std::min(Units{fact.quantity}, missing);
  WideMoney cost = 0;
  const OrderSlot from = find_any(keys, key);
  const WideMoney to_capture = from.present() ? Balances(t_).to_capture(t_.book[from]) : 0;
  if (request.present() && t_.returns[request].exchanged.present() && from.present()) {
    cost = Crediting(t_).worth(t_.book[from], fact.sku, awaited);
  }
  Units home;
  const Amiss amiss = count(key, fact, awaited, home);
  tell_amiss(key, fact, amiss);
  const Units counted = Units{fact.quantity} - amiss.units;
  tell_amiss(key, fact, {counted - std::min(counted, awaited + home), Reason::not_requested});
  credit(request, key, fact, awaited, cost);
  if (awaited.present()) receive(request, awaited);
  if (const OrderSlot slot = find_any(keys, key); slot.present()) {
    heed_goods(t_, slot, to_capture);
  }
  if (available.present()) t_.waiting.supply_grew(fact.sku);
  return {};
}

template <class By>
ReturnSlot Returning::still(const By& by, SkuId sku) {
  const ReturnSlot slot = t_.returns.find(by, sku);
  if (!slot.present() || t_.returns[slot].until > t_.step.now) return slot;
  lapse(slot);
  t_.arm_beside();
  return {};
}

// What was requested of the SKU goes before what was of all of the order.
ReturnSlot Returning::waited_for(const ReceiveReturn& fact) {
  for (const SkuId sku : {fact.sku, SkuId{}}) {
    const ReturnSlot slot =
        fact.return_key != 0 ? still(fact.return_key, sku) : still(fact.order_key, sku);
    if (!slot.present()) continue;
    if (!fact.order_key.present() || t_.returns[slot].order_key == fact.order_key) return slot;
  }
  return {};
}

// Returns: units of the lines that are meant that have left and not come back.
UnitSum Returning::returnable(const Order& order, const LinesMeant& meant) const {
  UnitSum units;
  ShippedLines::Look look = t_.book.companions().shipped(order);
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    if (!meant.include(line)) return;
    const ShippedLine* const kept = look.find(number);
    units += shipped_of(order, line, kept);
    if (kept != nullptr) units = units + kept->beyond - kept->returned;
  });
  return units;
}

Units Returning::into_stock(const ReceiveReturn& fact) {
  t_.stock.settle(fact.sku);
  const Units units{fact.quantity};
  const LotSlot lot = lot_at(t_.stock, {fact.sku, fact.node, fact.lot}, units, t_.step);
  Units available;
  if (fact.disposition == Disposition::restock) {
    available = bring_back(t_.stock, lot, units, t_.step);
  } else {
    (void)t_.stock.receive_units(lot, units, false);
  }
  t_.step.out->touch(
      {fact.sku, fact.node, t_.stock.available(fact.sku)[fact.node.value - 1].value});
  return available;
}

// Effects: so many units as the lines that are meant have sent are back, each as many as those
//          before it leave. `awaited`: units that were asked for. `home`: those that had not
//          arrived. Returns: what is wrong about the others.
Returning::Amiss Returning::count(const OrderKey& key, const ReceiveReturn& fact, Units awaited,
                                  Units& home) {
  const Units units{fact.quantity};
  const OrderKeys& keys = t_.book.keys();
  const OrderSlot slot = find_any(keys, key);
  if (!slot.present()) {
    const bool forgotten = key.present() && find_any_stub(keys, key) != nullptr;
    return {units, forgotten ? Reason::order_forgotten : Reason::order_unknown};
  }
  Order& order = t_.book[slot];
  const LinesMeant meant{fact.sku, fact.line_number};
  if (t_.book.lines().find(order, meant).line == nullptr) return {units, Reason::not_ordered};
  Units rest = returnable(order, meant).at_most(units);
  const Units back = rest;
  t_.book.companions().change_shipped(order, [&](ShippedLines::Walk& walk) {
    t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
      if (!meant.include(line) || !rest.present()) return;
      ShippedLine* kept = walk.find(number);
      const Units left = shipped_of(order, line, kept);
      const UnitSum sent = kept != nullptr ? kept->sent(left) - kept->returned : UnitSum(left);
      const Units its = sent.at_most(rest);
      if (!its.present()) return;
      if (kept == nullptr) kept = &walk.at(number);
      const Units asked = std::min(awaited, its);
      home += come_home(*kept, its, asked);
      kept->returned += its;
      awaited -= asked;
      rest -= its;
    });
  });
  return {units - back, Reason::not_returnable};
}

// Effects: of goods that came back in exchange, what they cost is credited; of others, less cannot
//          be.
void Returning::credit(ReturnSlot request, const OrderKey& key, const ReceiveReturn& fact,
                       Units awaited, WideMoney cost) {
  if (awaited.present() && t_.returns[request].exchanged.present()) {
    Crediting(t_).credit(request, find_any(t_.book.keys(), key), awaited, cost, fact.deduct);
  } else if (fact.deduct != 0) {
    tell_amiss(key, fact, {Units{}, Reason::nothing_credited});
  }
}

void Returning::receive(ReturnSlot slot, Units units) {
  t_.returns.receive(slot, units);
  const ReturnRequest request = t_.returns[slot];
  if (request.missing().present()) return;
  t_.step.out->tell(events::ReturnCompleted{.order_key = request.order_key,
                                            .sku = request.sku,
                                            .units = request.quantity.value,
                                            .return_key = request.return_key});
  t_.returns.remove(slot);
  t_.arm_beside();
}

void Returning::lapse(ReturnSlot slot) {
  const ReturnRequest request = t_.returns[slot];
  t_.step.out->tell(events::ReturnLapsed{.order_key = request.order_key,
                                         .sku = request.sku,
                                         .units = request.missing().value,
                                         .return_key = request.return_key,
                                         .until = request.until});
  Crediting(t_).lapse(slot);
  t_.returns.remove(slot);
}

void Returning::tell_returned(const OrderKey& key, Token return_key,
                              const ReceiveReturn& fact) const {
  t_.step.out->tell(told_as(fact.disposition), events::Returned<>{.order_key = key,
                                                                  .sku = fact.sku,
                                                                  .node = fact.node,
                                                                  .units = fact.quantity,
                                                                  .lot = fact.lot,
                                                                  .return_key = return_key});
}

void Returning::tell_amiss(const OrderKey& key, const ReceiveReturn& fact,
                           const Amiss& amiss) const {
  const bool says = amiss.units.present() || amiss.reason == Reason::nothing_credited;
  if (!says) return;
  t_.step.out->tell(events::ReturnException{.order_key = key,
                                            .sku = fact.sku,
                                            .node = fact.node,
                                            .units = amiss.units.value,
                                            .return_key = fact.return_key,
                                            .reason = amiss.reason});
}

}  // namespace allot
