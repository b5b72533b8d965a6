// Two orders become one (rules, section 27).
//
// What the order that stays is to be is made beside it, as a copy, and takes its place when nothing
// speaks against it.
#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "generator/ranges.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

using ranges::units_max;
__extension__ using Wide = __int128;

constexpr Wide money_most = std::numeric_limits<std::int64_t>::max();

bool any_waits(const Order& order) {
  return std::ranges::any_of(order.lines, [](const Line& line) { return line.waiting > 0; });
}

bool any_left(const Order& order) {
  return std::ranges::any_of(order.lines, [](const Line& line) {
    return line.shipped != 0 || line.beyond != 0 || line.delivered != 0 || line.returned != 0 ||
           line.lost != 0 || line.turned_away != 0 || line.home != 0;
  });
}

bool any_refused(const Order& order) {
  return std::ranges::any_of(order.lines, [](const Line& line) { return line.refused > 0; });
}

std::set<std::pair<std::uint32_t, Token>> who_was_counted(const Order& order) {
  std::set<std::pair<std::uint32_t, Token>> who;
  for (const CapDebit& debit : order.debits) who.insert({debit.account.cap, debit.account.token});
  return who;
}

bool of_one_kind(const Order& a, const Order& b) {
  const auto terms = [](const Order& order) {
    return std::tuple(order.channel, order.zone, order.ship_by, order.priority, order.max_splits,
                      order.ship_complete);
  };
  if (a.imported || b.imported) return false;
  if (terms(a) != terms(b) || any_refused(a) || any_refused(b)) return false;
  if (a.ship_complete && (any_waits(a) || any_waits(b))) return false;
  const bool both_hers = a.whose.token != 0 && b.whose.token != 0;
  if (both_hers && a.whose.kind == b.whose.kind && a.whose.token != b.whose.token) return false;
  for (const auto& [cap, token] : who_was_counted(a)) {
    for (const auto& [other_cap, other] : who_was_counted(b)) {
      if (cap == other_cap && token != other) return false;
    }
  }
  return true;
}

// Whether nothing of its money is in between.
bool is_settled_money(const Order& order) {
  const bool in_grace = order.status == OrderStatus::open && order.grace != 0;
  const bool aside = order.sums && order.sums->aside != 0;
  return order.review == Review::clear && !in_grace && order.credit == 0 && order.deposit == 0 &&
         !aside;
}

Wide amount_of_line(const Line& line) {
  return line.total != 0 ? Wide{line.total} : Wide{line.price} * line.ordered;
}

}  // namespace

