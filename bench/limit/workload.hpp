// The commands that the real engine is measured with: a catalogue, stock, and two-line orders.
//
// Order i is a function of i alone: 1 in 64 is out of its price band and has to be refused, 1 in 64
// repeats the order before it and has to be answered as a duplicate, the rest has to be accepted.
// Time moves by a microsecond per order. Orders are ended, oldest first, by cancelling them.
//
// Threads: pure but for the lines, which the caller keeps.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "allot/messages/command.hpp"

namespace allot::bench {

struct WorkloadSize {
  std::string name;
  std::uint32_t skus{};
  std::uint32_t nodes{};
  std::uint32_t open_orders{};  // standing while orders are measured
  std::uint32_t window{};       // attempts inside the velocity window

  [[nodiscard]] std::uint64_t cells() const noexcept { return std::uint64_t{skus} * nodes; }
};

using OrderLines = std::array<OrderLine, 2>;

enum class Expectation : std::uint8_t { accepted, refused, duplicate };

class Workload {
 public:
  explicit Workload(WorkloadSize size) : size_(std::move(size)) {}

  [[nodiscard]] const WorkloadSize& size() const noexcept { return size_; }
  // `in_flight`: orders placed beyond the standing ones before any of them is cancelled.
  [[nodiscard]] Limits limits(std::uint32_t in_flight) const;

  // Orders to be ended before any is measured: more than the engine remembers, so that no table
  // grows any more. A page that is written for the first time is made by the system, which takes
  // milliseconds.
  [[nodiscard]] std::uint64_t ended_first() const noexcept;

  // Effects: hands over, in order, everything that has to be there before the first order.
  void set_up(const std::function<void(const Command&)>& take) const;

  [[nodiscard]] Expectation expectation(std::uint64_t order) const noexcept;
  // Returns: the order; its lines are put into `lines`, which has to outlive it.
  [[nodiscard]] Place place(std::uint64_t order, OrderLines& lines) const noexcept;
  [[nodiscard]] Cancel cancel(std::uint64_t order) const noexcept;
  [[nodiscard]] TimeNs time(std::uint64_t order) const noexcept;

 private:
  [[nodiscard]] bool repeats(std::uint64_t order) const noexcept;

  WorkloadSize size_;
};

}  // namespace allot::bench
