// One consumer's side of the engine: its place in the event ring, and its way there.
//
// Threads: a consumer's, one at a time; what Consumer says of any thread, any. Nothing but closing
//          in a child of fork. Ownership: may outlive the engine.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>

#include "allot/driver/consumer_figures.hpp"
#include "allot/events/stream.hpp"
#include "allot/types/status.hpp"
#include "driver/catch_up.hpp"
#include "driver/gate.hpp"
#include "driver/kept_positions.hpp"
#include "events/event_ring.hpp"

namespace allot {

class ConsumerSlot {
 public:
  struct Shared {
    std::shared_ptr<Gate> gate;
    std::shared_ptr<EventRing> events;
    std::shared_ptr<CatchUps> catch_ups;
  };
  // `place`: of the ring, which it gives back.
  // `kept`: where its position is kept; null when it has no name.
  ConsumerSlot(Shared shared, std::size_t place, const StreamStart& stream,
               std::unique_ptr<KeptPosition> kept)
      : shared_(std::move(shared)), place_(place), stream_(stream), kept_(std::move(kept)) {}
  ~ConsumerSlot();
  ConsumerSlot(const ConsumerSlot&) = delete;
  ConsumerSlot& operator=(const ConsumerSlot&) = delete;

  // Requires: the place is behind. Effects: begins at `from`.
  [[nodiscard]] Status catch_up(EventPoint from);

  // As the functions of Consumer that have these names.
  [[nodiscard]] std::size_t poll(std::span<Event> into, std::chrono::nanoseconds timeout);
  bool acknowledge(Sequence sequence);
  [[nodiscard]] Sequence acknowledged() const noexcept;
  [[nodiscard]] bool detached() const noexcept;
  [[nodiscard]] Status rejoin();
  [[nodiscard]] bool catching_up() const noexcept;
  [[nodiscard]] Status status() const;
  [[nodiscard]] ConsumerFigures figures() const;
  [[nodiscard]] const StreamStart& stream() const noexcept { return stream_; }

 private:
  using Clock = std::chrono::steady_clock;

  [[nodiscard]] ConsumerPlace& place() const noexcept { return shared_.events->places()[place_]; }
  [[nodiscard]] std::size_t poll_ring(std::span<Event> into, Clock::time_point until);

  Shared shared_;
  std::size_t place_;
  StreamStart stream_;
  std::unique_ptr<KeptPosition> kept_;
  Status not_kept_;                    // why the last position was not
  std::shared_ptr<CatchUp> catch_up_;  // the last one; null when there was none
  std::atomic<bool> live_{true};       // what comes next is in the ring
  std::optional<EventPoint> next_;     // behind the last event that was polled
};

}  // namespace allot
