// A part of an order becomes one of its own (rules, section 27).
//
// Both are made beside the order, as copies, and take their places when nothing speaks against it.
#include <algorithm>
#include <limits>
#include <map>
#include <ranges>

#include "generator/ranges.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

using ranges::units_max;
__extension__ using Wide = __int128;

// Beyond the first lot of a line each is a hold.
std::int64_t holds_of_line(const Line& line) {
  return std::max<std::int64_t>(0, static_cast<std::int64_t>(line.parts.size()) - 1);
}

std::map<PartKey, std::int64_t> not_to_pick(const Line& line) {
  std::map<PartKey, std::int64_t> free = line.parts;
  for (const auto& [key, units] : line.to_pick) free[key] -= units;
  std::erase_if(free, [](const auto& part) { return part.second == 0; });
  return free;
}

bool is_over(const State& state, const DefineCap& cap, std::uint32_t sku) {
  const std::uint32_t set = cap.sku_set.value;
  return set == 0 || state.sku_sets[set - 1].members.contains(sku);
}

}  // namespace

NaiveEngine::Verdict NaiveEngine::run(const Split& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  Request named;
  named.key = command.new_key;
  named.number = command.new_number;
  if (Verdict wrong = misnamed(named)) return wrong;
  if (Verdict wrong = malformed_split(command)) return wrong;
  Order* const order = settled(command.order_key);
  const Stub* const stub = find_stub(command.order_key);
  if (order == nullptr && stub == nullptr) return Refusal{Reason::order_unknown};
  const OrderStatus status = order != nullptr ? order->status : stub->status;
  if (status == OrderStatus::shipped) return Refusal{Reason::order_shipped};
  if (status != OrderStatus::open) return Refusal{Reason::order_ended};
  if (order->asked_back && order->on_floor()) return Refusal{Reason::cancel_pending};
  if (command.version != 0 && command.version != order->version) {
    return Refusal{Reason::version_stale};
  }
  if (named.number.size > 0) named.key = key_of_number(named.number, order->channel);
  if (const Order* const known = find(named.key)) {
    const bool other = named.number.size > 0 && known->number.text() != named.number.text();
    return Refusal{other ? Reason::order_key_conflict : Reason::order_exists};
  }
  if (find_stub(named.key) != nullptr) return Refusal{Reason::order_exists};
  const bool simple = order->payment == Payment::unpaid || order->payment == Payment::paid ||
                      order->payment == Payment::on_delivery;
  bool aside = order->sums && order->sums->aside != 0;
  if (order->payment == Payment::unpaid && order->sums) {
    const Sums& sums = *order->sums;
    aside = aside || sums.of(PaymentKind::authorised) > sums.of(PaymentKind::captured);
  }
  if (!simple || order->review != Review::clear || order->grace != 0 ||
      order->credit != order->given || order->deposit != 0 || aside) {
    return Refusal{Reason::money_in_between};
  }
  Halves halves{*order, *order, {}, {}};
  halves.part.lines.clear();
  if (Verdict no = cut_named(command, *order, halves)) return no;
  const auto is_here = [](const Line& line) {
    return line.waiting + line.taken() + line.sum_picked() > 0;
  };
  if (std::ranges::none_of(halves.rest.lines, is_here)) return Refusal{Reason::nothing_stays};
  if (std::ranges::any_of(order->lines,
                          [&](const Line& line) { return first_lost(line).has_value(); })) {
    return Refusal{Reason::stock_pending};
  }
  if (Verdict no = keeps_places(*order, halves)) return no;
  if (Verdict no = share_value(command, *order, halves)) return no;
  if (Verdict no = room_for_split(*order, halves)) return no;
  halves.part.key = named.key;
  halves.part.number = named.number;
  divide(*order, std::move(halves));
  apply_news(named.key);
  return {};
}

