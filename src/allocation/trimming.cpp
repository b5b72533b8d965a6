#include "allocation/trimming.hpp"

#include <algorithm>

#include "allocation/balances.hpp"
#include "allocation/ending.hpp"
#include "sourcing/needs.hpp"

namespace allot {

Decision Trimming::trim(OrderSlot slot, const Trim& request) {
  Order& order = t_.book[slot];
  if (request.version != 0 && request.version != order.version) return Reason::version_stale;
  if (!waits(order)) return Reason::nothing_waits;
  if (t_.stock.end_is_due()) t_.settle_stock(order);
  // What it waits for itself is nobody else's claim.
  leave(order);
  const Plan* plan = nullptr;
  Decision decision = source(order, plan);
  const WideMoney fewer = decision.accepted() ? less(order) : 0;
  if (fewer > order.value) decision = Reason::discount_too_large;
  if (!decision.accepted()) {
    rejoin(slot);
    return decision;
  }
  Companions& companions = t_.book.companions();
  if (order.payment == Payment::paid && fewer != 0) (void)companions.begin_payments(order);
  const WideMoney refund_due = Balances(t_).counts(order) ? Balances(t_).of(order).refund_due : 0;
  const WideMoney to_capture = Balances(t_).to_capture(order);
  apply(slot, plan);
  ++order.version;
  if (plan != nullptr) Ending(t_).offer(slot);
  Changing(t_).tell_changed(slot, refund_due);
  Changing(t_).end_if_complete(slot, to_capture);
  return {};
}

bool Trimming::waits(const Order& order) const {
  bool waits = false;
  t_.book.lines().visit(
      order, [&waits](const Line& line, LineNumber) { waits = waits || line.waiting.present(); });
  return waits;
}

void Trimming::leave(Order& order) {
  t_.book.lines().visit(order, [this](Line& line, LineNumber number) {
    t_.scratch.supply_grew[number.value] = line.entry.present();
    if (line.entry.present()) t_.waiting.leave(line.sku, line.entry, line.waiting);
    line.entry = {};
  });
}

void Trimming::rejoin(OrderSlot slot) {
  Order& order = t_.book[slot];
  t_.book.lines().visit(order, [&](Line& line, LineNumber number) {
    if (t_.scratch.supply_grew[number.value] == 0) return;
    line.entry = t_.waiting.join(line.sku, rank_of(order, number), slot, line.waiting);
  });
}

Decision Trimming::source(Order& order, const Plan*& plan) {
  std::vector<LineChange>& lines = t_.scratch.line_changes;
  lines.clear();
  // Without a node that serves there is nothing for any line.
  (void)t_.sourcing.begin(t_.catalogue, order.origin.channel(), order.origin.zone(), order.key,
                          order.sequence);
  if (lines_named(t_.book.companions(), order)) t_.sourcing.share();
  const std::uint32_t nodes = t_.nodes_allowed(order.max_splits);
  const Needs needs(t_.sourcing, t_.stock, t_.waiting, t_.timers.due(t_.step.now));
  Decision short_of;
  Decision pending;  // of the first line that would lose what is on its way to somebody
  bool any = false;
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    if (!line.waiting.present()) return;
    LineChange& change = lines.emplace_back();
    change.number = number;
    change.choice = t_.sourcing.add(t_.stock, &t_.waiting, number, line.sku, line.waiting);
    const Decision short_here(needs.short_reason(t_.sourcing.line(change.choice)), number.value,
                              line.sku);
    if (lines.size() == 1) short_of = short_here;
    change.need = t_.sourcing.reach(change.choice, nodes);
    change.cut = line.waiting - change.need;
    const bool waits_a_little = change.cut.present() && short_here.reason == Reason::stock_pending;
    if (waits_a_little && pending.accepted()) pending = short_here;
    t_.sourcing.need(change.choice, change.need);
    any = any || change.need.present();
  });
  if (!pending.accepted()) {
    t_.sourcing.tell_lines();
    return pending;
  }
  if (!any) {
    t_.sourcing.tell_lines();
    return Ending(t_).holds_anything(order) ? Decision{} : short_of;
  }
  plan = t_.sourcing.choose(nodes);
  if (plan == nullptr) return Reason::splits_exceeded;
  return holds_suffice(order, *plan) ? Decision{} : Decision{Reason::holds_full};
}

bool Trimming::holds_suffice(Order& order, const Plan& plan) const {
  std::uint32_t holds = 0;
  for (const LineChange& change : t_.scratch.line_changes) {
    const Line& line = t_.book.lines().at(order, change.number);
    holds += t_.holds().added(t_.sourcing, change.choice, plan, &line);
  }
  const bool suffice = holds <= t_.hold_chains.free();
  if (!suffice) t_.sourcing.tell_given_up(Reason::holds_full);
  return suffice;
}

WideMoney Trimming::less(const Order& order) const {
  WideMoney less = 0;
  auto change = t_.scratch.line_changes.begin();
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    if (change == t_.scratch.line_changes.end() || change->number != number) return;
    if (change->cut.present()) {
      less += Changing(t_).cut_of(order, line, number, change->cut).less;
    }
    ++change;
  });
  return less;
}

// Effects: line by line it has what it takes, and what nobody has for it is gone.
void Trimming::apply(OrderSlot slot, const Plan* plan) {
  Order& order = t_.book[slot];
  for (const LineChange& change : t_.scratch.line_changes) {
    Line& line = t_.book.lines().at(order, change.number);
    line.waiting = change.cut;
    if (plan != nullptr) {
      t_.holds().take_planned(order, line, change.number, *plan, change.choice,
                              EventFlags{EventFlags::waited});
    }
    if (!change.cut.present()) continue;
    const LineCut cut = Changing(t_).cut_of(order, line, change.number, change.cut);
    (void)Changing(t_).cut(slot, cut, {});
  }
}

}  // namespace allot
