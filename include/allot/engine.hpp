// The live engine: commands in from any thread, one decision thread, a log, events out.
//
// This is the one header that users include. Orders and everything else go in as Commands through
// Producers, are put into one total order, decided by the Core, logged, and come back as Answers
// (to the producer that asked) and as Events (to every Consumer). Opened again on the same log, the
// engine recovers: it replays the log to the same state. An engine is a shard: everything that one
// decision takes together lives in one engine; N engines live in one process without sharing.
//
//   auto engine = allot::Engine::open({.directory = "log", .durability = allot::Durability::sync});
//   auto producer = engine.value()->open_producer();
//   auto admission = producer.value().submit(allot::Place{...});
//
// Threads:   stated at every function. "Any": from any thread at any time.
// Ownership: Producers and Consumers may outlive the engine; they then answer `stopped`.
// Processes: an engine is of use only in the process that opened it. A child of fork has the memory
//            and neither threads nor log: everything there is refused with other_process (see
//            process_status), and destroying gives memory back and touches nothing else. The child
//            may open engines of its own, on other logs, or on this one once its parent is gone.
// Errors:    Status for the environment, Reason for business; nothing throws but bad_alloc in
//            open(). A broken invariant or a failed write poisons the engine (docs/decisions/0002):
//            everything after is refused with `poisoned`, the process goes on.
// Memory:    everything on the order path is allocated by open(), open_producer, open_consumer.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "allot/core/core.hpp"
#include "allot/core/poison.hpp"
#include "allot/driver/consumer.hpp"
#include "allot/driver/engine_options.hpp"
#include "allot/driver/engine_statistics.hpp"
#include "allot/driver/lookups.hpp"
#include "allot/events/stream.hpp"
#include "allot/events/view.hpp"
#include "allot/intake/admission.hpp"
#include "allot/messages/event.hpp"
#include "allot/types/order_key.hpp"
#include "allot/types/status.hpp"

namespace allot {

// Hands commands to one engine. One thread at a time; any number of producers side by side.
// Commands of one producer are decided in the order in which it submitted them.
class Producer {
 public:
  Producer(Producer&&) noexcept;
  Producer& operator=(Producer&&) noexcept;
  // Effects: gives the place up; what was admitted is still decided, its answers are dropped.
  ~Producer();

  // Effects: copies the command, its lists too, into the producer's ring; it is then admitted.
  // Returns: accepted 1 and ok, or accepted 0 and busy (the ring is full, answers_max answers are
  //          outstanding: poll them, try again), storage_full, stopped, poisoned,
  //          command_too_large (more lines or SKUs than one command may have), not_for_hosts
  //          (start, advance, skip), or other_process.
  // `time`:  the host's stamp, for TimeSource::host; ignored otherwise.
  // Cost:    about 50 ns for two lines, with the hash of the body; allocates nothing.
  [[nodiscard]] Admission submit(const Command& command, TimeNs time = 0) noexcept;

  // As submit() of each in turn until one is not admitted. Cheaper: published to the decision
  // thread once.
  [[nodiscard]] Admission submit(std::span<const Submission> batch) noexcept;

  // Effects: takes answers out, in the order of this producer's commands: exactly one for each
  //          admitted command, once it is as durable as the engine was asked for. With sequence 0
  //          it was not decided: storage_full, stopped, or poisoned (then recovery shows whether it
  //          is in the log; submit it again under the same command_key).
  //          Waits for the first one up to `timeout` (0 returns at once; under
  //          Threading::host_steps do not wait on the stepping thread).
  // Returns: how many were written to the front of `into`; 0 at once, whatever the timeout, when
  //          the engine is stopped and all is answered, when it is poisoned, and in a child of
  //          fork.
  // Cost:    waiting costs the decision thread one system call for each time that this thread
  //          slept; while nobody waits, none.
  [[nodiscard]] std::size_t poll_answers(std::span<Answer> into,
                                         std::chrono::nanoseconds timeout = {}) noexcept;

  // Returns: a descriptor for poll, epoll and event loops: readable when poll_answers() may find
  //          something, until a call of it has found less than it had room for; readable for good
  //          once the engine is stopped. It may be readable without an answer, once from the start.
  //          It belongs to the producer, and is closed with it: do not read, write or close it.
  // Errors:  io_error (no descriptor is left), other_process.
  // Cost:    an eventfd; from then on a system call of either side for each time that this one had
  //          read all answers and another came.
  [[nodiscard]] Result<int> wait_descriptor();

  // Returns: what was full when the last submit() said busy, and for events which consumer is in
  //          the way. As of now: what was full may have room again.
  [[nodiscard]] BusyCause busy_cause() const;

 private:
  friend class Engine;
  struct State;
  explicit Producer(std::shared_ptr<State> state) noexcept;
  std::shared_ptr<State> state_;
};

class Engine {
 public:
  // Effects: starts a log with `start` as its first record, or recovers the one that is there:
  //          replays it, compares every outcome check, cuts a torn tail off, begins a new epoch.
  // Returns: a running engine; or a read-only one (see poison()) when a logged command breaks an
  //          invariant again; or why not: invalid_argument (an option, named with its range, or a
  //          log that another engine writes, in this process or another), corrupt (where),
  //          truncated (the log was cut, or is shorter than at_least), not_found (must_exist),
  //          io_error, storage_full, unsupported.
  // Cost:    allocates for the limits; recovery takes as long as replay.
  [[nodiscard]] static Result<std::unique_ptr<Engine>> open(const EngineOptions& options);

