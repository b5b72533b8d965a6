// Shipments that are taken back, and goods that come back (rules, sections 14 and 15).
#include <algorithm>
#include <map>
#include <vector>

#include "generator/ranges.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

using ranges::time_max;
using ranges::units_max;

}  // namespace

// --- what both do to stock

NaiveEngine::Verdict NaiveEngine::no_room_for(const Goods& goods, std::int64_t units) const {
  const bool known = state_.lots.contains({goods.sku, goods.node, goods.lot});
  if (!known && no_room_for_lot({goods.sku}, {goods.node})) return Refusal{Reason::lots_full};
  if (on_hand_of_cell(goods.sku, goods.node) + units > units_max) {
    return Refusal{Reason::stock_full};
  }
  return {};
}

std::int64_t NaiveEngine::bring_back(const Goods& goods, std::int64_t units) {
  const LotKey key{goods.sku, goods.node, goods.lot};
  if (!state_.lots.contains(key)) make_lot_for_what_comes(key, units);
  Lot& lot = state_.lots[key];
  const std::int64_t before = lot.available;
  const bool expired = lot.expires_at > 0 && lot.expires_at <= state_.now;
  const std::int64_t unsellable = expired ? units - std::min(units, lot.deficit) : 0;
  lot.on_hand += units;
  lot.unavailable += unsellable;
  give_back(lot, units - unsellable);
  return lot.available - before;
}

// --- shipments that are taken back

NaiveEngine::Verdict NaiveEngine::run(const ShipUndone& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  const std::uint32_t sku = command.sku.value;
  const std::uint32_t node = command.node.value;
  if (sku == 0 || sku > state_.skus.size()) return Refusal{Reason::sku_unknown};
  if (node == 0 || node > state_.nodes.size()) return Refusal{Reason::node_unknown};
  if (command.quantity > units_max) return Refusal{Reason::quantity_out_of_range};
  if (static_cast<int>(command.to) > 1) return Refusal{Reason::field_out_of_range};
  const Goods goods{
      sku, node, command.lot, command.quantity, command.tracking, 0, command.line_number};
  if (Order* order = settled(command.order_key)) return undo_shipment(*order, goods, command.to);
  if (find_stub(command.order_key) != nullptr) {
    if (goods.quantity > 0) {
      if (const Verdict full = no_room_for(goods, goods.quantity)) return full;
    }
    tell_amiss(command.order_key, goods, goods.quantity, Reason::order_forgotten);
    if (goods.quantity > 0 && bring_back(goods, goods.quantity) > 0) trigger(sku);
    return {};
  }
  if (state_.version < 3) return Refusal{Reason::order_unknown};
  return keep_news({.key = command.order_key,
                    .command = CommandType::ship_undone,
                    .goods = goods,
                    .to = command.to});
}

void NaiveEngine::undo_news(Order& order, const News& news) {
  const OrderKey key = order.key;
  if (const Verdict full = undo_shipment(order, news.goods, news.to)) {
    tell_amiss(key, news.goods, news.goods.quantity, full->reason);
  }
}

// `order` may be gone from the closed ones afterwards.
NaiveEngine::Verdict NaiveEngine::undo_shipment(Order& order, const Goods& goods, UndoneTo to) {
  const OrderKey key = order.key;
  std::int64_t all = 0;
  std::map<std::size_t, Undone> undone;
  std::int64_t of_ordered = 0;
  for (const std::size_t i : lines_of(order.lines, goods)) {
    const Line& line = order.lines[i];
    const std::int64_t most = (goods.quantity > 0 ? goods.quantity : units_max) - all;
    const std::int64_t units = std::min(line.still_coming(), most);
    if (units == 0) continue;
    undone[i].beyond = std::min(units, line.beyond);
    undone[i].of_ordered = units - undone[i].beyond;
    of_ordered += undone[i].of_ordered;
    all += units;
  }
  if (all > 0) {
    if (const Verdict full = no_room_for(goods, all)) return full;
    if (order.status == OrderStatus::shipped && of_ordered > 0 &&
        state_.open.size() >= state_.limits.orders_max) {
      return Refusal{Reason::orders_full};
    }
    state_.gone.undone_apart += undone.size() > 1 ? 1 : 0;
    take_back(order, undone, goods, to);
  }
  if (all == 0 || all < goods.quantity) {
    tell_amiss(key, goods, std::max<std::int64_t>(0, goods.quantity - all), Reason::not_shipped);
  }
  return {};
}

