// A bounded byte ring between one producer thread and one reader thread.
//
// Slots have any size up to slot_bytes_max and are contiguous, so that a command of 2,000 lines is
// written and read in place, once. The producer claims a slot, writes it, and commits or aborts it;
// committed slots become visible with publish(), many at a time. The reader walks over published
// slots with a cursor and frees everything behind one with release(), many at a time too. A full
// ring is an answer (an empty claim), never a wait.
//
// Threads: the functions under "producer" belong to one thread, those under "reader" to one other.
// Memory:  one block, allocated by the constructor. Nothing else, ever.
// Cost:    no locked instruction; one shared cache line is read or written per publish, release, or
//          when a cached index runs out.
// Why not Boost.Lockfree: docs/decisions/0004-own-byte-ring.md.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>

#include "allot/types/check.hpp"

namespace allot {

class ByteRing {
 public:
  static constexpr std::size_t slot_alignment = 16;
  static constexpr std::size_t header_bytes = 16;

  // Returns: the bytes that a slot of `bytes` takes in the ring.
  [[nodiscard]] static constexpr std::size_t footprint(std::size_t bytes) noexcept {
    return (bytes + header_bytes + slot_alignment - 1) / slot_alignment * slot_alignment;
  }

  // Where the reader stands. Made by reader_cursor(), moved by next().
  struct Cursor {
    std::uint64_t position{};
    std::size_t offset{};
  };

  // Requires: `capacity` >= 2 * footprint(slot_bytes_max): only then a slot of that size finds room
  //           in an empty ring wherever the last one ended (the engine refuses less when started).
  // Effects:  allocates `capacity` bytes, rounded down to slot_alignment.
  ByteRing(std::size_t capacity, std::size_t slot_bytes_max)
      : capacity_(capacity / slot_alignment * slot_alignment),
        slot_bytes_max_(slot_bytes_max),
        memory_(static_cast<std::byte*>(::operator new(capacity_, std::align_val_t{line_bytes}))) {}

  ByteRing(const ByteRing&) = delete;
  ByteRing& operator=(const ByteRing&) = delete;

  // ---- producer ----

  // Returns: `bytes` contiguous writable bytes aligned to slot_alignment, or an empty span when the
  //          ring has no room (or the slot would exceed slot_bytes_max). Claiming again without a
  //          commit gives the same slot: that is how a claim is aborted.
  [[nodiscard]] std::span<std::byte> claim(std::size_t bytes) noexcept {
    if (bytes > slot_bytes_max_ || bytes == 0) return {};
    const std::size_t need = footprint(bytes);
    const std::size_t left = capacity_ - write_offset_;
    const std::size_t pad = left < need ? left : 0;
    if (!has_room(pad + need)) return {};
    claimed_pad_ = pad;
    claimed_ = need;
    std::byte* slot = memory_.get() + (pad != 0 ? 0 : write_offset_);
    return {slot + header_bytes, bytes};
  }

  // Requires: a claim. Effects: the slot will be visible after publish().
  void commit() noexcept {
    if (claimed_pad_ != 0) {
      write_header(write_offset_, claimed_pad_, pad_kind);
      write_position_ += claimed_pad_;
      write_offset_ = 0;
    }
    write_header(write_offset_, claimed_, slot_kind);
    write_position_ += claimed_;
    write_offset_ += claimed_;
    if (write_offset_ == capacity_) write_offset_ = 0;
    claimed_ = claimed_pad_ = 0;
  }

  // Effects: makes every committed slot visible to the reader.
  void publish() noexcept { tail_.store(write_position_, std::memory_order_release); }

  // ---- reader ----

  // Returns: a cursor before the first slot that was not released.
  [[nodiscard]] Cursor reader_cursor() const noexcept { return released_; }

  // Effects: looks for slots published since; next() walks over those seen here.
  void refresh() noexcept { cached_tail_ = tail_.load(std::memory_order_acquire); }

