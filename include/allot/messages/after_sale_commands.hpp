// The commands of the group after_sale. What each does, in which order, and every reason:
// docs/rules.md.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>
#include <string_view>

#include "allot/messages/enums.hpp"
#include "allot/messages/field.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/types/ids.hpp"

namespace allot {

// A customer wants to send goods back, and has until then for it. What does not come back in time
// is told.
struct RequestReturn {
  static constexpr std::string_view name = "request_return";
  static constexpr CommandType type = CommandType::request_return;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // of which order; not 0
  // token by which the host knows the return; it may be of several SKUs, one command for each; not
  // 0
  Token return_key{};
  SkuId sku{};  // what is to come back; 0 is all SKUs of the order
  // how many; 0 is all that was shipped and has not come back; units, at most 2^31-1
  std::uint32_t quantity{};
  ReturnReason why{ReturnReason::other};  // why the customer does not want it
  // the end of the window, after now; ns since 1970, at most 4,000,000,000,000,000,000
  TimeNs until{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "return_key", .needed = true, .not_zero = true}, self.return_key);
    visit(Field{.name = "sku"}, self.sku);
    visit(Field{.name = "quantity", .max = 2'147'483'647}, self.quantity);
    visit(Field{.name = "why"}, self.why);
    visit(Field{.name = "until",
                .form = FieldForm::time,
                .needed = true,
                .max = 4'000'000'000'000'000'000},
          self.until);
  }
};

// Fact: goods came back, of one SKU at one node. It has happened, so it is recorded whatever was
// agreed on. One of order_key and return_key is needed.
struct ReceiveReturn {
  static constexpr std::string_view name = "receive_return";
  static constexpr CommandType type = CommandType::receive_return;
  static constexpr bool is_fact = true;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // of which order; 0 is that of the return
  // the return that was requested; 0 is what was requested of the order
  Token return_key{};
  SkuId sku{};    // what came back; not 0
  NodeId node{};  // where it arrived; not 0
  // of what is restocked or in quarantine, the lot that it goes into; 0 is the one without a number
  std::uint64_t lot{};
  std::uint32_t quantity{};                       // how many; units, 1 to 2^31-1
  Disposition disposition{Disposition::restock};  // what becomes of them

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key"}, self.order_key);
    visit(Field{.name = "return_key"}, self.return_key);
    visit(Field{.name = "sku", .needed = true, .not_zero = true}, self.sku);
    visit(Field{.name = "node", .needed = true, .not_zero = true}, self.node);
    visit(Field{.name = "lot"}, self.lot);
    visit(Field{.name = "quantity", .needed = true, .min = 1, .max = 2'147'483'647}, self.quantity);
    visit(Field{.name = "disposition"}, self.disposition);
  }
};

}  // namespace allot
