// What has been decided and may not leave the engine yet: how far the answers, events and touched
// cells of each batch reach. Bounded, allocated at start; the decision thread's own.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "allot/messages/outcome.hpp"
#include "allot/types/check.hpp"

namespace allot {

class ProducerSlot;

// A queue in a block of fixed size that is read by position. Items can be made where they will
// stay: `run_max` of them in a row, wherever the queue ends.
template <class T>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t capacity, std::size_t run_max = 1)
      : mask_(std::bit_ceil(capacity) - 1), items_(std::make_unique<T[]>(mask_ + run_max)) {}

  [[nodiscard]] std::size_t room() const noexcept { return mask_ + 1 - size(); }
  [[nodiscard]] std::size_t size() const noexcept {
    return static_cast<std::size_t>(end_ - begin_);
  }
  [[nodiscard]] bool empty() const noexcept { return begin_ == end_; }
  // Requires: room() > 0.
  void push(const T& item) {
    ALLOT_CHECK(room() > 0);
    items_[end_++ & mask_] = item;
  }
  // Where the next items will be, for making up to run_max there; keep_run() pushes as many as were
  // made. Requires: room for them.
  [[nodiscard]] T* next() noexcept { return &items_[end_ & mask_]; }
  void keep_run(std::size_t made) {
    ALLOT_CHECK(made <= room());
    const std::size_t end = static_cast<std::size_t>(end_ & mask_) + made;
    if (end > mask_ + 1) [[unlikely]]
      std::copy_n(&items_[mask_ + 1], end - (mask_ + 1), items_.get());
    end_ += made;
  }
  [[nodiscard]] const T& at(std::uint64_t position) const noexcept {
    return items_[position & mask_];
  }
  // Returns: the items from `from` on that lie in a row, up to `to`. Requires: from <= to.
  [[nodiscard]] std::span<const T> run(std::uint64_t from, std::uint64_t to) const noexcept {
    const std::size_t offset = from & mask_;
    return {items_.get() + offset, std::min<std::size_t>(to - from, mask_ + 1 - offset)};
  }
  [[nodiscard]] std::uint64_t begin() const noexcept { return begin_; }
  [[nodiscard]] std::uint64_t end() const noexcept { return end_; }
  void pop_to(std::uint64_t position) {
    ALLOT_CHECK(position - begin_ <= size());
    begin_ = position;
  }
  // Requires: empty, and no position is kept anywhere.
  // Effects:  begins at the front again, so that a queue that is emptied often stays in the cache.
  void restart() noexcept { begin_ = end_ = 0; }

 private:
  std::size_t mask_;
  std::unique_ptr<T[]> items_;
  std::uint64_t begin_{0};
  std::uint64_t end_{0};
};

// Commands of one producer that were drained together, all in one frame of the log, which becomes
// durable as a whole.
struct PendingBatch {
  Sequence after{};             // leaves when this sequence may
  ProducerSlot* slot{};         // null for what the engine itself logged
  std::uint64_t answers_end{};  // position in the slot's answers behind its own
  std::uint64_t events_end{};   // position in the event ring behind its events
  std::uint64_t cells_end{};    // position in the queue of touched cells behind its own
};

}  // namespace allot