  // Returns: the bytes of the next published slot (its size rounded up), moving the cursor past it;
  //          an empty span when there is none. The slot stays valid until it is released.
  [[nodiscard]] std::span<std::byte> next(Cursor& cursor) noexcept {
    while (cursor.position != cached_tail_) {
      std::byte* slot = memory_.get() + cursor.offset;
      const Header header = *std::launder(reinterpret_cast<const Header*>(slot));
      cursor.position += header.bytes;
      cursor.offset += header.bytes;
      if (cursor.offset == capacity_) cursor.offset = 0;
      if (header.kind == slot_kind) return {slot + header_bytes, header.bytes - header_bytes};
    }
    return {};
  }

  // Effects: prefetches the four lines that lie `distance` bytes behind the cursor, if they
  //          have been published: another processor wrote them. What a slot says of its size is
  //          among them, so that a walk that asked slot by slot would wait for each.
  [[gnu::always_inline]] void prefetch(const Cursor& cursor, std::size_t distance) const noexcept {
    const std::size_t end = distance + 4 * 64;
    if (cached_tail_ - cursor.position < end || capacity_ - cursor.offset < end) return;
    const std::byte* at = memory_.get() + cursor.offset + distance;
    for (std::size_t line = 0; line < 4; ++line) __builtin_prefetch(at + line * 64);
  }

  // Effects: frees every slot before the cursor.
  void release(const Cursor& cursor) {
    ALLOT_CHECK(cursor.position >= released_.position);
    ALLOT_CHECK(cursor.position <= cached_tail_);
    released_ = cursor;
    head_.store(cursor.position, std::memory_order_release);
  }

  // Threads: any. Returns: bytes published and not released.
  [[nodiscard]] std::size_t used_bytes() const noexcept {
    const std::uint64_t head = head_.load(std::memory_order_acquire);
    return static_cast<std::size_t>(tail_.load(std::memory_order_acquire) - head);
  }
  [[nodiscard]] std::size_t capacity() const noexcept { return capacity_; }

 private:
  // Two lines: processors fetch lines in adjacent pairs.
  static constexpr std::size_t line_bytes = 128;
  static constexpr std::uint32_t slot_kind = 1;
  static constexpr std::uint32_t pad_kind = 2;  // the rest of the block before a wrap

  struct Header {
    std::uint64_t bytes;
    std::uint32_t kind;
    std::uint32_t zero;
  };
  static_assert(sizeof(Header) == header_bytes);

  struct Free {
    void operator()(std::byte* memory) const noexcept {
      ::operator delete(memory, std::align_val_t{line_bytes});
    }
  };

  [[nodiscard]] bool has_room(std::size_t bytes) noexcept {
    if (capacity_ - static_cast<std::size_t>(write_position_ - cached_head_) >= bytes) return true;
    cached_head_ = head_.load(std::memory_order_acquire);
    return capacity_ - static_cast<std::size_t>(write_position_ - cached_head_) >= bytes;
  }

  void write_header(std::size_t offset, std::size_t bytes, std::uint32_t kind) noexcept {
    ::new (memory_.get() + offset) Header{bytes, kind, 0};
  }

  std::size_t capacity_;
  std::size_t slot_bytes_max_;
  std::unique_ptr<std::byte, Free> memory_;

  // Positions count bytes and never wrap; offsets do. Each side's own fields share its line.
  alignas(line_bytes) std::uint64_t write_position_{0};
  std::size_t write_offset_{0};
  std::size_t claimed_{0};
  std::size_t claimed_pad_{0};
  std::uint64_t cached_head_{0};
  alignas(line_bytes) std::atomic<std::uint64_t> tail_{0};
  alignas(line_bytes) Cursor released_{};
  std::uint64_t cached_tail_{0};
  alignas(line_bytes) std::atomic<std::uint64_t> head_{0};
};

}  // namespace allot
