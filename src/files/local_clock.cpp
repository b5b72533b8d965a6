#include "files/local_clock.hpp"

#include "json/scalar_text.hpp"
#include "json/time_units.hpp"

namespace allot::files {

namespace {
constexpr std::int64_t quarter_ns = 900 * second_ns;
}  // namespace

LocalClock::LocalClock(const std::string& zone) : reader_(TimeReader::make(zone, {})) {}

std::string LocalClock::shown(TimeNs time) const {
  return reader_.ok() ? reader_.value().shown(time, {}) : json::time_text(time);
}

std::int64_t LocalClock::ahead(TimeNs time) {
  if (time / quarter_ns == quarter_) return ahead_;
  const std::optional<json::LocalTime> local = json::parse_local_time(shown(time));
  quarter_ = time / quarter_ns;
  ahead_ = local ? local->offset_s.value_or(0) * second_ns : 0;
  return ahead_;
}

std::string LocalClock::last_day(TimeNs end) const {
  constexpr std::size_t day_bytes = 10;
  return shown(end - 1).substr(0, day_bytes);
}

}  // namespace allot::files
