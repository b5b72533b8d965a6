// What the engine is told before and beside the orders: catalogue, network, limits, stock,
// receipts; and how an arrival becomes a command. What the shop does not say of itself is
// synthetic, drawn from the seed alone.
//
// Threads: immutable once made; any number of readers.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <vector>

#include "allot/messages/command.hpp"
#include "files/source_orders.hpp"
#include "simulation/arrival_keys.hpp"
#include "simulation/own_shop.hpp"
#include "simulation/random.hpp"
#include "simulation/scenario.hpp"
#include "simulation/timeline.hpp"

namespace allot::simulation {

// From scenario time to the time that an engine sees: itself in virtual time; in a live run
// arrivals come `speed` times faster, and delays and times to live are divided by
// `durations_divided_by`.
struct TimeMap {
  TimeNs begin_in{};
  TimeNs begin_out{};
  std::int64_t speed{1};
  std::int64_t durations_divided_by{1};

  [[nodiscard]] TimeNs at(TimeNs time) const noexcept {
    return begin_out + (time - begin_in) / speed;
  }
  // When a lot ends: by the clock of the arrivals, so that a run that is squeezed sells of it what
  // the scenario would; 0, which is never, stays 0.
  [[nodiscard]] TimeNs end_of_lot(TimeNs time) const noexcept { return time == 0 ? 0 : at(time); }
  // The scenario's time of one that an engine saw, to the second where it was squeezed.
  [[nodiscard]] TimeNs back(TimeNs time) const noexcept {
    constexpr TimeNs second_ns = 1'000'000'000;
    const TimeNs exact = begin_in + (time - begin_out) * speed;
    return speed == 1 ? exact : (exact + second_ns / 2) / second_ns * second_ns;
  }
  // A duration in seconds as nanoseconds; one that is not 0 stays so.
  [[nodiscard]] std::int64_t duration(std::uint64_t seconds) const noexcept {
    const std::int64_t ns = static_cast<std::int64_t>(seconds) * 1'000'000'000;
    return ns == 0 ? 0 : std::max<std::int64_t>(1, ns / durations_divided_by);
  }
};

// Returns: a delay drawn from quantiles in whole seconds, by the map's clock; at least 1. The draw
//          is made in milliseconds, so that news do not come in steps of a second.
[[nodiscard]] std::int64_t draw_delay(const std::vector<std::int64_t>& quantiles, Random& random,
                                      const TimeMap& map) noexcept;

// Kinds of command keys: the top byte of the key, so that no two commands share one.
enum class KeyKind : std::uint8_t {
  setup = 1,
  receipt = 2,
  order = 3,
  pending = 4,
  confirm = 5,
  fail = 6,
  cancel = 7,
  review = 8,
  update = 9,
  ship = 10,
  deliver = 11,
  request_return = 12,
  receive_return = 13,
  refund = 14,
};
[[nodiscard]] constexpr CommandKey make_key(KeyKind kind, std::uint64_t number,
                                            std::uint64_t attempt = 0) noexcept {
  return {(static_cast<std::uint64_t>(kind) << 56U) | number, attempt};
}

// A delivery during the run.
struct PlannedReceipt {
  TimeNs time{};
  std::uint64_t lot{};
  TimeNs expires_at{};
  std::uint32_t sku{};
  std::uint32_t node{};
  std::uint32_t quantity{};
};

class World {
 public:
  // The arguments must live as long as the world. `own`: what of it is not made up.
  World(const files::SourceOrders& book, const Scenario& scenario, const Timeline& timeline,
        std::uint64_t seed, std::uint32_t scale, const OwnShop* own = nullptr);

  [[nodiscard]] Limits limits(TimeSource source) const;

  // Effects: calls `emit` with each command of the catalogue, the network, the limits and the first
  //          stock, in a fixed order. Fails no command: ids are handed out as this expects.
  void set_up(const TimeMap& map, const std::function<void(const Command&)>& emit) const;

  [[nodiscard]] const std::vector<PlannedReceipt>& receipts() const noexcept { return receipts_; }
  [[nodiscard]] Command receipt(std::size_t index, const TimeMap& map) const;

  // Returns: place or import of arrival `index`; its lines are put into `lines` and borrowed by it.
  [[nodiscard]] Command order(std::size_t index, const TimeMap& map,
                              std::vector<OrderLine>& lines) const;

  // How its orders are named, and which arrival an order is.
  [[nodiscard]] const ArrivalKeys& keys() const noexcept { return keys_; }

  [[nodiscard]] const files::SourceOrder& book_order(std::size_t index) const noexcept {
    return book_.orders[timeline_.arrivals[index].order];
  }
  // The draws of one order for one purpose.
  [[nodiscard]] Random random_of(std::size_t index, Purpose purpose) const noexcept {
    const Arrival& arrival = timeline_.arrivals[index];
    return {seed_, purpose, arrival.order, arrival.copy};
  }
  // Position of its channel among the scenario's.
  [[nodiscard]] std::size_t channel_index(std::size_t index) const noexcept;
  // What the shop says of itself; null: nothing.
  [[nodiscard]] const OwnShop* own() const noexcept { return own_; }
  [[nodiscard]] const files::SourceOrders& book() const noexcept { return book_; }
  [[nodiscard]] const Scenario& scenario() const noexcept { return scenario_; }
  [[nodiscard]] const Timeline& timeline() const noexcept { return timeline_; }

 private:
  struct NodeShare {
    std::uint32_t node{};
    std::uint32_t weight{};
  };

  [[nodiscard]] Token customer_token(std::uint64_t customer, std::uint32_t copy) const noexcept;
  [[nodiscard]] OrderTokens tokens_of(std::size_t index) const noexcept;
  [[nodiscard]] std::vector<NodeShare> stocking_nodes(std::uint32_t sku) const;
  [[nodiscard]] std::vector<Token> blocked_customers() const;
  void emit_catalogue(const TimeMap& map, std::uint64_t& number,
                      const std::function<void(const Command&)>& emit) const;
  void emit_lanes(const TimeMap& map, std::uint64_t& number,
                  const std::function<void(const Command&)>& emit) const;
  void emit_risk(const TimeMap& map, std::uint64_t& number,
                 const std::function<void(const Command&)>& emit) const;
  void emit_stock(const TimeMap& map, std::uint64_t& number,
                  const std::function<void(const Command&)>& emit) const;
  void plan_receipts();

  const files::SourceOrders& book_;
  const Scenario& scenario_;
  const Timeline& timeline_;
  std::uint64_t seed_;
  std::uint32_t scale_;
  const OwnShop* own_;
  ArrivalKeys keys_;
  std::vector<PlannedReceipt> receipts_;  // by time
};

// Returns: by when an arrival's order is to leave, by the map's clock; 0: nothing is said of that.
[[nodiscard]] TimeNs ship_by_of(const World& world, std::size_t index, const TimeMap& map) noexcept;

// Returns: whether an arrival's order is shipped whole or not at all.
[[nodiscard]] bool ships_complete(const World& world, std::size_t index) noexcept;

}  // namespace allot::simulation
