// The floor: one two-line order by hand, with nothing that a product would add.
//
// One order is: its slot read from a ring, a duplicate check line, three 4-way velocity counters,
// ten predicates that become a bit mask without branches, the best of four nodes for each of two
// SKU records, the reservation, a 128-byte record with its CRC-32C built in registers, and an
// answer. That touches six random cache lines. The lines of the order G places
// behind are asked for while an order is decided; orders are decided in order, alike for every G.
//
// When not: this is a yardstick. It has no holds, expiry, queues or recovery.
// Threads: one. Ownership: Floor owns its tables. Errors: std::bad_alloc at construction.
// Needs:   AVX2, SSE4.2 and PREFETCHW; floor_supported() tells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "limit/pages.hpp"

namespace allot::bench {

struct alignas(64) FloorOrder {
  std::uint64_t key_low;
  std::uint64_t key_high;
  std::uint64_t tokens[3];  // customer, device, card
  std::int64_t time;
  std::int64_t price[2];
  // These six stand together because one vector comparison checks them all.
  std::uint32_t sku[2];
  std::uint32_t quantity[2];
  std::uint32_t channel;
  std::uint32_t zone;
  std::uint32_t flags[2];
  std::uint64_t unused[4];
};
static_assert(sizeof(FloorOrder) == 128);

struct FloorAnswer {
  std::uint64_t key_low;
  std::uint32_t sequence;
  std::uint32_t reason;
};

// Sizes, each a power of two: the tables have this many cache lines.
struct FloorSize {
  std::uint32_t duplicate_lines;
  std::uint32_t velocity_lines;
  std::uint32_t skus;

  [[nodiscard]] std::size_t bytes() const noexcept {
    return (std::size_t{duplicate_lines} + velocity_lines + skus) * 64;
  }
};

// Fits the second-level cache of one core.
inline constexpr FloorSize hot_floor{2'048, 4'096, 4'096};

struct FloorResult {
  double ns_per_order{};  // median over chunks of `chunk` orders
  double mean_ns{};       // mean over all orders, interruptions included
  std::uint32_t hash{};   // CRC-32C over every record and answer
  std::uint64_t accepted{};
  std::uint64_t expected{};  // what the generator says must be accepted
  bool conserved{};          // units reserved in the SKU records = units of accepted orders
};

[[nodiscard]] bool floor_supported() noexcept;

class Floor {
 public:
  static constexpr std::uint32_t chunk = 512;        // orders of one timed drain
  static constexpr std::uint32_t slots = 2 * chunk;  // of the ring: the chunk drained, and the next
  static constexpr std::uint32_t lines_per_order = 6;

  explicit Floor(FloorSize size);

  // Effects: resets the tables, then decides `orders` orders (a multiple of chunk) asking 8,
  //          12 or 16 orders ahead (`group`), or not at all (0).
  [[nodiscard]] FloorResult run(std::uint64_t orders, std::uint32_t group);

  // Returns: nanoseconds of one independent read-modify-write of a random line over these same
  //          tables, prefetched `distance` lines ahead. The tables are garbage until the next
  //          run().
  [[nodiscard]] double line_cost(std::uint64_t lines, std::uint32_t distance);

  [[nodiscard]] const Pages& pages() const noexcept { return pages_; }
  [[nodiscard]] FloorSize size() const noexcept { return size_; }

 private:
  void reset();
  struct Expected {
    std::uint64_t orders{};
    std::uint64_t units{};
  };
  [[nodiscard]] Expected fill_ring(std::uint64_t first);

  FloorSize size_;
  Pages pages_;
  std::vector<FloorOrder> ring_;
  std::vector<FloorAnswer> answers_;
  Pages log_;
  std::uint64_t random_{};
};

}  // namespace allot::bench
