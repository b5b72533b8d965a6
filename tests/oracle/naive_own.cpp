// What a shopper holds herself when she asks for it again (rules, section 25).
//
// What would be if her old orders had ended is looked at by ending them in a copy of the state.
#include <algorithm>
#include <limits>
#include <map>
#include <ranges>

#include "naive_engine.hpp"
#include "naive_writer.hpp"

namespace allot::oracle {
namespace {

bool holds_any_of(const Order& order, const std::vector<OrderLine>& asked) {
  return std::ranges::any_of(order.lines, [&](const Line& line) {
    return line.taken() > 0 && std::ranges::any_of(asked, [&](const OrderLine& one) {
             return one.sku.value == line.sku;
           });
  });
}

}  // namespace

void write_own_holds(Writer& w, const State& s) {
  std::map<std::size_t, const DefineChannel*> channels;
  for (std::size_t i = 0; i < s.channels.size(); ++i) {
    const DefineChannel& said = s.channels[i].settings;
    const bool nothing = said.own_hold == OwnHold::ignored &&
                         said.own_hold_per == TokenKind::customer && said.own_hold_ttl_ns == 0;
    if (!nothing) channels[i + 1] = &said;
  }
  if (!channels.empty()) w.section(66, channels.size());
  for (const auto& [id, said] : channels) {
    w.u32(id);
    w.u8(static_cast<std::uint64_t>(said->own_hold));
    w.u8(static_cast<std::uint64_t>(said->own_hold_per));
    w.i64(said->own_hold_ttl_ns);
  }
  const std::vector<const Order*> orders =
      known_orders_but(s, [](const Order* order) { return order->whose.token == 0; });
  if (!orders.empty()) w.section(67, orders.size());
  for (const Order* order : orders) {
    w.u64(order->sequence);
    w.u8(static_cast<std::uint64_t>(order->whose.kind));
    w.u64(order->whose.token);
    w.i64(order->own_since);
  }
}

void NaiveEngine::disown(Order& order) { order.whose = {}; }

NaiveEngine::Own NaiveEngine::own_of(const Request& request) const {
  Own own;
  const DefineChannel& channel = channel_of(request.channel).settings;
  if (request.imported || request.exchanged || channel.own_hold == OwnHold::ignored) return own;
  for (const OrderLine& line : request.merged) {
    if (line.line_number != 0) return own;
  }
  const bool by_device = channel.own_hold_per == TokenKind::device;
  own.whose = {request.channel, channel.own_hold_per,
               by_device ? request.tokens.device : request.tokens.customer};
  if (own.whose.token == 0) return own;
  for (const auto& [sequence, order] : state_.open | std::views::reverse) {
    if (own.hers.size() < 4 && order.whose == own.whose) own.hers.push_back(sequence);
  }
  if (channel.own_hold != OwnHold::taken_over) return own;
  for (const Sequence sequence : own.hers) {
    const Order& order = state_.open.at(sequence);
    const bool over = std::min(order.pay_by, limit_of(order)) <= state_.now;
    if (order.payment != Payment::unpaid || order.review != Review::clear) continue;
    const bool numbered =
        std::ranges::any_of(order.lines, [](const Line& line) { return line.number != 0; });
    if (numbered || over || order.on_floor() || !holds_any_of(order, request.merged)) continue;
    own.ending.push_back(sequence);
  }
  return own;
}

// Until when what the order holds may be held by those that take it over.
TimeNs NaiveEngine::limit_of(const Order& order) const {
  const std::int64_t ttl = channel_of(order.channel).settings.own_hold_ttl_ns;
  return ttl > 0 ? order.own_since + ttl : order.pay_by;
}

std::size_t NaiveEngine::own_lines(const Own& own) const {
  std::size_t lines = 0;
  for (const Sequence sequence : own.ending) lines += state_.open.at(sequence).lines.size();
  return lines;
}

NaiveEngine::Verdict NaiveEngine::no_room(std::size_t lines, const Own& own) {
  if (state_.open.size() - own.ending.size() >= state_.limits.orders_max) {
    return Refusal{Reason::orders_full};
  }
  retire_for(lines);
  if (lines_kept() + lines > state_.limits.lines_max + own_lines(own)) {
    return Refusal{Reason::lines_full};
  }
  return {};
}

NaiveEngine::Sourced NaiveEngine::source_with(const Request& request, const Own& own) {
  if (own.ending.empty()) return source(request);
  const std::map<LotKey, Lot> lots = state_.lots;
  const std::map<Sequence, Order> orders = state_.open;
  std::map<std::uint32_t, std::int64_t> before;
  const Channel& channel = channel_of(request.channel);
  for (const OrderLine& line : request.merged) {
    before[line.sku.value] = available_for(line.sku.value, 0, channel);
  }
  lend_all(own);
  own_lenders_ = {own.ending.begin(), own.ending.end()};
  for (const auto& [sku, units] : before) own_units_[sku] = available_for(sku, 0, channel) - units;
  Sourced sourced = source(request);
  own_units_.clear();
  own_lenders_.clear();
  state_.lots = lots;
  state_.open = orders;
  return sourced;
}

// As though none of those that may end held anything.
void NaiveEngine::lend_all(const Own& own) {
  for (const Sequence sequence : own.ending) {
    for (Line& line : state_.open.at(sequence).lines) {
      for (const auto& [key, units] : line.parts) {
        Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
        lot.held -= units;
        give_back(lot, units);
      }
      line.parts.clear();
    }
  }
}

// Whether what was found needs more holds than there are without those that end.
bool NaiveEngine::lacks_holds(const Request& request, const Sourced& sourced, const Own& own) {
  const std::map<LotKey, Lot> lots = state_.lots;
  const std::map<Sequence, Order> orders = state_.open;
  lend_all(own);
  std::vector<std::uint32_t> skus;
  for (const OrderLine& line : request.merged) skus.push_back(line.sku.value);
  const bool lacks = holds_exceeded(nullptr, sourced.plan, skus);
  state_.lots = lots;
  state_.open = orders;
  return lacks;
}

// Only those end of which it takes anything.
void NaiveEngine::keep_taken(Own& own, const Request& request, const Sourced& sourced) const {
  std::vector<OrderLine> taken;
  for (std::size_t i = 0; i < request.merged.size(); ++i) {
    if (sourced.plan.lines.contains(i)) taken.push_back(request.merged[i]);
  }
  std::erase_if(own.ending,
                [&](Sequence sequence) { return !holds_any_of(state_.open.at(sequence), taken); });
  own.limit = std::numeric_limits<TimeNs>::max();
  own.since = state_.now;
  for (const Sequence sequence : own.ending) {
    own.limit = std::min(own.limit, limit_of(state_.open.at(sequence)));
    own.since = std::min(own.since, state_.open.at(sequence).own_since);
  }
  own.place = place_of(own, sourced, request);
}

// When the place was taken in which it waits; none: now.
std::optional<TimeNs> NaiveEngine::place_of(const Own& own, const Sourced& sourced,
                                            const Request& request) const {
  std::optional<TimeNs> place;
  for (std::size_t i = 0; i < request.merged.size(); ++i) {
    std::int64_t theirs = 0;
    for (const Sequence sequence : own.ending) {
      const Order& order = state_.open.at(sequence);
      for (const Line& line : order.lines) {
        if (line.sku != request.merged[i].sku.value || line.waiting == 0) continue;
        theirs += line.waiting;
        if (sourced.lines[i].waiting > 0) {
          place = std::max(place.value_or(0), order.sold_at);
        }
      }
    }
    if (sourced.lines[i].waiting > theirs) return {};
  }
  return place;
}

std::vector<NaiveEngine::CapSaid> NaiveEngine::ask_caps_with(const Request& request,
                                                             const Sourced& sourced,
                                                             const Own& own) {
  std::vector<CapDebit> lent;
  std::map<Sequence, std::vector<CapDebit>> kept;
  for (const Sequence sequence : own.ending) {
    std::vector<CapDebit>& debits = state_.open.at(sequence).debits;
    lent.insert(lent.end(), debits.begin(), debits.end());
    kept[sequence] = std::move(debits);
    debits.clear();
  }
  std::vector<CapSaid> said = ask_caps(request, sourced, lent);
  for (auto& [sequence, debits] : kept) state_.open.at(sequence).debits = std::move(debits);
  return said;
}

void NaiveEngine::end_taken(const Own& own, const std::vector<CapSaid>& caps) {
  for (const CapSaid& said : caps) {
    const std::int64_t at_most = state_.caps[said.cap - 1].at_most;
    state_.gone.own_beyond += said.counted && said.taken > at_most ? 1 : 0;
  }
  for (const Sequence sequence : own.ending) {
    Order& order = state_.open.at(sequence);
    Event& event = emit(EventType::taken_over, order);
    event.amount = order.value;
    event.quantity = static_cast<std::uint32_t>(order.taken());
    state_.gone.own_again += order.own_since < order.placed_at ? 1 : 0;
    order.was_taken_over = true;
    end(order, OrderStatus::cancelled);
  }
  state_.gone.own_taken += own.ending.size();
  state_.gone.own_many += own.ending.size() > 1 ? 1 : 0;
}

void NaiveEngine::tell_own_hold(const Own& own, std::size_t line, std::uint32_t sku) {
  for (const Sequence sequence : own.hers) {
    const auto order = state_.open.find(sequence);
    if (order == state_.open.end()) continue;
    std::int64_t units = 0;
    for (const Line& held : order->second.lines) units += held.sku == sku ? held.taken() : 0;
    if (units == 0) continue;
    Event& event = emit(EventType::own_hold_told, order->second);
    event.line = static_cast<std::uint16_t>(line);
    event.sku = sku;
    event.quantity = static_cast<std::uint32_t>(units);
    event.amount = order->second.value;
    event.time = order->second.pay_by;
    count_why_kept(order->second);
    return;
  }
}

void NaiveEngine::tell_own_debits(const Own& own, std::uint32_t cap) {
  for (const Sequence sequence : own.hers) {
    const Order& order = state_.open.at(sequence);
    std::int64_t units = 0;
    for (const CapDebit& debit : order.debits) units += debit.account.cap == cap ? debit.units : 0;
    if (units == 0) continue;
    Event& event = emit(EventType::own_hold_told, order);
    event.node = cap;
    event.quantity = static_cast<std::uint32_t>(units);
    event.amount = order.value;
    event.time = order.pay_by;
    ++state_.gone.own_capped;
    return;
  }
}

// Why what she holds herself was refused to her.
void NaiveEngine::count_why_kept(const Order& order) {
  const bool told_only = channel_of(order.channel).settings.own_hold == OwnHold::told;
  WaysGone& gone = state_.gone;
  if (told_only) {
    ++gone.own_told;
  } else if (order.payment == Payment::pending) {
    ++gone.own_pending;
  } else if (order.review == Review::in_review) {
    ++gone.own_reviewed;
  } else if (order.on_floor()) {
    ++gone.own_on_floor;
  } else if (std::min(order.pay_by, limit_of(order)) <= state_.now) {
    ++gone.own_over;
  } else {
    ++gone.own_too_few;
  }
}

}  // namespace allot::oracle
