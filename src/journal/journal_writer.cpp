#include "journal/journal_writer.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <limits>
#include <new>
#include <optional>
#include <system_error>
#include <thread>

#include "journal/record_codec.hpp"
#include "journal/seal_marks.hpp"
#include "journal/segment_writer.hpp"
#include "types/process.hpp"

namespace allot {
namespace {

[[nodiscard]] std::int64_t steady_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

struct JournalWriter::State {
  State(Storage& storage, const JournalOptions& chosen, const LogTail& tail)
      : options(chosen),
        files(storage, chosen, tail),
        ring(chosen.frame_buffers, chosen.frame_bytes_max),
        record_bytes_max(frame_record_bytes_max(chosen.frame_bytes_max)),
        appended(tail.last_sequence),
        // Nothing comes before the first record.
        last_time(tail.last_sequence == 0 ? std::numeric_limits<TimeNs>::min() : tail.last_time),
        marks(chosen.async_bound_ns),
        sealed(tail.last_sequence),
        written(tail.last_sequence),
        durable(tail.last_sequence) {
    if (!options.clock_ns) options.clock_ns = steady_ns;
  }

  // --- the decision thread ---
  bool append(const Sequenced& in, bool checked, std::uint32_t check) noexcept;
  bool put(FrameBuffer& frame, const Sequenced& in, bool checked, std::uint32_t check) noexcept;
  [[gnu::noinline, gnu::cold]] bool append_anew(const Sequenced& in, bool checked,
                                                std::uint32_t check) noexcept;
  [[nodiscard]] FrameBuffer* buffer_to_fill() noexcept;
  void offer(bool extends) noexcept;
  void seal() noexcept;
  [[nodiscard]] bool worth_writing(std::int64_t now) noexcept;
  void keep_bound(std::int64_t now) noexcept;
  Status flush();
  Status close();
  void wake() noexcept {
    signal.fetch_add(1, std::memory_order_release);
    signal.notify_one();
  }
  template <class Done>
  void wait_until(Done done) noexcept;
  [[nodiscard]] Status other_process() const { return process.refusal("this log's writer"); }

  // --- the writer: its thread, or whoever calls drive() ---
  bool write_frame() noexcept;
  bool work() noexcept;
  void run() noexcept;
  void publish_progress() noexcept;
  void publish_numbers() noexcept;
  void fail(Status status) noexcept;

  ProcessMark process;  // whose log this is; in a child of it nothing is touched
  JournalOptions options;
  SegmentWriter files;
  FrameRing ring;

  std::size_t record_bytes_max;  // that fit a frame
  Sequence appended;
  TimeNs last_time;
  std::uint64_t frames_begun{0};
  std::int64_t first_sealed_ns{0};  // when the newest frame was first sealed
  bool dated{false};                // it was
  bool gathers{false};              // and it is not let go of yet
  SealMarks marks;
  std::optional<Status> closed;
  std::thread thread;

  std::atomic<Sequence> sealed;
  std::atomic<Sequence> written;
  std::atomic<Sequence> durable;
  std::atomic<std::uint32_t> signal{0};    // something to do for the writer
  std::atomic<std::uint32_t> progress{0};  // something done by the writer
  std::atomic<bool> has_space{true};
  std::atomic<bool> space_wanted{false};
  std::atomic<bool> sync_wanted{false};
  std::atomic<bool> stop{false};
  std::atomic<bool> failed{false};
  Status failure;  // written once, before `failed` is set

