// The clock by which times are shown to people: that of a zone, where it is known, else UTC.
//
// Programs are told times by UTC, whatever people see. Threads: any, each with its own.
#pragma once

#include <memory>
#include <string>

#include "allot/types/ids.hpp"
#include "files/times.hpp"

namespace allot::inspection {

class Clock {
 public:
  Clock() = default;  // of UTC
  // `zone`: as TimeReader::make() takes it. One that this system does not know is shown by UTC.
  explicit Clock(const std::string& zone);

  // Returns: the zone's name, or offset; "UTC".
  [[nodiscard]] const std::string& zone() const noexcept { return zone_; }
  [[nodiscard]] bool is_utc() const noexcept { return reader_ == nullptr; }

  // Returns: "2026-11-27T08:14:03.5Z"; of a zone "2026-11-27 09:14:03.5+01:00", which is what
  //          options such as --at take, too.
  [[nodiscard]] std::string text(TimeNs time) const;
  // Returns: "2026-11-27".
  [[nodiscard]] std::string day(TimeNs time) const;
  // Returns: "09:14:03", and behind it as many decimals as the time has.
  [[nodiscard]] std::string time_of_day(TimeNs time) const;
  // Returns: "2026-11-27 09:14:03", to the second.
  [[nodiscard]] std::string second_text(TimeNs time) const;
  // Returns: "UTC"; of a zone its name and offset by then: "Europe/Budapest (+01:00)".
  [[nodiscard]] std::string zone_at(TimeNs time) const;

 private:
  // "2026-11-27T09:14:03.5", and "Z" or "+01:00" behind it.
  [[nodiscard]] std::string rfc_text(TimeNs time) const;

  std::string zone_{"UTC"};
  std::shared_ptr<const files::TimeReader> reader_;  // null: UTC
};

}  // namespace allot::inspection
