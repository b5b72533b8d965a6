// Where one step puts its events and touched cells: room for the worst step, its own or that of
// whoever passes them on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "allot/messages/event.hpp"
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
  explicit Outcome(std::size_t events_max) : Outcome(events_max, Elsewhere{}) {
    own_events_ = std::make_unique<Event[]>(events_max);
    own_touches_ = std::make_unique<CellTouch[]>(events_max);
    write_to(own_events_.get(), own_touches_.get(), 0);
  }

  // The same without buffers of its own: write_to() comes before every step.
  struct Elsewhere {};
  Outcome(std::size_t events_max, Elsewhere) noexcept : capacity_(events_max) {}

  // Effects: the events of the steps that follow are written to `events`, with `epoch` on each, and
  //          the touched cells to `touches`.
  // Requires: both have room for events_max, until the next call.
  void write_to(Event* events, CellTouch* touches, std::uint32_t epoch) noexcept {
    events_ = next_event_ = events;
    events_end_ = events + capacity_;
    touches_ = next_touch_ = touches;
    touches_end_ = touches + capacity_;
    epoch_ = epoch;
  }

  // Effects: the events of the steps that follow have `epoch` on them.
  void set_epoch(std::uint32_t epoch) noexcept { epoch_ = epoch; }

  // Forgets the last step. `sequence` is stamped on every event that follows.
  void begin(Sequence sequence) noexcept {
    sequence_ = sequence;
    next_event_ = events_;
    position_ = EventWords::first_position(epoch_);
    next_touch_ = touches_;
    touches_complete_ = true;
  }

  // Effects: tells what `event` says, such as events::Ticked{.time = now}. Fields that are not
  //          named are zero.
  // Cost:    eight stores, without a look at what stood there.
  template <class E>
  [[gnu::always_inline]] void tell(const E& event) {
    static_assert(E::type != EventType{}, "several types say this: tell(type, event)");
    tell_as(E::type, event);
  }
  // The same where several types say it: tell(EventType::placed, events::Accepted<>{...}).
  template <template <EventType> class E>
  [[gnu::always_inline]] void tell(EventType type, const E<EventType{}>& event) {
    tell_as(type, event);
  }

  // Notes the available units of a cell. Beyond the capacity the views are told nothing more of
  // this step and `touches_complete` turns false; decisions never depend on touches.
  void touch(CellTouch touch) noexcept {
    if (next_touch_ != touches_end_) {
      *next_touch_++ = touch;
    } else {
      touches_complete_ = false;
    }
  }

  [[nodiscard]] std::span<const Event> events() const noexcept { return {events_, next_event_}; }
  [[nodiscard]] std::span<Event> events() noexcept { return {events_, next_event_}; }
  [[nodiscard]] std::span<const CellTouch> touches() const noexcept {
    return {touches_, next_touch_};
  }
  [[nodiscard]] bool touches_complete() const noexcept { return touches_complete_; }

 private:
  template <class E>
  [[gnu::always_inline]] void tell_as(EventType type, const E& event) {
    ALLOT_CHECK(next_event_ != events_end_);
    EventWords words(sequence_, position_, type);
    words.put_fields(event);
    words.store(*next_event_++);
    position_ += EventWords::next_position;
  }

  std::unique_ptr<Event[]> own_events_;
  std::unique_ptr<CellTouch[]> own_touches_;
  std::size_t capacity_;
  Event* events_{};
  Event* next_event_{};
  Event* events_end_{};
  EventWords::Position position_{};  // of the next event
  CellTouch* touches_{};
  CellTouch* next_touch_{};
  CellTouch* touches_end_{};
  bool touches_complete_{true};
  Sequence sequence_{};
  std::uint32_t epoch_{};
};

}  // namespace allot