NaiveEngine::Verdict NaiveEngine::run(const Merge& command) {
  if (!command.order_key.present() || !command.other_key.present()) {
    return Refusal{Reason::order_key_missing};
  }
  if (command.order_key == command.other_key) return Refusal{Reason::same_order};
  std::vector<Order*> both;
  for (const OrderKey& key : {command.order_key, command.other_key}) {
    Order* const order = settled(key);
    const Stub* const stub = find_stub(key);
    if (!way_of(key).empty()) return Refusal{Reason::order_merged};
    if (order == nullptr && stub == nullptr) return Refusal{Reason::order_unknown};
    const OrderStatus status = order != nullptr ? order->status : stub->status;
    if (status == OrderStatus::shipped) return Refusal{Reason::order_shipped};
    if (status != OrderStatus::open) return Refusal{Reason::order_ended};
    both.push_back(order);
  }
  Order& stays = *both[0];
  Order& goes = *both[1];
  if ((command.version != 0 && command.version != stays.version) ||
      (command.other_version != 0 && command.other_version != goes.version)) {
    return Refusal{Reason::version_stale};
  }
  if (stays.on_floor() || goes.on_floor()) return Refusal{Reason::on_the_floor};
  if (any_left(stays) || any_left(goes)) return Refusal{Reason::already_left};
  if (!of_one_kind(stays, goes)) return Refusal{Reason::orders_differ};
  if (!alike_in_money(stays, goes)) return Refusal{Reason::payments_differ};
  for (const Order* order : both) {
    for (const Line& line : order->lines) {
      if (first_lost(line)) return Refusal{Reason::stock_pending};
    }
  }
  for (const OpenException& open : state_.exceptions) {
    const bool is_its = open.key == goes.key && open.order_sequence == goes.sequence;
    if (is_its && open.kind == ExceptionKind::goods_missing) {
      return Refusal{Reason::goods_are_missing};
    }
  }
  if (1 + others_of(stays.sequence) + others_of(goes.sequence) > 64) {
    return Refusal{Reason::too_many_orders};
  }
  const auto place = [](const Order& order) {
    return std::pair(Order::second_of(order.sold_at), order.sequence);
  };
  if (any_waits(goes) && place(stays) < place(goes)) return Refusal{Reason::ranks_differ};
  Order whole = stays;
  std::vector<Merged> merged;
  if (Verdict refusal = put_together(whole, goes, merged)) return refusal;
  std::int64_t units = 0;
  for (const Line& line : whole.lines) units += line.ordered;
  if (units > units_max) return Refusal{Reason::quantity_out_of_range};
  for (MoneyMinor Order::* part :
       {&Order::value, &Order::discount, &Order::shipping, &Order::shipping_tax}) {
    const Wide sum = Wide{stays.*part} + goes.*part;
    if (sum > money_most) return Refusal{Reason::order_value_overflow};
    whole.*part = static_cast<MoneyMinor>(sum);
  }
  const Sums mine = sums_of(stays);
  const Sums theirs = sums_of(goes);
  for (const auto& [kind, sum] : theirs.by_kind) {
    if (Wide{sum} + mine.of(kind) > money_most) return Refusal{Reason::order_value_overflow};
  }
  std::int64_t holds = 0;
  for (const Merged& one : merged) holds += one.needs_hold ? 1 : 0;
  if (holds > holds_free()) return Refusal{Reason::holds_full};
  const std::size_t more = whole.lines.size() - stays.lines.size();
  retire_for(more);
  if (lines_kept() + more > state_.limits.lines_max) return Refusal{Reason::lines_full};
  merge(stays, goes, std::move(whole), merged);
  return {};
}

// Of two promises the one that is due first is that of the whole order.
void NaiveEngine::pass_promises(const Order& goes, const Order& stays) {
  for (const ServiceKind kind : {ServiceKind::processing, ServiceKind::ship_by}) {
    const NaivePromise* const its = running(goes.key, kind, 0);
    if (its == nullptr || its->order_sequence != goes.sequence) continue;
    NaivePromise passed = *its;
    const NaivePromise* const own = running(stays.key, kind, 0);
    if (own != nullptr && own->due <= passed.due) continue;
    if (own != nullptr) drop(*own);
    drop(*running(goes.key, kind, 0));
    ++state_.gone.merged_promises;
    passed.key = stays.key;
    passed.order_sequence = stays.sequence;
    state_.promises.push_back(passed);
  }
}

// Returns: how many orders went into the one that was placed then, whether they are known or not.
std::uint32_t NaiveEngine::others_of(Sequence sequence) const {
  std::uint32_t others = 0;
  for (const Went& went : state_.went) {
    if (went.into_sequence == sequence) others += 1 + others_of(went.sequence);
  }
  return others;
}

// Returns: when the first was sold of the orders that went into the one that was placed then; of
//          none the end of time.
TimeNs NaiveEngine::others_sold(Sequence sequence) const {
  TimeNs first = std::numeric_limits<TimeNs>::max();
  for (const Went& went : state_.went) {
    if (went.into_sequence != sequence) continue;
    first = std::min({first, went.since, others_sold(went.sequence)});
  }
  return first;
}

TimeNs NaiveEngine::first_sold(const Order& order) const {
  return std::min(order.sold_at, others_sold(order.sequence));
}

