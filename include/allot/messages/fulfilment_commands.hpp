// The commands of the group fulfilment. What each does, in which order, and every reason:
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

// Fact: goods left for the customer: all that the order has, what it has at one node, or units of
// one SKU from wherever they were taken. It has happened, so it is recorded whatever was promised.
struct Ship {
  static constexpr std::string_view name = "ship";
  static constexpr CommandType type = CommandType::ship;
  static constexpr bool is_fact = true;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // which order; not 0
  SkuId sku{};               // what left; 0 is all SKUs of the order
  // from where; 0 is wherever the order has it. Needed where quantity is given
  NodeId node{};
  std::uint64_t lot{};       // of sku, from this lot; 0 is any
  std::uint32_t quantity{};  // of sku; 0 is all that the order has there; units, at most 2^31-1
  Token tracking{};          // token of the parcel; 0 is absent
  // what was packed into the parcel that has this parcel_key, and nothing else; 0 is all that the
  // other fields say. Not beside sku, node, lot or quantity
  Token parcel_key{};
  std::uint16_t line_number{};  // of sku, that line; 0 is any, in their order

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "sku"}, self.sku);
    visit(Field{.name = "node"}, self.node);
    visit(Field{.name = "lot"}, self.lot);
    visit(Field{.name = "quantity", .max = 2'147'483'647}, self.quantity);
    visit(Field{.name = "tracking"}, self.tracking);
    visit(Field{.name = "parcel_key", .added = 1}, self.parcel_key);
    visit(Field{.name = "line_number", .added = 2}, self.line_number);
  }
};

// Fact: goods that were shipped arrived.
struct Deliver {
  static constexpr std::string_view name = "deliver";
  static constexpr CommandType type = CommandType::deliver;
  static constexpr bool is_fact = true;

  CommandKey command_key{};     // makes the command idempotent
  OrderKey order_key{};         // which order; not 0
  SkuId sku{};                  // what arrived; 0 is all that was shipped
  std::uint32_t quantity{};     // of sku; 0 is all that is on its way; units, at most 2^31-1
  Token tracking{};             // token of the parcel; 0 is absent
  std::uint16_t line_number{};  // of sku, that line; 0 is any, in their order

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "sku"}, self.sku);
    visit(Field{.name = "quantity", .max = 2'147'483'647}, self.quantity);
    visit(Field{.name = "tracking"}, self.tracking);
    visit(Field{.name = "line_number", .added = 1}, self.line_number);
  }
};

// Fact: what left is late, damaged, refused at the door, or lost. It has happened, so it is
// recorded.
struct ReportDelivery {
  static constexpr std::string_view name = "delivery_exception";
  static constexpr CommandType type = CommandType::delivery_exception;
  static constexpr bool is_fact = true;

  CommandKey command_key{};                     // makes the command idempotent
  OrderKey order_key{};                         // which order; not 0
  DeliveryTrouble kind{DeliveryTrouble::late};  // what is wrong
  SkuId sku{};                                  // of what; 0 is all SKUs of the order
  // of sku; 0 is all that it can be said of; units, at most 2^31-1
  std::uint32_t quantity{};
  Token tracking{};  // token of the parcel; 0 is absent
  // when it was found out, as the carrier says; 0 is now; ns since 1970, 0 to
  // 4,000,000,000,000,000,000
  TimeNs at{};
  std::uint16_t line_number{};  // of sku, that line; 0 is any, in their order

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "kind"}, self.kind);
    visit(Field{.name = "sku"}, self.sku);
    visit(Field{.name = "quantity", .max = 2'147'483'647}, self.quantity);
    visit(Field{.name = "tracking"}, self.tracking);
    visit(Field{.name = "at", .form = FieldForm::time, .min = 0, .max = 4'000'000'000'000'000'000},
          self.at);
    visit(Field{.name = "line_number", .added = 1}, self.line_number);
  }
};

// Fact: units that were reported as shipped have not left: they are where the command says. It has
// happened, so it is recorded; what was not shipped is told.
struct ShipUndone {
  static constexpr std::string_view name = "ship_undone";
  static constexpr CommandType type = CommandType::ship_undone;
  static constexpr bool is_fact = true;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // which order; not 0
  SkuId sku{};               // what has not left; not 0
  NodeId node{};             // where it is; not 0
  std::uint64_t lot{};       // in this lot; 0 is the one without a number
  // how many; 0 is all that was shipped and has neither arrived nor come back; units, at most
  // 2^31-1
  std::uint32_t quantity{};
  // whether the order has the units, or waits for others in their place
  UndoneTo to{UndoneTo::order};
  Token tracking{};             // token of the parcel; 0 is absent
  std::uint16_t line_number{};  // of sku, that line; 0 is any, in their order

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "sku", .needed = true, .not_zero = true}, self.sku);
    visit(Field{.name = "node", .needed = true, .not_zero = true}, self.node);
    visit(Field{.name = "lot"}, self.lot);
    visit(Field{.name = "quantity", .max = 2'147'483'647}, self.quantity);
    visit(Field{.name = "to"}, self.to);
    visit(Field{.name = "tracking"}, self.tracking);
    visit(Field{.name = "line_number", .added = 1}, self.line_number);
  }
};

// Fact: a parcel left, with all that lies in it, whose orders they are. It has happened, so it is
// recorded as a ship of each of them.
struct ShipParcel {
  static constexpr std::string_view name = "ship_parcel";
  static constexpr CommandType type = CommandType::ship_parcel;
  static constexpr bool is_fact = true;

  CommandKey command_key{};  // makes the command idempotent
  Token parcel_key{};        // which parcel; not 0
  Token tracking{};          // token of the parcel by which it is tracked; 0 is absent

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "parcel_key", .needed = true, .not_zero = true}, self.parcel_key);
    visit(Field{.name = "tracking"}, self.tracking);
  }
};

}  // namespace allot
