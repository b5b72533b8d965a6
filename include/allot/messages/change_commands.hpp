// Of the commands of the group order: change. What each does, in which order, and every reason:
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

// Units that an open order holds are had from another node, or another lot, from now on: all of
// them or none. Those that are there have to be free now, and what it gives up serves who waits.
struct MovePromise {
  static constexpr std::string_view name = "move";
  static constexpr CommandType type = CommandType::move;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // which order; not 0
  SkuId sku{};               // of what; not 0
  NodeId from_node{};        // where it holds them; not 0
  // where it is to hold them; a lane leads from there, and the channel sells from there; not 0
  NodeId to_node{};
  // how many; 0 is all that it holds there and that no warehouse is to pick; units, at most 2^31-1
  std::uint32_t quantity{};
  std::uint64_t from_lot{};  // of that lot alone; 0 is any
  // from that lot alone; 0 is as an order takes them, and then to_node is another node
  std::uint64_t to_lot{};
  // of sku, the line of this line_number; needed where several lines have the SKU
  std::uint16_t line_number{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "sku", .needed = true, .not_zero = true}, self.sku);
    visit(Field{.name = "from_node", .needed = true, .not_zero = true}, self.from_node);
    visit(Field{.name = "to_node", .needed = true, .not_zero = true}, self.to_node);
    visit(Field{.name = "quantity", .max = 2'147'483'647}, self.quantity);
    visit(Field{.name = "from_lot"}, self.from_lot);
    visit(Field{.name = "to_lot"}, self.to_lot);
    visit(Field{.name = "line_number"}, self.line_number);
  }
};

// An open order is another from now on: all of it is said anew, and is so in one step, or nothing
// changes. What it holds and still wants it keeps, at its place; what is more has to be there now.
struct Modify {
  static constexpr std::string_view name = "modify";
  static constexpr CommandType type = CommandType::modify;
  static constexpr std::uint8_t default_priority = 128;
  static constexpr std::uint8_t no_split_limit = 255;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // which order; not 0
  // of the order, as it was seen; another one is refused version_stale; 0 is any
  std::uint32_t version{};
  ZoneId zone{};  // where it goes; 0 is where it went before
  OrderTokens tokens{};
  // ranks waiting lines, earliest first; 0 comes last; ns since 1970, from 0
  TimeNs ship_by{};
  std::uint8_t priority{default_priority};  // class of the order; 0 is served first
  // parcels beyond the first in one sourcing decision; of an imported order nothing else
  std::uint8_t max_splits{no_split_limit};
  // all that it is to have, what has left included, as it costs then; their shortage is by_order
  std::span<const OrderLine> lines{};
  // taken off the sum of its lines and shipping, beside what is taken off lines; minor units, from
  // 0
  MoneyMinor discount{};
  MoneyMinor shipping{};  // for carrying it; minor units, from 0
  // on shipping; the channel says whether prices include it; minor units, from 0
  MoneyMinor shipping_tax{};
  // which makes it firm, in a channel with firm_when deposit and in no other; at most what is due;
  // 0 is as the channel says; minor units, from 0
  MoneyMinor deposit{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "version"}, self.version);
    visit(Field{.name = "zone"}, self.zone);
    visit(Field{.name = "customer"}, self.tokens.customer);
    visit(Field{.name = "device"}, self.tokens.device);
    visit(Field{.name = "card"}, self.tokens.card);
    visit(Field{.name = "address"}, self.tokens.address);
    visit(Field{.name = "phone"}, self.tokens.phone);
    visit(Field{.name = "recipient"}, self.tokens.recipient);
    visit(Field{.name = "ship_by", .form = FieldForm::time, .min = 0}, self.ship_by);
    visit(Field{.name = "priority"}, self.priority);
    visit(Field{.name = "max_splits"}, self.max_splits);
    visit(Field{.name = "lines", .needed = true, .at_most = &Limits::lines_per_order_max},
          self.lines);
    visit(Field{.name = "discount", .form = FieldForm::money, .added = 1, .min = 0}, self.discount);
    visit(Field{.name = "shipping", .form = FieldForm::money, .added = 2, .min = 0}, self.shipping);
    visit(Field{.name = "shipping_tax", .form = FieldForm::money, .added = 3, .min = 0},
          self.shipping_tax);
    visit(Field{.name = "deposit", .form = FieldForm::money, .added = 4, .min = 0}, self.deposit);
  }
};

// The hold of an open order that is not paid lasts longer: its payment window ends at another time.
// To release a hold is cancel, or cancel_line for a part of it.
struct Extend {
  static constexpr std::string_view name = "extend";
  static constexpr CommandType type = CommandType::extend;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // which order; not 0
  // until when it may be paid from now on, later than before; a pending payment adds nothing to it;
  // ns since 1970, 1 to 4,000,000,000,000,000,000
  TimeNs pay_by{};
  // of the order, as it was seen; another one is refused version_stale; 0 is any
  std::uint32_t version{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "pay_by",
                .form = FieldForm::time,
                .needed = true,
                .min = 1,
                .max = 4'000'000'000'000'000'000},
          self.pay_by);
    visit(Field{.name = "version"}, self.version);
  }
};

