// The part of a file that is asked for, by time: from one time on, and until another, which is not
// in it.
//
// Threads: one at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "allot/types/ids.hpp"
#include "allot/types/status.hpp"

namespace allot::files {

class TimeWindow {
 public:
  // All times.
  TimeWindow() = default;

  // `from`, `until`: texts of the one grammar of times, such as "2026-11-27" or
  // "2026-11-27T19:00:00+01:00"; empty: no such end. One without an offset is a time of `zone`, a
  // name of the IANA database, or where that is empty of whatever clock each time of the file is
  // of, so that a day is a day of the shop.
  // Errors: another text; an end that is not after the beginning; a zone that is not known.
  [[nodiscard]] static Result<TimeWindow> make(const std::string& from, const std::string& until,
                                               const std::string& zone);

  [[nodiscard]] bool given() const noexcept { return from_ || until_; }
  // `offset_s`: of the clock that the time is of, where its text says so.
  [[nodiscard]] bool holds(TimeNs time, std::optional<std::int64_t> offset_s) const noexcept;

 private:
  struct End {
    TimeNs time{};
    bool of_clock{};  // it is compared with what the clock of each time shows
  };
  [[nodiscard]] static Result<std::optional<End>> end_of(const std::string& name,
                                                         const std::string& text,
                                                         const std::string& zone);

  std::optional<End> from_;
  std::optional<End> until_;
};

}  // namespace allot::files
