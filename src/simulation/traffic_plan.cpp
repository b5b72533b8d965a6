#include "simulation/traffic_plan.hpp"

#include <algorithm>
#include <array>

namespace allot::simulation {
namespace {

// Of 256 orders of a day, by the hour: little at night, lunch, and most behind supper.
constexpr std::array<std::uint32_t, 24> hour_shares{5,  3,  2,  1,  1,  2,  4,  8,  11, 13, 14, 14,
                                                    17, 14, 12, 12, 12, 12, 13, 17, 22, 21, 16, 10};
constexpr std::uint32_t hour_shares_sum = 256;
static_assert([] {
  std::uint32_t sum = 0;
  for (const std::uint32_t share : hour_shares) sum += share;
  return sum;
}() == hour_shares_sum);

constexpr std::uint32_t skus_per_seller = 10;
constexpr std::uint32_t limited_skus = 4;
constexpr std::uint32_t carrier_networks = 12;
constexpr std::uint32_t days_between_drops = 4;
constexpr std::int64_t coupon_worth = 1'000;
constexpr std::int64_t coupon_from = 3'000;

std::int64_t some_list_price(Random& random) {
  const std::uint32_t kind = random.below(100);
  if (kind < 60) return 500 + std::int64_t{random.below(2'500)};
  if (kind < 90) return 3'000 + std::int64_t{random.below(9'000)};
  return 12'000 + std::int64_t{random.below(48'000)};
}

}  // namespace

TrafficPlan::TrafficPlan(const TrafficSpec& of) : spec(of) {
  Random shop = random(TrafficDraw::shop, 0);
  for (std::uint32_t i = 0; i < traffic_sellers * skus_per_seller; ++i) {
    const std::int64_t price = some_list_price(shop);
    skus.push_back({price, i / skus_per_seller, false});
  }
  for (std::uint32_t i = 0; i < limited_skus; ++i) {
    const std::int64_t price = 9'000 + std::int64_t{shop.below(16'000)};
    skus.push_back({price, i, true});
  }
  for (std::uint32_t i = 0; i < carrier_networks; ++i) {
    const std::uint64_t network = token();
    carriers_.push_back({token(), network});
    carriers_.push_back({token(), network});
  }
  welcome_ = token();
  for (std::uint32_t day = 1 % spec.days; day < spec.days; day += days_between_drops) {
    Random when = random(TrafficDraw::drop, day);
    const std::uint32_t hour = when.chance(500) ? 10 : 20;
    const auto sku = static_cast<std::uint32_t>(traffic_sellers * skus_per_seller +
                                                drops_.size() % limited_skus);
    drops_.push_back({sku, day * day_s + hour * hour_s, token()});
  }
}

std::uint64_t TrafficPlan::token() noexcept {
  // 53 bits, so that every reader of JSON has them exactly.
  ++tokens_;
  return (keyed(spec.seed, Purpose::traffic, static_cast<std::uint64_t>(TrafficDraw::token),
                tokens_) >>
          11U) |
         1U;
}

std::uint32_t TrafficPlan::some_time(Random& random) const {
  const std::uint32_t day = random.below(spec.days);
  std::uint32_t share = random.below(hour_shares_sum);
  std::uint32_t hour = 0;
  while (share >= hour_shares[hour]) share -= hour_shares[hour++];
  const std::uint32_t second = random.below(hour_s);
  return day * day_s + hour * hour_s + second;
}

std::uint32_t TrafficPlan::time_between(std::int64_t first, std::int64_t last,
                                        Random& random) const {
  const std::int64_t end = std::int64_t{length_s()} - 1;
  first = std::clamp<std::int64_t>(first, 0, end);
  last = std::clamp<std::int64_t>(last, first, end);
  const std::uint32_t behind = random.below(static_cast<std::uint32_t>(last - first + 1));
  return static_cast<std::uint32_t>(first) + behind;
}

void TrafficPlan::give_ip(TrafficPerson& person, Random& random) {
  // Four of ten are on the move, behind what their carrier has.
  if (random.chance(400)) return give_mobile_ip(person, random);
  person.ip = token();
  person.ip24 = token();
}

void TrafficPlan::give_mobile_ip(TrafficPerson& person, Random& random) const {
  const Network& network = carriers_[random.below(static_cast<std::uint32_t>(carriers_.size()))];
  person.ip = network.ip;
  person.ip24 = network.ip24;
}

TrafficPerson TrafficPlan::person(Random& random) {
  TrafficPerson person;
  person.customer = token();
  person.device = token();
  person.address = token();
  person.phone = token();
  const bool has_card = random.chance(650);
  if (has_card) person.card = token();
  give_ip(person, random);
  const std::uint32_t days = random.below(1'500);
  person.registered_s = -std::int64_t{30 + days} * day_s;
  return person;
}

TrafficOrder TrafficPlan::order_of(const TrafficPerson& person, std::uint32_t at_s, TrafficClass of,
                                   std::string_view kind) {
  TrafficOrder order;
  order.at_s = at_s;
  order.of = of;
  order.kind = kind;
  order.customer = person.customer;
  order.device = person.device;
  order.card = person.card;
  order.address = person.address;
  order.phone = person.phone;
  order.ip = person.ip;
  order.ip24 = person.ip24;
  order.place = person.place;
  order.basket = token();
  if (person.customer != 0) {
    order.account_age_s = std::max<std::int64_t>(0, at_s - person.registered_s);
  }
  return order;
}

std::uint32_t TrafficPlan::sku_of_seller(std::uint32_t seller, Random& random) const {
  return seller % traffic_sellers * skus_per_seller + random.below(skus_per_seller);
}

void TrafficPlan::fill(TrafficOrder& order, std::uint32_t lines, std::uint32_t quantity_max,
                       Random& random) {
  const std::uint32_t seller = random.below(traffic_sellers);
  const std::uint32_t first = random.below(skus_per_seller);
  lines = std::min(lines, skus_per_seller);
  for (std::uint32_t i = 0; i < lines; ++i) {
    const std::uint32_t sku = seller * skus_per_seller + (first + i) % skus_per_seller;
    const std::uint32_t quantity = 1 + random.below(quantity_max);
    // Every tenth line is in a sale: down to 0.3 of the list price.
    const bool is_reduced = random.chance(100);
    const std::int64_t percent = is_reduced ? 30 + std::int64_t{random.below(60)} : 100;
    order.lines.push_back(
        {sku, quantity, std::max<std::int64_t>(1, skus[sku].list_price * percent / 100)});
  }
}

void TrafficPlan::fill_with(TrafficOrder& order, std::uint32_t sku, std::uint32_t quantity) {
  order.lines.push_back({sku, quantity, skus[sku].list_price});
}

void TrafficPlan::take_coupon(TrafficOrder& order) {
  if (goods_of(order) < coupon_from) return;
  order.has_coupon = true;
  order.campaign = welcome_;
  order.discount = coupon_worth;
}

}  // namespace allot::simulation
