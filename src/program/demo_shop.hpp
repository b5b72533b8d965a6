// The shop of `allot demo`: its catalogue, its stock and a morning's orders, as JSON lines.
#pragma once

#include <cstdint>
#include <string>

namespace allot::program {

inline constexpr std::uint64_t demo_orders = 5'000;
// What the lines of the catalogue and the stock are numbered up to; orders follow.
inline constexpr std::uint64_t demo_first_order_line = 15;

// Returns: the lines, which are always the same. Line n has the command_key n and is decided as
//          sequence n + 1, behind the start that every log begins with.
[[nodiscard]] std::string demo_shop_lines();

}  // namespace allot::program
