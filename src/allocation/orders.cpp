// The life of an order: payment, review, timers, its three ends (docs/rules.md §7 and §9).
#include <algorithm>

#include "allocation/allocation.hpp"

namespace allot {
Event& Allocation::tell(const Order& order, EventType type) {
  Event& event = out_->add(type);
  event.order_key = order.key;
  return event;
}

void Allocation::tell_in_review(const Order& order) {
  Event& event = tell(order, EventType::in_review);
  event.reason = Reason::value_review;
  event.quantity = order.version;
  event.time = order.review_by;
}

void Allocation::tell_end(const Order& order, EventType type, std::uint64_t units) {
  Event& event = tell(order, type);
  event.amount = order.value;
  event.set_quantity(static_cast<std::uint32_t>(units), 0);
}

// A due time decides at once, whether the sweep has reached it or not: every command that names an
// order sees it as if it had.
Reason Allocation::find_settled(const OrderKey& key, bool fields_in_range, std::uint32_t& slot) {
  if (!key.present()) return Reason::order_key_missing;
  if (!fields_in_range) return Reason::field_out_of_range;
  slot = book_.find(key);
  if (slot == 0) return Reason::order_unknown;
  settle(slot);
  return Reason::ok;
}

// What a fact about payment notes of an order that no longer waits for one.
Reason Allocation::payment_note(const Order& order) noexcept {
  if (!order.open()) return Reason::order_ended;
  return order.awaits_payment() ? Reason::ok : Reason::already_paid;
}

void Allocation::tell_payment(const Order& order, EventType type, Reason note) {
  Event& event = tell(order, type);
  event.reason = note;
  event.quantity = order.version;
  event.time = order.pay_by;
}

void Allocation::settle(std::uint32_t slot) {
  for (;;) {
    const Order& order = book_[slot];
    const TimeNs due = next_timer(order);
    if (due == 0 || due > now_) return;
    do_timer(slot);
  }
}

// Returns: when the order is due next, 0 for never.
TimeNs Allocation::next_timer(const Order& order) const noexcept {
  if (!order.open()) return 0;
  TimeNs next = 0;
  const auto consider = [&next](TimeNs time) {
    if (time != 0 && (next == 0 || time < next)) next = time;
  };
  if (order.awaits_payment()) consider(order.pay_by);
  if (order.review == Review::in_review) consider(order.review_by);
  consider(order.remind_at);
  return next;
}

void Allocation::arm(std::uint32_t slot) { timers_.set(book_, slot, next_timer(book_[slot])); }

void Allocation::do_timer(std::uint32_t slot) {
  Order& order = book_[slot];
  const TimeNs due = next_timer(order);
  if (order.awaits_payment() && order.pay_by == due) {
    expire(slot);
  } else if (order.review == Review::in_review && order.review_by == due) {
    if (catalogue_.channel(order.channel).settings.review_outcome == ReviewOutcome::approve) {
      approve(slot);
      // Since the deadline it was passed over; whatever came meanwhile is offered to it again.
      book_.visit_lines(order, [&](const Line& line, std::uint32_t) {
        if (line.entry != 0) trigger(line.sku);
      });
    } else {
      reject(slot);
    }
  } else {
    ALLOT_CHECK(order.remind_at == due);
    tell(order, EventType::reminder).time = order.pay_by;
    order.remind_at = 0;
    arm(slot);
  }
}

void Allocation::start_payment_window(Order& order) {
  const DefineChannel& channel = catalogue_.channel(order.channel).settings;
  order.pay_by = now_ + channel.hold_ttl_ns;
  order.remind_at = 0;
  if (channel.remind_before_ns > 0 && order.pay_by - channel.remind_before_ns > now_) {
    order.remind_at = order.pay_by - channel.remind_before_ns;
  }
}

void Allocation::make_firm(std::uint32_t slot) {
  const Order& order = book_[slot];
  book_.visit_lines(order, [&](const Line& line, std::uint32_t) {
    book_.visit_holds(
        line, [&](std::uint32_t lot, std::uint32_t quantity) { stock_.make_firm(lot, quantity); });
  });
  tell(order, EventType::allocated);
}

void Allocation::approve(std::uint32_t slot) {
  Order& order = book_[slot];
  order.review = Review::clear;
  order.review_by = 0;
  ++order.version;
  if (order.awaits_payment()) {
    start_payment_window(order);
    if (order.freeze == 1) {
      order.freeze = 2;
      order.frozen_at = order.granted = 0;
    }
  }
  Event& event = tell(order, EventType::review_approved);
  event.quantity = order.version;
  event.time = order.pay_by;
  if (order.firm()) make_firm(slot);
  arm(slot);
}

void Allocation::reject(std::uint32_t slot) {
  const std::uint64_t units = end(slot, OrderStatus::rejected);
  Order& order = book_[slot];
  order.review = Review::clear;
  tell_end(order, EventType::review_rejected, units);
  if (order.payment == Payment::paid) tell_end(order, EventType::refund_due, 0);
}

void Allocation::expire(std::uint32_t slot) {
  const std::uint64_t units = end(slot, OrderStatus::expired);
  const Order& order = book_[slot];
  tell_end(order, EventType::expired, units);
  out_->events().back().time = order.pay_by;
}

// Effects: what the order holds goes back, its lines leave their queues, it joins the closed list.
// Returns: the units that were held or allocated.
std::uint64_t Allocation::end(std::uint32_t slot, OrderStatus status) {
  Order& order = book_[slot];
  const bool firm = order.firm();
  std::uint64_t units = 0;
  book_.visit_lines(order, [&](Line& line, std::uint32_t i) {
    grew_[i] = 0;
    book_.visit_holds(line, [&](std::uint32_t lot, std::uint32_t quantity) {
      units += quantity;
      if (stock_.give_back(lot, quantity, firm)) grew_[i] = 1;
      touch(line.sku, stock_.lot(lot).node);
    });
    book_.drop_holds(line);
    if (line.entry != 0) leave_queue(line);
    line.waiting = 0;
  });
  book_.visit_lines(order, [&](const Line& line, std::uint32_t i) {
    if (grew_[i] != 0) trigger(line.sku);
  });
  order.status = status;
  order.remind_at = order.review_by = 0;
  arm(slot);
  book_.close(slot);
  return units;
}

Refusal Allocation::cancel(const Cancel& request) {
  std::uint32_t slot = 0;
  const Reason fault = find_settled(request.order_key, true, slot);
  if (fault != Reason::ok) return refusal(fault);
  if (!book_[slot].open()) return refusal(Reason::order_ended);
  const std::uint64_t units = end(slot, OrderStatus::cancelled);
  const Order& order = book_[slot];
  tell_end(order, EventType::cancelled, units);
  if (order.payment == Payment::paid) tell_end(order, EventType::refund_due, 0);
  return {};
}

Refusal Allocation::confirm_payment(const ConfirmPayment& fact) {
  std::uint32_t slot = 0;
  const Reason fault = find_settled(fact.order_key, fact.paid_at > 0, slot);
  if (fault != Reason::ok) return refusal(fault);
  Order& order = book_[slot];
  Reason note = Reason::ok;
  if (order.payment == Payment::paid) {
    note = Reason::already_paid;
  } else if (order.status == OrderStatus::expired && fact.paid_at >= order.pay_by) {
    note = Reason::paid_too_late;
  }
  const bool was_firm = order.firm();
  if (note != Reason::already_paid) {
    order.payment = Payment::paid;
    ++order.version;
  }
  Event& paid = tell(order, EventType::paid);
  paid.amount = order.value;
  paid.time = fact.paid_at;
  paid.quantity = order.version;
  paid.reason = note;
  if (note == Reason::already_paid) return {};
  if (order.open()) {
    order.pay_by = order.remind_at = 0;
    if (order.review == Review::in_review && order.review_by == 0 && !order.ship_stop) {
      order.review_by = now_ + catalogue_.channel(order.channel).settings.review_ttl_ns;
    }
    if (order.firm() && !was_firm) make_firm(slot);
    arm(slot);
  } else if (order.status != OrderStatus::expired || !retake(slot)) {
    tell_end(order, EventType::refund_due, 0);
    if (order.status == OrderStatus::expired) out_->events().back().reason = note;
  }
  return {};
}

Refusal Allocation::payment_pending(const PaymentPending& fact) {
  std::uint32_t slot = 0;
  const Reason fault = find_settled(fact.order_key, true, slot);
  if (fault != Reason::ok) return refusal(fault);
  Order& order = book_[slot];
  const Reason note = payment_note(order);
  if (note == Reason::ok && order.payment == Payment::unpaid) {
    order.payment = Payment::pending;
    ++order.version;
    if (order.freeze == 0) {
      order.freeze = 2;
      if (order.pay_by != 0) {
        order.freeze = 1;
        order.frozen_at = now_;
        order.granted = catalogue_.channel(order.channel).settings.pending_ttl_ns;
        order.pay_by += order.granted;
        if (order.remind_at != 0) order.remind_at += order.granted;
      }
    }
    arm(slot);
  }
  tell_payment(order, EventType::payment_pending, note);
  return {};
}

Refusal Allocation::fail_payment(const FailPayment& fact) {
  std::uint32_t slot = 0;
  const Reason fault = find_settled(fact.order_key, true, slot);
  if (fault != Reason::ok) return refusal(fault);
  Order& order = book_[slot];
  const Reason note = payment_note(order);
  if (note == Reason::ok && order.payment == Payment::pending) {
    order.payment = Payment::unpaid;
    ++order.version;
    if (order.freeze == 1) {
      // The clock stood still only while the payment was pending; the rest of the grant goes back.
      const std::int64_t back = std::max<std::int64_t>(0, order.granted - (now_ - order.frozen_at));
      if (order.pay_by != 0) order.pay_by -= back;
      if (order.remind_at != 0) order.remind_at -= back;
      order.freeze = 2;
      order.frozen_at = order.granted = 0;
    }
    arm(slot);
  }
  tell_payment(order, EventType::payment_failed, note);
  return {};
}

Refusal Allocation::review_decision(const ReviewDecision& decision) {
  std::uint32_t slot = 0;
  const Reason fault =
      find_settled(decision.order_key, decision.outcome <= ReviewOutcome::approve, slot);
  if (fault != Reason::ok) return refusal(fault);
  const Order& order = book_[slot];
  if (!order.open()) return refusal(Reason::order_ended);
  if (order.review != Review::in_review) return refusal(Reason::not_in_review);
  if (order.version != decision.version) return refusal(Reason::version_stale);
  if (decision.outcome == ReviewOutcome::approve) {
    approve(slot);
  } else {
    reject(slot);
  }
  return {};
}

}  // namespace allot
