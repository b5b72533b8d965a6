#include "journal/writer_lock.hpp"

#include <fcntl.h>
#include <pthread.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <mutex>
#include <thread>

namespace allot {
namespace {

// Descriptors of their own, so that closing them is what ends the lock.
[[nodiscard]] int open_again(int directory) noexcept {
  for (;;) {
    const int descriptor = ::openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0 || errno != EINTR) return descriptor;
  }
}

[[nodiscard]] int lock(int descriptor, int how) noexcept {
  for (;;) {
    if (::flock(descriptor, how | LOCK_NB) == 0) return 0;
    if (errno != EINTR) return errno;
  }
}

// A reader that asks whether a writer is there holds the lock for a moment.
constexpr auto readers_moment = std::chrono::milliseconds(50);

}  // namespace

// All locks of this process, for its children to close. A fork waits until nobody changes it.
struct WriterLock::Registry {
  std::mutex mutex;
  WriterLock* first{};

  Registry() noexcept {
    ::pthread_atfork([] { of_process().mutex.lock(); }, [] { of_process().mutex.unlock(); },
                     [] {
                       Registry& own = of_process();
                       while (own.first != nullptr) {
                         WriterLock& lost = *own.first;
                         ::close(lost.descriptor_);
                         lost.descriptor_ = -1;
                         lost.leave();
                       }
                       own.mutex.unlock();
                     });
  }
  static Registry& of_process() noexcept {
    // Never destroyed: other statics may hold engines that end after it.
    static auto* const registry = new Registry;
    return *registry;
  }
};

void WriterLock::join() noexcept {
  Registry& all = Registry::of_process();
  next_ = all.first;
  before_ = nullptr;
  if (next_ != nullptr) next_->before_ = this;
  all.first = this;
}

void WriterLock::leave() noexcept {
  (before_ != nullptr ? before_->next_ : Registry::of_process().first) = next_;
  if (next_ != nullptr) next_->before_ = before_;
  next_ = before_ = nullptr;
}

int WriterLock::take(int directory) noexcept {
  const auto end = std::chrono::steady_clock::now() + readers_moment;
  for (;;) {
    {
      const std::lock_guard changing(Registry::of_process().mutex);
      const int descriptor = open_again(directory);
      if (descriptor < 0) return errno;
      const int error = lock(descriptor, LOCK_EX);
      if (error == 0) {
        descriptor_ = descriptor;
        taker_ = ProcessMark();
        join();
        return 0;
      }
      ::close(descriptor);
      if (error != EWOULDBLOCK || std::chrono::steady_clock::now() >= end) return error;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

void WriterLock::release() noexcept {
  if (!held()) return;
  const std::lock_guard changing(Registry::of_process().mutex);
  // A child that was made past fork() still shares the descriptor: the lock is not its to end, and
  // closing this one would not end it.
  if (taker_.here()) ::flock(descriptor_, LOCK_UN);
  ::close(descriptor_);
  descriptor_ = -1;
  leave();
}

bool WriterLock::is_held(int directory) noexcept {
  // No child may come by the lock that is asked with.
  const std::lock_guard changing(Registry::of_process().mutex);
  const int descriptor = open_again(directory);
  if (descriptor < 0) return false;
  const bool held = lock(descriptor, LOCK_SH) == EWOULDBLOCK;
  ::close(descriptor);
  return held;
}

}  // namespace allot
