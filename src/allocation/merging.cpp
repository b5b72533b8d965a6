#include "allocation/merging.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "allocation/balances.hpp"
#include "allocation/changing.hpp"
#include "allocation/ending.hpp"
#include "allocation/promising.hpp"
#include "allot/messages/limits_rules.hpp"
#include "orders/cap_changes.hpp"

namespace allot {
namespace {

// Of the states in which the money of two orders can be one sum: nothing of it is set aside, on its
// way or a part of what is due.
constexpr bool may_be_summed(Payment payment) noexcept {
  return payment == Payment::unpaid || payment == Payment::paid || payment == Payment::on_delivery;
}

// Who comes first of two orders with one priority and ship_by.
bool is_later(const Order& order, const Order& other) noexcept {
  return std::tuple(order.origin.second, order.sequence) >
         std::tuple(other.origin.second, other.sequence);
}

// Effects: false where that is more than can be counted.
[[nodiscard]] bool sum_up(MoneyMinor& sum, MoneyMinor more) noexcept {
  return !__builtin_add_overflow(sum, more, &sum);
}

// Effects: payments come to what those of both did. Returns: false where that is more than can be
//          counted. Requires: nothing is set aside.
[[nodiscard]] bool add_sums(PaymentSums& sums, const PaymentSums& more) noexcept {
  return sum_up(sums.authorised, more.authorised) && sum_up(sums.captured, more.captured) &&
         sum_up(sums.refunded, more.refunded) && sum_up(sums.reversed, more.reversed) &&
         sum_up(sums.charged_back, more.charged_back) && sum_up(sums.unnamed, more.unnamed);
}

// Effects: a line says what both said together. `its`: what the line that goes says. Returns: false
//          where that is more than can be counted.
[[nodiscard]] bool join_money(LineChange& change, const Line& into, const Line& from,
                              const LineMoney& its) noexcept {
  LineMoney& said = change.said;
  const bool one_price = into.price == from.price && (said.total | its.total) == 0;
  if (!one_price) {
    said.total = said.amount(into);
    if (!sum_up(said.total, its.amount(from))) return false;
    change.price = 0;
  }
  return sum_up(said.discount, its.discount) && sum_up(said.tax, its.tax);
}

// Effects: the order has ended, since it went into the one that was placed at `into`, with the
//          units that it held.
void end_merged(Outcome& out, Order& order, UnitSum units, Sequence into) {
  order.status = OrderStatus::cancelled;
  order.remind_at = order.review_by = 0;
  out.tell(events::OrderMerged{.order_key = order.key,
                               .value = order.value,
                               .units = static_cast<std::uint32_t>(units.value),
                               .into_sequence = into});
}

}  // namespace

template <class Visit>
void Merging::visit_moving(Order& from, Visit&& visit) {
  auto change = t_.scratch.line_changes.begin();
  t_.book.lines().visit(from, [&](Line& line, LineNumber) {
    if (line.ordered.present()) visit(line, *change++);
  });
}

Decision Merging::merge(OrderSlot into_slot, OrderSlot from_slot) {
  Order& into = t_.book[into_slot];
  Order& from = t_.book[from_slot];
  if (const Reason no = compare(into, from); no != Reason::ok) return no;
  if (const Decision no = match(into, from); !no.accepted()) return no;
  Whole whole;
  if (const Reason no = add_up(into, from, whole); no != Reason::ok) return no;
  if (!holds_suffice(into, from)) return Reason::holds_full;
  const auto more = static_cast<std::uint32_t>(
      std::ranges::count_if(t_.scratch.line_changes, &LineChange::changed));
  if (!t_.book.make_room(more, t_.step.now)) return Reason::lines_full;
  t_.book.lines().grow(into, more);
  apply(into_slot, from_slot, whole);
  return {};
}

Reason Merging::compare(const Order& into, const Order& from) const {
  if (t_.floor.has(into) || t_.floor.has(from)) return Reason::on_the_floor;
  if (has_left(into) || has_left(from)) return Reason::already_left;
  if (!is_one_kind(into, from) || !may_be_one_shopper(into, from)) return Reason::orders_differ;
  if (!is_alike_paid(into, from)) return Reason::payments_differ;
  // Who loses is being looked for by where orders lie.
  if (loses(into) || loses(from)) return Reason::stock_pending;
  if (misses_goods(from)) return Reason::goods_are_missing;
  const Companions& companions = t_.book.companions();
  if (others_of(companions, into) + others_of(companions, from) >= orders_per_order_max) {
    return Reason::too_many_orders;
  }
  if (waits(from) && is_later(from, into)) return Reason::ranks_differ;
  return Reason::ok;
}

bool Merging::is_one_kind(const Order& into, const Order& from) const {
  if (into.ship_complete && (waits(into) || waits(from))) return false;
  return into.origin.channel() == from.origin.channel() &&
         into.origin.zone() == from.origin.zone() && !into.imported && !from.imported &&
         into.ship_by == from.ship_by && into.priority == from.priority &&
         into.max_splits == from.max_splits && into.ship_complete == from.ship_complete &&
         !has_refused(into) && !has_refused(from);
}

// An order does not keep the tokens that it came with: only where they were counted or heeded.
bool Merging::may_be_one_shopper(const Order& into, const Order& from) const {
  const Companions& companions = t_.book.companions();
  const OwnSlot hers = own_of(companions, into);
  const OwnSlot theirs = own_of(companions, from);
  if (hers.present() && theirs.present()) {
    const Shopper& one = companions.moneys().own()[hers].whose;
    const Shopper& other = companions.moneys().own()[theirs].whose;
    if (one.kind == other.kind && one.token != other.token) return false;
  }
  bool may = true;
  companions.debits().visit(into, [&](const Caps::Debit& debit) {
    companions.debits().visit(from, [&](const Caps::Debit& other) {
      may = may && (debit.cap != other.cap || debit.token == other.token);
    });
  });
  return may;
}

bool Merging::is_alike_paid(const Order& into, const Order& from) const {
  const Companions& companions = t_.book.companions();
  const auto is_plain = [&companions](const Order& order) {
    const MoneySlot money = companions.money(order);
    return !order.reviewed() && !is_overdue(order) && companions.moneys().credit_of(money) == 0 &&
           companions.moneys().deposit_said(money) == 0 && companions.sums_of(order).set_aside == 0;
  };
  if (into.payment != from.payment || !may_be_summed(into.payment)) return false;
  if (!is_plain(into) || !is_plain(from)) return false;
  if (companions.sums_of(from).stayed() < 0 || Balances(t_).of(from).refund_due != 0) return false;
  const OrderMoneys& moneys = companions.moneys();
  const MoneySlot money = companions.money(into);
  const MoneySlot other = companions.money(from);
  return !moneys.says_more(money) || !moneys.says_more(other) ||
         moneys[money].charges.tax_included == moneys[other].charges.tax_included;
}

bool Merging::has_left(const Order& order) const {
  const Companions& companions = t_.book.companions();
  bool any = false;
  companions.shipped_lines().visit(
      companions.debits().shipped(order), [&any](const ShippedLine& line) {
        const UnitSum all = line.sent(line.shipped) + line.ended() + line.returned;
        any = any || all != UnitSum{};
      });
  return any;
}

bool Merging::has_refused(const Order& order) const {
  bool any = false;
  t_.book.lines().visit(order, [&any](const Line& line, LineNumber) { any = any || line.refused; });
  return any;
}

bool Merging::waits(const Order& order) const {
  bool any = false;
  t_.book.lines().visit(
      order, [&any](const Line& line, LineNumber) { any = any || line.waiting.present(); });
  return any;
}

bool Merging::loses(const Order& order) const {
  bool any = false;
  t_.book.lines().visit(order, [&](const Line& line, LineNumber) {
    t_.hold_chains.visit(line, [&](const Stock::Debit& debit) {
      any = any || t_.stock.loss_of(debit.lot, debit.units).units.present();
    });
  });
  return any;
}

// Of one that ends it would be over with it.
bool Merging::misses_goods(const Order& order) const {
  if (t_.exceptions.count() == 0) return false;
  for (ExceptionSlot slot = t_.exceptions.first_of(order.key); slot.present();
       slot = t_.exceptions[slot].next) {
    const ExceptionItem& item = t_.exceptions[slot];
    if (item.kind == ExceptionKind::goods_missing && item.order_sequence == order.sequence) {
      return true;
    }
  }
  return false;
}

bool Merging::tax_included(const Order& into, const Order& from) const {
  const OrderMoneys& moneys = t_.book.companions().moneys();
  for (const Order* const order : {&into, &from}) {
    const MoneySlot money = t_.book.companions().money(*order);
    if (moneys.says_more(money)) return moneys[money].charges.tax_included;
  }
  return t_.catalogue.channel(into.origin.channel()).settings.prices_include_tax;
}

Decision Merging::match(Order& into, const Order& from) {
  std::vector<LineChange>& changes = t_.scratch.line_changes;
  changes.clear();
  const Changing changing(t_);
  const bool has_tax = tax_included(into, from);
  std::uint32_t lines = into.line_count;
  Decision first;
  t_.book.lines().visit(from, [&](const Line& line, LineNumber number) {
    if (!line.ordered.present() || !first.accepted()) return;
    const auto refuse = [&](Reason why) { first = {why, number.value, line.sku}; };
    LineChange& change = changes.emplace_back();
    change.sku = line.sku;
    change.price = line.price;
    change.ordered = change.need = line.ordered;
    const Line* known = nullptr;
    std::uint32_t of_sku = 0;
    t_.book.lines().visit(into, [&](const Line& one, LineNumber at) {
      if (one.sku != line.sku) return;
      ++of_sku;
      if (one.own_number != line.own_number) return;
      known = &one;
      change.number = at;
    });
    const LineMoney its = changing.said_of(from, number);
    if (known == nullptr) {
      of_sku += static_cast<std::uint32_t>(std::ranges::count_if(
          changes, [&](const LineChange& one) { return one.changed && one.sku == line.sku; }));
      if (lines == t_.scratch.supply_grew.size() || of_sku >= lines_per_sku_max) {
        return refuse(Reason::too_many_lines);
      }
      change.number = {lines++};
      change.changed = true;
    }
    change.named = known == nullptr || !known->ordered.present();
    change.said = its;
    if (!change.named) {
      change.said = changing.said_of(into, change.number);
      if (change.said.wanted_at != its.wanted_at) return refuse(Reason::wanted_at_conflict);
      change.ordered += known->ordered;
      change.price = known->price;
      if (!join_money(change, *known, line, its)) return refuse(Reason::order_value_overflow);
    }
    change.said.line = change.number;
    change.said.next = {};
    change.due = WideMoney{change.price} * change.ordered.value + change.said.total -
                 change.said.discount + (has_tax ? 0 : change.said.tax);
  });
  return first;
}

Reason Merging::add_up(const Order& into, const Order& from, Whole& whole) const {
  UnitSum units;
  const auto count = [&units](const Line& line, LineNumber) { units += line.ordered; };
  t_.book.lines().visit(into, count);
  t_.book.lines().visit(from, count);
  if (units > UnitSum(Units{units_max})) return Reason::quantity_out_of_range;
  const Companions& companions = t_.book.companions();
  const auto charges_of = [&companions](const Order& order) {
    const MoneySlot money = companions.money(order);
    return money.present() ? companions.moneys()[money].charges : OrderCharges{};
  };
  const OrderCharges its = charges_of(from);
  OrderCharges& charges = whole.charges = charges_of(into);
  whole.value = into.value;
  if (!sum_up(charges.discount, its.discount) || !sum_up(charges.shipping, its.shipping) ||
      !sum_up(charges.shipping_tax, its.shipping_tax) || !sum_up(whole.value, from.value)) {
    return Reason::order_value_overflow;
  }
  PaymentSums sums = companions.sums_of(into);
  if (!add_sums(sums, companions.sums_of(from))) return Reason::order_value_overflow;
  charges.tax_included = tax_included(into, from);
  charges.lines_named = charges.lines_named || its.lines_named;
  whole.says_any = charges.any() || charges.lines_named || companions.money(into).present() ||
                   std::ranges::any_of(t_.scratch.line_changes, [](const LineChange& change) {
                     return change.said.says_any();
                   });
  return Reason::ok;
}

// A line that has two lines' lots has one of them in the line itself, where both had.
bool Merging::holds_suffice(Order& into, Order& from) {
  std::uint32_t more = 0;
  visit_moving(from, [&](const Line& line, const LineChange& change) {
    if (change.changed || !line.first.lot.present()) return;
    const Line& known = t_.book.lines().at(into, change.number);
    if (!known.first.lot.present()) return;
    bool shares = false;
    t_.hold_chains.visit(line, [&](const Stock::Debit& debit) {
      shares = shares || t_.hold_chains.has(known, debit.lot);
    });
    if (!shares) ++more;
  });
  return more <= t_.hold_chains.free();
}

void Merging::apply(OrderSlot into_slot, OrderSlot from_slot, const Whole& whole) {
  Order& into = t_.book[into_slot];
  Order& from = t_.book[from_slot];
  Companions& companions = t_.book.companions();
  const bool counts =
      into.payment == Payment::paid || Balances(t_).counts(into) || Balances(t_).counts(from);
  if (counts) {
    (void)companions.begin_payments(into);
    (void)companions.begin_payments(from);
  }
  const WideMoney before = counts ? Balances(t_).of(into).refund_due : 0;
  const GoneMoney went{.open = still_open(from),
                       .asked = companions.amount_due(t_.book.lines(), from),
                       .since = first_second(companions, from)};
  take_earlier_place(into, from);
  shorten_window(into, from);
  disown(companions, from);
  CapChanges(t_.cap_debits).move(into, from);
  UnitSum units;
  t_.book.lines().visit(from, [&](const Line& line, LineNumber) {
    t_.hold_chains.visit(line, [&units](const Stock::Debit& debit) { units += debit.units; });
  });
  t_.timers.set(t_.book, from_slot, 0);
  end_merged(*t_.step.out, from, units, into.sequence);
  if (counts) {
    move_payments(into_slot, from);
    Balances(t_).tell_change(from, 0, Reason::ok);
  }
  into.value = whole.value;
  ++into.version;
  if (whole.says_any) companions.change_money(into, whole.charges);
  move_lines(into_slot, from_slot);
  Changing(t_).tell_changed(into_slot, before);
  if (t_.hold_chains.asked_for() != 0) Ending(t_).wake_who_asked_for_holds();
  t_.arm(into_slot);
  if (t_.promises.count() != 0) pass_promises(t_.promises, from, into);
  go_into(companions, from, into);
  t_.book.keys().go(from_slot, into_slot, went);
  t_.book.close(from_slot, t_.step.now);
}

// What was heard of the one's payments was of the other's, and is known again where it is told
// under the key of either. What was authorised for it and not needed is nothing to the other.
void Merging::move_payments(OrderSlot into_slot, Order& from) {
  const Order& into = t_.book[into_slot];
  Companions& companions = t_.book.companions();
  const bool counted = add_sums(*companions.payments(into), *companions.payments(from));
  ALLOT_CHECK(counted);
  *companions.payments(from) = {};
  OrderMoneys& moneys = companions.moneys();
  const MoneySlot money = companions.money(into);
  moneys.keep_last(money,
                   t_.payments.pass_on(moneys[companions.money(from)].last_payment, into_slot,
                                       into.sequence, moneys[money].last_payment));
  moneys.keep_last(companions.money(from), {});
}

// Returns: what is still to come in for the order.
MoneyMinor Merging::still_open(const Order& order) const {
  if (order.payment == Payment::paid) return 0;
  return told_money(Balances(t_).of(order).open);
}

// Effects: what the lines of one have is there; and is told, line by line.
void Merging::move_lines(OrderSlot into_slot, OrderSlot from_slot) {
  Order& into = t_.book[into_slot];
  Companions& companions = t_.book.companions();
  visit_moving(t_.book[from_slot], [&](Line& line, const LineChange& change) {
    Line& to = t_.book.lines().at(into, change.number);
    if (change.named) begin_as(to, line);
    to.ordered = change.ordered;
    to.price = change.price;
    if (companions.money(into).present()) {
      companions.moneys().change(companions.money(into), change.said);
    }
    move_holds(to, line);
    const Units waiting = line.waiting;
    if (waiting.present()) move_place(into_slot, to, line, change.number);
    t_.step.out->tell(events::LineMerged{.order_key = into.key,
                                         .line = static_cast<std::uint16_t>(change.number.value),
                                         .sku = change.sku,
                                         .quantity = change.need.value,
                                         .value = told_money(change.due),
                                         .waiting = waiting.value});
    if (change.named) t_.life().tell_named(into, to, change.number, change.said.wanted_at);
  });
}

void Merging::move_holds(Line& into, Line& from) {
  if (!from.first.lot.present()) return;
  if (!into.first.lot.present()) {
    into.first = from.first;
    into.more = from.more;
    from.first = {};
    from.more = {};
    return;
  }
  std::vector<Lent>& debits = t_.scratch.lent;
  debits.clear();
  t_.hold_chains.visit(from,
                       [&debits](const Stock::Debit& debit) { debits.push_back({debit, {}}); });
  t_.hold_chains.drop(from);
  for (const Lent& one : debits) t_.hold_chains.add(into, one.debit);
}

// Effects: what waited in one order's place does so in the other's, and is tried there if the SKU
//          is being dealt out.
void Merging::move_place(OrderSlot into_slot, Line& into, Line& from, LineNumber number) {
  const Rank rank = rank_of(t_.book[into_slot], number);
  const Units waiting = from.waiting;
  t_.waiting.leave(from.sku, from.entry, waiting);
  from.entry = {};
  from.waiting = {};
  if (into.entry.present()) {
    t_.waiting.add(into.sku, waiting);
  } else {
    into.entry = t_.waiting.join(into.sku, rank, into_slot, waiting);
  }
  into.waiting += waiting;
  if (t_.waiting.claimed(into.sku)) t_.waiting.try_too(into.sku, rank);
}

// Effects: where nothing of the order that stays waits, what comes to wait keeps its place.
void Merging::take_earlier_place(Order& into, const Order& from) const {
  if (!waits(from) || waits(into) || from.origin.second >= into.origin.second) return;
  into.origin.second = from.origin.second;
  into.sold_earlier = true;
}

// Effects: nothing is held unpaid longer than it was to be.
void Merging::shorten_window(Order& into, const Order& from) const {
  if (into.payment != Payment::unpaid) return;
  if (from.freeze == Freeze::used) into.freeze = Freeze::used;
  if (from.pay_by == 0 || (into.pay_by != 0 && into.pay_by <= from.pay_by)) return;
  const DefineChannel& channel = t_.catalogue.channel(into.origin.channel()).settings;
  begin_payment_window(into, channel, from.pay_by, t_.step.now);
}

}  // namespace allot
