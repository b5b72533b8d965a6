// What producers and the decision thread of one engine share: whether anything is admitted, how the
// decision thread is woken, and how those who wait for it are.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

#include "allot/driver/consumer_figures.hpp"
#include "allot/messages/reason.hpp"
#include "driver/doorbell.hpp"
#include "types/process.hpp"

namespace allot {

class Gate {
 public:
  Gate() : wake_(std::make_unique<std::condition_variable>()) {}
  // In a child of fork nobody will ever stop waiting, which destroying the condition waits for.
  ~Gate() {
    if (!here()) static_cast<void>(wake_.release());
  }
  Gate(const Gate&) = delete;
  Gate& operator=(const Gate&) = delete;

  // Threads: any. Returns: whether this process opened the engine, and is no child of it.
  [[nodiscard]] bool here() const noexcept { return process_.here(); }
  [[nodiscard]] Status other_process() const { return process_.refusal("this engine"); }

  // Threads: any. Returns: ok, or why nothing is admitted.
  [[nodiscard]] Reason refusal() const noexcept {
    return here() ? refusal_.load(std::memory_order_acquire) : Reason::other_process;
  }
  void set_refusal(Reason reason) noexcept { refusal_.store(reason, std::memory_order_release); }
  // Effects: sets `to` only where it was `from`. Returns: whether it was.
  bool change_refusal(Reason from, Reason to) noexcept {
    return refusal_.compare_exchange_strong(from, to, std::memory_order_acq_rel);
  }

  // True once no decision thread will ever read the rings again.
  [[nodiscard]] bool finished() const noexcept { return finished_.load(std::memory_order_acquire); }
  // Effects: wakes whoever waits for what will not come.
  void finish() noexcept {
    finished_.store(true, std::memory_order_release);
    doorbells_.ring_all();
  }

  // Returns: whether nobody is waited for: what was admitted is answered, or may never be.
  [[nodiscard]] bool gives_no_more() const noexcept {
    const Reason why = refusal();
    return finished() || why == Reason::poisoned || why == Reason::other_process;
  }

  // Of those who wait for what the decision thread shows.
  [[nodiscard]] Doorbells& doorbells() noexcept { return doorbells_; }

  // What keeps the decision thread from deciding more of what the rings hold.
  [[nodiscard]] BusyWith held_by() const noexcept {
    return held_by_.load(std::memory_order_relaxed);
  }
  // Threads: the decision thread.
  void set_held_by(BusyWith what) noexcept {
    if (held_by() != what) held_by_.store(what, std::memory_order_relaxed);
  }

  // Effects: wakes the decision thread if it sleeps. A wake-up that just misses it is made up for
  //          by the end of its sleep, which is why no fence is paid for here.
  void ring() noexcept {
    if (asleep_.load(std::memory_order_relaxed) && here()) wake_->notify_one();
  }
  // Effects: sleeps until rung, at most for `time`.
  void sleep(std::chrono::nanoseconds time) {
    std::unique_lock lock(mutex_);
    asleep_.store(true, std::memory_order_relaxed);
    wake_->wait_for(lock, time);
    asleep_.store(false, std::memory_order_relaxed);
  }

 private:
  ProcessMark process_;
  std::atomic<Reason> refusal_{Reason::ok};
  std::atomic<bool> finished_{false};
  Doorbells doorbells_;
  std::atomic<BusyWith> held_by_{BusyWith::nothing};
  alignas(128) std::atomic<bool> asleep_{false};
  std::mutex mutex_;
  std::unique_ptr<std::condition_variable> wake_;
};

}  // namespace allot
