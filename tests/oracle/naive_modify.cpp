// An order that goes on is another from now on (rules, section 19, modify).
#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "generator/ranges.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

__extension__ using Wide = __int128;

Wide line_due_of(const Line& line, bool tax_included) {
  const Wide amount = line.total != 0 ? Wide{line.total} : Wide{line.price} * line.ordered;
  return amount - line.discount + (tax_included ? 0 : line.tax);
}

Wide shipped_share(const Line& line, bool tax_included, std::int64_t shipped) {
  return line.ordered == 0 ? 0 : line_due_of(line, tax_included) * shipped / line.ordered;
}

// Returns: whether no line is to have more units.
template <class Change>
bool no_more(const Order& order, const std::vector<Change>& changes) {
  bool none = changes.size() == order.lines.size();
  for (std::size_t i = 0; none && i < changes.size(); ++i) {
    const Line& had = order.lines[i];
    none = changes[i].line.ordered <= had.ordered - had.refused;
  }
  return none;
}

Token cap_token(const OrderTokens& tokens, TokenKind kind) {
  switch (kind) {
    case TokenKind::customer: return tokens.customer;
    case TokenKind::device: return tokens.device;
    case TokenKind::card: return tokens.card;
    case TokenKind::address: return tokens.address;
    case TokenKind::phone: return tokens.phone;
    case TokenKind::recipient: return tokens.recipient;
  }
  return 0;
}

// When the window of the cap began that it is in now.
TimeNs cap_begin(const DefineCap& cap, TimeNs now) {
  if (cap.window_ns == 0) return 0;
  TimeNs past = (now - cap.origin) % cap.window_ns;
  if (past < 0) past += cap.window_ns;
  return now - past;
}

}  // namespace

NaiveEngine::Verdict NaiveEngine::run(const Modify& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  Order* order = settled(command.order_key);
  const Stub* stub = find_stub(command.order_key);
  if (order == nullptr && stub == nullptr) return Refusal{Reason::order_unknown};
  const OrderStatus status = order != nullptr ? order->status : stub->status;
  if (status == OrderStatus::shipped) return Refusal{Reason::order_shipped};
  if (status != OrderStatus::open || order == nullptr) return Refusal{Reason::order_ended};
  if (order->asked_back && order->on_floor()) return Refusal{Reason::cancel_pending};
  if (command.version != 0 && command.version != order->version) {
    return Refusal{Reason::version_stale};
  }
  if (order->imported && command.max_splits != 255) return Refusal{Reason::field_out_of_range};
  for (std::size_t i = 0; i < command.lines.size(); ++i) {
    if (command.lines[i].shortage != Shortage::by_order) {
      return Refusal{Reason::field_out_of_range, static_cast<std::uint32_t>(i),
                     command.lines[i].sku.value};
    }
  }
  Request request;
  request.key = order->key;
  request.channel = order->channel;
  request.zone = command.zone.value != 0 ? command.zone.value : order->zone;
  request.tokens = command.tokens;
  request.ship_by = command.ship_by;
  request.priority = command.priority;
  request.max_splits = command.max_splits;
  request.ship_complete = order->ship_complete;
  request.imported = order->imported;
  request.lines = command.lines;
  request.discount = command.discount;
  request.shipping = command.shipping;
  request.shipping_tax = command.shipping_tax;
  request.deposit = command.deposit;
  if (Verdict fault = malformed(request)) return fault;
  return modify(*order, request);
}

