// Sends goods back as customers would: of some of the orders that arrived one SKU is announced as a
// return after a while, travels, and is received where it came from, with what becomes of it. Some
// of it never arrives.
//
// What came back is counted by what the engine told of it. What is drawn of an order depends on the
// seed and the order alone.
//
// Threads: one at a time. Memory: about 60 bytes for each order of which something comes back, and
// 30 KiB.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <optional>

#include "allot/messages/event.hpp"
#include "simulation/errand.hpp"
#include "simulation/fulfilment_counts.hpp"
#include "simulation/histogram.hpp"
#include "simulation/world.hpp"

namespace allot::simulation {

class CustomerReturns {
 public:
  // Borrows both.
  CustomerReturns(const World& world, const TimeMap& map) : world_(world), map_(map) {}

  // Returns: what follows from an event of this order, to be done later, if anything does.
  std::optional<Errand> see(const Event& event, std::uint32_t order, TimeNs now);
  // Returns: what it asks of the engine. Requires: see() returned it.
  [[nodiscard]] Command command(const Errand& errand) const;
  // Takes in that its command was admitted.
  void finish(const Errand& errand);

  [[nodiscard]] ReturnCounts report() const;

 private:
  struct Return {
    std::uint64_t lot{};  // from which they came
    TimeNs requested{};
    std::uint32_t node{};
    std::uint32_t units{};  // that arrived at the customer's
    bool planned{};
  };

  void count(const Event& event);
  // Returns: the SKU that comes back of an order; 0: none does.
  [[nodiscard]] std::uint32_t sku_of(std::uint32_t order) const;
  [[nodiscard]] Random draws_of(std::uint32_t order, KeyKind kind) const;

  const World& world_;
  const TimeMap& map_;
  boost::unordered_flat_map<std::uint32_t, Return> returns_;
  ReturnCounts counts_;
  Histogram until_received_ns_;  // of the scenario
};

}  // namespace allot::simulation
