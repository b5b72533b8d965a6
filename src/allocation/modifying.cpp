#include "allocation/modifying.hpp"

#include <algorithm>

#include "allocation/changing.hpp"
#include "allocation/ending.hpp"
#include "allocation/paying.hpp"
#include "allocation/shipping.hpp"
#include "allocation/short_lines.hpp"
#include "allot/messages/limits_rules.hpp"
#include "orders/cap_changes.hpp"
#include "sourcing/needs.hpp"

namespace allot {

Place Modifying::whole(OrderSlot slot, const Modify& request) const {
  const Order& order = t_.book[slot];
  Place whole;
  whole.order_key = order.key;
  whole.channel = order.origin.channel();
  whole.zone = request.zone.present() ? request.zone : order.origin.zone();
  whole.tokens = request.tokens;
  whole.ship_by = request.ship_by;
  whole.priority = request.priority;
  whole.max_splits = request.max_splits;
  whole.ship_complete = order.ship_complete;
  whole.lines = request.lines;
  whole.discount = request.discount;
  whole.shipping = request.shipping;
  whole.shipping_tax = request.shipping_tax;
  whole.deposit = request.deposit;
  return whole;
}

Decision Modifying::fault(const Order& order, const Modify& request) noexcept {
  if (order.imported && request.max_splits != Place::no_split_limit) {
    return Reason::field_out_of_range;
  }
  // What is more is there now, or nothing is changed.
  for (std::size_t i = 0; i < request.lines.size(); ++i) {
    if (request.lines[i].shortage != Shortage::by_order) {
      return {Reason::field_out_of_range, i, request.lines[i].sku};
    }
  }
  return {};
}

Decision Modifying::modify(OrderSlot slot, const Place& whole, const CheckedOrder& checked,
                           const Verdict& verdict) {
  Order& order = t_.book[slot];
  if (t_.stock.end_is_due()) t_.settle_stock(checked.merged);
  if (Decision lines = match(order, whole.zone, checked); !lines.accepted()) return lines;
  if (!verdict.decision.accepted()) return verdict.decision;
  const Plan* plan = nullptr;
  const bool named = checked.lines_named || lines_named(t_.book.companions(), order);
  if (Decision found = source(order, whole, named, plan); !found.accepted()) return found;
  if (const Reason over = ask_caps(order, whole.tokens); over != Reason::ok) return over;
  const auto more = static_cast<std::uint32_t>(t_.scratch.line_changes.size() - order.line_count);
  if (!t_.book.make_room(more, t_.step.now)) return Reason::lines_full;

  Before before{.value = order.value};
  if (order.payment == Payment::paid && checked.value != order.value) {
    (void)t_.book.companions().begin_payments(order);
  }
  before.refund_due = Balances(t_).counts(order) ? Balances(t_).of(order).refund_due : 0;
  before.to_capture = Balances(t_).to_capture(order);
  before.is_ranked = order.ship_by == whole.ship_by && order.priority == whole.priority;
  before.has_ways = whole.zone == order.origin.zone() && order.max_splits == whole.max_splits;
  const bool stays = stays_paid(order);
  t_.book.lines().grow(order, more);
  apply(slot, whole, checked, before);
  if (!stays) Paying(t_).heed_more_due(slot);
  const bool judged = verdict.review != Reason::ok && order.value > before.value &&
                      !order.reviewed() && !order.imported;
  if (judged) review(slot);
  take(slot, plan);
  if (judged) t_.life().tell_in_review(order);
  settle(slot, before);
  return {};
}

// Effects: the order is what it is to be, but for what it needs more.
void Modifying::apply(OrderSlot slot, const Place& whole, const CheckedOrder& checked,
                      const Before& before) {
  Order& order = t_.book[slot];
  apply_lines(slot, whole.zone);
  apply_money(order, checked);
  CapChanges(t_.cap_debits).take(order);
  order.origin.zone_number = static_cast<std::uint16_t>(whole.zone.value);
  order.ship_by = whole.ship_by;
  order.priority = whole.priority;
  order.max_splits = whole.max_splits;
  ++order.version;
  if (!before.is_ranked) rank_again(slot);
  tell_lines(order);
  Changing(t_).tell(order);
}

// Effects: who waits has his turn, money is told as it stands, and what is complete has ended.
void Modifying::settle(OrderSlot slot, const Before& before) {
  const Order& order = t_.book[slot];
  if (order.ship_complete) {
    Changing(t_).try_whole_again(slot);
  } else if (!before.has_ways || !before.is_ranked) {
    try_again(slot);
  }
  Ending(t_).withdraw_offer(slot);
  if (t_.hold_chains.asked_for() != 0) Ending(t_).wake_who_asked_for_holds();
  settle_money(slot, before.refund_due);
  t_.arm(slot);
  Changing(t_).end_if_complete(slot, before.to_capture);
}

bool Modifying::keeps(const Order& order, NodeId node, ZoneId zone) const {
  if (zone == order.origin.zone()) return true;
  const Route& route = t_.sourcing.route(t_.catalogue, order.origin.channel(), zone);
  return std::ranges::any_of(route.candidates,
                             [node](const Route::Candidate& one) { return one.node == node; });
}

Decision Modifying::match(const Order& order, ZoneId zone, const CheckedOrder& checked) {
  std::vector<LineChange>& changes = t_.scratch.line_changes;
  const Companions& companions = t_.book.companions();
  changes.clear();
  OrderMoneys::Look moneys(companions.moneys(), companions.money(order));
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    LineChange& change = changes.emplace_back();
    change.number = number;
    change.sku = line.sku;
    change.own_number = line.own_number;
    change.said.line = number;
    if (const LineMoney* said = moneys.find(number)) change.said.wanted_at = said->wanted_at;
  });
  const std::size_t known = changes.size();
  for (const OrderLine& wanted : checked.merged) {
    LineChange* change = nullptr;
    for (std::size_t i = 0; i < known && change == nullptr; ++i) {
      const bool same = changes[i].sku == wanted.sku && changes[i].own_number == wanted.line_number;
      if (same) change = &changes[i];
    }
    if (change == nullptr) {
      const auto of_sku = std::ranges::count(changes, wanted.sku, &LineChange::sku);
      if (changes.size() == t_.scratch.supply_grew.size() || of_sku >= lines_per_sku_max) {
        return Reason::too_many_lines;
      }
      const auto number = static_cast<std::uint32_t>(changes.size());
      change = &changes.emplace_back();
      change->number = {number};
      change->sku = wanted.sku;
      change->own_number = wanted.line_number;
      change->need = Units{wanted.quantity};
      change->named = wanted.line_number != 0;
    }
    change->named = change->named || change->said.wanted_at != wanted.wanted_at;
    change->ordered = Units{wanted.quantity};
    change->price = wanted.price;
    change->said = {wanted.total, wanted.discount, wanted.tax, change->number,
                    {},           wanted.wanted_at};
  }
  const bool tax_included =
      t_.catalogue.channel(order.origin.channel()).settings.prices_include_tax;
  for (LineChange& change : changes) {
    change.due = WideMoney{change.price} * change.ordered.value + change.said.total -
                 change.said.discount + (tax_included ? 0 : change.said.tax);
    change.changed = change.number.value >= known;
  }
  Decision first;
  bool waits = false;
  const bool on_floor = t_.floor.has(order);
  if (on_floor && zone != order.origin.zone()) return Reason::on_the_floor;
  ShippedLines::Look shipped = companions.shipped(order);
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    waits = waits || line.waiting.present();
    const Left left{.shipped = shipped_of(order, line, shipped.find(number)),
                    .picked = on_floor ? t_.floor.picked(order, number) : Units{}};
    const Decision decision = match_line(order, line, changes[number.value], zone, left);
    if (first.accepted()) first = decision;
  });
  if (!first.accepted() || !order.ship_complete || !waits) return first;
  // It waits for all that it has to have at its place, and does not get more there.
  for (const LineChange& change : changes) {
    if (change.need.present()) {
      return {Reason::stock_insufficient, change.number.value, change.sku};
    }
  }
  return {};
}

