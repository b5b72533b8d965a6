// Of the commands of the group order: change. What each does, in which order, and every reason:
// docs/rules.md.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>
#include <string_view>

#include "allot/messages/field.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/types/ids.hpp"

namespace allot {

// Units of one SKU of an open order are not wanted any more: all or none of them. What it leaves of
// the order goes on; where that is nothing, the order ends as by cancel.
struct CancelLine {
  static constexpr std::string_view name = "cancel_line";
  static constexpr CommandType type = CommandType::cancel_line;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // which order; not 0
  SkuId sku{};               // of what; not 0
  std::uint32_t quantity{};  // how many; 0 is all that has not left; units, at most 2^31-1
  // of what the order holds there; 0 is first what waits, then what it holds anywhere
  NodeId node{};
  // of the order, as it was seen; another one is refused version_stale; 0 is any
  std::uint32_t version{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "sku", .needed = true, .not_zero = true}, self.sku);
    visit(Field{.name = "quantity", .max = 2'147'483'647}, self.quantity);
    visit(Field{.name = "node"}, self.node);
    visit(Field{.name = "version"}, self.version);
  }
};

}  // namespace allot
