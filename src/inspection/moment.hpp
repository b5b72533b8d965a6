// A moment of a log, as people name it: a sequence, or a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "allot/types/ids.hpp"

namespace allot::inspection {

// One of the two is set; a default Moment is none.
struct Moment {
  std::optional<Sequence> sequence;
  std::optional<TimeNs> time;

  [[nodiscard]] bool given() const noexcept { return sequence || time; }
};

inline constexpr std::string_view moment_form =
    "a sequence from 1, or a time such as 2026-11-27T08:00:00Z";

// Returns: the moment that `text` names; nothing for any other text.
[[nodiscard]] std::optional<Moment> parse_moment(std::string_view text) noexcept;

}  // namespace allot::inspection
