// Which nodes can serve a channel in a zone, at what cost: worked out once, kept until the
// catalogue changes.
//
// A direct-mapped cache of a few routes: a shop sells through few channels into few zones at a
// time, and a route costs more to work out than to use. All memory is fixed by the constructor.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "allot/sourcing/sourcing_trace.hpp"
#include "catalogue/catalogue.hpp"

namespace allot {

// In whole cache lines, four of them, so that it is found without a multiplication.
struct alignas(64) Route {
  struct Candidate {
    NodeId node;
    std::uint32_t fill{};  // position in fill order
    MoneyMinor parcel_cost{};
    MoneyMinor unit_cost{};

    // Returns: what a parcel of so many units costs. At most 10^12 + 10^9 x 2^31.
    [[nodiscard]] MoneyMinor cost(UnitSum units) const noexcept {
      return parcel_cost + unit_cost * static_cast<MoneyMinor>(units.value);
    }
  };

  // Eight nodes in a row that hold all candidates, where there are such: stock of these lies side
  // by side and can be compared at once. A column is a node of the window.
  struct Window {
    static constexpr std::uint32_t columns_max = 8;
    static constexpr std::uint32_t few_units = 16;
    std::uint32_t candidates{};     // columns of candidates, as a bit mask; 0 = there is no window
    std::uint32_t first_in_fill{};  // the column of the candidate that is filled first, as a mask
    std::uint32_t first_node{};     // node id - 1 of column 0
    std::uint32_t lines_max{};      // of an order that the window may decide within the steps
    std::array<std::uint32_t, columns_max> candidate{};  // index, by column
    // For parcels of so many units: the candidates' columns by what the parcel costs, then by id,
    // four bits each, the cheapest in the lowest.
    std::array<std::uint32_t, few_units> by_cost{};

    // Returns: such columns; for many units, those of one.
    [[nodiscard]] std::uint32_t columns_by_cost(UnitSum units) const noexcept {
      return by_cost[units.value < few_units ? units.value : 1];
    }
  };

  ChannelId channel;
  ZoneId zone;
  std::uint64_t version{};  // of the catalogue it was made from; 0 = not made yet
  SourcingPolicy policy{};
  Units channel_safety;
  Window window;
  std::vector<Candidate> candidates;   // ascending by node id
  std::vector<std::uint32_t> by_fill;  // candidates in fill order
  MoneyMinor least_unit_cost{};
  std::array<MoneyMinor, 4> least_parcels{};  // the cost of that many of the cheapest parcels
  TimeNs margin{};  // so long before its end a lot is not for this channel any more

  // Returns: what no `parcels` of so many units cost less than: the cheapest parcels, with each
  //          unit at the least cost. Of as many as there are, where there are fewer candidates.
  [[nodiscard]] MoneyMinor least_cost(std::uint32_t parcels, UnitSum units) const noexcept {
    return least_parcels[parcels] + least_unit_cost * static_cast<MoneyMinor>(units.value);
  }
};

class Routes {
 public:
  explicit Routes(const Limits& limits);

  // Requires: channel and zone are known. The reference ends with the next call.
  [[nodiscard]] const Route& find(const Catalogue& catalogue, ChannelId channel, ZoneId zone) {
    Route& route = routes_[(channel.value * 37 + zone.value) % routes_.size()];
    if (!current(route, catalogue, channel, zone)) make(catalogue, channel, zone, route);
    return route;
  }
  // Returns: the route when it is there, else null; for prefetching, of any channel and zone.
  [[nodiscard]] const Route* peek(const Catalogue& catalogue, ChannelId channel,
                                  ZoneId zone) const noexcept {
    const Route& route = routes_[(channel.value * 37 + zone.value) % routes_.size()];
    return current(route, catalogue, channel, zone) ? &route : nullptr;
  }

  // Effects: tells the nodes of the network that are no candidates, and why.
  [[gnu::noinline]] static void tell_excluded(const Catalogue& catalogue, ChannelId channel,
                                              ZoneId zone, SourcingTrace& trace);

 private:
  [[nodiscard]] static bool current(const Route& route, const Catalogue& catalogue,
                                    ChannelId channel, ZoneId zone) noexcept {
    return route.version == catalogue.version() && route.channel == channel && route.zone == zone;
  }
  [[gnu::noinline]] void make(const Catalogue& catalogue, ChannelId channel, ZoneId zone,
                              Route& route) const;

  std::uint32_t steps_max_;
  std::array<Route, 64> routes_;
};

}  // namespace allot