void NaiveEngine::take_back(Order& known, const std::map<std::size_t, Undone>& undone,
                            const Goods& goods, UndoneTo to) {
  std::int64_t all = 0;
  std::int64_t of_ordered = 0;
  for (const auto& [index, units] : undone) {
    Event& event = emit(EventType::line_unshipped, known);
    event.line = static_cast<std::uint16_t>(index);
    event.sku = goods.sku;
    event.node = goods.node;
    event.quantity = static_cast<std::uint32_t>(units.of_ordered + units.beyond);
    event.amount = static_cast<std::int64_t>(goods.lot);
    event.time = static_cast<std::int64_t>(goods.tracking);
    all += units.of_ordered + units.beyond;
    of_ordered += units.of_ordered;
  }
  const bool goes_on = known.status == OrderStatus::shipped && of_ordered > 0;
  Order& order = goes_on ? reopen(known) : known;
  const std::int64_t shipped = order.shipped();
  const MoneyMinor value = shipped_value(order);
  const Wide due_back = refund_due_of(order, order.status);
  for (const auto& [index, units] : undone) {
    order.lines[index].shipped -= units.of_ordered;
    order.lines[index].beyond -= units.beyond;
  }
  std::int64_t available = bring_back(goods, all);
  if (order.status == OrderStatus::open) {
    std::int64_t held = 0;
    std::int64_t waits = 0;
    for (const auto& [index, units] : undone) {
      if (units.of_ordered == 0) continue;
      const std::int64_t most = to == UndoneTo::order ? available - held : 0;
      const std::int64_t own = give_to_line(order, index, goods, units.of_ordered, most);
      held += own;
      waits += units.of_ordered - own;
    }
    if (order.ship_complete && waits > 0) held = 0;
    if (of_ordered > 0) settle_given(order, held, waits);
    available -= held;
  } else if (order.status != OrderStatus::shipped) {
    settle_undone(order, shipped, value, due_back);
    Goods whole;
    whole = goods;
    tell_amiss(order.key, whole, all, Reason::order_ended);
  }
  if (available > 0) trigger(goods.sku);
}

// An order that had ended as shipped goes on.
Order& NaiveEngine::reopen(const Order& order) {
  Order again = order;
  std::erase_if(state_.closed, [&](const Order& o) { return o.sequence == again.sequence; });
  const DefineChannel& channel = channel_of(again.channel).settings;
  again.status = OrderStatus::open;
  again.pay_by = again.remind_at = again.review_by = again.grace = 0;
  again.kept = 0;
  if (again.payment == Payment::authorised) {
    again.pay_by = again.sums->lapses;
    ++state_.gone.authorised_back;
  }
  if (again.payment == Payment::deposited) {
    begin_balance(again, true);
    ++state_.gone.deposits_back;
  }
  if (again.payment == Payment::unpaid || again.payment == Payment::pending) {
    begin_window(again);
    if (again.freeze == Freeze::active) again.end_freeze();
  }
  if (again.review == Review::in_review && !again.ship_stop) {
    again.review_by = state_.now + channel.review_ttl_ns;
  }
  emit(EventType::order_reopened, again).time = again.pay_by;
  if (again.review == Review::in_review) {
    Event& event = emit(again.ship_stop ? EventType::ship_stop : EventType::in_review, again);
    if (!again.ship_stop) event.reason = Reason::value_review;
    event.quantity = again.version;
    event.time = again.review_by;
  } else if (again.firm()) {
    emit(EventType::allocated, again);
  }
  return state_.open.emplace(again.sequence, again).first->second;
}

