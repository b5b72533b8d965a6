// Place and import: checks, risk, and the record of an accepted order (rules, sections 5 and 7).
#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <xxhash.h>

#include "generator/ranges.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

using ranges::second;
using ranges::time_max;
using ranges::units_max;
__extension__ typedef __int128 Wide;  // products of 64-bit figures
constexpr Wide money_max = std::numeric_limits<MoneyMinor>::max();

Wide amount_of(const OrderLine& line) {
  return line.total > 0 ? Wide{line.total} : Wide{line.price} * line.quantity;
}

}  // namespace

NaiveEngine::Verdict NaiveEngine::run(const Place& command) {
  Request asked{command.order_key,
                command.channel.value,
                command.zone.value,
                command.tokens,
                command.ship_by,
                command.priority,
                command.max_splits,
                command.shortage,
                command.ship_complete,
                false,
                command.lines,
                {},
                0,
                command.order_number,
                command.discount,
                command.shipping,
                command.shipping_tax};
  asked.deposit = command.deposit;
  asked.asks_rules = true;
  asked.attributes = command.attributes;
  return request(asked);
}

NaiveEngine::Verdict NaiveEngine::run(const Import& command) {
  Request asked{command.order_key,
                command.channel.value,
                command.zone.value,
                command.tokens,
                command.ship_by,
                command.priority,
                Place::no_split_limit,
                Shortage::backorder,
                false,
                true,
                command.lines,
                {},
                0,
                command.order_number,
                command.discount,
                command.shipping,
                command.shipping_tax,
                command.state,
                command.pay_by,
                command.sold_at,
                command.deposit};
  asked.sure = command.known_new;
  asked.asks_rules = true;
  asked.attributes = command.attributes;
  return request(asked);
}

NaiveEngine::Verdict NaiveEngine::request(Request& request) {
  const Verdict refusal = decide(request);
  const bool there = find(request.key) != nullptr || find_stub(request.key) != nullptr;
  if (!refusal && there) {
    apply_news(request.key);
  } else {
    for (const News& news : state_.news) {
      state_.gone.news_stayed += news.key == request.key ? 1 : 0;
    }
  }
  return refusal;
}

NaiveEngine::Verdict NaiveEngine::decide(Request& request) {
  if (Verdict refusal = misnamed(request)) return refusal;
  if (Verdict refusal = malformed(request)) return refusal;
  if (request.number.size > 0) request.key = key_of_number(request.number, request.channel);
  if (const Order* known = find(request.key)) {
    const bool other = request.number.size > 0 && known->number.text() != request.number.text();
    return Refusal{other ? Reason::order_key_conflict : Reason::order_exists};
  }
  if (find_stub(request.key) != nullptr) {
    ++state_.gone.stubs_named;
    return Refusal{Reason::order_exists};
  }
  if (request.state == ImportState::elsewhere) return record_elsewhere(request);
  if (maybe_known(request)) {
    tell_maybe_known(request);
    return {};
  }
  Reason review = Reason::ok;
  Verdict judged = judge(request, review);
  if (request.asks_rules) judged = ask_rules(request, judged, review);
  if (judged) return judged;
  Own own = own_of(request);
  if (Verdict refusal = no_room(request.merged.size(), own)) return refusal;
  const Sourced sourced = source_with(request, own);
  if (sourced.refusal) {
    const Reason why = sourced.refusal->reason;
    if (why == Reason::stock_insufficient || why == Reason::stock_pending) {
      tell_own_hold(own, sourced.refusal->line, sourced.refusal->sku);
      for (std::size_t i = 0; i < request.merged.size() && state_.version >= 4; ++i) {
        if (sourced.lines[i].refused == 0 || i == sourced.refusal->line) continue;
        Event& event = emit(EventType::line_refused);
        event.order_key = request.key;
        event.line = static_cast<std::uint16_t>(i);
        event.sku = request.merged[i].sku.value;
        event.quantity = static_cast<std::uint32_t>(sourced.lines[i].refused);
        event.reason = sourced.lines[i].reason;
        ++state_.gone.short_with_others;
      }
    }
    return sourced.refusal;
  }
  const std::size_t might_end = own.ending.size();
  keep_taken(own, request, sourced);
  state_.gone.own_kept += might_end - own.ending.size();
  if (might_end > own.ending.size() && lacks_holds(request, sourced, own)) {
    return Refusal{Reason::holds_full};
  }
  if (Verdict refusal = no_room(request.merged.size(), own)) return refusal;
  const std::vector<CapSaid> caps = ask_caps_with(request, sourced, own);
  for (const CapSaid& said : caps) {
    if (said.reason == Reason::ok) continue;
    if (!request.imported) {
      if (said.reason == Reason::cap_reached) tell_own_debits(own, said.cap);
      return Refusal{said.reason, 0, 0, said.cap, said.left, said.next_window_at};
    }
    if (review == Reason::ok) review = said.reason;
  }
  end_taken(own, caps);
  retire_for(request.merged.size());
  record(request, sourced, review, caps, own);
  return {};
}

