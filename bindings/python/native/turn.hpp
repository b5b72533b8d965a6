// What one thread at a time may have, and another waits for no longer than it likes: a mutex that
// can be locked for a time. std::timed_mutex would do the same, but ThreadSanitizer does not see
// how that is locked (gcc 12 knows no pthread_mutex_clocklock), and then nothing that it guards.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace allot::python {

class Turn {
 public:
  void lock() {
    std::unique_lock lock(mutex_);
    given_back_.wait(lock, [this] { return !taken_; });
    taken_ = true;
  }
  bool try_lock_for(std::chrono::nanoseconds timeout) {
    std::unique_lock lock(mutex_);
    if (!given_back_.wait_for(lock, timeout, [this] { return !taken_; })) return false;
    taken_ = true;
    return true;
  }
  // The notice is given inside, for who gets it may end this.
  void unlock() {
    const std::lock_guard lock(mutex_);
    taken_ = false;
    given_back_.notify_one();
  }

 private:
  std::mutex mutex_;
  std::condition_variable given_back_;
  bool taken_{false};
};

}  // namespace allot::python
