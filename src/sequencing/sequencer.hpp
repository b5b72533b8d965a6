// Gives each command its dense sequence number and its logical time.
//
// Time never goes back, and every stamp is brought into 0 to 4 * 10^18.
//
// TimeSource::engine: the engine's clock is believed. However far it is ahead, time follows it at
// once: after a pause of any length the next command is decided at the time that it is. A clock
// that went back does not take time along, nor does time stand until the clock has caught up, for
// then no hold would end meanwhile: it goes on at half the clock's pace until the two meet.
//
// TimeSource::host: an older stamp is raised to the time before it. A stamp more than max_step_ns
// ahead is taken for a wrong unit or a broken clock: it leaves time where it is and marks the
// command step_too_large, for the step to decide about; only tick with force crosses. The first
// time that is stamped on a log has nothing before it and is taken as it is.
//
// Pure: no clock is read here; the engine's stamp comes in through stamp_batch(). One thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <variant>

#include "allot/messages/limits.hpp"
#include "allot/sequencing/sequenced.hpp"

namespace allot {

inline constexpr TimeNs time_max_ns = 4'000'000'000'000'000'000;

class Sequencer {
 public:
  // Continues after `last_sequence`, at logical time `now`; both 0 for a new log.
  explicit Sequencer(const Limits& limits, Sequence last_sequence = 0, TimeNs now = 0) noexcept
      : max_step_ns_(limits.max_step_ns),
        source_(limits.time_source),
        last_sequence_(last_sequence),
        now_(now),
        stamp_(now) {}

  // Returns: whether stamp_batch() has an effect.
  [[nodiscard]] bool reads_clock() const noexcept { return source_ == TimeSource::engine; }

  // Effects: sets the one stamp of the commands that follow from what the clock reads now. Without
  //          effect under TimeSource::host, where each command brings its own.
  void stamp_batch(TimeNs clock) noexcept {
    if (source_ != TimeSource::engine) return;
    const TimeNs read = std::clamp<TimeNs>(clock, 0, time_max_ns);
    if (read >= stamp_) {
      stamp_ = read;
    } else if (read > clock_) {
      stamp_ = std::min(stamp_ + (read - clock_) / 2, time_max_ns);
    }
    clock_ = read;
  }

  // Requires: `in.command` is set and, under TimeSource::host, `in.time` is the host's stamp.
  // Effects:  sets in.sequence, in.time and in.step_too_large.
  void stamp(Sequenced& in) noexcept {
    const TimeNs wanted =
        source_ == TimeSource::engine ? stamp_ : std::clamp<TimeNs>(in.time, 0, time_max_ns);
    place(in, wanted);
  }

  // As stamp(), for what the engine itself logs: with the batch's stamp, or at the current time
  // under TimeSource::host.
  void stamp_own(Sequenced& in) noexcept { place(in, own_time()); }

  // Returns: the time that the engine's own next command would get.
  [[nodiscard]] TimeNs own_time() const noexcept {
    return source_ == TimeSource::engine ? stamp_ : now_;
  }

  [[nodiscard]] Sequence last_sequence() const noexcept { return last_sequence_; }
  [[nodiscard]] TimeNs now() const noexcept { return now_; }

 private:
  [[nodiscard]] bool too_far(TimeNs wanted) const noexcept {
    return source_ == TimeSource::host && now_ != 0 && wanted > now_ &&
           wanted - now_ > max_step_ns_;
  }

  void place(Sequenced& in, TimeNs wanted) noexcept {
    const Tick* tick = std::get_if<Tick>(&in.command);
    const bool forced = tick != nullptr && tick->force;
    in.sequence = ++last_sequence_;
    in.step_too_large = too_far(wanted) && !forced;
    if (!in.step_too_large) now_ = std::max(now_, wanted);
    in.time = now_;
  }

  std::int64_t max_step_ns_;
  TimeSource source_;
  Sequence last_sequence_;
  TimeNs now_;
  TimeNs stamp_;               // of the engine's clock, never before now_
  TimeNs clock_{time_max_ns};  // what the clock read last
};

}  // namespace allot
