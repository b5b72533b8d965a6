// Goods leave and arrive (rules, section 14).
#include <algorithm>
#include <limits>
#include <map>
#include <vector>

#include "generator/ranges.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

using ranges::units_max;

void leave(Lot& lot, std::int64_t units) {
  const std::int64_t there = std::min(units, lot.on_hand);
  lot.on_hand -= there;
  lot.deficit -= units - there;
}

}  // namespace

NaiveEngine::Verdict NaiveEngine::run(const Ship& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  if (command.sku.value > state_.skus.size()) return Refusal{Reason::sku_unknown};
  if (command.node.value > state_.nodes.size()) return Refusal{Reason::node_unknown};
  if (command.quantity != 0 && command.node.value == 0) return Refusal{Reason::node_unknown};
  if (command.quantity > units_max) return Refusal{Reason::quantity_out_of_range};
  if (command.sku.value == 0 &&
      (command.lot != 0 || command.quantity != 0 || command.line_number != 0)) {
    return Refusal{Reason::field_out_of_range};
  }
  if (command.parcel_key != 0 && (command.sku.value != 0 || command.node.value != 0)) {
    return Refusal{Reason::field_out_of_range};
  }
  Goods goods{command.sku.value, command.node.value, command.lot,        command.quantity,
              command.tracking,  command.parcel_key, command.line_number};
  if (Order* order = settled(command.order_key)) {
    ship(*order, goods);
    return {};
  }
  if (find_stub(command.order_key) != nullptr) {
    tell_amiss(command.order_key, goods, goods.quantity, Reason::order_forgotten);
    if (goods.quantity > 0) {
      Left left;
      const Amiss amiss = ship_from_stock(goods, goods.quantity, left);
      tell_amiss(command.order_key, goods, amiss);
    }
    return {};
  }
  if (state_.version < 3) return Refusal{Reason::order_unknown};
  return keep_news({.key = command.order_key, .command = CommandType::ship, .goods = goods});
}

NaiveEngine::Verdict NaiveEngine::run(const Deliver& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  if (command.sku.value > state_.skus.size()) return Refusal{Reason::sku_unknown};
  if (command.quantity > units_max) return Refusal{Reason::quantity_out_of_range};
  if (command.sku.value == 0 && (command.quantity != 0 || command.line_number != 0)) {
    return Refusal{Reason::field_out_of_range};
  }
  const Goods goods{command.sku.value,  0, 0, command.quantity, command.tracking, 0,
                    command.line_number};
  if (Order* order = settled(command.order_key)) {
    deliver(*order, goods);
    return {};
  }
  if (find_stub(command.order_key) != nullptr) {
    tell_amiss(command.order_key, goods, goods.quantity, Reason::order_forgotten);
    return {};
  }
  if (state_.version < 3) return Refusal{Reason::order_unknown};
  return keep_news({.key = command.order_key, .command = CommandType::deliver, .goods = goods});
}

NaiveEngine::Verdict NaiveEngine::run(const ReportDelivery& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  if (command.sku.value > state_.skus.size()) return Refusal{Reason::sku_unknown};
  if (command.quantity > units_max) return Refusal{Reason::quantity_out_of_range};
  if (command.sku.value == 0 && (command.quantity != 0 || command.line_number != 0)) {
    return Refusal{Reason::field_out_of_range};
  }
  if (static_cast<int>(command.kind) > 3) return Refusal{Reason::field_out_of_range};
  if (command.at < 0 || command.at > ranges::time_max) return Refusal{Reason::field_out_of_range};
  const Goods goods{command.sku.value,  0, 0, command.quantity, command.tracking, 0,
                    command.line_number};
  const TimeNs at = command.at == 0 ? state_.now : command.at;
  if (Order* order = settled(command.order_key)) {
    fail_delivery(*order, goods, command.kind, at);
    return {};
  }
  if (find_stub(command.order_key) != nullptr) {
    tell_amiss(command.order_key, goods, goods.quantity, Reason::order_forgotten);
    return {};
  }
  if (state_.version < 3) return Refusal{Reason::order_unknown};
  return keep_news({.key = command.order_key,
                    .command = CommandType::delivery_exception,
                    .goods = goods,
                    .trouble = command.kind,
                    .found_out_at = at});
}

