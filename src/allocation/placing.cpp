// Orders come in: what each line needs, where it is taken from, what waits (docs/rules.md §5 to
// §7).
#include <algorithm>

#include "allocation/allocation.hpp"

namespace allot {
Refusal Allocation::place(const Place& order, const CheckedOrder& checked, const Verdict& verdict) {
  const auto lines = static_cast<std::uint32_t>(checked.merged.size());
  if (!book_.has_room()) return refusal(Reason::orders_full);
  if (!book_.make_room(lines)) return refusal(Reason::lines_full);
  if (!begin_choice(order.order_key, sequence_, order.channel, order.zone)) {
    return refusal(Reason::unserviceable);
  }
  if (const Refusal fault = plan_new(order, checked); fault.reason != Reason::ok) return fault;

  const std::uint32_t slot = book_.add(order.order_key, lines);
  Order& placed = book_[slot];
  const DefineChannel& channel = catalogue_.channel(order.channel).settings;
  placed.sequence = sequence_;
  placed.value = checked.value;
  placed.channel = order.channel;
  placed.zone = order.zone;
  placed.version = 1;
  placed.ship_by = order.ship_by;
  placed.priority = order.priority;
  placed.max_splits = order.max_splits;
  placed.ship_complete = order.ship_complete;
  placed.payment = channel.cash_on_delivery ? Payment::on_delivery : Payment::unpaid;
  placed.review = verdict.review == Reason::ok ? Review::clear : Review::in_review;
  const bool reviewed = placed.review == Review::in_review;
  if (placed.awaits_payment() && !(reviewed && channel.review_pauses_payment)) {
    start_payment_window(placed);
  }
  if (reviewed && (channel.cash_on_delivery || channel.review_pauses_payment)) {
    placed.review_by = now_ + channel.review_ttl_ns;
  }
  tell_placed(placed, EventType::placed);
  take_new_lines(slot, checked);
  if (reviewed) tell_in_review(placed);
  if (placed.firm()) tell(placed, EventType::allocated);
  arm(slot);
  return {};
}

Refusal Allocation::import(const Import& fact, const CheckedOrder& checked,
                           const Verdict& verdict) {
  const auto lines = static_cast<std::uint32_t>(checked.merged.size());
  if (!book_.has_room()) return refusal(Reason::orders_full);
  if (!book_.make_room(lines)) return refusal(Reason::lines_full);
  (void)begin_choice(fact.order_key, sequence_, fact.channel, fact.zone);
  find_import_needs(checked);
  if (!sourcing_.choose(nodes_per_order_max_) || !holds_suffice_for_new()) {
    for (std::uint32_t i = 0; i < lines; ++i) {
      sourcing_.need(i) = 0;
      wait_[i] = checked.merged[i].quantity;
    }
    (void)sourcing_.choose(nodes_per_order_max_);
  }

  const std::uint32_t slot = book_.add(fact.order_key, lines);
  Order& sold = book_[slot];
  sold.sequence = sequence_;
  sold.value = checked.value;
  sold.channel = fact.channel;
  sold.zone = fact.zone;
  sold.version = 1;
  sold.ship_by = fact.ship_by;
  sold.priority = fact.priority;
  sold.max_splits = Place::no_split_limit;
  sold.imported = true;
  sold.payment = Payment::paid;
  const Reason stop = verdict.refused != Reason::ok ? verdict.refused : verdict.review;
  sold.ship_stop = stop != Reason::ok;
  sold.review = sold.ship_stop ? Review::in_review : Review::clear;
  tell_placed(sold, EventType::imported);
  take_new_lines(slot, checked);
  if (sold.ship_stop) {
    Event& event = tell(sold, EventType::ship_stop);
    event.reason = stop;
    event.quantity = sold.version;
  } else {
    tell(sold, EventType::allocated);
  }
  return {};
}

// Effects: what each line takes now, from where, and what waits. Returns: why it can't be.
Refusal Allocation::plan_new(const Place& order, const CheckedOrder& checked) {
  // The short way knows nothing of claims that no SKU's row shows.
  if (work_.serves_all() || !sourcing_.choose_single(stock_, checked.merged)) {
    const Refusal short_line = find_needs(order, checked);
    if (short_line.reason != Reason::ok) return short_line;
    if (!sourcing_.choose(nodes_allowed(order.max_splits))) {
      return refusal(Reason::splits_exceeded);
    }
  }
  if (!holds_suffice_for_new()) return refusal(Reason::holds_full);
  return {};
}

// Supply that came back is claimed for the lines that wait, so that no newcomer overtakes them.
std::uint64_t Allocation::to_be_had(SkuId sku, std::uint64_t total) const noexcept {
  if (!claimed(sku)) return total;
  const SkuRow& row = stock_.row(sku);
  const std::uint64_t unclaimed = row.available > row.waiting ? row.available - row.waiting : 0;
  return std::min(total, unclaimed);
}

Reason Allocation::short_reason(SkuId sku, std::uint32_t quantity) const noexcept {
  const SkuRow& row = stock_.row(sku);
  const bool on_its_way = claimed(sku) || timers_.due(now_);
  return on_its_way && quantity <= row.available + row.held ? Reason::stock_pending
                                                            : Reason::stock_insufficient;
}

// Effects: needs in sourcing_, wait_, dropped_.
Refusal Allocation::find_needs(const Place& order, CheckedOrder checked) {
  const std::uint32_t nodes = nodes_allowed(order.max_splits);
  const bool may_wait = order.shortage == Shortage::backorder;
  bool waits_whole = false;
  Refusal first_dropped;
  std::size_t dropped = 0;
  for (std::uint32_t i = 0; i < checked.merged.size(); ++i) {
    const OrderLine& line = checked.merged[i];
    const std::uint64_t total = to_be_had(line.sku, sourcing_.load(stock_, line.sku));
    std::uint32_t need = line.quantity;
    wait_[i] = 0;
    dropped_[i] = Reason::ok;
    const bool is_short = line.quantity > total;
    if (!order.ship_complete && checked.shortage(line) == Shortage::backorder) {
      const std::uint64_t reach = std::min(total, sourcing_.most(i, nodes));
      need = static_cast<std::uint32_t>(std::min<std::uint64_t>(line.quantity, reach));
      wait_[i] = line.quantity - need;
    } else if (is_short && order.ship_complete && may_wait) {
      waits_whole = true;
    } else if (is_short) {
      const Refusal cause{short_reason(line.sku, line.quantity), static_cast<std::uint16_t>(i),
                          line.sku};
      if (order.ship_complete || checked.shortage(line) != Shortage::refuse_line) {
        if (sourcing_.trace() != nullptr) tell_needs(checked.merged.first(i + 1), cause);
        return cause;
      }
      dropped_[i] = cause.reason;
      need = 0;
      if (dropped++ == 0) first_dropped = cause;
    }
    sourcing_.need(i) = need;
  }
  if (waits_whole) {
    for (std::uint32_t i = 0; i < checked.merged.size(); ++i) {
      // Which line has an entry is found again by the same rule: the first that is short.
      wait_[i] = checked.merged[i].quantity;
      sourcing_.need(i) = 0;
    }
  }
  if (sourcing_.trace() != nullptr) tell_needs(checked.merged, {});
  return dropped == checked.merged.size() ? first_dropped : Refusal{};
}

// Tells a trace what was found for the lines of a new order; `cause`: why the last is refused.
void Allocation::tell_needs(std::span<const OrderLine> lines, const Refusal& cause) {
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    const OrderLine& line = lines[i];
    LineFinding finding;
    finding.line = i;
    finding.sku = line.sku;
    finding.wanted = line.quantity;
    finding.can_have = to_be_had(line.sku, sourcing_.most(i, sourcing_.candidates()));
    finding.claimed = claimed(line.sku);
    finding.need = sourcing_.need(i);
    finding.waits = wait_[i];
    finding.reason = cause.reason != Reason::ok && i == cause.line ? cause.reason : dropped_[i];
    sourcing_.tell_line(i, finding);
  }
}

