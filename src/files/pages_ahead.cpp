#include "files/pages_ahead.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstdint>

#include "files/large_memory.hpp"

namespace allot::files {

namespace {

constexpr double lead = 0.04;  // share of the tables

// Effects: makes the pages that lie in [begin, end) of a table. Returns: whether the system can.
bool make_pages(std::span<std::byte> table, double begin, double end) noexcept {
#ifdef MADV_POPULATE_WRITE
  constexpr std::uintptr_t page = LargeMemory<std::byte>::page_bytes;
  const auto place = [table](double share) {
    const auto offset = static_cast<std::size_t>(static_cast<double>(table.size()) * share);
    return (reinterpret_cast<std::uintptr_t>(table.data()) + offset) / page * page;
  };
  const std::uintptr_t from = place(begin);
  const std::uintptr_t to = place(end);
  return from >= to ||
         ::madvise(reinterpret_cast<void*>(from), to - from, MADV_POPULATE_WRITE) == 0;
#else
  static_cast<void>(table), static_cast<void>(begin), static_cast<void>(end);
  return false;
#endif
}

}  // namespace

PagesAhead::~PagesAhead() { stop(); }

void PagesAhead::stop() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    stops_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void PagesAhead::reached(double share) {
  if (tables_.empty()) return;
  {
    const std::lock_guard lock(mutex_);
    until_ = std::min(1.0, share + lead);
  }
  if (!thread_.joinable())
    thread_ = std::thread([this] { run(); });
  else
    changed_.notify_all();
}

void PagesAhead::run() {
  double made = 0;
  std::unique_lock lock(mutex_);
  while (!stops_) {
    const double until = until_;
    if (until <= made) {
      changed_.wait(lock);
      continue;
    }
    lock.unlock();
    const bool can = std::ranges::all_of(
        tables_, [=](std::span<std::byte> table) { return make_pages(table, made, until); });
    lock.lock();
    if (!can) return;
    made = until;
  }
}

}  // namespace allot::files
