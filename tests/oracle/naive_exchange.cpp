// Goods are sent for goods that are to come back (rules, section 24).
#include <algorithm>
#include <limits>

#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

__extension__ using Wide = __int128;
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

}  // namespace

NaiveEngine::Verdict NaiveEngine::run(const Exchange& command) {
  const RequestReturn wanted{{},           command.order_key, command.return_key,
                             command.sku,  command.quantity,  command.why,
                             command.until};
  if (const Verdict wrong = malformed(wanted)) return wrong;
  if (static_cast<int>(command.credit) > 1) return Refusal{Reason::field_out_of_range};
  Request asked{command.new_key,
                0,
                0,
                command.tokens,
                command.ship_by,
                command.priority,
                command.max_splits,
                Shortage::refuse_order,
                false,
                false,
                command.lines,
                {},
                0,
                command.new_number,
                command.discount,
                command.shipping,
                command.shipping_tax};
  if (const Verdict wrong = misnamed(asked)) return wrong;
  if (find(command.order_key) == nullptr) {
    const bool forgotten = find_stub(command.order_key) != nullptr;
    if (!way_of(command.order_key).empty()) return Refusal{Reason::order_merged};
    return Refusal{forgotten ? Reason::order_forgotten : Reason::order_unknown};
  }
  if (!way_of(command.order_key).empty()) return Refusal{Reason::order_merged};
  const Order* old = settled(command.order_key);
  std::int64_t units = 0;
  if (const Verdict no = ask_return(wanted, old, units)) return no;
  for (std::size_t i = 0; i < command.lines.size(); ++i) {
    if (command.lines[i].shortage == Shortage::by_order) continue;
    return Refusal{Reason::field_out_of_range, static_cast<std::uint32_t>(i),
                   command.lines[i].sku.value};
  }
  asked.exchanged = true;
  asked.channel = old->channel;
  asked.zone = command.zone.value != 0 ? command.zone.value : old->zone;
  // As it would be once the goods are back.
  const Wide cost = cost_of_back(*old, command.sku.value, units);
  Order without = *old;
  without.sums = sums_of(*old);
  without.credit += static_cast<MoneyMinor>(std::min<Wide>(cost, old->asked()));
  const Wide worth = std::min(cost, creditable(without));
  const bool again = old->credit > 0;
  const bool goes_on = old->status == OrderStatus::open;
  if (const Verdict no = decide(asked)) {
    for (const News& news : state_.news) state_.gone.news_stayed += news.key == asked.key ? 1 : 0;
    return no;
  }
  Order& placed = *find(asked.key);
  const auto credit = static_cast<MoneyMinor>(std::min<Wide>(worth, placed.value));
  const bool at_once = command.credit == CreditWhen::at_once;
  wait_for_return(wanted, units).exchange = NewGoods{placed.key, placed.sequence, credit, at_once};
  Event& event = emit(EventType::exchanged, placed);
  event.line = at_once ? 1 : 0;
  event.amount = credit;
  event.time = static_cast<std::int64_t>(command.return_key);
  if (credit > 0) {
    state_.gone.exchanged_again += again ? 1 : 0;
    state_.gone.credit_open += goes_on ? 1 : 0;
    begin_credit(placed, command, credit);
  }
  apply_news(asked.key);
  return {};
}

void NaiveEngine::begin_credit(Order& order, const Exchange& command, MoneyMinor credit) {
  if (command.credit == CreditWhen::at_once) {
    order.sums = sums_of(order);
    order.credit = credit;
    ++(order.asked() == 0 ? state_.gone.credit_paid : state_.gone.credit_part);
    const std::uint64_t cut = state_.gone.cut_paid;
    settle_change(order, 0);
    state_.gone.cut_paid = cut;
    return;
  }
  if (order.payment != Payment::unpaid || order.pay_by == 0 || order.pay_by >= command.until)
    return;
  ++state_.gone.credit_held;
  order.pay_by = command.until;
  order.remind_at = reminder_for(order);
  tell_order(order);
}