// What has left stays as it is: its units, and what they cost. What was picked stays, too.
Decision Modifying::match_line(const Order& order, const Line& line, LineChange& change,
                               ZoneId zone, Left left) {
  const LineMoney said = Changing(t_).said_of(order, change.number);
  const WideMoney due = Changing(t_).due_of(order, line, said);
  const WideMoney cost = share_of(due, left.shipped, line.ordered);
  const WideMoney costs = share_of(change.due, left.shipped, change.ordered);
  const bool weighed =
      said.total != 0 && change.said.total != 0 && t_.semantics.asks_less_for_refunds();
  const WideMoney rounding = weighed ? 1 : 0;
  if (left.shipped > change.ordered || cost - costs > rounding || costs - cost > rounding) {
    return {Reason::already_left, change.number.value, change.sku};
  }
  if (left.shipped + left.picked > change.ordered) {
    return {Reason::on_the_floor, change.number.value, change.sku};
  }
  change.before = line.refused ? Units{} : line.ordered;
  Units has = line.waiting;
  Units elsewhere;
  t_.hold_chains.visit(line, [&](const Stock::Debit& debit) {
    (keeps(order, t_.stock.lot(debit.lot).node, zone) ? has : elsewhere) += debit.units;
  });
  const Units rest = change.ordered - left.shipped - left.picked;
  change.cut = has > rest ? has - rest : Units{};
  change.need = rest > has ? rest - has : Units{};
  change.changed = change.before != change.ordered || due != change.due ||
                   line.price != change.price || elsewhere.present();
  return {};
}

