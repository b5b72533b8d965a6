// Honest people, of the kinds that rules hit wrongly.
#include <algorithm>
#include <utility>

#include "simulation/traffic_people.hpp"

namespace allot::simulation {
namespace {

// Returns: 1 to 6; most baskets are small.
std::uint32_t some_lines(Random& random) {
  const std::uint32_t first = random.below(6);
  const std::uint32_t second = random.below(6);
  return 1 + std::min(first, second);
}

}  // namespace

void HonestTraffic::make() {
  const std::uint32_t all = plan_.spec.orders;
  std::uint32_t others = 0;
  for (const std::uint32_t share : plan_.spec.shares) {
    others += static_cast<std::uint32_t>(std::uint64_t{all} * share / 100);
  }
  const std::uint32_t honest = all - others;
  const auto part = [honest](std::uint32_t percent) {
    return static_cast<std::uint32_t>(std::uint64_t{honest} * percent / 100);
  };
  newcomers(part(18));
  families(part(10));
  students(part(10));
  offices(part(6));
  gift_buyers(part(3));
  bulk_buyers(part(1));
  fans(part(4));
  // Two orders each.
  second_tries(part(1));
  regulars(honest - part(18) - part(10) - part(10) - part(6) - part(3) - part(1) - part(4) -
           2 * part(1));
}

void HonestTraffic::settle(TrafficOrder& order, Random& random) const {
  // A code is mistyped, a bank asks back: of 1,000 orders 50 fail once, 10 two or three times.
  const std::uint32_t fails = random.below(1'000);
  const std::uint32_t fate = random.below(1'000);
  const std::uint32_t pays_after = random.below(300);
  const std::uint32_t ends_after = random.below(2 * hour_s);
  const std::uint32_t back_after = random.below(12 * day_s);
  if (fails < 60) order.payments_failed = 1;
  if (fails < 10) order.payments_failed = 2;
  if (fails < 3) order.payments_failed = 3;
  order.pays_after_s = 15 + pays_after;
  if (fate < 40) {
    order.fate = TrafficFate::cancelled;
    order.ends_after_s = 60 + ends_after;
  } else if (fate < 80) {
    order.fate = TrafficFate::unpaid;
  } else if (fate < 82) {
    // Who has a quarrel, or does not know his own order again.
    order.fate = TrafficFate::charged_back;
    order.ends_after_s = 5 * day_s + back_after;
  }
}

void HonestTraffic::add(TrafficOrder order, Random& random) {
  settle(order, random);
  plan_.orders.push_back(std::move(order));
}

void HonestTraffic::regulars(std::uint32_t count) {
  for (std::uint32_t who = 0; count != 0; ++who) {
    Random random = plan_.random(TrafficDraw::regular, who);
    const TrafficPerson home = plan_.person(random);
    const std::uint32_t orders = std::min(count, 1 + random.below(5));
    const bool likes_one_seller = random.chance(150);
    const bool is_guest = random.chance(80);
    const std::uint32_t liked = random.below(traffic_sellers);
    for (std::uint32_t i = 0; i < orders; ++i) {
      TrafficPerson now = home;
      const bool elsewhere = random.chance(250);
      if (elsewhere) plan_.give_mobile_ip(now, random);
      const bool other_device = random.chance(200);
      if (other_device) now.device = home.device + 1;
      if (is_guest) now.customer = 0;
      const std::uint32_t at = plan_.some_time(random);
      TrafficOrder order = plan_.order_of(now, at, TrafficClass::honest, "regular");
      if (likes_one_seller) {
        const std::uint32_t sku = plan_.sku_of_seller(liked, random);
        const std::uint32_t quantity = 1 + random.below(3);
        plan_.fill_with(order, sku, quantity);
      } else {
        const std::uint32_t lines = some_lines(random);
        plan_.fill(order, lines, 3, random);
      }
      const bool again = i + 1 < orders && random.chance(60);
      add(order, random);
      if (!again) continue;
      // One thing was forgotten, or it is for a neighbour, too: another cart, soon behind.
      TrafficOrder second = order;
      second.basket = plan_.token();
      second.at_s = plan_.time_between(std::int64_t{at} + 60, std::int64_t{at} + hour_s, random);
      add(std::move(second), random);
      ++i;
    }
    count -= orders;
  }
}

void HonestTraffic::newcomers(std::uint32_t count) {
  for (std::uint32_t who = 0; who < count; ++who) {
    Random random = plan_.random(TrafficDraw::newcomer, who);
    TrafficPerson person = plan_.person(random);
    const std::uint32_t at = plan_.some_time(random);
    // Seven of ten register to buy, the others looked around before.
    const bool at_once = random.chance(700);
    const std::uint32_t before = random.below(at_once ? hour_s / 2 : 3 * day_s);
    person.registered_s = std::int64_t{at} - 60 - before;
    TrafficOrder order = plan_.order_of(person, at, TrafficClass::honest, "newcomer");
    const std::uint32_t lines = some_lines(random);
    plan_.fill(order, lines, 3, random);
    const bool has_heard = random.chance(600);
    if (has_heard) plan_.take_coupon(order);
    add(std::move(order), random);
  }
}

// Two to five accounts behind one door, one network, a tablet that all use, and cards that are
// lent.
void HonestTraffic::families(std::uint32_t count) {
  for (std::uint32_t which = 0; count != 0; ++which) {
    Random random = plan_.random(TrafficDraw::family, which);
    const TrafficPerson home = plan_.person(random);
    const std::uint32_t members = 2 + random.below(4);
    const std::uint32_t orders = std::min(count, members + random.below(2 * members));
    std::vector<TrafficPerson> people;
    for (std::uint32_t i = 0; i < members; ++i) {
      TrafficPerson member = plan_.person(random);
      member.address = home.address;
      member.ip = home.ip;
      member.ip24 = home.ip24;
      const bool lends_card = random.chance(300);
      if (lends_card) member.card = home.card;
      const bool lends_phone = random.chance(200);
      if (lends_phone) member.phone = home.phone;
      const bool is_new = random.chance(150);
      if (is_new) {
        member.registered_s = plan_.some_time(random);
        member.at_registration = true;
      }
      people.push_back(member);
    }
    for (std::uint32_t i = 0; i < orders; ++i) {
      TrafficPerson member = people[random.below(members)];
      const bool on_tablet = random.chance(400);
      if (on_tablet) member.device = home.device;
      std::uint32_t at = plan_.some_time(random);
      if (member.at_registration) {
        at = plan_.time_between(member.registered_s + 120, member.registered_s + 2 * day_s, random);
      }
      TrafficOrder order = plan_.order_of(member, at, TrafficClass::honest, "family");
      const std::uint32_t lines = some_lines(random);
      plan_.fill(order, lines, 2, random);
      if (member.at_registration) plan_.take_coupon(order);
      add(std::move(order), random);
    }
    count -= orders;
  }
}

// A campus has one parcel station and one network, of few addresses. Freshmen register in crowds.
void HonestTraffic::students(std::uint32_t count) {
  const std::uint32_t campuses = 1 + count / 600;
  for (std::uint32_t c = 0; c < campuses; ++c) {
    const std::uint64_t station = plan_.token();
    const std::uint64_t network = plan_.token();
    const std::uint64_t addresses[3] = {plan_.token(), plan_.token(), plan_.token()};
    const std::uint32_t here = count / campuses + (c < count % campuses ? 1 : 0);
    for (std::uint32_t i = 0; i < here; ++i) {
      Random own = plan_.random(TrafficDraw::student, std::uint64_t{c} << 32U | i);
      TrafficPerson person = plan_.person(own);
      person.address = station;
      person.place = TrafficPlace::campus;
      const bool in_dormitory = own.chance(600);
      if (in_dormitory) {
        person.ip = addresses[own.below(3)];
        person.ip24 = network;
      } else {
        plan_.give_mobile_ip(person, own);
      }
      const std::uint32_t at = plan_.some_time(own);
      const bool is_new = own.chance(250);
      const std::uint32_t before = own.below(day_s);
      if (is_new) person.registered_s = std::int64_t{at} - 60 - before;
      TrafficOrder order = plan_.order_of(person, at, TrafficClass::honest, "campus");
      const std::uint32_t lines = some_lines(own);
      plan_.fill(order, lines, 2, own);
      if (is_new) plan_.take_coupon(order);
      add(std::move(order), own);
    }
  }
}

// Colleagues order for themselves, many of them at noon, and have it brought to work. Of half of
// the offices the shop does not know that they are one.
void HonestTraffic::offices(std::uint32_t count) {
  for (std::uint32_t which = 0; count != 0; ++which) {
    Random random = plan_.random(TrafficDraw::office, which);
    const TrafficPerson office = plan_.person(random);
    const std::uint64_t network = plan_.token();
    const bool is_known = random.chance(500);
    const std::uint32_t staff = 15 + random.below(60);
    std::vector<TrafficPerson> people;
    for (std::uint32_t i = 0; i < staff; ++i) people.push_back(plan_.person(random));
    const std::uint32_t orders = std::min(count, staff + random.below(staff));
    for (std::uint32_t i = 0; i < orders; ++i) {
      TrafficPerson person = people[random.below(staff)];
      person.ip = network;
      person.ip24 = network;
      const bool to_work = random.chance(500);
      if (to_work) {
        person.address = office.address;
        if (is_known) person.place = TrafficPlace::office;
      }
      std::uint32_t at = plan_.some_time(random);
      const bool at_noon = random.chance(500);
      const std::uint32_t behind_noon = random.below(hour_s);
      if (at_noon) at = at / day_s * day_s + 12 * hour_s + behind_noon;
      TrafficOrder order = plan_.order_of(person, at, TrafficClass::honest, "office");
      const std::uint32_t lines = some_lines(random);
      plan_.fill(order, lines, 2, random);
      add(std::move(order), random);
    }
    count -= orders;
  }
}

// One account sends to many, one order after the other, with one card.
void HonestTraffic::gift_buyers(std::uint32_t count) {
  for (std::uint32_t who = 0; count != 0; ++who) {
    Random random = plan_.random(TrafficDraw::gift_buyer, who);
    const TrafficPerson giver = plan_.person(random);
    const std::uint32_t orders = std::min(count, 3 + random.below(6));
    std::uint32_t at = plan_.some_time(random);
    for (std::uint32_t i = 0; i < orders; ++i) {
      TrafficPerson now = giver;
      now.address = plan_.token();
      at = plan_.time_between(std::int64_t{at} + 60, std::int64_t{at} + 600, random);
      TrafficOrder order = plan_.order_of(now, at, TrafficClass::honest, "gift_buyer");
      order.recipient = plan_.token();
      plan_.fill(order, 1, 2, random);
      add(std::move(order), random);
    }
    count -= orders;
  }
}

// Clubs, schools and small companies have a budget, and spend it on a few things: 300 to 8,300, one
// of ten up to 20,000.
void HonestTraffic::bulk_buyers(std::uint32_t count) {
  for (std::uint32_t who = 0; who < count; ++who) {
    Random random = plan_.random(TrafficDraw::bulk_buyer, who);
    TrafficPerson person = plan_.person(random);
    const std::uint32_t at = plan_.some_time(random);
    const bool is_new = random.chance(200);
    if (is_new) person.registered_s = std::int64_t{at} - hour_s;
    TrafficOrder order = plan_.order_of(person, at, TrafficClass::honest, "bulk_buyer");
    const std::uint32_t lines = 1 + random.below(6);
    plan_.fill(order, lines, 1, random);
    const bool is_large = random.chance(100);
    const std::int64_t budget = 30'000 + std::int64_t{random.below(is_large ? 1'970'000 : 800'000)};
    for (TrafficLine& line : order.lines) {
      const std::int64_t units = budget / std::int64_t{lines} / line.price;
      line.quantity = static_cast<std::uint32_t>(std::clamp<std::int64_t>(units, 1, 60));
    }
    add(std::move(order), random);
  }
}

// Those whom what is limited is meant for: they come in the first hour, some out of one household
// or campus, some with a new account.
void HonestTraffic::fans(std::uint32_t count) {
  std::uint32_t who = 0;
  while (count != 0) {
    Random random = plan_.random(TrafficDraw::fan, who++);
    TrafficPerson person = plan_.person(random);
    const TrafficPlan::Drop& drop =
        plan_.drops_[random.below(static_cast<std::uint32_t>(plan_.drops_.size()))];
    const bool at_station = random.chance(150);
    if (at_station) {
      person.place = TrafficPlace::parcel_station;
      person.address = plan_.carriers_[random.below(8)].ip + 1;
    }
    // Brothers, couples and flats of friends buy one each.
    const bool is_household = random.chance(200);
    const std::uint32_t together = is_household ? 2 + random.below(3) : 1;
    const std::uint32_t orders = std::min(count, together);
    for (std::uint32_t i = 0; i < orders; ++i) {
      TrafficPerson one = plan_.person(random);
      one.address = person.address;
      one.place = person.place;
      one.ip = person.ip;
      one.ip24 = person.ip24;
      const std::uint32_t at =
          plan_.time_between(drop.at_s, std::int64_t{drop.at_s} + hour_s, random);
      const bool is_new = random.chance(250);
      const std::uint32_t before = random.below(3 * day_s);
      if (is_new) one.registered_s = std::int64_t{at} - 300 - before;
      TrafficOrder order = plan_.order_of(one, at, TrafficClass::honest, "fan");
      plan_.fill_with(order, drop.sku, 1);
      order.campaign = drop.campaign;
      add(std::move(order), random);
    }
    count -= orders;
  }
}

// The payment fails, or the address was wrong: the same cart comes again as another order.
void HonestTraffic::second_tries(std::uint32_t count) {
  for (std::uint32_t who = 0; who < count; ++who) {
    Random random = plan_.random(TrafficDraw::second_try, who);
    const TrafficPerson person = plan_.person(random);
    const std::uint32_t at = plan_.some_time(random);
    TrafficOrder first = plan_.order_of(person, at, TrafficClass::honest, "second_try");
    const std::uint32_t lines = some_lines(random);
    plan_.fill(first, lines, 3, random);
    TrafficOrder second = first;
    const std::uint32_t again = 90 + random.below(300);
    second.at_s = at + again;
    const bool other_card = random.chance(500);
    if (other_card) second.card = plan_.token();
    add(std::move(second), random);
    const bool failed = random.chance(700);
    first.pays_after_s = 30;
    first.ends_after_s = 30;
    first.payments_failed = failed ? 1 : 0;
    first.fate = failed ? TrafficFate::unpaid : TrafficFate::cancelled;
    plan_.orders.push_back(std::move(first));
  }
}

}  // namespace allot::simulation
