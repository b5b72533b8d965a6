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
    "a sequence from 1, a time such as 2026-11-27T08:00:00Z, or a day such as 2026-11-27, which is "
    "its first moment by UTC";

// Returns: the moment that `text` names; nothing for any other text.
[[nodiscard]] std::optional<Moment> parse_moment(std::string_view text) noexcept;

// Returns: whether nothing can lie from the one to the other, whatever log it is.
[[nodiscard]] bool lies_behind(const Moment& from, const Moment& to) noexcept;
// What is said then.
inline constexpr std::string_view lies_behind_text = "--from lies behind --to: nothing is between";

}  // namespace allot::inspection