NaiveEngine::Verdict NaiveEngine::malformed_split(const Split& command) const {
  if (std::min({command.discount, command.shipping, command.shipping_tax}) < 0) {
    return Refusal{Reason::field_out_of_range};
  }
  if (command.lines.empty()) return Refusal{Reason::no_lines};
  if (command.lines.size() > state_.limits.lines_per_order_max) {
    return Refusal{Reason::too_many_lines};
  }
  for (std::size_t i = 0; i < command.lines.size(); ++i) {
    const OrderLine& line = command.lines[i];
    const auto refuse = [&](Reason reason) {
      return Refusal{reason, static_cast<std::uint32_t>(i), line.sku.value};
    };
    if (line.sku.value == 0 || line.sku.value > state_.skus.size()) {
      return refuse(Reason::sku_unknown);
    }
    if (line.quantity < 1 || line.quantity > units_max)
      return refuse(Reason::quantity_out_of_range);
    OrderLine plain;
    plain.sku = line.sku;
    plain.quantity = line.quantity;
    plain.line_number = line.line_number;
    plain.price = line.price;
    if (!(plain == line)) return refuse(Reason::field_out_of_range);
  }
  return {};
}

// Each of both orders has its share of every line that is named.
NaiveEngine::Verdict NaiveEngine::cut_named(const Split& command, const Order& order,
                                            Halves& halves) {
  std::map<std::size_t, std::int64_t> goes;
  for (std::size_t i = 0; i < command.lines.size(); ++i) {
    const OrderLine& wanted = command.lines[i];
    const auto refuse = [&](Reason reason) {
      return Refusal{reason, static_cast<std::uint32_t>(i), wanted.sku.value};
    };
    Goods meant;
    meant.sku = wanted.sku.value;
    meant.line_number = wanted.line_number;
    const std::vector<std::size_t> found = lines_of(order.lines, meant);
    if (found.empty()) return refuse(Reason::not_in_order);
    if (found.size() > 1) return refuse(Reason::line_number_missing);
    const Line& line = order.lines[found[0]];
    if (wanted.price != 0 && wanted.price != line.price) return refuse(Reason::field_out_of_range);
    const std::int64_t units = goes[found[0]] += wanted.quantity;
    if (units <= line.taken() - line.sum_to_pick() + line.waiting) continue;
    if (units <= line.taken() + line.waiting + line.sum_picked()) {
      return refuse(Reason::on_the_floor);
    }
    return refuse(line.shipped > 0 ? Reason::already_left : Reason::not_in_order);
  }
  for (const auto& [index, units] : goes) {
    Line& stays = halves.rest.lines[index];
    const Line whole = stays;
    // It says all that the whole line says, and has nothing yet.
    Line& part = halves.part.lines.emplace_back(whole);
    halves.from.push_back(index);
    part.parts.clear();
    part.to_pick.clear();
    part.picked.clear();
    part.shipped = part.beyond = part.delivered = part.returned = 0;
    part.lost = part.turned_away = part.home = 0;
    part.ordered = units;
    stays.ordered -= units;
    for (MoneyMinor Line::* amount : {&Line::total, &Line::discount, &Line::tax}) {
      stays.*amount = static_cast<MoneyMinor>(Wide{whole.*amount} * stays.ordered / whole.ordered);
      part.*amount = whole.*amount - stays.*amount;
    }
    // What is held goes first, by node and lot.
    std::int64_t left = units;
    for (const auto& [key, free] : not_to_pick(whole)) {
      const std::int64_t some = std::min(left, free);
      if (some == 0) break;
      part.parts[key] = some;
      stays.parts[key] -= some;
      left -= some;
    }
    std::erase_if(stays.parts, [](const auto& one) { return one.second == 0; });
    part.waiting = left;
    part.queued = left > 0 && !order.ship_complete;
    stays.waiting -= left;
    stays.queued = whole.queued && stays.waiting > 0;
    halves.went += units - left;
  }
  return {};
}

