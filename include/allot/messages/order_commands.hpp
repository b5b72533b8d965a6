// The commands of the group order. What each does, in which order, and every reason: docs/rules.md.
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
#include "allot/messages/order_attribute.hpp"
#include "allot/messages/order_line.hpp"
#include "allot/types/code.hpp"
#include "allot/types/ids.hpp"

namespace allot {

struct OrderTokens {
  Token customer{};   // token of who buys; 0 is absent
  Token device{};     // token of the device; 0 is absent
  Token card{};       // token of the card; 0 is absent
  Token address{};    // token of the address; 0 is absent
  Token phone{};      // token of the phone; 0 is absent
  Token recipient{};  // token of who receives; 0 is absent

  friend bool operator==(const OrderTokens&, const OrderTokens&) noexcept = default;
};

// An order asks for goods. Accepted, it holds what it is owed or waits for it.
struct Place {
  static constexpr std::string_view name = "place";
  static constexpr CommandType type = CommandType::place;
  static constexpr std::uint8_t default_priority = 128;
  static constexpr std::uint8_t no_split_limit = 255;

  CommandKey command_key{};  // makes the command idempotent
  // names the order; left out where order_number does; not 0
  OrderKey order_key{};
  ChannelId channel{};  // where it was sold
  ZoneId zone{};        // where it goes
  OrderTokens tokens{};
  // ranks waiting lines, earliest first; 0 comes last; ns since 1970, from 0
  TimeNs ship_by{};
  std::uint8_t priority{default_priority};  // class of the order; 0 is served first
  // parcels beyond the first in one sourcing decision
  std::uint8_t max_splits{no_split_limit};
  Shortage shortage{Shortage::by_order};  // what happens when a line is short
  bool ship_complete{};                   // everything in one decision or nothing
  std::span<const OrderLine> lines{};     // 1 to lines_per_order_max
  // the order's number as the shop has it, 1 to 40 bytes without NUL, in place of order_key, which
  // is then made from the channel's code and this; empty is absent
  Code order_number{};
  // taken off the sum of its lines and shipping, beside what is taken off lines; minor units, from
  // 0
  MoneyMinor discount{};
  MoneyMinor shipping{};  // for carrying it; minor units, from 0
  // on shipping; the channel says whether prices include it; minor units, from 0
  MoneyMinor shipping_tax{};
  // which makes it firm, in a channel with firm_when deposit and in no other; at most what is due;
  // 0 is as the channel says; minor units, from 0
  MoneyMinor deposit{};
  std::span<const OrderAttribute> attributes{};  // what rules ask for besides, each name once

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .unless = "order_number", .not_zero = true},
          self.order_key);
    visit(Field{.name = "channel", .needed = true}, self.channel);
    visit(Field{.name = "zone", .needed = true}, self.zone);
    visit(Field{.name = "customer"}, self.tokens.customer);
    visit(Field{.name = "device"}, self.tokens.device);
    visit(Field{.name = "card"}, self.tokens.card);
    visit(Field{.name = "address"}, self.tokens.address);
    visit(Field{.name = "phone"}, self.tokens.phone);
    visit(Field{.name = "recipient"}, self.tokens.recipient);
    visit(Field{.name = "ship_by", .form = FieldForm::time, .min = 0}, self.ship_by);
    visit(Field{.name = "priority"}, self.priority);
    visit(Field{.name = "max_splits"}, self.max_splits);
    visit(Field{.name = "shortage"}, self.shortage);
    visit(Field{.name = "ship_complete"}, self.ship_complete);
    visit(Field{.name = "lines", .needed = true, .at_most = &Limits::lines_per_order_max},
          self.lines);
    visit(Field{.name = "order_number", .added = 1}, self.order_number);
    visit(Field{.name = "discount", .form = FieldForm::money, .added = 2, .min = 0}, self.discount);
    visit(Field{.name = "shipping", .form = FieldForm::money, .added = 3, .min = 0}, self.shipping);
    visit(Field{.name = "shipping_tax", .form = FieldForm::money, .added = 4, .min = 0},
          self.shipping_tax);
    visit(Field{.name = "deposit", .form = FieldForm::money, .added = 5, .min = 0}, self.deposit);
    visit(Field{.name = "attributes", .added = 6, .at_most = &Limits::attributes_max},
          self.attributes);
  }
};

// Fact: a sale made elsewhere. Recorded in the state that it is in; what is missing is short and
// waits.
struct Import {
  static constexpr std::string_view name = "import";
  static constexpr CommandType type = CommandType::import;
  static constexpr bool is_fact = true;
  static constexpr std::uint8_t default_priority = 128;

