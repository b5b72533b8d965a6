// Times of files: RFC 3339 with or without an offset, and the file's own formats.
//
// A time without an offset is one of the zone that the file's map names. Repeated texts are read
// once. Threads: one at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "allot/types/ids.hpp"
#include "allot/types/status.hpp"

namespace allot::files {

class TimeReader {
 public:
  // `zone`: a name of the IANA database, such as "Europe/Berlin", or an offset that always holds,
  // such as "+01:00"; empty: UTC.
  // `formats`: as strftime has them, such as "%d.%m.%Y %H:%M", or "unix" and "unix_ms"; each is
  // tried in turn before RFC 3339.
  // Errors: a zone that this system does not know.
  [[nodiscard]] static Result<TimeReader> make(const std::string& zone,
                                               std::vector<std::string> formats);
  TimeReader(TimeReader&&) noexcept;
  TimeReader& operator=(TimeReader&&) noexcept;
  ~TimeReader();

  // Returns: nothing for what is no time, a day that does not exist, or outside 1970 to 2090.
  [[nodiscard]] std::optional<TimeNs> read(std::string_view text);

  // Texts that named a local time which the zone skips or has twice, when clocks change.
  [[nodiscard]] std::uint64_t unsure() const noexcept;
  // Whether every time that was read is the midnight at which its day begins, as files that say
  // days alone have it.
  [[nodiscard]] bool only_days() const noexcept;
  // Seconds by which the clock that the last text was of is ahead of UTC; nothing when that text,
  // or the format that read it, does not say so in numbers.
  [[nodiscard]] std::optional<std::int64_t> last_offset() const noexcept;
  // Texts that had no offset.
  [[nodiscard]] std::uint64_t without_offset() const noexcept;

 private:
  struct State;
  explicit TimeReader(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

// Returns: forms of times, beside RFC 3339, that files of shops have, as TimeReader takes them.
[[nodiscard]] std::span<const std::string_view> time_forms() noexcept;
// Returns: the first of them that reads `text`; empty when none does.
[[nodiscard]] std::string_view time_form_of(std::string_view text);

}  // namespace allot::files
