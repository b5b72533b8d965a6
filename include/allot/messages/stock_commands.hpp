// The commands of the group stock. What each does, in which order, and every reason: docs/rules.md.
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

// Fact: goods came in.
struct Receive {
  static constexpr std::string_view name = "receive";
  static constexpr CommandType type = CommandType::receive;
  static constexpr bool is_fact = true;

  CommandKey command_key{};  // makes the command idempotent
  SkuId sku{};               // what came
  NodeId node{};             // where
  std::uint64_t lot{};       // the lot's number; 0 is the lot of goods that nobody tracks
  std::uint32_t quantity{};  // how many; units, 1 to 2^31-1
  TimeNs expires_at{};       // end of sale; 0 means never; ns since 1970, from 0

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "sku", .needed = true}, self.sku);
    visit(Field{.name = "node", .needed = true}, self.node);
    visit(Field{.name = "lot"}, self.lot);
    visit(Field{.name = "quantity", .needed = true, .min = 1, .max = 2'147'483'647}, self.quantity);
    visit(Field{.name = "expires_at", .form = FieldForm::time, .min = 0}, self.expires_at);
  }
};

// Fact: a count found more or fewer units than the books say.
struct Adjust {
  static constexpr std::string_view name = "adjust";
  static constexpr CommandType type = CommandType::adjust;
  static constexpr bool is_fact = true;

  CommandKey command_key{};  // makes the command idempotent
  SkuId sku{};               // what was counted
  NodeId node{};             // where
  std::uint64_t lot{};       // the lot's number
  std::int32_t delta{};      // difference to the books; units, from -2^31+1, not 0

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "sku", .needed = true}, self.sku);
    visit(Field{.name = "node", .needed = true}, self.node);
    visit(Field{.name = "lot"}, self.lot);
    visit(Field{.name = "delta", .needed = true, .not_zero = true, .min = -2'147'483'647},
          self.delta);
  }
};

// Sets the units of a SKU at a node that are withheld from sale.
struct SetSafetyStock {
  static constexpr std::string_view name = "safety_stock";
  static constexpr CommandType type = CommandType::safety_stock;

  CommandKey command_key{};  // makes the command idempotent
  SkuId sku{};               // of what
  NodeId node{};             // where
  std::uint32_t quantity{};  // how many; units, 0 to 2^31-1

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "sku", .needed = true}, self.sku);
    visit(Field{.name = "node", .needed = true}, self.node);
    visit(Field{.name = "quantity", .needed = true, .min = 0, .max = 2'147'483'647}, self.quantity);
  }
};

// Opens the feed of a channel, which is told what is for sale in it of every SKU and then of each
// one that changes, or closes it. Sent again for one that is open, it tells every SKU once more.
struct SetFeed {
  static constexpr std::string_view name = "feed";
  static constexpr CommandType type = CommandType::feed;

  CommandKey command_key{};             // makes the command idempotent
  ChannelId channel{};                  // whose feed
  FeedTells tells{FeedTells::figures};  // of what it is told

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "channel", .needed = true}, self.channel);
    visit(Field{.name = "tells"}, self.tells);
  }
};

}  // namespace allot
