#include "driver/consumers.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "journal/journal_reader.hpp"

namespace allot {

Result<std::shared_ptr<ConsumerSlot>> Consumers::open(const ConsumerOptions& options) {
  if (Status status = state_.process_status(); !status.ok()) return status;
  std::unique_ptr<KeptPosition> kept;
  if (!options.name.empty()) {
    auto opened = kept_->open(options.name, log_begun());
    if (!opened.ok()) return opened.status();
    kept = std::move(opened.value());
  }
  const Result<Beginning> begin = beginning(kept ? by_name(options, *kept) : options);
  if (!begin.ok()) return begin.status();
  const std::optional<Sequence> sequence = begin.value().sequence;
  ConsumerPlaces& places = state_.events->places();
  const std::size_t place = sequence ? places.open_behind(*sequence - 1)
                                     : places.open(options.from == ConsumeFrom::oldest);
  if (place == ConsumerPlaces::none_free) {
    return Status(StatusCode::invalid_argument,
                  "consumers_max (" + std::to_string(options_.consumers_max) +
                      ") consumers are open; close one or raise consumers_max");
  }
  KeptPosition* const position = kept.get();
  auto slot = std::make_shared<ConsumerSlot>(
      ConsumerSlot::Shared{state_.gate, state_.events, state_.catch_ups}, place,
      begin.value().stream, std::move(kept));
  state_.gate->ring();
  if (position != nullptr) {
    if (Status status = position->begin(*sequence - 1); !status.ok()) return status;
  }
  if (sequence) {
    if (Status status = slot->catch_up({.sequence = *sequence}); !status.ok()) return status;
  }
  list_->add(slot);
  if (state_.gate->finished()) admit_();
  return slot;
}

// Returns: the options with what was kept, or what the first consumer of a name begins with.
ConsumerOptions Consumers::by_name(const ConsumerOptions& options, const KeptPosition& kept) const {
  ConsumerOptions begin = options;
  if (kept.found()) {
    begin.from_sequence = std::max(kept.found()->sequence, kept.found()->sequence + 1);
    begin.from_epoch = kept.found()->epoch;
  } else if (options.from_sequence == 0) {
    const bool oldest = options.from == ConsumeFrom::oldest;
    begin.from_sequence = oldest ? 1 : state_.events->published_sequence() + 1;
  }
  return begin;
}

// Returns: where a consumer begins, with what a crash took back of what its host has seen.
Result<Consumers::Beginning> Consumers::beginning(const ConsumerOptions& options) const {
  Beginning begin{.sequence = {}, .stream = state_.stream.get()};
  if (options.from_sequence == 0) return begin;
  if (Status status = state_.catch_ups->check(); !status.ok()) return status;
  const auto left = end_of_epoch(options.from_epoch, begin.stream.epoch);
  if (!left.ok()) return left.status();
  StreamStart& stream = begin.stream;
  // Of an epoch that is known it is also known what was taken back of it.
  if (options.from_epoch != 0) stream.rewound = false;
  stream.first_sequence = options.from_sequence;
  for (const Sequence last :
       {state_.events->published_sequence(), left.value().value_or(options.from_sequence)}) {
    if (stream.first_sequence - 1 <= last) continue;
    stream.rewound = true;
    stream.last_sequence = last;
    stream.first_sequence = last + 1;
  }
  begin.sequence = stream.first_sequence;
  return begin;
}

// Returns: the time of the log's first record; 0 when there is no log, or none that can be read.
TimeNs Consumers::log_begun() const {
  if (log_.storage() == nullptr) return 0;
  const auto reader = JournalReader::open(*log_.storage(), {.shard = options_.shard});
  if (!reader.ok()) return 0;
  LogRecord record;
  const Result<bool> found = reader.value()->next(record);
  return found.ok() && found.value() ? record.command.time : 0;
}

// Returns: the last sequence of an epoch before the present one, which is `now`.
Result<std::optional<Sequence>> Consumers::end_of_epoch(std::uint32_t epoch,
                                                        std::uint32_t now) const {
  if (epoch == 0 || epoch == now) return std::optional<Sequence>{};
  if (epoch > now) {
    return Status(StatusCode::truncated, "events of epoch " + std::to_string(epoch) +
                                             " were seen, and the log in " +
                                             log_.storage()->place() + " has only come to epoch " +
                                             std::to_string(now) + ": it is an older copy");
  }
  const auto reader = JournalReader::open(*log_.storage(), {.shard = options_.shard});
  if (!reader.ok()) return reader.status();
  return reader.value()->end_of_epoch(epoch);
}

}  // namespace allot