  CommandKey command_key{};  // makes the command idempotent
  // names the order; left out where order_number does; not 0
  OrderKey order_key{};
  ChannelId channel{};  // where it was sold
  ZoneId zone{};        // where it goes
  OrderTokens tokens{};
  // ranks waiting lines, earliest first; 0 comes last; ns since 1970, from 0
  TimeNs ship_by{};
  std::uint8_t priority{default_priority};  // class of the order; 0 is served first
  // 1 to lines_per_order_max; their shortage is not used
  std::span<const OrderLine> lines{};
  // the order's number as the shop has it, 1 to 40 bytes without NUL, in place of order_key, which
  // is then made from the channel's code and this; empty is absent
  Code order_number{};
  ImportState state{ImportState::paid};  // whether it is paid, and who ships it
  // end of the payment window of an unpaid sale, and of no other; 0 is hold_ttl_ns from now; ns
  // since 1970, 0 to 4,000,000,000,000,000,000
  TimeNs pay_by{};
  // when the sale was made: by its second waiting lines are ranked; 0, or later than now, is now;
  // ns since 1970, from 0
  TimeNs sold_at{};
  // taken off the sum of its lines and shipping, beside what is taken off lines; minor units, from
  // 0
  MoneyMinor discount{};
  MoneyMinor shipping{};  // for carrying it; minor units, from 0
  // on shipping; the channel says whether prices include it; minor units, from 0
  MoneyMinor shipping_tax{};
  // which makes it firm, in a channel with firm_when deposit and in no other; at most what is due;
  // 0 is as the channel says; minor units, from 0
  MoneyMinor deposit{};
  // somebody has made sure that it was never recorded: it is taken however old it is, where it
  // would be sale_maybe_known
  bool known_new{};
  std::span<const OrderAttribute> attributes{};  // what rules ask for besides, each name once

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .unless = "order_number", .not_zero = true},
          self.order_key);
    visit(Field{.name = "channel", .needed = true}, self.channel);
    visit(Field{.name = "zone", .needed = true}, self.zone);
    visit(Field{.name = "customer"}, self.tokens.customer);
    visit(Field{.name = "device"}, self.tokens.device);
    visit(Field{.name = "card"}, self.tokens.card);
    visit(Field{.name = "address"}, self.tokens.address);
    visit(Field{.name = "phone"}, self.tokens.phone);
    visit(Field{.name = "recipient"}, self.tokens.recipient);
    visit(Field{.name = "ship_by", .form = FieldForm::time, .min = 0}, self.ship_by);
    visit(Field{.name = "priority"}, self.priority);
    visit(Field{.name = "lines", .needed = true, .at_most = &Limits::lines_per_order_max},
          self.lines);
    visit(Field{.name = "order_number", .added = 1}, self.order_number);
    visit(Field{.name = "state", .added = 2}, self.state);
    visit(Field{.name = "pay_by",
                .form = FieldForm::time,
                .added = 3,
                .min = 0,
                .max = 4'000'000'000'000'000'000},
          self.pay_by);
    visit(Field{.name = "sold_at", .form = FieldForm::time, .added = 4, .min = 0}, self.sold_at);
    visit(Field{.name = "discount", .form = FieldForm::money, .added = 5, .min = 0}, self.discount);
    visit(Field{.name = "shipping", .form = FieldForm::money, .added = 6, .min = 0}, self.shipping);
    visit(Field{.name = "shipping_tax", .form = FieldForm::money, .added = 7, .min = 0},
          self.shipping_tax);
    visit(Field{.name = "deposit", .form = FieldForm::money, .added = 8, .min = 0}, self.deposit);
    visit(Field{.name = "known_new", .added = 9}, self.known_new);
    visit(Field{.name = "attributes", .added = 10, .at_most = &Limits::attributes_max},
          self.attributes);
  }
};

// Ends an open order and returns what it holds: so a hold is released. To release a part of it is
// cancel_line.
struct Cancel {
  static constexpr std::string_view name = "cancel";
  static constexpr CommandType type = CommandType::cancel;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // which order; not 0

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
  }
};

// What a reviewer decided about an order in review.
struct ReviewDecision {
  static constexpr std::string_view name = "review_decision";
  static constexpr CommandType type = CommandType::review_decision;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // which order; not 0
  // of the order, as the reviewer saw it; another one is refused version_stale
  std::uint32_t version{};
  ReviewOutcome outcome{ReviewOutcome::reject};  // reject or approve

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "version", .needed = true}, self.version);
    visit(Field{.name = "outcome", .needed = true}, self.outcome);
  }
};

}  // namespace allot