// What was placed, or the order in which that is now.
Order* NaiveEngine::new_order_of(const ReturnRequest& request) {
  if (const std::vector<Went*> way = way_of(request.exchange->key); !way.empty()) {
    Order* const whole = find(way.back()->into);
    return whole != nullptr && whole->sequence == way.back()->into_sequence ? whole : nullptr;
  }
  Order* const order = find(request.exchange->key);
  return order != nullptr && order->sequence == request.exchange->sequence ? order : nullptr;
}

NaiveEngine::Wide NaiveEngine::cost_of_back(const Order& order, std::uint32_t sku,
                                            std::int64_t units) {
  Wide cost = 0;
  for (const Line& line : order.lines) {
    if (sku != 0 && line.sku != sku) continue;
    const std::int64_t back = std::min(units, line.shipped + line.beyond - line.returned);
    units -= back;
    // Unit by unit that would be: what all that is back by then costs, less what was before.
    const auto cost_of = [&](std::int64_t all) -> Wide {
      if (line.ordered == 0) return 0;
      return worth_of(order, line) * std::min(all, line.shipped) / line.ordered;
    };
    cost += cost_of(line.returned + back) - cost_of(line.returned);
  }
  return cost > 0 ? cost : 0;
}

NaiveEngine::Wide NaiveEngine::creditable(const Order& order) {
  const Sums sums = sums_of(order);
  const Wide kept = due_of(order, order.status);
  // But for what was for goods that are back already, which is not due any more.
  const Wide refunded = std::max<Wide>(0, Wide{sums.of(PaymentKind::refunded)} - order.given);
  return std::max<Wide>(0, std::min(sums.stayed(), sums.stayed() + refunded - kept));
}

// So many of the units that the return waited for came back.
void NaiveEngine::credit_back(ReturnRequest& request, std::int64_t units, Wide cost,
                              MoneyMinor deduct) {
  NewGoods& exchange = *request.exchange;
  Order* const from = find(request.order);
  Order* const to = new_order_of(request);
  const Wide from_before = from != nullptr ? refund_due_of(*from, from->status) : 0;
  const Wide to_before = to != nullptr ? refund_due_of(*to, to->status) : 0;
  const std::int64_t missing = request.quantity - request.received;
  Wide worth = 0;
  if (from != nullptr) {
    worth = std::max<Wide>(0, std::min<Wide>(cost, from->asked()) - deduct);
    if (cost > 0) {
      from->sums = sums_of(*from);
      from->credit += static_cast<MoneyMinor>(worth);
    }
  } else {
    ++state_.gone.credit_of_forgotten;
    worth = units == missing ? Wide{exchange.rest} : Wide{exchange.rest} * units / missing;
    worth = std::max<Wide>(0, worth - deduct);
  }
  state_.gone.credit_deducted += deduct > 0 ? 1 : 0;
  const auto part = static_cast<MoneyMinor>(std::min<Wide>(worth, exchange.rest));
  exchange.rest -= part;
  Wide moves = part;
  if (from != nullptr) moves = std::min(moves, creditable(*from));
  state_.gone.credit_short_of_money += moves < part ? 1 : 0;
  if (to != nullptr) {
    if (exchange.at_once) to->credit -= part;
    const Wide open = due_of(*to, to->status) - sums_of(*to).stayed();
    const Wide room = most - sums_of(*to).of(PaymentKind::captured);
    moves = std::min({moves, std::max<Wide>(0, open), room});
    state_.gone.credit_unneeded += part > 0 && open <= 0 ? 1 : 0;
  } else {
    const Stub* const stub = find_stub(exchange.key);
    const bool its = stub != nullptr && stub->sequence == exchange.sequence;
    const bool ended = its && stub->status != OrderStatus::shipped;
    if (!exchange.at_once || from == nullptr || ended) moves = 0;
    ++state_.gone.credit_forgotten;
  }
  if (moves > 0) {
    const auto amount = static_cast<MoneyMinor>(moves);
    if (from != nullptr) move_money(*from, -amount);
    if (to != nullptr) {
      move_money(*to, amount);
      come_in(way_of(exchange.key), amount);
    }
    Event& event = emit(EventType::credit_moved);
    event.order_key = to != nullptr ? to->key : exchange.key;
    event.amount = amount;
    event.time = static_cast<std::int64_t>(request.key);
    event.reason = to != nullptr ? Reason::ok : Reason::order_forgotten;
  }
  if (to != nullptr) {
    const Wide open = due_of(*to, to->status) - sums_of(*to).stayed();
    const Wide lacking = std::min<Wide>(part - moves, std::max<Wide>(0, open));
    if (lacking > 0) {
      Event& event = emit(EventType::credit_lapsed);
      event.order_key = to->key;
      event.amount = static_cast<MoneyMinor>(lacking);
      event.time = static_cast<std::int64_t>(request.key);
    }
  }
  if (from != nullptr && from->sums) see_again(request.order, from_before);
  if (to != nullptr && part > 0 && to->sums) {
    const bool paid = to->payment == Payment::paid;
    state_.gone.credit_gone += may_lose(*to) ? 1 : 0;
    const OrderKey key = to->key;
    see_again(key, to_before);
    const Order* const after = find(key);
    state_.gone.credit_came += !paid && after->payment == Payment::paid ? 1 : 0;
  }
  if (units < missing) return;
  state_.gone.credit_short += exchange.rest > 0 ? 1 : 0;
  lapse_credit(request);
}

