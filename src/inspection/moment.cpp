#include "inspection/moment.hpp"

#include <charconv>

#include "json/scalar_text.hpp"

namespace allot::inspection {

std::optional<Moment> parse_moment(std::string_view text) noexcept {
  Sequence sequence = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, sequence);
  if (error == std::errc{} && stop == end && sequence != 0) return Moment{sequence, std::nullopt};
  // A clock without an offset might be any. A day is none: it begins where the days of a log do.
  constexpr std::size_t day_bytes = 10;
  const std::optional<TimeNs> time =
      text.size() == day_bytes ? json::parse_time_or_utc(text) : json::parse_time(text);
  return time ? std::optional(Moment{std::nullopt, time}) : std::nullopt;
}

bool lies_behind(const Moment& from, const Moment& to) noexcept {
  return (from.sequence && to.sequence && *from.sequence > *to.sequence) ||
         (from.time && to.time && *from.time > *to.time);
}

}  // namespace allot::inspection
