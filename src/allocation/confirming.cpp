#include "allocation/confirming.hpp"

#include "allocation/balances.hpp"
#include "allocation/changing.hpp"
#include "allocation/ending.hpp"
#include "allocation/paying.hpp"

namespace allot {

Decision Confirming::fault(const ConfirmPart& request) const {
  if (request.paid_at <= 0 || request.rest > PartRest::keep) return Reason::field_out_of_range;
  return Changing(t_).fault_of_named(request.lines);
}

Decision Confirming::confirm(OrderSlot slot, const ConfirmPart& request) {
  Order& order = t_.book[slot];
  if (request.version != 0 && request.version != order.version) return Reason::version_stale;
  if (const Reason no = may_be_paid(order, request.paid_at); no != Reason::ok) return no;
  if (const Decision found = find_named(order, request); !found.accepted()) return found;
  const WideMoney before = Balances(t_).counts(order) ? Balances(t_).of(order).refund_due : 0;
  if (names_all(order)) {
    pay(slot, request.paid_at, before);
  } else if (request.rest == PartRest::keep) {
    // Whoever names lines does not say what he was paid: it is no more than is missing.
    const Companions& companions = t_.book.companions();
    const WideMoney missing = asked_of(companions, order) - companions.sums_of(order).stayed();
    const WideMoney cost = std::min(cost_of_named(order), std::max<WideMoney>(0, missing));
    Paying(t_).capture_part(slot, cost, request.paid_at);
  } else {
    WideMoney less = 0;
    if (const Decision no = may_let_go(order, less); !no.accepted()) return no;
    if (less > order.value) return Reason::discount_too_large;
    let_go_rest(slot);
    pay(slot, request.paid_at, before);
    Changing(t_).end_if_complete(slot, 0);
  }
  return {};
}

Reason Confirming::may_be_paid(const Order& order, TimeNs paid_at) const {
  if (!awaits_payment(order.payment)) return Reason::already_paid;
  if (order.ship_complete) return Reason::whole_order_only;
  if (t_.semantics.heeds_when_paid() && Life::was_paid_before(order, paid_at) &&
      second_of(paid_at) < first_second(t_.book.companions(), order)) {
    return Reason::paid_before_placed;
  }
  const Deadlines deadlines(t_.catalogue, t_.step);
  const bool refused =
      is_overdue(order) && !deadlines.takes_late(order) && deadlines.too_late(order, paid_at);
  return refused ? Reason::paid_too_late : Reason::ok;
}

Decision Confirming::find_named(Order& order, const ConfirmPart& request) {
  std::vector<LineChange>& lines = t_.scratch.line_changes;
  lines.assign(order.line_count, LineChange{});
  for (std::size_t i = 0; i < request.lines.size(); ++i) {
    const OrderLine& wanted = request.lines[i];
    const LineBlocks::Found found = t_.book.lines().find(order, {wanted.sku, wanted.line_number});
    if (found.line == nullptr) return {Reason::not_in_order, i, wanted.sku};
    if (found.several) return {Reason::line_number_missing, i, wanted.sku};
    if (wanted.price != 0 && wanted.price != found.line->price) {
      return {Reason::field_out_of_range, i, wanted.sku};
    }
    const Units has = found.line->refused ? Units{} : found.line->ordered;
    Units& units = lines[found.number.value].ordered;
    units += Units{wanted.quantity};
    if (units > has) return {Reason::not_in_order, i, wanted.sku};
  }
  return {};
}

bool Confirming::names_all(const Order& order) const {
  bool all = true;
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    all = all && (line.refused || named(number) == line.ordered);
  });
  return all;
}

// What has left, or lies on the floor picked, is confirmed, or the rest cannot be let go.
Decision Confirming::may_let_go(const Order& order, WideMoney& less) const {
  Decision first;
  ShippedLines::Look shipped = t_.book.companions().shipped(order);
  const bool on_floor = t_.floor.has(order);
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    const Units left = shipped_of(order, line, shipped.find(number));
    const Units picked = on_floor ? t_.floor.picked(order, number) : Units{};
    if (line.refused || !first.accepted()) return;
    if (left > named(number)) {
      first = {Reason::already_left, number.value, line.sku};
    } else if (left + picked > named(number)) {
      first = {Reason::on_the_floor, number.value, line.sku};
    }
    if (named(number) >= line.ordered) return;
    less += Changing(t_).cut_of(order, line, number, line.ordered - named(number)).less;
  });
  return first;
}

void Confirming::let_go_rest(OrderSlot slot) {
  Order& order = t_.book[slot];
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    if (line.refused || named(number) == line.ordered) return;
    const Units rest = line.ordered - named(number);
    (void)Changing(t_).cut(slot, Changing(t_).cut_of(order, line, number, rest), {});
  });
  ++order.version;
  if (t_.hold_chains.asked_for() != 0) Ending(t_).wake_who_asked_for_holds();
  Changing(t_).tell(order);
}

void Confirming::pay(OrderSlot slot, TimeNs paid_at, WideMoney refund_before) {
  if (Balances(t_).counts(t_.book[slot])) {
    Paying(t_).confirm(slot, paid_at, refund_before);
  } else {
    allot::pay(t_, slot, paid_at);
  }
}

// What the named units cost, of each line cut to an integer.
WideMoney Confirming::cost_of_named(const Order& order) const {
  WideMoney cost = 0;
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    const LineMoney said = Changing(t_).said_of(order, number);
    cost += share_of(Changing(t_).due_of(order, line, said), named(number), line.ordered);
  });
  return std::max<WideMoney>(0, cost);
}

}  // namespace allot