// XXH3-128 over the channel's code, a zero byte and the number.
OrderKey NaiveEngine::key_of_number(const Code& number, std::uint32_t channel) const {
  if (!number.valid() || channel == 0 || channel > state_.channels.size()) return {};
  const std::string text = std::string(state_.channels[channel - 1].settings.code.text()) + '\0' +
                           std::string(number.text());
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  return {hash.low64, hash.high64};
}

NaiveEngine::Verdict NaiveEngine::misnamed(const Request& request) {
  const bool numbered = request.number.size > 0;
  if (numbered && request.key.present()) return Refusal{Reason::order_key_and_number};
  if (!numbered && !request.key.present()) return Refusal{Reason::order_key_missing};
  if (numbered && !request.number.valid()) return Refusal{Reason::code_invalid};
  return {};
}

// Also merges the lines and adds up the value.
NaiveEngine::Verdict NaiveEngine::malformed(Request& request) const {
  if (request.lines.empty()) return Refusal{Reason::no_lines};
  if (request.lines.size() > state_.limits.lines_per_order_max) {
    return Refusal{Reason::too_many_lines};
  }
  if (request.channel == 0 || request.channel > state_.channels.size()) {
    return Refusal{Reason::channel_unknown};
  }
  if (request.zone == 0 || request.zone > state_.zones.size()) return Refusal{Reason::zone_unknown};
  if (static_cast<int>(request.shortage) > 3 || request.ship_by < 0) {
    return Refusal{Reason::field_out_of_range};
  }
  const bool has_window = request.state == ImportState::unpaid;
  if (static_cast<int>(request.state) > 3 || request.sold_at < 0 || request.pay_by < 0 ||
      request.pay_by > time_max || (request.pay_by != 0 && !has_window)) {
    return Refusal{Reason::field_out_of_range};
  }
  if (request.ship_complete && request.shortage == Shortage::refuse_line) {
    return Refusal{Reason::line_policy_conflict};
  }
  if (std::min({request.discount, request.shipping, request.shipping_tax, request.deposit}) < 0) {
    return Refusal{Reason::field_out_of_range};
  }
  Wide units = 0;
  Wide amounts = 0;
  Wide taxes = 0;
  for (std::size_t i = 0; i < request.lines.size(); ++i) {
    const OrderLine& line = request.lines[i];
    const auto fault = [&](Reason reason) {
      return Refusal{reason, static_cast<std::uint32_t>(i), line.sku.value};
    };
    if (line.sku.value == 0 || line.sku.value > state_.skus.size())
      return fault(Reason::sku_unknown);
    if (line.quantity == 0 || line.quantity > units_max) {
      return fault(Reason::quantity_out_of_range);
    }
    if (line.price < 0 || line.total < 0) return fault(Reason::price_out_of_range);
    if (line.price > 0 && line.total > 0) return fault(Reason::price_and_total);
    if (static_cast<int>(line.shortage) > 3) return fault(Reason::field_out_of_range);
    if (request.ship_complete && line.shortage != Shortage::by_order) {
      return fault(Reason::line_policy_conflict);
    }
    units += line.quantity;
    if (units > units_max) return fault(Reason::quantity_out_of_range);
    const Wide amount = amount_of(line);
    amounts += amount;
    if (amounts > money_max) return fault(Reason::order_value_overflow);
    if (line.discount < 0 || line.discount > amount || line.tax < 0) {
      return fault(Reason::field_out_of_range);
    }
    taxes += line.tax;
    if (taxes > money_max) return fault(Reason::order_value_overflow);
    if (line.wanted_at < 0 || line.wanted_at > time_max) return fault(Reason::field_out_of_range);
  }
  merge(request);
  if (Verdict refusal = add_up(request)) return refusal;
  return sorted_wrongly(request);
}