// What each line is to be, and what it lacks for that.
NaiveEngine::Verdict NaiveEngine::match(const Order& order, const Request& request,
                                        std::vector<Change>& changes) const {
  for (const Line& line : order.lines) {
    Change& change = changes.emplace_back();
    change.line.sku = line.sku;
    change.line.number = line.number;
    change.line.wanted_at = line.wanted_at;
  }
  for (const OrderLine& wanted : request.merged) {
    const auto of_sku = [&](const Change& change) { return change.line.sku == wanted.sku.value; };
    const auto same = [&](const Change& change) {
      return of_sku(change) && change.line.number == wanted.line_number;
    };
    auto found = std::ranges::find_if(changes, same);
    if (found == changes.end()) {
      if (changes.size() == state_.limits.lines_per_order_max ||
          std::ranges::count_if(changes, of_sku) == 64) {
        return Refusal{Reason::too_many_lines};
      }
      changes.emplace_back().line.sku = wanted.sku.value;
      found = changes.end() - 1;
      found->line.number = wanted.line_number;
      found->named = wanted.line_number != 0;
    }
    found->named = found->named || found->line.wanted_at != wanted.wanted_at;
    found->line.wanted_at = wanted.wanted_at;
    found->line.ordered = wanted.quantity;
    found->line.price = wanted.price;
    found->line.total = wanted.total;
    found->line.discount = wanted.discount;
    found->line.tax = wanted.tax;
  }
  const bool included = channel_of(order.channel).settings.prices_include_tax;
  const std::vector<std::uint32_t> nodes = candidates(order.channel, request.zone);
  if (order.on_floor() && request.zone != order.zone) return Refusal{Reason::on_the_floor};
  Verdict first;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Change& change = changes[i];
    change.need = change.line.ordered;
    change.told = i >= order.lines.size();
    if (change.told) continue;
    const Line& line = order.lines[i];
    const bool less = change.line.ordered < line.shipped;
    const Wide cost = shipped_share(line, order.tax_included, line.shipped);
    const Wide costs = shipped_share(change.line, included, line.shipped);
    // Totals are cut to the smallest unit, and so is what one of the units of a line costs.
    const bool totals = line.total != 0 && change.line.total != 0 && state_.version >= 4;
    const bool same = cost == costs || (totals && (cost == costs + 1 || cost + 1 == costs));
    if (less || !same) {
      if (!first) {
        first = Refusal{Reason::already_left, static_cast<std::uint32_t>(i), line.sku};
      }
      continue;
    }
    if (change.line.ordered < line.shipped + line.sum_picked()) {
      if (!first) {
        first = Refusal{Reason::on_the_floor, static_cast<std::uint32_t>(i), line.sku};
      }
      continue;
    }
    std::int64_t has = line.waiting;
    for (const auto& [key, units] : line.parts) {
      const bool serves = request.zone == order.zone || std::ranges::count(nodes, key.node) > 0;
      if (serves) has += units;
      if (!serves) change.elsewhere.push_back(key);
    }
    const std::int64_t rest = change.line.ordered - line.shipped - line.sum_picked();
    change.cut = std::max<std::int64_t>(0, has - rest);
    change.need = std::max<std::int64_t>(0, rest - has);
    change.told = line.ordered - line.refused != change.line.ordered ||
                  line_due_of(line, order.tax_included) != line_due_of(change.line, included) ||
                  line.price != change.line.price || !change.elsewhere.empty();
  }
  const bool waits =
      std::ranges::any_of(order.lines, [](const Line& line) { return line.waiting > 0; });
  for (std::size_t i = 0; i < changes.size() && !first; ++i) {
    if (!order.ship_complete || !waits || changes[i].need == 0) continue;
    first = Refusal{Reason::stock_insufficient, static_cast<std::uint32_t>(i), changes[i].line.sku};
  }
  return first;
}

// What is more than the order has, out of what is there for newcomers.
NaiveEngine::Verdict NaiveEngine::source_more(const Order& order, const Request& request,
                                              const std::vector<Change>& changes,
                                              Plan& plan) const {
  std::vector<Need> needs;
  std::vector<std::uint32_t> skus;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    skus.push_back(changes[i].line.sku);
    if (changes[i].need > 0) needs.push_back({i, changes[i].line.sku, changes[i].need});
  }
  if (needs.empty()) return {};
  if (candidates(request.channel, request.zone).empty()) return Refusal{Reason::unserviceable};
  std::map<std::uint32_t, std::int64_t> so_far;
  for (const Need& need : needs) {
    const std::int64_t units = so_far[need.sku] += need.units;
    if (units <= to_be_had(need.sku, request.channel, request.zone)) continue;
    return Refusal{short_reason(need.sku, units, request.channel),
                   static_cast<std::uint32_t>(need.line), need.sku};
  }
  plan = choose(request.channel, request.zone, needs, nodes_max(request.max_splits));
  if (!plan.found) return Refusal{Reason::splits_exceeded};
  Order grown = order;
  grown.lines.resize(changes.size());
  // What lines of the SKU give back comes before what was planned: a part from each of their lots.
  std::int64_t beside = 0;
  for (const Need& need : needs) {
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
      const Line& line = order.lines[i];
      const bool is_less = changes[i].line.ordered < line.ordered - line.refused;
      if (line.sku == need.sku && is_less && i != need.line)
        beside += static_cast<std::int64_t>(line.parts.size());
    }
  }
  const std::int64_t more = holds_with(&grown, plan, skus) - holds_of(order) + beside;
  return more > holds_free() ? Verdict{Refusal{Reason::holds_full}} : Verdict{};
}