// Returns: how many of the available units the line holds now.
std::int64_t NaiveEngine::give_to_line(Order& order, std::size_t index, const Goods& goods,
                                       std::int64_t units, std::int64_t available) {
  Line& line = order.lines[index];
  const PartKey from{goods.node, goods.lot};
  std::int64_t held = std::min(units, available);
  if (!line.parts.empty() && !line.parts.contains(from) && holds_free() == 0) held = 0;
  const bool waits = std::ranges::any_of(order.lines, [](const Line& l) { return l.waiting > 0; });
  if (order.ship_complete && (held < units || waits)) held = 0;
  if (held > 0) {
    ++state_.gone.undone_held;
    Lot& lot = state_.lots.at({goods.sku, goods.node, goods.lot});
    lot.available -= held;
    (order.firm() ? lot.allocated : lot.held) += held;
    line.parts[from] += held;
    Event& event = emit(order.firm() ? EventType::line_allocated : EventType::line_held, order);
    event.line = static_cast<std::uint16_t>(index);
    event.sku = goods.sku;
    event.node = goods.node;
    event.quantity = static_cast<std::uint32_t>(held);
    event.amount = static_cast<std::int64_t>(goods.lot);
  }
  if (held < units) {
    if (order.ship_complete) {
      state_.gone.undone_whole += order.taken() > 0 ? 1 : 0;
      lose_whole(order);
    }
    wait_for(order, index, units - held);
    trigger(goods.sku);
  }
  return held;
}

// Who had to wait is offered nothing; who holds again may be.
void NaiveEngine::settle_given(Order& order, std::int64_t held, std::int64_t waits) {
  if (waits > 0) withdraw_offer(order);
  if (held > 0) {
    state_.gone.offered_undone += order.awaits_payment() && order.pay_by == 0 ? 1 : 0;
    offer(order);
  }
  if (state_.holds_asked_for > 0 && holds_free() >= state_.holds_asked_for) {
    state_.holds_asked_for = 0;
    trigger_all();
  }
}

// Of an order that has ended: what it counts for no more, and the money that is due back for it.
void NaiveEngine::settle_undone(Order& order, std::int64_t shipped_before, MoneyMinor value_before,
                                Wide due_back_before) {
  if (shipped_before > 0 && order.shipped() == 0) {
    ++state_.gone.undone_ended;
    if (order.status != OrderStatus::expired) order.debits.clear();
  }
  if (order.status == OrderStatus::elsewhere) return;
  if (order.sums) return tell_change(order, order.status, due_back_before, Reason::ok);
  const MoneyMinor less = value_before - shipped_value(order);
  if (order.payment != Payment::paid || less == 0) return;
  emit(EventType::refund_due, order).amount = less;
}

// --- goods that come back

std::int64_t NaiveEngine::returnable(const Order& order, std::uint32_t sku) const {
  std::int64_t units = 0;
  for (const Line& line : order.lines) {
    if (sku == 0 || line.sku == sku) units += line.shipped + line.beyond - line.returned;
  }
  return units;
}

// Returns: the one of which `is` says so, unless its window is over: then it lapses.
template <class Is>
ReturnRequest* NaiveEngine::still_waited_for(Is is) {
  const auto found = std::ranges::find_if(state_.returns, is);
  if (found == state_.returns.end()) return nullptr;
  if (found->until > state_.now) return &*found;
  ++state_.gone.returns_settled;
  lapse(found->sequence);
  return nullptr;
}

void NaiveEngine::lapse(Sequence sequence) {
  const auto request = std::ranges::find(state_.returns, sequence, &ReturnRequest::sequence);
  Event& event = emit(EventType::return_lapsed);
  event.order_key = request->order;
  event.sku = request->sku;
  event.quantity = static_cast<std::uint32_t>(request->quantity - request->received);
  event.amount = static_cast<std::int64_t>(request->key);
  event.time = request->until;
  lapse_credit(*request);
  state_.returns.erase(request);
}

// What is wrong with it, whatever the order is like.
NaiveEngine::Verdict NaiveEngine::malformed(const RequestReturn& command) const {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  if (command.return_key == 0) return Refusal{Reason::return_key_missing};
  const std::uint32_t sku = command.sku.value;
  if (sku > state_.skus.size()) return Refusal{Reason::sku_unknown};
  if (command.quantity > units_max) return Refusal{Reason::quantity_out_of_range};
  if (static_cast<int>(command.why) > 5 || command.until <= state_.now ||
      command.until > time_max) {
    return Refusal{Reason::field_out_of_range};
  }
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const RequestReturn& command) {
  if (const Verdict wrong = malformed(command)) return wrong;
  if (find(command.order_key) == nullptr && find_stub(command.order_key) == nullptr) {
    return Refusal{Reason::order_unknown};
  }
  const Order* order = settled(command.order_key);
  std::int64_t units = 0;
  if (const Verdict no = ask_return(command, order, units)) return no;
  wait_for_return(command, units);
  return {};
}

