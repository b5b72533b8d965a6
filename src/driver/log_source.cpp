#include "driver/log_source.hpp"

#include <string>
#include <utility>

#include "allot/intake/body_hash.hpp"

namespace allot {

std::optional<std::uint64_t> KnownSkips::find(Sequence sequence) const {
  const auto at = hashes_.find(sequence);
  return at != hashes_.end() ? std::optional(at->second) : std::nullopt;
}

Result<bool> KnownSkips::read_rest(JournalReader& reader,
                                   const std::function<bool(PartDone)>& goes_on) {
  constexpr std::uint64_t records_between_looks = 4'096;
  LogRecord record;
  for (std::uint64_t read = 1;; ++read) {
    if (goes_on && read % records_between_looks == 0 && !goes_on(reader.part_read())) return false;
    const Result<bool> more = reader.next(record);
    if (!more.ok()) return more.status();
    if (!more.value()) return true;
    if (const auto* skip = std::get_if<Skip>(&record.command.command)) (void)add(*skip);
  }
}

Sequenced* LogSource::front() {
  if (!read_ && end_ == End::none) read();
  return read_ ? &record_.command : nullptr;
}

void LogSource::read() {
  const Result<bool> more = reader_.next(record_);
  if (!more.ok()) return fail(more.status());
  if (!more.value()) {
    end_ = End::log;
    return;
  }
  const Sequenced& in = record_.command;
  if (last_ && in.sequence > *last_) {
    end_ = End::last;
    return;
  }
  if (const auto* skip = std::get_if<Skip>(&in.command); skip != nullptr && skips_.add(*skip)) {
    end_ = End::new_skip;
    return;
  }
  read_ = true;
  const std::optional<std::uint64_t> hash = skips_.find(in.sequence);
  skipped_ = hash.has_value();
  if (skipped_) leave_out(*hash);
}

void LogSource::resume() {
  if (end_ != End::log) return;
  end_ = End::none;
  if (Status status = reader_.resume(); !status.ok()) fail(std::move(status));
}

void LogSource::leave_out(std::uint64_t hash) {
  Sequenced& in = record_.command;
  if (in.body_hash != hash) {
    return fail({StatusCode::corrupt, "the log skips sequence " + std::to_string(in.sequence) +
                                          " under a hash that is not that of its command"});
  }
  in.command = Skip{.skipped = in.sequence, .hash = hash};
  in.body_hash = body_hash(in.command);
  in.step_too_large = false;
}

void LogSource::fail(Status status) {
  fault_ = std::move(status);
  end_ = End::fault;
  read_ = false;
}

}  // namespace allot
