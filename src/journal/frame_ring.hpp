// Frames on their way from the decision thread to the writer: a ring of preallocated buffers, used
// strictly in turn. A buffer that was offered can be taken back and filled further as long as the
// writer has not taken it; that is how a frame gathers everything that came during the last write.
//
// Threads: one fills, one writes. Lock-free but for waiting on a ring that is full.
#pragma once

#include <atomic>
#include <cstdint>
#include <span>
#include <vector>

#include "journal/aligned_bytes.hpp"
#include "journal/frame.hpp"
#include "types/prefetch.hpp"

namespace allot {

struct FrameBuffer {
  AlignedBytes bytes;
  std::size_t capacity{};
  std::size_t used{};  // of records, behind the header
  std::uint32_t count{};
  bool has_checks{};
  Sequence first_sequence{};
  TimeNs base_time{};
  std::vector<std::uint32_t> checks;  // as many as ever fit

  // Returns: where the next record goes, leaving room for its check.
  [[nodiscard]] std::span<std::byte> room(bool checked) noexcept {
    const std::size_t spent =
        frame_header_bytes + used + (checked ? (std::size_t{count} + 1) * 4 : 0);
    if (spent >= capacity) return {};
    return {bytes.get() + frame_header_bytes + used, capacity - spent};
  }

  // Effects: prefetches the lines that records will come to when `size` bytes more have gone
  // in.
  void prefetch_ahead(std::size_t size) const noexcept {
    constexpr std::size_t ahead = 1'024;
    const std::size_t at = frame_header_bytes + used + ahead;
    if (at + size > capacity) return;
    for (std::size_t line = 0; line < size; line += 64) prefetch_to_write(bytes.get() + at + line);
  }

 private:
  friend class FrameRing;
  enum State : std::uint32_t { free, filling, offered, taken };
  std::atomic<std::uint32_t> state{free};
};

class FrameRing {
 public:
  FrameRing(std::uint32_t buffers, std::size_t frame_bytes) : buffers_(buffers) {
    for (FrameBuffer& buffer : buffers_) {
      buffer.bytes = aligned_bytes(frame_bytes);
      buffer.capacity = frame_bytes;
      buffer.checks.resize(frame_bytes / 16);
    }
  }

  // --- the decision thread ---

  // Returns: the buffer that is being filled; null when none is.
  [[nodiscard]] FrameBuffer* open() noexcept { return holding_ ? &buffers_[fill_at_] : nullptr; }
  // Returns: the buffer to fill; null when the ring is full (see wait_free).
  [[nodiscard]] FrameBuffer* fill() noexcept {
    FrameBuffer& buffer = buffers_[fill_at_];
    if (holding_) return &buffer;
    if (extends_) {
      std::uint32_t state = FrameBuffer::offered;
      holding_ = buffer.state.compare_exchange_strong(state, FrameBuffer::filling,
                                                      std::memory_order_acquire);
      if (holding_) return &buffer;
      extends_ = false;
      fill_at_ = next(fill_at_);
    }
    FrameBuffer& fresh = buffers_[fill_at_];
    if (fresh.state.load(std::memory_order_acquire) != FrameBuffer::free) return nullptr;
    fresh.state.store(FrameBuffer::filling, std::memory_order_relaxed);
    fresh.used = 0;
    fresh.count = 0;
    holding_ = true;
    return &fresh;
  }
  // Waits until the writer has given back the buffer that fill() asked for.
  void wait_free() noexcept {
    std::atomic<std::uint32_t>& state = buffers_[fill_at_].state;
    const std::uint32_t seen = state.load(std::memory_order_acquire);
    if (seen != FrameBuffer::free) state.wait(seen, std::memory_order_acquire);
  }
  // Lets the writer have what was filled. Returns: whether there was anything.
  bool offer(bool extends) noexcept {
    if (!holding_) return false;
    FrameBuffer& buffer = buffers_[fill_at_];
    holding_ = false;
    extends_ = extends;
    if (!extends) fill_at_ = next(fill_at_);
    buffer.state.store(FrameBuffer::offered, std::memory_order_release);
    return true;
  }

  // --- the writer ---

  // Returns: the oldest offered buffer, or null.
  [[nodiscard]] FrameBuffer* take() noexcept {
    FrameBuffer& buffer = buffers_[take_at_];
    // A look first: an exchange takes the line away from whoever fills the buffer, also when it
    // fails.
    std::uint32_t state = buffer.state.load(std::memory_order_relaxed);
    const bool ours =
        state == FrameBuffer::offered &&
        buffer.state.compare_exchange_strong(state, FrameBuffer::taken, std::memory_order_acquire);
    return ours ? &buffer : nullptr;
  }
  void give_back(FrameBuffer& buffer) noexcept {
    take_at_ = next(take_at_);
    buffer.state.store(FrameBuffer::free, std::memory_order_release);
    buffer.state.notify_one();
  }

 private:
  [[nodiscard]] std::size_t next(std::size_t at) const noexcept {
    return at + 1 == buffers_.size() ? 0 : at + 1;
  }

  std::vector<FrameBuffer> buffers_;
  alignas(64) std::size_t fill_at_{0};  // decision thread only
  bool holding_{false};                 // buffers_[fill_at_] is being filled
  bool extends_{false};                 // it was offered and may be taken back
  alignas(64) std::size_t take_at_{0};  // writer only
};

}  // namespace allot
