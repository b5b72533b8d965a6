// The bodies of EventReplay. Included where one is made for a core.
#pragma once

#include <algorithm>
#include <exception>
#include <limits>
#include <string>
#include <utility>

#include "driver/driver-inl.hpp"
#include "driver/event_replay.hpp"

namespace allot {

// Puts into the queue what the consumer has not got.
template <class CoreT>
class EventReplay<CoreT>::Delivery {
 public:
  Delivery(EventReplay& replay, const LogSource& log) : replay_(replay), log_(log) {}

  // Effects: gets room for the events of a core with these limits.
  void begin(const Limits& limits) { outcome_.emplace(CoreT::step_events_max(limits)); }
  [[nodiscard]] bool ended() const noexcept { return ended_; }

  [[nodiscard]] bool has_room() const noexcept { return !ended_; }
  [[nodiscard]] bool has_room_to_refuse() const noexcept { return true; }
  [[nodiscard]] Outcome& outcome() noexcept {
    outcome_->set_epoch(log_.epoch());
    return *outcome_;
  }
  [[nodiscard]] Answer* answer() noexcept { return &answer_; }
  void decided(const Sequenced& in, std::uint64_t) {
    EventPoint& next = replay_.next_;
    if (in.sequence < next.sequence) return;
    std::span<const Event> events = std::as_const(*outcome_).events();
    const auto first =
        std::ranges::find_if(events, [&](const Event& event) { return before(event) >= next; });
    events = events.subspan(static_cast<std::size_t>(first - events.begin()));
    next = {.sequence = in.sequence + 1};
    if (!events.empty() && !replay_.job_.queue().push(events)) ended_ = true;
  }
  void broken(const Sequenced&, std::uint64_t) noexcept {}
  void refused(const Sequenced&, Reason) noexcept {}

