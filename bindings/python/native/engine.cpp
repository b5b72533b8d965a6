#include "engine.hpp"

#include <nanobind/stl/string.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <vector>

#include "calls.hpp"
#include "errors.hpp"
#include "key_number.hpp"
#include "options.hpp"

namespace allot::python {

namespace nb = nanobind;

namespace {

using Clock = std::chrono::steady_clock;

// How long a call may be deaf to signals.
constexpr std::chrono::milliseconds deaf_max{50};

// Whoever waits for ever asks for the longest time there is, which must not run over.
Clock::time_point deadline(std::int64_t timeout_ns) {
  const auto now = Clock::now();
  const auto longest = Clock::time_point::max() - now;
  return now + std::min<std::chrono::nanoseconds>(std::chrono::nanoseconds(timeout_ns), longest);
}

// Listens from time to time, in a loop that waits.
class Listener {
 public:
  // Requires: as listen_to_signals(). Returns: whether it has listened.
  bool listen_when_due() {
    if (Clock::now() - heard_ < deaf_max) return false;
    listen_to_signals();
    heard_ = Clock::now();
    return true;
  }

 private:
  Clock::time_point heard_{Clock::now()};
};

}  // namespace

// Being inside keeps the engine open. Without the GIL.
class PyEngine::Inside {
 public:
  explicit Inside(const PyEngine& engine) : gate_(*engine.gate_) {
    const bool here = engine.process_.here();
    if (here && enter()) return;
    const nb::gil_scoped_acquire gil;
    if (!here) raise_if_failed(engine.process_.refusal("this engine"));
    raise("Closed", "this engine was closed; open another one");
  }
  ~Inside() {
    const std::lock_guard lock(gate_.mutex);
    if (--gate_.inside == 0 && gate_.closing) gate_.changed.notify_all();
  }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

 private:
  bool enter() {
    const std::lock_guard lock(gate_.mutex);
    if (!gate_.closing) ++gate_.inside;
    return !gate_.closing;
  }

  Gate& gate_;
};

PyEngine::PyEngine(const nb::dict& options, const nb::object& limits)
    : gate_(std::make_unique<Gate>()) {
  const EngineOptions translated = read_options(options, limits);
  host_steps_ = translated.threading == Threading::host_steps;
  Status status;
  {
    const nb::gil_scoped_release no_gil;
    auto opened = Engine::open(translated);
    status = opened.status();
    if (opened.ok()) {
      engine_ = std::move(opened.value());
      auto producer = engine_->open_producer();
      auto consumer = engine_->open_consumer();
      status = producer.ok() ? consumer.status() : producer.status();
      if (producer.ok()) producer_ = std::make_unique<Producer>(std::move(producer.value()));
      if (consumer.ok()) consumer_ = std::make_unique<Consumer>(std::move(consumer.value()));
    }
  }
  raise_if_failed(status);
}

PyEngine::~PyEngine() {
  // In a child, destroying what a thread of the parent waits on would wait for it.
  if (!process_.here()) static_cast<void>(gate_.release());
}

void PyEngine::free_memory() noexcept {
  producer_.reset();
  consumer_.reset();
  engine_.reset();
}

template <class Body>
auto PyEngine::use(Body&& body) {
  const Inside inside(*this);
  return body();
}

template <class Body>
auto PyEngine::use_alone(Turn& turn, Body&& body) {
  while (true) {
    {
      const Inside inside(*this);
      const std::unique_lock lock(turn, deaf_max);
      if (lock.owns_lock()) return body();
    }
    listen_to_signals();
  }
}

void PyEngine::rest(unsigned tries) {
  if (tries < 16) {
    std::this_thread::yield();
    return;
  }
  std::unique_lock lock(gate_->mutex);
  const std::chrono::microseconds nap(tries < 64 ? 20 : 200);
  gate_->changed.wait_for(lock, nap, [&] { return gate_->closing; });
}

std::pair<std::size_t, std::uint16_t> PyEngine::submit(const Batch& batch, std::size_t start) {
  if (start > batch.commands.size()) raise("InvalidArgument", "start lies behind the batch");
  const nb::gil_scoped_release no_gil;
  return use_alone(gate_->producing, [&] {
    const Admission admission = producer_->submit(std::span(batch.commands).subspan(start));
    return std::pair{admission.accepted, static_cast<std::uint16_t>(admission.reason)};
  });
}

// Returns: whether more may come.
bool PyEngine::poll_once(std::vector<Answer>& found, std::size_t max) {
  return use_alone(gate_->producing, [&] {
    // Asked before, so that what came out last is still found.
    const bool over = gate_->stopped.load(std::memory_order_acquire) || engine_->poison();
    std::array<Answer, 256> piece;
    while (found.size() < max) {
      const std::size_t wanted = std::min(piece.size(), max - found.size());
      const std::size_t count = producer_->poll_answers({piece.data(), wanted});
      found.insert(found.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(count));
      if (count < wanted) break;
    }
    return !over;
  });
}

void PyEngine::wait_readable(int descriptor, Clock::time_point until) {
  // Being inside keeps the descriptor; closing stops the engine first, which makes it readable.
  use([&] {
    const auto left = std::min<Clock::duration>(until - Clock::now(), deaf_max);
    pollfd asked{.fd = descriptor, .events = POLLIN, .revents = 0};
    static_cast<void>(::poll(
        &asked, 1, static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(left).count())));
  });
}

