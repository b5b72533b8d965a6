// The commands that a host may send, by their names.
#pragma once

#include <string_view>
#include <type_traits>

#include "command_types.hpp"

namespace allot::python {

// Effects: calls `visit` with the std::type_identity of the host's command of this name.
// Returns: whether there is one.
template <class Visit>
bool for_command_named(std::string_view name, Visit&& visit) {
  const auto one_of = [&]<class... C>(std::type_identity<std::tuple<C...>>) {
    return ((C::name == name ? (visit(std::type_identity<C>{}), true) : false) || ...);
  };
  return one_of(std::type_identity<HostCommands>{});
}

}  // namespace allot::python
