#include "limit/neighbour.hpp"

#include <stop_token>

#include "driver/processors.hpp"

namespace allot::bench {

namespace {

// About two milliseconds: that long it may go on after it is told to stop.
constexpr std::uint64_t orders_a_run = 64 * std::uint64_t{Floor::chunk};

}  // namespace

Neighbour::Neighbour(Floor& floor, std::int32_t cpu)
    : thread_([this, &floor, cpu](const std::stop_token& stop) {
        stay_on_cpu(cpu);
        while (!stop.stop_requested()) {
          (void)floor.run(orders_a_run, 0);
          // Only now is its memory there and its code warm.
          begun_.store(true, std::memory_order_release);
          begun_.notify_one();
        }
      }) {
  begun_.wait(false, std::memory_order_acquire);
}

}  // namespace allot::bench