int PyEngine::wait_descriptor() {
  Result<int> descriptor = 0;
  {
    const nb::gil_scoped_release no_gil;
    descriptor = use_alone(gate_->producing, [&] { return producer_->wait_descriptor(); });
  }
  raise_if_failed(descriptor.status());
  return descriptor.value();
}

nb::list PyEngine::poll_answers(std::size_t max, std::int64_t timeout_ns) {
  if (timeout_ns < 0) raise("InvalidArgument", "timeout_ns must not be negative");
  std::vector<Answer> found;
  if (timeout_ns == 0 || max == 0) {
    const nb::gil_scoped_release no_gil;
    poll_once(found, max);
  } else {
    // Nobody else is kept from the producer while this thread waits.
    const int descriptor = wait_descriptor();
    const nb::gil_scoped_release no_gil;
    const auto until = deadline(timeout_ns);
    bool more = poll_once(found, max);
    while (found.empty() && more && Clock::now() < until) {
      wait_readable(descriptor, until);
      listen_to_signals();
      more = poll_once(found, max);
    }
  }
  nb::list result;
  for (const Answer& answer : found) {
    result.append(nb::make_tuple(key_number(answer.command_key), answer.sequence,
                                 answer.first_sequence, static_cast<std::uint16_t>(answer.reason),
                                 answer.duplicate, answer.id));
  }
  return result;
}

// Returns: whether more may come. `end`: why not, where that is an error.
bool PyEngine::poll_once(std::vector<Event>& found, std::size_t max, Status& end) {
  return use_alone(gate_->consuming, [&] {
    // Asked before, so that what came out last is still found.
    const bool over = gate_->stopped.load(std::memory_order_acquire) || consumer_->detached();
    std::array<Event, 256> piece;
    while (found.size() < max) {
      const std::size_t wanted = std::min(piece.size(), max - found.size());
      const std::size_t count = consumer_->poll({piece.data(), wanted});
      found.insert(found.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(count));
      if (count < wanted) break;
    }
    if (found.empty()) end = consumer_->status();
    return !over && end.ok();
  });
}

nb::bytes PyEngine::poll_events(std::size_t max, std::int64_t timeout_ns) {
  if (timeout_ns < 0) raise("InvalidArgument", "timeout_ns must not be negative");
  std::vector<Event> found;
  Status end;
  {
    const nb::gil_scoped_release no_gil;
    const auto until = deadline(timeout_ns);
    Listener listener;
    bool more = poll_once(found, max, end);
    for (unsigned tries = 0; found.empty() && more && max != 0 && Clock::now() < until; ++tries) {
      rest(tries);
      if (listener.listen_when_due()) more = !use([&] { return engine_->poison().has_value(); });
      more = poll_once(found, max, end) && more;
    }
  }
  if (found.empty()) raise_if_failed(end);
  return nb::bytes(found.data(), found.size() * sizeof(Event));
}

void PyEngine::acknowledge(std::uint64_t sequence) {
  bool noted = false;
  Status status;
  {
    const nb::gil_scoped_release no_gil;
    noted = use_alone(gate_->consuming, [&] {
      if (consumer_->acknowledge(sequence)) return true;
      if (sequence <= consumer_->figures().polled) status = consumer_->status();
      return false;
    });
  }
  raise_if_failed(status);
  if (!noted) {
    raise("InvalidArgument", "sequence " + std::to_string(sequence) + " was not polled yet");
  }
}