// Lines that are summed must be wanted on one date, and a SKU can be in so many lines only.
NaiveEngine::Verdict NaiveEngine::sorted_wrongly(const Request& request) {
  using Name = std::pair<std::uint32_t, std::uint32_t>;
  std::map<Name, TimeNs> dates;
  for (std::size_t i = 0; i < request.lines.size(); ++i) {
    const OrderLine& line = request.lines[i];
    const Name name{line.sku.value, line.line_number};
    if (dates.emplace(name, line.wanted_at).first->second == line.wanted_at) continue;
    return Refusal{Reason::wanted_at_conflict, static_cast<std::uint32_t>(i), line.sku.value};
  }
  std::map<std::uint32_t, std::size_t> lines;
  for (std::size_t i = 0; i < request.merged.size(); ++i) {
    const std::uint32_t sku = request.merged[i].sku.value;
    if (++lines[sku] <= 64) continue;
    return Refusal{Reason::too_many_lines, static_cast<std::uint32_t>(i), sku};
  }
  return {};
}

void NaiveEngine::merge(Request& request) const {
  const bool by_amount =
      state_.version >= 3 ||
      std::ranges::any_of(request.lines, [](const OrderLine& line) { return line.total > 0; });
  for (const OrderLine& line : request.lines) {
    const auto same =
        std::find_if(request.merged.begin(), request.merged.end(), [&](const OrderLine& other) {
          return other.sku == line.sku && other.line_number == line.line_number;
        });
    if (same == request.merged.end()) {
      request.merged.push_back(line);
      continue;
    }
    const bool totals = same->total > 0 || line.total > 0;
    if (totals || (by_amount && same->price != line.price)) {
      same->total = static_cast<MoneyMinor>(amount_of(*same) + amount_of(line));
      same->price = 0;
    }
    same->quantity += line.quantity;
    same->discount += line.discount;
    same->tax += line.tax;
  }
}

// What is due.
NaiveEngine::Verdict NaiveEngine::add_up(Request& request) const {
  Wide value = Wide{request.shipping} - request.discount;
  Wide taxes = request.shipping_tax;
  for (const OrderLine& line : request.lines) {
    value += amount_of(line) - line.discount;
    taxes += line.tax;
  }
  if (!channel_of(request.channel).settings.prices_include_tax) value += taxes;
  if (value < 0) return Refusal{Reason::discount_too_large};
  if (value > money_max) return Refusal{Reason::order_value_overflow};
  request.value = static_cast<MoneyMinor>(value);
  const bool by_deposit = channel_of(request.channel).settings.firm_when == FirmWhen::deposit;
  if (request.deposit > 0 && (!by_deposit || request.deposit > value)) {
    return Refusal{Reason::field_out_of_range};
  }
  return {};
}

bool NaiveEngine::in_currency_of_limits(const Request& request) const {
  const std::string_view currency = state_.risk.currency.text();
  return currency.empty() || currency == channel_of(request.channel).settings.currency.text();
}