// `order` may be gone from the open ones afterwards.
void NaiveEngine::ship(Order& order, const Goods& goods) {
  const bool remembered = order.status == OrderStatus::expired && order.shipped() == 0;
  const Wide refund_before = refund_due_of(order, order.status);
  const Wide capture_before = to_capture(order);
  const std::int64_t units = goods.sku != 0 ? ship_sku(order, goods) : ship_all(order, goods);
  trim(order);
  Goods whole;
  whole.tracking = goods.tracking;
  if (order.status != OrderStatus::open) {
    tell_amiss(order.key, whole, units, Reason::order_ended);
    if (remembered && order.shipped() > 0) {
      order.debits.clear();
      for (Line& line : order.lines) line.waiting = 0;
    }
    if (order.sums) tell_change(order, order.status, refund_before, Reason::ok);
    tell_to_capture(order, capture_before);
    return;
  }
  if (units == 0) return tell_amiss(order.key, whole, 0, Reason::nothing_to_ship);
  if (order.review == Review::in_review) {
    tell_amiss(order.key, whole, units, Reason::still_in_review);
  }
  tell_not_paid(order, whole, units);
  if (order.shipped() > 0) disown(order);
  wait_on(order);
  wake_for_holds();
  const auto waits = [](const Line& line) { return line.waiting > 0; };
  if (std::ranges::any_of(order.lines, waits) || order.taken() > 0 || order.on_floor()) {
    return tell_to_capture(order, capture_before);
  }
  Event& event = emit(EventType::order_shipped, order);
  event.quantity = static_cast<std::uint32_t>(order.shipped());
  event.amount = order.value;
  order.status = OrderStatus::shipped;
  order.asked_back = false;
  order.remind_at = order.review_by = 0;
  tell_to_capture(order, capture_before);
  const Sequence sequence = order.sequence;
  state_.closed.push_back(order);
  state_.open.erase(sequence);
  while (state_.closed.size() > state_.limits.closed_orders_max) retire_oldest();
}

// An order that is shipped whole and stands in no queue stands in that of its first line that
// waits.
void NaiveEngine::wait_on(Order& order) {
  const auto waits = [](const Line& line) { return line.waiting > 0; };
  const bool queued = std::ranges::any_of(order.lines, &Line::queued);
  const auto first = std::ranges::find_if(order.lines, waits);
  if (!order.ship_complete || queued || first == order.lines.end()) return;
  first->queued = true;
  try_too(order, static_cast<std::size_t>(first - order.lines.begin()));
}

void NaiveEngine::wake_for_holds() {
  if (state_.holds_asked_for == 0 || holds_free() < state_.holds_asked_for) return;
  state_.holds_asked_for = 0;
  trigger_all();
}

// Takes what was picked for the line, and then what it holds, where the goods are said to come
// from, at most so many units.
void NaiveEngine::ship_held(const Order& order, Line& line, const Goods& goods, Left& left) {
  std::int64_t rest = goods.quantity != 0 ? goods.quantity : line.taken() + line.sum_picked();
  for (auto& [key, units] : line.picked) {
    if (goods.node != 0 && key.node != goods.node) continue;
    if (goods.lot != 0 && key.lot != goods.lot) continue;
    if (goods.parcel != 0 && key.parcel != goods.parcel) continue;
    state_.gone.packed_shipped += goods.parcel != 0 ? 1 : 0;
    const std::int64_t gone = std::min(rest, units);
    Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
    lot.picked -= gone;
    leave(lot, gone);
    units -= gone;
    rest -= gone;
    if (gone > 0) left.from[key.part()] += gone;
    state_.gone.picked_shipped += gone > 0 ? 1 : 0;
  }
  std::erase_if(line.picked, [](const auto& part) { return part.second == 0; });
  if (goods.parcel != 0) return;
  for (auto& [key, units] : line.parts) {
    if (goods.node != 0 && key.node != goods.node) continue;
    if (goods.lot != 0 && key.lot != goods.lot) continue;
    const std::int64_t gone = std::min(rest, units);
    Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
    (order.firm() ? lot.allocated : lot.held) -= gone;
    leave(lot, gone);
    units -= gone;
    rest -= gone;
    if (gone > 0) left.from[key] += gone;
  }
  std::erase_if(line.parts, [](const auto& part) { return part.second == 0; });
}

std::int64_t NaiveEngine::ship_all(Order& order, const Goods& goods) {
  std::int64_t all = 0;
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    Left left;
    ship_held(order, order.lines[i], goods, left);
    const std::int64_t units = left.units();
    if (units == 0) continue;
    all += units;
    order.lines[i].shipped += units;
    tell_shipped(order, i, units, goods, left);
  }
  if (goods.parcel != 0 && all > 0 && in_parcel(goods.parcel).empty()) {
    const auto weight = state_.weights.find(goods.parcel);
    Event& event = emit(EventType::parcel_shipped);
    event.amount = static_cast<std::int64_t>(goods.parcel);
    event.time = weight == state_.weights.end() ? 0 : weight->second;
    state_.gone.parcels_weighed += event.time > 0 ? 1 : 0;
  }
  return all;
}

