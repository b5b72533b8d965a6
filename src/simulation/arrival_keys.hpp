// The order that each arrival is, and the arrival that an order is.
//
// Where the orders come from a file they are named by its numbers; a copy has #2, #3 and so on
// behind its number, and what is longer than a number may be is cut and marked as long SKU codes
// are. Generated orders have keys alone: the numbers of their arrivals, from 1.
//
// Threads: any, once made. Memory: about 25 bytes for each arrival, where there are numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include <boost/unordered/unordered_flat_map.hpp>

#include "allot/messages/event.hpp"
#include "allot/types/code.hpp"
#include "allot/types/ids.hpp"
#include "files/source_orders.hpp"
#include "simulation/timeline.hpp"

namespace allot::simulation {

class ArrivalKeys {
 public:
  // The first two are borrowed. `channel_of`: code of the channel that an arrival is of.
  using ChannelOf = std::function<std::string_view(std::size_t index)>;
  ArrivalKeys(const files::SourceOrders& book, const Timeline& timeline, ChannelOf channel_of);
  ArrivalKeys(const ArrivalKeys&) = delete;
  ArrivalKeys& operator=(const ArrivalKeys&) = delete;

  // Returns: the number of an arrival's order; absent when it has a key alone.
  [[nodiscard]] Code number(std::size_t index) const;
  // Returns: the key of an arrival's order, however it is named.
  [[nodiscard]] OrderKey key(std::size_t index) const;
  // Returns: the arrival whose order this is, also when it is none that this knows of.
  [[nodiscard]] std::optional<std::size_t> find(const OrderKey& key) const;

  // Effects: the event names its order by the number of its arrival, from 1, or none.
  void name_by_arrival(Event& event) const;

 private:
  [[nodiscard]] bool numbered() const noexcept { return !book_.numbers.empty(); }

  const files::SourceOrders& book_;
  const Timeline& timeline_;
  ChannelOf channel_of_;
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> arrivals_;  // by the key's low half
};

}  // namespace allot::simulation
