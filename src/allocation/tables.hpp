// What the verbs of allocation work on: the ledgers, the orders, and who waits.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <tuple>
#include <vector>

#include "allot/messages/limits.hpp"
#include "allot/messages/semantics.hpp"
#include "catalogue/catalogue.hpp"
#include "ledger/stock.hpp"
#include "orders/cap_debits.hpp"
#include "orders/exceptions.hpp"
#include "orders/floor.hpp"
#include "orders/holds.hpp"
#include "orders/life.hpp"
#include "orders/news.hpp"
#include "orders/order_book.hpp"
#include "orders/order_numbers.hpp"
#include "orders/promises.hpp"
#include "orders/return_requests.hpp"
#include "orders/timers.hpp"
#include "sequencing/step_context.hpp"
#include "sourcing/sourcing.hpp"
#include "waiting/feeds.hpp"
#include "waiting/losers.hpp"
#include "waiting/waiting_lines.hpp"

namespace allot {

// Returns: when the next lot ends; at no time when none does.
[[nodiscard]] inline Timer next_end(const Stock& stock) noexcept {
  if (stock.ends().empty()) return {std::numeric_limits<TimeNs>::max(), 0, {}};
  return {stock.ends().first().time, stock.ends().first().sequence, {}};
}

// Returns: the same of one that ends for channels with a margin.
[[nodiscard]] inline Timer next_margin_end(const Stock& stock) noexcept {
  const LotEnd end = stock.margin_ends().first();
  return {end.time, end.sequence, {}};
}

// What becomes of one line of an order that is changed.
struct LineChange {
  LineNumber number;
  SkuId sku;
  std::uint16_t own_number{};
  Units ordered;    // afterwards
  Units before;     // without those that were refused
  Units cut;        // of what it waits for, and of what it keeps: goes
  Units need;       // is taken anew
  Units gave_back;  // of what it held
  MoneyMinor price{};
  LineMoney said;
  WideMoney due{};    // for all its units
  ChoiceLine choice;  // where it needs anything
  bool changed{};
  bool named{};  // it is told which number and date it has
};

// Units of one line, by the lots that they come from: how many, and the least node and lot.
struct UnitsTold {
  Units units;
  NodeId node;
  std::uint64_t lot{};
  EventFlags flags;

  // Effects: so many units of that lot are told with the others.
  void note(const Lot& from, Units more) noexcept {
    if (!more.present()) return;
    units += more;
    note_place(from.node, from.code);
  }
  void note_place(NodeId at, std::uint64_t code) noexcept {
    if (node.present()) {
      const auto place = std::tuple(at, code) <=> std::tuple(node, lot);
      if (at != node) flags.bits |= EventFlags::several_nodes;
      if (place != 0) flags.bits |= EventFlags::several_lots;
      if (place >= 0) return;
    }
    node = at;
    lot = code;
  }
};

// The part that one line has in what a command says of a SKU.
struct LineShare {
  LineNumber number;
  Units owed;    // to the line besides what it has
  Units found;   // of that
  Units beyond;  // more than that
  UnitsTold told;
};

// What a new order asks for of a SKU, and what its shopper's old orders have of it.
struct OwnWish {
  SkuId sku;
  LineNumber line;
  UnitSum lent;     // that would be available without the old orders
  UnitSum claims;   // that their lines wait for
  UnitSum waiting;  // that all lines wait for, while less is claimed
};

// What an old order holds, while a new one is planned that may have it.
struct Lent {
  Stock::Debit debit;
  Units paid;  // of it, that pay a deficit
};

// Room of any content for what one command works out.
struct Scratch {
  std::vector<Holds::Part> parts;         // of a line that parts with some of what it holds
  std::vector<std::uint8_t> supply_grew;  // of an order that ends, by line
  std::vector<LineChange> line_changes;   // of an order that is changed
  std::vector<LineShare> shares;          // of the lines that a command means
  std::vector<OwnWish> own_wishes;        // of an order that may take others over, by SKU
  std::vector<Lent> lent;
};

struct Tables {
  // Borrows the catalogue, and the rows for what each SKU has in stock, who waits for it, and which
  // sets it is in.
  Tables(const Limits& limits, Semantics rules, const Catalogue& known, SkuRows& rows)
      : catalogue(known),
        semantics(rules),
        nodes_per_order_max(limits.nodes_per_order_max),
        lots_per_cell_max(limits.lots_per_cell_max),
        stock(limits, rules, rows, step),
        waiting(limits, rows),
        losers(limits.lines_max),
        sourcing(limits),
        book(limits, rules.leaves_stubs()),
        numbers(limits),
        hold_chains(limits.holds_max),
        cap_debits(limits, known.caps(), rows, book.companions().debits(), step),
        timers(limits.orders_max),
        news(limits, rules.keeps_news(), step),
        returns(limits),
        payments(limits),
        exceptions(limits),
        promises(limits),
        floor(limits, stock, hold_chains, book.companions()),
        feeds(limits) {
    scratch.parts.reserve(parts_max(limits));
    scratch.supply_grew.resize(limits.lines_per_order_max);
    scratch.line_changes.reserve(limits.lines_per_order_max);
    scratch.shares.reserve(limits.lines_per_order_max);
    scratch.own_wishes.reserve(limits.lines_per_order_max);
    // Each line holds from one lot, and all together from no more further ones.
    scratch.lent.reserve(std::size_t{own_orders_looked_at} * limits.lines_per_order_max +
                         limits.holds_max);
    floor.reserve_takes(parts_max(limits));
    book.companions().settle_with(cap_debits);
  }

