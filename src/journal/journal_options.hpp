// How a log is written.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "allot/journal/durability.hpp"
#include "allot/messages/limits.hpp"

namespace allot {

struct JournalOptions {
  Durability durability{Durability::sync};
  std::uint32_t shard{0};
  std::uint64_t limits_hash{0};                // limits_hash(limits) of the engine
  std::uint64_t segment_bytes{256ULL << 20U};  // 64 KiB to 256 MiB, multiple of 4,096
  std::uint32_t frame_bytes_max{1U << 20U};    // 8 KiB to 8 MiB and to segment_bytes - 8,192
  std::uint32_t frame_buffers{4};              // 2 to 64; each of frame_bytes_max
  std::uint32_t prewrite_bytes{4U << 20U};     // zeros ahead at most: 4 KiB to 64 MiB, by 4,096
  std::int64_t async_bound_ns{10'000'000};     // of Durability::async, at least 1
  bool threaded{true};                         // false: the host calls drive()
  // Of async and none: a frame is let go once it holds so many bytes of records (0: when sealed),
  // is full, or its oldest record was sealed so long ago (0: its age does not matter; none only).
  std::uint32_t gather_bytes{0};
  std::int64_t gather_ns{0};  // at most async_bound_ns / 2 under async
  // So long after the last record a frame without records vouches for it, so that damage to it
  // later is known from a write that never finished. Needs hand_over() again and again. 0: never.
  std::int64_t idle_ns{20'000'000};
  std::function<std::int64_t()> clock_ns;  // for these times; empty: steady_clock
  std::function<void()> on_progress;       // after durable() or failure() changed, on the
                                           // writer's thread; may only look: durable() ...
  std::function<void()> on_thread_start;   // first thing on the writer's thread
};

// Returns: what is wrong, naming the option and its range; empty when the options can be used.
[[nodiscard]] std::string_view journal_options_fault(const JournalOptions& options,
                                                     const Limits& limits) noexcept;

}  // namespace allot
