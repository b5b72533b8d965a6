// Order status and availability, kept for readers on other threads.
//
// The decision thread feeds it published events and touched cells; readers never wait for it and it
// never waits for them.
//
// Threads: "writer" functions belong to the decision thread, the others to any.
// Memory:  allocated by the constructor: that of OrderViews, and 4 bytes for each cell.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "allot/events/view.hpp"
#include "allot/messages/event.hpp"
#include "allot/messages/limits.hpp"
#include "allot/messages/outcome.hpp"
#include "events/block.hpp"
#include "events/order_views.hpp"

namespace allot {

class Views {
 public:
  explicit Views(const Limits& limits);

  // ---- writer ----
  // Effects: takes the events in, in order.
  void apply(std::span<const Event> events) noexcept { orders_.apply(events); }
  void set_available(std::span<const CellTouch> cells) noexcept;
  // Effects: says that everything up to `sequence` is taken in.
  void publish(Sequence sequence) noexcept;
  // Effects: forgets everything, as before the first event.
  void clear() noexcept;

  // ---- any thread ----
  [[nodiscard]] std::optional<OrderView> order(const OrderKey& order_key) const noexcept {
    return orders_.find(order_key, as_of_);
  }
  [[nodiscard]] std::optional<AvailabilityView> availability(SkuId sku, NodeId node) const noexcept;

 private:
  OrderViews orders_;
  std::uint32_t skus_max_;
  std::uint32_t nodes_max_;
  Block<std::atomic<std::uint32_t>> available_;
  alignas(128) std::atomic<Sequence> as_of_{0};
};

}  // namespace allot
