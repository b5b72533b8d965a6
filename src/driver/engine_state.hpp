// What the decision thread of one engine shares with other threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>

#include "allot/core/poison.hpp"
#include "allot/driver/engine_options.hpp"
#include "allot/driver/engine_statistics.hpp"
#include "allot/events/stream.hpp"
#include "allot/types/status.hpp"
#include "driver/catch_up.hpp"
#include "driver/engine_counts.hpp"
#include "driver/gate.hpp"
#include "driver/producer_slot.hpp"
#include "events/event_ring.hpp"
#include "events/views.hpp"

namespace allot {

// Why everything is refused. Threads: any.
class SharedPoison {
 public:
  void set(const Poison& poison) {
    const std::lock_guard lock(mutex_);
    poison_ = poison;
    set_.store(true, std::memory_order_release);
  }
  void clear() {
    const std::lock_guard lock(mutex_);
    poison_.reset();
    set_.store(false, std::memory_order_release);
  }
  [[nodiscard]] std::optional<Poison> get() const {
    const std::lock_guard lock(mutex_);
    return poison_;
  }
  // Returns: whether there is one, cheaply.
  [[nodiscard]] bool is_set() const noexcept { return set_.load(std::memory_order_acquire); }

 private:
  mutable std::mutex mutex_;
  std::optional<Poison> poison_;
  std::atomic<bool> set_{false};
};

// Who waits for the engine to be idle asks for it, and is told by the first turn that began after
// that and found nothing to do.
class IdleRequests {
 public:
  // Threads: any.
  [[nodiscard]] std::uint64_t request() noexcept {
    return requested_.fetch_add(1, std::memory_order_acq_rel) + 1;
  }
  [[nodiscard]] bool done(std::uint64_t request) const noexcept {
    return done_.load(std::memory_order_acquire) >= request;
  }
  // Threads: the decision thread, at the beginning and the end of a turn.
  [[nodiscard]] std::uint64_t newest() const noexcept {
    return requested_.load(std::memory_order_acquire);
  }
  void answer(std::uint64_t newest) noexcept { done_.store(newest, std::memory_order_release); }

 private:
  std::atomic<std::uint64_t> requested_{0};
  std::atomic<std::uint64_t> done_{0};
};

// How the stream of events began, which a skip changes. Threads: any.
class SharedStreamStart {
 public:
  void set(const StreamStart& start) {
    const std::lock_guard lock(mutex_);
    start_ = start;
  }
  [[nodiscard]] StreamStart get() const {
    const std::lock_guard lock(mutex_);
    return start_;
  }

 private:
  mutable std::mutex mutex_;
  StreamStart start_;
};

struct EngineState {
  std::shared_ptr<Gate> gate{std::make_shared<Gate>()};
  std::shared_ptr<ProducerRegistry> producers;
  std::shared_ptr<EventRing> events;
  std::shared_ptr<CatchUps> catch_ups{std::make_shared<CatchUps>(gate)};
  std::shared_ptr<Views> views;  // null when off
  EngineCounts counts;
  SharedPoison poison;
  SharedStreamStart stream;
  IdleRequests idle;

  // Threads: any.
  // Returns: ok, or other_process: in a child of fork nothing here may be asked.
  [[nodiscard]] Status process_status() const;
  // Returns: ok, or why everything is refused.
  [[nodiscard]] Status poison_status() const;
  // As the functions of Engine that have these names.
  [[nodiscard]] Result<std::shared_ptr<ProducerSlot>> open_producer(const EngineOptions& options,
                                                                    const Limits& limits);
  [[nodiscard]] EngineStatistics statistics() const;  // without what the journal says
};

}  // namespace allot
