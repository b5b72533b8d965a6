#include "files/time_window.hpp"

#include <vector>

#include "files/time_forms.hpp"
#include "files/times.hpp"
#include "json/scalar_text.hpp"
#include "json/time_units.hpp"

namespace allot::files {

Result<std::optional<TimeWindow::End>> TimeWindow::end_of(const std::string& name,
                                                          const std::string& text,
                                                          const std::string& zone) {
  if (text.empty()) return std::optional<End>{};
  Result<TimeReader> reader = TimeReader::make(zone, {});
  if (!reader.ok()) return reader.status();
  std::optional<TimeNs> time = reader.value().read(text);
  const std::vector<std::string> days = time ? std::vector<std::string>() : days_named(text);
  if (days.size() == 1) time = reader.value().read(days[0]);
  if (days.size() > 1) {
    return Status{StatusCode::invalid_argument, name + " '" + json::without_controls(text) +
                                                    "' can be " + days[0] + " or " + days[1] +
                                                    ": write the one that is meant"};
  }
  if (!time) {
    return Status{StatusCode::invalid_argument,
                  name + " '" + json::without_controls(text) +
                      "' is no time: one such as 2026-11-27 or 2026-11-27T19:00:00+01:00 is "
                      "expected"};
  }
  const bool has_offset = reader.value().without_offset() == 0;
  return std::optional<End>{End{*time, !has_offset && zone.empty()}};
}

Result<TimeWindow> TimeWindow::make(const std::string& from, const std::string& until,
                                    const std::string& zone) {
  const Result<std::optional<End>> first = end_of("--from", from, zone);
  if (!first.ok()) return first.status();
  const Result<std::optional<End>> last = end_of("--until", until, zone);
  if (!last.ok()) return last.status();
  TimeWindow window;
  window.from_ = first.value();
  window.until_ = last.value();
  const bool comparable =
      window.from_ && window.until_ && window.from_->of_clock == window.until_->of_clock;
  if (comparable && window.until_->time <= window.from_->time) {
    return Status{StatusCode::invalid_argument,
                  "--until is not after --from: nothing lies between " + from + " and " + until +
                      ", which is not in it itself"};
  }
  return window;
}

bool TimeWindow::holds(TimeNs time, std::optional<std::int64_t> offset_s) const noexcept {
  const TimeNs of_clock = time + offset_s.value_or(0) * second_ns;
  if (from_ && (from_->of_clock ? of_clock : time) < from_->time) return false;
  return !until_ || (until_->of_clock ? of_clock : time) < until_->time;
}

}  // namespace allot::files
