#include "engine.hpp"

#include <nanobind/stl/string.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <thread>
#include <vector>

#include "errors.hpp"
#include "key_number.hpp"
#include "read.hpp"

namespace allot::python {

// Choices of options, beside those of commands: their classes in allot.
template <>
struct ChoiceOf<Durability> {
  static constexpr std::string_view name = "Durability";
  static constexpr std::uint8_t last = 2;
};
template <>
struct ChoiceOf<Threading> {
  static constexpr std::string_view name = "Threading";
  static constexpr std::uint8_t last = 1;
};
template <>
struct ChoiceOf<SlowConsumer> {
  static constexpr std::string_view name = "SlowConsumer";
  static constexpr std::uint8_t last = 1;
};

namespace {

// How long a call may be deaf to Ctrl-C.
constexpr std::chrono::milliseconds deaf_max{50};

// Runs the handlers of signals that came in; one that raises, as that of Ctrl-C, ends the call.
void listen_to_signals() {
  const nb::gil_scoped_acquire gil;
  if (PyErr_CheckSignals() != 0) throw nb::python_error();
}

// Reads options by name, so that a name that we do not know is an error too.
class OptionReader {
 public:
  OptionReader(const nb::dict& from, const char* kind) : from_(from), kind_(kind) {}
  template <class T>
  void operator()(std::string_view name, T& into) {
    const nb::str key(name.data(), name.size());
    ++known_;
    const Where kind(kind_);
    const Where where(kind, name);
    if (!from_.contains(key)) raise("InvalidArgument", where.text() + " is missing");
    read_field(nb::object(from_[key]), where, into);
  }
  void expect_no_more() const {
    if (from_.size() != known_) {
      raise("InvalidArgument", std::string(kind_) + " has a name that is not known");
    }
  }

 private:
  const nb::dict& from_;
  const char* kind_;
  std::size_t known_{0};
};

template <class Options, class Visit>
void option_fields(Options& options, Visit&& visit) {
  visit("shard", options.shard);
  visit("durability", options.durability);
  visit("segment_bytes", options.segment_bytes);
  visit("async_bound_ns", options.async_bound_ns);
  visit("threading", options.threading);
  visit("decision_cpu", options.decision_cpu);
  visit("log_cpu", options.log_cpu);
  visit("prefault", options.prefault);
  visit("producers_max", options.producers_max);
  visit("ring_bytes", options.ring_bytes);
  visit("answers_max", options.answers_max);
  visit("batch_commands_max", options.batch_commands_max);
  visit("consumers_max", options.consumers_max);
  visit("events_max", options.events_max);
  visit("slow_consumer", options.slow_consumer);
  visit("views", options.views);
}

EngineOptions read_options(const nb::dict& from, const nb::object& limits) {
  EngineOptions options;
  nb::dict numbers;
  numbers.update(from);
  const auto directory = nb::cast<nb::bytes>(numbers["directory"]);
  options.directory.assign(directory.c_str(), directory.size());
  nb::del(numbers["directory"]);
  OptionReader read(numbers, "EngineOptions");
  option_fields(options, read);
  read.expect_no_more();
  if (!limits.is_none()) {
    const auto given = nb::cast<nb::dict>(limits);
    OptionReader read_limit(given, "Limits");
    options.limits.emplace();
    Limits::fields(*options.limits, read_limit);
    read_limit.expect_no_more();
  }
  return options;
}

// All numbers of a struct by their names.
class NumberWriter {
 public:
  template <class T>
  void operator()(std::string_view name, const T& from) {
    if constexpr (std::is_enum_v<T>) {
      numbers_[nb::str(name.data(), name.size())] = static_cast<unsigned>(from);
    } else {
      numbers_[nb::str(name.data(), name.size())] = from;
    }
  }
  nb::dict take() { return std::move(numbers_); }

