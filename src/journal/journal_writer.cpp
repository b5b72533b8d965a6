#include "journal/journal_writer.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <limits>
#include <mutex>
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
        idle_at(tail.last_sequence),
        sealed(tail.last_sequence),
        vouched(tail.last_sequence),
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
  void hand_over() noexcept;
  void look_idle() noexcept;
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
  bool write_to_files(FrameBuffer& buffer) noexcept;
  bool vouch() noexcept;
  [[nodiscard]] bool waited_long() const noexcept;
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
  Sequence idle_at;            // the last record when hand_over() was called last
  std::int64_t idle_since{0};  // and since when it has been that
  std::optional<Status> closed;
  std::thread thread;

  FrameBuffer* held{};  // the writer's: taken, and waiting for a segment that cannot be made now

  std::atomic<Sequence> sealed;
  std::atomic<Sequence> vouched;
  std::atomic<Sequence> written;
  std::atomic<Sequence> durable;
  std::atomic<std::uint32_t> signal{0};    // something to do for the writer
  std::atomic<std::uint32_t> progress{0};  // something done by the writer
  std::atomic<bool> has_space{true};
  std::atomic<bool> space_wanted{false};
  std::atomic<bool> sync_wanted{false};
  std::atomic<bool> watermark_wanted{false};
  std::atomic<bool> stalled{false};          // `held` is
  std::atomic<std::int64_t> waits_since{0};  // the decision thread waits for the writer; 0: no
  std::atomic<bool> stop{false};
  std::atomic<bool> failed{false};
  Status failure;  // written once, before `failed` is set

  std::atomic<std::uint64_t> frames{0};
  std::atomic<std::uint64_t> segments{0};
  std::atomic<std::uint64_t> bytes{0};
  std::atomic<std::uint64_t> records{0};
  mutable std::mutex point_mutex;
  LogPoint point;
};

namespace {

// While a segment cannot be made nothing new is admitted. Whoever waits for what was admitted
// before waits no longer than this; then it has failed.
constexpr std::int64_t stall_ns = 3'000'000'000;
constexpr std::chrono::milliseconds stalled_pause{5};

// While it lives the decision thread waits for the writer.
class Waiting {
 public:
  explicit Waiting(std::atomic<std::int64_t>& since) noexcept : since_(since) {
    since_.store(steady_ns(), std::memory_order_release);
  }
  ~Waiting() { since_.store(0, std::memory_order_release); }
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;

 private:
  std::atomic<std::int64_t>& since_;
};

}  // namespace

