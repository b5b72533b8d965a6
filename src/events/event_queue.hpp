// A bounded queue of events from a thread that makes them again to the one consumer that reads
// them: neither side spins.
//
// Threads: push() and finish() one, pop() one, end() any. In a child of fork nothing but
//          forget() and the destructor may be called.
// Memory:  fixed by the constructor.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>

#include "allot/messages/event.hpp"

namespace allot {

class EventQueue {
 public:
  explicit EventQueue(std::size_t capacity)
      : capacity_(capacity),
        events_(std::make_unique<Event[]>(capacity)),
        changed_(std::make_unique<std::condition_variable>()) {}

  // What was taken out.
  struct Taken {
    std::size_t count{};
    bool whole{};  // the last of them is the last event of its sequence
  };

  // Effects: puts all of them in, which are the rest of one sequence, waiting for room as often as
  //          need be.
  // Returns: false when the queue was ended.
  bool push(std::span<const Event> events) {
    std::unique_lock lock(mutex_);
    while (!events.empty()) {
      ends_whole_ = false;
      changed_->wait(lock, [this] { return ended_ || end_ - begin_ < capacity_; });
      if (ended_) return false;
      const std::size_t count =
          std::min<std::size_t>(events.size(), capacity_ - static_cast<std::size_t>(end_ - begin_));
      for (const Event& event : events.first(count)) events_[end_++ % capacity_] = event;
      events = events.subspan(count);
      ends_whole_ = events.empty();
      changed_->notify_all();
    }
    return !ended_;
  }
  // Effects: nothing more will be put in.
  void finish() {
    const std::lock_guard lock(mutex_);
    finished_ = true;
    changed_->notify_all();
  }

  // Effects: takes events out, oldest first; waits for the first one until then, or until the queue
  //          is finished or ended.
  // Returns: how many were written to the front of `into`, and how they end.
  Taken pop(std::span<Event> into, std::chrono::steady_clock::time_point until) {
    std::unique_lock lock(mutex_);
    const auto ready = [this] { return ended_ || finished_ || begin_ != end_; };
    if (!ready() && !into.empty()) changed_->wait_until(lock, until, ready);
    const std::size_t count =
        std::min<std::size_t>(into.size(), static_cast<std::size_t>(end_ - begin_));
    for (Event& event : into.first(count)) event = events_[begin_++ % capacity_];
    if (count != 0) changed_->notify_all();
    return {count, begin_ == end_ ? ends_whole_ : events_[begin_ % capacity_].ordinal == 0};
  }
  // Returns: whether it was finished and everything was taken out.
  [[nodiscard]] bool over() const {
    const std::lock_guard lock(mutex_);
    return finished_ && begin_ == end_;
  }

  // Effects: whoever waits stops waiting; what is in it can be taken out.
  void end() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_->notify_all();
  }
  [[nodiscard]] bool ended() const {
    const std::lock_guard lock(mutex_);
    return ended_;
  }
  // Effects: sleeps for `time`, or until it is ended. Returns: whether it is.
  bool pause(std::chrono::nanoseconds time) {
    std::unique_lock lock(mutex_);
    changed_->wait_for(lock, time, [this] { return ended_; });
    return ended_;
  }

  // Effects: in a child of fork, destroying does not wait for threads that are not there.
  void forget() noexcept { static_cast<void>(changed_.release()); }

 private:
  std::size_t capacity_;
  std::unique_ptr<Event[]> events_;
  mutable std::mutex mutex_;
  std::unique_ptr<std::condition_variable> changed_;
  std::uint64_t begin_{0};
  std::uint64_t end_{0};
  bool ends_whole_{true};  // what was put in last is the last event of its sequence
  bool finished_{false};
  bool ended_{false};
};

}  // namespace allot