// `units`: how many are to come back.
NaiveEngine::Verdict NaiveEngine::ask_return(const RequestReturn& command, const Order* order,
                                             std::int64_t& units) {
  const std::uint32_t sku = command.sku.value;
  const auto of_order = [&](const ReturnRequest& r) {
    return r.order == command.order_key && r.sku == sku;
  };
  const auto of_return = [&](const ReturnRequest& r) {
    return r.key == command.return_key && r.sku == sku;
  };
  if (still_waited_for(of_order) != nullptr) return Refusal{Reason::return_exists};
  if (still_waited_for(of_return) != nullptr) return Refusal{Reason::return_exists};
  if (order == nullptr && command.quantity == 0) return Refusal{Reason::order_forgotten};
  const std::int64_t most = order != nullptr ? returnable(*order, sku) : units_max;
  units = command.quantity != 0 ? command.quantity : std::min(most, units_max);
  if (units == 0 || units > most) return Refusal{Reason::not_returnable};
  if (state_.returns.size() >= state_.limits.returns_max) return Refusal{Reason::returns_full};
  return {};
}

ReturnRequest& NaiveEngine::wait_for_return(const RequestReturn& command, std::int64_t units) {
  const std::uint32_t sku = command.sku.value;
  state_.returns.push_back({command.order_key,
                            command.return_key,
                            state_.last_sequence,
                            sku,
                            units,
                            0,
                            command.why,
                            command.until,
                            {}});
  Event& event = emit(EventType::return_requested);
  event.order_key = command.order_key;
  event.line = static_cast<std::uint16_t>(command.why);
  event.sku = sku;
  event.quantity = static_cast<std::uint32_t>(units);
  event.amount = static_cast<std::int64_t>(command.return_key);
  event.time = command.until;
  return state_.returns.back();
}

ReturnRequest* NaiveEngine::waited_for(const ReceiveReturn& command) {
  for (const std::uint32_t sku : {command.sku.value, 0U}) {
    ReturnRequest* request = still_waited_for([&](const ReturnRequest& r) {
      if (r.sku != sku) return false;
      return command.return_key != 0 ? r.key == command.return_key : r.order == command.order_key;
    });
    if (request == nullptr) continue;
    if (!command.order_key.present() || request->order == command.order_key) return request;
  }
  return nullptr;
}