  [[nodiscard]] Life life() const noexcept { return {catalogue, step, semantics}; }
  [[nodiscard]] Holds holds() noexcept { return {stock, hold_chains, step}; }
  // Nodes that one choice may take: the first parcel and its splits.
  [[nodiscard]] std::uint32_t nodes_allowed(std::uint8_t max_splits) const noexcept {
    return max_splits < nodes_per_order_max ? max_splits + 1U : nodes_per_order_max;
  }
  // Returns: whether one choice takes from fewer nodes than the order would allow.
  [[nodiscard]] bool nodes_are_limited(std::uint8_t max_splits) const noexcept {
    return max_splits >= nodes_per_order_max;
  }
  // The most lots that one line can hold from.
  [[nodiscard]] static std::size_t parts_max(const Limits& limits) noexcept {
    const std::uint64_t lots = std::uint64_t{limits.nodes_max} * limits.lots_per_cell_max;
    return static_cast<std::size_t>(
        std::min({lots, std::uint64_t{limits.lots_max}, std::uint64_t{limits.holds_max} + 1}));
  }
  // Effects: the order's timer runs until it is due next.
  void arm(OrderSlot slot) { timers.set(book, slot, next_due(book[slot]).time); }

  // Effects: a timer runs beside those of orders: for the news whose time is up first, for the
  //          lot that ends first, in all channels or one, for the return that lapses first, for the
  //          exception whose deadline comes first, or for the promise that is due first, whichever
  //          is earliest.
  void arm_beside() {
    constexpr TimeNs never = std::numeric_limits<TimeNs>::max();
    Timer first{never, 0, {}};
    if (!news.empty()) {
      first = {news[news.oldest()].until, news[news.oldest()].sequence, {}};
    }
    if (const Timer end = next_end(stock); is_before(end, first)) first = end;
    if (const Timer end = next_margin_end(stock); is_before(end, first)) first = end;
    if (const Timer lapse = returns.next(); is_before(lapse, first))
      first = {lapse.time, lapse.sequence, {}};
    if (const Timer due = exceptions.next(); is_before(due, first)) first = due;
    if (const Timer due = promises.next(); is_before(due, first)) first = due;
    timers.set_beside(first.time != never ? &first : nullptr);
  }

  // Effects: the margins that channels have now are in force.
  [[gnu::noinline, gnu::cold]] void heed_margins() {
    stock.set_margins(catalogue.margins());
    arm_beside();
  }

  // Effects: what is available of the SKUs of an order is so at this instant.
  [[gnu::noinline]] void settle_stock(const Order& order) {
    book.lines().visit(order, [this](const Line& line, LineNumber) { stock.settle(line.sku); });
  }
  [[gnu::noinline]] void settle_stock(std::span<const OrderLine> lines) {
    for (const OrderLine& line : lines) stock.settle(line.sku);
  }

  void watch_steps() noexcept {
    looks_behind = exceptions.watch() || promises.watch() || feeds.open() || asks_rule_sets;
  }

  template <class Visit>
  friend void visit_pages(Tables& tables, Visit& visit) {
    visit_pages_of(visit, tables.stock, tables.waiting, tables.losers, tables.sourcing, tables.book,
                   tables.numbers, tables.hold_chains, tables.cap_debits, tables.timers,
                   tables.news, tables.returns, tables.payments, tables.exceptions, tables.promises,
                   tables.floor, tables.feeds);
  }

  const Catalogue& catalogue;
  Semantics semantics;
  std::uint32_t nodes_per_order_max;
  std::uint32_t lots_per_cell_max;
  Stock stock;
  WaitingLines waiting;
  Losers losers;
  Sourcing sourcing;
  OrderBook book;
  OrderNumbers numbers;
  HoldChains hold_chains;
  CapDebits cap_debits;
  Timers timers;
  News news;
  ReturnRequests returns;
  Payments payments;
  Exceptions exceptions;
  Promises promises;
  Floor floor;
  Feeds feeds;
  StepContext step;
  bool asks_rule_sets{};  // a rule set is active
  // Whether that, or exceptions, promises or feeds are watched: one question for every step.
  bool looks_behind{};
  Scratch scratch;
};

}  // namespace allot
