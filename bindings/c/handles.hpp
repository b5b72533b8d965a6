// Handles that can be checked: a pointer given to the host is a number, never an address.
//
// It holds a kind, a slot and the slot's generation, which rises each time the slot is given out.
// So a handle that was closed, or is of another kind, is recognised and nothing is dereferenced.
// Each slot also counts who is inside, so that nothing is closed under a running call.
//
// In a child of fork no handle of its parent can be entered, and closing one frees its entry at
// once: whoever was inside in the parent does not exist here.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "allot/allot.h"
#include "types/process.hpp"

namespace allot::c {

static_assert(sizeof(void*) == 8, "a handle needs 64 bits");

template <class Entry, class Opaque, std::uint64_t kind, std::size_t slots>
class Handles {
  static_assert(kind < 4 && slots <= 1U << 14U);

 public:
  // Returns: a handle for `entry`, or null (and `entry` as it was) when all slots are taken.
  Opaque* add(std::unique_ptr<Entry>& entry) noexcept {
    for (std::size_t i = 0; i < slots; ++i) {
      Slot& slot = slots_[i];
      std::uint64_t word = slot.word.load(std::memory_order_acquire);
      // Closed and nobody inside; being inside what is closed is what claims it. No lock: a fork in
      // the middle of this would leave it locked in the child.
      if ((word & (open_bit | inside_mask)) != 0) continue;
      if (!slot.word.compare_exchange_strong(word, word + 1, std::memory_order_acq_rel)) continue;
      slot.entry = entry.release();
      slot.process.store(ProcessMark::number_of_this_process(), std::memory_order_relaxed);
      // Generation 0 is never given out, so no handle is null.
      const std::uint64_t generation = (word >> generation_shift) + 1;
      slot.word.store(generation << generation_shift | open_bit, std::memory_order_release);
      // NOLINTNEXTLINE: a number in the shape of a pointer, by design
      return reinterpret_cast<Opaque*>(generation << 16U | i << 2U | kind);
    }
    return nullptr;
  }

  // Being inside an entry keeps it open. With `alone`, nobody else may be inside.
  // Returns: the entry and OK, or null and INVALID_HANDLE, IN_USE or OTHER_PROCESS.
  Entry* enter(const Opaque* handle, bool alone, allot_status& status) noexcept {
    Slot* slot = slot_of(handle);
    status = ALLOT_STATUS_INVALID_HANDLE;
    if (slot == nullptr) return nullptr;
    std::uint64_t word = slot->word.load(std::memory_order_acquire);
    do {
      if (!is_open_as(word, handle)) return nullptr;
      if (!slot->is_here()) {
        status = ALLOT_STATUS_OTHER_PROCESS;
        return nullptr;
      }
      const std::uint64_t inside = word & inside_mask;
      if (inside == inside_mask || (alone && inside != 0)) {
        status = ALLOT_STATUS_IN_USE;
        return nullptr;
      }
    } while (!slot->word.compare_exchange_weak(word, word + 1, std::memory_order_acq_rel,
                                               std::memory_order_acquire));
    status = ALLOT_STATUS_OK;
    return slot->entry;
  }

  // Requires: enter() of the same handle succeeded.
  void leave(const Opaque* handle) noexcept {
    slot_of(handle)->word.fetch_sub(1, std::memory_order_acq_rel);
  }

  // Effects: closes the handle and hands its entry over.
  // Returns: OK; OTHER_PROCESS with the same effect; INVALID_HANDLE or IN_USE, and no effect.
  allot_status remove(const Opaque* handle, std::unique_ptr<Entry>& entry) noexcept {
    Slot* slot = slot_of(handle);
    if (slot == nullptr) return ALLOT_STATUS_INVALID_HANDLE;
    std::uint64_t word = slot->word.load(std::memory_order_acquire);
    Entry* found = nullptr;
    bool here = true;
    do {
      if (!is_open_as(word, handle)) return ALLOT_STATUS_INVALID_HANDLE;
      here = slot->is_here();
      if (here && (word & inside_mask) != 0) return ALLOT_STATUS_IN_USE;
      found = slot->entry;
    } while (!slot->word.compare_exchange_weak(word, word & ~(open_bit | inside_mask),
                                               std::memory_order_acq_rel,
                                               std::memory_order_acquire));
    entry.reset(found);
    return here ? ALLOT_STATUS_OK : ALLOT_STATUS_OTHER_PROCESS;
  }

 private:
  // Of a slot's word: who is inside, whether it is open, its generation.
  static constexpr std::uint64_t inside_mask = (1U << 15U) - 1;
  static constexpr std::uint64_t open_bit = 1U << 15U;
  static constexpr unsigned generation_shift = 16;

  struct Slot {
    std::atomic<std::uint64_t> word{0};
    // Written by who claimed the slot while it is closed; read by who found it open.
    std::atomic<Entry*> entry{nullptr};
    std::atomic<std::uint64_t> process{0};  // that opened it

    [[nodiscard]] bool is_here() const noexcept {
      return ProcessMark::is_here(process.load(std::memory_order_relaxed));
    }
  };

  Slot* slot_of(const Opaque* handle) noexcept {
    const auto number = reinterpret_cast<std::uintptr_t>(handle);
    const std::size_t index = (number >> 2U) & ((1U << 14U) - 1);
    return (number & 3U) == kind && index < slots ? &slots_[index] : nullptr;
  }
  static bool is_open_as(std::uint64_t word, const Opaque* handle) noexcept {
    return (word & open_bit) != 0 &&
           word >> generation_shift == reinterpret_cast<std::uintptr_t>(handle) >> 16U;
  }

  std::array<Slot, slots> slots_;
};

// Inside an entry for as long as this lives; check status() first.
template <class Table, class Entry, class Opaque>
class Inside {
 public:
  Inside(Table& table, const Opaque* handle, bool alone) noexcept
      : table_(table), handle_(handle), entry_(table.enter(handle, alone, status_)) {}
  ~Inside() {
    if (entry_ != nullptr) table_.leave(handle_);
  }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

  [[nodiscard]] allot_status status() const noexcept { return status_; }
  Entry* operator->() const noexcept { return entry_; }

  // Effects: stays inside beyond this object's life; leave() has to be called by somebody else.
  void keep() noexcept { entry_ = nullptr; }

 private:
  Table& table_;
  const Opaque* handle_;
  allot_status status_{ALLOT_STATUS_INTERNAL};
  Entry* entry_;
};

}  // namespace allot::c
