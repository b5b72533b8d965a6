#include "allocation/ending.hpp"

#include <algorithm>

#include "allocation/balances.hpp"

namespace allot {

void Ending::end(OrderSlot slot, OrderStatus as) {
  Order& order = t_.book[slot];
  const UnitSum units = give_back(order, as);
  const KeptShipped kept = t_.book.companions().kept(t_.book.lines(), order);
  if (order.debits.present()) [[unlikely]] {
    disown(t_.book.companions(), order);
    // Of what was shipped nothing goes back, and what it counts for.
    if (!kept.any()) t_.cap_debits.give_back(order, as == OrderStatus::expired);
    if (Balances(t_).counts(order)) return end_paid(slot, as, units, kept);
  }
  t_.timers.set(t_.book, slot, 0);
  t_.life().end(order, as, units, kept);
  t_.book.close(slot, t_.step.now);
}

void Ending::end_taken_over(OrderSlot slot) {
  Order& order = t_.book[slot];
  const UnitSum units = give_back(order, OrderStatus::cancelled);
  disown(t_.book.companions(), order);
  t_.cap_debits.give_back(order, false);
  t_.timers.set(t_.book, slot, 0);
  t_.life().end_taken_over(order, units);
  t_.book.close(slot, t_.step.now);
}

void Ending::stop(OrderSlot slot, OrderStatus as) {
  if (t_.floor.has(t_.book[slot])) [[unlikely]]
    return ask_back(slot, as);
  end(slot, as);
}

void Ending::ask_back(OrderSlot slot, OrderStatus as) {
  Order& order = t_.book[slot];
  Reason why = Reason::ok;
  if (as == OrderStatus::expired) {
    why = Reason::not_paid;
    end_freeze(order);
    order.pay_by = order.remind_at = 0;
  } else if (as == OrderStatus::rejected) {
    why = Reason::still_in_review;
    order.review_by = 0;
  }
  if (!t_.floor.asked_back(order)) {
    t_.floor.set_asked_back(order, true);
    t_.step.out->tell(
        events::CancelRequested{.order_key = order.key,
                                .units = t_.floor.units(order).at_most(Units{~0U}).value,
                                .value = order.value,
                                .reason = why});
  }
  // Since its time was up it was passed over.
  if (as != OrderStatus::cancelled) serve_again(order);
  t_.arm(slot);
}

// Effects: an order ends of whose payments the amounts are known.
void Ending::end_paid(OrderSlot slot, OrderStatus as, UnitSum units, const KeptShipped& kept) {
  Order& order = t_.book[slot];
  const WideMoney before = Balances(t_).of(order).refund_due;
  t_.timers.set(t_.book, slot, 0);
  t_.life().end_owing(order, as, units, kept);
  Balances(t_).tell_change(order, before, Reason::ok);
  t_.book.close(slot, t_.step.now);
}

void Ending::end_shipped(OrderSlot slot, UnitSum units, WideMoney to_capture) {
  t_.timers.set(t_.book, slot, 0);
  t_.life().end_shipped(t_.book[slot], units);
  Balances(t_).tell_to_capture(t_.book[slot], to_capture);
  t_.book.close(slot, t_.step.now);
}

// Effects: the ledgers have back what the order took; no line of it waits. Returns: the units that
// were held or allocated.
UnitSum Ending::give_back(Order& order, OrderStatus as) {
  const bool firm = order.firm();
  UnitSum units;
  t_.book.lines().visit(order, [&](Line& line, LineNumber number) {
    const Holds::Returned returned = t_.holds().give_back(line, firm);
    units += returned.units;
    t_.scratch.supply_grew[number.value] = returned.supply_grew;
    if (line.waiting.present()) [[unlikely]]
      leave_queue(line, as);
  });
  // No line of this order is to be tried again.
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    if (t_.scratch.supply_grew[number.value] != 0) t_.waiting.supply_grew(line.sku);
  });
  if (t_.hold_chains.asked_for() != 0) [[unlikely]]
    wake_who_asked_for_holds();
  return units;
}

// Effects: the line waits no more. An order that may come back remembers for what it did.
void Ending::leave_queue(Line& line, OrderStatus as) {
  if (line.entry.present()) t_.waiting.leave(line.sku, line.entry, line.waiting);
  line.entry = {};
  if (as != OrderStatus::expired || !t_.semantics.heeds_when_paid()) line.waiting = {};
}

// Whoever waits for whatever SKU may be the one who asked.
void Ending::wake_who_asked_for_holds() {
  if (!t_.hold_chains.can_give()) return;
  t_.hold_chains.forget_asked();
  t_.waiting.ways_opened();
}

void Ending::make_firm(OrderSlot slot) {
  const Order& order = t_.book[slot];
  t_.book.lines().visit(order, [&](const Line& line, LineNumber) { t_.holds().make_firm(line); });
  t_.life().tell_allocated(order);
}