void PyEngine::consume(const std::string& from, std::uint64_t from_sequence,
                       std::uint32_t from_epoch, const std::string& name) {
  const ConsumerOptions options{
      .from = from == "newest" ? ConsumeFrom::newest : ConsumeFrom::oldest,
      .from_sequence = from_sequence,
      .from_epoch = from_epoch,
      .name = name};
  Status status;
  {
    const nb::gil_scoped_release no_gil;
    use_alone(gate_->consuming, [&] {
      auto opened = engine_->open_consumer(options);
      status = opened.status();
      if (opened.ok()) *consumer_ = std::move(opened.value());
    });
  }
  raise_if_failed(status);
}

void PyEngine::rejoin() {
  Status status;
  {
    const nb::gil_scoped_release no_gil;
    status = use_alone(gate_->consuming, [&] { return consumer_->rejoin(); });
  }
  raise_if_failed(status);
}

namespace {

nb::dict dict_of(const ConsumerFigures& from) {
  nb::dict result;
  result["index"] = from.index;
  result["name"] = from.name;
  result["state"] = static_cast<unsigned>(from.state);
  result["acknowledged"] = from.acknowledged;
  result["polled"] = from.polled;
  result["sequences_behind"] = from.sequences_behind;
  result["events_behind"] = from.events_behind;
  return result;
}

}  // namespace

nb::list PyEngine::consumers() {
  std::vector<ConsumerFigures> all;
  {
    const nb::gil_scoped_release no_gil;
    all = use([&] { return engine_->consumers(); });
  }
  nb::list result;
  for (const ConsumerFigures& one : all) result.append(dict_of(one));
  return result;
}

nb::list PyEngine::kept_consumers() {
  Status status;
  std::vector<KeptConsumer> all;
  {
    const nb::gil_scoped_release no_gil;
    auto kept = use([&] { return engine_->kept_consumers(); });
    status = kept.status();
    if (kept.ok()) all = std::move(kept.value());
  }
  raise_if_failed(status);
  nb::list result;
  for (const KeptConsumer& one : all) {
    nb::dict kept;
    kept["name"] = one.name;
    kept["sequence"] = one.sequence;
    kept["epoch"] = one.epoch;
    kept["fault"] = one.status.message();
    result.append(kept);
  }
  return result;
}

void PyEngine::forget_consumer(const std::string& name) {
  Status status;
  {
    const nb::gil_scoped_release no_gil;
    status = use([&] { return engine_->forget_consumer(name); });
  }
  raise_if_failed(status);
}

nb::tuple PyEngine::busy() {
  BusyCause cause;
  {
    const nb::gil_scoped_release no_gil;
    cause = use_alone(gate_->producing, [&] { return producer_->busy_cause(); });
  }
  nb::object consumer = nb::none();
  if (cause.with == BusyWith::events) consumer = dict_of(cause.consumer);
  return nb::make_tuple(static_cast<unsigned>(cause.with), consumer, cause.text);
}

std::size_t PyEngine::step() {
  if (!host_steps_) {
    raise("InvalidArgument",
          "this engine decides on a thread of its own; open it with "
          "threading=Threading.HOST_STEPS to step it");
  }
  const nb::gil_scoped_release no_gil;
  return use_alone(gate_->stepping, [&] { return engine_->step(); });
}

void PyEngine::wait_idle() {
  Status status;
  {
    const nb::gil_scoped_release no_gil;
    if (host_steps_) {
      status = use_alone(gate_->stepping, [&] { return engine_->wait_idle(); });
    } else {
      // The engine's own wait can't be interrupted, so the longest part of it is waited for here.
      Listener listener;
      const auto is_busy = [&] {
        return !engine_->poison() && engine_->statistics().queue_depth > 0;
      };
      for (unsigned tries = 0; use(is_busy); ++tries) {
        rest(tries);
        listener.listen_when_due();
      }
      status = use([&] { return engine_->wait_idle(); });
    }
  }
  raise_if_failed(status);
}

void PyEngine::stop() {
  Status status;
  {
    const nb::gil_scoped_release no_gil;
    const auto stop = [&] { return engine_->stop(); };
    status = host_steps_ ? use_alone(gate_->stepping, stop) : use(stop);
    gate_->stopped.store(true, std::memory_order_release);
  }
  raise_if_failed(status);
}

