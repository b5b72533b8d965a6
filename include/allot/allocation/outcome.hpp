// Where one step puts its events: a buffer sized at start for the worst step, reused for each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "allot/allocation/event.hpp"
#include "allot/types/check.hpp"

namespace allot {

// Available units of one SKU at one node after a step, for the published views.
struct CellTouch {
  SkuId sku;
  NodeId node;
  std::uint32_t available{};
};

// Not thread safe; belongs to whoever drives the step.
class Outcome {
 public:
  // `events_max`: Core::step_events_max(limits). Allocates; nothing is allocated later.
  explicit Outcome(std::size_t events_max)
      : events_(std::make_unique<Event[]>(events_max)),
        touches_(std::make_unique<CellTouch[]>(events_max)),
        capacity_(events_max) {}

  // Forgets the last step. `sequence` is stamped on every event that follows.
  void begin(Sequence sequence) noexcept {
    sequence_ = sequence;
    event_count_ = 0;
    touch_count_ = 0;
  }

  // Returns: the next event, zeroed but for sequence, ordinal and type.
  Event& add(EventType type) {
    ALLOT_CHECK(event_count_ < capacity_);
    Event& event = events_[event_count_];
    event = Event{};
    event.sequence = sequence_;
    event.ordinal = static_cast<std::uint16_t>(event_count_);
    event.type = type;
    ++event_count_;
    return event;
  }

  // Notes the available units of a cell. Beyond the capacity the views are told nothing more of this
  // step and `touches_complete` turns false; decisions never depend on touches.
  void touch(CellTouch touch) noexcept {
    if (touch_count_ < capacity_) touches_[touch_count_] = touch;
    ++touch_count_;
  }

  [[nodiscard]] std::span<const Event> events() const noexcept {
    return {events_.get(), event_count_};
  }
  [[nodiscard]] std::span<Event> events() noexcept { return {events_.get(), event_count_}; }
  [[nodiscard]] std::span<const CellTouch> touches() const noexcept {
    return {touches_.get(), touch_count_ < capacity_ ? touch_count_ : capacity_};
  }
  [[nodiscard]] bool touches_complete() const noexcept { return touch_count_ <= capacity_; }

 private:
  std::unique_ptr<Event[]> events_;
  std::unique_ptr<CellTouch[]> touches_;
  std::size_t capacity_;
  std::size_t event_count_{};
  std::size_t touch_count_{};
  Sequence sequence_{};
};

}  // namespace allot
