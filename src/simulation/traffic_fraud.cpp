// Those who are not honest, plain ones and careful ones, and what comes about by mistake.
//
// Every ring has a manner. Plain ones share what is easiest to share; careful ones know that shops
// look at that, and pay for devices, numbers and networks of their own, but not for all of them.
#include <algorithm>
#include <array>
#include <utility>

#include "simulation/traffic_people.hpp"

namespace allot::simulation {
std::uint32_t FraudTraffic::wanted(TrafficClass of) const {
  const std::uint64_t share = plan_.spec.shares[static_cast<std::size_t>(of)];
  return static_cast<std::uint32_t>(plan_.spec.orders * share / 100);
}

void FraudTraffic::make() {
  scalpers();
  bonus_hunters();
  brushers();
  card_testers();
  price_errors();
}

// A ring has 6 to 25 accounts, registered for the drop or bought, and orders in its first minutes.
void FraudTraffic::scalpers() {
  std::uint32_t count = wanted(TrafficClass::scalper);
  for (std::uint32_t ring = 0; count != 0; ++ring) {
    Random random = plan_.random(TrafficDraw::scalper, ring);
    const TrafficPlan::Drop& drop =
        plan_.drops_[random.below(static_cast<std::uint32_t>(plan_.drops_.size()))];
    // Plain: one or two addresses, two phones, three devices. Spread: an address for each, by
    // another number of the flat; phones are shared. Station: behind a parcel station, with phones
    // that are rented by the number; devices are shared.
    const std::uint32_t manner = random.below(10);
    const std::string_view kind = manner < 5 ? "plain" : manner < 8 ? "spread" : "station";
    const std::uint32_t accounts = 6 + random.below(20);
    const std::uint32_t orders = std::min(count, accounts);
    const std::array<TrafficPerson, 3> shared{plan_.person(random), plan_.person(random),
                                              plan_.person(random)};
    for (std::uint32_t i = 0; i < orders; ++i) {
      TrafficPerson one = plan_.person(random);
      const std::uint32_t of_two = random.below(2);
      const std::uint32_t of_three = random.below(3);
      if (kind == "plain") {
        one.address = shared[of_two].address;
        one.phone = shared[of_two].phone;
        one.device = shared[of_three].device;
        one.ip = shared[0].ip;
        one.ip24 = shared[0].ip24;
      } else if (kind == "spread") {
        one.phone = shared[of_three].phone;
      } else {
        one.address = plan_.carriers_[ring % 8].ip + 1;
        one.place = TrafficPlace::parcel_station;
        one.device = shared[of_three].device;
      }
      const std::uint32_t at = plan_.time_between(drop.at_s, drop.at_s + std::int64_t{900}, random);
      const bool is_made_for_it = random.chance(600);
      const std::uint32_t before = random.below(20 * day_s);
      if (is_made_for_it) one.registered_s = std::int64_t{at} - hour_s - before;
      TrafficOrder order = plan_.order_of(one, at, TrafficClass::scalper, kind);
      const std::uint32_t quantity = 1 + random.below(2);
      plan_.fill_with(order, drop.sku, quantity);
      order.campaign = drop.campaign;
      order.pays_after_s = 20 + of_three * 10;
      plan_.orders.push_back(std::move(order));
    }
    count -= orders;
  }
}

// A farm registers 8 to 40 accounts in a few hours; each buys just enough for the coupon.
void FraudTraffic::bonus_hunters() {
  std::uint32_t count = wanted(TrafficClass::bonus_hunter);
  for (std::uint32_t ring = 0; count != 0; ++ring) {
    Random random = plan_.random(TrafficDraw::bonus_hunter, ring);
    // Plain: two devices, two phones, one address. Rack: a telephone and a number for each, behind
    // one network; two addresses. Spread: a device and a network for each, a parcel station, and
    // numbers that each serve four accounts.
    const std::uint32_t manner = random.below(10);
    const std::string_view kind = manner < 5 ? "plain" : manner < 8 ? "rack" : "spread";
    const std::uint32_t orders = std::min(count, 8 + random.below(33));
    const std::uint32_t began = plan_.some_time(random);
    const std::array<TrafficPerson, 2> shared{plan_.person(random), plan_.person(random)};
    const std::uint64_t network = plan_.token();
    std::uint64_t number = 0;
    for (std::uint32_t i = 0; i < orders; ++i) {
      TrafficPerson one = plan_.person(random);
      const std::uint32_t of_two = random.below(2);
      if (kind == "plain") {
        one.device = shared[of_two].device;
        one.phone = shared[of_two].phone;
        one.address = shared[0].address;
        one.ip = network;
        one.ip24 = network;
      } else if (kind == "rack") {
        one.address = shared[of_two].address;
        one.ip = network;
        one.ip24 = network;
      } else {
        if (i % 4 == 0) number = one.phone;
        one.phone = number;
        one.address = plan_.carriers_[ring % 8].ip + 1;
        one.place = TrafficPlace::parcel_station;
        one.ip = plan_.token();
        one.ip24 = one.ip;
      }
      const std::uint32_t at = plan_.time_between(began, std::int64_t{began} + 3 * hour_s, random);
      const std::uint32_t before = random.below(hour_s);
      one.registered_s = std::int64_t{at} - 120 - before;
      TrafficOrder order = plan_.order_of(one, at, TrafficClass::bonus_hunter, kind);
      const std::uint32_t seller = random.below(traffic_sellers);
      const std::uint32_t sku = plan_.sku_of_seller(seller, random);
      const auto enough = static_cast<std::uint32_t>(3'000 / plan_.skus[sku].list_price + 1);
      plan_.fill_with(order, sku, enough);
      plan_.take_coupon(order);
      plan_.orders.push_back(std::move(order));
    }
    count -= orders;
  }
}

// A seller has 5 to 12 accounts buy of him over days, 4 to 8 times each; what was paid goes back.
void FraudTraffic::brushers() {
  std::uint32_t count = wanted(TrafficClass::brushing);
  for (std::uint32_t ring = 0; count != 0; ++ring) {
    Random random = plan_.random(TrafficDraw::brushing, ring);
    // Plain: the seller's own two devices and his network. Tasked: people at home, who are paid for
    // it; fewer of their orders are undone.
    const bool is_plain = random.chance(600);
    const std::uint32_t seller = random.below(traffic_sellers);
    const std::uint32_t accounts = 5 + random.below(8);
    const std::array<TrafficPerson, 2> shared{plan_.person(random), plan_.person(random)};
    for (std::uint32_t a = 0; a < accounts && count != 0; ++a) {
      const TrafficPerson one = plan_.person(random);
      const std::uint32_t orders = std::min(count, 4 + random.below(5));
      for (std::uint32_t i = 0; i < orders; ++i) {
        TrafficPerson now = one;
        const std::uint32_t of_two = random.below(2);
        if (is_plain) {
          now.device = shared[of_two].device;
          now.ip = shared[0].ip;
          now.ip24 = shared[0].ip24;
        }
        const std::uint32_t at = plan_.some_time(random);
        TrafficOrder order =
            plan_.order_of(now, at, TrafficClass::brushing, is_plain ? "plain" : "tasked");
        const std::uint32_t sku = plan_.sku_of_seller(seller, random);
        plan_.fill_with(order, sku, 1);
        const bool is_undone = random.chance(is_plain ? 700 : 450);
        const std::uint32_t after = random.below(4 * hour_s);
        if (is_undone) {
          order.fate = TrafficFate::cancelled;
          order.ends_after_s = 10 * 60 + after;
        }
        plan_.orders.push_back(std::move(order));
      }
      count -= orders;
    }
  }
}

// A burst tries 10 to 40 cards on something cheap; most fail, and what works is charged back.
void FraudTraffic::card_testers() {
  std::uint32_t count = wanted(TrafficClass::card_testing);
  for (std::uint32_t burst = 0; count != 0; ++burst) {
    Random random = plan_.random(TrafficDraw::card_testing, burst);
    // Plain: one device, a card a minute. Masked: a device that seems new each time, behind one
    // network. Slow: one device, a card an hour.
    const std::uint32_t manner = random.below(10);
    const std::string_view kind = manner < 5 ? "plain" : manner < 8 ? "masked" : "slow";
    const std::uint32_t orders = std::min(count, 10 + random.below(31));
    const TrafficPerson robot = plan_.person(random);
    const std::uint32_t seller = random.below(traffic_sellers);
    const std::uint32_t sku = plan_.sku_of_seller(seller, random);
    std::int64_t at = plan_.some_time(random);
    std::uint64_t card = 0;
    for (std::uint32_t i = 0; i < orders; ++i) {
      TrafficPerson now = robot;
      now.customer = 0;
      const bool is_tried_again = card != 0 && random.chance(200);
      if (!is_tried_again) card = plan_.token();
      now.card = card;
      if (kind == "masked") {
        now.device = plan_.token();
        now.phone = plan_.token();
      }
      at += kind == "slow" ? 1'200 + random.below(4'800) : 15 + random.below(60);
      const std::uint32_t when = plan_.time_between(at, at, random);
      TrafficOrder order = plan_.order_of(now, when, TrafficClass::card_testing, kind);
      plan_.fill_with(order, sku, 1);
      const bool works = random.chance(150);
      const std::uint32_t after = random.below(12 * day_s);
      order.pays_after_s = 5;
      order.payments_failed = works ? 0 : 1;
      order.fate = works ? TrafficFate::charged_back : TrafficFate::unpaid;
      order.ends_after_s = 3 * day_s + after;
      plan_.orders.push_back(std::move(order));
    }
    count -= orders;
  }
}

// A price is wrong for an hour or three, and word gets around.
void FraudTraffic::price_errors() {
  std::uint32_t count = wanted(TrafficClass::price_error);
  for (std::uint32_t slip = 0; count != 0; ++slip) {
    Random random = plan_.random(TrafficDraw::price_error, slip);
    const std::uint32_t manner = random.below(10);
    // A point that slipped by one place or two, another currency, or the price of one of a pair.
    const std::int64_t percent = manner < 4 ? 10 : manner < 6 ? 1 : manner < 8 ? 14 : 50;
    const std::string_view kind = percent == 50 ? "half" : percent == 14 ? "currency" : "point";
    const std::uint32_t orders = std::min(count, 10 + random.below(60));
    const std::uint32_t began = plan_.some_time(random);
    const std::uint32_t lasts = hour_s + random.below(2 * hour_s);
    const std::uint32_t seller = random.below(traffic_sellers);
    const std::uint32_t sku = plan_.sku_of_seller(seller, random);
    for (std::uint32_t i = 0; i < orders; ++i) {
      TrafficPerson one = plan_.person(random);
      const std::uint32_t at =
          plan_.time_between(began, std::int64_t{began} + std::int64_t{lasts}, random);
      const bool is_new = random.chance(300);
      if (is_new) one.registered_s = std::int64_t{at} - 600;
      TrafficOrder order = plan_.order_of(one, at, TrafficClass::price_error, kind);
      const std::uint32_t quantity = 1 + random.below(10);
      plan_.fill_with(order, sku, quantity);
      order.lines[0].price = std::max<std::int64_t>(1, order.lines[0].price * percent / 100);
      plan_.orders.push_back(std::move(order));
    }
    count -= orders;
  }
}

// A double click, a page that is loaded again, an app that thinks that nobody heard it.
void FraudTraffic::double_some() {
  const std::uint32_t count = wanted(TrafficClass::duplicate);
  std::vector<std::size_t> honest;
  for (std::size_t i = 0; i < plan_.orders.size(); ++i) {
    const TrafficOrder& order = plan_.orders[i];
    if (order.of == TrafficClass::honest && order.kind != "second_try") honest.push_back(i);
  }
  if (honest.empty()) return;
  for (std::uint32_t i = 0; i < count; ++i) {
    Random random = plan_.random(TrafficDraw::duplicate, i);
    const std::uint32_t which = random.below(static_cast<std::uint32_t>(honest.size()));
    TrafficOrder second = plan_.orders[honest[which]];
    const bool is_quick = random.chance(900);
    const std::uint32_t behind = is_quick ? 1 + random.below(15) : 30 + random.below(90);
    second.kind = is_quick ? "click" : "reload";
    second.at_s += behind;
    second.of = TrafficClass::duplicate;
    // The customer pays one of them, or both and wants one back.
    const bool pays_both = random.chance(400);
    second.payments_failed = 0;
    second.fate = pays_both ? TrafficFate::cancelled : TrafficFate::unpaid;
    second.ends_after_s = hour_s;
    plan_.orders.push_back(std::move(second));
  }
}

}  // namespace allot::simulation
