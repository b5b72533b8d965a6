// What becomes of a hold by command: it lasts longer, is paid in part, or waits no more (rules,
// section 26).
#include <algorithm>
#include <limits>
#include <map>

#include "generator/ranges.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

using ranges::second;
using ranges::time_max;
using ranges::units_max;
__extension__ using Wide = __int128;

// What is to be paid for so many units of a line, of which it has `all`, by what it says of those.
Wide price_of(const Order& order, const Line& line) {
  Wide due = line.total;
  if (due == 0) due = Wide{line.price} * line.ordered;
  due -= line.discount;
  return order.tax_included ? due : due + line.tax;
}

// The line with so many units fewer.
Line without(const Line& line, std::int64_t units) {
  Line after = line;
  after.ordered = line.ordered - units;
  const auto share = [&](MoneyMinor amount) {
    return static_cast<MoneyMinor>(Wide{amount} * after.ordered / line.ordered);
  };
  after.total = share(line.total);
  after.discount = share(line.discount);
  after.tax = share(line.tax);
  return after;
}

bool is_plain(const OrderLine& line) {
  OrderLine plain;
  plain.sku = line.sku;
  plain.quantity = line.quantity;
  plain.price = line.price;
  plain.line_number = line.line_number;
  return plain == line;
}

}  // namespace

// Returns: why nothing can be asked of the order, or null and `order`.
NaiveEngine::Verdict NaiveEngine::find_going_on(const OrderKey& key, std::uint32_t version,
                                                Order*& order) {
  order = settled(key);
  const Stub* const stub = find_stub(key);
  if (order == nullptr && stub == nullptr) return Refusal{Reason::order_unknown};
  const OrderStatus status = order == nullptr ? stub->status : order->status;
  if (order == nullptr || status != OrderStatus::open) {
    const bool shipped = status == OrderStatus::shipped;
    return Refusal{shipped ? Reason::order_shipped : Reason::order_ended};
  }
  if (order->on_floor() && order->asked_back) return Refusal{Reason::cancel_pending};
  if (version > 0 && order->version != version) return Refusal{Reason::version_stale};
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const Extend& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  if (command.pay_by < 1 || command.pay_by > time_max) return Refusal{Reason::field_out_of_range};
  Order* order = nullptr;
  if (Verdict no = find_going_on(command.order_key, command.version, order)) return no;
  if (!order->awaits_payment()) return Refusal{Reason::already_paid};
  if (order->grace > 0) return Refusal{Reason::hold_due};
  if (order->pay_by == 0) return Refusal{Reason::no_payment_window};
  if (order->pay_by >= command.pay_by) return Refusal{Reason::pay_by_not_later};
  const TimeNs before = order->pay_by;
  state_.gone.extended_frozen += order->freeze == Freeze::active ? 1 : 0;
  if (order->freeze == Freeze::active) order->end_freeze();
  order->pay_by = command.pay_by;
  order->remind_at = reminder_for(*order);
  ++order->version;
  Event& event = emit(EventType::extended, *order);
  event.quantity = order->version;
  event.time = command.pay_by;
  event.amount = before;
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const ConfirmPart& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  if (command.paid_at < 1 || static_cast<int>(command.rest) > 1) {
    return Refusal{Reason::field_out_of_range};
  }
  if (command.lines.empty()) return Refusal{Reason::no_lines};
  if (command.lines.size() > state_.limits.lines_per_order_max) {
    return Refusal{Reason::too_many_lines};
  }
  for (std::uint32_t i = 0; i < command.lines.size(); ++i) {
    const OrderLine& line = command.lines[i];
    if (line.sku.value == 0 || line.sku.value > state_.skus.size()) {
      return Refusal{Reason::sku_unknown, i, line.sku.value};
    }
    if (line.quantity < 1 || line.quantity > units_max) {
      return Refusal{Reason::quantity_out_of_range, i, line.sku.value};
    }
    if (!is_plain(line)) return Refusal{Reason::field_out_of_range, i, line.sku.value};
  }
  Order* order = nullptr;
  if (Verdict no = find_going_on(command.order_key, command.version, order)) return no;
  if (!order->awaits_payment()) return Refusal{Reason::already_paid};
  if (order->ship_complete) return Refusal{Reason::whole_order_only};
  if (state_.version >= 3 && !order->imported &&
      command.paid_at / second < first_sold(*order) / second) {
    return Refusal{Reason::paid_before_placed};
  }
  if (order->grace > 0 && !takes_late(*order) && is_late(*order, command.paid_at)) {
    return Refusal{Reason::paid_too_late};
  }
  return confirm_part(*order, command);
}

