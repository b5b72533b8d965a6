#include "files/pages_ahead.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstdint>

#include "files/large_memory.hpp"
#include "files/quiet_thread.hpp"

namespace allot::files {

namespace {

constexpr std::size_t page_bytes = LargeMemory<std::byte>::page_bytes;

// Effects: makes the pages of a table from `begin` to `end` of it. Returns: whether the system can.
bool make_pages(std::span<std::byte> table, double begin, double end) noexcept {
#ifdef MADV_POPULATE_WRITE
  const auto address = reinterpret_cast<std::uintptr_t>(table.data());
  // The first page that begins there: those before lie in the table whole.
  const auto page_at = [table, address](double share) {
    const auto bytes = static_cast<std::size_t>(static_cast<double>(table.size()) * share);
    return (address + std::min(bytes, table.size()) + page_bytes - 1) / page_bytes * page_bytes;
  };
  const std::uintptr_t from = page_at(begin);
  const std::uintptr_t to =
      std::min(page_at(end), (address + table.size()) / page_bytes * page_bytes);
  return from >= to ||
         ::madvise(reinterpret_cast<void*>(from), to - from, MADV_POPULATE_WRITE) == 0;
#else
  static_cast<void>(table), static_cast<void>(begin), static_cast<void>(end);
  return false;
#endif
}

}  // namespace

PagesAhead::~PagesAhead() { stop(); }

void PagesAhead::add(std::span<std::byte> table) {
  if (!started_ && table.size() >= page_bytes) tables_.push_back(table);
}

void PagesAhead::stop() {
  started_ = true;
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    stops_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void PagesAhead::reached(double share) {
  constexpr double lead = 0.04;  // of the tables
  {
    const std::lock_guard lock(mutex_);
    until_ = std::min(1.0, share + lead);
  }
  if (thread_.joinable()) changed_.notify_all();
  if (started_ || tables_.empty()) return;
  started_ = true;
  thread_ = quiet_thread([this] { run(); });
}

void PagesAhead::run() {
  double made = 0;
  std::unique_lock lock(mutex_);
  while (!stops_ && !tables_.empty()) {
    const double until = until_;
    if (until <= made) {
      changed_.wait(lock);
      continue;
    }
    lock.unlock();
    std::erase_if(tables_, [made, until](std::span<std::byte> table) {
      return !make_pages(table, made, until);
    });
    lock.lock();
    made = until;
  }
}

}  // namespace allot::files
