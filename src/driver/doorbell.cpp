#include "driver/doorbell.hpp"

#include <linux/futex.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>

namespace allot {
namespace {

static_assert(std::atomic<std::uint32_t>::is_always_lock_free);

// The kernel compares the word and puts the thread to sleep in one, so nothing comes between.
void wait_on(const std::atomic<std::uint32_t>& word, std::uint32_t value,
             Doorbell::Clock::time_point until) noexcept {
  const std::chrono::nanoseconds time = until.time_since_epoch();
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
  timespec at{};
  at.tv_sec = seconds.count();
  at.tv_nsec = (time - seconds).count();
  // With a bit set the time is one of the steady clock, not a duration.
  static_cast<void>(::syscall(SYS_futex, &word, FUTEX_WAIT_BITSET_PRIVATE, value, &at, nullptr,
                              FUTEX_BITSET_MATCH_ANY));
}

void wake_at(const std::atomic<std::uint32_t>& word) noexcept {
  static_cast<void>(::syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, 1, nullptr, nullptr, 0));
}

}  // namespace

std::chrono::steady_clock::time_point deadline(std::chrono::nanoseconds timeout) noexcept {
  const auto now = std::chrono::steady_clock::now();
  const auto longest = std::chrono::steady_clock::time_point::max() - now;
  return now + std::min<std::chrono::nanoseconds>(timeout, longest);
}

void Doorbells::ring_all() noexcept {
  if (!any_waiting()) return;
  const std::lock_guard lock(mutex_);
  for (Doorbell* const bell : all_) bell->ring();
}

Doorbell::Doorbell(Doorbells& all) : all_(all) {
  const std::lock_guard lock(all_.mutex_);
  all_.all_.push_back(this);
}

Doorbell::~Doorbell() {
  // A child of fork may have a mutex that is locked for good; nobody rings there.
  if (all_.process_.here()) {
    disarm();
    const std::lock_guard lock(all_.mutex_);
    std::erase(all_.all_, this);
  }
  if (has_descriptor()) ::close(descriptor_.load());
}

void Doorbell::arm() noexcept {
  if (state_.load(std::memory_order_relaxed) == armed) return;
  state_.store(armed, std::memory_order_release);
  // Also where nothing is added: it is what orders this and the second look.
  all_.waiting_.fetch_add(counted_ ? 0 : 1, std::memory_order_acq_rel);
  counted_ = true;
}

void Doorbell::disarm() noexcept {
  static_cast<void>(leave_armed(quiet));
  if (counted_) all_.waiting_.fetch_sub(1, std::memory_order_relaxed);
  counted_ = false;
}

void Doorbell::sleep(Clock::time_point until) noexcept { wait_on(state_, armed, until); }

Result<int> Doorbell::descriptor() {
  if (has_descriptor()) return descriptor_.load();
  // Readable from the start: what was shown before is found by the look that follows.
  const int made = ::eventfd(1, EFD_CLOEXEC | EFD_NONBLOCK);
  if (made < 0) {
    return Status(StatusCode::io_error,
                  std::string("cannot make a descriptor to wait on: ") + std::strerror(errno));
  }
  descriptor_.store(made);
  return made;
}

// It is read whatever the state says: who rings may write to it after the reader has armed the bell
// again, and to wait for that would be to spin for as long as that thread does not run.
void Doorbell::hush() noexcept {
  eventfd_t rings = 0;
  static_cast<void>(::eventfd_read(descriptor_.load(std::memory_order_relaxed), &rings));
  arm();
}

void Doorbell::ring() noexcept {
  if (!leave_armed(rung)) return;
  write_descriptor();
  wake_at(state_);
}

void Doorbell::stay_readable() noexcept {
  disarm();
  write_descriptor();
}

void Doorbell::write_descriptor() noexcept {
  const int descriptor = descriptor_.load(std::memory_order_relaxed);
  if (descriptor >= 0) static_cast<void>(::eventfd_write(descriptor, 1));
}

// Returns: whether it was armed.
bool Doorbell::leave_armed(State to) noexcept {
  std::uint32_t was = armed;
  return state_.compare_exchange_strong(was, to, std::memory_order_acq_rel);
}

}  // namespace allot