void Allocation::find_import_needs(const CheckedOrder& checked) {
  for (std::uint32_t i = 0; i < checked.merged.size(); ++i) {
    const OrderLine& line = checked.merged[i];
    const std::uint64_t total = to_be_had(line.sku, sourcing_.load(stock_, line.sku));
    const std::uint64_t reach = std::min(total, sourcing_.most(i, nodes_per_order_max_));
    const auto need = static_cast<std::uint32_t>(std::min<std::uint64_t>(line.quantity, reach));
    sourcing_.need(i) = need;
    wait_[i] = line.quantity - need;
    dropped_[i] = Reason::ok;
  }
  if (sourcing_.trace() != nullptr) tell_needs(checked.merged, {});
}

bool Allocation::holds_suffice_for_new() const {
  const std::uint64_t bound =
      std::uint64_t{sourcing_.lines()} * sourcing_.plan().count * lots_per_cell_max_;
  const bool suffice = bound <= book_.holds_free() || added_holds_of_new() <= book_.holds_free();
  if (!suffice && sourcing_.trace() != nullptr) sourcing_.trace()->given_up(Reason::holds_full);
  return suffice;
}

std::uint64_t Allocation::added_holds_of_new() const {
  std::uint64_t added = 0;
  for (std::uint32_t i = 0; i < sourcing_.lines(); ++i) {
    if (sourcing_.need(i) > 0) added += added_holds(nullptr, sourcing_.sku(i), i);
  }
  return added;
}

