// Of the commands of the group catalogue: channel. What each does, in which order, and every
// reason: docs/rules.md.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>
#include <string_view>

#include "allot/messages/enums.hpp"
#include "allot/messages/field.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/types/code.hpp"
#include "allot/types/ids.hpp"

namespace allot {

// Adds a channel, or changes the one with this code. Its network starts empty: see network.
struct DefineChannel {
  static constexpr std::string_view name = "channel";
  static constexpr CommandType type = CommandType::channel;

  CommandKey command_key{};  // makes the command idempotent
  Code code{};               // 1 to 40 bytes without NUL
  // payment window; 0 only with cash_on_delivery, or firm_when on_delivery; ns, 0 to 10^18
  std::int64_t hold_ttl_ns{};
  // reminder this long before pay_by; 0 means none; 0 to 10^18
  std::int64_t remind_before_ns{};
  // longest that payment_pending freezes pay_by; ns, 0 to 10^18
  std::int64_t pending_ttl_ns{};
  std::int64_t review_ttl_ns{};  // review window; ns, 1 to 10^18
  // units of each SKU at each node that this channel leaves; 0 to 2^31-1
  std::uint32_t safety_stock{};
  SourcingPolicy policy{SourcingPolicy::cheapest};      // how nodes are chosen for its orders
  ReviewOutcome review_outcome{ReviewOutcome::reject};  // what the review deadline decides
  bool cash_on_delivery{};                              // orders are paid at the door
  // pay_by does not run while an order is in review
  bool review_pauses_payment{};
  // of its amounts: three capital letters; empty says nothing. A channel that has one keeps it
  Code currency{};
  // prices and shipping have their tax in them; else it is due besides
  bool prices_include_tax{};
  // whether an order that holds nothing has its payment window when it is served; else when placed
  bool pay_when_served{};
  // after pay_by, how long an unpaid order keeps what it holds; 0 lets it go at pay_by; ns, 0 to
  // 10^18
  std::int64_t payment_grace_ns{};
  // what a payment does that is made after pay_by
  LatePayment late_payment{LatePayment::take_again};
  // reminder this long before what is kept in the grace is let go; 0 means none; 0 to 10^18
  std::int64_t grace_remind_before_ns{};
  // what makes its orders firm; authorised and deposit not with cash_on_delivery
  FirmWhen firm_when{FirmWhen::captured};
  // how long an authorised amount counts that does not say until when; 0 is for ever; ns, 0 to
  // 10^18
  std::int64_t authorisation_ttl_ns{};
  // with firm_when deposit: the deposit of an order that says none, in 1/10,000 of what is due,
  // rounded up; 0 is none, and it is firm when all has come in; 0 to 10,000
  std::uint32_t deposit_bp{};
  // balance window, from when the deposit is in; 0 is for ever; ns, 0 to 10^18
  std::int64_t balance_ttl_ns{};
  // reminder this long before the balance window is over; 0 means none; 0 to 10^18
  std::int64_t balance_remind_before_ns{};
  // what becomes of the deposit when the balance was not paid in time
  LapsedDeposit lapsed_deposit{LapsedDeposit::due_back};
  // what becomes of an order for goods that the same shopper holds and has not paid
  OwnHold own_hold{OwnHold::ignored};
  // by which token she is known as the same: customer or device
  TokenKind own_hold_per{TokenKind::customer};
  // how long from her first attempt on what is taken over may be held unpaid; 0 is until the
  // deadline of what is taken over; ns, 0 to 10^18
  std::int64_t own_hold_ttl_ns{};
  // how long before its end a lot is not sold in this channel any more; 0 sells it up to its end.
  // At most eight such times, besides 0, are those of all channels together; ns, 0 to 10^18
  std::int64_t expiry_margin_ns{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "code", .needed = true}, self.code);
    visit(Field{.name = "hold_ttl_ns",
                .form = FieldForm::duration,
                .needed = true,
                .min = 0,
                .max = 1'000'000'000'000'000'000},
          self.hold_ttl_ns);
    visit(Field{.name = "remind_before_ns",
                .form = FieldForm::duration,
                .min = 0,
                .max = 1'000'000'000'000'000'000},
          self.remind_before_ns);
    visit(Field{.name = "pending_ttl_ns",
                .form = FieldForm::duration,
                .min = 0,
                .max = 1'000'000'000'000'000'000},
          self.pending_ttl_ns);
    visit(Field{.name = "review_ttl_ns",
                .form = FieldForm::duration,
                .needed = true,
                .min = 1,
                .max = 1'000'000'000'000'000'000},
          self.review_ttl_ns);
    visit(Field{.name = "safety_stock", .min = 0, .max = 2'147'483'647}, self.safety_stock);
    visit(Field{.name = "policy"}, self.policy);
    visit(Field{.name = "review_outcome"}, self.review_outcome);
    visit(Field{.name = "cash_on_delivery"}, self.cash_on_delivery);
    visit(Field{.name = "review_pauses_payment"}, self.review_pauses_payment);
    visit(Field{.name = "currency", .added = 1}, self.currency);
    visit(Field{.name = "prices_include_tax", .added = 2}, self.prices_include_tax);
    visit(Field{.name = "pay_when_served", .added = 3}, self.pay_when_served);
    visit(Field{.name = "payment_grace_ns",
                .form = FieldForm::duration,
                .added = 4,
                .min = 0,
                .max = 1'000'000'000'000'000'000},
          self.payment_grace_ns);
    visit(Field{.name = "late_payment", .added = 5}, self.late_payment);
    visit(Field{.name = "grace_remind_before_ns",
                .form = FieldForm::duration,
                .added = 6,
                .min = 0,
                .max = 1'000'000'000'000'000'000},
          self.grace_remind_before_ns);
    visit(Field{.name = "firm_when", .added = 7}, self.firm_when);
    visit(Field{.name = "authorisation_ttl_ns",
                .form = FieldForm::duration,
                .added = 8,
                .min = 0,
                .max = 1'000'000'000'000'000'000},
          self.authorisation_ttl_ns);
    visit(Field{.name = "deposit_bp", .added = 9, .min = 0, .max = 10'000}, self.deposit_bp);
    visit(Field{.name = "balance_ttl_ns",
                .form = FieldForm::duration,
                .added = 10,
                .min = 0,
                .max = 1'000'000'000'000'000'000},
          self.balance_ttl_ns);
    visit(Field{.name = "balance_remind_before_ns",
                .form = FieldForm::duration,
                .added = 11,
                .min = 0,
                .max = 1'000'000'000'000'000'000},
          self.balance_remind_before_ns);
    visit(Field{.name = "lapsed_deposit", .added = 12}, self.lapsed_deposit);
    visit(Field{.name = "own_hold", .added = 13}, self.own_hold);
    visit(Field{.name = "own_hold_per", .added = 14}, self.own_hold_per);
    visit(Field{.name = "own_hold_ttl_ns",
                .form = FieldForm::duration,
                .added = 15,
                .min = 0,
                .max = 1'000'000'000'000'000'000},
          self.own_hold_ttl_ns);
    visit(Field{.name = "expiry_margin_ns",
                .form = FieldForm::duration,
                .added = 16,
                .min = 0,
                .max = 1'000'000'000'000'000'000},
          self.expiry_margin_ns);
  }
};

}  // namespace allot