NaiveEngine::Verdict NaiveEngine::limit_broken(const Request& request) const {
  const SetRiskLimits& risk = state_.risk;
  const bool compares = in_currency_of_limits(request);
  if (compares && risk.order_value_max > 0 && request.value > risk.order_value_max) {
    return Refusal{Reason::order_value_exceeded};
  }
  std::map<std::uint32_t, std::int64_t> of_sku;
  for (std::size_t i = 0; i < request.merged.size(); ++i) {
    const OrderLine& line = request.merged[i];
    of_sku[line.sku.value] += line.quantity;
    if (risk.line_quantity_max > 0 && of_sku[line.sku.value] > risk.line_quantity_max) {
      return Refusal{Reason::line_quantity_exceeded, static_cast<std::uint32_t>(i), line.sku.value};
    }
  }
  for (std::size_t i = 0; compares && i < request.lines.size(); ++i) {
    const OrderLine& line = request.lines[i];
    if (state_.skus[line.sku.value - 1].list_price == 0) continue;
    if (state_.version >= 3 && amount_of(line) == 0) continue;
    const Wide list_price = Wide{line.quantity} * state_.skus[line.sku.value - 1].list_price;
    const Wide price = amount_of(line) * 10'000;
    if (price < list_price * risk.price_low_bp ||
        (risk.price_high_bp > 0 && price > list_price * risk.price_high_bp)) {
      return Refusal{Reason::price_out_of_band, static_cast<std::uint32_t>(i), line.sku.value};
    }
  }
  return {};
}

bool NaiveEngine::velocity_exceeded(Token customer) const {
  if (state_.risk.velocity_count == 0 || customer == 0) return false;
  std::uint32_t inside = 0;
  for (const Attempt& attempt : state_.attempts) {
    if (attempt.customer != customer) continue;
    if (attempt.time > state_.now - state_.risk.velocity_window_ns) ++inside;
  }
  return inside >= state_.risk.velocity_count;
}

// Returns: false when the attempt could not be remembered.
bool NaiveEngine::feed(Token customer) {
  if (state_.risk.velocity_count == 0 || customer == 0) return true;
  for (int i = 0; i < 2 && !state_.attempts.empty(); ++i) {
    if (state_.attempts.front().time > state_.now - state_.risk.velocity_window_ns) break;
    state_.attempts.pop_front();
  }
  if (state_.attempts.size() >= state_.limits.attempts_max) return false;
  state_.attempts.push_back({state_.now, customer});
  return true;
}

bool NaiveEngine::listed(ListKind list, const OrderTokens& tokens) const {
  const std::array<Token, enum_count<TokenKind>> all{
      tokens.customer, tokens.device, tokens.card, tokens.address, tokens.phone, tokens.recipient};
  for (std::size_t kind = 0; kind < all.size(); ++kind) {
    if (all[kind] == 0) continue;
    if (state_.lists.contains(
            {static_cast<std::uint8_t>(list), static_cast<std::uint8_t>(kind), all[kind]})) {
      return true;
    }
  }
  return false;
}

// `review` becomes the reason why the order is recorded in review, or stays ok.
NaiveEngine::Verdict NaiveEngine::judge(const Request& request, Reason& review) {
  Verdict limit = limit_broken(request);
  if (limit && limit->reason == Reason::line_quantity_exceeded) {
    const bool alone = request.merged[limit->line].quantity > state_.risk.line_quantity_max;
    state_.gone.split_up += alone ? 0 : 1;
  }
  if (!request.imported) {
    const bool too_fast = velocity_exceeded(request.tokens.customer);
    const bool remembered = feed(request.tokens.customer);
    if (!limit && too_fast) limit = Refusal{Reason::velocity_exceeded};
    if (!limit && !remembered) limit = Refusal{Reason::attempts_full};
  }
  Verdict hit = limit;
  const bool allowed = listed(ListKind::allow, request.tokens);
  if (!hit && !allowed && listed(ListKind::block, request.tokens)) hit = Refusal{Reason::listed};
  const MoneyMinor review_min = state_.risk.review_value_min;
  if (!hit && !allowed && in_currency_of_limits(request) && review_min > 0 &&
      request.value >= review_min) {
    review = Reason::value_review;
    return {};
  }
  if (!hit) return {};
  if (!request.imported) return hit;
  review = hit->reason;
  return {};
}

void NaiveEngine::retire_for(std::size_t lines) {
  while (lines_kept() + lines > state_.limits.lines_max && !state_.closed.empty()) {
    retire_oldest();
  }
}

std::size_t NaiveEngine::lines_kept() const {
  std::size_t sum = 0;
  for (const auto& [sequence, order] : state_.open) sum += order.lines.size();
  for (const Order& order : state_.closed) sum += order.lines.size();
  return sum;
}