// What waits is passed by nobody, and passes nobody.
NaiveEngine::Verdict NaiveEngine::keeps_places(const Order& order, Halves& halves) const {
  halves.part.sequence = state_.last_sequence;
  bool waits = false;
  bool meets = false;
  for (std::size_t i = 0; i < halves.from.size(); ++i) {
    const Line& line = halves.part.lines[i];
    if (line.waiting == 0) continue;
    waits = true;
    const Rank before = rank_of(order, halves.from[i]);
    const Rank after = rank_of(halves.part, i);
    for (const auto& [sequence, other] : state_.open) {
      if (sequence == order.sequence) continue;
      for (std::size_t j = 0; j < other.lines.size(); ++j) {
        if (!other.lines[j].queued || other.lines[j].sku != line.sku) continue;
        const Rank place = rank_of(other, j);
        meets = meets || (before < place && place < after);
      }
    }
  }
  const auto is_missing = [&](const OpenException& open) {
    return open.key == order.key && open.order_sequence == order.sequence &&
           open.kind == ExceptionKind::goods_missing;
  };
  if (waits && std::ranges::any_of(state_.exceptions, is_missing)) {
    return Refusal{Reason::goods_are_missing};
  }
  if (meets) return Refusal{Reason::ranks_differ};
  return {};
}

NaiveEngine::Verdict NaiveEngine::share_value(const Split& command, const Order& order,
                                              Halves& halves) const {
  if (command.discount > order.discount || command.shipping > order.shipping ||
      command.shipping_tax > order.shipping_tax) {
    return Refusal{Reason::charges_exceeded};
  }
  halves.part.discount = command.discount;
  halves.part.shipping = command.shipping;
  halves.part.shipping_tax = command.shipping_tax;
  Wide value = Wide{command.shipping} - command.discount;
  if (!order.tax_included) value += command.shipping_tax;
  for (std::size_t i = 0; i < halves.from.size(); ++i) {
    value += worth_of(order, order.lines[halves.from[i]]) -
             worth_of(order, halves.rest.lines[halves.from[i]]);
  }
  if (value < 0 || value > order.value) return Refusal{Reason::discount_too_large};
  halves.part.value = static_cast<MoneyMinor>(value);
  for (MoneyMinor Order::* part :
       {&Order::value, &Order::discount, &Order::shipping, &Order::shipping_tax}) {
    halves.rest.*part -= halves.part.*part;
  }
  return {};
}

NaiveEngine::Verdict NaiveEngine::room_for_split(const Order& order, const Halves& halves) {
  if (state_.open.size() >= state_.limits.orders_max) return Refusal{Reason::orders_full};
  if (debits_remembered() + order.debits.size() > state_.limits.debits_max) {
    return Refusal{Reason::debits_full};
  }
  std::int64_t holds = 0;
  for (std::size_t i = 0; i < halves.from.size(); ++i) {
    const std::int64_t more = holds_of_line(halves.part.lines[i]) +
                              holds_of_line(halves.rest.lines[halves.from[i]]) -
                              holds_of_line(order.lines[halves.from[i]]);
    holds += std::max<std::int64_t>(0, more);
  }
  if (holds > holds_free()) return Refusal{Reason::holds_full};
  retire_for(halves.part.lines.size());
  if (lines_kept() + halves.part.lines.size() > state_.limits.lines_max) {
    return Refusal{Reason::lines_full};
  }
  return {};
}

// Debits follow what they were for.
void NaiveEngine::split_debits(Halves& halves) {
  std::map<std::pair<CapAccount, bool>, std::int64_t> its;
  for (std::uint32_t id = 1; id <= state_.caps.size(); ++id) {
    const DefineCap& cap = state_.caps[id - 1];
    std::int64_t units = 0;
    for (const Line& line : halves.part.lines) {
      units += is_over(state_, cap, line.sku) ? line.ordered : 0;
    }
    if (units == 0) continue;
    if (cap.measure == CapMeasure::orders) {
      const bool counts = std::ranges::any_of(halves.rest.lines, [&](const Line& line) {
        return is_over(state_, cap, line.sku) && line.ordered > line.refused;
      });
      units = counts ? 0 : units_max;
    }
    for (const bool excess : {true, false}) {
      for (CapDebit& debit : halves.rest.debits | std::views::reverse) {
        if (debit.account.cap != id || debit.excess != excess) continue;
        const std::int64_t some = std::min(units, debit.units);
        if (some == 0) continue;
        ++state_.gone.split_debits;
        its[{debit.account, excess}] += some;
        debit.units -= some;
        units -= some;
      }
    }
  }
  std::erase_if(halves.rest.debits, [](const CapDebit& debit) { return debit.units == 0; });
  halves.part.debits.clear();
  for (const auto& [of, units] : its) halves.part.debits.push_back({of.first, units, of.second});
}