  // As stop(), whose Status is lost.
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // Threads: any. Returns: invalid_argument beyond producers_max / consumers_max, or stopped.
  // A closed producer's place is free once everything that it submitted is decided and published.
  [[nodiscard]] Result<Producer> open_producer();
  [[nodiscard]] Result<Consumer> open_consumer(ConsumeFrom from = ConsumeFrom::oldest);
  // Errors: also unsupported (from_sequence or a name, and nothing is logged); truncated
  //         (the log has not come to from_epoch: it is an older copy); corrupt, io_error when it or
  //         a kept position cannot be read; invalid_argument for a name that is none, or is open.
  // Cost:   with from_sequence a thread, which ends when the consumer has come to the live stream.
  //         Unless the buffer holds all of them it replays the log from its beginning, with a core
  //         of its own: as much memory again as the engine's state, and a processor's time as for
  //         recovery; no order waits for it. Until then the consumer holds no producer back, but
  //         for this: under SlowConsumer::busy one that has come to what was published when it was
  //         opened, and for a second not to the live stream, takes a place in that all the same;
  //         producers that fill the buffer are then told busy until it has come there.
  [[nodiscard]] Result<Consumer> open_consumer(const ConsumerOptions& options);

  // Threads: any. Returns: figures of the open consumers.
  [[nodiscard]] std::vector<ConsumerFigures> consumers() const;
  // Threads: any. Returns: the consumers whose positions are kept beside the log, by name; none
  //          when nothing is logged. Errors: invalid_argument after stop(); io_error.
  [[nodiscard]] Result<std::vector<KeptConsumer>> kept_consumers() const;
  // Effects: forgets the position of a consumer that is not open, also a damaged one.
  // Threads: any. Errors: not_found; invalid_argument when it is open, and after stop();
  //          unsupported, io_error.
  [[nodiscard]] Status forget_consumer(const std::string& name);

  // Requires: Threading::host_steps; one thread at a time (the stepping thread).
  // Effects:  drains every ring once, decides, logs, publishes what may be published. Idle with
  //           work due, decides `advance` commands of its own. Writes the log too, and so waits for
  //           the disk: always under sync; under async when enough has gathered or nothing is
  //           decided.
  // Returns:  commands decided, advances included.
  std::size_t step() noexcept;

  // Effects: waits until everything admitted before the call is decided and published, and no
  //          queued work is due (under host_steps: steps until then, on the calling thread, which
  //          must be the stepping thread). Events need not have been read; when a consumer that
  //          nobody polls holds producers back, this returns ok only once it is polled.
  // Returns: poisoned when the engine is or becomes poisoned.
  // Threads: any (own_thread).
  [[nodiscard]] Status wait_idle();

  // Effects: refuses new commands with `stopped`, decides what was admitted, makes the log durable
  //          (also under none and async), publishes, ends the decision thread, closes the log.
  //          Again: no effect.
  // Returns: why the log could not be closed whole, or poisoned.
  // Threads: any (own_thread); the stepping thread (host_steps).
  Status stop();

  // Cold questions, answered by the decision thread between two batches, of everything decided by
  // then; after stop() by the calling thread. `look` must not keep the reference.
  // Threads: any (own_thread); the stepping thread (host_steps). Not from within `look`.
  // Errors:  what `look` throws comes out of inspect().
  // Cost:    a full scan for digest and conservation, while which nothing is decided.
  // Poisoned by a broken invariant: shows what the broken step left, which may not add up. In a
  // child of fork `look` is not called, digest() is all zeros and conservation() does not hold.
  void inspect(const std::function<void(const Core&)>& look);
  [[nodiscard]] Digest digest();
  [[nodiscard]] Conservation conservation();

  // Questions about codes and ids, orders with their lines, what can be sold. As inspect().
  [[nodiscard]] Lookups look_up() noexcept { return Lookups(*this); }

  // Published views. Threads: any. Cost: a few cache lines; never waits for the decision thread.
  // Returns: nothing when the order is not known (any more), the ids are out of range, or views are
  //          off.
  [[nodiscard]] std::optional<OrderView> order(const OrderKey& order_key) const noexcept;
  [[nodiscard]] std::optional<AvailabilityView> availability(SkuId sku, NodeId node) const noexcept;

  // Threads: any.
  [[nodiscard]] EngineStatistics statistics() const noexcept;
  [[nodiscard]] const Limits& limits() const noexcept;
  [[nodiscard]] StreamStart stream() const noexcept;
  // Returns: the last place in the log that is durable. A host that keeps it, and gives it to the
  //          next open() as at_least, can tell that nothing which was there is missing.
  [[nodiscard]] LogPoint log_point() const noexcept;
  // Returns: the lowest sequence that every open consumer has acknowledged; the last published one
  //          when none is open.
  [[nodiscard]] Sequence acknowledged() const noexcept;

  // Threads: any. Returns: ok in the process that opened this engine; other_process in a child that
  // it made by fork, where nothing works any more.
  [[nodiscard]] Status process_status() const;

  // Threads: any. Returns: why everything is refused, or nothing when all is well.
  [[nodiscard]] std::optional<Poison> poison() const;

  // Requires: an engine that open() returned read-only, with poison()->sequence != 0.
  // Effects:  logs `skip {sequence, hash}`, makes it durable and recovers again, leaving that
  //           command out; the engine is then running, or read-only at a later command. Consumers
  //           and producers opened before see the same engine.
  // Returns:  invalid_argument when these are not the poison's sequence and hash, or after stop().
  // Threads:  any (own_thread); the stepping thread (host_steps).
  [[nodiscard]] Status skip(Sequence sequence, std::uint64_t hash);

 private:
  struct Impl;
  explicit Engine(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

}  // namespace allot
