// Of the commands of the group fulfilment: floor. What each does, in which order, and every reason:
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

// All orders that fit go to the floor, the best rank first, in slices: it is told when that is
// done. An order fits that release_order would take, and that is all that the fields say.
struct ReleaseWave {
  static constexpr std::string_view name = "release_wave";
  static constexpr CommandType type = CommandType::release_wave;

  CommandKey command_key{};  // makes the command idempotent
  Token wave_key{};          // token by which the host knows the wave; not 0
  NodeId node{};             // what orders have at this node; 0 is at all nodes
  ZoneId zone{};             // of orders that go there; with node it is a lane; 0 is all
  ChannelId channel{};       // of orders of this channel; 0 is of all
  // of orders that have to leave until then, as their ship_by says; 0 is of all; ns since 1970, 0
  // to 4,000,000,000,000,000,000
  TimeNs cutoff{};
  std::uint32_t orders_max{};  // not more than so many orders; 0 is all that fit
  // what this carrier takes, as the lane from where it lies to where the order goes says when it is
  // the order's turn; 0 is all
  CarrierId carrier{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "wave_key", .needed = true, .not_zero = true}, self.wave_key);
    visit(Field{.name = "node"}, self.node);
    visit(Field{.name = "zone"}, self.zone);
    visit(Field{.name = "channel"}, self.channel);
    visit(
        Field{
            .name = "cutoff", .form = FieldForm::time, .min = 0, .max = 4'000'000'000'000'000'000},
        self.cutoff);
    visit(Field{.name = "orders_max"}, self.orders_max);
    visit(Field{.name = "carrier", .added = 1}, self.carrier);
  }
};

// Fact: units of an order were picked: they lie ready for it, and nobody else has them. It has
// happened, so it is recorded whatever was promised.
struct Pick {
  static constexpr std::string_view name = "pick";
  static constexpr CommandType type = CommandType::pick;
  static constexpr bool is_fact = true;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // for which order; not 0
  SkuId sku{};               // what was picked; not 0
  NodeId node{};             // where; not 0
  std::uint64_t lot{};       // from this lot; 0 is any
  // how many; 0 is all that is to be picked there; units, at most 2^31-1
  std::uint32_t quantity{};
  std::uint16_t line_number{};  // of sku, that line; 0 is any, in their order

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "sku", .needed = true, .not_zero = true}, self.sku);
    visit(Field{.name = "node", .needed = true, .not_zero = true}, self.node);
    visit(Field{.name = "lot"}, self.lot);
    visit(Field{.name = "quantity", .max = 2'147'483'647}, self.quantity);
    visit(Field{.name = "line_number", .added = 1}, self.line_number);
  }
};

// Fact: units that an order has at a node could not be picked. It waits for others at its old rank.
struct ShortPick {
  static constexpr std::string_view name = "short_pick";
  static constexpr CommandType type = CommandType::short_pick;
  static constexpr bool is_fact = true;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // for which order; not 0
  SkuId sku{};               // what could not be picked; not 0
  NodeId node{};             // where; not 0
  std::uint64_t lot{};       // from this lot; 0 is any
  // how many; 0 is all that is to be picked there; units, at most 2^31-1
  std::uint32_t quantity{};
  ShortPickCause why{ShortPickCause::missing};  // what is wrong with them
  std::uint16_t line_number{};                  // of sku, that line; 0 is any, in their order

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "sku", .needed = true, .not_zero = true}, self.sku);
    visit(Field{.name = "node", .needed = true, .not_zero = true}, self.node);
    visit(Field{.name = "lot"}, self.lot);
    visit(Field{.name = "quantity", .max = 2'147'483'647}, self.quantity);
    visit(Field{.name = "why"}, self.why);
    visit(Field{.name = "line_number", .added = 1}, self.line_number);
  }
};

// A node says what becomes of an order that was asked back.
struct AnswerCancel {
  static constexpr std::string_view name = "answer_cancel";
  static constexpr CommandType type = CommandType::answer_cancel;

  CommandKey command_key{};                     // makes the command idempotent
  OrderKey order_key{};                         // which order; not 0
  NodeId node{};                                // which node answers; 0 is all of them
  CancelAnswer answer{CancelAnswer::too_late};  // whether the goods go back on the shelf

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "node"}, self.node);
    visit(Field{.name = "answer"}, self.answer);
  }
};

// What an order has at a node goes to the floor: it is to be picked. From then on a cancel is a
// request that the node answers.
struct ReleaseOrder {
  static constexpr std::string_view name = "release_order";
  static constexpr CommandType type = CommandType::release_order;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // which order; it has to be firm; not 0
  NodeId node{};             // at which node; 0 is all at which it has anything

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "node"}, self.node);
  }
};

// Fact: units of an order were put into a parcel. It has happened, so it is recorded: what was not
// reported as picked is picked by that. A parcel may have units of several orders of one channel
// that go to one zone, one command for each.
struct Pack {
  static constexpr std::string_view name = "pack";
  static constexpr CommandType type = CommandType::pack;
  static constexpr bool is_fact = true;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // of which order; not 0
  Token parcel_key{};        // token by which the host knows the parcel; not 0
  SkuId sku{};               // what was packed; 0 is all that was picked there
  NodeId node{};             // where; not 0
  std::uint64_t lot{};       // of sku, from this lot; 0 is any
  std::uint32_t quantity{};  // of sku; 0 is all that was picked there; units, at most 2^31-1
  // of the whole parcel with what is in it now, packing included; 0 is not weighed, and what was
  // told before stays
  std::uint32_t weight_g{};
  std::uint16_t line_number{};  // of sku, that line; 0 is any, in their order

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "parcel_key", .needed = true, .not_zero = true}, self.parcel_key);
    visit(Field{.name = "sku"}, self.sku);
    visit(Field{.name = "node", .needed = true, .not_zero = true}, self.node);
    visit(Field{.name = "lot"}, self.lot);
    visit(Field{.name = "quantity", .max = 2'147'483'647}, self.quantity);
    visit(Field{.name = "weight_g"}, self.weight_g);
    visit(Field{.name = "line_number", .added = 1}, self.line_number);
  }
};

}  // namespace allot
