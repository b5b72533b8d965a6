// What one random run is like: its limits, its sizes, and how often it does what.
//
// Swarm testing: each run leaves some kinds of commands out and lets others dominate, because a
// uniform mix never reaches the deep states (long waiting queues, mass expiry, a full table).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "allot/messages/limits_rules.hpp"
#include "allot/messages/message_types.hpp"
#include "random_source.hpp"

namespace allot::generator {

// What is drawn: a command of this type, or an earlier command again.
using Kind = CommandType;
inline constexpr Kind repeat{};
inline constexpr std::size_t kinds = 256;

// small: short, often with tiny capacities. deep: long, with room. mass: thousands of open orders.
enum class RunScale : std::uint8_t { small, deep, mass };

struct RunProfile {
  explicit RunProfile(RandomSource& random);

  RunScale scale;
  Limits limits;
  std::uint32_t commands{};  // length of the run
  std::uint32_t skus{};
  std::uint32_t nodes{};
  std::uint32_t zones{};
  std::uint32_t carriers{};  // 0: nobody names any
  std::uint32_t channels{};
  std::uint32_t customers{};
  std::uint32_t order_quantity_max{};
  std::uint32_t receipt_quantity_max{};
  std::uint32_t lots{};   // different lot codes in a cell
  std::int64_t ttl_ns{};  // scale of every time to live
  std::int64_t time_origin{};
  std::uint32_t fault_one_in{};    // how often a field is spoiled on purpose
  std::uint32_t backorder_of_8{};  // how many orders of eight let their lines wait
  std::uint32_t complete_of_8{};   // how many orders of eight are ship_complete
  std::uint32_t numbered_of_8{};   // how many orders of eight are named by a number
  std::uint32_t still_of_8{};      // how many steps of eight leave time alone
  std::uint32_t
      time_stands_until{};  // command before which time stands, so that all falls due at once
  bool jumps{};             // long jumps of time occur
  bool reviews{};           // risk limits send orders to review
  bool velocity{};
  bool strict_limits{};  // hard limits of risk are low
  bool cash_on_delivery{};
  bool safety{};
  bool wide_lines{};
  bool capped{};   // purchase caps are defined
  bool moneyed{};  // orders say more of their money than prices
  bool
      deadlines{};  // channels have a grace, refuse late payments, or ask for money when they serve
  bool authorises{};   // orders of channels are firm when their money is set aside
  bool merges{};       // orders are alike, and become one
  bool deposits{};     // orders of channels are firm by a deposit, and have a balance window
  bool lines_apart{};  // lines of one SKU have numbers and dates of their own
  bool offers{};       // most orders wait for goods, and are paid when they are served
  bool perishable{};   // lots end one after the other while orders hold from them
  bool old_sales{};    // imports tell sales that may have been forgotten
  bool margins{};      // channels stop selling lots some time before their end
  bool own_holds{};    // channels heed what shoppers hold themselves, who ask for it again
  bool asks_again{};   // most of them do
  bool large_costs{};
  bool rule_sets{};  // rule sets are loaded and switched, and orders bring what they ask for
  // Margins of channels are odd multiples of it, and the ends of lots even ones where there are
  // any, so that lots end for nobody when they do for somebody.
  [[nodiscard]] std::int64_t least_margin() const noexcept { return ttl_ns < 4 ? 1 : ttl_ns / 4; }
  std::array<std::uint32_t, kinds> weights{};

 private:
  void authorise_many(RandomSource& random);
  void draw_ways(RandomSource& random);
  void deposit_many(RandomSource& random);
  void be_about(std::uint32_t number);
  void deposit_most(RandomSource& random);
  void pick_many(RandomSource& random);
  void feed_some();
  void name_carriers();
  void share_parcels();
  void ask_of_holds();
  void heed_own_holds(RandomSource& random);
  void move_often();
  void sell_of_old();
  void sell_before();
  void ask_again_often(RandomSource& random);
  void exchange_often();
  void merge_some();
  void split_more();
  void ask_rule_sets();
};

}  // namespace allot::generator