  std::atomic<std::uint64_t> frames{0};
  std::atomic<std::uint64_t> segments{0};
  std::atomic<std::uint64_t> bytes{0};
  std::atomic<std::uint64_t> records{0};
};

FrameBuffer* JournalWriter::State::buffer_to_fill() noexcept {
  for (;;) {
    if (FrameBuffer* buffer = ring.fill()) return buffer;
    if (options.threaded) {
      ring.wait_free();
    } else {
      work();
    }
  }
}

bool JournalWriter::State::append(const Sequenced& in, bool checked, std::uint32_t check) noexcept {
  if (failed.load(std::memory_order_acquire) || closed || !process.here()) return false;
  if (in.sequence != appended + 1 || in.time < last_time) return false;
  FrameBuffer* const open = ring.open();
  const bool goes_on = open != nullptr && open->count != 0 && put(*open, in, checked, check);
  if (!goes_on && !append_anew(in, checked, check)) [[unlikely]]
    return false;
  appended = in.sequence;
  last_time = in.time;
  return true;
}

// Effects: puts a record into a frame that has begun. Returns: false when it does not go in there.
[[gnu::always_inline]] inline bool JournalWriter::State::put(FrameBuffer& frame,
                                                             const Sequenced& in, bool checked,
                                                             std::uint32_t check) noexcept {
  // A frame has a check for each of its records or for none.
  if (frame.has_checks != checked) return false;
  const std::size_t size = encode_record(in, frame.base_time, frame.room(checked));
  if (size == 0) return false;
  // The writer has read these places since they were last written.
  frame.ask_ahead(size);
  if (checked) frame.checks[frame.count] = check;
  frame.used += size;
  ++frame.count;
  return true;
}

// Effects: begins a frame with the record; lets go of the one before. Returns: false when the
//          record fits no frame.
bool JournalWriter::State::append_anew(const Sequenced& in, bool checked,
                                       std::uint32_t check) noexcept {
  FrameBuffer* frame = ring.open();
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
  dated = false;
  ++frames_begun;
  return put(*frame, in, checked, check);
}

void JournalWriter::State::offer(bool extends) noexcept {
  gathers = false;
  if (ring.offer(extends)) wake();
}

template <class Done>
void JournalWriter::State::wait_until(Done done) noexcept {
  for (;;) {
    const std::uint32_t seen = progress.load(std::memory_order_acquire);
    if (done() || failed.load(std::memory_order_acquire)) return;
    if (!options.threaded) {
      work();
    } else {
      progress.wait(seen, std::memory_order_acquire);
    }
  }
}

void JournalWriter::State::seal() noexcept {
  const bool fresh = sealed.load(std::memory_order_relaxed) != appended;
  if (fresh && !failed.load(std::memory_order_acquire)) {
    sealed.store(appended, std::memory_order_release);
  }
  const bool timed = options.durability == Durability::async || options.gather_ns != 0;
  const std::int64_t now = timed ? options.clock_ns() : 0;
  if (worth_writing(now)) offer(true);
  if (options.durability != Durability::async) return;
  if (fresh) marks.add(appended, now);
  keep_bound(now);
}

bool JournalWriter::State::worth_writing(std::int64_t now) noexcept {
  const FrameBuffer* frame = ring.open();
  if (frame == nullptr || frame->used >= options.gather_bytes) return true;
  // It stays as old as it is when it is taken back from a writer that did not come yet.
  if (!dated) first_sealed_ns = now;
  dated = true;
  gathers = options.gather_ns == 0 || now - first_sealed_ns < options.gather_ns;
  return !gathers;
}

void JournalWriter::State::keep_bound(std::int64_t now) noexcept {
  const auto kept = [&] {
    marks.forget_until(durable.load(std::memory_order_acquire));
    return !marks.older_than(now - options.async_bound_ns);
  };
  if (kept()) return;
  offer(true);
  wait_until(kept);
}

Status JournalWriter::State::flush() {
  seal();
  offer(true);
  const auto done = [this] { return durable.load(std::memory_order_acquire) >= appended; };
  if (options.durability == Durability::none && !done()) {
    sync_wanted.store(true, std::memory_order_release);
    wake();
  }
  wait_until(done);
  return failed.load(std::memory_order_acquire) ? failure : Status{};
}

Status JournalWriter::State::close() {
  if (closed) return *closed;
  if (!process.here()) {
    ::new (&thread) std::thread;  // there is none here to wait for, and the old name may be another
    closed = other_process();
    return *closed;
  }
  Status status = flush();
  if (thread.joinable()) {
    stop.store(true, std::memory_order_release);
    wake();
    thread.join();
  }
  if (status.ok()) status = files.write_closing_frame();
  if (status.ok()) status = files.sync();
  if (!status.ok() && !failed.load(std::memory_order_acquire)) fail(status);
  publish_progress();
  closed = status;
  return status;
}

// Writes the oldest offered frame. Returns: whether there was one.
bool JournalWriter::State::write_frame() noexcept {
  FrameBuffer* buffer = ring.take();
  if (buffer == nullptr) return false;
  // After a failure nothing may reach the disk; the buffers are emptied so that nobody waits.
  if (!failed.load(std::memory_order_relaxed)) {
    const std::uint32_t count = buffer->count;
    Status status = files.write(*buffer);
    if (status.ok()) {
      records.fetch_add(count, std::memory_order_relaxed);
    } else {
      fail(std::move(status));
    }
  }
  ring.give_back(*buffer);
  publish_progress();
  return true;
}

// One piece of work; frames come first. Returns: whether there was any.
bool JournalWriter::State::work() noexcept {
  if (write_frame()) return true;
  if (failed.load(std::memory_order_relaxed)) return false;
  if (sync_wanted.exchange(false, std::memory_order_acq_rel)) {
    // What was offered before the wish, but after the look above, belongs to it.
    while (write_frame()) {
    }
    if (failed.load(std::memory_order_relaxed)) return true;
    if (Status status = files.sync(); !status.ok()) fail(std::move(status));
    publish_progress();
    return true;
  }
  if (space_wanted.exchange(false, std::memory_order_acq_rel)) {
    if (Status status = files.refresh_space(); !status.ok()) fail(std::move(status));
    publish_progress();
    return true;
  }
  Result<bool> wrote = files.prewrite_some();
  if (!wrote.ok()) fail(wrote.status());
  return wrote.ok() && wrote.value();
}

void JournalWriter::State::run() noexcept {
  for (;;) {
    const std::uint32_t seen = signal.load(std::memory_order_acquire);
    if (work()) continue;
    if (stop.load(std::memory_order_acquire)) return;
    signal.wait(seen, std::memory_order_acquire);
  }
}

void JournalWriter::State::publish_numbers() noexcept {
  has_space.store(files.has_space(), std::memory_order_release);
  frames.store(files.frames(), std::memory_order_relaxed);
  segments.store(files.segments(), std::memory_order_relaxed);
  bytes.store(files.bytes(), std::memory_order_relaxed);
  if (!failed.load(std::memory_order_relaxed)) {
    written.store(files.written(), std::memory_order_release);
    durable.store(files.durable(), std::memory_order_release);
  }
}

void JournalWriter::State::publish_progress() noexcept {
  publish_numbers();
  progress.fetch_add(1, std::memory_order_release);
  progress.notify_all();
  if (options.on_progress) options.on_progress();
}

void JournalWriter::State::fail(Status status) noexcept {
  failure = std::move(status);
  failed.store(true, std::memory_order_release);
  publish_progress();
}

JournalWriter::JournalWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}

JournalWriter::~JournalWriter() { static_cast<void>(close()); }

Result<std::unique_ptr<JournalWriter>> JournalWriter::open(Storage& storage,
                                                           const JournalOptions& options,
                                                           const Limits& limits,
                                                           const LogTail& tail) {
  if (const auto fault = journal_options_fault(options, limits); !fault.empty()) {
    return Status{StatusCode::invalid_argument, std::string{"journal: "}.append(fault)};
  }
  if (tail.segment != 0 && tail.shard != options.shard) {
    return Status{StatusCode::invalid_argument, "journal: the log in " + storage.place() +
                                                    " is of shard " + std::to_string(tail.shard) +
                                                    ", not " + std::to_string(options.shard)};
  }
  if (tail.segment != 0 && tail.limits_hash != options.limits_hash) {
    return Status{StatusCode::invalid_argument,
                  "journal: the log in " + storage.place() +
                      " was begun with other limits; start with the limits in its first record"};
  }
  auto names = storage.list();
  if (!names.ok()) return names.status();
  std::uint64_t newest = 0;
  for (const std::string& name : names.value()) newest = std::max(newest, segment_number(name));
  if (newest != tail.newest_number) {
    return Status{StatusCode::invalid_argument,
                  "journal: " + storage.place() + " holds segment " + std::to_string(newest) +
                      ", recovery saw " + std::to_string(tail.newest_number) +
                      " as the newest; recover the log again, and let only one engine write it"};
  }
  auto state = std::make_unique<State>(storage, options, tail);
  if (Status status = state->files.begin(tail); !status.ok()) return status;
  state->publish_numbers();
  if (options.threaded) {
    try {
      state->thread = std::thread([s = state.get()] {
        if (s->options.on_thread_start) s->options.on_thread_start();
        s->run();
      });
    } catch (const std::system_error& error) {
      return Status{StatusCode::io_error,
                    "journal: cannot start the writer's thread: " + std::string{error.what()}};
    }
  }
  return std::unique_ptr<JournalWriter>(new JournalWriter(std::move(state)));
}

bool JournalWriter::reserve(std::size_t bytes) noexcept {
  State& state = *state_;
  if (state.failed.load(std::memory_order_acquire) || !state.process.here()) return false;
  const bool fits = bytes != 0 && bytes <= state.record_bytes_max;
  if (fits && state.has_space.load(std::memory_order_acquire)) return true;
  if (fits && !state.space_wanted.exchange(true, std::memory_order_acq_rel)) state.wake();
  return false;
}

bool JournalWriter::append(const Sequenced& in, std::uint32_t check) noexcept {
  return state_->append(in, true, check);
}
bool JournalWriter::append_unchecked(const Sequenced& in) noexcept {
  return state_->append(in, false, 0);
}
std::uint64_t JournalWriter::frame() const noexcept { return state_->frames_begun; }
void JournalWriter::seal() noexcept {
  if (!state_->closed && state_->process.here()) state_->seal();
}
bool JournalWriter::gathers() const noexcept { return state_->gathers; }
void JournalWriter::hand_over() noexcept {
  if (state_->closed || !state_->process.here()) return;
  if (state_->options.gather_ns != 0) state_->offer(true);
}
Status JournalWriter::flush() {
  if (state_->closed) return *state_->closed;
  return state_->process.here() ? state_->flush() : state_->other_process();
}
bool JournalWriter::drive() noexcept {
  if (state_->options.threaded || state_->closed || !state_->process.here()) return false;
  return state_->work();
}
Sequence JournalWriter::durable() const noexcept {
  return state_->durable.load(std::memory_order_acquire);
}
Sequence JournalWriter::written() const noexcept {
  return state_->written.load(std::memory_order_acquire);
}
Sequence JournalWriter::publishable() const noexcept {
  return state_->options.durability == Durability::sync
             ? durable()
             : state_->sealed.load(std::memory_order_acquire);
}
Status JournalWriter::failure() const {
  if (!state_->process.here()) return state_->other_process();
  return failed() ? state_->failure : Status{};
}
bool JournalWriter::failed() const noexcept {
  return state_->failed.load(std::memory_order_acquire);
}
std::uint32_t JournalWriter::progress() const noexcept {
  return state_->progress.load(std::memory_order_acquire);
}
void JournalWriter::wait_progress(std::uint32_t seen) const noexcept {
  if (failed() || !state_->process.here()) return;
  state_->progress.wait(seen, std::memory_order_acquire);
}
JournalStatistics JournalWriter::statistics() const noexcept {
  JournalStatistics out;
  out.records = state_->records.load(std::memory_order_relaxed);
  out.frames = state_->frames.load(std::memory_order_relaxed);
  out.segments = state_->segments.load(std::memory_order_relaxed);
  out.bytes = state_->bytes.load(std::memory_order_relaxed);
  return out;
}
std::uint32_t JournalWriter::epoch() const noexcept { return state_->files.epoch(); }
Status JournalWriter::close() { return state_->close(); }

}  // namespace allot
