// The commands of the group after_sale. What each does, in which order, and every reason:
// docs/rules.md.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "allot/messages/enums.hpp"
#include "allot/messages/field.hpp"
#include "allot/messages/limits.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/messages/order_commands.hpp"
#include "allot/messages/order_line.hpp"
#include "allot/types/code.hpp"
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
  std::uint16_t line_number{};                    // of sku, that line; 0 is any, in their order
  // of what they cost, what is not credited, since they are worn or incomplete; only of goods that
  // come back in exchange; minor units, from 0
  MoneyMinor deduct{};

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
    visit(Field{.name = "line_number", .added = 1}, self.line_number);
    visit(Field{.name = "deduct", .form = FieldForm::money, .added = 2, .min = 0}, self.deduct);
  }
};

// A customer wants other goods for some of an order, and sends those back. The new ones are held at
// once, as an order of its own in the channel of the old one, and the return is requested: both, or
// nothing. What the old ones cost is credited to the new order as far as it was paid. One of
// new_key and new_number is needed.
struct Exchange {
  static constexpr std::string_view name = "exchange";
  static constexpr CommandType type = CommandType::exchange;
  static constexpr std::uint8_t default_priority = 128;
  static constexpr std::uint8_t no_split_limit = 255;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // of which order goods come back; not 0
  Token return_key{};        // token by which the host knows the return; not 0
  SkuId sku{};               // what is to come back; 0 is all SKUs of the order
  // how many; 0 is all that was shipped and has not come back; units, at most 2^31-1
  std::uint32_t quantity{};
  // the end of the window, after now; ns since 1970, at most 4,000,000,000,000,000,000
  TimeNs until{};
  OrderTokens tokens{};
  // ranks lines that come to wait, earliest first; 0 comes last; ns since 1970, from 0
  TimeNs ship_by{};
  // where the new goods go; 0 is where the old ones went
  ZoneId zone{};
  ReturnReason why{ReturnReason::other};      // why the customer does not want it
  CreditWhen credit{CreditWhen::on_receipt};  // when what the old goods cost counts
  std::uint8_t priority{default_priority};    // class of the new order; 0 is served first
  std::uint8_t max_splits{no_split_limit};    // parcels beyond the first in one sourcing decision
  // the new goods; their shortage is by_order, and all of them are there, or nothing is done
  std::span<const OrderLine> lines{};
  OrderKey new_key{};  // names the new order; left out where new_number does
  // the new order's number as the shop has it, 1 to 40 bytes without NUL, in place of new_key
  Code new_number{};
  // taken off the sum of the new lines and shipping, beside what is taken off lines; minor units,
  // from 0
  MoneyMinor discount{};
  MoneyMinor shipping{};  // for carrying the new goods; minor units, from 0
  // on shipping; the channel says whether prices include it; minor units, from 0
  MoneyMinor shipping_tax{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "return_key", .needed = true, .not_zero = true}, self.return_key);
    visit(Field{.name = "sku"}, self.sku);
    visit(Field{.name = "quantity", .max = 2'147'483'647}, self.quantity);
    visit(Field{.name = "until",
                .form = FieldForm::time,
                .needed = true,
                .max = 4'000'000'000'000'000'000},
          self.until);
    visit(Field{.name = "customer"}, self.tokens.customer);
    visit(Field{.name = "device"}, self.tokens.device);
    visit(Field{.name = "card"}, self.tokens.card);
    visit(Field{.name = "address"}, self.tokens.address);
    visit(Field{.name = "phone"}, self.tokens.phone);
    visit(Field{.name = "recipient"}, self.tokens.recipient);
    visit(Field{.name = "ship_by", .form = FieldForm::time, .min = 0}, self.ship_by);
    visit(Field{.name = "zone"}, self.zone);
    visit(Field{.name = "why"}, self.why);
    visit(Field{.name = "credit"}, self.credit);
    visit(Field{.name = "priority"}, self.priority);
    visit(Field{.name = "max_splits"}, self.max_splits);
    visit(Field{.name = "lines", .needed = true, .at_most = &Limits::lines_per_order_max},
          self.lines);
    visit(Field{.name = "new_key", .added = 1}, self.new_key);
    visit(Field{.name = "new_number", .added = 2}, self.new_number);
    visit(Field{.name = "discount", .form = FieldForm::money, .added = 3, .min = 0}, self.discount);
    visit(Field{.name = "shipping", .form = FieldForm::money, .added = 4, .min = 0}, self.shipping);
    visit(Field{.name = "shipping_tax", .form = FieldForm::money, .added = 5, .min = 0},
          self.shipping_tax);
  }
};

}  // namespace allot
