#include "journal/frame_writer.hpp"

#include <thread>

namespace allot {
namespace {

// While a segment cannot be made nothing new is admitted. Whoever waits for what was admitted
// before waits no longer than this; then it has failed.
constexpr std::int64_t stall_ns = 3'000'000'000;

}  // namespace

Status FrameWriter::begin(const LogTail& tail) {
  if (Status status = files_.begin(tail); !status.ok()) return status;
  publish_numbers();
  return {};
}

// Whether the decision thread has waited so long that what cannot be done now has failed.
bool FrameWriter::waited_long() const noexcept {
  const std::int64_t since = progress_.waits_since.load(std::memory_order_acquire);
  return since != 0 && steady_ns() - since > stall_ns;
}

// Returns: false when the frame has to wait for a segment.
bool FrameWriter::write_to_files(FrameBuffer& buffer) noexcept {
  const Result<bool> ready = files_.ready_for(buffer);
  if (!ready.ok()) {
    fail(ready.status());
    return true;
  }
  if (!ready.value()) {
    if (!waited_long()) return false;
    fail(files_.refusal());
    return true;
  }
  if (Status status = files_.write(buffer); !status.ok()) fail(std::move(status));
  return true;
}

// Writes the oldest offered frame. Returns: whether there was one that could be written.
bool FrameWriter::write_frame() noexcept {
  FrameBuffer* buffer = held_ != nullptr ? held_ : ring_.take();
  if (buffer == nullptr) return false;
  // After a failure nothing may reach the disk; the buffers are emptied so that nobody waits.
  if (!progress_.failed.load(std::memory_order_relaxed) && !write_to_files(*buffer)) {
    held_ = buffer;
    if (!progress_.stalled.exchange(true, std::memory_order_acq_rel)) publish();
    return false;
  }
  held_ = nullptr;
  progress_.stalled.store(false, std::memory_order_release);
  ring_.give_back(*buffer);
  publish();
  return true;
}

// Writes a frame that vouches for the last record. Returns: whether it was wanted, still needed and
// possible.
bool FrameWriter::vouch() noexcept {
  if (!progress_.watermark_wanted.exchange(false, std::memory_order_acq_rel)) return false;
  if (files_.reached().vouched == files_.reached().written) return false;
  const Result<bool> wrote = files_.write_empty_frame(SegmentWriter::EmptyFrame::watermark);
  // Where it cannot be now, it is asked for again when still idle.
  if (wrote.ok() && !wrote.value()) return false;
  if (!wrote.ok()) fail(wrote.status());
  publish();
  return true;
}

// Fulfils a wish for a sync. Returns: whether that was possible.
bool FrameWriter::sync_all() noexcept {
  // What was offered before the wish, but after the last look, belongs to it.
  while (write_frame()) {
  }
  if (progress_.failed.load(std::memory_order_relaxed)) return true;
  if (held_ != nullptr) {
    progress_.sync_wanted.store(true, std::memory_order_release);
    return false;
  }
  if (Status status = files_.sync(); !status.ok()) fail(std::move(status));
  publish();
  return true;
}

bool FrameWriter::work() noexcept {
  if (write_frame()) return true;
  if (progress_.failed.load(std::memory_order_relaxed)) return false;
  if (progress_.sync_wanted.exchange(false, std::memory_order_acq_rel)) return sync_all();
  if (progress_.space_wanted.exchange(false, std::memory_order_acq_rel)) {
    if (Status status = files_.refresh_space(); !status.ok()) fail(std::move(status));
    publish();
    return true;
  }
  if (held_ == nullptr && vouch()) return true;
  Result<bool> wrote = files_.prewrite_some();
  if (!wrote.ok()) fail(wrote.status());
  return wrote.ok() && wrote.value();
}

void FrameWriter::run() noexcept {
  for (;;) {
    const std::uint32_t seen = progress_.signal.load(std::memory_order_acquire);
    if (work()) continue;
    if (progress_.stop.load(std::memory_order_acquire)) return;
    if (held_ != nullptr) {
      std::this_thread::sleep_for(stalled_pause);
    } else {
      progress_.signal.wait(seen, std::memory_order_acquire);
    }
  }
}

Status FrameWriter::close() noexcept {
  const Result<bool> wrote = files_.write_empty_frame(SegmentWriter::EmptyFrame::closing);
  Status status = wrote.ok() && !wrote.value() ? files_.refusal() : wrote.status();
  if (status.ok()) status = files_.sync();
  if (!status.ok() && !progress_.failed.load(std::memory_order_acquire)) fail(status);
  publish();
  return status;
}

void FrameWriter::publish_numbers() noexcept {
  const bool failed = progress_.failed.load(std::memory_order_relaxed);
  progress_.has_space.store(files_.has_space() && held_ == nullptr, std::memory_order_release);
  {
    const std::lock_guard lock(progress_.numbers_mutex);
    progress_.statistics = files_.statistics();
    if (!failed) progress_.point = files_.reached().point;
  }
  if (failed) return;
  progress_.vouched.store(files_.reached().vouched, std::memory_order_relaxed);
  progress_.written.store(files_.reached().written, std::memory_order_release);
  progress_.durable.store(files_.reached().durable, std::memory_order_release);
}

void FrameWriter::publish() noexcept {
  publish_numbers();
  progress_.progress.fetch_add(1, std::memory_order_release);
  progress_.progress.notify_all();
  if (options_.on_progress) options_.on_progress();
}

void FrameWriter::fail(Status status) noexcept {
  progress_.fail(std::move(status));
  publish();
}

}  // namespace allot
