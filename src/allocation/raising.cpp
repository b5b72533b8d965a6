#include "allocation/raising.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "allocation/balances.hpp"
#include "allocation/told_events.hpp"

namespace allot {
namespace {

constexpr bool defines_sku(const Event& event) noexcept {
  return event.type == EventType::defined &&
         event.amount == static_cast<std::int64_t>(CommandType::sku);
}

constexpr bool is_amount(EventType type) noexcept {
  return (type >= EventType::authorised && type <= EventType::charged_back) ||
         type == EventType::voided;
}

constexpr bool says_amount_is_amiss(Reason reason) noexcept {
  return reason == Reason::paid_before_placed || reason == Reason::payment_conflict ||
         reason == Reason::beyond_captured || reason == Reason::order_forgotten;
}

// Money of a forgotten order is looked after as what is due back, where that is told at once.
bool is_told_next(std::span<const Event> events, std::size_t at) noexcept {
  return at + 1 < events.size() &&
         (events[at + 1].type == EventType::refund_due || events[at + 1].type == EventType::paid);
}

constexpr std::uint32_t sum_of(std::uint32_t a, std::uint32_t b) noexcept {
  const std::uint64_t sum = std::uint64_t{a} + b;
  return static_cast<std::uint32_t>(
      std::min<std::uint64_t>(sum, std::numeric_limits<std::uint32_t>::max()));
}
constexpr MoneyMinor sum_of(MoneyMinor a, MoneyMinor b) noexcept {
  return a > std::numeric_limits<MoneyMinor>::max() - b ? std::numeric_limits<MoneyMinor>::max()
                                                        : a + b;
}

// Returns: the exception that the event asks for, as far as it says itself; of kind any: none.
ExceptionItem asked_by(std::span<const Event> events, std::size_t at) {
  const Event& event = events[at];
  const auto goods = [&event](ExceptionKind kind, Reason reason) {
    return ExceptionItem{
        .sku = {event.sku}, .units = event.quantity, .reason = reason, .kind = kind};
  };
  const auto money = [&event](ExceptionKind kind) {
    return ExceptionItem{.amount = event.amount, .reason = event.reason, .kind = kind};
  };
  switch (event.type) {
    case EventType::news_unclaimed: return money(ExceptionKind::news);
    case EventType::payment_unassigned:
      // What it has for an amount is a sequence.
      if (event.reason == Reason::order_forgotten) return {};
      return {.reason = event.reason, .kind = ExceptionKind::payment};
    case EventType::refund_due: return money(ExceptionKind::refund);
    case EventType::capture_due:
    case EventType::credit_lapsed: return money(ExceptionKind::capture);
    case EventType::shipment_exception: {
      ExceptionItem item = goods(ExceptionKind::shipment, event.reason);
      item.amount = event.amount;
      return item;
    }
    case EventType::parcel_unassigned:
      return {.reason = event.reason, .kind = ExceptionKind::shipment};
    case EventType::delivery_exception: {
      ExceptionItem asked = goods(ExceptionKind::delivery, event.reason);
      // It goes on until that is over for all of the order.
      if (may_solve_itself(asked.kind, asked.reason)) asked.sku = {};
      return asked;
    }
    case EventType::return_exception: return goods(ExceptionKind::goods_back, event.reason);
    case EventType::lot_end_unknown: return goods(ExceptionKind::goods_back, Reason::lot_unknown);
    case EventType::line_short:
      return goods(ExceptionKind::goods_missing, Reason::stock_insufficient);
    case EventType::line_lost: return goods(ExceptionKind::goods_missing, event.reason);
    case EventType::sale_maybe_known:
      return {.amount = event.amount, .units = event.quantity, .kind = ExceptionKind::old_sale};
    case EventType::sku_named: return {.sku = {event.sku}, .kind = ExceptionKind::sku_unknown};
    case EventType::ship_stop: return {.reason = event.reason, .kind = ExceptionKind::ship_stop};
    default: break;
  }
  if (!is_amount(event.type) || !says_amount_is_amiss(event.reason)) return {};
  const bool due_back = event.type == EventType::captured &&
                        event.reason == Reason::order_forgotten && is_told_next(events, at);
  return due_back ? ExceptionItem{} : money(ExceptionKind::payment);
}

}  // namespace

Sequence Raising::Known::sequence() const noexcept {
  if (order != nullptr) return order->sequence;
  return stub != nullptr ? stub->sequence : 0;
}

Raising::Known Raising::known(const OrderKey& key) const {
  if (!key.present()) return {};
  const OrderKeys& keys = t_.book.keys();
  const OrderSlot slot = find_any(keys, key);
  if (slot.present()) return {.order = &t_.book[slot]};
  return {.stub = find_any_stub(keys, key)};
}

void Raising::end_step() {
  told_ = t_.step.out->events().size();
  OrderKey last;
  for (std::size_t at = 0; at < told_ && t_.exceptions.count() != 0; ++at) {
    const Event& event = t_.step.out->events()[at];
    if (defines_sku(event)) see_group(group_of(SkuId{event.quantity}));
    if (!names_order(event) || event.order_key == last) continue;
    last = event.order_key;
    see_group(last);
  }
  // What was closed has made room.
  for (std::size_t at = 0; at < told_; ++at) look_at(at);
  if (missed_ != 0) {
    t_.exceptions.miss(missed_);
    t_.step.out->tell(events::ExceptionsMissed{
        .missed = missed_, .missed_ever = static_cast<std::int64_t>(t_.exceptions.missed())});
  }
  t_.arm_beside();
}

void Raising::look_at(std::size_t at) {
  const std::span<const Event> events = std::as_const(*t_.step.out).events().first(told_);
  const ExceptionItem asked = asked_by(events, at);
  if (asked.kind == ExceptionKind::any || !t_.exceptions.rules().of(asked.kind).kept) return;
  raise(names_order(events[at]) ? events[at].order_key : OrderKey{}, asked);
}

void Raising::raise(const OrderKey& key, const ExceptionItem& asked) {
  const Known of = known(key);
  ExceptionItem item = asked;
  item.key = key;
  item.order_sequence = of.sequence();
  if (may_solve_itself(item.kind, item.reason)) {
    if (add_to_open(of, item)) return;
    // What was so within the step, and is no more, needs nobody.
    if (!goes_on(of, item)) return;
  }
  if (t_.exceptions.full()) {
    ++missed_;
    return;
  }
  item.sequence = t_.step.sequence;
  item.raised_at = t_.step.now;
  item.due_at = deadline_of(of, item);
  const ExceptionItem& raised = t_.exceptions[t_.exceptions.add(item)];
  t_.step.out->tell(events::ExceptionRaised{.order_key = raised.key,
                                            .kind = raised.kind,
                                            .sku = raised.sku,
                                            .exception = raised.number,
                                            .units = raised.units,
                                            .amount = raised.amount,
                                            .due_at = raised.due_at,
                                            .reason = raised.reason});
}

// What was set aside for goods that have left has to be captured before it lapses.
TimeNs Raising::deadline_of(const Known& of, const ExceptionItem& item) const {
  const std::int64_t within = t_.exceptions.rules().of(item.kind).within_ns;
  const TimeNs due_at = within == 0 ? 0 : t_.step.now + within;
  if (item.kind != ExceptionKind::capture || of.order == nullptr) return due_at;
  const bool any =
      of.order->payment == Payment::authorised || Balances(t_).set_aside_unpaid(*of.order) != 0;
  if (!any) return due_at;
  const TimeNs lapses_at = lapse_of(t_.book.companions().payments(*of.order));
  if (lapses_at <= t_.step.now) return due_at;
  return due_at == 0 ? lapses_at : std::min(due_at, lapses_at);
}

// Returns: whether one is open of the same order that is about the same; it takes this in.
bool Raising::add_to_open(const Known& of, const ExceptionItem& asked) {
  for (ExceptionSlot slot = t_.exceptions.first_of(asked.group()); slot.present();
       slot = t_.exceptions[slot].next) {
    ExceptionItem& open = t_.exceptions[slot];
    if (open.order_sequence != asked.order_sequence || open.kind != asked.kind) continue;
    if (open.kind == ExceptionKind::delivery && open.reason != asked.reason) continue;
    if (open.kind == ExceptionKind::shipment) {
      if (open.reason != asked.reason) continue;
      open.units = sum_of(open.units, asked.units);
    } else if (open.kind == ExceptionKind::refund && of.order == nullptr) {
      open.amount = sum_of(open.amount, asked.amount);
    }
    return true;
  }
  return false;
}

// Effects: those of the orders that have, or had, this key, or of this SKU, are closed if they have
//          solved themselves; what the others are about is brought up to date.
void Raising::see_group(const OrderKey& group) {
  ExceptionSlot slot = t_.exceptions.first_of(group);
  if (!slot.present()) return;
  const Known of = known(group);
  while (slot.present()) {
    const ExceptionSlot next = t_.exceptions[slot].next;
    ExceptionItem& item = t_.exceptions[slot];
    // Once in a step is enough, and lines are looked at each time.
    const bool seen = item.looked_at_in == t_.step.sequence;
    item.looked_at_in = t_.step.sequence;
    const Known its = item.order_sequence == of.sequence() ? of : Known{};
    if (!seen && !goes_on(its, item)) {
      t_.step.out->tell(events::ExceptionSolved{
          .order_key = item.key, .kind = item.kind, .exception = item.number, .owner = item.owner});
      t_.exceptions.remove(slot);
    }
    slot = next;
  }
}

// Returns: whether it is so still. Effects: units and amount are as they are now.
bool Raising::goes_on(const Known& of, ExceptionItem& item) const {
  switch (item.kind) {
    case ExceptionKind::refund: return refund_goes_on(of, item);
    case ExceptionKind::capture:
      if (of.order == nullptr) return of.stub == nullptr || of.stub->payment != Payment::paid;
      item.amount = told_money(Balances(t_).uncaptured(*of.order));
      return item.amount > 0;
    case ExceptionKind::goods_missing:
      if (of.order == nullptr || !of.order->open()) return false;
      item.units = units_missing(*of.order);
      return item.units != 0;
    case ExceptionKind::ship_stop:
      return of.order != nullptr && of.order->open() && of.order->reviewed();
    case ExceptionKind::sku_unknown:
      return t_.catalogue.codes(IdKind::sku).is_pending(item.sku.value);
    case ExceptionKind::delivery: return delivery_goes_on(of, item);
    case ExceptionKind::old_sale: return !t_.book.keys().contain(item.key);
    default: break;
  }
  if (item.reason == Reason::still_in_review) return of.order == nullptr || of.order->reviewed();
  if (of.order == nullptr) return of.stub == nullptr || owes_before_leaving(of.stub->payment);
  if (of.order->payment == Payment::deposited) item.amount = Balances(t_).open_balance(*of.order);
  if (!owes_before_leaving(of.order->payment)) return false;
  return !t_.semantics.asks_less_for_refunds() || Balances(t_).of(*of.order).open > 0;
}

bool Raising::refund_goes_on(const Known& of, ExceptionItem& item) const {
  if (of.order != nullptr) {
    item.amount = told_money(Balances(t_).of(*of.order).refund_due);
    return item.amount > 0;
  }
  if (of.stub == nullptr) return true;
  for (const Event& event : std::as_const(*t_.step.out).events().first(told_)) {
    const bool given_back = event.type == EventType::refunded && event.order_key == item.key &&
                            event.reason == Reason::order_forgotten;
    if (given_back) item.amount -= std::min(item.amount, event.amount);
  }
  return item.amount > 0;
}

// Nobody knows what becomes of what a forgotten order had sent.
bool Raising::delivery_goes_on(const Known& of, ExceptionItem& item) const {
  if (of.order == nullptr) return true;
  const Companions& companions = t_.book.companions();
  UnitSum units;
  if (item.reason == Reason::parcel_late) {
    ShippedLines::Look look = companions.shipped(*of.order);
    t_.book.lines().visit(*of.order, [&](const Line& line, LineNumber number) {
      const ShippedLine* const kept = look.find(number);
      const Units left = shipped_of(*of.order, line, kept);
      units += kept != nullptr ? kept->still_coming(left) : UnitSum(left);
    });
  } else {
    const bool lost = item.reason == Reason::parcel_lost;
    const KeptShipped gone = gone_of(companions, t_.book.lines(), *of.order,
                                     lost ? &ShippedLine::lost : &ShippedLine::turned_away);
    units = gone.units;
    item.amount = gone.value;
  }
  item.units = units.at_most(Units{~0U}).value;
  return item.units != 0;
}

std::uint32_t Raising::units_missing(const Order& order) const {
  Units units;
  t_.book.lines().visit(order, [&units](const Line& line, LineNumber) { units += line.waiting; });
  return units.value;
}

void Raising::end_deadline() {
  const ExceptionSlot slot = t_.exceptions.first_due();
  t_.exceptions.pass_deadline(slot);
  const ExceptionItem& item = t_.exceptions[slot];
  t_.step.out->tell(events::ExceptionOverdue{.order_key = item.key,
                                             .kind = item.kind,
                                             .sku = item.sku,
                                             .exception = item.number,
                                             .owner = item.owner,
                                             .due_at = item.due_at});
}

Decision Raising::set(const SetExceptionRule& rule) {
  const bool in_range = static_cast<std::size_t>(rule.kind) < ExceptionRules::kinds &&
                        rule.within_ns >= 0 && rule.within_ns <= 1'000'000'000'000'000'000;
  if (!in_range) return Reason::field_out_of_range;
  for (std::size_t number = 1; number < ExceptionRules::kinds; ++number) {
    const auto kind = static_cast<ExceptionKind>(number);
    if (rule.kind != ExceptionKind::any && rule.kind != kind) continue;
    t_.exceptions.rules().set(kind, {rule.kept, rule.within_ns});
  }
  t_.watch_steps();
  t_.step.out->tell(events::Defined{.command = SetExceptionRule::type, .id = 0});
  return {};
}

Decision Raising::fault(std::span<const ExceptionId> named) const {
  // The scratch has a place for each of lines_per_order_max.
  if (named.empty() || named.size() > t_.scratch.supply_grew.size())
    return Reason::field_out_of_range;
  for (std::size_t at = 0; at < named.size(); ++at) {
    if (!t_.exceptions.was_raised(named[at])) return {Reason::exception_unknown, at, {}};
  }
  return {};
}

Decision Raising::assign(const AssignExceptions& request) {
  if (const Decision wrong = fault(request.exceptions); !wrong.accepted()) return wrong;
  for (const ExceptionId number : request.exceptions) {
    const ExceptionSlot slot = t_.exceptions.find(number);
    events::ExceptionAssigned told{.exception = number, .owner = request.owner};
    if (slot.present()) {
      ExceptionItem& item = t_.exceptions[slot];
      item.owner = request.owner;
      told.order_key = item.key;
      told.kind = item.kind;
    } else {
      told.reason = Reason::exception_closed;
    }
    t_.step.out->tell(told);
  }
  return {};
}

Decision Raising::resolve(const ResolveExceptions& request) {
  if (request.outcome > Resolution::passed_on) return Reason::field_out_of_range;
  if (const Decision wrong = fault(request.exceptions); !wrong.accepted()) return wrong;
  for (const ExceptionId number : request.exceptions) {
    const ExceptionSlot slot = t_.exceptions.find(number);
    events::ExceptionResolved told{
        .exception = number, .outcome = request.outcome, .reference = request.reference};
    if (slot.present()) {
      told.order_key = t_.exceptions[slot].key;
      told.kind = t_.exceptions[slot].kind;
      t_.exceptions.remove(slot);
    } else {
      told.reason = Reason::exception_closed;
    }
    t_.step.out->tell(told);
  }
  t_.arm_beside();
  return {};
}

}  // namespace allot
