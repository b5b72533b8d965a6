#include "journal/journal_writer.hpp"

#include <algorithm>
#include <new>
#include <optional>
#include <system_error>
#include <thread>

#include "journal/frame_filler.hpp"
#include "journal/frame_writer.hpp"
#include "journal/record_codec.hpp"
#include "types/process.hpp"

namespace allot {

struct JournalWriter::State {
  State(Storage& storage, const JournalOptions& chosen, const LogTail& tail)
      : options(chosen),
        record_bytes_max(frame_record_bytes_max(chosen.frame_bytes_max)),
        ring(chosen.frame_buffers, chosen.frame_bytes_max),
        progress(tail.last_sequence),
        writer(storage, options, tail, ring, progress),
        filler(options, tail, ring, progress, writer) {
    if (!options.clock_ns) options.clock_ns = steady_ns;
  }

  Status close();
  // Returns: whether records are taken.
  [[nodiscard]] bool open() const noexcept { return !closed && process.here(); }
  [[nodiscard]] Status other_process() const { return process.refusal("this log's writer"); }

  ProcessMark process;  // whose log this is; in a child of it nothing is touched
  JournalOptions options;
  std::size_t record_bytes_max;  // that fit a frame
  FrameRing ring;
  WriterProgress progress;
  FrameWriter writer;
  FrameFiller filler;
  std::optional<Status> closed;
  std::thread thread;  // the writer's
};

Status JournalWriter::State::close() {
  if (closed) return *closed;
  if (!process.here()) {
    ::new (&thread) std::thread;  // there is none here to wait for, and the old name may be another
    closed = other_process();
    return *closed;
  }
  Status status = filler.flush();
  if (thread.joinable()) {
    progress.stop.store(true, std::memory_order_release);
    progress.wake();
    thread.join();
  }
  closed = status.ok() ? writer.close() : status;
  return *closed;
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
  if (Status status = state->writer.begin(tail); !status.ok()) return status;
  if (options.threaded) {
    try {
      state->thread = std::thread([s = state.get()] {
        if (s->options.on_thread_start) s->options.on_thread_start();
        s->writer.run();
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
  WriterProgress& progress = state.progress;
  if (progress.failed.load(std::memory_order_acquire) || !state.process.here()) return false;
  const bool fits = bytes != 0 && bytes <= state.record_bytes_max;
  if (fits && progress.has_space.load(std::memory_order_acquire)) return true;
  if (fits && !progress.space_wanted.exchange(true, std::memory_order_acq_rel)) progress.wake();
  return false;
}

bool JournalWriter::append(const Sequenced& in, std::uint32_t check) noexcept {
  return state_->open() && state_->filler.append(in, true, check);
}
bool JournalWriter::append_unchecked(const Sequenced& in) noexcept {
  return state_->open() && state_->filler.append(in, false, 0);
}
std::uint64_t JournalWriter::frame() const noexcept { return state_->filler.frames_begun(); }
void JournalWriter::seal() noexcept {
  if (state_->open()) state_->filler.seal();
}
bool JournalWriter::gathers() const noexcept { return state_->filler.gathers(); }
void JournalWriter::hand_over() noexcept {
  if (state_->open()) state_->filler.hand_over();
}
void JournalWriter::let_go() noexcept {
  if (state_->open()) state_->filler.let_go();
}
Status JournalWriter::flush() {
  if (state_->closed) return *state_->closed;
  return state_->process.here() ? state_->filler.flush() : state_->other_process();
}
bool JournalWriter::drive() noexcept {
  return !state_->options.threaded && state_->open() && state_->writer.work();
}
Sequence JournalWriter::durable() const noexcept {
  return state_->progress.durable.load(std::memory_order_acquire);
}
Sequence JournalWriter::written() const noexcept {
  return state_->progress.written.load(std::memory_order_acquire);
}
Sequence JournalWriter::publishable() const noexcept {
  return state_->options.durability == Durability::sync
             ? durable()
             : state_->progress.sealed.load(std::memory_order_acquire);
}
Status JournalWriter::failure() const {
  if (!state_->process.here()) return state_->other_process();
  return failed() ? state_->progress.failure : Status{};
}
bool JournalWriter::failed() const noexcept {
  return state_->progress.failed.load(std::memory_order_acquire);
}
std::uint32_t JournalWriter::progress() const noexcept {
  return state_->progress.progress.load(std::memory_order_acquire);
}
void JournalWriter::wait_progress(std::uint32_t seen) const noexcept {
  if (failed() || !state_->process.here()) return;
  state_->progress.progress.wait(seen, std::memory_order_acquire);
}
LogPoint JournalWriter::point() const noexcept {
  if (!state_->process.here()) return {};
  const std::lock_guard lock(state_->progress.numbers_mutex);
  return state_->progress.point;
}
JournalStatistics JournalWriter::statistics() const noexcept {
  if (!state_->process.here()) return {};
  const std::lock_guard lock(state_->progress.numbers_mutex);
  return state_->progress.statistics;
}
std::uint32_t JournalWriter::epoch() const noexcept { return state_->writer.epoch(); }
Status JournalWriter::close() { return state_->close(); }

}  // namespace allot
