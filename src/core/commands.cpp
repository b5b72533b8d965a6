#include "core/commands.hpp"

#include <type_traits>

#include "allocation/changing.hpp"
#include "allocation/confirming.hpp"
#include "allocation/delivering.hpp"
#include "allocation/ending.hpp"
#include "allocation/exchanging.hpp"
#include "allocation/following.hpp"
#include "allocation/losing.hpp"
#include "allocation/merging.hpp"
#include "allocation/modifying.hpp"
#include "allocation/moving.hpp"
#include "allocation/paying.hpp"
#include "allocation/picking.hpp"
#include "allocation/placing.hpp"
#include "allocation/promising.hpp"
#include "allocation/raising.hpp"
#include "allocation/returning.hpp"
#include "allocation/shipping.hpp"
#include "allocation/splitting.hpp"
#include "allocation/telling.hpp"
#include "allocation/trimming.hpp"
#include "allocation/undoing.hpp"
#include "allocation/waving.hpp"
#include "ledger/stock_commands.hpp"
#include "sequencing/sequencer.hpp"

namespace allot {
namespace {

Decision supply(Tables& tables, SkuId sku, const StockChange& change) {
  if (change.supply_grew) tables.waiting.supply_grew(sku);
  if (change.decision.accepted()) tables.waiting.changed().note(sku);
  if (change.loses) Losing(tables).begin();
  tables.arm_beside();
  return change.decision;
}

// Effects: news of the order whose time is up is told to be unclaimed, whether the sweep has
//          reached it or not.
void end_due_news(Tables& tables, const OrderKey& key) {
  for (;;) {
    const NewsSlot first = tables.news.first_of(key);
    if (!first.present() || tables.news[first].until > tables.step.now) return;
    tables.news.end(first);
  }
}

template <class C>
Decision keep(Tables& tables, const C& command) {
  end_due_news(tables, command.order_key);
  const Reason reason = tables.news.keep(news_of(command));
  tables.arm_beside();
  return reason;
}

// Returns: why an order that ended so cannot be cancelled.
Reason ended_as(OrderStatus status) noexcept {
  return status == OrderStatus::shipped ? Reason::order_shipped : Reason::order_ended;
}

template <class C>
constexpr bool is_of_delivery = std::is_same_v<C, Deliver> || std::is_same_v<C, ReportDelivery>;
template <class C>
constexpr bool is_of_goods =
    std::is_same_v<C, Ship> || std::is_same_v<C, ShipUndone> || is_of_delivery<C>;

// What is asked of an order that is known whole and goes on.
template <class C>
constexpr bool is_of_whole =
    std::is_same_v<C, CancelLine> || std::is_same_v<C, Modify> || std::is_same_v<C, Extend> ||
    std::is_same_v<C, ConfirmPart> || std::is_same_v<C, Trim> || std::is_same_v<C, Split>;

// Who records a fact of goods that leave or arrive.
template <class C>
using Recording = std::conditional_t<is_of_delivery<C>, Delivering, Shipping>;

// What a command does that names an order of which a stub is known.
template <class C>
Decision on_stub(Tables& tables, const Stub& stub, const C& command) {
  if constexpr (std::is_same_v<C, ConfirmPayment>) {
    tables.life().pay(tables.book.keys().change(stub), command.paid_at);
    return {};
  } else if constexpr (std::is_same_v<C, ShipUndone>) {
    return Undoing(tables).record(stub, command);
  } else if constexpr (std::is_same_v<C, RecordPayment>) {
    const std::uint32_t since = stub.imported ? 0 : stub.second;
    return Paying(tables).record(tables.book.keys().change(stub), command, since);
  } else if constexpr (is_of_goods<C>) {
    Recording<C>(tables).record(stub, command);
    return {};
  } else if constexpr (std::is_same_v<C, Cancel> || std::is_same_v<C, MovePromise> ||
                       is_of_whole<C>) {
    return ended_as(stub.status);
  } else {
    return Reason::order_ended;
  }
}

// What is told of an order whoever has it now.
template <class C>
constexpr bool is_told_on =
    is_of_goods<C> || std::is_same_v<C, PaymentPending> || std::is_same_v<C, FailPayment> ||
    std::is_same_v<C, Pick> || std::is_same_v<C, ShortPick> || std::is_same_v<C, Pack> ||
    std::is_same_v<C, AnswerCancel> || std::is_same_v<C, RequestReturn> ||
    std::is_same_v<C, ReceiveReturn>;

// What a command does that names an order which went into another: what is told of it is told of
// that; what is asked of it is not.
template <class C>
Decision on_gone(Tables& tables, const GoneOrder& gone, const C& command) {
  if constexpr (std::is_same_v<C, ConfirmPayment>) {
    return Following(tables, gone).confirm(command);
  } else if constexpr (std::is_same_v<C, RecordPayment>) {
    return Following(tables, gone).record(command);
  } else if constexpr (is_told_on<C>) {
    C told = command;
    told.order_key = last_step(tables.book.keys(), gone).into;
    return apply(tables, told);
  } else {
    return Reason::order_merged;
  }
}

// What a command does that names an order of which at most a stub is known.
template <class C>
[[gnu::noinline]] Decision without_order(Tables& tables, const C& command) {
  if (const GoneOrder* const gone = tables.book.keys().find_gone(command.order_key)) {
    return on_gone(tables, *gone, command);
  }
  if (const Stub* stub = tables.book.keys().find_stub(command.order_key); stub != nullptr) {
    return on_stub(tables, *stub, command);
  }
  if (tables.semantics.keeps_news()) {
    if constexpr (std::is_same_v<C, ConfirmPayment> || std::is_same_v<C, RecordPayment> ||
                  std::is_same_v<C, Cancel> || is_of_goods<C>) {
      return keep(tables, command);
    }
  }
  return Reason::order_unknown;
}

// Returns: where the order with this key went; null where it did not, as nearly always.
const GoneOrder* gone_of(const Tables& tables, const OrderKey& key) {
  const OrderKeys& keys = tables.book.keys();
  return keys.gone().empty() || !key.present() ? nullptr : keys.find_gone(key);
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

// The same of an order that goes on, and is not to end as soon as a node has answered.
template <class C, class Then>
Decision on_open_order(Tables& tables, const C& command, bool in_range, Then&& then) {
  return on_order(tables, command, in_range, [&](OrderSlot slot, Order& order) -> Decision {
    if (!order.open()) return ended_as(order.status);
    if (tables.floor.has(order) && tables.floor.asked_back(order)) return Reason::cancel_pending;
    return then(slot, order);
  });
}

// Effects: what is due of the order is decided. Returns: why it does not go on; `slot`: where it
//          lies, else.
[[gnu::noinline, gnu::cold]] Reason find_open(Tables& tables, const OrderKey& key,
                                              OrderSlot& slot) {
  slot = tables.book.find(key);
  if (!slot.present()) {
    if (tables.book.keys().find_gone(key) != nullptr) return Reason::order_merged;
    const Stub* const stub = tables.book.keys().find_stub(key);
    return stub != nullptr ? ended_as(stub->status) : Reason::order_unknown;
  }
  Ending(tables).settle(slot);
  const Order& order = tables.book[slot];
  return order.open() ? Reason::ok : ended_as(order.status);
}

// Effects: what left or arrived is recorded.
template <class C>
Decision record(Tables& tables, const C& fact) {
  if (!fact.order_key.present()) return Reason::order_key_missing;
  const Reason fault = Recording<C>::fault(tables.catalogue, fact);
  if (fault != Reason::ok) return fault;
  return on_order(tables, fact, true, [&](OrderSlot slot, const Order&) -> Decision {
    Recording<C>(tables).record(slot, fact);
    return {};
  });
}

// Effects: what a warehouse does, or says, is decided.
template <class C>
Decision on_floor(Tables& tables, const C& command) {
  if (!command.order_key.present()) return Reason::order_key_missing;
  const Reason fault = Picking::fault(tables.catalogue, command);
  if (fault != Reason::ok) return fault;
  return on_order(tables, command, true, [&](OrderSlot slot, const Order&) -> Decision {
    return Picking(tables).decide(slot, command);
  });
}

// Requires: something of the order is on the floor. Effects: it is asked back, once.
[[gnu::noinline]] Decision cancel_on_floor(Tables& tables, OrderSlot slot) {
  if (tables.floor.asked_back(tables.book[slot])) return Reason::cancel_pending;
  Ending(tables).stop(slot, OrderStatus::cancelled);
  return {};
}

// Effects: news that was heard of the order before it came is done.
void do_news(Tables& tables, OrderSlot slot, const NewsItem& item) {
  switch (item.command) {
    case CommandType::ship: return Shipping(tables).record(slot, item.ship());
    case CommandType::deliver: return Delivering(tables).record(slot, item.deliver());
    case CommandType::delivery_exception:
      return Delivering(tables).record(slot, failed_delivery(item));
    case CommandType::ship_undone: return Undoing(tables).record_news(slot, item.ship_undone());
    case CommandType::cancel: return Ending(tables).end(slot, OrderStatus::cancelled);
    // No order had the key when it was heard, so it is this one's, whenever it was made.
    case CommandType::payment: {
      const Decision recorded = Paying(tables).record(slot, item.payment(), 0);
      if (!recorded.accepted()) tables.news.tell_unclaimed(item);
      return;
    }
    default: return pay(tables, slot, item.paid_at);
  }
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
    if (!order.open()) return ended_as(order.status);
    if (tables.floor.has(order)) [[unlikely]]
      return cancel_on_floor(tables, slot);
    Ending(tables).end(slot, OrderStatus::cancelled);
    return {};
  });
}

Decision apply(Tables& tables, const CancelLine& request) {
  if (!request.order_key.present()) return Reason::order_key_missing;
  if (const Reason fault = Changing::fault(tables.catalogue, request); fault != Reason::ok) {
    return fault;
  }
  return on_open_order(tables, request, true, [&](OrderSlot slot, const Order&) {
    return Changing(tables).cancel(slot, request);
  });
}

Decision apply(Tables& tables, const Extend& request) {
  const bool in_range = request.pay_by > 0 && request.pay_by <= time_max_ns;
  return on_open_order(tables, request, in_range, [&](OrderSlot slot, Order& order) -> Decision {
    if (request.version != 0 && request.version != order.version) return Reason::version_stale;
    if (!awaits_payment(order.payment)) return Reason::already_paid;
    if (is_overdue(order)) return Reason::hold_due;
    if (order.pay_by == 0) return Reason::no_payment_window;
    if (request.pay_by <= order.pay_by) return Reason::pay_by_not_later;
    Deadlines(tables.catalogue, tables.step).extend(order, request.pay_by);
    tables.arm(slot);
    return {};
  });
}

Decision apply(Tables& tables, const ConfirmPart& request) {
  if (!request.order_key.present()) return Reason::order_key_missing;
  if (const Decision fault = Confirming(tables).fault(request); !fault.accepted()) return fault;
  return on_open_order(tables, request, true, [&](OrderSlot slot, const Order&) {
    return Confirming(tables).confirm(slot, request);
  });
}

Decision apply(Tables& tables, const Trim& request) {
  return on_open_order(tables, request, true, [&](OrderSlot slot, const Order&) {
    return Trimming(tables).trim(slot, request);
  });
}

Decision apply(Tables& tables, const Merge& request) {
  if (!request.order_key.present() || !request.other_key.present()) {
    return Reason::order_key_missing;
  }
  if (request.order_key == request.other_key) return Reason::same_order;
  OrderSlot into;
  OrderSlot from;
  if (const Reason no = find_open(tables, request.order_key, into); no != Reason::ok) return no;
  if (const Reason no = find_open(tables, request.other_key, from); no != Reason::ok) return no;
  const auto is_stale = [&tables](std::uint32_t seen, OrderSlot slot) {
    return seen != 0 && seen != tables.book[slot].version;
  };
  if (is_stale(request.version, into) || is_stale(request.other_version, from)) {
    return Reason::version_stale;
  }
  return Merging(tables).merge(into, from);
}

Decision apply(Tables& tables, const Split& request) {
  if (!request.order_key.present()) return Reason::order_key_missing;
  if (const Decision fault = Splitting(tables).fault(request); !fault.accepted()) return fault;
  OrderKey made;
  const Decision decided =
      on_open_order(tables, request, true, [&](OrderSlot slot, const Order& order) {
        made = Changing(tables).key_of(order, request.new_key, request.new_number);
        return Splitting(tables).split(slot, request);
      });
  if (decided.accepted() && !tables.news.empty()) apply_news(tables, made);
  return decided;
}

Decision apply(Tables& tables, const MovePromise& request) {
  if (!request.order_key.present()) return Reason::order_key_missing;
  if (const Reason fault = Moving::fault(tables.catalogue, request); fault != Reason::ok) {
    return fault;
  }
  return on_open_order(tables, request, true, [&](OrderSlot slot, const Order&) {
    return Moving(tables).move(slot, request);
  });
}

Decision modify(Tables& tables, OrderReader& reader, const Risk& risk, const Modify& request) {
  return on_open_order(tables, request, true, [&](OrderSlot slot, const Order& order) -> Decision {
    if (request.version != 0 && request.version != order.version) return Reason::version_stale;
    if (const Decision fault = Modifying::fault(order, request); !fault.accepted()) return fault;
    Modifying change(tables);
    const Place whole = change.whole(slot, request);
    CheckedOrder checked;
    const Decision read = reader.read(whole, tables.catalogue, checked);
    if (!read.accepted()) return read;
    return change.modify(slot, whole, checked, risk.judge_fact(checked, tables.catalogue));
  });
}

Decision exchange(Tables& tables, OrderReader& reader, Risk& risk, const Exchange& request) {
  OrderKey placed;
  const Decision decided = Exchanging(tables).exchange(request, reader, risk, placed);
  if (decided.accepted() && !tables.news.empty()) apply_news(tables, placed);
  return decided;
}

Decision apply(Tables& tables, const Ship& fact) { return record(tables, fact); }
Decision apply(Tables& tables, const ShipParcel& fact) {
  if (fact.parcel_key == 0) return Reason::parcel_key_missing;
  Shipping(tables).record(fact);
  return {};
}
Decision apply(Tables& tables, const Deliver& fact) { return record(tables, fact); }
Decision apply(Tables& tables, const ReportDelivery& fact) { return record(tables, fact); }
Decision apply(Tables& tables, const ShipUndone& fact) {
  if (!fact.order_key.present()) return Reason::order_key_missing;
  if (const Reason fault = Undoing::fault(tables.catalogue, fact); fault != Reason::ok) {
    return fault;
  }
  return on_order(tables, fact, true, [&](OrderSlot slot, const Order&) -> Decision {
    return Undoing(tables).record(slot, fact);
  });
}
Decision apply(Tables& tables, const ReleaseOrder& request) { return on_floor(tables, request); }
Decision apply(Tables& tables, const ReleaseWave& request) { return Waving(tables).begin(request); }
Decision apply(Tables& tables, const Pick& fact) { return on_floor(tables, fact); }
Decision apply(Tables& tables, const ShortPick& fact) { return on_floor(tables, fact); }
Decision apply(Tables& tables, const Pack& fact) { return on_floor(tables, fact); }
Decision apply(Tables& tables, const AnswerCancel& answer) { return on_floor(tables, answer); }
Decision apply(Tables& tables, const RequestReturn& request) {
  if (const GoneOrder* const gone = gone_of(tables, request.order_key)) {
    return on_gone(tables, *gone, request);
  }
  return Returning(tables).decide(request);
}
Decision apply(Tables& tables, const ReceiveReturn& fact) {
  if (const GoneOrder* const gone = gone_of(tables, fact.order_key)) {
    return on_gone(tables, *gone, fact);
  }
  return Returning(tables).record(fact);
}

Decision apply(Tables& tables, const SetFeed& command) { return Telling(tables).set(command); }

Decision apply(Tables& tables, const SetExceptionRule& rule) { return Raising(tables).set(rule); }
Decision apply(Tables& tables, const AssignExceptions& request) {
  return Raising(tables).assign(request);
}
Decision apply(Tables& tables, const ResolveExceptions& request) {
  return Raising(tables).resolve(request);
}

Decision apply(Tables& tables, const SetServiceLevel& level) {
  return Promising(tables).set(level);
}

Decision apply(Tables& tables, const RecordPayment& fact) {
  if (!fact.order_key.present()) return Reason::order_key_missing;
  if (const Reason fault = Paying::fault(fact); fault != Reason::ok) return fault;
  return on_order(tables, fact, true, [&](OrderSlot slot, const Order& order) {
    const bool heeds = tables.semantics.heeds_when_paid() && !order.imported;
    const std::uint32_t since = first_second(tables.book.companions(), order);
    return Paying(tables).record(slot, fact, heeds ? since : 0);
  });
}

Decision apply(Tables& tables, const ConfirmPayment& fact) {
  return on_order(tables, fact, fact.paid_at > 0, [&](OrderSlot slot, Order& order) -> Decision {
    const bool heeds = tables.semantics.heeds_when_paid();
    if (heeds && Life::was_paid_before(order, fact.paid_at) &&
        second_of(fact.paid_at) < first_second(tables.book.companions(), order)) {
      tables.life().leave_unassigned(order, fact.paid_at, Reason::paid_before_placed);
    } else {
      pay(tables, slot, fact.paid_at);
    }
    return {};
  });
}

void apply_news(Tables& tables, const OrderKey& key) {
  end_due_news(tables, key);
  for (;;) {
    const NewsSlot heard = tables.news.first_of(key);
    if (!heard.present()) break;
    const OrderSlot slot = tables.book.find(key);
    if (tables.news[heard].command == CommandType::cancel && !tables.book[slot].open()) {
      // What nothing here can stop any more is told, and not dropped in silence.
      tables.news.end(heard);
    } else {
      do_news(tables, slot, tables.news.take(heard));
    }
  }
  tables.arm_beside();
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
      Ending(tables).stop(slot, OrderStatus::rejected);
    }
    return {};
  });
}

}  // namespace allot