void NaiveEngine::divide(Order& order, Halves halves) {
  const Wide refund_before = refund_due_of(order, order.status);
  const bool sums = order.payment == Payment::paid || order.sums.has_value();
  split_debits(halves);
  Order& part = halves.part;
  part.place = take_place();
  part.placed_at = state_.now;
  part.version = 1;
  part.asked_back = part.was_taken_over = false;
  part.kept = part.firm_by = part.credit = part.given = 0;
  ++halves.rest.version;
  if (sums) {
    halves.rest.sums = sums_of(order);
    disown(halves.rest);
    disown(part);
    const Wide spare = halves.rest.sums->stayed() - halves.rest.asked();
    const auto some = static_cast<MoneyMinor>(std::max<Wide>(0, std::min<Wide>(spare, part.value)));
    halves.rest.sums->by_kind[PaymentKind::captured] -= some;
    halves.rest.sums->unnamed -= some;
    part.sums.emplace();
    part.sums->by_kind[PaymentKind::captured] = some;
    part.sums->unnamed = some;
    const bool in_part = order.payment != Payment::paid && some > 0;
    state_.gone.split_part_paid += in_part ? 1 : 0;
  }
  state_.gone.split_own += part.whose.token != 0 ? 1 : 0;
  state_.gone.split_floor += order.on_floor() ? 1 : 0;
  state_.gone.split_shipped += order.shipped() > 0 ? 1 : 0;
  state_.gone.split_lots +=
      std::ranges::any_of(part.lines, [](const Line& line) { return line.parts.size() > 1; }) ? 1
                                                                                              : 0;
  const std::vector<std::size_t> from = halves.from;
  order = std::move(halves.rest);
  Order& fresh = state_.open.emplace(part.sequence, std::move(part)).first->second;
  Event& head = emit(EventType::order_split, fresh);
  head.amount = fresh.value;
  head.time = static_cast<std::int64_t>(order.sequence);
  head.flags = fresh.payment == Payment::paid ? std::uint8_t{0} : EventFlags::to_be_paid;
  for (const Line& line : fresh.lines) head.quantity += static_cast<std::uint32_t>(line.ordered);
  for (std::size_t i = 0; i < fresh.lines.size(); ++i) {
    const Line& line = fresh.lines[i];
    if (line.waiting > 0) {
      ++state_.gone.split_waiting;
      state_.gone.split_whole += line.queued ? 0 : 1;
      if (line.queued && claimed(line.sku)) {
        ++state_.gone.split_claimed;
        try_too(fresh, i);
      }
    }
    Event& event = emit(EventType::line_split, fresh);
    event.line = static_cast<std::uint16_t>(i);
    event.sku = line.sku;
    event.quantity = static_cast<std::uint32_t>(line.ordered);
    event.amount = static_cast<std::int64_t>(
        std::min<Wide>(std::numeric_limits<std::int64_t>::max(), worth_of(fresh, line)));
    event.time = line.waiting;
    tell_named(fresh, i);
  }
  if (fresh.firm()) emit(EventType::allocated, fresh);
  withdraw_offer(fresh);
  if (fresh.ship_complete) try_whole(fresh);
  tell_order_changed(fresh, 0);
  for (const std::size_t index : from) {
    const Line& line = order.lines[index];
    Event& event = emit(EventType::line_changed, order);
    event.line = static_cast<std::uint16_t>(index);
    event.sku = line.sku;
    event.quantity = static_cast<std::uint32_t>(line.ordered);
    event.amount = static_cast<std::int64_t>(
        std::min<Wide>(std::numeric_limits<std::int64_t>::max(), worth_of(order, line)));
  }
  if (halves.went > 0) withdraw_offer(order);
  if (order.ship_complete) try_whole(order);
  if (state_.holds_asked_for > 0 && holds_free() >= state_.holds_asked_for) {
    state_.holds_asked_for = 0;
    trigger_all();
  }
  tell_order_changed(order, refund_before);
}

}  // namespace allot::oracle
