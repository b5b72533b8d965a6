#include "core/commands.hpp"

#include "allocation/ending.hpp"
#include "allocation/placing.hpp"
#include "ledger/stock_commands.hpp"

namespace allot {
namespace {

Decision supply(Tables& tables, SkuId sku, const StockChange& change) {
  if (change.supply_grew) tables.waiting.supply_grew(sku);
  return change.decision;
}

// Effects: decides what is due of the order, then calls `then(slot, order)` for it.
template <class C, class Then>
Decision on_order(Tables& tables, const C& command, bool in_range, Then&& then) {
  if (!command.order_key.present()) return Reason::order_key_missing;
  if (!in_range) return Reason::field_out_of_range;
  const OrderSlot slot = tables.book.find(command.order_key);
  if (!slot.present()) return Reason::order_unknown;
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
      tables.life().leave_unassigned(order, fact.paid_at);
      return {};
    }
    const bool was_firm = order.firm();
    Reason note = tables.life().pay(order, fact.paid_at);
    if (note == Reason::already_paid) return {};
    if (order.open()) {
      if (order.firm() && !was_firm) Ending(tables).make_firm(slot);
      tables.arm(slot);
    } else if (order.status != OrderStatus::expired) {
      tables.life().refund(order, Reason::ok);
    } else if (!Placing(tables).retake(slot, note)) {
      tables.life().refund(order, note);
    }
    return {};
  });
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
