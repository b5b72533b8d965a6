// Points of a log as text: "19" or "19:0123456789abcdef0123456789abcdef".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "allot/journal/log_point.hpp"

namespace allot::program {

// Returns: the point, its chain zeros when `text` has none; nothing for any other text.
[[nodiscard]] std::optional<LogPoint> parse_log_point(std::string_view text) noexcept;
// Returns: why `text` is no point, and what is one; empty when it is.
[[nodiscard]] std::string log_point_fault(std::string_view text);
[[nodiscard]] std::string chain_text(const LogChain& chain);
[[nodiscard]] std::string log_point_text(const LogPoint& point);

}  // namespace allot::program