void Allocation::tell_placed(const Order& order, EventType type) {
  const Plan& plan = sourcing_.plan();
  Event& event = tell(order, type);
  event.set_quantity(plan.count, order.line_count);
  event.amount = plan.cost;
  event.time = order.pay_by;
  if (plan.bounded) event.flags = Event::flag_bounded;
}

// Effects: fills the order's lines, takes what is planned and queues what waits, line by line.
void Allocation::take_new_lines(std::uint32_t slot, const CheckedOrder& checked) {
  Order& order = book_[slot];
  const bool firm = order.firm();
  const bool at_once = sourcing_.plan().at_once;
  const NodeId only = at_once ? sourcing_.node(0) : NodeId{};
  bool queued = false;
  book_.visit_lines(order, [&](Line& line, std::uint32_t i) {
    const OrderLine& wanted = checked.merged[i];
    line.sku = wanted.sku;
    line.ordered = wanted.quantity;
    line.price = wanted.price;
    if (at_once) [[likely]] {
      take_from(order, firm, line, i, only, wanted.quantity, 0);
    } else {
      queued |= take_some(slot, line, i, queued);
    }
  });
}

// Effects: takes what is planned for a line; the rest is refused or waits. `queued`: whether a line
//          of the order before this one joined a queue. Returns: whether this one did.
bool Allocation::take_some(std::uint32_t slot, Line& line, std::uint32_t number, bool queued) {
  const Order& order = book_[slot];
  line.refused = dropped_[number] != Reason::ok;
  line.waiting = wait_[number];
  if (sourcing_.need(number) > 0) take_planned(order, line, number, number, 0);
  if (line.refused) {
    Event& event = tell(order, EventType::line_refused);
    event.line = static_cast<std::uint16_t>(number);
    event.sku = line.sku.value;
    event.quantity = line.ordered;
    event.reason = dropped_[number];
  }
  if (line.waiting == 0) return false;
  // An order that is shipped whole waits whole: it has one entry, under the first SKU that is
  // short.
  const bool joins =
      !order.ship_complete ||
      (!queued &&
       line.ordered > to_be_had(line.sku, sourcing_.most(number, sourcing_.candidates())));
  if (joins) join_queue(slot, line, number);
  Event& event = tell(order, order.imported ? EventType::line_short : EventType::line_waiting);
  event.line = static_cast<std::uint16_t>(number);
  event.sku = line.sku.value;
  event.quantity = line.waiting;
  return joins;
}

// A payment came after the hold had ended: take everything again, or nothing.
bool Allocation::retake(std::uint32_t slot) {
  Order& order = book_[slot];
  if (!book_.has_room() || !begin_choice(order.key, order.sequence, order.channel, order.zone) ||
      !plan_retake(order)) {
    return false;
  }
  book_.reopen(slot);
  order.status = OrderStatus::open;
  order.pay_by = order.remind_at = 0;
  const bool reviewed = order.review == Review::in_review;
  const DefineChannel& channel = catalogue_.channel(order.channel).settings;
  order.review_by = reviewed ? now_ + channel.review_ttl_ns : 0;
  tell_placed(order, EventType::retaken);
  book_.visit_lines(order, [&](Line& line, std::uint32_t i) {
    if (sourcing_.need(i) > 0) take_planned(order, line, i, i, 0);
  });
  if (reviewed) {
    tell_in_review(order);
  } else {
    tell(order, EventType::allocated);
  }
  arm(slot);
  return true;
}

bool Allocation::plan_retake(const Order& order) {
  bool enough = true;
  book_.visit_lines(order, [&](const Line& line, std::uint32_t i) {
    const std::uint64_t total = to_be_had(line.sku, sourcing_.load(stock_, line.sku));
    sourcing_.need(i) = line.refused ? 0 : line.ordered;
    enough = enough && sourcing_.need(i) <= total;
    if (sourcing_.trace() != nullptr) {
      sourcing_.tell_line(i, {.line = i,
                              .sku = line.sku,
                              .wanted = line.ordered,
                              .can_have = total,
                              .claimed = claimed(line.sku),
                              .need = sourcing_.need(i)});
    }
  });
  return enough && sourcing_.choose(nodes_per_order_max_) && holds_suffice_for_new();
}

}  // namespace allot