bool NaiveEngine::alike_in_money(const Order& stays, const Order& goes) const {
  const bool simple = stays.payment == Payment::unpaid || stays.payment == Payment::paid ||
                      stays.payment == Payment::on_delivery;
  if (!simple || stays.payment != goes.payment) return false;
  if (!is_settled_money(stays) || !is_settled_money(goes)) return false;
  if (sums_of(goes).stayed() < 0 || refund_due_of(goes, goes.status) > 0) return false;
  return !stays.says_money() || !goes.says_money() || stays.tax_included == goes.tax_included;
}

NaiveEngine::Verdict NaiveEngine::put_together(Order& whole, const Order& goes,
                                               std::vector<Merged>& merged) const {
  for (std::size_t i = 0; i < goes.lines.size(); ++i) {
    const Line& line = goes.lines[i];
    if (line.ordered == 0) continue;
    const auto refuse = [&](Reason reason) {
      return Refusal{reason, static_cast<std::uint32_t>(i), line.sku};
    };
    const auto at = std::ranges::find_if(whole.lines, [&](const Line& one) {
      return one.sku == line.sku && one.number == line.number;
    });
    Merged one{static_cast<std::size_t>(at - whole.lines.begin()), line.ordered, line.waiting};
    if (at == whole.lines.end()) {
      const auto of_sku = std::ranges::count(whole.lines, line.sku, &Line::sku);
      if (whole.lines.size() == state_.limits.lines_per_order_max || of_sku >= 64) {
        return refuse(Reason::too_many_lines);
      }
      whole.lines.push_back(line);
      one.fresh = true;
    } else if (at->ordered == 0) {
      *at = line;
      one.fresh = true;
    } else {
      if (at->wanted_at != line.wanted_at) return refuse(Reason::wanted_at_conflict);
      Wide total = at->total;
      const bool one_price = at->price == line.price && at->total == 0 && line.total == 0;
      if (!one_price) total = amount_of_line(*at) + amount_of_line(line);
      const Wide discount = Wide{at->discount} + line.discount;
      const Wide tax = Wide{at->tax} + line.tax;
      if (std::max({total, discount, tax}) > money_most) {
        return refuse(Reason::order_value_overflow);
      }
      at->price = one_price ? at->price : 0;
      at->total = static_cast<MoneyMinor>(total);
      at->discount = static_cast<MoneyMinor>(discount);
      at->tax = static_cast<MoneyMinor>(tax);
      one.needs_hold = !at->parts.empty() && !line.parts.empty();
      for (const auto& [key, units] : line.parts) {
        if (at->parts.contains(key)) one.needs_hold = false;
      }
      for (const auto& [key, units] : line.parts) at->parts[key] += units;
      at->ordered += line.ordered;
      at->waiting += line.waiting;
      at->queued = at->queued || line.queued;
    }
    merged.push_back(one);
  }
  return {};
}