std::int64_t NaiveEngine::ship_sku(Order& order, const Goods& goods) {
  const std::vector<std::size_t> named = lines_of(order.lines, goods);
  std::map<std::size_t, Left> left;
  std::int64_t held = 0;
  for (const std::size_t i : named) {
    Goods part = goods;
    part.quantity = std::max<std::int64_t>(0, goods.quantity - held);
    if (goods.quantity == 0 || part.quantity > 0) ship_held(order, order.lines[i], part, left[i]);
    held += left[i].units();
  }
  const std::int64_t rest = goods.quantity != 0 ? goods.quantity - held : 0;
  Left from_stock;
  const Amiss amiss = ship_from_stock(goods, rest, from_stock);
  std::int64_t beyond = rest;
  std::map<std::size_t, std::int64_t> counted;
  std::size_t lines = 0;
  for (const std::size_t i : named) {
    const Line& line = order.lines[i];
    counted[i] = std::min(beyond, line.ordered - line.refused - line.shipped - left[i].units());
    beyond -= counted[i];
    lines += left[i].units() + counted[i] > 0 ? 1 : 0;
  }
  state_.gone.shipped_apart += lines > 1 ? 1 : 0;
  for (const std::size_t i : named) {
    Line& line = order.lines[i];
    const std::int64_t more = i == named.front() ? beyond : 0;
    const std::int64_t units = left[i].units() + counted[i];
    if (counted[i] + more > 0) {
      for (const auto& [key, gone] : from_stock.from) left[i].from[key] += gone;
    }
    line.shipped += units;
    line.beyond += more;
    if (units > 0) tell_shipped(order, i, units, goods, left[i]);
    if (order.status == OrderStatus::open) release(order, line, counted[i]);
  }
  if (beyond > 0) tell_amiss(order.key, goods, beyond, Reason::not_ordered);
  tell_amiss(order.key, goods, amiss);
  return held + rest;
}

// The line is owed so many units no more, since they came from elsewhere.
void NaiveEngine::release(const Order& order, Line& line, std::int64_t units) {
  const std::int64_t waited = std::min(units, line.waiting);
  line.waiting -= waited;
  units -= waited;
  if (line.waiting == 0) line.queued = false;
  bool grew = false;
  for (auto& [key, held] : line.parts) {
    const std::int64_t back = std::min(units, held);
    if (back == 0) continue;
    Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
    const std::int64_t before = lot.available;
    (order.firm() ? lot.allocated : lot.held) -= back;
    give_back(lot, back);
    grew = grew || lot.available > before;
    held -= back;
    units -= back;
  }
  std::erase_if(line.parts, [](const auto& part) { return part.second == 0; });
  for (auto& [key, picked] : line.picked) {
    const std::int64_t back = std::min(units, picked);
    if (back == 0) continue;
    Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
    const std::int64_t before = lot.available;
    lot.picked -= back;
    give_back(lot, back);
    grew = grew || lot.available > before;
    picked -= back;
    units -= back;
    ++state_.gone.picked_freed;
    state_.gone.packed_freed += key.parcel != 0 ? 1 : 0;
  }
  std::erase_if(line.picked, [](const auto& part) { return part.second == 0; });
  if (grew) trigger(line.sku);
}

NaiveEngine::Amiss NaiveEngine::ship_from_stock(const Goods& goods, std::int64_t units,
                                                Left& left) {
  struct Candidate {
    bool never_expires;
    TimeNs expires_at;
    Sequence received_sequence;
    std::uint64_t lot;
    auto operator<=>(const Candidate&) const = default;
  };
  std::vector<Candidate> lots;
  for (const auto& [key, lot] : state_.lots) {
    if (key.sku != goods.sku || key.node != goods.node) continue;
    if (goods.lot != 0 && key.lot != goods.lot) continue;
    lots.push_back({lot.expires_at == 0, lot.expires_at, lot.received_sequence, key.lot});
  }
  std::sort(lots.begin(), lots.end());
  const auto from = [&](std::int64_t Lot::* whose, bool promised) {
    std::int64_t all = 0;
    for (const Candidate& candidate : lots) {
      Lot& lot = state_.lots.at({goods.sku, goods.node, candidate.lot});
      const std::int64_t gone = std::min(units - all, lot.*whose);
      if (gone == 0) continue;
      lot.*whose -= gone;
      if (promised) {
        lot.deficit += gone;
      } else {
        leave(lot, gone);
      }
      left.from[{goods.node, candidate.lot}] += gone;
      all += gone;
    }
    units -= all;
    return all;
  };
  from(&Lot::available, false);
  from(&Lot::unavailable, false);
  Amiss amiss;
  amiss.of_others = from(&Lot::on_hand, true);
  if (amiss.of_others > 0 && state_.version >= 3) look_for_losers();
  amiss.of_nobody = units;
  return amiss;
}

