// What the people of labelled traffic want to order, before it is put in the order of time.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "simulation/random.hpp"
#include "simulation/traffic_spec.hpp"

namespace allot::simulation {

inline constexpr std::uint32_t hour_s = 3'600;
inline constexpr std::uint32_t day_s = 24 * hour_s;

// What draws are for: each person, ring and order has numbers of his own. The numbers are part of
// what a seed means: never renumbered.
enum class TrafficDraw : std::uint64_t {
  token = 0,
  shop = 1,
  drop = 2,
  regular = 10,
  newcomer = 11,
  family = 12,
  student = 14,
  office = 15,
  gift_buyer = 16,
  bulk_buyer = 17,
  fan = 18,
  second_try = 19,
  scalper = 30,
  bonus_hunter = 31,
  brushing = 32,
  card_testing = 33,
  price_error = 34,
  duplicate = 35,
};

inline constexpr std::uint32_t traffic_sellers = 24;

enum class TrafficPlace : std::uint8_t { home, campus, parcel_station, office };

// What becomes of an order that was accepted.
enum class TrafficFate : std::uint8_t {
  paid,
  unpaid,        // its payment window ends it
  cancelled,     // once it is paid; its money goes back
  charged_back,  // once it is paid
};

struct TrafficLine {
  std::uint32_t sku{};  // in the order of TrafficShop::skus
  std::uint32_t quantity{1};
  std::int64_t price{};
};

// Tokens are 0 where there is none.
struct TrafficOrder {
  std::uint32_t at_s{};  // since the beginning
  TrafficClass of{};
  std::string_view kind;
  std::uint64_t customer{};
  std::uint64_t device{};
  std::uint64_t card{};
  std::uint64_t address{};
  std::uint64_t phone{};
  std::uint64_t recipient{};
  std::uint64_t ip{};
  std::uint64_t ip24{};
  std::uint64_t campaign{};
  std::uint64_t basket{};
  bool has_coupon{};
  TrafficPlace place{};
  std::int64_t account_age_s{-1};  // -1: a guest
  std::vector<TrafficLine> lines;
  std::int64_t discount{};
  std::uint8_t payments_failed{};
  TrafficFate fate{};
  std::uint32_t pays_after_s{40};
  std::uint32_t ends_after_s{};  // behind its payment: cancelled, or charged back
};

// Returns: what its lines come to.
[[nodiscard]] inline std::int64_t goods_of(const TrafficOrder& order) {
  std::int64_t sum = 0;
  for (const TrafficLine& line : order.lines) sum += line.price * line.quantity;
  return sum;
}

struct TrafficSku {
  std::int64_t list_price{};
  std::uint32_t seller{};
  bool limited{};
};

// Somebody who orders. How somebody is reached that he shares with others is given to him.
struct TrafficPerson {
  std::uint64_t customer{};
  std::uint64_t device{};
  std::uint64_t card{};  // 0: pays out of a wallet that tells no card
  std::uint64_t address{};
  std::uint64_t phone{};
  std::uint64_t ip{};
  std::uint64_t ip24{};
  TrafficPlace place{};
  std::int64_t registered_s{};  // since the beginning; before it where negative
  bool at_registration{};       // is registered a few minutes before he first orders
};

// The shop, the time that there is, and tokens that are each another.
class TrafficPlan {
 public:
  explicit TrafficPlan(const TrafficSpec& spec);

  const TrafficSpec& spec;
  std::vector<TrafficSku> skus;
  std::vector<TrafficOrder> orders;

 private:
  friend class HonestTraffic;
  friend class FraudTraffic;

  [[nodiscard]] Random random(TrafficDraw what, std::uint64_t which) const noexcept {
    return {spec.seed, Purpose::traffic, static_cast<std::uint64_t>(what), which};
  }
  [[nodiscard]] std::uint64_t token() noexcept;
  [[nodiscard]] std::uint32_t length_s() const noexcept { return spec.days * day_s; }
  [[nodiscard]] std::uint32_t some_time(Random& random) const;
  // Returns: a time between both, inside of what there is.
  [[nodiscard]] std::uint32_t time_between(std::int64_t first, std::int64_t last,
                                           Random& random) const;
  // An IP of somebody's own, in a network of its own.
  void give_ip(TrafficPerson& person, Random& random);
  // One of those that a carrier puts its customers behind.
  void give_mobile_ip(TrafficPerson& person, Random& random) const;
  [[nodiscard]] TrafficPerson person(Random& random);
  [[nodiscard]] TrafficOrder order_of(const TrafficPerson& person, std::uint32_t at_s,
                                      TrafficClass of, std::string_view kind);
  // Goods of one seller, which is a marketplace's way: as many lines, up to so many of each.
  void fill(TrafficOrder& order, std::uint32_t lines, std::uint32_t quantity_max, Random& random);
  // One line of a SKU, for its list price.
  void fill_with(TrafficOrder& order, std::uint32_t sku, std::uint32_t quantity);
  void take_coupon(TrafficOrder& order);
  [[nodiscard]] std::uint32_t sku_of_seller(std::uint32_t seller, Random& random) const;

  struct Network {
    std::uint64_t ip{};
    std::uint64_t ip24{};
  };
  struct Drop {
    std::uint32_t sku{};
    std::uint32_t at_s{};
    std::uint64_t campaign{};
  };
  std::vector<Network> carriers_;
  std::vector<Drop> drops_;
  std::uint64_t welcome_{};  // the coupon's campaign
  std::uint64_t tokens_{};
};

}  // namespace allot::simulation
