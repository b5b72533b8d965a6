#include "driver/consumer_slot.hpp"

#include <algorithm>
#include <string>
#include <thread>
#include <utility>

#include "allot/driver/consumer.hpp"
#include "driver/doorbell.hpp"

namespace allot {

ConsumerSlot::~ConsumerSlot() {
  if (!shared_.gate->here()) return;
  if (catch_up_) catch_up_->stop();
  shared_.events->places().close(place_);
}

Status ConsumerSlot::catch_up(EventPoint from) {
  Result<std::shared_ptr<CatchUp>> started = shared_.catch_ups->start(place_, from);
  if (!started.ok()) return started.status();
  catch_up_ = std::move(started.value());
  next_ = from;
  live_ = false;
  return {};
}

std::size_t ConsumerSlot::poll(std::span<Event> into, std::chrono::nanoseconds timeout) {
  if (!shared_.gate->here() || into.empty()) return 0;
  const Clock::time_point until = timeout.count() > 0 ? deadline(timeout) : Clock::time_point{};
  std::size_t count = 0;
  if (!live_) {
    const EventQueue::Taken taken = catch_up_->queue().pop(into, until);
    count = taken.count;
    if (count != 0) place().note_polled(into[count - 1].sequence, taken.whole);
    live_ = count == 0 && catch_up_->queue().over();
  }
  if (live_) count = poll_ring(into, until);
  if (count != 0) next_ = behind(into[count - 1]);
  return count;
}

std::size_t ConsumerSlot::poll_ring(std::span<Event> into, Clock::time_point until) {
  EventRing& events = *shared_.events;
  std::size_t count = events.poll(place_, into);
  if (until == Clock::time_point{}) return count;
  for (unsigned tries = 0; count == 0; ++tries) {
    if (place().detached() || shared_.gate->finished()) return events.poll(place_, into);
    const auto now = Clock::now();
    if (now >= until) break;
    if (tries < 16) {
      std::this_thread::yield();
    } else {
      const auto nap = std::chrono::microseconds(tries < 64 ? 20 : 200);
      std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(nap, until - now));
    }
    count = events.poll(place_, into);
  }
  return count;
}

bool ConsumerSlot::acknowledge(Sequence sequence) {
  if (!shared_.gate->here() || !place().acknowledge(sequence)) return false;
  if (kept_ == nullptr) return true;
  not_kept_ = kept_->keep(acknowledged());
  return not_kept_.ok();
}

Sequence ConsumerSlot::acknowledged() const noexcept { return place().acknowledged(); }

bool ConsumerSlot::detached() const noexcept {
  return !shared_.gate->here() || (live_ && place().detached());
}

Status ConsumerSlot::rejoin() {
  if (!shared_.gate->here()) return shared_.gate->other_process();
  if (!detached()) return {};
  if (Status status = shared_.catch_ups->check(); !status.ok()) return status;
  // One that was given nothing yet stands where it was let in.
  const EventPoint from = next_.value_or(place().let_in_at());
  if (catch_up_) catch_up_->stop();
  place().fall_behind();
  Status status = catch_up(from);
  // It can be tried again.
  if (!status.ok()) place().detach();
  return status;
}

bool ConsumerSlot::catching_up() const noexcept { return !live_; }

Status ConsumerSlot::status() const {
  if (!shared_.gate->here()) return shared_.gate->other_process();
  if (!not_kept_.ok()) return not_kept_;
  if (live_ || !catch_up_->queue().ended()) return {};
  if (Status fault = catch_up_->fault(); !fault.ok()) return fault;
  return {StatusCode::invalid_argument,
          "the engine was stopped while this consumer was catching up; open the log again and go "
          "on behind what it has polled"};
}

ConsumerFigures ConsumerSlot::figures() const {
  const ConsumerPlace& own = place();
  ConsumerFigures figures;
  if (!shared_.gate->here()) return figures;
  figures.index = static_cast<std::uint32_t>(place_);
  if (kept_ != nullptr) figures.name = kept_->name();
  figures.state = catching_up() ? ConsumerState::catching_up
                  : detached()  ? ConsumerState::detached
                                : ConsumerState::live;
  figures.acknowledged = own.acknowledged();
  figures.polled = own.polled();
  if (own.in_ring()) figures.events_behind = shared_.events->unread(place_);
  const Sequence published = shared_.events->published_sequence();
  // Events of one that has read them all may lie further back than what was published without any.
  const bool has_all = figures.state == ConsumerState::live && figures.events_behind == 0;
  if (!has_all && published > figures.polled) {
    figures.sequences_behind = published - figures.polled;
  }
  return figures;
}

// ---- Consumer ----

Consumer::Consumer(std::shared_ptr<ConsumerSlot> slot) noexcept : slot_(std::move(slot)) {}
Consumer::Consumer(Consumer&&) noexcept = default;
Consumer& Consumer::operator=(Consumer&&) noexcept = default;
Consumer::~Consumer() = default;

std::size_t Consumer::poll(std::span<Event> into, std::chrono::nanoseconds timeout) noexcept {
  return slot_->poll(into, timeout);
}
bool Consumer::acknowledge(Sequence sequence) noexcept { return slot_->acknowledge(sequence); }
Sequence Consumer::acknowledged() const noexcept { return slot_->acknowledged(); }
bool Consumer::detached() const noexcept { return slot_->detached(); }
Status Consumer::rejoin() { return slot_->rejoin(); }
bool Consumer::catching_up() const noexcept { return slot_->catching_up(); }
Status Consumer::status() const { return slot_->status(); }
ConsumerFigures Consumer::figures() const { return slot_->figures(); }
StreamStart Consumer::stream() const noexcept { return slot_->stream(); }

}  // namespace allot
