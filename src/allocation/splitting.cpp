#include "allocation/splitting.hpp"

#include <algorithm>
#include <tuple>

#include "allocation/balances.hpp"
#include "allocation/ending.hpp"
#include "allocation/merging.hpp"
#include "orders/cap_changes.hpp"

namespace allot {

Decision Splitting::fault(const Split& request) const {
  if (request.new_number.present() && request.new_key.present()) {
    return Reason::order_key_and_number;
  }
  if (!request.new_number.present() && !request.new_key.present()) return Reason::order_key_missing;
  if (request.new_number.present() && !request.new_number.valid()) return Reason::code_invalid;
  if (request.discount < 0 || request.shipping < 0 || request.shipping_tax < 0) {
    return Reason::field_out_of_range;
  }
  return Changing(t_).fault_of_named(request.lines);
}

Decision Splitting::split(OrderSlot slot, const Split& request) {
  Order& order = t_.book[slot];
  if (request.version != 0 && request.version != order.version) return Reason::version_stale;
  const OrderKey key = Changing(t_).key_of(order, request.new_key, request.new_number);
  const Reason known = Changing(t_).fault_of_new(key, request.new_number);
  if (known != Reason::ok) return known;
  if (!is_settled(order)) return Reason::money_in_between;
  if (const Decision no = find_named(order, request); !no.accepted()) return no;
  if (!stays_any(order)) return Reason::nothing_stays;
  // Who loses is being looked for by where orders lie.
  if (Merging(t_).loses(order)) return Reason::stock_pending;
  if (const Reason no = may_wait(order); no != Reason::ok) return no;
  Part part;
  if (const Reason no = add_up(order, request, part); no != Reason::ok) return no;
  if (!t_.book.has_room()) return Reason::orders_full;
  // Of each debit a part may go, which is one more.
  const DebitChains& debits = t_.book.companions().debits();
  if (debits.count(order) > debits.free()) return Reason::debits_full;
  if (!holds_suffice(order)) return Reason::holds_full;
  const auto lines = static_cast<std::uint32_t>(
      std::ranges::count_if(t_.scratch.line_changes, &LineChange::changed));
  if (!t_.book.make_room(lines, t_.step.now)) return Reason::lines_full;
  const OrderSlot to = begin(order, key, part);
  if (request.new_number.present()) t_.numbers.set(t_.book[to], to, request.new_number);
  apply(slot, to, part);
  return {};
}

// Returns: whether nothing of its money is on its way, set aside, or a part of what is due.
bool Splitting::is_settled(const Order& order) const {
  const Companions& companions = t_.book.companions();
  const MoneySlot money = companions.money(order);
  const bool is_plain = order.payment == Payment::unpaid || order.payment == Payment::paid ||
                        order.payment == Payment::on_delivery;
  const PaymentSums sums = companions.sums_of(order);
  // What was authorised is captured under the key that it was authorised for.
  const bool is_to_come = order.payment == Payment::unpaid && sums.authorised > sums.captured;
  return is_plain && !order.reviewed() && !is_overdue(order) && !is_to_come &&
         companions.moneys().credit_of(money) == given_of(companions.moneys(), money) &&
         companions.moneys().deposit_said(money) == 0 && sums.set_aside == 0;
}

Decision Splitting::find_named(Order& order, const Split& request) {
  std::vector<LineChange>& changes = t_.scratch.line_changes;
  changes.assign(order.line_count, LineChange{});
  for (std::size_t i = 0; i < request.lines.size(); ++i) {
    const OrderLine& wanted = request.lines[i];
    const LineBlocks::Found found = t_.book.lines().find(order, {wanted.sku, wanted.line_number});
    if (found.line == nullptr) return {Reason::not_in_order, i, wanted.sku};
    // They may cost different amounts: only who asks knows which of them is meant.
    if (found.several) return {Reason::line_number_missing, i, wanted.sku};
    if (wanted.price != 0 && wanted.price != found.line->price) {
      return {Reason::field_out_of_range, i, wanted.sku};
    }
    const Line& line = *found.line;
    LineChange& change = changes[found.number.value];
    gather_free(order, line, found.number);
    Units held;
    for (const Lent& one : t_.scratch.lent) held += one.debit.units;
    change.changed = true;
    change.need += Units{wanted.quantity};
    change.cut = change.need > held ? change.need - held : Units{};
    if (change.cut <= line.waiting) continue;
    UnitSum all = UnitSum(line.waiting) + t_.floor.picked(order, found.number);
    t_.hold_chains.visit(line, [&all](const Stock::Debit& debit) { all += debit.units; });
    const Units left = t_.book.companions().shipped_of(order, line, found.number);
    const Reason why = UnitSum(change.need) <= all ? Reason::on_the_floor
                       : left.present()            ? Reason::already_left
                                                   : Reason::not_in_order;
    return {why, i, wanted.sku};
  }
  return {};
}

bool Splitting::stays_any(const Order& order) const {
  UnitSum stays = t_.floor.has(order) ? t_.floor.picked(order) : UnitSum{};
  UnitSum goes;
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    stays += line.waiting;
    t_.hold_chains.visit(line, [&stays](const Stock::Debit& debit) { stays += debit.units; });
    goes += t_.scratch.line_changes[number.value].need;
  });
  return stays > goes;
}

