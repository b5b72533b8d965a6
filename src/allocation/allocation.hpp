// Owns everything that runs out, and the life of orders: takes all of what an order is owed, or
// nothing, in one step (docs/rules.md §4 to §9).
//
// Threads: one at a time. A step is begin(), then sweep() and at most one command. Reasons returned
// are answers; only broken invariants throw.
//
// The step of an order is compiled into one function; what few orders need is marked as not to be
// inlined into it, here and in the rooms before, so that it takes no registers from the rest.
#pragma once

#include <cstdint>
#include <vector>

#include "allot/messages/outcome.hpp"
#include "catalogue/catalogue.hpp"
#include "ledger/stock.hpp"
#include "orders/order_book.hpp"
#include "orders/timers.hpp"
#include "risk/risk.hpp"
#include "sourcing/sourcing.hpp"
#include "waiting/waiting.hpp"
#include "waiting/work_queue.hpp"

namespace allot {

// A refusal, and the line that caused it where one did.
struct Refusal {
  Reason reason{Reason::ok};
  std::uint16_t line{};
  SkuId sku;
};
// A refusal that no single line caused.
[[nodiscard]] constexpr Refusal refusal(Reason reason) noexcept { return {reason, 0, {}}; }

class Allocation {
 public:
  // Borrows the catalogue, and the rows for what each SKU has in stock.
  Allocation(const Limits& limits, const Catalogue& catalogue, SkuRows& rows);

  // Effects: what follows happens at `now`, as part of `sequence`, and is told to `out`.
  void begin(TimeNs now, Sequence sequence, Outcome& out) noexcept;
  // Effects: up to work_units units of queued work.
  void sweep() {
    if (work_due(now_)) [[unlikely]]
      do_work();
  }
  [[nodiscard]] bool work_due(TimeNs now) const noexcept {
    return !work_.empty() || timers_.due(now);
  }

  [[nodiscard]] Refusal receive(const Receive& fact);
  [[nodiscard]] Refusal adjust(const Adjust& fact);
  [[nodiscard]] Refusal set_safety_stock(const SetSafetyStock& command);

  // Effects: what waits will be tried again, since nodes, lanes or what a channel keeps back
  // changed.
  void serve_all();

  [[nodiscard]] bool knows(const OrderKey& key) const { return book_.find(key) != 0; }
  [[nodiscard]] Refusal place(const Place& order, const CheckedOrder& checked,
                              const Verdict& verdict);
  [[nodiscard]] Refusal import(const Import& fact, const CheckedOrder& checked,
                               const Verdict& verdict);
  [[nodiscard]] Refusal cancel(const Cancel& request);
  [[nodiscard]] Refusal confirm_payment(const ConfirmPayment& fact);
  [[nodiscard]] Refusal payment_pending(const PaymentPending& fact);
  [[nodiscard]] Refusal fail_payment(const FailPayment& fact);
  [[nodiscard]] Refusal review_decision(const ReviewDecision& decision);

  [[gnu::always_inline]] void prefetch_order(const OrderKey& key) const noexcept {
    book_.prefetch(key);
  }
  [[gnu::always_inline]] void prefetch_order_record(const OrderKey& key) const noexcept {
    book_.prefetch_record(key);
  }
  // Asks memory for what the order's timer and lines lead to, when the order itself is there.
  [[gnu::always_inline]] void prefetch_behind_order(const OrderKey& key) const noexcept {
    const Order* order = book_.peek(key);
    if (order == nullptr) return;
    timers_.prefetch_change(*order);
    const std::uint32_t lines =
        order->line_count < Order::few_lines ? order->line_count : Order::few_lines;
    for (const Line& line : std::span(order->first_lines.lines).first(lines)) {
      stock_.prefetch(line.sku);
      stock_.prefetch_lot(line.lot);
    }
  }
  [[gnu::always_inline]] void prefetch_retired_order() const noexcept { book_.prefetch_retired(); }
  [[gnu::always_inline]] void prefetch_new_order(std::uint32_t ahead,
                                                 std::size_t lines) const noexcept {
    book_.prefetch_new(ahead, lines);
  }
  // Asks memory for the lots that the order will most likely take from: the first of each line at
  // the cheapest node that has enough for that line. A wrong guess costs cache lines and nothing
  // else.
  // Requires: channel and zone are known.
  [[gnu::always_inline]] void prefetch_lots(ChannelId channel, ZoneId zone,
                                            std::span<const OrderLine> lines) const noexcept {
    const Route* route = sourcing_.peek(catalogue_, channel, zone);
    if (route == nullptr) return;
    std::uint64_t units = 0;
    for (const OrderLine& line : lines) {
      if (!catalogue_.known(line.sku)) return;
      units += line.quantity;
    }
    const std::uint32_t lanes = route->window.lanes_by_cost(units);
    for (const OrderLine& line : lines) {
      stock_.prefetch_lot(Sourcing::likely_lot(stock_, route->window, lanes, line));
    }
  }
  [[gnu::always_inline]] void prefetch_sku(SkuId sku) const noexcept { stock_.prefetch(sku); }

