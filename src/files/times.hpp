// Times of files: RFC 3339 with or without an offset, and the file's own formats.
//
// A time without an offset is one of the zone that the file's map names. Repeated texts are read
// once. Threads: one at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "allot/types/ids.hpp"
#include "allot/types/status.hpp"

namespace allot::files {

// Forms whose whole text is a number: seconds and milliseconds since 1970, and days with decimals
// as spreadsheets count them, of which 25569 is the first of 1970.
inline constexpr std::string_view unix_form = "unix";
inline constexpr std::string_view unix_ms_form = "unix_ms";
inline constexpr std::string_view spreadsheet_form = "spreadsheet";

// How a shop writes times: what TimeReader::make takes.
struct TimeForms {
  std::string zone;
  std::vector<std::string> formats;
};

// What a form says: a moment, a day alone, a month alone.
enum class TimeUnit : std::uint8_t { moment, day, month };
[[nodiscard]] TimeUnit unit_of(std::string_view format) noexcept;

// Returns: "-05:00". Requires: whole minutes, less than a day.
[[nodiscard]] std::string offset_text(std::int64_t offset_s);

class TimeReader {
 public:
  // `zone`: a name of the IANA database, such as "Europe/Berlin", or an offset that always holds,
  // such as "+01:00"; empty: UTC.
  // `formats`: as strftime has them, such as "%d.%m.%Y %H:%M", or those numbers; each is tried in
  // turn before RFC 3339. %z is an offset in any of its spellings, %S may have decimals. A remark
  // in brackets at the end of a text is passed over, and "GMT" and the zones of the United States
  // by RFC 5322 stand for their offsets. %b takes the names of months in other languages, too.
  // Errors: a zone that this system does not know.
  [[nodiscard]] static Result<TimeReader> make(const std::string& zone,
                                               std::vector<std::string> formats);
  TimeReader(TimeReader&&) noexcept;
  TimeReader& operator=(TimeReader&&) noexcept;
  ~TimeReader();

  // Returns: nothing for what is no time, a day that does not exist, or outside 1970 to 2090.
  [[nodiscard]] std::optional<TimeNs> read(std::string_view text);

  // Returns: the first moment after the day or month that the text names alone, by the clock of the
  // zone; of a text that says a time of day, that moment. Nothing for what is no time, and outside
  // 1970 to 2255: goods may keep longer than orders come.
  [[nodiscard]] std::optional<TimeNs> read_end(std::string_view text);

  // What make() was given.
  [[nodiscard]] const TimeForms& forms() const noexcept;
  // Texts that named a local time which the zone skips or has twice, when clocks change.
  [[nodiscard]] std::uint64_t unsure() const noexcept;
  // Whether every time that was read is the midnight at which its day begins, as files that say
  // days alone have it.
  [[nodiscard]] bool only_days() const noexcept;
  // Seconds by which the clock that the last text was of is ahead of UTC; nothing when that text,
  // or the format that read it, does not say so in numbers.
  [[nodiscard]] std::optional<std::int64_t> last_offset() const noexcept;
  // Returns: a time of RFC 3339 with an offset: that of the zone, where one was named, else
  //          `offset_s`, else UTC's. Requires: an offset of whole minutes.
  [[nodiscard]] std::string shown(TimeNs time, std::optional<std::int64_t> offset_s) const;
  // Texts that had no offset.
  [[nodiscard]] std::uint64_t without_offset() const noexcept;

 private:
  struct State;
  explicit TimeReader(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace allot::files