// What waits is to wait in no other place: nobody may come between.
Reason Splitting::may_wait(const Order& order) const {
  bool waits = false;
  bool passes = false;
  std::uint32_t next = 0;
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    const LineChange& change = t_.scratch.line_changes[number.value];
    if (!change.changed) return;
    const LineNumber fresh{next++};
    if (!change.cut.present()) return;
    waits = true;
    Rank place = rank_of(order, fresh);
    place.sequence = t_.step.sequence;
    passes = passes || t_.waiting.any_between(line.sku, rank_of(order, number), place);
  });
  if (waits && Merging(t_).misses_goods(order)) return Reason::goods_are_missing;
  return passes ? Reason::ranks_differ : Reason::ok;
}

// Effects: what each line that goes says and costs is known.
Reason Splitting::add_up(const Order& order, const Split& request, Part& part) {
  const Companions& companions = t_.book.companions();
  const MoneySlot money = companions.money(order);
  const OrderCharges its = money.present() ? companions.moneys()[money].charges : OrderCharges{};
  if (request.discount > its.discount || request.shipping > its.shipping ||
      request.shipping_tax > its.shipping_tax) {
    return Reason::charges_exceeded;
  }
  part.charges = its;
  part.charges.discount = request.discount;
  part.charges.shipping = request.shipping;
  part.charges.shipping_tax = request.shipping_tax;
  part.value = WideMoney{request.shipping} - request.discount +
               (its.tax_included ? 0 : request.shipping_tax);
  part.says_any = part.charges.any() || its.lines_named;
  std::uint32_t next = 0;
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    LineChange& change = t_.scratch.line_changes[number.value];
    if (!change.changed) return;
    const LineMoney said = Changing(t_).said_of(order, number);
    const LineCut cut = Changing(t_).cut_of(order, line, number, change.need);
    change.number = {next++};
    change.sku = line.sku;
    change.said = said;
    change.said.line = change.number;
    change.said.next = {};
    change.said.total -= cut.stays.total;
    change.said.discount -= cut.stays.discount;
    change.said.tax -= cut.stays.tax;
    change.due = cut.less;
    part.value += cut.less;
    part.units += change.need;
    part.says_any = part.says_any || change.said.says_any();
  });
  return part.value < 0 || part.value > order.value ? Reason::discount_too_large : Reason::ok;
}

// Of several lots a part may go where some of each is to be picked: each but one is a hold more.
bool Splitting::holds_suffice(const Order& order) const {
  std::uint32_t more = 0;
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    const LineChange& change = t_.scratch.line_changes[number.value];
    if (!change.changed) return;
    gather_free(order, line, number);
    Units rest = change.need - change.cut;
    std::uint32_t parts = 0;
    for (const Lent& one : t_.scratch.lent) {
      const Units goes = std::min(rest, one.debit.units);
      if (goes.present() && goes < t_.hold_chains.units_of(line, one.debit.lot)) ++parts;
      rest -= goes;
    }
    if (parts > 1) more += parts - 1;
  });
  return more <= t_.hold_chains.free();
}

