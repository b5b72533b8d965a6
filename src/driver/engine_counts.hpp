// How much an engine has done: counted batch by batch on the decision thread, read by any.
#pragma once

#include <atomic>
#include <cstdint>

#include "allot/driver/engine_statistics.hpp"

namespace allot {

struct BatchCounts {
  std::uint64_t commands{};  // decided
  std::uint64_t orders{};    // of these, place and import
  std::uint64_t refusals{};  // of these, answered with another reason than ok
  std::uint64_t events{};
};

class EngineCounts {
 public:
  // Threads: the decision thread.
  void add(const BatchCounts& batch) noexcept {
    add(commands_, batch.commands);
    add(orders_, batch.orders);
    add(refusals_, batch.refusals);
    add(events_, batch.events);
  }
  void add_advances(std::uint64_t commands) noexcept { add(advances_, commands); }
  void add_turn_that_decided() noexcept { add(batches_, 1); }

  // Threads: any. Each figure by itself; together they are no snapshot.
  void read(EngineStatistics& into) const noexcept {
    into.commands = commands_.load(std::memory_order_relaxed);
    into.orders = orders_.load(std::memory_order_relaxed);
    into.refusals = refusals_.load(std::memory_order_relaxed);
    into.events = events_.load(std::memory_order_relaxed);
    into.advances = advances_.load(std::memory_order_relaxed);
    into.batches = batches_.load(std::memory_order_relaxed);
  }

 private:
  // One thread writes: no locked instruction is needed.
  static void add(std::atomic<std::uint64_t>& count, std::uint64_t more) noexcept {
    count.store(count.load(std::memory_order_relaxed) + more, std::memory_order_relaxed);
  }

  std::atomic<std::uint64_t> commands_{0};
  std::atomic<std::uint64_t> orders_{0};
  std::atomic<std::uint64_t> refusals_{0};
  std::atomic<std::uint64_t> events_{0};
  std::atomic<std::uint64_t> advances_{0};
  std::atomic<std::uint64_t> batches_{0};
};

}  // namespace allot
