// The commands of the group catalogue. What each does, in which order, and every reason:
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
#include "allot/types/code.hpp"
#include "allot/types/ids.hpp"

namespace allot {

// Adds a SKU, or changes the one with this code.
struct DefineSku {
  static constexpr std::string_view name = "sku";
  static constexpr CommandType type = CommandType::sku;

  CommandKey command_key{};  // makes the command idempotent
  Code code{};               // 1 to 40 bytes without NUL
  // of one unit; 0 means none, and then there is no price band; minor units, from 0
  MoneyMinor list_price{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "code", .needed = true}, self.code);
    visit(Field{.name = "list_price", .form = FieldForm::money, .min = 0}, self.list_price);
  }
};

// Adds a node, or changes the one with this code.
struct DefineNode {
  static constexpr std::string_view name = "node";
  static constexpr CommandType type = CommandType::node;

  CommandKey command_key{};  // makes the command idempotent
  Code code{};               // 1 to 40 bytes without NUL
  std::uint32_t priority{};  // for policy node_priority; lower is preferred

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "code", .needed = true}, self.code);
    visit(Field{.name = "priority"}, self.priority);
  }
};

// Adds a zone.
struct DefineZone {
  static constexpr std::string_view name = "zone";
  static constexpr CommandType type = CommandType::zone;

  CommandKey command_key{};  // makes the command idempotent
  Code code{};               // 1 to 40 bytes without NUL

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "code", .needed = true}, self.code);
  }
};

// Adds a node to a channel's network, or takes it out.
struct DefineNetwork {
  static constexpr std::string_view name = "network";
  static constexpr CommandType type = CommandType::network;

  CommandKey command_key{};  // makes the command idempotent
  ChannelId channel{};       // whose network
  NodeId node{};             // which node
  bool serves{true};         // true adds it, false takes it out

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "channel", .needed = true}, self.channel);
    visit(Field{.name = "node", .needed = true}, self.node);
    visit(Field{.name = "serves"}, self.serves);
  }
};

// How goods get from a node to a zone, and what that costs. Replaces the lane.
struct DefineLane {
  static constexpr std::string_view name = "lane";
  static constexpr CommandType type = CommandType::lane;

  CommandKey command_key{};   // makes the command idempotent
  NodeId node{};              // where it starts
  ZoneId zone{};              // where it ends
  MoneyMinor parcel_cost{};   // of one parcel; minor units, 0 to 10^12
  MoneyMinor unit_cost{};     // of one unit in it; minor units, 0 to 1,000,000,000
  std::int64_t transit_ns{};  // time on the way; ns, 0 to 10^18
  bool serviceable{true};     // false takes the lane out of use
  CarrierId carrier{};        // who takes them; 0 is nobody in particular

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "node", .needed = true}, self.node);
    visit(Field{.name = "zone", .needed = true}, self.zone);
    visit(Field{.name = "parcel_cost",
                .form = FieldForm::money,
                .needed = true,
                .min = 0,
                .max = 1'000'000'000'000},
          self.parcel_cost);
    visit(Field{.name = "unit_cost",
                .form = FieldForm::money,
                .needed = true,
                .min = 0,
                .max = 1'000'000'000},
          self.unit_cost);
    visit(Field{.name = "transit_ns",
                .form = FieldForm::duration,
                .min = 0,
                .max = 1'000'000'000'000'000'000},
          self.transit_ns);
    visit(Field{.name = "serviceable"}, self.serviceable);
    visit(Field{.name = "carrier", .added = 1}, self.carrier);
  }
};

// Puts a token on the block or allow list, or takes it off.
struct SetList {
  static constexpr std::string_view name = "list";
  static constexpr CommandType type = CommandType::list;

  CommandKey command_key{};             // makes the command idempotent
  ListKind list{ListKind::block};       // which list
  TokenKind kind{TokenKind::customer};  // what the token stands for
  Token token{};                        // keyed token; not 0
  bool present{true};                   // true puts it on, false takes it off

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "list", .needed = true}, self.list);
    visit(Field{.name = "kind", .needed = true}, self.kind);
    visit(Field{.name = "token", .needed = true, .not_zero = true}, self.token);
    visit(Field{.name = "present"}, self.present);
  }
};

// Adds a carrier: who takes goods along lanes.
struct DefineCarrier {
  static constexpr std::string_view name = "carrier";
  static constexpr CommandType type = CommandType::carrier;

  CommandKey command_key{};  // makes the command idempotent
  Code code{};               // 1 to 40 bytes without NUL

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "code", .needed = true}, self.code);
  }
};

// Adds a set of SKUs, or replaces the members of the one with this code.
struct DefineSkuSet {
  static constexpr std::string_view name = "sku_set";
  static constexpr CommandType type = CommandType::sku_set;

  CommandKey command_key{};  // makes the command idempotent
  Code code{};               // 1 to 40 bytes without NUL
  // all its members, in any order; at most sku_set_skus_max, and there may be none
  std::span<const SkuId> skus{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "code", .needed = true}, self.code);
    visit(Field{.name = "skus", .needed = true, .at_most = &Limits::sku_set_skus_max}, self.skus);
  }
};

// Adds a purchase cap, or changes the one with this code: how much one customer, device or the like
// may have of some SKUs. Orders that ended unshipped no longer count. A known cap is told whole
// again: measure, per, window_ns and origin have to be as before, the rest as it is from now on (a
// sku_set that is left out is all SKUs) for orders that come after it.
struct DefineCap {
  static constexpr std::string_view name = "cap";
  static constexpr CommandType type = CommandType::cap;

  CommandKey command_key{};               // makes the command idempotent
  Code code{};                            // 1 to 40 bytes without NUL
  CapMeasure measure{CapMeasure::units};  // what is counted
  // the most that one may have in one window, in what is counted; 1 to 2^31-1
  std::uint32_t at_most{};
  TokenKind per{TokenKind::customer};  // the token of an order by which it counts
  SkuSetId sku_set{};                  // the SKUs that count; 0 means all
  // length of each window, 0 or at least a second; 0 means one window for ever; 0 to 10^18
  std::int64_t window_ns{};
  // when one of the windows begins; there are windows before it, too; ns since 1970, 0 to
  // 4,000,000,000,000,000,000
  TimeNs origin{};
  // whether an order without the token is refused; else the cap does not count it
  bool token_required{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "code", .needed = true}, self.code);
    visit(Field{.name = "measure"}, self.measure);
    visit(Field{.name = "at_most", .needed = true, .min = 1, .max = 2'147'483'647}, self.at_most);
    visit(Field{.name = "per", .needed = true}, self.per);
    visit(Field{.name = "sku_set"}, self.sku_set);
    visit(Field{.name = "window_ns",
                .form = FieldForm::duration,
                .min = 0,
                .max = 1'000'000'000'000'000'000},
          self.window_ns);
    visit(
        Field{
            .name = "origin", .form = FieldForm::time, .min = 0, .max = 4'000'000'000'000'000'000},
        self.origin);
    visit(Field{.name = "token_required"}, self.token_required);
  }
};

}  // namespace allot