void Ending::make_held(OrderSlot slot) {
  t_.book.lines().visit(t_.book[slot],
                        [&](const Line& line, LineNumber) { t_.holds().make_held(line); });
}

void Ending::approve(OrderSlot slot) {
  Order& order = t_.book[slot];
  const bool overdue = is_overdue(order);
  t_.life().approve(order, may_pay_now(order));
  if (order.firm()) make_firm(slot);
  if (overdue) serve_again(order);
  t_.arm(slot);
}

void Ending::lose_payment(OrderSlot slot) {
  Order& order = t_.book[slot];
  const bool was_firm = order.open() && order.firm();
  t_.life().lose_payment(order, !order.open() || pays_now(order));
  if (!order.open()) return;
  if (was_firm && !order.firm()) make_held(slot);
  if (order.firm()) t_.life().tell_allocated(order);
  t_.arm(slot);
}

// Effects: what was set aside for the order counts no more. It goes on as one that is not paid.
void Ending::lapse(OrderSlot slot) {
  const Order& order = t_.book[slot];
  PaymentSums& sums = *t_.book.companions().payments(order);
  t_.step.out->tell(events::AuthorisationLapsed{
      .order_key = order.key, .amount = sums.set_aside, .lapsed_at = order.pay_by});
  sums.set_aside = 0;
  sums.lapses_at = 0;
  lose_payment(slot);
  // Since that time it was passed over; whatever came meanwhile is offered to it again.
  serve_again(order);
}

void Ending::lapse_balance(OrderSlot slot) {
  const Order& order = t_.book[slot];
  const DefineChannel& channel = t_.catalogue.channel(order.origin.channel()).settings;
  Companions& companions = t_.book.companions();
  WideMoney kept = 0;
  if (channel.lapsed_deposit == LapsedDeposit::kept) {
    const WideMoney stayed = std::max<WideMoney>(0, companions.sums_of(order).stayed());
    kept = std::min<WideMoney>(stayed, Balances(t_).firm_by(order));
  }
  companions.moneys().keep_deposit(companions.money(order), told_money(kept));
  t_.step.out->tell(events::BalanceLapsed{
      .order_key = order.key, .kept = told_money(kept), .pay_by = order.pay_by});
  stop(slot, OrderStatus::expired);
}

void Ending::offer(OrderSlot slot) {
  Order& order = t_.book[slot];
  if (order.pay_by != 0 || !owes_before_leaving(order.payment)) return;
  if (Deadlines(t_.catalogue, t_.step).offer(order)) t_.arm(slot);
}

void Ending::withdraw_offer(OrderSlot slot) {
  Order& order = t_.book[slot];
  const bool runs = owes_before_leaving(order.payment) && order.pay_by > t_.step.now;
  if (!runs || may_pay_now(order)) return;
  Deadlines(t_.catalogue, t_.step).withdraw_offer(order);
  t_.arm(slot);
}

bool Ending::pays_now(const Order& order) const {
  const DefineChannel& channel = t_.catalogue.channel(order.origin.channel()).settings;
  return !channel.pay_when_served || order.imported || holds_anything(order);
}

bool Ending::may_pay_now(const Order& order) const {
  return order.payment == Payment::deposited ? holds_anything(order) : pays_now(order);
}

bool Ending::holds_anything(const Order& order) const {
  bool holds = t_.book.companions().any_shipped(order) || t_.floor.has(order);
  t_.book.lines().visit(
      order, [&holds](const Line& line, LineNumber) { holds = holds || line.first.lot.present(); });
  return holds;
}

void Ending::serve_again(const Order& order) {
  t_.book.lines().visit(order, [&](const Line& line, LineNumber) {
    if (line.entry.present()) t_.waiting.supply_grew(line.sku);
  });
}

bool Ending::decide_due(OrderSlot slot, Due due) {
  ALLOT_CHECK(due.by(t_.step.now));
  Order& order = t_.book[slot];
  switch (due.what) {
    case Due::What::nothing: break;
    case Due::What::payment:
      if (order.payment == Payment::authorised) {
        lapse(slot);
        break;
      }
      if (order.payment == Payment::deposited) {
        lapse_balance(slot);
        break;
      }
      if (Deadlines(t_.catalogue, t_.step).begin_grace(order)) {
        t_.arm(slot);
        return true;
      }
      stop(slot, OrderStatus::expired);
      break;
    case Due::What::reminder:
      t_.life().remind(order);
      t_.arm(slot);
      return true;
    case Due::What::review:
      if (t_.catalogue.channel(order.origin.channel()).settings.review_outcome ==
          ReviewOutcome::reject) {
        stop(slot, OrderStatus::rejected);
        break;
      }
      approve(slot);
      // Since the deadline it was passed over; whatever came meanwhile is offered to it again.
      serve_again(order);
      break;
  }
  return false;
}

void Ending::settle(OrderSlot slot) {
  for (Due due = next_due(t_.book[slot]); due.by(t_.step.now); due = next_due(t_.book[slot])) {
    (void)decide_due(slot, due);
  }
}

}  // namespace allot
