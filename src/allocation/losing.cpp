#include "allocation/losing.hpp"

#include <tuple>

#include "allocation/ending.hpp"

namespace allot {
namespace {

// A stretch of places ends when so many have been looked at, or so many lines of open orders.
constexpr std::uint32_t stretch = 64;
// What costs as much as trying one line: to look whether so many hold from a lot that loses.
constexpr std::uint32_t looks_per_line = 16;

}  // namespace

void Losing::end_lot() {
  const LotSlot slot = t_.stock.end_first();
  t_.arm_beside();
  const Lot& lot = t_.stock.lot(slot);
  t_.step.out->tell(
      events::StockExpired{.sku = lot.sku,
                           .node = lot.node,
                           .lot = lot.code,
                           .available = t_.stock.settled_available(lot.sku, lot.node).value,
                           .unavailable = lot.unavailable.value,
                           .expires_at = lot.expires_at});
  if ((lot.held + lot.allocated).present()) begin();
}

void Losing::begin() {
  WorkQueue& work = t_.waiting.work();
  constexpr OrderSlot first{1};
  if (!work.lose_item().present()) {
    work.push_lose();
    t_.losers.look_from(first);
  } else if (t_.losers.next_place() != first) {
    work[work.lose_item()].again = true;
  }
}

std::uint32_t Losing::do_unit() {
  if (t_.losers.looks()) return look();
  WorkQueue& work = t_.waiting.work();
  if (t_.losers.count() == 0) {
    if (work.front().again) {
      work.front().again = false;
      t_.losers.look_from({1});
    } else {
      work.pop();
    }
    return 1;
  }
  const Losers::Found found = t_.losers.first();
  const OrderSlot slot = t_.losers.entry(found).order;
  const Rank rank = t_.losers.entry(found).rank;
  Order& order = t_.book[slot];
  const bool still_open = order.sequence == rank.sequence && order.open();
  const Stock::Debit lost =
      still_open ? first_lost(t_.book.lines().at(order, rank.line())) : Stock::Debit{};
  if (!lost.lot.present() || order.firm() != found.firm) {
    t_.losers.remove(found);
    if (lost.lot.present()) t_.losers.add(rank, slot, order.firm());
    return 1;
  }
  const std::uint32_t free = t_.hold_chains.free();
  lose(slot, rank.line(), lost);
  if (!first_lost(t_.book.lines().at(order, rank.line())).lot.present()) t_.losers.remove(found);
  const std::uint32_t own =
      order.ship_complete ? order.line_count : 1 + rank.line_number / looks_per_line;
  return own + t_.hold_chains.free() - free;
}

// Effects: of the orders in the next places those are found that hold from a lot that loses.
std::uint32_t Losing::look() {
  const std::uint32_t end = places_end(t_.book);
  OrderSlot place = t_.losers.next_place();
  std::uint32_t places = 0;
  std::uint32_t lines = 0;
  for (; place.value < end && places < stretch && lines < stretch; ++place.value, ++places) {
    const Order& order = t_.book[place];
    // A free place has no sequence.
    if (order.sequence == 0 || !order.open()) continue;
    lines += order.line_count;
    find(place);
  }
  if (place.value < end) {
    t_.losers.look_from(place);
  } else {
    t_.losers.look_no_more();
  }
  return 1 + (places + lines) / looks_per_line;
}

void Losing::find(OrderSlot slot) {
  const Order& order = t_.book[slot];
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    if (!first_lost(line).lot.present()) return;
    if (t_.losers.full()) {
      t_.waiting.work().front().again = true;
    } else {
      t_.losers.add(rank_of(order, number), slot, order.firm());
    }
  });
}

// Returns: what the line loses of a lot that it holds from, the first by node and code; none if no
// such lot loses.
Stock::Debit Losing::first_lost(const Line& line) const {
  Stock::Debit first;
  t_.hold_chains.visit(line, [&](const Stock::Debit& debit) {
    const Units lost = t_.stock.loss_of(debit.lot, debit.units).units;
    if (!lost.present()) return;
    const auto place = [this](LotSlot slot) {
      return std::tuple(t_.stock.lot(slot).node, t_.stock.lot(slot).code);
    };
    if (!first.lot.present() || place(debit.lot) < place(first.lot)) first = {debit.lot, lost};
  });
  return first;
}

void Losing::lose(OrderSlot slot, LineNumber number, Stock::Debit lost) {
  Order& order = t_.book[slot];
  Line& line = t_.book.lines().at(order, number);
  const Lot& lot = t_.stock.lot(lost.lot);
  t_.step.out->tell(events::LineLost{.order_key = order.key,
                                     .line = static_cast<std::uint16_t>(number.value),
                                     .sku = line.sku,
                                     .node = lot.node,
                                     .quantity = lost.units.value,
                                     .lot = lot.code,
                                     .reason = t_.stock.loss_of(lost.lot, lost.units).reason});
  if (order.ship_complete) {
    lose_whole(slot);
  } else {
    lose_part(slot, line, number, lost);
    if (t_.floor.has(order)) t_.floor.trim(t_.book.lines(), order);
  }
  Ending(t_).withdraw_offer(slot);
  if (t_.hold_chains.asked_for() != 0) Ending(t_).wake_who_asked_for_holds();
}

void Losing::lose_part(OrderSlot slot, Line& line, LineNumber number, const Stock::Debit& lost) {
  t_.holds().give_back(line, t_.book[slot].firm(), lost);
  wait(slot, line, number, lost.units);
  t_.waiting.supply_grew(line.sku);
}

// An order that is shipped whole holds nothing until it can have everything.
void Losing::lose_whole(OrderSlot slot) {
  Order& order = t_.book[slot];
  const bool firm = order.firm();
  t_.book.lines().visit(order, [&](Line& line, LineNumber number) {
    const UnitSum back = t_.holds().give_back(line, firm).units;
    if (back != UnitSum{}) wait(slot, line, number, back.at_most(line.ordered));
  });
  t_.book.lines().visit(order,
                        [&](const Line& line, LineNumber) { t_.waiting.supply_grew(line.sku); });
  if (t_.floor.has(order)) [[unlikely]]
    t_.floor.trim(t_.book.lines(), order);
}

void Losing::wait(OrderSlot slot, Line& line, LineNumber number, Units units) {
  const Order& order = t_.book[slot];
  if (line.entry.present()) {
    t_.waiting.add(line.sku, units);
  } else {
    line.entry = t_.waiting.join(line.sku, rank_of(order, number), slot, line.waiting + units);
  }
  line.waiting += units;
  t_.holds().tell_waits(order, line, number);
}

}  // namespace allot
