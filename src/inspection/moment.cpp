#include "inspection/moment.hpp"

#include <charconv>

#include "json/scalar_text.hpp"

namespace allot::inspection {

std::optional<Moment> parse_moment(std::string_view text) noexcept {
  Sequence sequence = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, sequence);
  if (error == std::errc{} && stop == end && sequence != 0) return Moment{sequence, std::nullopt};
  if (const std::optional<TimeNs> time = json::parse_time(text)) return Moment{std::nullopt, time};
  return std::nullopt;
}

}  // namespace allot::inspection
