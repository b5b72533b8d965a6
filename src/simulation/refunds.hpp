// Gives money back as the people of a shop would: what goods cost, a while after they came back,
// and what the engine tells as due, of paid orders that were cancelled or rejected. Of an order of
// which no money is known to have come in nothing is given back for goods. Of an order whose file
// says how much of it was given back, that is, after it was paid, and no more. Of an order whose
// payments the shop's updates tell they tell all of them, and nothing is made up.
//
// What went back is counted by what the engine told of it. What is drawn of an order depends on the
// seed and the order alone.
//
// Threads: one at a time. Memory: a bit per arrival, about 100 bytes for each order of which money
// goes back, and 30 KiB.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "allot/messages/event.hpp"
#include "simulation/errand.hpp"
#include "simulation/fulfilment_counts.hpp"
#include "simulation/histogram.hpp"
#include "simulation/world.hpp"

namespace allot::simulation {

class Refunds {
 public:
  // Borrows both.
  Refunds(const World& world, const TimeMap& map);

  // Takes in that goods of the order were received, before what the engine tells of them.
  void received(std::uint32_t order, TimeNs at) { states_[order].received = at; }
  // Returns: what is to be given back later because of an event of this order, if anything is.
  std::optional<Errand> see(const Event& event, std::uint32_t order, TimeNs now);
  // Returns: what it asks of the engine. Requires: see() returned it.
  [[nodiscard]] Command command(const Errand& errand) const;
  // Takes in that its command was admitted.
  void finish(const Errand& errand);

  [[nodiscard]] RefundCounts report() const;

 private:
  struct State {
    TimeNs received{};         // when goods came back
    std::uint32_t numbered{};  // refunds that were planned
  };
  struct Planned {
    MoneyMinor amount{};
    TimeNs received{};  // the goods that it is for; 0: for none
  };

  void count(const Event& event, std::uint32_t order);
  // Returns: whether the file of orders says how much of the order was given back.
  [[nodiscard]] bool is_told(std::uint32_t order) const noexcept {
    return world_.book_order(order).refunded > 0;
  }
  // Returns: whether the shop's updates tell the payments of the order.
  [[nodiscard]] bool is_of_updates(std::uint32_t order) const noexcept;
  // Returns: the errand, `from` when it counts.
  std::optional<Errand> plan(std::uint32_t order, MoneyMinor amount, TimeNs from, bool of_goods);
  // Returns: what so many units of the SKU cost, less their share of what is off the goods, and the
  //          tax that came on top.
  [[nodiscard]] MoneyMinor paid_for(std::uint32_t order, std::uint32_t sku,
                                    std::uint32_t units) const;

  const World& world_;
  const TimeMap& map_;
  bool pays_;
  std::vector<bool> paid_;  // by arrival: its money came in and was not taken back
  boost::unordered_flat_map<std::uint32_t, State> states_;
  boost::unordered_flat_map<std::uint64_t, Planned> planned_;  // by order and number
  RefundCounts counts_;
  Histogram until_refunded_ns_;  // of the scenario
};

}  // namespace allot::simulation