NaiveEngine::Verdict NaiveEngine::run(const ReceiveReturn& command) {
  if (!command.order_key.present() && command.return_key == 0) {
    return Refusal{Reason::order_key_missing};
  }
  const std::uint32_t sku = command.sku.value;
  const std::uint32_t node = command.node.value;
  if (sku == 0 || sku > state_.skus.size()) return Refusal{Reason::sku_unknown};
  if (node == 0 || node > state_.nodes.size()) return Refusal{Reason::node_unknown};
  const std::int64_t quantity = command.quantity;
  if (quantity < 1 || quantity > units_max) return Refusal{Reason::quantity_out_of_range};
  if (static_cast<int>(command.disposition) > 3 || command.deduct < 0) {
    return Refusal{Reason::field_out_of_range};
  }
  const bool restocked = command.disposition == Disposition::restock;
  const bool is_stock = restocked || command.disposition == Disposition::quarantine;
  if (!is_stock && command.lot != 0) return Refusal{Reason::field_out_of_range};
  const Goods goods{sku, node, command.lot, quantity, 0};
  if (is_stock) {
    if (const Verdict full = no_room_for(goods, quantity)) return full;
  }
  ReturnRequest* request = waited_for(command);
  const OrderKey key = request != nullptr ? request->order : command.order_key;
  const Sequence requested = request != nullptr ? request->sequence : 0;
  if (key.present()) settled(key);
  if (request != nullptr && request->exchange) {
    if (const Order* placed = new_order_of(*request); placed != nullptr) settled(placed->key);
  }

  std::int64_t available = 0;
  if (restocked) {
    available = bring_back(goods, quantity);
  } else if (is_stock) {
    const LotKey at{sku, node, command.lot};
    if (!state_.lots.contains(at)) make_lot_for_what_comes(at, quantity);
    Lot& lot = state_.lots[at];
    lot.on_hand += quantity;
    lot.unavailable += quantity;
  }
  const auto as =
      static_cast<int>(EventType::return_restocked) + static_cast<int>(command.disposition);
  Event& event = emit(static_cast<EventType>(as));
  event.order_key = key;
  event.sku = sku;
  event.node = node;
  event.quantity = command.quantity;
  event.amount = static_cast<std::int64_t>(command.lot);
  event.time = static_cast<std::int64_t>(request != nullptr ? request->key : command.return_key);
  const auto found = std::ranges::find(state_.returns, requested, &ReturnRequest::sequence);
  const bool waited = requested != 0;
  const std::int64_t awaited = waited ? std::min(quantity, found->quantity - found->received) : 0;
  const bool exchanged = waited && found->exchange.has_value();
  const Order* const sender = key.present() ? find(key) : nullptr;
  const Wide cost = exchanged && sender != nullptr ? cost_of_back(*sender, sku, awaited) : 0;
  const Wide capture_before = sender != nullptr ? to_capture(*sender) : 0;
  const auto [counted, home] = count_return(key, command, awaited);
  const std::int64_t unasked = std::max<std::int64_t>(0, counted - awaited - home);
  if (unasked > 0) tell_return_amiss(key, command, unasked, Reason::not_requested);
  if (exchanged) {
    credit_back(*found, awaited, cost, command.deduct);
  } else if (command.deduct > 0) {
    tell_return_amiss(key, command, 0, Reason::nothing_credited);
  }
  if (waited && (found->received += awaited) == found->quantity) {
    Event& completed = emit(EventType::return_completed);
    completed.order_key = key;
    completed.sku = found->sku;
    completed.quantity = static_cast<std::uint32_t>(found->quantity);
    completed.amount = static_cast<std::int64_t>(found->key);
    state_.returns.erase(found);
  }
  if (key.present()) heed_goods(key, capture_before);
  if (available > 0) trigger(sku);
  return {};
}

// What came back counts for the line of its order as far as it was sent. Returns: how many do, and
// how many of those had not arrived.
std::pair<std::int64_t, std::int64_t> NaiveEngine::count_return(const OrderKey& key,
                                                                const ReceiveReturn& command,
                                                                std::int64_t awaited) {
  Order* order = key.present() ? find(key) : nullptr;
  const std::int64_t quantity = command.quantity;
  if (order == nullptr) {
    const bool forgotten = key.present() && find_stub(key) != nullptr;
    tell_return_amiss(key, command, quantity,
                      forgotten ? Reason::order_forgotten : Reason::order_unknown);
    return {};
  }
  Goods goods;
  goods.sku = command.sku.value;
  goods.line_number = command.line_number;
  const std::vector<std::size_t> named = lines_of(order->lines, goods);
  if (named.empty()) {
    tell_return_amiss(key, command, quantity, Reason::not_ordered);
    return {};
  }
  std::int64_t all = 0;
  std::int64_t home = 0;
  std::size_t lines = 0;
  for (const std::size_t i : named) {
    Line& line = order->lines[i];
    const std::int64_t back = std::min(quantity - all, line.shipped + line.beyond - line.returned);
    lines += back > 0 ? 1 : 0;
    home += come_home(line, back, std::clamp<std::int64_t>(awaited - all, 0, back));
    line.returned += back;
    all += back;
  }
  state_.gone.returned_apart += lines > 1 ? 1 : 0;
  if (all < quantity) tell_return_amiss(key, command, quantity - all, Reason::not_returnable);
  return {all, home};
}

// What nobody had asked for comes from the door; all else had arrived, as far as anything had.
// Returns: how many of the units that come back had not arrived.
std::int64_t NaiveEngine::come_home(Line& line, std::int64_t back, std::int64_t awaited) {
  const std::int64_t arrived = line.delivered - (line.returned - line.home);
  std::int64_t rest = back;
  std::int64_t home = 0;
  const auto take = [&](std::int64_t& from, std::int64_t most, std::uint64_t& counted) {
    const std::int64_t units = std::min(from, most);
    from -= units;
    home += units;
    rest -= units;
    counted += units > 0 ? 1 : 0;
  };
  take(line.turned_away, std::max<std::int64_t>(0, back - awaited), state_.gone.turned_home);
  rest -= std::clamp<std::int64_t>(arrived, 0, rest);
  take(line.turned_away, rest, state_.gone.turned_asked);
  take(line.lost, rest, state_.gone.lost_home);
  line.home += home;
  return home;
}