NaiveEngine::Verdict NaiveEngine::confirm_part(Order& order, const ConfirmPart& command) {
  std::vector<std::int64_t> named(order.lines.size());
  for (std::uint32_t i = 0; i < command.lines.size(); ++i) {
    const OrderLine& wanted = command.lines[i];
    const auto refused = [&](Reason why) { return Refusal{why, i, wanted.sku.value}; };
    Goods meant;
    meant.sku = wanted.sku.value;
    meant.line_number = wanted.line_number;
    const std::vector<std::size_t> found = lines_of(order.lines, meant);
    if (found.empty()) return refused(Reason::not_in_order);
    if (found.size() > 1) return refused(Reason::line_number_missing);
    const Line& line = order.lines[found.front()];
    if (wanted.price != 0 && wanted.price != line.price) return refused(Reason::field_out_of_range);
    named[found.front()] += wanted.quantity;
    if (named[found.front()] > line.ordered - line.refused) return refused(Reason::not_in_order);
  }
  std::vector<std::int64_t> rest;
  for (std::size_t i = 0; i < named.size(); ++i) {
    rest.push_back(order.lines[i].ordered - order.lines[i].refused - named[i]);
  }
  const Wide refund_before = refund_due_of(order, order.status);
  const bool whole = std::ranges::all_of(rest, [](std::int64_t units) { return units == 0; });
  if (!whole && command.rest == PartRest::keep) {
    capture_part(order, named, command.paid_at);
    return {};
  }
  if (Verdict no = may_let_go(order, named, rest)) return no;
  if (!whole) let_go(order, rest);
  ++(whole ? state_.gone.confirmed_whole : state_.gone.confirmed_part);
  state_.gone.confirmed_sums += !whole && order.sums ? 1 : 0;
  if (!order.sums) {
    pay_order(order, command.paid_at);
  } else {
    std::int64_t& captured = order.sums->by_kind[PaymentKind::captured];
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const Wide missing = Wide{order.asked()} - order.sums->stayed();
    const auto more = static_cast<std::int64_t>(std::clamp<Wide>(missing, 0, most - captured));
    captured += more;
    order.sums->unnamed += more;
    order.sums->aside = std::max<std::int64_t>(0, order.sums->aside - more);
    const Reason why = become_paid(order, command.paid_at);
    tell_change(order, order.status, refund_before, why);
  }
  if (whole) return {};
  const Sequence sequence = order.sequence;
  finish_if_all_left(order, 0);
  state_.gone.confirmed_shipped += state_.open.contains(sequence) ? 0 : 1;
  return {};
}

// Whether what is not named can be let go of: it is not there any more where it has left.
NaiveEngine::Verdict NaiveEngine::may_let_go(const Order& order,
                                             const std::vector<std::int64_t>& named,
                                             const std::vector<std::int64_t>& rest) const {
  Wide less = 0;
  for (std::uint32_t i = 0; i < named.size(); ++i) {
    const Line& line = order.lines[i];
    if (named[i] < line.shipped) return Refusal{Reason::already_left, i, line.sku};
    if (named[i] - line.shipped < line.sum_picked()) {
      return Refusal{Reason::on_the_floor, i, line.sku};
    }
    if (rest[i] > 0) less += price_of(order, line) - price_of(order, without(line, rest[i]));
  }
  if (less > order.value) return Refusal{Reason::discount_too_large};
  return {};
}

// The units go that the lines are to have no more.
void NaiveEngine::let_go(Order& order, const std::vector<std::int64_t>& units) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i] > 0) drop_units(order, i, units[i]);
  }
  ++order.version;
  wake_for_holds();
  tell_order(order);
}

void NaiveEngine::drop_units(Order& order, std::size_t index, std::int64_t units) {
  Line& line = order.lines[index];
  const Line fewer = without(line, units);
  const Wide less = price_of(order, line) - price_of(order, fewer);
  const std::int64_t held = line.taken();
  release(order, line, units);
  trim(order);
  line.ordered = fewer.ordered;
  line.total = fewer.total;
  line.discount = fewer.discount;
  line.tax = fewer.tax;
  order.value = static_cast<MoneyMinor>(order.value - less);
  give_back_caps(order, line.sku, units);
  Event& event = emit(EventType::line_cancelled, order);
  event.line = static_cast<std::uint16_t>(index);
  event.sku = line.sku;
  event.quantity = static_cast<std::uint32_t>(units);
  event.amount = static_cast<std::int64_t>(less);
  event.time = held - line.taken();
}