// Effects: what is more than the order has is planned as one choice of its own.
// `named`: whether its lines may have one SKU.
Decision Modifying::source(Order& order, const Place& whole, bool named, const Plan*& plan) {
  std::vector<LineChange>& changes = t_.scratch.line_changes;
  const bool any =
      std::ranges::any_of(changes, [](const LineChange& change) { return change.need.present(); });
  if (!any) return {};
  if (!t_.sourcing.begin(t_.catalogue, whole.channel, whole.zone, order.key, order.sequence)) {
    return Reason::unserviceable;
  }
  if (named) t_.sourcing.share();
  const Needs needs(t_.sourcing, t_.stock, t_.waiting, t_.timers.due(t_.step.now));
  Decision refusing;  // of the first line that is short
  for (LineChange& change : changes) {
    if (!change.need.present()) continue;
    change.choice = t_.sourcing.add(t_.stock, &t_.waiting, change.number, change.sku, change.need);
    const LineNeed& found = t_.sourcing.line(change.choice);
    if (found.is_short) {
      const Reason why = needs.short_reason(found);
      t_.sourcing.drop(change.choice, why);
      if (refusing.accepted()) refusing = {why, change.number.value, change.sku};
    } else {
      t_.sourcing.need(change.choice, change.need);
    }
  }
  if (!refusing.accepted()) {
    t_.sourcing.tell_lines();
    tell_short_lines(t_, order.key, refusing);
    return refusing;
  }
  plan = t_.sourcing.choose(t_.nodes_allowed(whole.max_splits));
  if (plan == nullptr) return Reason::splits_exceeded;
  return holds_suffice(order, *plan, named) ? Decision{} : Decision{Reason::holds_full};
}

// Returns: the holds that a line with more may need beyond the plan, as lines of its SKU have less
// and what they give back comes before what was planned: one for each of their lots.
std::uint32_t Modifying::holds_beside(Order& order, const LineChange& more) const {
  std::uint32_t lots = 0;
  for (const LineChange& change : t_.scratch.line_changes) {
    const bool is_less = change.ordered < change.before && change.number != more.number;
    if (change.sku != more.sku || !is_less) continue;
    t_.hold_chains.visit(t_.book.lines().at(order, change.number),
                         [&lots](const Stock::Debit&) { ++lots; });
  }
  return lots;
}

bool Modifying::holds_suffice(Order& order, const Plan& plan, bool named) const {
  std::uint32_t holds = 0;
  for (const LineChange& change : t_.scratch.line_changes) {
    if (!change.need.present()) continue;
    const bool known = change.number.value < order.line_count;
    const Line* const line = known ? &t_.book.lines().at(order, change.number) : nullptr;
    holds += t_.holds().added(t_.sourcing, change.choice, plan, line);
    if (named) holds += holds_beside(order, change);
  }
  const bool suffice = holds <= t_.hold_chains.free();
  if (!suffice) t_.sourcing.tell_given_up(Reason::holds_full);
  return suffice;
}

// Returns: whether it is paid whatever more is due: of goods that are on the floor, and no more of
// them than they were, nobody asks any back for what they weigh.
bool Modifying::stays_paid(const Order& order) const {
  if (order.payment != Payment::paid || !t_.floor.has(order)) return false;
  return t_.semantics.asks_less_for_refunds() &&
         std::ranges::all_of(t_.scratch.line_changes, [](const LineChange& change) {
           return change.ordered <= change.before;
         });
}

Reason Modifying::ask_caps(const Order& order, const OrderTokens& tokens) {
  CapChanges caps(t_.cap_debits);
  caps.begin(order);
  for (const LineChange& change : t_.scratch.line_changes) {
    caps.add(change.sku, change.before, change.ordered);
  }
  return caps.ask(order, tokens);
}