void NaiveEngine::tell_return_amiss(const OrderKey& key, const ReceiveReturn& command,
                                    std::int64_t units, Reason reason) {
  Event& event = emit(EventType::return_exception);
  event.order_key = key;
  event.sku = command.sku.value;
  event.node = command.node.value;
  event.quantity = static_cast<std::uint32_t>(units);
  event.time = static_cast<std::int64_t>(command.return_key);
  event.reason = reason;
}

// --- what nobody owes for goods that she does not have

// What of the order is open for goods that she sent back or never got, and so is not asked. Whether
// that is another amount than before.
bool NaiveEngine::ask_less(Order& order) {
  if (state_.version < 4) return false;
  bool none_kept = order.status == OrderStatus::shipped;
  std::int64_t units = 0;
  Wide cost = 0;
  for (const Line& line : order.lines) {
    const std::int64_t gone = std::min(line.shipped, line.returned + line.lost + line.turned_away);
    units += gone;
    if (gone < line.shipped) none_kept = false;
    if (gone > 0) cost += worth_of(order, line) * gone / line.ordered;
  }
  if (none_kept && units > 0) cost = order.value;
  cost = std::min<Wide>(cost, order.value);
  // Of these costs, others are what came back in exchange is for.
  cost = std::max<Wide>(0, cost - (order.credit - order.given));
  const MoneyMinor had = order.given;
  const Sums sums = sums_of(order);
  if (cost < had) {
    order.given = static_cast<MoneyMinor>(cost);
  } else {
    const Wide open = std::max<Wide>(0, due_of(order, order.status) - sums.stayed());
    order.given += static_cast<MoneyMinor>(std::min(open, cost - had));
  }
  if (order.given == had) return false;
  order.credit += order.given - had;
  order.sums = sums;
  const bool back = sums.of(PaymentKind::refunded) > 0;
  state_.gone.given_whole += order.given > had && none_kept ? 1 : 0;
  state_.gone.given_part += order.given > had && !none_kept ? 1 : 0;
  state_.gone.given_less += order.given < had ? 1 : 0;
  state_.gone.unowed_whole += order.given > had && none_kept && !back ? 1 : 0;
  state_.gone.unowed_part += order.given > had && !none_kept && !back ? 1 : 0;
  return true;
}

// What became of goods of the order is heeded where they were not paid for, or money was given back
// for them.
void NaiveEngine::heed_goods(OrderKey key, Wide capture_before) {
  Order* const order = find(key);
  if (order == nullptr) return;
  const MoneyMinor had = order->given;
  if (ask_less(*order)) {
    state_.gone.given_before +=
        order->given > 0 && order->sums->of(PaymentKind::refunded) > 0 ? 1 : 0;
    heed_asked(*order, had);
    const Order& after = *find(key);
    tell_change(after, after.status, refund_due_of(after, after.status), Reason::ok);
  }
  tell_to_capture(*find(key), capture_before);
}

// Another amount is asked than was: `had` was not before. `order` may lie elsewhere afterwards.
void NaiveEngine::heed_asked(Order& order, MoneyMinor had) {
  const Payment was = order.payment;
  const Wide open = due_of(order, order.status) - order.sums->stayed();
  if (order.given < had) {
    const bool by_refund = was == Payment::paid && open <= order.sums->of(PaymentKind::refunded);
    if (!by_refund) state_.gone.unowed_turned_up += may_lose(order) ? 1 : 0;
    return;
  }
  if (was == Payment::paid) return;
  const OrderKey key = order.key;
  if (order.status == OrderStatus::open) {
    heed_less(order);
  } else if (order.asked() > 0 && order.sums->stayed() >= order.asked()) {
    (void)become_paid(order, state_.now);
  } else if (order.asked() > 0) {
    (void)see_aside(order, state_.now);
  }
  state_.gone.unowed_paid += find(key)->payment != was ? 1 : 0;
}

}  // namespace allot::oracle
