#include "core/commands.hpp"

#include <type_traits>

#include "allocation/ending.hpp"
#include "allocation/placing.hpp"
#include "ledger/stock_commands.hpp"

namespace allot {
namespace {

Decision supply(Tables& tables, SkuId sku, const StockChange& change) {
  if (change.supply_grew) tables.waiting.supply_grew(sku);
  return change.decision;
}

// Effects: news of the order whose time is up is told to be unclaimed, whether the sweep has
// reached
//          it or not.
void end_due_news(Tables& tables, const OrderKey& key) {
  for (const NewsSlot slot : tables.news.of(key)) {
    if (slot.present() && tables.news[slot].until <= tables.step.now) tables.news.end(slot);
  }
}

Decision keep(Tables& tables, const OrderKey& key, CommandType kind, TimeNs paid_at) {
  end_due_news(tables, key);
  const Reason reason = tables.news.keep(key, kind, paid_at);
  tables.arm_news();
  return reason;
}

// Effects: the payment is this order's: it is firm, taken again, or the money is due back.
void pay(Tables& tables, OrderSlot slot, Order& order, TimeNs paid_at) {
  const bool was_firm = order.firm();
  Reason note = tables.life().pay(order, paid_at);
  if (note == Reason::already_paid) return;
  if (order.open()) {
    if (order.firm() && !was_firm) Ending(tables).make_firm(slot);
    tables.arm(slot);
  } else if (order.status != OrderStatus::expired) {
    tables.life().refund(order, Reason::ok);
  } else if (!Placing(tables).retake(slot, note)) {
    tables.life().refund(order, note);
  }
}

// What a command does that names an order of which at most a stub is known.
template <class C>
[[gnu::noinline]] Decision without_order(Tables& tables, const C& command) {
  constexpr bool is_payment = std::is_same_v<C, ConfirmPayment>;
  if (const Stub* stub = tables.book.keys().find_stub(command.order_key); stub != nullptr) {
    if constexpr (!is_payment) return Reason::order_ended;
    if constexpr (is_payment) tables.life().pay(tables.book.keys().change(*stub), command.paid_at);
    return {};
  }
  if (tables.semantics.keeps_news()) {
    if constexpr (is_payment) return keep(tables, command.order_key, C::type, command.paid_at);
    if constexpr (std::is_same_v<C, Cancel>) return keep(tables, command.order_key, C::type, 0);
  }
  return Reason::order_unknown;
}

// Effects: decides what is due of the order, then calls `then(slot, order)` for it.
template <class C, class Then>
Decision on_order(Tables& tables, const C& command, bool in_range, Then&& then) {
  if (!command.order_key.present()) return Reason::order_key_missing;
  if (!in_range) return Reason::field_out_of_range;
  const OrderSlot slot = tables.book.find(command.order_key);
  if (!slot.present()) return without_order(tables, command);
  Ending(tables).settle(slot);
  return then(slot, tables.book[slot]);
}

}  // namespace

Decision apply(Tables& tables, const Receive& fact) {
  return supply(tables, fact.sku, receive(tables.stock, tables.catalogue, fact, tables.step));
}
Decision apply(Tables& tables, const Adjust& fact) {
  return supply(tables, fact.sku, adjust(tables.stock, tables.catalogue, fact, tables.step));
}
Decision apply(Tables& tables, const SetSafetyStock& command) {
  return supply(tables, command.sku,
                set_safety_stock(tables.stock, tables.catalogue, command, tables.step));
}

Decision apply(Tables& tables, const Cancel& request) {
  return on_order(tables, request, true, [&](OrderSlot slot, const Order& order) -> Decision {
    if (!order.open()) return Reason::order_ended;
    Ending(tables).end(slot, OrderStatus::cancelled);
    return {};
  });
}

Decision apply(Tables& tables, const ConfirmPayment& fact) {
  return on_order(tables, fact, fact.paid_at > 0, [&](OrderSlot slot, Order& order) -> Decision {
    const bool heeds = tables.semantics.heeds_when_paid();
    if (heeds && Life::was_paid_before(order, fact.paid_at)) {
      tables.life().leave_unassigned(order, fact.paid_at, Reason::paid_before_placed);
    } else {
      pay(tables, slot, order, fact.paid_at);
    }
    return {};
  });
}

void apply_news(Tables& tables, const OrderKey& key) {
  end_due_news(tables, key);
  for (const NewsSlot heard : tables.news.of(key)) {
    if (!heard.present()) continue;
    const OrderSlot slot = tables.book.find(key);
    const NewsItem& item = tables.news[heard];
    if (item.command == CommandType::cancel && !tables.book[slot].open()) {
      // Somebody else ships it: what nothing here can stop is told, and not forgotten in silence.
      tables.news.end(heard);
    } else if (item.command == CommandType::cancel) {
      (void)tables.news.take(heard);
      Ending(tables).end(slot, OrderStatus::cancelled);
    } else {
      // No order had the key when it was heard, so it is this one's, whenever it was made.
      pay(tables, slot, tables.book[slot], tables.news.take(heard).paid_at);
    }
  }
  tables.arm_news();
}

Decision apply(Tables& tables, const PaymentPending& fact) {
  return on_order(tables, fact, true, [&](OrderSlot slot, Order& order) -> Decision {
    tables.life().wait_for_payment(order);
    tables.arm(slot);
    return {};
  });
}

Decision apply(Tables& tables, const FailPayment& fact) {
  return on_order(tables, fact, true, [&](OrderSlot slot, Order& order) -> Decision {
    tables.life().fail_payment(order);
    tables.arm(slot);
    return {};
  });
}

Decision apply(Tables& tables, const ReviewDecision& decision) {
  const bool in_range = decision.outcome <= ReviewOutcome::approve;
  return on_order(tables, decision, in_range, [&](OrderSlot slot, const Order& order) -> Decision {
    if (!order.open()) return Reason::order_ended;
    if (!order.reviewed()) return Reason::not_in_review;
    if (order.version != decision.version) return Reason::version_stale;
    if (decision.outcome == ReviewOutcome::approve) {
      Ending(tables).approve(slot);
    } else {
      Ending(tables).end(slot, OrderStatus::rejected);
    }
    return {};
  });
}

}  // namespace allot