// What the caps say of what the order has more of, each taken for itself.
NaiveEngine::Verdict NaiveEngine::ask_change(const Order& order, const Request& request,
                                             const std::vector<Change>& changes,
                                             std::vector<CapChange>& caps) const {
  std::set<CapAccount> accounts = accounts_in_use();
  std::size_t debits = debits_remembered();
  for (std::uint32_t id = 1; id <= state_.caps.size(); ++id) {
    const DefineCap& cap = state_.caps[id - 1];
    const std::uint32_t set = cap.sku_set.value;
    std::int64_t more = 0;
    bool met = false;
    bool any = false;
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const Line& line = changes[i].line;
      if (set != 0 && !state_.sku_sets[set - 1].members.contains(line.sku)) continue;
      const bool known = i < order.lines.size();
      const std::int64_t before = known ? order.lines[i].ordered - order.lines[i].refused : 0;
      met = met || before > 0 || line.ordered > 0;
      any = any || line.ordered > 0;
      more += line.ordered - before;
    }
    if (!met) continue;
    if (cap.measure == CapMeasure::orders) {
      const bool has = std::ranges::any_of(
          order.debits, [&](const CapDebit& debit) { return debit.account.cap == id; });
      more = any ? (has ? 0 : 1) : -ranges::units_max;
    }
    CapChange& change = caps.emplace_back();
    change.cap = id;
    change.back = std::max<std::int64_t>(0, -more);
    if (more <= 0) continue;
    Token token = cap_token(request.tokens, cap.per);
    for (const CapDebit& debit : order.debits) {
      if (cap_token(request.tokens, cap.per) == 0 && debit.account.cap == id) {
        token = debit.account.token;
      }
    }
    const auto refused = [&](Reason reason, std::int64_t left, TimeNs next) {
      Refusal refusal{reason};
      refusal.cap = id;
      refusal.left = left;
      refusal.next_window_at = next;
      return refusal;
    };
    if (token == 0 && cap.token_required) return refused(Reason::token_required, 0, 0);
    if (token == 0) continue;
    change.account = {id, cap_begin(cap, state_.now), token};
    const std::int64_t left = left_of(change.account);
    const TimeNs next = cap.window_ns != 0 ? change.account.begin + cap.window_ns : 0;
    const std::size_t needed = (left > 0 ? 1U : 0U) + (more > left ? 1U : 0U);
    const bool fresh = !accounts.contains(change.account);
    if (fresh && accounts.size() == state_.limits.cap_accounts_max) {
      return refused(Reason::cap_accounts_full, left, next);
    }
    if (debits + needed > state_.limits.debits_max) {
      return refused(Reason::debits_full, left, next);
    }
    if (more > left) return refused(Reason::cap_reached, left, next);
    accounts.insert(change.account);
    debits += needed;
    change.taken = more;
  }
  return {};
}

void NaiveEngine::change_caps(Order& order, const std::vector<CapChange>& caps) {
  for (const CapChange& change : caps) {
    std::int64_t left = change.back;
    for (const bool excess : {true, false}) {
      // The latest first.
      for (auto debit = order.debits.rbegin(); debit != order.debits.rend(); ++debit) {
        if (debit->account.cap != change.cap || debit->excess != excess) continue;
        const std::int64_t back = std::min(left, debit->units);
        debit->units -= back;
        left -= back;
      }
    }
    if (change.taken == 0) continue;
    const auto same = std::ranges::find_if(order.debits, [&](const CapDebit& debit) {
      return debit.account == change.account && !debit.excess;
    });
    if (same != order.debits.end()) {
      same->units += change.taken;
      ++state_.gone.debits_grown;
    } else {
      order.debits.push_back({change.account, change.taken, false});
      ++state_.gone.debits_added;
    }
  }
  std::erase_if(order.debits, [](const CapDebit& debit) { return debit.units == 0; });
  std::ranges::stable_sort(order.debits, [](const CapDebit& a, const CapDebit& b) {
    return std::tuple(a.account.cap, a.account.begin, a.account.token, a.excess) <
           std::tuple(b.account.cap, b.account.begin, b.account.token, b.excess);
  });
}