Units Splitting::free_of(const Order& order, LineNumber number, const Stock::Debit& debit) const {
  Units to_pick;
  if (t_.floor.has(order)) {
    t_.floor.visit(order, [&](const FloorPart& part) {
      if (part.line == number && part.lot == debit.lot) to_pick += part.to_pick;
    });
  }
  return debit.units - to_pick;
}

void Splitting::gather_free(const Order& order, const Line& line, LineNumber number) const {
  std::vector<Lent>& debits = t_.scratch.lent;
  debits.clear();
  t_.hold_chains.visit(line, [&](const Stock::Debit& debit) {
    const Units free = free_of(order, number, debit);
    if (free.present()) debits.push_back({{debit.lot, free}, {}});
  });
  std::ranges::sort(debits, {}, [this](const Lent& one) {
    const Lot& lot = t_.stock.lot(one.debit.lot);
    return std::tuple(lot.node, lot.code);
  });
}

// Effects: the new order is there, without what its lines have.
OrderSlot Splitting::begin(const Order& order, const OrderKey& key, const Part& part) {
  const auto lines = static_cast<std::uint32_t>(
      std::ranges::count_if(t_.scratch.line_changes, &LineChange::changed));
  const OrderSlot slot = t_.book.add(key, lines);
  Order& to = t_.book[slot];
  // It is as the other one in all but what follows, so that nothing is forgotten that an order has.
  const Order fresh = to;
  to = order;
  to.key = fresh.key;
  to.sequence = t_.step.sequence;
  to.value = static_cast<MoneyMinor>(part.value);
  to.sold_earlier = order.origin.second != second_of(t_.step.now);
  to.version = 1;
  to.timer_or_newer = fresh.timer_or_newer;
  to.older = fresh.older;
  to.debits = fresh.debits;
  to.line_count = fresh.line_count;
  to.numbered = fresh.numbered;
  to.first_lines = fresh.first_lines;
  if (part.says_any) t_.book.companions().change_money(to, part.charges);
  return slot;
}

void Splitting::apply(OrderSlot slot, OrderSlot to_slot, const Part& part) {
  Order& order = t_.book[slot];
  Order& to = t_.book[to_slot];
  Companions& companions = t_.book.companions();
  const bool counts = order.payment == Payment::paid || Balances(t_).counts(order);
  if (const OwnSlot own = own_of(companions, order); own.present() && !counts) {
    const OwnOrder hers = companions.moneys().own()[own];
    make_own(companions, to, to_slot, hers.whose, hers.since);
  }
  if (counts) (void)companions.begin_payments(order);
  const WideMoney before = counts ? Balances(t_).of(order).refund_due : 0;
  order.value -= to.value;
  ++order.version;
  if (part.charges.any()) {
    OrderCharges stays = companions.moneys()[companions.money(order)].charges;
    stays.discount -= part.charges.discount;
    stays.shipping -= part.charges.shipping;
    stays.shipping_tax -= part.charges.shipping_tax;
    companions.change_money(order, stays);
  }
  if (counts) share_money(order, to);
  t_.step.out->tell(events::OrderSplit{
      .order_key = to.key,
      .value = to.value,
      .units = static_cast<std::uint32_t>(part.units.value),
      .from_sequence = order.sequence,
      .flags = {order.payment == Payment::paid ? std::uint8_t{0} : EventFlags::to_be_paid}});
  Units held;
  for (std::uint32_t i = 0; i < t_.scratch.line_changes.size(); ++i) {
    LineChange& change = t_.scratch.line_changes[i];
    if (!change.changed) continue;
    move_line(slot, to_slot, change, {i});
    held += change.gave_back;
  }
  if (to.firm()) t_.life().tell_allocated(to);
  Ending(t_).withdraw_offer(to_slot);
  if (to.ship_complete) Changing(t_).try_whole_again(to_slot);
  Changing(t_).tell_changed(to_slot, 0);
  tell_lines(order);
  if (held.present()) Ending(t_).withdraw_offer(slot);
  if (order.ship_complete) Changing(t_).try_whole_again(slot);
  if (t_.hold_chains.asked_for() != 0) Ending(t_).wake_who_asked_for_holds();
  Changing(t_).tell_changed(slot, before);
  t_.arm(to_slot);
  t_.arm(slot);
}

