// What the decision thread and the log's writer tell each other.
//
// Threads: each value has one that writes it, named below; any may read. Two of them are waited on:
// `signal` by the writer, `progress` by whoever waits for it.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>

#include "allot/journal/journal_statistics.hpp"
#include "allot/journal/log_point.hpp"
#include "allot/types/ids.hpp"
#include "allot/types/status.hpp"

namespace allot {

[[nodiscard]] inline std::int64_t steady_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

// Between looks at whether a segment can be made by now.
inline constexpr std::chrono::milliseconds stalled_pause{5};

struct WriterProgress {
  explicit WriterProgress(Sequence last)
      : sealed(last), vouched(last), written(last), durable(last) {}

  // Effects: the writer looks for something to do.
  void wake() noexcept {
    signal.fetch_add(1, std::memory_order_release);
    signal.notify_one();
  }
  void fail(Status status) noexcept {
    failure = std::move(status);
    failed.store(true, std::memory_order_release);
  }

  // Written by the decision thread; the writer takes a wish back when it fulfils it.
  alignas(64) std::atomic<Sequence> sealed;
  std::atomic<std::uint32_t> signal{0};  // something to do for the writer
  std::atomic<bool> space_wanted{false};
  std::atomic<bool> sync_wanted{false};
  std::atomic<bool> watermark_wanted{false};
  std::atomic<bool> stop{false};
  std::atomic<std::int64_t> waits_since{0};  // it waits for the writer; 0: it does not

  // Written by the writer.
  alignas(64) std::atomic<Sequence> vouched;
  std::atomic<Sequence> written;
  std::atomic<Sequence> durable;
  std::atomic<std::uint32_t> progress{0};  // something was done
  std::atomic<bool> has_space{true};
  std::atomic<bool> stalled{false};  // a frame waits for a segment that cannot be made now
  std::atomic<bool> failed{false};
  Status failure;  // set once, before `failed`

  mutable std::mutex numbers_mutex;  // of these two
  JournalStatistics statistics;
  LogPoint point;
};

// While it lives the decision thread waits for the writer.
class WaitingForWriter {
 public:
  explicit WaitingForWriter(WriterProgress& progress) noexcept : since_(progress.waits_since) {
    since_.store(steady_ns(), std::memory_order_release);
  }
  ~WaitingForWriter() { since_.store(0, std::memory_order_release); }
  WaitingForWriter(const WaitingForWriter&) = delete;
  WaitingForWriter& operator=(const WaitingForWriter&) = delete;

 private:
  std::atomic<std::int64_t>& since_;
};

}  // namespace allot
