// Sends what orders were promised, as warehouses would: of each node that a firm order has units
// at one parcel leaves after a handling time, and is reported to have arrived after the lane's
// transit time. What an order gets later leaves later, in a parcel of its own.
//
// A shop hears of parcels that are on their way at the same time together, when the last of them
// has arrived: the engine is told by order, not by parcel, what was delivered.
//
// Threads: one at a time. Memory: 4 bytes per arrival, about 40 per node that an order has units at
// which have not left, and 30 KiB.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <span>
#include <vector>

#include "allot/messages/event.hpp"
#include "simulation/errand.hpp"
#include "simulation/histogram.hpp"
#include "simulation/report.hpp"
#include "simulation/world.hpp"

namespace allot::simulation {

class Warehouses {
 public:
  // Borrows both.
  Warehouses(const World& world, const TimeMap& map);

  // Returns: what follows from an event of this order, to be done later; valid until the next call.
  std::span<const Errand> see(const Event& event, std::uint32_t order, TimeNs now);

  // Returns: whether there is nothing to do any more: the units went another way, or other parcels
  //          of the order are still on theirs.
  [[nodiscard]] bool is_idle(const Errand& errand) const;
  // Returns: what it asks of the engine. Requires: it is not idle.
  [[nodiscard]] Command command(const Errand& errand) const;
  // Takes in that its command was admitted, or that it was idle.
  void finish(const Errand& errand, bool admitted);

  // Fills how long it was from an order to its parcels, and what left in time.
  void report(FulfilmentCounts& counts) const;

 private:
  struct OrderState {
    std::uint16_t on_the_way{};  // parcels that were sent
    bool firm{};
    bool late{};     // a parcel of it left after its ship_by
    bool shipped{};  // all of it
    // The shop's file cancels it, so that nothing of it had left by then.
    bool kept_back{};
  };
  // What an order has at a node, and which of its errands sends it.
  struct Parcel {
    std::uint32_t units{};
    std::uint32_t number{};  // 0: none is due
    TimeNs left{};           // when the last one was sent
  };
  using Parcels = boost::unordered_flat_map<std::uint64_t, Parcel>;

  [[nodiscard]] static std::uint64_t place(std::uint32_t order, std::size_t node) noexcept;
  [[nodiscard]] std::int64_t handling_time(std::uint32_t order, std::size_t node) const;
  [[nodiscard]] std::int64_t transit_time(std::uint32_t order, std::size_t node) const;
  void add(std::uint32_t order, std::size_t node, std::uint32_t units, TimeNs now);
  void take_off(std::uint32_t order, std::size_t node, std::uint32_t units);
  void take_off_all(std::uint32_t order);
  void plan(std::uint32_t order, std::size_t node, Parcel& parcel, TimeNs now);
  void send(const Event& event, std::uint32_t order);
  void count_left(std::uint32_t order, TimeNs left);

  const World& world_;
  const TimeMap& map_;
  std::vector<std::uint32_t> groups_;     // by zone of the book
  std::vector<std::uint64_t> transit_s_;  // by node and group
  std::vector<OrderState> orders_;
  Parcels parcels_;
  std::vector<Errand> errands_;
  std::uint32_t numbered_{};
  std::uint32_t last_sent_{};  // the parcel whose lines are being told
  Histogram to_shipment_ns_;   // of the scenario
  FulfilmentCounts in_time_;   // those of its counts that are about ship_by
  TimeNs latest_{};            // when something was last heard
};

}  // namespace allot::simulation