FrameBuffer* JournalWriter::State::buffer_to_fill() noexcept {
  if (FrameBuffer* buffer = ring.fill()) return buffer;
  const Waiting waiting(waits_since);
  for (;;) {
    if (options.threaded) {
      ring.wait_free();
    } else if (!work() && stalled.load(std::memory_order_relaxed)) {
      std::this_thread::sleep_for(stalled_pause);
    }
    if (FrameBuffer* buffer = ring.fill()) return buffer;
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
  frame.prefetch_ahead(size);
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
  if (done()) return;
  const Waiting waiting(waits_since);
  for (;;) {
    const std::uint32_t seen = progress.load(std::memory_order_acquire);
    if (done() || failed.load(std::memory_order_acquire)) return;
    if (!options.threaded) {
      if (!work() && stalled.load(std::memory_order_relaxed)) {
        std::this_thread::sleep_for(stalled_pause);
      }
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
    // Where nothing can be admitted, nothing more is decided either.
    return !marks.older_than(now - options.async_bound_ns) ||
           stalled.load(std::memory_order_acquire);
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
  if (status.ok()) {
    const Result<bool> wrote = files.write_closing_frame();
    status = wrote.ok() && !wrote.value() ? files.refusal() : wrote.status();
  }
  if (status.ok()) status = files.sync();
  if (!status.ok() && !failed.load(std::memory_order_acquire)) fail(status);
  publish_progress();
  closed = status;
  return status;
}

void JournalWriter::State::hand_over() noexcept {
  if (options.gather_ns != 0) offer(true);
  if (options.idle_ns != 0) look_idle();
}

// Wants a watermark once nothing has come for long enough and all that came is written.
void JournalWriter::State::look_idle() noexcept {
  if (vouched.load(std::memory_order_relaxed) == appended) return;
  const std::int64_t now = options.clock_ns();
  if (idle_at != appended) {
    idle_at = appended;
    idle_since = now;
    return;
  }
  if (now - idle_since < options.idle_ns) return;
  if (written.load(std::memory_order_acquire) != appended) return;
  if (!watermark_wanted.exchange(true, std::memory_order_acq_rel)) wake();
}

// Whether the decision thread has waited so long that what cannot be done now has failed.
bool JournalWriter::State::waited_long() const noexcept {
  const std::int64_t since = waits_since.load(std::memory_order_acquire);
  return since != 0 && steady_ns() - since > stall_ns;
}

// Returns: false when the frame has to wait for a segment.
bool JournalWriter::State::write_to_files(FrameBuffer& buffer) noexcept {
  const Result<bool> ready = files.ready_for(buffer);
  if (!ready.ok()) {
    fail(ready.status());
    return true;
  }
  if (!ready.value()) {
    if (!waited_long()) return false;
    fail(files.refusal());
    return true;
  }
  const std::uint32_t count = buffer.count;
  if (Status status = files.write(buffer); !status.ok()) {
    fail(std::move(status));
  } else {
    records.fetch_add(count, std::memory_order_relaxed);
  }
  return true;
}

// Writes the oldest offered frame. Returns: whether there was one that could be written.
bool JournalWriter::State::write_frame() noexcept {
  FrameBuffer* buffer = held != nullptr ? held : ring.take();
  if (buffer == nullptr) return false;
  // After a failure nothing may reach the disk; the buffers are emptied so that nobody waits.
  if (!failed.load(std::memory_order_relaxed) && !write_to_files(*buffer)) {
    held = buffer;
    if (!stalled.exchange(true, std::memory_order_acq_rel)) publish_progress();
    return false;
  }
  held = nullptr;
  stalled.store(false, std::memory_order_release);
  ring.give_back(*buffer);
  publish_progress();
  return true;
}

// Writes a frame that vouches for the last record. Returns: whether it was wanted, still needed and
// possible.
bool JournalWriter::State::vouch() noexcept {
  if (!watermark_wanted.exchange(false, std::memory_order_acq_rel)) return false;
  if (files.vouched() == files.written()) return false;
  const Result<bool> wrote = files.write_watermark_frame();
  // Where it cannot be now, it is asked for again when still idle.
  if (wrote.ok() && !wrote.value()) return false;
  if (!wrote.ok()) fail(wrote.status());
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
    if (held != nullptr) {
      sync_wanted.store(true, std::memory_order_release);
      return false;
    }
    if (Status status = files.sync(); !status.ok()) fail(std::move(status));
    publish_progress();
    return true;
  }
  if (space_wanted.exchange(false, std::memory_order_acq_rel)) {
    if (Status status = files.refresh_space(); !status.ok()) fail(std::move(status));
    publish_progress();
    return true;
  }
  if (held == nullptr && vouch()) return true;
  Result<bool> wrote = files.prewrite_some();
  if (!wrote.ok()) fail(wrote.status());
  return wrote.ok() && wrote.value();
}

void JournalWriter::State::run() noexcept {
  for (;;) {
    const std::uint32_t seen = signal.load(std::memory_order_acquire);
    if (work()) continue;
    if (stop.load(std::memory_order_acquire)) return;
    if (held != nullptr) {
      std::this_thread::sleep_for(stalled_pause);
    } else {
      signal.wait(seen, std::memory_order_acquire);
    }
  }
}

void JournalWriter::State::publish_numbers() noexcept {
  has_space.store(files.has_space() && held == nullptr, std::memory_order_release);
  frames.store(files.frames(), std::memory_order_relaxed);
  segments.store(files.segments(), std::memory_order_relaxed);
  bytes.store(files.bytes(), std::memory_order_relaxed);
  if (!failed.load(std::memory_order_relaxed)) {
    vouched.store(files.vouched(), std::memory_order_relaxed);
    {
      const std::lock_guard lock(point_mutex);
      point = files.point();
    }
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

namespace {

// Whether another segment can be made at all.
[[nodiscard]] Status check_room(Storage& storage, const JournalOptions& options,
                                const LogTail& tail) {
  if (tail.newest_number >= segment_number_max || tail.next_epoch() <= tail.epoch) {
    return {StatusCode::invalid_argument, "journal: " + storage.place() + ": nothing can follow " +
                                              segment_name(tail.newest_number) + ", epoch " +
                                              std::to_string(tail.epoch) +
                                              "; if that file is no part of the log, move it away"};
  }
  const std::uint64_t least = options.frame_bytes_max + 2 * log_block_bytes;
  if (const std::uint64_t most = storage.file_bytes_max(); most < least) {
    return {StatusCode::storage_full,
            "journal: files in " + storage.place() + " may have " + std::to_string(most) +
                " bytes at most, and a segment needs " + std::to_string(least) +
                "; let this process write longer ones (RLIMIT_FSIZE)"};
  }
  return {};
}

}  // namespace

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
  // Without a record, which is what names them, a log has no limits yet.
  if (tail.last_sequence != 0 && tail.limits_hash != options.limits_hash) {
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
  if (Status status = check_room(storage, options, tail); !status.ok()) return status;
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
  state_->hand_over();
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
LogPoint JournalWriter::point() const noexcept {
  if (!state_->process.here()) return {};
  const std::lock_guard lock(state_->point_mutex);
  return state_->point;
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