void NaiveEngine::deliver(Order& order, const Goods& goods) {
  const Wide capture_before = to_capture(order);
  const std::vector<std::size_t> named = lines_of(order.lines, goods);
  const bool only_found = std::ranges::none_of(named, [&](std::size_t i) {
    return order.lines[i].on_its_way() > 0 || order.lines[i].delivered > 0;
  });
  std::int64_t rest =
      goods.quantity != 0 ? goods.quantity : std::numeric_limits<std::int64_t>::max();
  // What is on its way, then what was lost, or what nobody had taken in.
  std::map<std::size_t, std::int64_t> came;
  for (const std::size_t i : named) rest -= came[i] = std::min(rest, order.lines[i].on_its_way());
  std::map<std::size_t, std::int64_t> others;
  for (const std::size_t i : named) {
    if (goods.quantity == 0 && !only_found) continue;
    rest -= others[i] = std::min(rest, order.lines[i].lost + order.lines[i].turned_away);
  }
  std::int64_t arrived = 0;
  std::size_t lines = 0;
  for (const std::size_t i : named) {
    Line& line = order.lines[i];
    const std::int64_t units = came[i] + others[i];
    if (units == 0) continue;
    const std::int64_t found = std::min(line.lost, others[i]);
    const std::int64_t taken = others[i] - found;
    line.lost -= found;
    line.turned_away -= taken;
    state_.gone.lost_found += found > 0 ? 1 : 0;
    state_.gone.turned_taken += taken > 0 ? 1 : 0;
    line.delivered += units;
    arrived += units;
    ++lines;
    Event& event = emit(EventType::line_delivered, order);
    event.line = static_cast<std::uint16_t>(i);
    event.sku = line.sku;
    event.quantity = static_cast<std::uint32_t>(std::min<std::int64_t>(units, 4'294'967'295));
    event.time = static_cast<std::int64_t>(goods.tracking);
  }
  state_.gone.delivered_apart += goods.sku != 0 && lines > 1 ? 1 : 0;
  if (std::ranges::any_of(others, [](const auto& each) { return each.second > 0; })) {
    heed_goods(order.key, capture_before);
  } else {
    tell_to_capture(order, capture_before);
  }
  if (arrived > 0 && arrived >= goods.quantity) return;
  tell_amiss(order.key, goods, goods.quantity - std::min(goods.quantity, arrived),
             Reason::not_shipped);
}

void NaiveEngine::fail_delivery(Order& order, const Goods& goods, DeliveryTrouble kind, TimeNs at) {
  const Wide capture_before = to_capture(order);
  std::int64_t all = 0;
  const auto tell = [&](std::size_t index, std::uint32_t sku, std::int64_t units) {
    Event& event = emit(EventType::delivery_exception, order);
    event.line = static_cast<std::uint16_t>(index);
    event.sku = sku;
    event.quantity = static_cast<std::uint32_t>(std::min<std::int64_t>(units, 4'294'967'295));
    event.amount = static_cast<std::int64_t>(goods.tracking);
    event.time = at;
    const auto first = static_cast<int>(Reason::parcel_late);
    event.reason = static_cast<Reason>(first + static_cast<int>(kind));
  };
  const std::vector<std::size_t> named = lines_of(order.lines, goods);
  const auto most_of = [&](const Line& line) {
    if (kind == DeliveryTrouble::late) return line.still_coming();
    if (kind == DeliveryTrouble::damaged) return line.shipped + line.beyond - line.returned;
    return std::min(line.still_coming(), units_max - line.lost - line.turned_away - line.home);
  };
  std::int64_t rest =
      goods.quantity != 0 ? goods.quantity : std::numeric_limits<std::int64_t>::max();
  std::map<std::size_t, std::int64_t> said;
  for (const std::size_t i : named) {
    rest -= said[i] = std::min({rest, most_of(order.lines[i]), units_max});
  }
  // What is lost may be on its way back.
  std::map<std::size_t, std::int64_t> back;
  for (const std::size_t i : named) {
    if (kind != DeliveryTrouble::lost) continue;
    rest -= back[i] = std::min({rest, order.lines[i].turned_away, units_max - said[i]});
  }
  for (const std::size_t i : named) {
    Line& line = order.lines[i];
    const std::int64_t units = said[i] + back[i];
    if (units == 0) continue;
    all += units;
    if (kind == DeliveryTrouble::refused) line.turned_away += units;
    if (kind == DeliveryTrouble::lost) {
      line.turned_away -= back[i];
      line.lost += units;
      state_.gone.turned_lost += back[i] > 0 ? 1 : 0;
    }
    const bool of_line = kind == DeliveryTrouble::refused || kind == DeliveryTrouble::lost;
    if (goods.sku != 0 || of_line) tell(i, line.sku, units);
  }
  const bool whole = kind == DeliveryTrouble::late || kind == DeliveryTrouble::damaged;
  if (goods.sku == 0 && whole && all > 0) tell(0, 0, all);
  if (!whole && all > 0) heed_goods(order.key, capture_before);
  if (all > 0 && all >= goods.quantity) return;
  tell_amiss(order.key, goods, goods.quantity - std::min(goods.quantity, all), Reason::not_shipped);
}

void NaiveEngine::tell_shipped(const Order& order, std::size_t index, std::int64_t units,
                               const Goods& goods, const Left& left) {
  Event& event = emit(EventType::line_shipped, order);
  event.line = static_cast<std::uint16_t>(index);
  event.sku = order.lines[index].sku;
  event.quantity = static_cast<std::uint32_t>(units);
  event.time = static_cast<std::int64_t>(goods.tracking);
  event.node = left.from.empty() ? goods.node : left.from.begin()->first.node;
  event.amount =
      static_cast<std::int64_t>(left.from.empty() ? goods.lot : left.from.begin()->first.lot);
  std::set<std::uint32_t> nodes;
  for (const auto& [key, gone] : left.from) nodes.insert(key.node);
  if (nodes.size() > 1) event.flags |= EventFlags::several_nodes;
  if (left.from.size() > 1) event.flags |= EventFlags::several_lots;
}

void NaiveEngine::tell_amiss(const OrderKey& key, const Goods& goods, std::int64_t units,
                             Reason reason) {
  Event& event = emit(EventType::shipment_exception);
  event.order_key = key;
  event.sku = goods.sku;
  event.node = goods.node;
  event.quantity = static_cast<std::uint32_t>(std::min<std::int64_t>(units, 4'294'967'295));
  event.time = static_cast<std::int64_t>(goods.tracking);
  event.reason = reason;
}

void NaiveEngine::tell_amiss(const OrderKey& key, const Goods& goods, const Amiss& amiss) {
  if (amiss.of_others > 0) tell_amiss(key, goods, amiss.of_others, Reason::promised_elsewhere);
  if (amiss.of_nobody > 0) tell_amiss(key, goods, amiss.of_nobody, Reason::not_on_hand);
}

// Of an order that has ended: what it had shipped, and what that was worth.
void NaiveEngine::tell_part_shipped(const Order& order) {
  if (order.shipped() == 0) return;
  Event& event = emit(EventType::part_shipped, order);
  event.quantity = static_cast<std::uint32_t>(order.shipped());
  event.amount = shipped_value(order);
}

NaiveEngine::Wide NaiveEngine::worth_of(const Order& order, const Line& line) {
  const Wide amount = line.total != 0 ? Wide{line.total} : Wide{line.price} * line.ordered;
  return amount - line.discount + (order.tax_included ? 0 : line.tax);
}

MoneyMinor NaiveEngine::shipped_value(const Order& order) {
  Wide value = 0;
  for (const Line& line : order.lines) {
    if (line.ordered > 0) value += worth_of(order, line) * line.shipped / line.ordered;
  }
  return value < order.value ? static_cast<MoneyMinor>(value) : order.value;
}

// The money for what was not shipped is due back; where nothing was to be paid, nothing.
void NaiveEngine::refund(const Order& order, Reason reason) {
  if (order.value == 0 && state_.version >= 3) return;
  const MoneyMinor kept = shipped_value(order);
  if (order.shipped() > 0 && kept == order.value) return;
  Event& event = emit(EventType::refund_due, order);
  event.amount = order.value - kept;
  event.reason = reason;
}

}  // namespace allot::oracle