bool PyEngine::begin_close() {
  Listener listener;
  std::unique_lock lock(gate_->mutex);
  while (gate_->closing && !gate_->closed) {
    // A handler that interrupted close() cannot wait for it.
    if (gate_->closer == std::this_thread::get_id()) return false;
    gate_->changed.wait_for(lock, deaf_max);
    lock.unlock();
    listener.listen_when_due();
    if (!process_.here()) return false;
    lock.lock();
  }
  if (gate_->closed) return false;
  gate_->closing = true;
  gate_->closer = std::this_thread::get_id();
  gate_->changed.notify_all();
  return true;
}

void PyEngine::close() {
  Status status;
  if (!process_.here()) {
    gate_->closing = true;
    free_memory();
    return;
  }
  {
    const nb::gil_scoped_release no_gil;
    if (!begin_close()) return;
    {
      // Under host_steps no step may run beside it; else stopping is what ends the calls that wait
      // for the decision thread.
      std::unique_lock lock(gate_->stepping, std::defer_lock);
      if (host_steps_) lock.lock();
      if (engine_) status = engine_->stop();
    }
    std::unique_lock lock(gate_->mutex);
    gate_->changed.wait(lock, [&] { return gate_->inside == 0; });
    free_memory();
    gate_->closed = true;
    gate_->changed.notify_all();
  }
  raise_if_failed(status);
}

bool PyEngine::closed() {
  if (!process_.here()) return gate_->closing;
  const std::lock_guard lock(gate_->mutex);
  return gate_->closing;
}

void PyEngine::inspect(const std::function<void(const Core&)>& look) {
  use_alone(gate_->stepping, [&] { engine_->inspect(look); });
}

std::string PyEngine::digest() {
  const nb::gil_scoped_release no_gil;
  return use_alone(gate_->stepping, [&] { return engine_->digest().hex(); });
}

nb::dict PyEngine::conservation() {
  Conservation from;
  {
    const nb::gil_scoped_release no_gil;
    from = use_alone(gate_->stepping, [&] { return engine_->conservation(); });
  }
  nb::dict result;
  result["holds"] = from.holds;
  result["lots"] = from.lots;
  result["lines"] = from.lines;
  result["oversold_units"] = from.oversold_units;
  result["on_hand"] = from.on_hand;
  result["available"] = from.available;
  result["held"] = from.held;
  result["allocated"] = from.allocated;
  result["picked"] = from.picked;
  result["unavailable"] = from.unavailable;
  result["deficit"] = from.deficit;
  result["waiting"] = from.waiting;
  result["fault"] = from.fault;
  return result;
}

nb::dict PyEngine::statistics() {
  EngineStatistics from;
  {
    const nb::gil_scoped_release no_gil;
    from = use([&] { return engine_->statistics(); });
  }
  nb::dict result;
  result["commands"] = from.commands;
  result["orders"] = from.orders;
  result["refusals"] = from.refusals;
  result["advances"] = from.advances;
  result["batches"] = from.batches;
  result["queue_depth"] = from.queue_depth;
  result["decided_sequence"] = from.decided_sequence;
  result["published_sequence"] = from.published_sequence;
  result["events"] = from.events;
  result["durable_sequence"] = from.durable_sequence;
  result["journal_bytes"] = from.journal.bytes;
  result["journal_records"] = from.journal.records;
  result["journal_segments"] = from.journal.segments;
  result["dropped_frames"] = from.dropped_frames;
  result["dropped_records"] = from.dropped_records;
  return result;
}

nb::tuple PyEngine::log_point() {
  LogPoint from;
  {
    const nb::gil_scoped_release no_gil;
    from = use([&] { return engine_->log_point(); });
  }
  return nb::make_tuple(from.sequence, from.chain.low, from.chain.high);
}

nb::dict PyEngine::stream() {
  StreamStart from;
  bool detached = false;
  bool catching_up = false;
  {
    const nb::gil_scoped_release no_gil;
    use_alone(gate_->consuming, [&] {
      from = consumer_->stream();
      detached = consumer_->detached();
      catching_up = consumer_->catching_up();
    });
  }
  nb::dict result;
  result["shard"] = from.shard;
  result["epoch"] = from.epoch;
  result["rewound"] = from.rewound;
  result["last_sequence"] = from.last_sequence;
  result["detached"] = detached;
  result["first_sequence"] = from.first_sequence;
  result["catching_up"] = catching_up;
  return result;
}

nb::object PyEngine::poison() {
  std::optional<Poison> from;
  {
    const nb::gil_scoped_release no_gil;
    from = use([&] { return engine_->poison(); });
  }
  if (!from) return nb::none();
  return nb::make_tuple(from->sequence, from->hash, from->text);
}

}  // namespace allot::python