// Effects: what goes of one line is the new order's; and is told. Afterwards the change says how
//          the line of the old one is.
void Splitting::move_line(OrderSlot slot, OrderSlot to_slot, LineChange& change,
                          LineNumber number) {
  Order& order = t_.book[slot];
  Order& to_order = t_.book[to_slot];
  Companions& companions = t_.book.companions();
  Line& line = t_.book.lines().at(order, number);
  Line& to = t_.book.lines().at(to_order, change.number);
  const LineCut cut = Changing(t_).cut_of(order, line, number, change.need);
  begin_as(to, line);
  to.ordered = change.need;
  if (companions.money(to_order).present()) {
    companions.moneys().change(companions.money(to_order), change.said);
  }
  gather_free(order, line, number);
  change.gave_back = move_holds(line, to, change.need - change.cut);
  if (change.cut.present()) move_waiting(line, to_slot, to, change.number, change.cut);
  line.ordered -= change.need;
  if (companions.money(order).present()) {
    companions.moneys().change(companions.money(order), cut.stays);
  }
  CapChanges(t_.cap_debits).move_units(order, to_order, t_.book.lines(), line.sku, change.need);
  t_.step.out->tell(events::LineSplit{.order_key = to_order.key,
                                      .line = static_cast<std::uint16_t>(change.number.value),
                                      .sku = to.sku,
                                      .quantity = to.ordered.value,
                                      .value = told_money(change.due),
                                      .waiting = to.waiting.value});
  t_.life().tell_named(to_order, to, change.number, change.said.wanted_at);
  change.number = number;
  change.ordered = line.ordered;
  change.due = Changing(t_).due_of(order, line, cut.stays);
}

// Requires: what is free of the line is gathered. Effects: so many units of that are the other's.
Units Splitting::move_holds(Line& line, Line& to, Units units) {
  Units rest = units;
  for (const Lent& one : t_.scratch.lent) {
    const Stock::Debit goes{one.debit.lot, std::min(rest, one.debit.units)};
    if (!goes.units.present()) break;
    t_.hold_chains.remove(line, goes);
    t_.hold_chains.add(to, goes);
    rest -= goes.units;
  }
  ALLOT_CHECK(!rest.present());
  return units;
}

// Effects: so many units wait for the new order now; and are tried, if the SKU is being dealt out.
void Splitting::move_waiting(Line& line, OrderSlot slot, Line& to, LineNumber number, Units units) {
  const Rank rank = rank_of(t_.book[slot], number);
  to.waiting = units;
  // Of an order that is shipped whole one line has an entry.
  if (!t_.book[slot].ship_complete) to.entry = t_.waiting.join(line.sku, rank, slot, units);
  if (line.entry.present() && units == line.waiting) {
    t_.waiting.leave(line.sku, line.entry, units);
    line.entry = {};
  } else if (line.entry.present()) {
    t_.waiting.reduce(line.sku, units);
  }
  line.waiting -= units;
  if (to.entry.present() && t_.waiting.claimed(line.sku)) t_.waiting.try_too(line.sku, rank);
}

// The new order has what it costs, as far as there is more than the old one needs.
void Splitting::share_money(Order& order, Order& to) {
  Companions& companions = t_.book.companions();
  PaymentSums& all = *companions.payments(order);
  PaymentSums& its = companions.begin_payments(to);
  const WideMoney spare = all.stayed() - asked_of(companions, order);
  const auto goes =
      static_cast<MoneyMinor>(std::clamp<WideMoney>(spare, WideMoney{0}, WideMoney{to.value}));
  its = {.captured = goes, .unnamed = goes};
  all.captured -= goes;
  all.unnamed -= goes;
}

void Splitting::tell_lines(const Order& order) {
  for (const LineChange& change : t_.scratch.line_changes) {
    if (!change.changed) continue;
    t_.step.out->tell(events::LineChanged{.order_key = order.key,
                                          .line = static_cast<std::uint16_t>(change.number.value),
                                          .sku = change.sku,
                                          .quantity = change.ordered.value,
                                          .value = told_money(change.due)});
  }
}

}  // namespace allot