 private:
  nb::dict numbers_;
};

}  // namespace

nb::dict default_options() {
  const EngineOptions options;
  NumberWriter write;
  option_fields(options, write);
  return write.take();
}

nb::dict default_limits() {
  const Limits limits;
  NumberWriter write;
  Limits::fields(limits, write);
  return write.take();
}

PyEngine::PyEngine(const nb::dict& options, const nb::object& limits) {
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

// Runs `body` without the GIL and under `mutex`; raises Closed after close().
template <class Body>
auto PyEngine::with(std::mutex& mutex, Body&& body) {
  const nb::gil_scoped_release no_gil;
  const std::lock_guard lock(mutex);
  if (closed_) {
    const nb::gil_scoped_acquire gil;
    raise("Closed", "this engine was closed; open another one");
  }
  return body();
}

std::pair<std::size_t, std::uint16_t> PyEngine::submit(const Batch& batch, std::size_t start) {
  if (start > batch.commands.size()) raise("InvalidArgument", "start lies behind the batch");
  return with(producing_, [&] {
    const Admission admission = producer_->submit(std::span(batch.commands).subspan(start));
    return std::pair{admission.accepted, static_cast<std::uint16_t>(admission.reason)};
  });
}

nb::list PyEngine::poll_answers(std::size_t max) {
  std::vector<Answer> found;
  with(producing_, [&] {
    std::array<Answer, 256> piece;
    while (found.size() < max) {
      const std::size_t wanted = std::min(piece.size(), max - found.size());
      const std::size_t count = producer_->poll_answers({piece.data(), wanted});
      found.insert(found.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(count));
      if (count < wanted) break;
    }
  });
  nb::list result;
  for (const Answer& answer : found) {
    result.append(nb::make_tuple(key_number(answer.command_key), answer.sequence,
                                 answer.first_sequence, static_cast<std::uint16_t>(answer.reason),
                                 answer.duplicate));
  }
  return result;
}

nb::bytes PyEngine::poll_events(std::size_t max, std::int64_t timeout_ns) {
  if (timeout_ns < 0) raise("InvalidArgument", "timeout_ns must not be negative");
  std::vector<Event> found;
  with(consuming_, [&] {
    std::array<Event, 256> piece;
    // Waiting is cut in slices, between which Ctrl-C is heard; only the first event is waited for.
    std::chrono::nanoseconds left{timeout_ns};
    while (found.size() < max) {
      const auto slice = std::min<std::chrono::nanoseconds>(left, deaf_max);
      const std::size_t wanted = std::min(piece.size(), max - found.size());
      const std::size_t count = consumer_->poll({piece.data(), wanted}, slice);
      found.insert(found.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(count));
      left = found.empty() ? left - slice : std::chrono::nanoseconds{0};
      if (count < wanted && left.count() == 0) break;
      if (count == 0) listen_to_signals();
    }
  });
  return nb::bytes(found.data(), found.size() * sizeof(Event));
}

void PyEngine::acknowledge(std::uint64_t sequence) {
  if (with(consuming_, [&] { return consumer_->acknowledge(sequence); })) return;
  raise("InvalidArgument", "sequence " + std::to_string(sequence) + " was not polled yet");
}

std::size_t PyEngine::step() {
  if (!host_steps_) {
    raise("InvalidArgument",
          "this engine decides on a thread of its own; open it with "
          "threading=Threading.HOST_STEPS to step it");
  }
  return with(stepping_, [&] { return engine_->step(); });
}

void PyEngine::wait_idle() {
  raise_if_failed(with(stepping_, [&] {
    // The engine's own wait can't be interrupted, so the longest part of it is waited for here.
    while (!host_steps_ && !engine_->poison() && engine_->statistics().queue_depth > 0) {
      listen_to_signals();
      std::this_thread::sleep_for(std::chrono::microseconds{200});
    }
    return engine_->wait_idle();
  }));
}

void PyEngine::stop() {
  raise_if_failed(with(stepping_, [&] { return engine_->stop(); }));
}

void PyEngine::close() {
  Status status;
  {
    const nb::gil_scoped_release no_gil;
    const std::scoped_lock all(producing_, consuming_, stepping_);
    if (closed_) return;
    closed_ = true;
    if (engine_) status = engine_->stop();
    producer_.reset();
    consumer_.reset();
    engine_.reset();
  }
  raise_if_failed(status);
}

std::string PyEngine::digest() {
  return with(stepping_, [&] { return engine_->digest().hex(); });
}

nb::dict PyEngine::conservation() {
  const Conservation from = with(stepping_, [&] { return engine_->conservation(); });
  nb::dict result;
  result["holds"] = from.holds;
  result["lots"] = from.lots;
  result["lines"] = from.lines;
  result["oversold_units"] = from.oversold_units;
  result["on_hand"] = from.on_hand;
  result["available"] = from.available;
  result["held"] = from.held;
  result["allocated"] = from.allocated;
  result["unavailable"] = from.unavailable;
  result["deficit"] = from.deficit;
  result["waiting"] = from.waiting;
  result["fault"] = from.fault;
  return result;
}

nb::dict PyEngine::statistics() {
  const EngineStatistics from = with(stepping_, [&] { return engine_->statistics(); });
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
  return result;
}

nb::dict PyEngine::stream() {
  const StreamStart from = with(consuming_, [&] { return consumer_->stream(); });
  const bool detached = with(consuming_, [&] { return consumer_->detached(); });
  nb::dict result;
  result["shard"] = from.shard;
  result["epoch"] = from.epoch;
  result["rewound"] = from.rewound;
  result["last_sequence"] = from.last_sequence;
  result["detached"] = detached;
  return result;
}

nb::object PyEngine::poison() {
  const std::optional<Poison> from = with(stepping_, [&] { return engine_->poison(); });
  if (!from) return nb::none();
  return nb::make_tuple(from->sequence, from->hash, from->text);
}

}  // namespace allot::python