// Effects: what the lines are to have no more goes back; new lines are there, and have nothing yet.
void Modifying::apply_lines(OrderSlot slot, ZoneId zone) {
  Order& order = t_.book[slot];
  for (LineChange& change : t_.scratch.line_changes) {
    Line& line = t_.book.lines().at(order, change.number);
    line.sku = change.sku;
    line.own_number = change.own_number;
    Units back = give_back_elsewhere(order, line, zone);
    if (change.cut.present()) back += Shipping(t_).release(order, change.number, change.cut);
    line.ordered = change.ordered;
    line.price = change.price;
    line.refused = false;
    change.gave_back = back;
  }
  if (t_.floor.has(order)) t_.floor.trim(t_.book.lines(), order);
}

// Effects: what lies where nothing goes to the zone from goes back. Returns: how much.
Units Modifying::give_back_elsewhere(Order& order, Line& line, ZoneId zone) {
  if (zone == order.origin.zone()) return {};
  const bool firm = order.firm();
  bool grew = false;
  Units back;
  t_.hold_chains.remove_if(line, [&](const Stock::Debit& debit) {
    const NodeId node = t_.stock.lot(debit.lot).node;
    if (keeps(order, node, zone)) return false;
    back += debit.units;
    grew |= t_.stock.give_back(debit, firm);
    t_.step.out->touch({line.sku, node, t_.stock.available(line.sku)[node.value - 1].value});
    return true;
  });
  if (grew) t_.waiting.supply_grew(line.sku);
  return back;
}

void Modifying::apply_money(Order& order, const CheckedOrder& checked) {
  order.value = checked.value;
  OrderCharges charges = checked.charges != nullptr ? *checked.charges : OrderCharges{};
  charges.tax_included = t_.catalogue.channel(order.origin.channel()).settings.prices_include_tax;
  Companions& companions = t_.book.companions();
  if (checked.charges == nullptr && !companions.money(order).present()) return;
  // A line that nobody wants any more stays, and keeps its number.
  charges.lines_named = charges.lines_named || lines_named(companions, order);
  companions.change_money(order, charges);
  for (const LineChange& change : t_.scratch.line_changes) {
    companions.moneys().change(companions.money(order), change.said);
  }
}

void Modifying::tell_lines(const Order& order) const {
  for (const LineChange& change : t_.scratch.line_changes) {
    if (change.changed) {
      t_.step.out->tell(events::LineChanged{.order_key = order.key,
                                            .line = static_cast<std::uint16_t>(change.number.value),
                                            .sku = change.sku,
                                            .quantity = change.ordered.value,
                                            .value = told_money(change.due),
                                            .gave_back = change.gave_back.value});
    }
    if (!change.named) continue;
    t_.step.out->tell(events::LineNamed{.order_key = order.key,
                                        .line = static_cast<std::uint16_t>(change.number.value),
                                        .sku = change.sku,
                                        .quantity = change.ordered.value,
                                        .line_number = change.own_number,
                                        .wanted_at = change.said.wanted_at});
  }
}

// Effects: lines that wait stand where the order's rank puts them now.
void Modifying::rank_again(OrderSlot slot) {
  Order& order = t_.book[slot];
  t_.book.lines().visit(order, [&](Line& line, LineNumber number) {
    if (!line.entry.present()) return;
    t_.waiting.leave(line.sku, line.entry, line.waiting);
    line.entry = t_.waiting.join(line.sku, rank_of(order, number), slot, line.waiting);
  });
}

// Effects: lines that wait have their turn, since they may be had from elsewhere, or come earlier.
void Modifying::try_again(OrderSlot slot) {
  const Order& order = t_.book[slot];
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    if (line.entry.present()) t_.waiting.try_too(line.sku, rank_of(order, number));
  });
}

// Effects: the order is held until somebody has looked at what it is now.
void Modifying::review(OrderSlot slot) {
  Order& order = t_.book[slot];
  const bool was_firm = order.firm();
  t_.life().review(order);
  if (was_firm) Ending(t_).make_held(slot);
}

void Modifying::take(OrderSlot slot, const Plan* plan) {
  if (plan == nullptr) return;
  Order& order = t_.book[slot];
  for (const LineChange& change : t_.scratch.line_changes) {
    if (!change.need.present()) continue;
    Line& line = t_.book.lines().at(order, change.number);
    t_.holds().take_planned(order, line, change.number, *plan, change.choice, {});
  }
  Ending(t_).offer(slot);
}

void Modifying::settle_money(OrderSlot slot, WideMoney refund_before) {
  const Order& order = t_.book[slot];
  Paying(t_).heed_less_due(slot);
  if (Balances(t_).counts(order)) Balances(t_).tell_change(order, refund_before, Reason::ok);
}

}  // namespace allot
