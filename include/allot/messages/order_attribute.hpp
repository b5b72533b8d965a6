// What an order says of itself besides: a value that rules ask for by name.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>

#include "allot/messages/field.hpp"
#include "allot/types/ids.hpp"

namespace allot {

struct OrderAttribute {
  Token name{};  // token of the name: XXH3-64 of its bytes; not 0
  // a number, 0 or 1, nanoseconds since 1970, nanoseconds, or a token, as the rule set declares it
  std::int64_t value{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "name", .needed = true, .not_zero = true}, self.name);
    visit(Field{.name = "value", .needed = true}, self.value);
  }

  friend bool operator==(const OrderAttribute&, const OrderAttribute&) noexcept = default;
};

}  // namespace allot
