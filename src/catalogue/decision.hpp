// What a room decides about a command: accepted, or why not, and the line that is the cause.
#pragma once

#include <cstdint>

#include "allot/messages/reason.hpp"
#include "allot/types/ids.hpp"

namespace allot {

struct [[nodiscard]] Decision {
  Reason reason{Reason::ok};
  std::uint16_t line{};  // where the cause lies in one line: its index, and its SKU
  SkuId sku;

  constexpr Decision() noexcept = default;
  constexpr Decision(Reason why) noexcept : reason(why) {}  // NOLINT: a cause that is no line's
  constexpr Decision(Reason why, std::size_t at_line, SkuId of_sku) noexcept
      : reason(why), line(static_cast<std::uint16_t>(at_line)), sku(of_sku) {}

  [[nodiscard]] constexpr bool accepted() const noexcept { return reason == Reason::ok; }
};

}  // namespace allot
