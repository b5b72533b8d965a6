// The bodies of LogRunner. Included where one is made for a core.
#pragma once

#include <algorithm>
#include <limits>
#include <string>

#include "driver/driver-inl.hpp"
#include "driver/log_run.hpp"

namespace allot {

// Where the outcomes of a run go: to its observer and its counts.
template <class CoreT>
class LogRunner<CoreT>::Steps {
 public:
  Steps(LogRunner& runner, const LogSource& source)
      : runner_(runner),
        source_(source),
        outcome_(CoreT::step_events_max(runner.run_.driver->core().limits())) {}

  [[nodiscard]] bool has_room() const noexcept { return true; }
  [[nodiscard]] bool has_room_to_refuse() const noexcept { return true; }
  [[nodiscard]] Outcome& outcome() noexcept {
    if (runner_.options_.stamps_epochs) outcome_.set_epoch(source_.epoch());
    return outcome_;
  }
  [[nodiscard]] Answer* answer() noexcept { return &answer_; }
  void decided(const Sequenced& in, std::uint64_t) {
    LogRun<CoreT>& run = runner_.run_;
    ++run.records;
    if (source_.check()) ++run.checks;
    if (source_.skipped()) ++run.skipped;
    if (!runner_.silent_) runner_.observer_.step(in, outcome_);
  }
  void broken(const Sequenced&, std::uint64_t) noexcept {}
  void refused(const Sequenced&, Reason) noexcept {}

 private:
  LogRunner& runner_;
  const LogSource& source_;
  Outcome outcome_;
  Answer answer_;
};

template <class CoreT>
Result<LogRun<CoreT>> LogRunner<CoreT>::run() {
  if (options_.one_pass || options_.up_to) {
    if (Status status = find_skips(); !status.ok()) return status;
    if (run_.stopped) return std::move(run_);
  }
  for (;;) {
    const Result<Pass> pass = run_once();
    if (!pass.ok()) return pass.status();
    if (pass.value() == Pass::complete) return std::move(run_);
  }
}

template <class CoreT>
Result<std::unique_ptr<JournalReader>> LogRunner<CoreT>::open_reader() {
  return JournalReader::open(storage_, options_.reading);
}

// Looks for skips up to the end of the log. What is behind is not known meanwhile, as a step takes
// far longer than a record that is only read.
template <class CoreT>
Status LogRunner<CoreT>::read_rest(JournalReader& reader) {
  std::function<bool(PartDone)> goes_on;
  if (options_.on_progress) goes_on = [this](PartDone) { return options_.on_progress({}); };
  const Result<bool> all = skips_.read_rest(reader, goes_on);
  if (!all.ok()) return all.status();
  run_.stopped = !all.value();
  return {};
}

template <class CoreT>
Status LogRunner<CoreT>::find_skips() {
  Result<std::unique_ptr<JournalReader>> reader = open_reader();
  if (!reader.ok()) return reader.status();
  if (Status status = read_rest(*reader.value()); !status.ok() || run_.stopped) return status;
  const LogReport& found = reader.value()->report();
  live_ = found.live;
  // What a writer adds from now on may hold skips that nobody looked for.
  if (live_) {
    options_.up_to = std::min(found.last_sequence, options_.up_to.value_or(found.last_sequence));
  }
  return {};
}

// Returns: the sequence to end behind.
template <class CoreT>
std::optional<Sequence> LogRunner<CoreT>::last_wanted() const noexcept {
  if (!run_.poison) return options_.up_to;
  const Sequence before = run_.poison->sequence - 1;
  return options_.up_to ? std::min(before, *options_.up_to) : before;
}

template <class CoreT>
auto LogRunner<CoreT>::run_once() -> Result<Pass> {
  std::optional<Poison> poison = std::move(run_.poison);
  run_ = LogRun<CoreT>{};
  run_.poison = std::move(poison);
  run_.live = live_;
  Result<std::unique_ptr<JournalReader>> opened = open_reader();
  if (!opened.ok()) return opened.status();
  JournalReader& reader = *opened.value();
  LogSource source(reader, skips_, last_wanted());
  if (const Sequenced* first = source.front()) {
    if (Status status = begin(*first, reader.report().semantics); !status.ok()) return status;
    apply(source, reader);
    if (!run_.driver->fault().ok()) return run_.driver->fault();
    if (run_.driver->poison()) return rebuild_before(*run_.driver->poison(), reader);
    if (run_.stopped) return Pass::complete;
  }
  switch (source.end()) {
    case LogSource::End::fault: return source.fault();
    case LogSource::End::new_skip: {
      if (Status status = read_rest(reader); !status.ok()) return status;
      return run_.stopped ? Pass::complete : Pass::again;
    }
    case LogSource::End::last: {
      if (!run_.poison || (options_.up_to && *options_.up_to < run_.poison->sequence)) {
        return Pass::complete;
      }
      // Before it was known to be poison the rest was searched: no skip names it.
      if (Status status = read_rest(reader); !status.ok()) return status;
      if (run_.stopped) return Pass::complete;
      break;
    }
    default: break;
  }
  run_.tail = reader.tail();
  run_.live = reader.report().live;
  return Pass::complete;
}

template <class CoreT>
Status LogRunner<CoreT>::begin(const Sequenced& first, Semantics semantics) {
  const auto* start = std::get_if<Start>(&first.command);
  if (start == nullptr || first.sequence != 1) {
    return {StatusCode::corrupt,
            "the log in " + storage_.place() + " does not begin with start at sequence 1"};
  }
  if (const std::string_view fault = limits_fault(start->limits); !fault.empty()) {
    return {StatusCode::corrupt, "the limits in the log's start: " + std::string(fault)};
  }
  run_.semantics = semantics;
  auto core = std::make_unique<CoreT>(start->limits, semantics);
  if (options_.prefault) core->prefault();
  core->set_trace(options_.trace);
  run_.driver = std::make_unique<Driver<CoreT>>(std::move(core));
  if (!silent_) observer_.begin(start->limits);
  return {};
}

template <class CoreT>
void LogRunner<CoreT>::apply(LogSource& source, JournalReader& reader) {
  Steps steps(*this, source);
  const std::size_t at_once =
      options_.on_progress ? 4'096 : std::numeric_limits<std::size_t>::max();
  while (run_.driver->run(source, steps, at_once) == at_once) {
    if (goes_on(reader)) continue;
    run_.stopped = true;
    return;
  }
}

template <class CoreT>
bool LogRunner<CoreT>::goes_on(JournalReader& reader) const {
  const std::optional<Sequence> last = last_wanted();
  if (!last) return options_.on_progress(reader.part_read());
  return options_.on_progress({std::min(*last, run_.driver->core().last_sequence()), *last});
}

// A skip further on may name the command; if none does, the core is rebuilt up to before it.
template <class CoreT>
auto LogRunner<CoreT>::rebuild_before(Poison poison, JournalReader& reader) -> Result<Pass> {
  if (Status status = read_rest(reader); !status.ok()) return status;
  if (run_.stopped) {
    run_.driver.reset();  // what it holds is broken
    return Pass::complete;
  }
  if (!skips_.find(poison.sequence)) {
    poison.text += ", during recovery";
    run_.poison = std::move(poison);
  }
  silent_ = options_.one_pass;
  return Pass::again;
}

}  // namespace allot
