// The clock by which people of a shop tell days and hours.
//
// Threads: one at a time.
#pragma once

#include <cstdint>
#include <string>

#include "allot/types/ids.hpp"
#include "files/times.hpp"

namespace allot::files {

class LocalClock {
 public:
  // `zone`: as TimeReader::make takes it; one that this system does not know is UTC.
  explicit LocalClock(const std::string& zone);

  // Returns: nanoseconds by which it is ahead of UTC at `time`.
  [[nodiscard]] std::int64_t ahead(TimeNs time);
  // Returns: the day on which the moment before `end` lies, as "2026-12-24": the last one on which
  //          what ends then was still for sale.
  [[nodiscard]] std::string last_day(TimeNs end) const;

 private:
  [[nodiscard]] std::string shown(TimeNs time) const;

  Result<TimeReader> reader_;
  // Of the quarter of an hour that was asked for last: clocks change at its ends alone.
  std::int64_t quarter_{-1};
  std::int64_t ahead_{};
};

}  // namespace allot::files
