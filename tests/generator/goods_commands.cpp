// What random runs say of goods: that they left, arrived, did not leave after all, or came back.
#include <algorithm>

#include "command_generator.hpp"
#include "generator/ranges.hpp"

namespace allot::generator {
namespace {

using ranges::time_max;
using ranges::ttl_max;

}  // namespace

// Mostly of an order that goes on; all of it, all at one node, or some of a SKU that it may have.
Command CommandGenerator::draw_ship() {
  Ship ship;
  ship.command_key = new_key();
  const bool is_coming = random_.one_in(8);
  ship.order_key = is_coming ? coming_order_key() : known_order_key();
  const KnownOrder* order = random_.one_in(6) ? some_order() : nullptr;
  if (order != nullptr) ship.order_key = order->key;
  if (random_.one_in(2)) ship.node = {id(profile_.nodes)};
  if (random_.one_in(2)) {
    ship.sku = {id(profile_.skus)};
    if (random_.one_in(5)) ship.lot = random_.below(profile_.lots);
    if (!random_.one_in(4)) ship.quantity = random_.u32(1, profile_.order_quantity_max);
    if (ship.quantity != 0 && !fault()) ship.node = {id(profile_.nodes)};
  }
  if (random_.one_in(3)) ship.tracking = random_.next();
  if (is_coming && order == nullptr && random_.one_in(2)) {
    coming_shipped_ = ship.order_key;
    ship.sku = {};
    ship.node = {};
    ship.lot = ship.quantity = 0;
    return ship;
  }
  if (const KnownGoods* placed = one_of(placed_for_); placed != nullptr && random_.one_in(5)) {
    Ship all;
    all.command_key = ship.command_key;
    all.order_key = placed->key;
    return all;
  }
  if (const KnownGoods* packed = one_of(packed_); packed != nullptr && random_.one_in(2)) {
    ship.order_key = packed->key;
    ship.parcel_key = packed->return_key;
    if (!fault()) {
      ship.sku = {};
      ship.node = {};
      ship.lot = ship.quantity = 0;
    }
  } else if (random_.one_in(30)) {
    ship.parcel_key = 1 + random_.below(3);
  }
  if (fault()) ship.lot = 7;
  if (fault()) ship.quantity = random_.pick<std::uint32_t>({1, 2'147'483'647, 2'147'483'648U});
  return ship;
}

// Mostly opened, or asked again for all that is for sale.
Command CommandGenerator::draw_feed() {
  SetFeed feed;
  feed.command_key = new_key();
  feed.channel = {id(profile_.channels)};
  feed.tells = random_.pick<FeedTells>(
      {FeedTells::figures, FeedTells::figures, FeedTells::crossings, FeedTells::nothing});
  if (fault()) feed.tells = static_cast<FeedTells>(3 + random_.below(253));
  return feed;
}

Command CommandGenerator::draw_deliver() {
  Deliver deliver;
  deliver.command_key = new_key();
  const KnownOrder* order = some_order();
  deliver.order_key = order != nullptr ? order->key : known_order_key();
  if (random_.one_in(2)) {
    deliver.sku = {id(profile_.skus)};
    if (random_.one_in(2)) deliver.quantity = random_.u32(1, profile_.order_quantity_max);
  }
  if (const KnownGoods* left = one_of(shipped_); left != nullptr) {
    deliver.order_key = left->key;
    if (deliver.sku.present()) deliver.sku = left->sku;
  }
  if (random_.one_in(8)) deliver.order_key = coming_shipped_key();
  // What was lost, and refunded, turns up.
  if (given_back_.key.present() && random_.one_in(5)) {
    deliver.order_key = given_back_.key;
    deliver.sku = given_back_.sku;
    deliver.quantity = random_.u32(1, profile_.order_quantity_max);
  }
  if (random_.one_in(3)) deliver.tracking = random_.next();
  if (fault()) deliver.quantity = random_.pick<std::uint32_t>({1, 2'147'483'648U});
  return deliver;
}

Command CommandGenerator::draw_delivery_exception() {
  ReportDelivery report;
  report.command_key = new_key();
  const KnownOrder* order = some_order();
  report.order_key = order != nullptr ? order->key : known_order_key();
  report.kind = static_cast<DeliveryTrouble>(random_.below(4));
  if (random_.one_in(2)) {
    report.sku = {id(profile_.skus)};
    if (random_.one_in(2)) report.quantity = random_.u32(1, profile_.order_quantity_max);
  }
  if (const KnownGoods* left = one_of(shipped_); left != nullptr) {
    report.order_key = left->key;
    if (report.sku.present()) report.sku = left->sku;
  }
  if (random_.one_in(3)) report.order_key = coming_shipped_key();
  if (given_back_.key.present() && random_.one_in(5)) {
    report.order_key = given_back_.key;
    report.kind = random_.pick({DeliveryTrouble::lost, DeliveryTrouble::refused});
    report.sku = given_back_.sku;
    report.quantity = 0;
  }
  if (random_.one_in(3)) report.tracking = random_.next();
  if (random_.one_in(2)) report.at = random_.between(0, now_);
  if (fault()) report.kind = static_cast<DeliveryTrouble>(4 + random_.below(252));
  if (fault()) report.at = random_.pick<TimeNs>({-1, time_max, time_max + 1});
  if (fault()) report.quantity = random_.pick<std::uint32_t>({1, 2'147'483'647, 2'147'483'648U});
  return report;
}

OrderKey CommandGenerator::coming_shipped_key() {
  const bool told = coming_shipped_.present() && !random_.one_in(3);
  return told ? coming_shipped_ : coming_order_key();
}

const CommandGenerator::KnownGoods* CommandGenerator::one_of(const std::deque<KnownGoods>& some) {
  if (some.empty() || random_.one_in(4)) return nullptr;
  return &some[random_.below(some.size())];
}

// Mostly of something that has left, as it did or differently.
Command CommandGenerator::draw_ship_undone() {
  ShipUndone undone;
  undone.command_key = new_key();
  const KnownOrder* order = some_order();
  undone.order_key = order != nullptr ? order->key : known_order_key();
  if (random_.one_in(8)) undone.order_key = coming_order_key();
  undone.sku = {id(profile_.skus)};
  undone.node = {id(profile_.nodes)};
  undone.lot = random_.below(profile_.lots);
  if (random_.one_in(2)) undone.quantity = random_.u32(1, profile_.order_quantity_max);
  if (const KnownGoods* left = one_of(shipped_); left != nullptr) {
    undone.order_key = left->key;
    undone.sku = left->sku;
    if (random_.one_in(2)) undone.node = left->node;
    if (!random_.one_in(3)) undone.lot = left->lot;
  }
  if (random_.one_in(3)) undone.to = UndoneTo::stock;
  if (random_.one_in(3)) undone.tracking = random_.next();
  if (fault()) undone.to = static_cast<UndoneTo>(2 + random_.below(254));
  if (fault()) undone.quantity = random_.pick<std::uint32_t>({2'147'483'647, 2'147'483'648U});
  return undone;
}

// Of few different returns, so that the same one is met again.
Command CommandGenerator::draw_request_return() {
  RequestReturn request;
  request.command_key = new_key();
  const KnownOrder* order = some_order();
  request.order_key = order != nullptr ? order->key : known_order_key();
  request.return_key = fault() ? 0 : 1 + random_.below(40);
  if (!random_.one_in(3)) request.sku = {id(profile_.skus)};
  if (const KnownGoods* left = one_of(shipped_); left != nullptr) {
    request.order_key = left->key;
    if (request.sku.present()) request.sku = left->sku;
  }
  if (random_.one_in(2)) request.quantity = random_.u32(1, profile_.order_quantity_max);
  request.why = static_cast<ReturnReason>(random_.below(6));
  const TimeNs window = random_.between(1, std::min(ttl_max, 4 * profile_.ttl_ns));
  request.until = std::min(time_max, now_ + window);
  if (fault()) request.why = static_cast<ReturnReason>(6 + random_.below(250));
  if (fault()) request.until = random_.pick<TimeNs>({-1, now_, time_max + 1});
  if (fault()) request.quantity = 2'147'483'648U;
  return request;
}

// Mostly of what has left, against little of what may be there.
Command CommandGenerator::draw_exchange() {
  RequestReturn wanted = std::get<RequestReturn>(draw_request_return());
  if (!random_.one_in(6)) wanted.return_key = 100 + random_.below(1'000);
  const std::int64_t long_after = profile_.ttl_ns > ttl_max / 40 ? ttl_max : 40 * profile_.ttl_ns;
  if (!fault()) wanted.until = std::min(time_max, now_ + random_.between(1, long_after));
  const KnownGoods* left = one_of(shipped_);
  const auto is_paid = [this](const OrderKey& key) {
    return std::ranges::any_of(
        orders_, [&key](const KnownOrder& order) { return order.key == key && order.paid; });
  };
  for (int tries = 0; tries < 4 && left != nullptr && !is_paid(left->key); ++tries) {
    left = one_of(shipped_);
  }
  if (left != nullptr) {
    wanted.order_key = left->key;
    if (!random_.one_in(4)) wanted.sku = left->sku;
    if (!random_.one_in(4)) wanted.quantity = random_.u32(1, std::max(1U, left->quantity));
  }
  Exchange exchange;
  exchange.command_key = wanted.command_key;
  exchange.order_key = wanted.order_key;
  exchange.return_key = wanted.return_key;
  exchange.sku = wanted.sku;
  exchange.quantity = wanted.quantity;
  exchange.why = wanted.why;
  exchange.until = wanted.until;
  if (random_.one_in(2)) exchange.credit = CreditWhen::at_once;
  if (random_.one_in(4)) exchange.zone = {id(profile_.zones)};
  name(exchange.new_key, exchange.new_number, {id(profile_.channels)});
  exchange.tokens = draw_tokens();
  if (random_.one_in(4)) exchange.ship_by = random_.between(fault() ? -1 : 0, 4);
  if (random_.one_in(4)) exchange.priority = static_cast<std::uint8_t>(random_.below(256));
  if (random_.one_in(6)) exchange.max_splits = static_cast<std::uint8_t>(random_.below(4));
  exchange.lines = draw_lines();
  std::vector<OrderLine>& lines = lines_.back();
  if (!random_.one_in(4)) lines.resize(std::min<std::size_t>(lines.size(), 1));
  for (OrderLine& line : lines) {
    if (!fault()) line.shortage = Shortage::by_order;
    if (!random_.one_in(4)) line.quantity = std::min(line.quantity, random_.u32(1, 2));
  }
  exchange.lines = lines;
  if (profile_.moneyed && random_.one_in(3)) {
    exchange.discount = random_.between(fault() ? -1 : 0, 100);
    exchange.shipping = random_.between(0, 500);
    exchange.shipping_tax = random_.between(0, 50);
  }
  if (fault()) exchange.credit = static_cast<CreditWhen>(2 + random_.below(254));
  return exchange;
}

Command CommandGenerator::draw_receive_return() {
  ReceiveReturn receive;
  receive.command_key = new_key();
  const KnownOrder* order = some_order();
  receive.order_key = order != nullptr ? order->key : known_order_key();
  receive.sku = {id(profile_.skus)};
  receive.node = {id(profile_.nodes)};
  receive.quantity = random_.u32(1, profile_.order_quantity_max);
  if (random_.one_in(2)) receive.return_key = 1 + random_.below(40);
  const KnownGoods* said = one_of(random_.one_in(3) ? shipped_ : requested_);
  if (said != nullptr) {
    receive.order_key = said->key;
    receive.return_key = random_.one_in(3) ? 0 : said->return_key;
    if (said->sku.present()) receive.sku = said->sku;
    if (random_.one_in(2)) receive.quantity = std::max(1U, said->quantity);
  }
  if (const KnownGoods* old = one_of(exchanged_); old != nullptr && !random_.one_in(4)) {
    if (random_.one_in(2)) old = &exchanged_.back();
    receive.order_key = old->key;
    receive.return_key = old->return_key;
    if (old->sku.present()) receive.sku = old->sku;
    receive.quantity = random_.one_in(3) ? 1 : std::max(1U, old->quantity);
  }
  if (receive.return_key != 0 && !random_.one_in(8)) receive.order_key = {};
  if (random_.one_in(2)) receive.disposition = static_cast<Disposition>(random_.below(4));
  if (receive.disposition <= Disposition::quarantine) receive.lot = random_.below(profile_.lots);
  if (random_.one_in(4)) receive.deduct = random_.between(fault() ? -1 : 0, 120);
  if (fault()) receive.disposition = static_cast<Disposition>(4 + random_.below(252));
  if (fault()) receive.lot = 7;
  if (fault()) receive.quantity = random_.pick<std::uint32_t>({0, 2'147'483'647, 2'147'483'648U});
  if (fault()) receive.order_key = {};
  return receive;
}

void CommandGenerator::remember_goods(const Event& event) {
  constexpr std::size_t most = 12;
  KnownGoods goods{event.order_key, {event.sku}, {event.node}, 0, event.quantity, 0};
  const bool takes = event.type == EventType::line_held ||
                     event.type == EventType::line_allocated ||
                     event.type == EventType::line_waiting || event.type == EventType::line_short;
  if (takes) {
    taken_.push_back(goods);
    const bool held = event.type == EventType::line_held || event.type == EventType::line_allocated;
    if (!held) waits_.push_back(goods);
  } else if (event.type == EventType::line_split) {
    taken_.push_back(goods);
    if (event.time > 0) waits_.push_back(goods);
  } else if (event.type == EventType::line_shipped) {
    goods.lot = static_cast<std::uint64_t>(event.amount);
    shipped_.push_back(goods);
  } else if (event.type == EventType::return_requested) {
    goods.return_key = static_cast<Token>(event.amount);
    requested_.push_back(goods);
  } else if (event.type == EventType::exchanged && !requested_.empty()) {
    // What is to come back for it was told just before.
    exchanged_.push_back(requested_.back());
    placed_for_.push_back(goods);
  }
  if (event.type == EventType::line_released) {
    goods.lot = static_cast<std::uint64_t>(event.amount);
    released_.push_back(goods);
  } else if (event.type == EventType::line_picked) {
    goods.lot = static_cast<std::uint64_t>(event.amount);
    picked_.push_back(goods);
  } else if (event.type == EventType::line_packed) {
    goods.return_key = static_cast<Token>(event.amount);
    packed_.push_back(goods);
  } else if (event.type == EventType::cancel_requested) {
    asked_.push_back(goods);
  }
  if (taken_.size() > most) taken_.pop_front();
  if (waits_.size() > most) waits_.pop_front();
  if (released_.size() > most) released_.pop_front();
  if (picked_.size() > most) picked_.pop_front();
  if (packed_.size() > most) packed_.pop_front();
  if (asked_.size() > most) asked_.pop_front();
  if (shipped_.size() > most) shipped_.pop_front();
  if (requested_.size() > most) requested_.pop_front();
  if (exchanged_.size() > most) exchanged_.pop_front();
  if (placed_for_.size() > most) placed_for_.pop_front();
}

}  // namespace allot::generator
