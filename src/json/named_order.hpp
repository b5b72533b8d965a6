// Commands about an order that is there already, named by its number as the shop has it: in JSON
// lines `order_number` and `channel` may stand in place of `order_key`, and of a command that names
// another order of the same channel, `other_number` in place of `other_key`.
#pragma once

#include <string_view>
#include <variant>

#include "allot/messages/command.hpp"
#include "json/kept_lists.hpp"
#include "json/names.hpp"
#include "json/value.hpp"

namespace allot::json {

// The fields that name an order in two parts.
inline constexpr std::string_view number_field = "order_number";
inline constexpr std::string_view other_number_field = "other_number";
inline constexpr std::string_view channel_field = "channel";

// A command that has an order_key and no number of its own.
template <class C>
concept NamesKnownOrder =
    requires(const C& c) { c.order_key; } && !requires(const C& c) { c.order_number; };

// One that has the key of another order besides.
template <class C>
concept NamesOtherOrder = NamesKnownOrder<C> && requires(const C& c) { c.other_key; };

// Returns: the number that a command names its order by; empty when it gives none.
[[nodiscard]] std::string_view number_of(const Command& command) noexcept;
// Returns: the key of the order that a command names, by its key or its number; absent for those
//          that name none. Cost: with a number, a look-up of the channel's code.
[[nodiscard]] OrderKey order_key_of(const Command& command, const Names& names);

// Returns: the fields of such a command with keys in place of numbers and channel, or as they are
//          when none of these is there; a fault when they do not name one order each. `two`: it
//          names another order, too.
[[nodiscard]] std::variant<Value, Fault> with_order_keys(const Value& body, const Names& names,
                                                         bool two);

}  // namespace allot::json
