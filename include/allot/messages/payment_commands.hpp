// Of the commands of the group order: payment. What each does, in which order, and every reason:
// docs/rules.md.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <string_view>

#include "allot/messages/enums.hpp"
#include "allot/messages/field.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/types/ids.hpp"

namespace allot {

// Fact: the order was paid, at paid_at, whenever the news arrives: all that is due was captured.
struct ConfirmPayment {
  static constexpr std::string_view name = "confirm_payment";
  static constexpr CommandType type = CommandType::confirm_payment;
  static constexpr bool is_fact = true;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // which order; not 0
  TimeNs paid_at{};          // when; ns since 1970, from 1

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "paid_at", .form = FieldForm::time, .needed = true, .min = 1},
          self.paid_at);
  }
};

// Fact: the payment provider is working on it. Freezes pay_by once, bounded.
struct PaymentPending {
  static constexpr std::string_view name = "payment_pending";
  static constexpr CommandType type = CommandType::payment_pending;
  static constexpr bool is_fact = true;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // which order; not 0

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
  }
};

// Fact: a payment attempt failed. The order may still be paid before pay_by.
struct FailPayment {
  static constexpr std::string_view name = "fail_payment";
  static constexpr CommandType type = CommandType::fail_payment;
  static constexpr bool is_fact = true;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // which order; not 0

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
  }
};

// Fact: an amount of money was set aside for an order, came in, or went back. An order is paid when
// as much as is due has come in and stayed.
struct RecordPayment {
  static constexpr std::string_view name = "payment";
  static constexpr CommandType type = CommandType::payment;
  static constexpr bool is_fact = true;

  CommandKey command_key{};  // makes the command idempotent
  OrderKey order_key{};      // which order; not 0
  // names the payment at its provider, once for each kind: a second one of the key and kind changes
  // nothing, whatever its amount. A voided one has the key of what was authorised, or one of its
  // own; not 0
  PaymentKey payment_key{};
  MoneyMinor amount{};                        // how much; minor units, from 1
  PaymentKind kind{PaymentKind::authorised};  // what became of it
  TimeNs at{};                                // when; 0 is now; ns since 1970, from 0
  // of an authorised one: when it lapses; 0 is as the channel says; ns since 1970, 0 to
  // 4,000,000,000,000,000,000
  TimeNs until{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_key", .needed = true, .not_zero = true}, self.order_key);
    visit(Field{.name = "payment_key", .needed = true, .not_zero = true}, self.payment_key);
    visit(Field{.name = "amount", .form = FieldForm::money, .needed = true, .min = 1}, self.amount);
    visit(Field{.name = "kind", .needed = true}, self.kind);
    visit(Field{.name = "at", .form = FieldForm::time, .min = 0}, self.at);
    visit(Field{.name = "until",
                .form = FieldForm::time,
                .added = 1,
                .min = 0,
                .max = 4'000'000'000'000'000'000},
          self.until);
  }
};

}  // namespace allot