void NaiveEngine::tell_other_short(const Order& order, const Request& request,
                                   const std::vector<Change>& changes, const Refusal& refusal) {
  const Reason why = refusal.reason;
  const bool is_short = why == Reason::stock_insufficient || why == Reason::stock_pending;
  std::map<std::uint32_t, std::int64_t> fits;  // of each SKU, what lines can have together
  for (std::size_t i = 0; i < changes.size() && is_short && state_.version >= 4; ++i) {
    const std::uint32_t sku = changes[i].line.sku;
    const std::int64_t units = fits[sku] + changes[i].need;
    if (changes[i].need == 0 || units <= to_be_had(sku, request.channel, request.zone)) {
      fits[sku] = units;
      continue;
    }
    if (i == refusal.line) continue;
    Event& event = emit(EventType::line_refused, order);
    event.line = static_cast<std::uint16_t>(i);
    event.sku = sku;
    event.quantity = static_cast<std::uint32_t>(changes[i].need);
    event.reason = short_reason(sku, units, request.channel);
    ++state_.gone.changed_others;
  }
}

NaiveEngine::Verdict NaiveEngine::modify(Order& order, const Request& request) {
  std::vector<Change> changes;
  if (Verdict refusal = match(order, request, changes)) return refusal;
  if (Verdict limit = limit_broken(request)) return limit;
  const bool allowed = listed(ListKind::allow, request.tokens);
  if (!allowed && listed(ListKind::block, request.tokens)) return Refusal{Reason::listed};
  const MoneyMinor review_min = state_.risk.review_value_min;
  const bool judged = !allowed && in_currency_of_limits(request) && review_min > 0 &&
                      request.value >= review_min && request.value > order.value &&
                      order.review == Review::clear && !order.imported;
  Plan plan;
  if (Verdict refusal = source_more(order, request, changes, plan)) {
    tell_other_short(order, request, changes, *refusal);
    return refusal;
  }
  std::vector<CapChange> caps;
  if (Verdict refusal = ask_change(order, request, changes, caps)) return refusal;
  const std::size_t more = changes.size() - order.lines.size();
  retire_for(more);
  std::size_t open_lines = 0;
  for (const auto& [sequence, one] : state_.open) open_lines += one.lines.size();
  if (open_lines + more > state_.limits.lines_max) return Refusal{Reason::lines_full};

  state_.gone.changed_more += more > 0 ? 1 : 0;
  if (order.payment == Payment::paid && request.value != order.value) order.sums = sums_of(order);
  const Wide refund_before = refund_due_of(order, order.status);
  const Wide capture_before = to_capture(order);
  const bool ranked = order.priority == request.priority && order.ship_by == request.ship_by;
  const bool ways = order.zone != request.zone || order.max_splits != request.max_splits;
  const bool included = channel_of(order.channel).settings.prices_include_tax;
  // What is being picked is weighed, and not asked back for what it weighs.
  const bool weighed = state_.version >= 4 && order.payment == Payment::paid && order.on_floor() &&
                       no_more(order, changes);
  order.lines.resize(changes.size());
  for (std::size_t i = 0; i < changes.size(); ++i) change_line(order, i, changes[i]);
  trim(order);
  order.value = request.value;
  order.discount = request.discount;
  order.shipping = request.shipping;
  order.shipping_tax = request.shipping_tax;
  order.deposit = request.deposit;
  order.tax_included = included;
  change_caps(order, caps);
  order.zone = request.zone;
  order.ship_by = request.ship_by;
  order.priority = request.priority;
  order.max_splits = request.max_splits;
  ++order.version;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    state_.gone.named_anew += changes[i].named ? 1 : 0;
    if (!changes[i].told && changes[i].named) tell_name(order, i);
    if (!changes[i].told) continue;
    Event& event = emit(EventType::line_changed, order);
    event.line = static_cast<std::uint16_t>(i);
    event.sku = order.lines[i].sku;
    event.quantity = static_cast<std::uint32_t>(order.lines[i].ordered);
    event.amount = static_cast<std::int64_t>(std::min<Wide>(
        line_due_of(order.lines[i], order.tax_included), std::numeric_limits<std::int64_t>::max()));
    event.time = changes[i].back;
    if (changes[i].named) tell_name(order, i);
  }
  tell_order(order);
  const Wide has = order.sums ? order.sums->stayed() : 0;
  if (deposit_of(order) > 0) order.firm_by = deposit_of(order);
  const bool lacks = order.sums && order.payment == Payment::paid && has < order.asked();
  if (lacks && weighed) {
    ++state_.gone.weighed_up;
  } else if (lacks || (order.payment == Payment::authorised && lacks_all(order)) ||
             (order.payment == Payment::deposited &&
              has < std::min(order.firm_by, order.asked()))) {
    ++state_.gone.changed_unpaid;
    stop(order);
  }
  if (judged) hold_for_review(order);
  for (const auto& [index, takes] : plan.lines) {
    take(order, index, takes, plan.bounded ? EventFlags::bounded : std::uint8_t{0});
  }
  if (plan.found) offer(order);
  if (judged) {
    Event& event = emit(EventType::in_review, order);
    event.reason = Reason::value_review;
    event.quantity = order.version;
    event.time = order.review_by;
  }
  if (order.ship_complete) {
    try_whole(order);
  } else if (ways || !ranked) {
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
      if (order.lines[i].queued) try_too(order, i);
    }
  }
  withdraw_offer(order);
  if (state_.holds_asked_for > 0 && holds_free() >= state_.holds_asked_for) {
    state_.holds_asked_for = 0;
    trigger_all();
  }
  settle_change(order, refund_before);
  finish_if_all_left(order, capture_before);
  return {};
}