 private:
  EventReplay& replay_;
  const LogSource& log_;
  std::optional<Outcome> outcome_;
  Answer answer_;
  bool ended_{false};
};

template <class CoreT>
EventReplay<CoreT>::EventReplay(Storage& storage, const EngineOptions& options, EngineState& state,
                                CatchUp& job)
    : storage_(storage),
      reading_{.shard = options.shard},
      may_hold_(options.slow_consumer == SlowConsumer::busy),
      state_(state),
      job_(job),
      next_(job.from()),
      published_at_first_(state.events->published_sequence()) {}

template <class CoreT>
void EventReplay<CoreT>::run() noexcept {
  Status fault;
  try {
    // What is asked for may be in the ring. Where nobody takes turns there is enough to do.
    constexpr unsigned near_at_once = 100;
    Result<Pass> pass = meets(near_at_once) ? Pass::met : Pass::again;
    while (pass.ok() && pass.value() == Pass::again && !job_.queue().ended()) pass = replay();
    if (pass.ok() && pass.value() == Pass::met) job_.queue().finish();
    fault = pass.status();
  } catch (const std::exception& error) {
    fault = {StatusCode::io_error, "older events cannot be had: " + std::string(error.what())};
  } catch (...) {
    fault = {StatusCode::io_error, "older events cannot be had"};
  }
  if (!fault.ok()) job_.fail(std::move(fault));
}

template <class CoreT>
Status EventReplay<CoreT>::find_skips() {
  auto reader = JournalReader::open(storage_, reading_);
  if (!reader.ok()) return reader.status();
  LogRecord record;
  while (!job_.queue().ended()) {
    const Result<bool> more = reader.value()->next(record);
    if (!more.ok()) return more.status();
    if (!more.value()) break;
    if (const auto* skip = std::get_if<Skip>(&record.command.command)) (void)skips_.add(*skip);
  }
  return {};
}

// One reading of the log from its beginning. A skip that was not known begins it anew.
template <class CoreT>
auto EventReplay<CoreT>::replay() -> Result<Pass> {
  if (Status status = find_skips(); !status.ok()) return status;
  auto reader = JournalReader::open(storage_, reading_);
  if (!reader.ok()) return reader.status();
  LogSource log(*reader.value(), skips_, std::nullopt);
  PublishedSource source(log);
  Delivery delivery(*this, log);
  driver_.reset();
  return go_on(*reader.value(), log, source, delivery);
}

template <class CoreT>
auto EventReplay<CoreT>::go_on(JournalReader& reader, LogSource& log, PublishedSource& source,
                               Delivery& delivery) -> Result<Pass> {
  constexpr std::size_t commands_at_once = 256;
  constexpr std::chrono::milliseconds pause_most{16};
  std::chrono::milliseconds pause{1};
  while (!job_.queue().ended()) {
    const Sequence end = limit();
    source.set_limit(end);
    if (driver_ == nullptr) {
      if (const Sequenced* first = log.front()) {
        if (Status status = begin(*first, reader.report().semantics); !status.ok()) return status;
        delivery.begin(driver_->core().limits());
      }
    }
    std::size_t taken = 0;
    if (driver_ != nullptr) {
      while (const std::size_t some = driver_->run(source, delivery, commands_at_once)) {
        taken += some;
        if (delivery.ended() || job_.queue().ended()) return Pass::ended;
        // Where more is published meanwhile than is read here the end may never come.
        if (limit() > end && waited_long()) break;
      }
    }
    if (log.end() == LogSource::End::new_skip) return Pass::again;
    const Result<bool> skipped = skipped_meanwhile();
    if (!skipped.ok()) return skipped.status();
    if (skipped.value()) return Pass::again;
    if (Status status = check_log(log); !status.ok()) return status;
    if (meets(std::numeric_limits<unsigned>::max())) return Pass::met;
    // What was published is not written yet, or nothing was published meanwhile.
    if (taken == 0) {
      if (job_.queue().pause(pause)) break;
      pause = std::min(2 * pause, pause_most);
    } else {
      pause = std::chrono::milliseconds{1};
    }
    log.resume();
  }
  return Pass::ended;
}

template <class CoreT>
Status EventReplay<CoreT>::begin(const Sequenced& first, Semantics semantics) {
  const auto* start = std::get_if<Start>(&first.command);
  if (start == nullptr || first.sequence != 1) {
    return {StatusCode::corrupt,
            "the log in " + storage_.place() + " does not begin with start at sequence 1"};
  }
  driver_ = std::make_unique<Driver<CoreT>>(std::make_unique<CoreT>(start->limits, semantics));
  return {};
}

// Returns: whether what broke here may have been skipped since the skips were looked for: its
// record comes before that of the skip.
template <class CoreT>
Result<bool> EventReplay<CoreT>::skipped_meanwhile() {
  if (driver_ == nullptr || !driver_->poison()) return false;
  const Sequence broken = driver_->poison()->sequence;
  if (skips_.find(broken)) return false;
  if (Status status = find_skips(); !status.ok()) return status;
  return skips_.find(broken) || job_.queue().ended();
}

// Returns: ok, or why no more events will come out of the log.
template <class CoreT>
Status EventReplay<CoreT>::check_log(const LogSource& log) const {
  if (log.end() == LogSource::End::fault) return log.fault();
  if (driver_ == nullptr) return {};
  if (!driver_->fault().ok()) return driver_->fault();
  const std::optional<Poison> poison = state_.poison.get();
  if (driver_->poison() && (!poison || poison->sequence != driver_->poison()->sequence)) {
    return {StatusCode::poisoned,
            driver_->poison()->text + ", where it was well when it was logged"};
  }
  // A log that failed ends before what was published.
  const bool failed = poison && poison->sequence == 0;
  if (failed && log.end() == LogSource::End::log && next_.sequence <= limit()) {
    return {StatusCode::io_error, "events from sequence " + std::to_string(next_.sequence) +
                                      " on were published but never written: " + poison->text};
  }
  return {};
}

// Returns: up to where events may be made again.
template <class CoreT>
Sequence EventReplay<CoreT>::limit() const noexcept {
  const Sequence published = state_.events->published_sequence();
  return place_ ? std::min(published, place_->sequence - 1) : published;
}

// Returns: whether the ring goes on where the queue ends, and the consumer has its place there.
template <class CoreT>
bool EventReplay<CoreT>::meets(unsigned looks_max) {
  ConsumerPlace& place = state_.events->places()[job_.place()];
  if (!place_) {
    place.ask_at(next_, waited_long());
    state_.gate->ring();
    // Answered by the next turn, which under host_steps the host takes.
    for (unsigned looks = 0; place.asks(); ++looks) {
      const auto nap = std::chrono::microseconds(looks < 64 ? 20 : 500);
      const bool ended = looks >= 16 && job_.queue().pause(nap);
      if (looks < 16) std::this_thread::yield();
      if ((ended || looks >= looks_max) && place.withdraw()) return false;
    }
    if (place.active()) place_ = place.let_in_at();
  }
  return place_ && next_ >= *place_;
}

template <class CoreT>
bool EventReplay<CoreT>::waited_long() noexcept {
  if (!may_hold_ || next_.sequence <= published_at_first_) return false;
  const auto now = std::chrono::steady_clock::now();
  if (!near_since_) near_since_ = now;
  return now - *near_since_ >= near_wait;
}

}  // namespace allot