void NaiveEngine::merge(Order& stays, Order& goes, Order whole, const std::vector<Merged>& merged) {
  const bool said = stays.says_money();
  const bool sums = stays.payment == Payment::paid || stays.sums || goes.sums;
  const Wide open = due_of(goes, goes.status) - sums_of(goes).stayed();
  const bool is_open = goes.payment != Payment::paid && open > 0;
  state_.gone.merged_chained += others_of(goes.sequence) > 0 ? 1 : 0;
  state_.went.push_back({goes.sequence, first_sold(goes), stays.key, stays.sequence,
                         is_open ? static_cast<MoneyMinor>(open) : 0,
                         static_cast<MoneyMinor>(due_of(goes, goes.status))});
  if (sums) {
    whole.sums = sums_of(stays);
    goes.sums = sums_of(goes);
    disown(whole);
  }
  const Wide refund_before = refund_due_of(stays, stays.status);
  const bool waited = any_waits(stays);
  if (any_waits(goes) && !waited && goes.sold_at < whole.sold_at) {
    const bool earlier = Order::second_of(goes.sold_at) < Order::second_of(whole.sold_at);
    whole.sold_at = goes.sold_at;
    state_.gone.merged_place += earlier ? 1 : 0;
  }
  if (whole.payment == Payment::unpaid) {
    if (goes.freeze == Freeze::used) whole.freeze = Freeze::used;
    if (goes.pay_by != 0 && (whole.pay_by == 0 || goes.pay_by < whole.pay_by)) {
      const std::int64_t before = channel_of(whole.channel).settings.remind_before_ns;
      const TimeNs remind = goes.pay_by - before;
      whole.pay_by = goes.pay_by;
      whole.remind_at = before > 0 && remind > state_.now ? remind : 0;
      ++state_.gone.merged_window;
    }
  }
  std::map<std::pair<CapAccount, bool>, std::int64_t> debits;
  for (const Order* order : {&stays, &goes}) {
    for (const CapDebit& debit : order->debits) {
      std::int64_t& units = debits[{debit.account, debit.excess}];
      state_.gone.merged_debits += units > 0 ? 1 : 0;
      units += debit.units;
    }
  }
  whole.debits.clear();
  for (const auto& [of, units] : debits) whole.debits.push_back({of.first, units, of.second});
  Event& ended = emit(EventType::order_merged, goes);
  ended.amount = goes.value;
  ended.quantity = static_cast<std::uint32_t>(goes.taken());
  ended.time = static_cast<std::int64_t>(stays.sequence);
  disown(goes);
  goes.debits.clear();
  goes.status = OrderStatus::cancelled;
  goes.review_by = goes.remind_at = 0;
  for (Line& line : goes.lines) {
    line.parts.clear();
    line.waiting = 0;
    line.queued = false;
  }
  if (sums) {
    const auto stayed = static_cast<MoneyMinor>(goes.sums->stayed());
    for (const auto& [kind, sum] : goes.sums->by_kind) whole.sums->by_kind[kind] += sum;
    whole.sums->unnamed += goes.sums->unnamed;
    pass_payments(whole, goes);
    goes.sums = Sums{};
    tell_change(goes, goes.status, 0, Reason::ok);
    state_.gone.merged_part_paid += whole.payment != Payment::paid && stayed > 0 ? 1 : 0;
  }
  if (!said && goes.says_money()) whole.tax_included = goes.tax_included;
  if (!said && !goes.says_money()) {
    whole.tax_included = channel_of(whole.channel).settings.prices_include_tax;
  }
  ++whole.version;
  stays = std::move(whole);
  for (const Merged& one : merged) {
    const Line& line = stays.lines[one.line];
    state_.gone.merged_joined += one.fresh ? 0 : 1;
    state_.gone.merged_waiting += one.waiting > 0 ? 1 : 0;
    const std::uint32_t sku = line.sku;
    if (one.waiting > 0 && claimed(sku)) {
      ++state_.gone.merged_claimed;
      try_too(stays, one.line);
    }
    Event& event = emit(EventType::line_merged, stays);
    event.line = static_cast<std::uint16_t>(one.line);
    event.sku = sku;
    event.quantity = static_cast<std::uint32_t>(one.units);
    event.amount = static_cast<std::int64_t>(std::min(money_most, worth_of(stays, line)));
    event.time = one.waiting;
    if (one.fresh) tell_named(stays, one.line);
  }
  tell_order_changed(stays, refund_before);
  if (state_.holds_asked_for > 0 && holds_free() >= state_.holds_asked_for) {
    state_.holds_asked_for = 0;
    trigger_all();
  }
  pass_promises(goes, stays);
  const Sequence sequence = goes.sequence;
  state_.closed.push_back(goes);
  state_.open.erase(sequence);
  while (state_.closed.size() > state_.limits.closed_orders_max) retire_oldest();
}

}  // namespace allot::oracle
