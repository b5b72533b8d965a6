// The rings of all producers as sources of commands: each is drained a batch at a time, in turn.
//
// Threads: the decision thread.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "driver/command_source.hpp"
#include "driver/producer_slot.hpp"
#include "intake/ring.hpp"
#include "sequencing/command_slot.hpp"
#include "types/prefetch.hpp"

namespace allot {

// One ring. Slots are found one behind the other, and each was written by another processor: looked
// at some commands ahead, nothing waits for that.
class RingSource {
 public:
  static constexpr Placed placed = Placed::by_driver;

  // Effects: begins at the oldest command of `ring`. `most`: commands that will be taken at most.
  void open(ByteRing& ring, std::size_t most) noexcept {
    ring_ = &ring;
    cursor_ = ring.reader_cursor();
    done_ = seen_ = 0;
    const std::size_t first = std::min(slots_ahead, most);
    while (seen_ < first && look()) {
    }
  }
  // Effects: frees what was popped.
  void release() {
    if (done_ != 0) ring_->release(window_[(done_ - 1) % window_size].end);
  }

  [[nodiscard]] Sequenced* front() noexcept {
    return done_ < seen_ ? window_[done_ % window_size].command : nullptr;
  }
  void pop() noexcept {
    (void)look();
    ++done_;
  }
  // What is seen and prefetched beyond the batch lies near when its own turn comes.
  [[nodiscard]] const Sequenced* ahead(std::size_t after) const noexcept {
    return done_ + after < seen_ ? window_[(done_ + after) % window_size].command : nullptr;
  }

 private:
  static constexpr std::size_t slots_ahead = 16;
  static constexpr std::size_t window_size = 32;
  static constexpr std::size_t bytes_ahead = 1'024;  // of a ring, before its slots are looked at
  static_assert(slots_ahead + 1 < window_size && Core::prefetch_ahead <= slots_ahead);

  // A command in its producer's ring, and where its slot ends.
  struct Found {
    Sequenced* command{};
    ByteRing::Cursor end;
  };

  // Effects: finds the next command. Returns: whether there is one.
  bool look() noexcept {
    const std::span<std::byte> bytes = ring_->next(cursor_);
    if (bytes.empty()) return false;
    // Sequence and time are written into the first line.
    prefetch_to_write(bytes.data());
    ring_->prefetch(cursor_, bytes_ahead);
    window_[seen_++ % window_size] = {&read_command_slot(bytes), cursor_};
    return true;
  }

  ByteRing* ring_{};
  ByteRing::Cursor cursor_;
  std::size_t done_{0};
  std::size_t seen_{0};
  std::array<Found, window_size> window_{};  // commands of the batch, and behind it
};

static_assert(CommandSource<RingSource> && LooksAhead<RingSource>);

// The open producers' rings, and whose turn is first.
class OpenRings {
 public:
  explicit OpenRings(std::shared_ptr<ProducerRegistry> producers)
      : producers_(std::move(producers)) {
    slots_.reserve(producers_->producers_max());
  }

  // Effects: looks for producers that came or went, and for what all of them published.
  void refresh() noexcept;
  // Effects: calls `drain` with the slot of each ring, beginning with another one each time.
  template <class Drain>
  void visit(Drain&& drain) {
    for (std::size_t i = 0; i < slots_.size(); ++i) drain(*slots_[(first_ + i) % slots_.size()]);
    if (!slots_.empty()) first_ = (first_ + 1) % slots_.size();
  }
  // Returns: whether any ring holds a command.
  [[nodiscard]] bool any_waiting() const noexcept;
  // Effects: gives up the places of producers that closed and have everything answered.
  void drop_closed() noexcept;

 private:
  std::shared_ptr<ProducerRegistry> producers_;
  std::vector<std::shared_ptr<ProducerSlot>> slots_;
  std::uint64_t generation_{~std::uint64_t{0}};
  std::size_t first_{0};
};

}  // namespace allot
