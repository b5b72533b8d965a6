#include "journal/frame_filler.hpp"

#include <limits>
#include <thread>

#include "journal/record_codec.hpp"

namespace allot {

FrameFiller::FrameFiller(const JournalOptions& options, const LogTail& tail, FrameRing& ring,
                         WriterProgress& progress, FrameWriter& writer)
    : options_(options),
      ring_(ring),
      progress_(progress),
      writer_(writer),
      appended_(tail.last_sequence),
      // Nothing comes before the first record.
      last_time_(tail.last_sequence == 0 ? std::numeric_limits<TimeNs>::min() : tail.last_time),
      marks_(options.async_bound_ns),
      idle_at_(tail.last_sequence) {}

FrameBuffer* FrameFiller::buffer_to_fill() noexcept {
  if (FrameBuffer* buffer = ring_.fill()) return buffer;
  const WaitingForWriter waiting(progress_);
  for (;;) {
    if (options_.threaded) {
      ring_.wait_free();
    } else if (!writer_.work() && progress_.stalled.load(std::memory_order_relaxed)) {
      std::this_thread::sleep_for(stalled_pause);
    }
    if (FrameBuffer* buffer = ring_.fill()) return buffer;
  }
}

bool FrameFiller::append(const Sequenced& in, bool checked, std::uint32_t check) noexcept {
  if (progress_.failed.load(std::memory_order_acquire)) return false;
  if (in.sequence != appended_ + 1 || in.time < last_time_) return false;
  FrameBuffer* const open = ring_.open();
  const bool goes_on = open != nullptr && open->count != 0 && put(*open, in, checked, check);
  if (!goes_on && !append_anew(in, checked, check)) [[unlikely]]
    return false;
  appended_ = in.sequence;
  last_time_ = in.time;
  return true;
}

// Effects: puts a record into a frame that has begun. Returns: false when it does not go in there.
[[gnu::always_inline]] inline bool FrameFiller::put(FrameBuffer& frame, const Sequenced& in,
                                                    bool checked, std::uint32_t check) noexcept {
  // A frame has a check for each of its records or for none.
  if (frame.has_checks != checked) return false;
  const std::size_t size = encode_record(in, frame.base_time, frame.room(checked));
  if (size == 0) return false;
  // The writer has read these places since they were last written.
  frame.prefetch_ahead(size);
  if (checked) frame.checks[frame.count] = check;
  frame.used += size;
  ++frame.count;
  return true;
}

// Effects: begins a frame with the record; lets go of the one before. Returns: false when the
//          record fits no frame.
bool FrameFiller::append_anew(const Sequenced& in, bool checked, std::uint32_t check) noexcept {
  FrameBuffer* frame = ring_.open();
  if (frame != nullptr && frame->count != 0) {
    offer(false);
    frame = nullptr;
  }
  for (;;) {
    if (frame == nullptr) frame = buffer_to_fill();
    if (frame->count == 0) break;
    // One that was offered came back, to gather on.
    if (put(*frame, in, checked, check)) return true;
    offer(false);
    frame = nullptr;
  }
  frame->first_sequence = in.sequence;
  frame->base_time = in.time;
  frame->has_checks = checked;
  dated_ = false;
  ++frames_begun_;
  return put(*frame, in, checked, check);
}

void FrameFiller::offer(bool extends) noexcept {
  gathers_ = false;
  if (ring_.offer(extends)) progress_.wake();
}

template <class Done>
void FrameFiller::wait_until(Done done) noexcept {
  if (done()) return;
  const WaitingForWriter waiting(progress_);
  for (;;) {
    const std::uint32_t seen = progress_.progress.load(std::memory_order_acquire);
    if (done() || progress_.failed.load(std::memory_order_acquire)) return;
    if (!options_.threaded) {
      if (!writer_.work() && progress_.stalled.load(std::memory_order_relaxed)) {
        std::this_thread::sleep_for(stalled_pause);
      }
    } else {
      progress_.progress.wait(seen, std::memory_order_acquire);
    }
  }
}

void FrameFiller::seal() noexcept {
  const bool fresh = progress_.sealed.load(std::memory_order_relaxed) != appended_;
  if (fresh && !progress_.failed.load(std::memory_order_acquire)) {
    progress_.sealed.store(appended_, std::memory_order_release);
  }
  const bool timed = options_.durability == Durability::async || options_.gather_ns != 0;
  const std::int64_t now = timed ? options_.clock_ns() : 0;
  if (worth_writing(now)) offer(true);
  if (options_.durability != Durability::async) return;
  if (fresh) marks_.add(appended_, now);
  keep_bound(now);
}

bool FrameFiller::worth_writing(std::int64_t now) noexcept {
  const FrameBuffer* frame = ring_.open();
  if (frame == nullptr || frame->used >= options_.gather_bytes) return true;
  // It stays as old as it is when it is taken back from a writer that did not come yet.
  if (!dated_) first_sealed_ns_ = now;
  dated_ = true;
  gathers_ = options_.gather_ns == 0 || now - first_sealed_ns_ < options_.gather_ns;
  return !gathers_;
}

void FrameFiller::keep_bound(std::int64_t now) noexcept {
  const auto kept = [&] {
    marks_.forget_until(progress_.durable.load(std::memory_order_acquire));
    // Where nothing can be admitted, nothing more is decided either.
    return !marks_.older_than(now - options_.async_bound_ns) ||
           progress_.stalled.load(std::memory_order_acquire);
  };
  if (kept()) return;
  offer(true);
  wait_until(kept);
}

Status FrameFiller::flush() {
  seal();
  offer(true);
  const auto done = [this] {
    return progress_.durable.load(std::memory_order_acquire) >= appended_;
  };
  if (options_.durability == Durability::none && !done()) {
    progress_.sync_wanted.store(true, std::memory_order_release);
    progress_.wake();
  }
  wait_until(done);
  return progress_.failed.load(std::memory_order_acquire) ? progress_.failure : Status{};
}

void FrameFiller::hand_over() noexcept {
  if (options_.gather_ns != 0) offer(true);
  if (options_.idle_ns != 0) look_idle();
}

// Wants a watermark once nothing has come for long enough and all that came is written.
void FrameFiller::look_idle() noexcept {
  if (progress_.vouched.load(std::memory_order_relaxed) == appended_) return;
  const std::int64_t now = options_.clock_ns();
  if (idle_at_ != appended_) {
    idle_at_ = appended_;
    idle_since_ = now;
    return;
  }
  if (now - idle_since_ < options_.idle_ns) return;
  if (progress_.written.load(std::memory_order_acquire) != appended_) return;
  if (!progress_.watermark_wanted.exchange(true, std::memory_order_acq_rel)) progress_.wake();
}

}  // namespace allot