void NaiveEngine::move_money(Order& order, MoneyMinor amount) {
  order.sums = sums_of(order);
  order.sums->by_kind[PaymentKind::captured] += amount;
  order.sums->unnamed += amount;
}

// Something of its money is another: it may suffice now.
void NaiveEngine::see_again(OrderKey key, Wide refund_before) {
  Order& order = *find(key);
  if (order.payment != Payment::paid) {
    if (order.asked() > 0 && order.sums->stayed() >= order.asked()) {
      (void)become_paid(order, state_.now);
    } else {
      (void)see_aside(order, state_.now);
    }
  }
  const Order& after = *find(key);
  tell_change(after, after.status, refund_before, Reason::ok);
}

// Whether it was paid, and is not any more without what was credited.
bool NaiveEngine::may_lose(Order& order) {
  const Wide due = due_of(order, order.status);
  const Wide has = order.sums->stayed();
  const Wide deposit = std::min<Wide>(due, std::min(order.firm_by, order.value));
  const bool lacks = (order.payment == Payment::paid && has < due) ||
                     (order.payment == Payment::authorised && lacks_all(order)) ||
                     (order.payment == Payment::deposited && has < deposit);
  if (lacks) stop(order);
  return lacks;
}

// What was to be credited still never will be.
void NaiveEngine::lapse_credit(ReturnRequest& request) {
  if (!request.exchange || request.exchange->rest == 0) return;
  NewGoods& exchange = *request.exchange;
  Order* const order = new_order_of(request);
  Event& event = emit(EventType::credit_lapsed);
  event.order_key = order != nullptr ? order->key : exchange.key;
  event.amount = exchange.rest;
  event.time = static_cast<std::int64_t>(request.key);
  const MoneyMinor rest = exchange.rest;
  exchange.rest = 0;
  if (order == nullptr || !exchange.at_once) return;
  const Wide before = refund_due_of(*order, order->status);
  order->credit -= rest;
  if (may_lose(*order)) {
    ++state_.gone.credit_unpaid;
    state_.gone.credit_unpaid_left += order->shipped() > 0 ? 1 : 0;
  }
  tell_change(*order, order->status, before, Reason::ok);
}

}  // namespace allot::oracle