// What every order keeps of its command.
Order NaiveEngine::order_of(const Request& request) {
  Order order;
  order.key = request.key;
  order.number = request.number;
  order.sequence = state_.last_sequence;
  order.place = take_place();
  order.placed_at = state_.now;
  order.sold_at = request.sold_at == 0 ? state_.now : std::min(request.sold_at, state_.now);
  order.channel = request.channel;
  order.zone = request.zone;
  order.value = request.value;
  order.discount = request.discount;
  order.shipping = request.shipping;
  order.shipping_tax = request.shipping_tax;
  order.deposit = request.deposit;
  order.tax_included = channel_of(request.channel).settings.prices_include_tax;
  order.priority = request.priority;
  order.max_splits = request.max_splits;
  order.ship_complete = request.ship_complete;
  order.imported = request.imported;
  order.ship_by = request.ship_by;
  for (const OrderLine& line : request.merged) {
    Line& kept = order.lines.emplace_back();
    kept.sku = line.sku.value;
    kept.number = line.line_number;
    kept.wanted_at = line.wanted_at;
    kept.ordered = line.quantity;
    kept.price = line.price;
    kept.total = line.total;
    kept.discount = line.discount;
    kept.tax = line.tax;
  }
  return order;
}

// Whether it was sold no later than somebody of whom nobody knows any more.
bool NaiveEngine::maybe_known(const Request& request) {
  if (state_.version < 4 || !request.imported || request.sold_at == 0) return false;
  const TimeNs sold_at = std::min(request.sold_at, state_.now);
  const bool old = std::ranges::any_of(state_.forgotten_at, [&](TimeNs forgotten) {
    return forgotten >= second && forgotten / second >= sold_at / second;
  });
  if (old && request.sure) ++state_.gone.surely_new;
  return old && !request.sure;
}

void NaiveEngine::tell_maybe_known(const Request& request) {
  Event& event = emit(EventType::sale_maybe_known);
  event.order_key = request.key;
  event.line = static_cast<std::uint16_t>(request.merged.size());
  for (const OrderLine& line : request.lines) event.quantity += line.quantity;
  event.amount = request.value;
  event.time = std::min(request.sold_at, state_.now);
}

NaiveEngine::Verdict NaiveEngine::record_elsewhere(const Request& request) {
  retire_for(request.merged.size());
  if (lines_kept() + request.merged.size() > state_.limits.lines_max) {
    return Refusal{Reason::lines_full};
  }
  Order order = order_of(request);
  order.status = OrderStatus::elsewhere;
  order.payment = Payment::paid;
  Event& event = emit(EventType::shipped_elsewhere, order);
  event.line = static_cast<std::uint16_t>(order.lines.size());
  event.amount = order.value;
  event.time = order.sold_at;
  for (const Line& line : order.lines) event.quantity += static_cast<std::uint32_t>(line.ordered);
  for (std::size_t i = 0; i < order.lines.size(); ++i) tell_named(order, i);
  state_.closed.push_back(order);
  while (state_.closed.size() > state_.limits.closed_orders_max) retire_oldest();
  return {};
}

void NaiveEngine::tell_named(const Order& order, std::size_t index) {
  const Line& line = order.lines[index];
  if (line.number != 0 || line.wanted_at != 0) tell_name(order, index);
}

void NaiveEngine::tell_name(const Order& order, std::size_t index) {
  const Line& line = order.lines[index];
  Event& event = emit(EventType::line_named, order);
  event.line = static_cast<std::uint16_t>(index);
  event.sku = line.sku;
  event.quantity = static_cast<std::uint32_t>(line.ordered);
  event.amount = line.number;
  event.time = line.wanted_at;
}

