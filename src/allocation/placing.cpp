#include "allocation/placing.hpp"

#include <limits>

#include "allocation/short_lines.hpp"
#include "allocation/taking_over.hpp"
#include "sourcing/needs.hpp"

namespace allot {
namespace {

// The fields that a line of a new order has from the command, where no line has a number.
void fill_plain(Line& line, const OrderLine& wanted) noexcept {
  line.sku = wanted.sku;
  line.ordered = Units{wanted.quantity};
  line.price = wanted.price;
}
void fill(Line& line, const OrderLine& wanted) noexcept {
  fill_plain(line, wanted);
  line.own_number = wanted.line_number;
}

// Whoever else ships a sale has its money.
Payment payment_of(ImportState state) noexcept {
  switch (state) {
    case ImportState::unpaid: return Payment::unpaid;
    case ImportState::on_delivery: return Payment::on_delivery;
    case ImportState::paid:
    case ImportState::elsewhere: break;
  }
  return Payment::paid;
}

EventFlags flags_of(const Plan& plan) noexcept {
  return {plan.bounded ? EventFlags::bounded : std::uint8_t{0}};
}

}  // namespace

Decision Placing::place(const Place& order, const CheckedOrder& checked, const Verdict& verdict) {
  if (t_.catalogue.heeds_shoppers()) [[unlikely]]
    return place_heeding(order, checked, verdict);
  const auto lines = static_cast<std::uint32_t>(checked.merged.size());
  if (const Decision room = find_room(lines); !room.accepted()) return room;
  if (t_.stock.ends().due(t_.step.now)) [[unlikely]]
    t_.settle_stock(checked.merged);
  const Route& route = t_.sourcing.route(t_.catalogue, order.channel, order.zone);
  const SingleNode single = choose_single(route, checked);
  const Plan* planned = nullptr;
  if (!single.node.present()) {
    const Decision decision = plan(order, checked, planned, 0);
    if (!decision.accepted()) {
      tell_short_lines(t_, order.order_key, decision);
      return decision;
    }
  }
  (void)accept<false>(order, checked, verdict, single, planned);
  return {};
}

// The same where she who orders may meet a purchase cap, or hold herself what she asks for.
Decision Placing::place_heeding(const Place& order, const CheckedOrder& checked,
                                const Verdict& verdict) {
  TakingOver own(t_, order, checked);
  own_ = &own;
  const auto lines = static_cast<std::uint32_t>(checked.merged.size());
  if (const Decision room = find_room_with_own(lines); !room.accepted()) return room;
  if (t_.stock.ends().due(t_.step.now)) t_.settle_stock(checked.merged);
  SingleNode single;
  const Plan* planned = nullptr;
  Decision decision;
  const bool may_end = own.any();
  if (may_end) {
    const std::uint32_t holds = own.lend_stock();
    decision = plan(order, checked, planned, holds);
    // Those that go on have what they hold.
    const std::uint32_t freed = decision.accepted() ? own.keep_taken() : holds;
    if (freed < holds && !t_.holds().suffice(t_.sourcing, *planned, freed)) {
      decision = Reason::holds_full;
    }
    own.take_back_stock();
  } else {
    single = choose_single(t_.sourcing.route(t_.catalogue, order.channel, order.zone), checked);
    if (!single.node.present()) decision = plan(order, checked, planned, 0);
  }
  if (!decision.accepted()) {
    own.tell_refused(decision);
    tell_short_lines(t_, order.order_key, decision);
    return decision;
  }
  if (may_end) {
    if (const Decision room = find_room_with_own(lines); !room.accepted()) return room;
  }
  const bool capped = !t_.cap_debits.none();
  if (capped) {
    if (const Decision caps = ask_caps(order, checked, planned); !caps.accepted()) return caps;
  }
  if (own.any()) {
    own.end();
    (void)t_.book.make_room(lines, t_.step.now);
  }
  own.make_own(accept<true>(order, checked, verdict, single, planned));
  return {};
}

// Effects: the order is there, and has what was planned; `planned`: null where one node gives all.
// `heeds`: as place_heeding().
template <bool heeds>
OrderSlot Placing::accept(const Place& order, const CheckedOrder& checked, const Verdict& verdict,
                          const SingleNode& single, const Plan* planned) {
  const auto lines = static_cast<std::uint32_t>(checked.merged.size());
  const OrderSlot slot = t_.book.add(order.order_key, lines);
  Order& placed = add(slot, checked, order.channel, order.zone, order.ship_by, order.priority);
  placed.max_splits = order.max_splits;
  // Said where it is so alone: the flag is a bit of a byte.
  if (order.ship_complete) [[unlikely]]
    placed.ship_complete = true;
  const DefineChannel& channel = t_.catalogue.channel(order.channel).settings;
  placed.payment = channel.cash_on_delivery ? Payment::on_delivery : Payment::unpaid;
  if (placed.value == 0) [[unlikely]]
    t_.life().pay_nothing(placed);
  placed.review = verdict.review == Reason::ok ? Review::clear : Review::in_review;
  if constexpr (heeds) take_caps(placed);
  if (planned == nullptr) [[likely]] {
    t_.life().begin(placed, channel);
    tell_placed(placed, EventType::placed, 1, single.cost, {});
    const bool firm = placed.firm();
    t_.book.lines().visit(placed, [&](Line& line, LineNumber number) {
      fill_plain(line, checked.merged[number.value]);
      t_.holds().take(placed, firm, line, number, single.node, line.ordered, {});
    });
  } else {
    const bool waits_whole = planned->count == 0;
    t_.life().begin(placed, channel, !(waits_whole && channel.pay_when_served));
    if constexpr (heeds) own_->settle(placed);
    tell_placed(placed, EventType::placed, planned->count, planned->cost, flags_of(*planned));
    take_planned(slot, checked, *planned);
  }
  if (placed.reviewed()) t_.life().tell_in_review(placed, verdict.review);
  if (placed.firm()) {
    if (placed.payment == Payment::paid) t_.life().tell_nothing_paid(placed);
    t_.life().tell_allocated(placed);
  }
  t_.arm(slot);
  return slot;
}

void Placing::take_caps(Order& placed) {
  if (!t_.cap_debits.none()) t_.cap_debits.take(placed, own_->any());
}

Decision Placing::import(const Import& fact, const CheckedOrder& checked, const Verdict& verdict) {
  const auto lines = static_cast<std::uint32_t>(checked.merged.size());
  if (const Decision room = find_room(lines); !room.accepted()) return room;
  if (t_.stock.end_is_due()) t_.settle_stock(checked.merged);
  const Plan* planned = plan_import(fact, checked);
  const Reason over = ask_caps_of_fact(fact, checked);
  const OrderSlot slot = t_.book.add(fact.order_key, lines);
  Order& sold = add_sold(fact, slot, checked);
  const Reason judged = verdict.decision.accepted() ? verdict.review : verdict.decision.reason;
  const Reason stop = judged != Reason::ok ? judged : over;
  sold.ship_stop = stop != Reason::ok;
  sold.review = sold.ship_stop ? Review::in_review : Review::clear;
  if (sold.value == 0) t_.life().pay_nothing(sold);
  t_.life().begin_sold(sold, fact.pay_by);
  t_.cap_debits.take(sold);
  EventFlags flags = flags_of(*planned);
  if (sold.payment != Payment::paid) flags.bits |= EventFlags::to_be_paid;
  tell_placed(sold, EventType::imported, planned->count, planned->cost, flags);
  take_planned(slot, checked, *planned);
  t_.cap_debits.tell_exceeded(sold);
  if (sold.ship_stop) {
    t_.step.out->tell(
        events::ShipStop{.order_key = sold.key, .reason = stop, .version = sold.version});
  }
  if (sold.firm()) t_.life().tell_allocated(sold);
  t_.arm(slot);
  return {};
}

// What takes nothing may be told twice. A sale that does not say when it was made is made now.
bool Placing::tell_maybe_known(const Import& fact, const CheckedOrder& checked) {
  if (!t_.semantics.doubts_old_sales() || fact.known_new) return false;
  if (fact.sold_at == 0 || fact.state == ImportState::elsewhere) return false;
  const TimeNs sold_at = time_of_sale(fact.sold_at, t_.step.now);
  const std::uint32_t newest = t_.book.keys().stubs().newest_forgotten();
  if (newest == 0 || static_cast<std::uint32_t>(second_of(sold_at)) > newest) return false;
  UnitSum units;
  for (const OrderLine& line : checked.merged) units += Units{line.quantity};
  t_.step.out->tell(
      events::SaleMaybeKnown{.order_key = fact.order_key,
                             .lines = static_cast<std::uint16_t>(checked.merged.size()),
                             .units = static_cast<std::uint32_t>(units.value),
                             .value = checked.value,
                             .sold_at = sold_at});
  return true;
}

// It never stays open, so that it needs no room among the orders that do.
Decision Placing::record_elsewhere(const Import& fact, const CheckedOrder& checked) {
  const auto lines = static_cast<std::uint32_t>(checked.merged.size());
  if (!t_.book.make_room(lines, t_.step.now)) return Reason::lines_full;
  const OrderSlot slot = t_.book.add(fact.order_key, lines);
  Order& sold = add_sold(fact, slot, checked);
  UnitSum units;
  t_.book.lines().visit(sold, [&](Line& line, LineNumber number) {
    fill(line, checked.merged[number.value]);
    units += line.ordered;
  });
  t_.life().end_elsewhere(sold, fact.sold_at, units);
  if (checked.lines_named) {
    t_.book.lines().visit(sold, [&](const Line& line, LineNumber number) {
      t_.life().tell_named(sold, line, number, checked.merged[number.value].wanted_at);
    });
  }
  t_.book.close(slot, t_.step.now);
  return {};
}

// Effects: the record of a sale that was made somewhere else, maybe some time ago.
Order& Placing::add_sold(const Import& fact, OrderSlot slot, const CheckedOrder& checked) {
  Order& sold = add(slot, checked, fact.channel, fact.zone, fact.ship_by, fact.priority);
  sold.max_splits = Place::no_split_limit;
  sold.imported = true;
  sold.payment = payment_of(fact.state);
  const auto second =
      static_cast<std::uint32_t>(second_of(time_of_sale(fact.sold_at, t_.step.now)));
  sold.sold_earlier = second != sold.origin.second;
  sold.origin.second = second;
  return sold;
}

Decision Placing::find_room(std::uint32_t lines) {
  if (!t_.book.has_room()) return Reason::orders_full;
  if (!t_.book.make_room(lines, t_.step.now)) return Reason::lines_full;
  return {};
}

// Her orders that are to end leave theirs.
Decision Placing::find_room_with_own(std::uint32_t lines) {
  if (!t_.book.has_room(own_->orders())) return Reason::orders_full;
  if (!t_.book.make_room(lines, t_.step.now, own_->lines())) return Reason::lines_full;
  return {};
}

// Lines that are dropped count for nothing, those that will wait count whole.
// `planned`: null when every line is taken whole.
Decision Placing::ask_caps(const Place& order, CheckedOrder checked, const Plan* planned) {
  t_.cap_debits.begin(order.order_key);
  for (std::uint32_t i = 0; i < checked.merged.size(); ++i) {
    const bool dropped = planned != nullptr && t_.sourcing.line({i}).dropped != Reason::ok;
    if (!dropped) t_.cap_debits.add(checked.merged[i]);
  }
  const TakingOver::Orders ending = own_->ending();
  const Reason over = t_.cap_debits.ask(*checked.tokens, ending.list());
  if (over == Reason::cap_reached) own_->tell_debited(t_.cap_debits.refused_by().cap);
  return over;
}

// Returns: why it must not be shipped; ok when it is within all caps.
Reason Placing::ask_caps_of_fact(const Import& fact, const CheckedOrder& checked) {
  t_.cap_debits.begin(fact.order_key);
  if (t_.cap_debits.none()) return Reason::ok;
  for (const OrderLine& line : checked.merged) t_.cap_debits.add(line);
  return t_.cap_debits.ask_fact(*checked.tokens);
}

// Nearly every order is served by one node. That way knows nothing of claims that no SKU's row
// shows, and of lines that share a SKU or have something to be told, explains nothing, and takes
// places for holds to be enough when the most that it could need are free.
SingleNode Placing::choose_single(const Route& route, const CheckedOrder& checked) const {
  if (checked.lines_named) [[unlikely]]
    return {};
  const std::uint64_t holds_most = checked.merged.size() * t_.lots_per_cell_max;
  if (t_.waiting.all_are_served() || t_.sourcing.traced() || holds_most > t_.hold_chains.free()) {
    return {};
  }
  return choose_single_node(route, t_.stock, checked.merged);
}

// Effects: the plan of a new order that one node may not serve. `lent`: holds that are free
//          besides. Returns: why there is none.
Decision Placing::plan(const Place& order, CheckedOrder checked, const Plan*& plan,
                       std::uint32_t lent) {
  if (!t_.sourcing.begin(t_.catalogue, order.channel, order.zone, order.order_key,
                         t_.step.sequence)) {
    return Reason::unserviceable;
  }
  if (checked.lines_named) t_.sourcing.share();
  const std::uint32_t nodes = t_.nodes_allowed(order.max_splits);
  Needs needs(t_.sourcing, t_.stock, t_.waiting, t_.timers.due(t_.step.now));
  const Decision found = needs.of_order(order, checked, nodes);
  if (!found.accepted()) return found;
  plan = needs.waits_whole() ? t_.sourcing.choose_nothing() : t_.sourcing.choose(nodes);
  if (plan == nullptr) return Reason::splits_exceeded;
  if (!t_.holds().suffice(t_.sourcing, *plan, lent)) return Reason::holds_full;
  return {};
}

// Returns: a plan without nodes when what there is cannot be taken; a fact is recorded all the
// same.
const Plan* Placing::plan_import(const Import& fact, const CheckedOrder& checked) {
  // Without a node that serves, everything is short.
  (void)t_.sourcing.begin(t_.catalogue, fact.channel, fact.zone, fact.order_key, t_.step.sequence);
  if (checked.lines_named) t_.sourcing.share();
  Needs needs(t_.sourcing, t_.stock, t_.waiting, t_.timers.due(t_.step.now));
  needs.of_import(checked, t_.nodes_per_order_max);
  const Plan* plan = t_.sourcing.choose(t_.nodes_per_order_max);
  if (plan != nullptr && t_.holds().suffice(t_.sourcing, *plan)) return plan;
  return t_.sourcing.choose_nothing();
}

Order& Placing::add(OrderSlot slot, const CheckedOrder& checked, ChannelId channel, ZoneId zone,
                    TimeNs ship_by, std::uint8_t priority) {
  Order& order = t_.book[slot];
  order.sequence = t_.step.sequence;
  order.value = checked.value;
  order.origin.channel_number = static_cast<std::uint16_t>(channel.value);
  order.origin.zone_number = static_cast<std::uint16_t>(zone.value);
  order.origin.second = static_cast<std::uint32_t>(second_of(t_.step.now));
  order.version = 1;
  order.ship_by = ship_by;
  order.priority = priority;
  if (checked.charges != nullptr) [[unlikely]]
    t_.book.companions().keep_money(order, checked);
  return order;
}

void Placing::tell_placed(const Order& order, EventType type, std::uint32_t parcels,
                          MoneyMinor cost, EventFlags flags) {
  t_.step.out->tell(type, events::Accepted<>{.order_key = order.key,
                                             .lines = order.line_count,
                                             .parcels = parcels,
                                             .cost = cost,
                                             .pay_by = order.pay_by,
                                             .flags = flags});
}

// Effects: fills the order's lines, takes what is planned and queues what waits, line by line.
void Placing::take_planned(OrderSlot slot, CheckedOrder checked, const Plan& plan) {
  bool queued = false;
  t_.book.lines().visit(t_.book[slot], [&](Line& line, LineNumber number) {
    fill(line, checked.merged[number.value]);
    if (checked.lines_named) {
      t_.life().tell_named(t_.book[slot], line, number, checked.merged[number.value].wanted_at);
    }
    queued |= take_line(slot, line, number, plan, queued);
  });
}

// Effects: takes what is planned for a line; the rest is refused or waits.
// `queued`: whether a line of the order before this one joined a queue.
// Returns:  whether this one did.
bool Placing::take_line(OrderSlot slot, Line& line, LineNumber number, const Plan& plan,
                        bool queued) {
  const Order& order = t_.book[slot];
  const LineNeed& need = t_.sourcing.line({number.value});
  const auto index = static_cast<std::uint16_t>(number.value);
  line.refused = need.dropped != Reason::ok;
  line.waiting = need.waits();
  t_.holds().take_planned(order, line, number, plan, {number.value}, {});
  if (line.refused) {
    if (own_ != nullptr) own_->tell_holds(number.value, line.sku);
    t_.step.out->tell(events::LineRefused{.order_key = order.key,
                                          .line = index,
                                          .sku = line.sku,
                                          .quantity = line.ordered.value,
                                          .reason = need.dropped});
  }
  if (!line.waiting.present()) return false;
  // An order that is shipped whole waits whole: it has one entry, under the first SKU that is
  // short.
  const bool joins = !order.ship_complete || (!queued && need.is_short);
  if (joins) {
    join(slot, line, number, t_.semantics.wakes_whom_limits_held_up() && held_up(order, need));
  }
  t_.holds().tell_waits(order, line, number);
  return joins;
}

void Placing::join(OrderSlot slot, Line& line, LineNumber number, bool tried_too) {
  const Rank rank = rank_of(t_.book[slot], number);
  line.entry = t_.waiting.join(line.sku, rank, slot, line.waiting);
  if (tried_too) t_.waiting.try_too(line.sku, rank);
}

// Returns: whether a line joined although there is stock for it: what others claim, or what lies in
// more nodes than one choice takes in. An order that is shipped whole has no more than its claim.
bool Placing::held_up(const Order& order, const LineNeed& need) const {
  if (need.claimed) return true;
  return !order.ship_complete && need.can_have > need.need &&
         t_.nodes_are_limited(order.max_splits);
}

bool Placing::retake(OrderSlot slot, Reason& note) {
  Order& order = t_.book[slot];
  if (!t_.book.has_room()) return false;
  if (t_.stock.end_is_due()) t_.settle_stock(order);
  const Plan* plan = plan_retake(order, note == Reason::ok && t_.semantics.heeds_when_paid());
  if (plan == nullptr) return false;
  if (const Reason over = t_.cap_debits.ask_again(order); over != Reason::ok) {
    note = over;
    return false;
  }
  t_.book.reopen(slot);
  t_.life().reopen(order, lapse_of(t_.book.companions().payments(order)), plan->count != 0);
  t_.cap_debits.take_again(order);
  tell_placed(order, EventType::retaken, plan->count, plan->cost, flags_of(*plan));
  const bool none_short = !any_short();
  bool queued = false;
  t_.book.lines().visit(order, [&](Line& line, LineNumber number) {
    t_.holds().take_planned(order, line, number, *plan, {number.value}, {});
    if (line.refused) return;
    // Of an order that is shipped whole a line may wait that did not before: what it had shipped
    // was taken back after the end.
    const LineNeed& need = t_.sourcing.line({number.value});
    line.waiting = line.ordered - need.need;
    if (!line.waiting.present()) return;
    // What came meanwhile may be there for it, and lines behind it may have had their turn.
    if (!order.ship_complete || none_short || (need.is_short && !queued)) {
      join(slot, line, number, true);
      queued = true;
    }
    t_.holds().tell_waits(order, line, number);
  });
  if (order.reviewed()) {
    t_.life().tell_in_review(order);
  } else {
    t_.life().tell_allocated(order);
  }
  t_.arm(slot);
  return true;
}

// Returns: whether a line of the choice at hand cannot have all that it wants.
bool Placing::any_short() const {
  for (ChoiceLine i{0}; i.value < t_.sourcing.lines(); ++i.value) {
    if (t_.sourcing.line(i).is_short) return true;
  }
  return false;
}

// Returns: a plan that gives all lines all that they ordered, or null. Where the order was paid in
// time, lines that waited need no more than is there, and if that has no plan either, nothing.
const Plan* Placing::plan_retake(const Order& order, bool in_time) {
  if (!in_time) return plan_retake(order, Waited::all);
  const Plan* plan = plan_retake(order, Waited::what_is_there);
  return plan != nullptr ? plan : plan_retake(order, Waited::nothing);
}

const Plan* Placing::plan_retake(const Order& order, Waited needs) {
  Sourcing& sourcing = t_.sourcing;
  const bool serves = sourcing.begin(t_.catalogue, order.origin.channel(), order.origin.zone(),
                                     order.key, order.sequence);
  if (!serves && needs == Waited::all) return nullptr;
  if (lines_named(t_.book.companions(), order)) sourcing.share();
  bool enough = true;
  bool whole = true;
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    const Units wanted = line.refused ? Units{} : line.ordered;
    const ChoiceLine at = sourcing.add(t_.stock, &t_.waiting, number, line.sku, wanted);
    if (needs == Waited::all || !line.waiting.present()) {
      sourcing.need(at, wanted);
      enough = enough && !sourcing.line(at).is_short;
    } else if (needs == Waited::what_is_there) {
      sourcing.need(at, sourcing.reach(at, t_.nodes_per_order_max));
      whole = whole && sourcing.line(at).need == wanted;
    }
  });
  if (!enough) {
    sourcing.tell_lines();
    return nullptr;
  }
  if (order.ship_complete && !whole) return sourcing.choose_nothing();
  const Plan* plan = sourcing.choose(t_.nodes_per_order_max);
  return plan != nullptr && t_.holds().suffice(t_.sourcing, *plan) ? plan : nullptr;
}

}  // namespace allot
