// Answers on their way from the decision thread to one producer: made where the producer will read
// them, shown when they may leave the engine.
//
// It never looks for room: a producer with so many commands unanswered as there are places admits
// no more (ProducerSlot::put), and each command has one answer. So nothing of the reader's is read
// here, and a place is written again only after a command that the reader admitted after having
// read it.
//
// Threads: "writer" functions belong to the decision thread, poll() to the producer's.
// Memory:  fixed by the constructor.
#pragma once

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

#include "allot/core/core.hpp"
#include "allot/types/check.hpp"
#include "events/block.hpp"
#include "types/prefetch.hpp"

namespace allot {

class AnswerRing {
 public:
  // `answers_max`: most answers that are not read yet, made or to be made.
  explicit AnswerRing(std::size_t answers_max)
      : mask_(std::bit_ceil(answers_max) - 1), answers_(make_block<Answer>(mask_ + 1)) {}

  // ---- writer ----

  // Returns: the place of the next answer, for making it there; keep() then keeps it.
  [[nodiscard]] Answer* next() noexcept { return &answers_[made_ & mask_]; }
  void keep() noexcept {
    ++made_;
    // The producer has most likely read this place since it was last written.
    prefetch_to_write(&answers_[(made_ + places_ahead) & mask_]);
  }
  [[nodiscard]] std::uint64_t made() const noexcept { return made_; }
  // Returns: an answer that was kept and not shown yet.
  [[nodiscard]] Answer& at(std::uint64_t position) noexcept { return answers_[position & mask_]; }
  // Effects: shows the producer all answers before `position`.
  void show(std::uint64_t position) {
    ALLOT_CHECK(position <= made_);
    ALLOT_CHECK(position >= shown());
    shown_.store(position, std::memory_order_release);
  }
  [[nodiscard]] std::uint64_t shown() const noexcept {
    return shown_.load(std::memory_order_relaxed);
  }

  // ---- producer ----

  // Returns: whether there is an answer to poll.
  [[nodiscard]] bool has_shown() const noexcept {
    return shown_.load(std::memory_order_acquire) != read_;
  }
  // Returns: how many answers were copied to the front of `into`.
  [[nodiscard]] std::size_t poll(std::span<Answer> into) noexcept {
    const auto shown = static_cast<std::size_t>(shown_.load(std::memory_order_acquire) - read_);
    const std::size_t count = std::min(shown, into.size());
    const std::size_t offset = read_ & mask_;
    const std::size_t in_a_row = std::min(count, mask_ + 1 - offset);
    std::copy_n(&answers_[offset], in_a_row, into.data());
    std::copy_n(&answers_[0], count - in_a_row, into.data() + in_a_row);
    read_ += count;
    return count;
  }

 private:
  static constexpr std::size_t places_ahead = 16;

  std::size_t mask_;
  Block<Answer> answers_;
  // Apart by pairs of lines, as processors fetch them: what one side writes for each answer must
  // not lie beside what the other one reads.
  alignas(128) std::uint64_t made_{0};
  alignas(128) std::atomic<std::uint64_t> shown_{0};
  alignas(128) std::uint64_t read_{0};
};

}  // namespace allot
