// The lock on a log's directory that keeps a second writer out, in this process and every other.
//
// It is a flock on a descriptor of its own, which a child of fork loses at once: so a child neither
// keeps the lock when its parent is dead, nor can it give the parent's lock away. Record locks of
// fcntl would be lost when anything in this process closed any descriptor of the same file.
//
// Threads: one at a time; forks at any time.
#pragma once

#include "types/process.hpp"

namespace allot {

class WriterLock {
 public:
  WriterLock() = default;
  ~WriterLock() { release(); }
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

  // Returns: 0, or the system's error: EWOULDBLOCK when somebody else holds it.
  [[nodiscard]] int take(int directory) noexcept;
  void release() noexcept;
  [[nodiscard]] bool held() const noexcept { return descriptor_ >= 0; }

  // Returns: whether anybody holds the lock of a directory, as far as the system knows locks there.
  [[nodiscard]] static bool is_held(int directory) noexcept;

 private:
  struct Registry;
  void join() noexcept;
  void leave() noexcept;

  int descriptor_{-1};
  ProcessMark taker_;
  WriterLock* next_{};
  WriterLock* before_{};
};

}  // namespace allot