void NaiveEngine::record(const Request& request, const Sourced& sourced, Reason review,
                         const std::vector<CapSaid>& caps, const Own& own) {
  const DefineChannel& channel = channel_of(request.channel).settings;
  Order order = order_of(request);
  if (request.imported) {
    order.payment = request.state == ImportState::paid     ? Payment::paid
                    : request.state == ImportState::unpaid ? Payment::unpaid
                                                           : Payment::on_delivery;
  } else if (channel.cash_on_delivery) {
    order.payment = Payment::on_delivery;
  }
  if (order.value == 0 && state_.version >= 3) order.payment = Payment::paid;
  order.review = review == Reason::ok ? Review::clear : Review::in_review;
  order.ship_stop = request.imported && review != Reason::ok;
  const bool paused =
      !request.imported && order.review == Review::in_review && channel.review_pauses_payment;
  const bool pays_later =
      channel.pay_when_served && !request.imported && sourced.plan.parcels() == 0;
  state_.gone.placed_waiting += order.payment == Payment::unpaid && pays_later ? 1 : 0;
  if (order.payment == Payment::unpaid && !paused && !pays_later) {
    order.pay_by = request.pay_by != 0 ? request.pay_by : state_.now + channel.hold_ttl_ns;
    if (!own.ending.empty()) {
      state_.gone.own_shortened += own.limit < order.pay_by ? 1 : 0;
      order.pay_by = std::min(order.pay_by, own.limit);
    }
    order.remind_at = reminder_for(order);
  }
  if (!request.imported && order.review == Review::in_review &&
      (order.payment != Payment::unpaid || channel.review_pauses_payment)) {
    order.review_by = state_.now + channel.review_ttl_ns;
  }
  for (std::size_t i = 0; i < request.merged.size(); ++i) {
    const LineDecision& decision = sourced.lines[i];
    order.lines[i].waiting = decision.waiting;
    order.lines[i].refused = decision.refused;
    order.lines[i].queued = decision.queued;
  }
  debit(order, caps);
  if (own.place) {
    order.sold_at = *own.place;
    state_.gone.own_waited +=
        Order::second_of(order.sold_at) < Order::second_of(order.placed_at) ? 1 : 0;
  }
  if (own.whose.token != 0 && order.payment == Payment::unpaid) {
    order.whose = own.whose;
    order.own_since = own.ending.empty() ? state_.now : own.since;
  }
  Order& kept = state_.open.emplace(order.sequence, order).first->second;

  const std::uint8_t bounded = sourced.plan.bounded ? EventFlags::bounded : std::uint8_t{0};
  Event& head = emit(request.imported ? EventType::imported : EventType::placed, kept);
  head.line = static_cast<std::uint16_t>(kept.lines.size());
  head.quantity = sourced.plan.parcels();
  head.amount = sourced.plan.cost;
  head.time = kept.pay_by;
  head.flags = bounded;
  if (request.imported && kept.payment != Payment::paid) head.flags |= EventFlags::to_be_paid;
  for (std::size_t i = 0; i < kept.lines.size(); ++i) {
    tell_named(kept, i);
    const auto takes = sourced.plan.lines.find(i);
    if (takes != sourced.plan.lines.end()) take(kept, i, takes->second, bounded);
    const auto line_event = [&](EventType type, std::int64_t units, Reason reason) {
      Event& event = emit(type, kept);
      event.line = static_cast<std::uint16_t>(i);
      event.sku = kept.lines[i].sku;
      event.quantity = static_cast<std::uint32_t>(units);
      event.reason = reason;
    };
    if (kept.lines[i].waiting > 0) {
      line_event(request.imported ? EventType::line_short : EventType::line_waiting,
                 kept.lines[i].waiting, Reason::ok);
    }
    if (state_.version >= 3 && kept.lines[i].queued && sourced.lines[i].held_up) try_too(kept, i);
    if (kept.lines[i].refused > 0) {
      tell_own_hold(own, i, kept.lines[i].sku);
      line_event(EventType::line_refused, kept.lines[i].refused, sourced.lines[i].reason);
    }
  }
  tell_exceeded(kept, caps);
  if (kept.review == Review::in_review) {
    Event& event = emit(kept.ship_stop ? EventType::ship_stop : EventType::in_review, kept);
    event.reason = review;
    event.quantity = kept.version;
    event.time = kept.review_by;
  }
  if (!kept.firm()) return;
  if (!request.imported && kept.payment == Payment::paid) {
    Event& paid = emit(EventType::paid, kept);
    paid.quantity = kept.version;
    paid.time = state_.now;
  }
  emit(EventType::allocated, kept);
}

}  // namespace allot::oracle
