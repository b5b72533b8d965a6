// Queued work: due timers, and stock for the lines that wait (docs/rules.md §9).
#include <algorithm>

#include "allocation/allocation.hpp"

namespace allot {

Allocation::Allocation(const Limits& limits, const Catalogue& catalogue, SkuRows& rows)
    : catalogue_(catalogue),
      nodes_per_order_max_(limits.nodes_per_order_max),
      work_units_(limits.work_units),
      lots_per_cell_max_(limits.lots_per_cell_max),
      stock_(limits, rows),
      book_(limits),
      timers_(limits.orders_max),
      waiting_(limits.lines_max),
      work_(limits.skus_max),
      sourcing_(limits),
      wait_(limits.lines_per_order_max),
      dropped_(limits.lines_per_order_max),
      grew_(limits.lines_per_order_max) {}

void Allocation::begin(TimeNs now, Sequence sequence, Outcome& out) noexcept {
  now_ = now;
  sequence_ = sequence;
  out_ = &out;
}

void Allocation::do_work() {
  if (timers_.due(now_) && !work_.expiry_queued()) work_.push_expiry();
  for (std::uint32_t unit = 0; unit < work_units_ && !work_.empty(); ++unit) {
    if (out_->events().size() >= sweep_events_max) return;
    if (work_.front().kind == WorkItem::Kind::serve) {
      serve_unit();
    } else if (work_.front().kind == WorkItem::Kind::serve_all) {
      serve_all_unit();
    } else if (timers_.due(now_)) {
      do_timer(timers_.earliest().order);
    } else {
      work_.pop();
    }
  }
}

void Allocation::serve_all() {
  if (!waiting_.empty()) work_.serve_all();
}

// A stretch of SKUs is looked at, up to the first that lines wait for.
void Allocation::serve_all_unit() {
  WorkItem& item = work_.front();
  const std::uint32_t last = catalogue_.skus().count();
  const std::uint32_t end = std::min(item.sku.value + serve_all_stretch - 1, last);
  while (item.sku.value <= end) {
    const SkuId sku = item.sku;
    ++item.sku.value;
    if (stock_.row(sku).queue == 0) continue;
    trigger(sku);
    break;
  }
  if (item.sku.value > last) work_.pop();
}

// One waiting entry is tried; the cursor passes it whether it could be served or not.
void Allocation::serve_unit() {
  WorkItem& item = work_.front();
  SkuRow& row = stock_.row(item.sku);
  std::uint32_t entry = 0;
  if (row.available > 0) {
    entry = item.has_cursor ? waiting_.after(row.queue, item.cursor) : waiting_.first(row.queue);
  }
  if (entry == 0) {
    row.serve_item = 0;
    work_.pop();
    return;
  }
  const Rank rank = waiting_.entry(entry).rank;
  const std::uint32_t slot = waiting_.entry(entry).order;
  item.cursor = rank;
  item.has_cursor = true;
  Order& order = book_[slot];
  const auto due = [this](TimeNs time) { return time != 0 && time <= now_; };
  if (due(order.pay_by) || due(order.review_by)) return;
  Line& line = book_.line(order, rank.line);
  (void)begin_choice(order.key, order.sequence, order.channel, order.zone);
  if (order.ship_complete) {
    serve_whole(slot, line);
  } else {
    serve_line(slot, line, rank.line);
  }
}

void Allocation::serve_line(std::uint32_t slot, Line& line, std::uint32_t number) {
  const Order& order = book_[slot];
  const std::uint32_t nodes = nodes_allowed(order.max_splits);
  const std::uint64_t total = sourcing_.load(stock_, line.sku);
  const std::uint64_t reach = std::min(total, sourcing_.most(0, nodes));
  const auto want = static_cast<std::uint32_t>(std::min<std::uint64_t>(line.waiting, reach));
  sourcing_.need(0) = want;
  if (sourcing_.trace() != nullptr) {
    sourcing_.tell_line(0, {.line = number,
                            .sku = line.sku,
                            .wanted = line.waiting,
                            .can_have = total,
                            .need = want,
                            .waits = line.waiting - want});
  }
  if (want == 0 || !sourcing_.choose(nodes)) return;
  if (added_holds(&line, line.sku, 0) > book_.holds_free()) {
    if (sourcing_.trace() != nullptr) sourcing_.trace()->given_up(Reason::holds_full);
    return;
  }
  if (want == line.waiting) {
    leave_queue(line);
    line.waiting = 0;
  } else {
    line.waiting -= want;
    stock_.row(line.sku).waiting -= want;
  }
  take_planned(order, line, 0, number, Event::flag_waited);
}

void Allocation::serve_whole(std::uint32_t slot, Line& line) {
  Order& order = book_[slot];
  Line* first_short = nullptr;
  std::uint32_t short_number = 0;
  book_.visit_lines(order, [&](Line& each, std::uint32_t i) {
    const std::uint64_t total = sourcing_.load(stock_, each.sku);
    sourcing_.need(i) = each.ordered;
    if (each.ordered > total && first_short == nullptr) {
      first_short = &each;
      short_number = i;
    }
    if (sourcing_.trace() != nullptr) {
      sourcing_.tell_line(i, {.line = i,
                              .sku = each.sku,
                              .wanted = each.ordered,
                              .can_have = total,
                              .need = each.ordered});
    }
  });
  if (first_short != nullptr) {
    if (first_short != &line) {
      leave_queue(line);
      join_queue(slot, *first_short, short_number);
    }
    return;
  }
  if (!sourcing_.choose(nodes_allowed(order.max_splits)) || !holds_suffice_for_new()) return;
  leave_queue(line);
  book_.visit_lines(order, [&](Line& each, std::uint32_t i) {
    each.waiting = 0;
    take_planned(order, each, i, i, Event::flag_waited);
  });
}

}  // namespace allot