// What the named units cost has come in, as far as it was missing. The order goes on.
void NaiveEngine::capture_part(Order& order, const std::vector<std::int64_t>& named,
                               TimeNs paid_at) {
  Wide cost = 0;
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (named[i] == 0) continue;
    cost += price_of(order, order.lines[i]) * named[i] / order.lines[i].ordered;
  }
  disown(order);
  Sums sums = sums_of(order);
  std::int64_t& captured = sums.by_kind[PaymentKind::captured];
  const Wide missing = std::max<Wide>(0, order.asked() - sums.stayed());
  const Wide room = std::numeric_limits<std::int64_t>::max() - captured;
  const auto more = static_cast<std::int64_t>(std::min({std::max<Wide>(0, cost), missing, room}));
  captured += more;
  sums.unnamed += more;
  sums.aside -= std::min(sums.aside, more);
  order.sums = sums;
  ++state_.gone.kept_part;
  Event& event = emit(EventType::captured, order);
  event.amount = more;
  event.time = paid_at;
  const bool enough = sums.stayed() >= order.asked();
  state_.gone.kept_part_paid += enough ? 1 : 0;
  (void)(enough ? become_paid(order, paid_at) : see_aside(order, paid_at));
  tell_change(order, order.status, 0, Reason::ok);
}

NaiveEngine::Verdict NaiveEngine::run(const Trim& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  Order* order = nullptr;
  if (Verdict no = find_going_on(command.order_key, command.version, order)) return no;
  if (std::ranges::all_of(order->lines, [](const Line& line) { return line.waiting == 0; })) {
    return Refusal{Reason::nothing_waits};
  }
  const std::vector<Line> before = order->lines;
  for (Line& line : order->lines) line.queued = false;
  Plan plan;
  std::vector<std::int64_t> cut;
  Verdict no = source_what_is_there(*order, plan, cut);
  Wide less = 0;
  for (std::size_t i = 0; i < cut.size(); ++i) {
    if (cut[i] == 0) continue;
    less += price_of(*order, order->lines[i]) - price_of(*order, without(order->lines[i], cut[i]));
  }
  if (!no && less > order->value) no = Refusal{Reason::discount_too_large};
  if (no) {
    order->lines = before;
    return no;
  }
  if (order->payment == Payment::paid && less != 0) order->sums = sums_of(*order);
  const Wide refund_before = refund_due_of(*order, order->status);
  const Wide capture_before = to_capture(*order);
  const Payment payment = order->payment;
  const std::int64_t had = order->taken();
  for (std::size_t i = 0; i < order->lines.size(); ++i) {
    order->lines[i].waiting = cut[i];
    if (const auto takes = plan.lines.find(i); takes != plan.lines.end()) {
      const int bounded = plan.bounded ? EventFlags::bounded : 0;
      take(*order, i, takes->second, static_cast<std::uint8_t>(EventFlags::waited | bounded));
    }
    if (cut[i] > 0) drop_units(*order, i, cut[i]);
  }
  ++order->version;
  const bool took = order->taken() > had;
  state_.gone.trimmed_whole += order->ship_complete ? 1 : 0;
  state_.gone.trimmed_took += took && less != 0 ? 1 : 0;
  state_.gone.trimmed_firm += took && order->firm() ? 1 : 0;
  if (took) offer(*order);
  tell_order_changed(*order, refund_before);
  state_.gone.trimmed_paid += order->payment != payment ? 1 : 0;
  const Sequence sequence = order->sequence;
  finish_if_all_left(*order, capture_before);
  state_.gone.trimmed_shipped += state_.open.contains(sequence) ? 0 : 1;
  return {};
}

// What each line that waits can have of what nobody else waits for; `cut`: what it cannot have.
NaiveEngine::Verdict NaiveEngine::source_what_is_there(const Order& order, Plan& plan,
                                                       std::vector<std::int64_t>& cut) const {
  const std::size_t k = nodes_max(order.max_splits);
  std::vector<Need> needs;
  std::vector<std::uint32_t> skus;
  Verdict first;
  Verdict pending;
  for (std::uint32_t i = 0; i < order.lines.size(); ++i) {
    const Line& line = order.lines[i];
    skus.push_back(line.sku);
    cut.push_back(line.waiting);
    if (line.waiting == 0) continue;
    if (!first) first = Refusal{short_reason(line.sku, line.waiting, order.channel), i, line.sku};
    const std::int64_t there = std::min(to_be_had(line.sku, order.channel, order.zone),
                                        base_of_largest(line.sku, order.channel, order.zone, k)) -
                               needed(needs, line.sku);
    const std::int64_t need = std::clamp<std::int64_t>(there, 0, line.waiting);
    const Reason short_of =
        short_reason(line.sku, needed(needs, line.sku) + line.waiting, order.channel);
    if (need < line.waiting && short_of == Reason::stock_pending && !pending) {
      pending = Refusal{short_of, i, line.sku};
    }
    if (need == 0) continue;
    needs.push_back({i, line.sku, need});
    cut[i] -= need;
  }
  if (pending) return pending;
  if (needs.empty()) return holds(order) ? Verdict{} : first;
  plan = choose(order.channel, order.zone, needs, k);
  if (!plan.found) return Refusal{Reason::splits_exceeded};
  return holds_exceeded(&order, plan, skus) ? Verdict{Refusal{Reason::holds_full}} : Verdict{};
}

}  // namespace allot::oracle