void NaiveEngine::change_line(Order& order, std::size_t index, Change& change) {
  Line& line = order.lines[index];
  line.sku = change.line.sku;
  line.number = change.line.number;
  line.wanted_at = change.line.wanted_at;
  const std::int64_t held = line.taken();
  bool grew = false;
  for (const PartKey& key : change.elsewhere) {
    Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
    const std::int64_t before = lot.available;
    (order.firm() ? lot.allocated : lot.held) -= line.parts.at(key);
    give_back(lot, line.parts.at(key));
    grew = grew || lot.available > before;
    line.parts.erase(key);
    ++state_.gone.changed_zone;
  }
  if (grew) trigger(line.sku);
  if (change.cut > 0) release(order, line, change.cut);
  change.back = held - line.taken();
  line.ordered = change.line.ordered;
  line.price = change.line.price;
  line.total = change.line.total;
  line.discount = change.line.discount;
  line.tax = change.line.tax;
  line.refused = 0;
}

void NaiveEngine::hold_for_review(Order& order) {
  ++state_.gone.changed_reviewed;
  if (order.firm()) {
    for (const Line& line : order.lines) {
      for (const auto& [key, units] : line.parts) {
        Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
        lot.allocated -= units;
        lot.held += units;
      }
    }
  }
  order.review = Review::in_review;
  order.review_by = state_.now + channel_of(order.channel).settings.review_ttl_ns;
}

// Nothing that it has to have is left: it ends as shipped.
void NaiveEngine::finish_if_all_left(Order& order, Wide capture_before) {
  for (const Line& line : order.lines) {
    if (line.waiting > 0 || line.taken() > 0 || line.sum_picked() > 0) return;
  }
  ++state_.gone.changed_shipped;
  Event& event = emit(EventType::order_shipped, order);
  event.quantity = static_cast<std::uint32_t>(order.shipped());
  event.amount = order.value;
  order.status = OrderStatus::shipped;
  order.asked_back = false;
  order.remind_at = order.review_by = 0;
  tell_to_capture(order, capture_before);
  const Sequence sequence = order.sequence;
  const OrderKey key = order.key;
  state_.closed.push_back(order);
  state_.open.erase(sequence);
  while (state_.closed.size() > state_.limits.closed_orders_max) retire_oldest();
  // All that has left of it may have come back before.
  const Order* const ended = find(key);
  if (ended != nullptr) heed_goods(key, to_capture(*ended));
}

}  // namespace allot::oracle