// A part of an unpaid order is paid: these units of its lines. All of it is done, or nothing.
struct ConfirmPart {
  static constexpr std::string_view name = "confirm_part";
  static constexpr CommandType type = CommandType::confirm_part;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // which order; not 0
  TimeNs paid_at{};          // when the payment was made; ns since 1970, from 1
  // of the order, as it was seen; another one is refused version_stale; 0 is any
  std::uint32_t version{};
  PartRest rest{PartRest::release};  // what becomes of all that is not named
  // what is confirmed, with what has left of it: SKU, quantity, and line_number where several lines
  // have the SKU; price is 0 or that of the order's line, and they say nothing else
  std::span<const OrderLine> lines{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "paid_at", .form = FieldForm::time, .needed = true, .min = 1},
          self.paid_at);
    visit(Field{.name = "version"}, self.version);
    visit(Field{.name = "rest"}, self.rest);
    visit(Field{.name = "lines", .needed = true, .at_most = &Limits::lines_per_order_max},
          self.lines);
  }
};

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
  // of sku, the line of this line_number; needed where several lines have the SKU
  std::uint16_t line_number{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "sku", .needed = true, .not_zero = true}, self.sku);
    visit(Field{.name = "quantity", .max = 2'147'483'647}, self.quantity);
    visit(Field{.name = "node"}, self.node);
    visit(Field{.name = "version"}, self.version);
    visit(Field{.name = "line_number", .added = 1}, self.line_number);
  }
};

// An open order that waits for goods takes what is there of them and is to have the rest no more,
// also where it is shipped whole.
struct Trim {
  static constexpr std::string_view name = "trim";
  static constexpr CommandType type = CommandType::trim;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // which order; not 0
  // of the order, as it was seen; another one is refused version_stale; 0 is any
  std::uint32_t version{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "version"}, self.version);
  }
};

// Two open orders of one customer and address are one from now on, in one step, or nothing changes.
// What the other one holds stays where it lies, what it waits for waits on, and its money moves
// along: other_key ends as cancelled, with nothing. Of neither anything is on the floor or has
// left. Who the customer is, and where she lives, the host knows: allot compares what it remembers.
struct Merge {
  static constexpr std::string_view name = "merge";
  static constexpr CommandType type = CommandType::merge;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // the order that stays; not 0
  OrderKey other_key{};      // the order that goes into it, always needed
  // of the order that stays, as it was seen; another one is refused version_stale; 0 is any
  std::uint32_t version{};
  std::uint32_t other_version{};  // the same of the other one

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "other_key", .added = 1}, self.other_key);
    visit(Field{.name = "version"}, self.version);
    visit(Field{.name = "other_version"}, self.other_version);
  }
};

// A part of an open order is an order of its own from now on, in one step, or nothing changes. What
// it holds stays where it lies: first what is held goes along, then what waits, in its place. Both
// orders are alike otherwise, and together they cost, and have been paid, what the one was. What is
// on the floor, or has left, stays.
struct Split {
  static constexpr std::string_view name = "split";
  static constexpr CommandType type = CommandType::split;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // the order that stays; not 0
  // of the order, as it was seen; another one is refused version_stale; 0 is any
  std::uint32_t version{};
  // of what is taken off the whole order, what goes along, at most what it has; minor units, from 0
  MoneyMinor discount{};
  MoneyMinor shipping{};      // of its shipping, the same; minor units, from 0
  MoneyMinor shipping_tax{};  // of the tax on its shipping, the same; minor units, from 0
  // what goes: SKU, quantity, and line_number where several lines have the SKU; price is 0 or that
  // of the order's line, and they say nothing else
  std::span<const OrderLine> lines{};
  OrderKey new_key{};  // names the new order; left out where new_number does
  // the new order's number as the shop has it, 1 to 40 bytes without NUL, in place of new_key
  Code new_number{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "version"}, self.version);
    visit(Field{.name = "discount", .form = FieldForm::money, .min = 0}, self.discount);
    visit(Field{.name = "shipping", .form = FieldForm::money, .min = 0}, self.shipping);
    visit(Field{.name = "shipping_tax", .form = FieldForm::money, .min = 0}, self.shipping_tax);
    visit(Field{.name = "lines", .needed = true, .at_most = &Limits::lines_per_order_max},
          self.lines);
    visit(Field{.name = "new_key", .added = 1}, self.new_key);
    visit(Field{.name = "new_number", .added = 2}, self.new_number);
  }
};

}  // namespace allot