  [[nodiscard]] const Stock& stock() const noexcept { return stock_; }
  [[nodiscard]] const OrderBook& book() const noexcept { return book_; }
  [[nodiscard]] const Timers& timers() const noexcept { return timers_; }
  [[nodiscard]] const WaitingQueues& waiting() const noexcept { return waiting_; }
  [[nodiscard]] const WorkQueue& work() const noexcept { return work_; }
  void set_trace(SourcingTrace* trace) noexcept { sourcing_.set_trace(trace); }

 private:
  // stock_commands.cpp
  Event& tell_stock(EventType type, SkuId sku, NodeId node, std::uint64_t lot);

  // Nodes that one choice may take: the first parcel and its splits.
  [[nodiscard]] std::uint32_t nodes_allowed(std::uint8_t max_splits) const noexcept {
    return max_splits < nodes_per_order_max_ ? max_splits + 1U : nodes_per_order_max_;
  }

  // placing.cpp
  [[nodiscard]] Refusal plan_new(const Place& order, const CheckedOrder& checked);
  [[nodiscard, gnu::noinline]] Refusal find_needs(const Place& order, CheckedOrder checked);
  void find_import_needs(const CheckedOrder& checked);
  [[gnu::noinline, gnu::cold]] void tell_needs(std::span<const OrderLine> lines,
                                               const Refusal& cause);
  [[nodiscard]] std::uint64_t to_be_had(SkuId sku, std::uint64_t total) const noexcept;
  // Returns: whether supply of the SKU is claimed for lines that wait and will be tried.
  [[nodiscard]] bool claimed(SkuId sku) const noexcept {
    const SkuRow& row = stock_.row(sku);
    return row.serve_item != 0 || (row.queue != 0 && work_.serves_all_from(sku));
  }
  [[nodiscard]] Reason short_reason(SkuId sku, std::uint32_t quantity) const noexcept;
  [[nodiscard]] bool holds_suffice_for_new() const;
  [[nodiscard, gnu::noinline]] std::uint64_t added_holds_of_new() const;
  void tell_placed(const Order& order, EventType type);
  void take_new_lines(std::uint32_t slot, const CheckedOrder& checked);
  [[nodiscard, gnu::noinline]] bool take_some(std::uint32_t slot, Line& line, std::uint32_t number,
                                              bool queued);
  [[nodiscard]] bool retake(std::uint32_t slot);
  [[nodiscard]] bool plan_retake(const Order& order);

  // taking.cpp
  [[nodiscard]] bool begin_choice(const OrderKey& key, Sequence sequence, ChannelId channel,
                                  ZoneId zone);
  void take_planned(const Order& order, Line& line, std::uint32_t planned_line,
                    std::uint32_t number, std::uint8_t flags);
  void take_from(const Order& order, bool firm, Line& line, std::uint32_t number, NodeId node,
                 std::uint32_t units, std::uint8_t flags);
  struct LotsTaken {
    std::uint32_t lots;
    std::uint64_t first_code;
  };
  [[gnu::noinline]] LotsTaken take_from_lots(bool firm, Line& line, NodeId node,
                                             std::uint32_t units);
  [[nodiscard]] std::uint64_t added_holds(const Line* line, SkuId sku,
                                          std::uint32_t planned_line) const;
  void join_queue(std::uint32_t slot, Line& line, std::uint32_t number);
  void leave_queue(Line& line);
  void trigger(SkuId sku);
  void touch(SkuId sku, NodeId node) noexcept;

  // orders.cpp
  [[nodiscard]] Reason find_settled(const OrderKey& key, bool fields_in_range, std::uint32_t& slot);
  [[nodiscard]] static Reason payment_note(const Order& order) noexcept;
  void tell_payment(const Order& order, EventType type, Reason note);
  Event& tell(const Order& order, EventType type);
  [[gnu::noinline]] void tell_in_review(const Order& order);
  void start_payment_window(Order& order);
  void arm(std::uint32_t slot);
  [[nodiscard]] TimeNs next_timer(const Order& order) const noexcept;
  void do_timer(std::uint32_t slot);
  void settle(std::uint32_t slot);
  void make_firm(std::uint32_t slot);
  void approve(std::uint32_t slot);
  void reject(std::uint32_t slot);
  void expire(std::uint32_t slot);
  std::uint64_t end(std::uint32_t slot, OrderStatus status);
  void tell_end(const Order& order, EventType type, std::uint64_t units);

  // serving.cpp
  [[gnu::noinline]] void do_work();
  void serve_unit();
  static constexpr std::uint32_t serve_all_stretch = 1'024;
  void serve_all_unit();
  void serve_line(std::uint32_t slot, Line& line, std::uint32_t number);
  void serve_whole(std::uint32_t slot, Line& line);

  const Catalogue& catalogue_;
  std::uint32_t nodes_per_order_max_;
  std::uint32_t work_units_;
  std::uint32_t lots_per_cell_max_;
  Stock stock_;
  OrderBook book_;
  Timers timers_;
  WaitingQueues waiting_;
  WorkQueue work_;
  Sourcing sourcing_;

  // Scratch of one order, by merged line; without meaning where the plan was made at once.
  std::vector<std::uint32_t> wait_;  // units that will wait
  std::vector<Reason> dropped_;      // why a line is refused, ok when it is not
  std::vector<std::uint8_t> grew_;   // whether ending an order brought stock back

  TimeNs now_{};
  Sequence sequence_{};
  Outcome* out_{};
};

}  // namespace allot
