#include "orders/holds.hpp"

#include <algorithm>

namespace allot {

void Holds::take(const Order& order, bool firm, Line& line, LineNumber number, NodeId node,
                 Units units, EventFlags flags) {
  const Stock::Account account = stock_.account(line.sku, node);
  ALLOT_CHECK(account.lot.present());
  if (stock_.free(account) < units) [[unlikely]] {
    const LotsTaken taken = take_from_lots(stock_, chains_, node, firm, line, units);
    if (taken.lots > 1) flags.bits |= EventFlags::several_lots;
    tell_taken(order, firm, line, number, node, units, taken.first_code, flags);
  } else {
    chains_.add(line, stock_.take(account, units, firm));
    tell_taken(order, firm, line, number, node, units, stock_.lot(account.lot).code, flags);
  }
  step_.out->touch({line.sku, node, account.available->value});
}

void Holds::tell_taken(const Order& order, bool firm, const Line& line, LineNumber number,
                       NodeId node, Units units, std::uint64_t first_code, EventFlags flags) const {
  step_.out->tell(firm ? EventType::line_allocated : EventType::line_held,
                  events::LineTaken<>{.order_key = order.key,
                                      .line = static_cast<std::uint16_t>(number.value),
                                      .sku = line.sku,
                                      .node = node,
                                      .quantity = units.value,
                                      .lot = first_code,
                                      .flags = flags});
}

// Effects: takes from the lots of the cell in removal order, since the first has not enough.
Holds::LotsTaken Holds::take_from_lots(Stock& stock, HoldChains& chains, NodeId node, bool firm,
                                       Line& line, Units units) {
  return take_along(stock, chains, stock.account(line.sku, node), firm, line, units);
}

// Effects: the same from the account's lot on.
Holds::LotsTaken Holds::take_along(Stock& stock, HoldChains& chains, Stock::Account account,
                                   bool firm, Line& line, Units units) {
  LotsTaken all{};
  for (Units rest = units; rest.present(); stock.next(account)) {
    ALLOT_CHECK(account.lot.present());
    const Units taken = std::min(rest, stock.free(account));
    if (!taken.present()) continue;
    if (all.lots++ == 0) all.first_code = stock.lot(account.lot).code;
    chains.add(line, stock.take(account, taken, firm));
    rest -= taken;
  }
  return all;
}

void Holds::take_sellable(const Order& order, Line& line, LineNumber number, NodeId node,
                          Units units, TimeNs margin, EventFlags flags) {
  Stock::Account account = stock_.account(line.sku, node);
  account.lot = stock_.first_sellable(line.sku, node, margin);
  const bool firm = order.firm();
  const LotsTaken taken = take_along(stock_, chains_, account, firm, line, units);
  if (taken.lots > 1) flags.bits |= EventFlags::several_lots;
  tell_taken(order, firm, line, number, node, units, taken.first_code, flags);
  step_.out->touch({line.sku, node, account.available->value});
}

void Holds::take_planned(const Order& order, Line& line, LineNumber number, const Plan& plan,
                         ChoiceLine planned, EventFlags flags) {
  const bool firm = order.firm();
  if (plan.bounded) flags.bits |= EventFlags::bounded;
  for (std::uint32_t i = 0; i < plan.count; ++i) {
    const Units units = plan.units(planned, i);
    if (!units.present()) continue;
    if (plan.margin == 0) [[likely]] {
      take(order, firm, line, number, plan.nodes[i], units, flags);
    } else {
      take_sellable(order, line, number, plan.nodes[i], units, plan.margin, flags);
    }
  }
}

void Holds::take_of_lot(const Order& order, Line& line, LineNumber number, LotSlot lot,
                        Units units) {
  const bool firm = order.firm();
  const NodeId node = stock_.lot(lot).node;
  Stock::Account account = stock_.account(line.sku, node);
  account.lot = lot;
  chains_.add(line, stock_.take(account, units, firm));
  tell_taken(order, firm, line, number, node, units, stock_.lot(lot).code, {});
}

Holds::Returned Holds::give_back(Line& line, bool firm) {
  Returned all{};
  chains_.visit(line, [&](const Stock::Debit& debit) {
    all.units += debit.units;
    all.supply_grew |= stock_.give_back(debit, firm);
    const NodeId node = stock_.lot(debit.lot).node;
    step_.out->touch({line.sku, node, stock_.available(line.sku)[node.value - 1].value});
  });
  chains_.drop(line);
  return all;
}

void Holds::give_back(Line& line, bool firm, const Stock::Debit& part) {
  chains_.remove(line, part);
  (void)stock_.give_back(part, firm);
  const NodeId node = stock_.lot(part.lot).node;
  step_.out->touch({line.sku, node, stock_.settled_available(line.sku, node).value});
}

void Holds::tell_waits(const Order& order, const Line& line, LineNumber number) const {
  step_.out->tell(order.imported ? EventType::line_short : EventType::line_waiting,
                  events::LineNotTaken<>{.order_key = order.key,
                                         .line = static_cast<std::uint16_t>(number.value),
                                         .sku = line.sku,
                                         .quantity = line.waiting.value});
}

void Holds::make_firm(const Line& line) {
  chains_.visit(line, [&](const Stock::Debit& debit) { stock_.make_firm(debit); });
}

void Holds::make_held(const Line& line) {
  chains_.visit(line, [&](const Stock::Debit& debit) { stock_.make_held(debit); });
}

void Holds::ask_for(const Sourcing& choice, const Plan& plan, const Line& line) {
  chains_.ask_for(wanted(choice, plan, &line));
}

void Holds::ask_for(const Sourcing& choice, const Plan& plan, const LineBlocks& lines,
                    const Order& order) {
  chains_.ask_for(wanted(choice, plan, lines, order));
}

// Returns: the places that the plan needs. At most 4,000 lines take from 16 nodes of 4,096 lots.
std::uint32_t Holds::wanted(const Sourcing& choice, const Plan& plan, const Line* line) const {
  ALLOT_CHECK(line == nullptr || choice.lines() == 1);
  std::uint32_t all = 0;
  for (ChoiceLine i{0}; i.value < choice.lines(); ++i.value) {
    all += added(choice, i, plan, line);
  }
  return all;
}

// Returns: the same, of an order whose lines are those of the choice.
std::uint32_t Holds::wanted(const Sourcing& choice, const Plan& plan, const LineBlocks& lines,
                            const Order& order) const {
  std::uint32_t all = 0;
  lines.visit(order, [&](const Line& line, LineNumber number) {
    const ChoiceLine planned{number.value};
    all += added(choice, planned, plan, &line);
  });
  return all;
}

bool Holds::has_places(const Sourcing& choice, std::uint32_t holds) const {
  const bool suffice = holds <= chains_.free();
  if (!suffice) choice.tell_given_up(Reason::holds_full);
  return suffice;
}

std::uint32_t Holds::added(const Sourcing& choice, ChoiceLine planned, const Plan& plan,
                           const Line* line) const {
  const LineNeed& need = choice.line(planned);
  if (!need.need.present()) return 0;
  std::uint32_t fresh = 0;
  for (std::uint32_t i = 0; i < plan.count; ++i) {
    Units rest = plan.units(planned, i);
    Units before = rest.present() ? choice.given_before(planned, plan, i) : Units{};
    LotSlot slot = plan.margin == 0 ? stock_.first_lot(need.sku, plan.nodes[i])
                                    : stock_.first_sellable(need.sku, plan.nodes[i], plan.margin);
    for (; rest.present(); slot = stock_.lot(slot).next) {
      ALLOT_CHECK(slot.present());
      const Units there = stock_.lot(slot).available;
      const Units passed = std::min(before, there);
      before -= passed;
      const Units taken = std::min(rest, there - passed);
      rest -= taken;
      if (taken.present() && (line == nullptr || !chains_.has(*line, slot))) ++fresh;
    }
  }
  const bool holds_already = line != nullptr && line->first.lot.present();
  return holds_already || fresh == 0 ? fresh : fresh - 1;
}

}  // namespace allot
