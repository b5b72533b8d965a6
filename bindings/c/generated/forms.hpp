// All structs of the C interface that stand for one of C++, and the body of a command.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstddef>
#include <cstdint>

#include "allot/messages/limits.hpp"
#include "forms_after_sale.hpp"
#include "forms_catalogue.hpp"
#include "forms_control.hpp"
#include "forms_exceptions.hpp"
#include "forms_fulfilment.hpp"
#include "forms_order.hpp"
#include "forms_service.hpp"
#include "forms_stock.hpp"

namespace allot::c {

template <>
struct Form<OrderLine> {
  using Struct = allot_order_line;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("sku", c.sku, cpp.sku);
    visit("quantity", c.quantity, cpp.quantity);
    visit("price", c.price, cpp.price);
    visit.choice("shortage", c.shortage, cpp.shortage, 4);
    visit("total", c.total, cpp.total);
    visit("discount", c.discount, cpp.discount);
    visit("tax", c.tax, cpp.tax);
    visit("wanted_at", c.wanted_at, cpp.wanted_at);
    visit("line_number", c.line_number, cpp.line_number);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
    visit("reserved2", c.reserved2);
  }
};

template <>
struct Form<OrderAttribute> {
  using Struct = allot_order_attribute;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("name", c.name, cpp.name);
    visit("value", c.value, cpp.value);
  }
  template <class C, class Visitor>
  static void reserved(C&, Visitor&&) {}
};

template <>
struct Form<Limits> {
  using Struct = allot_limits;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("skus_max", c.skus_max, cpp.skus_max);
    visit("nodes_max", c.nodes_max, cpp.nodes_max);
    visit("channels_max", c.channels_max, cpp.channels_max);
    visit("zones_max", c.zones_max, cpp.zones_max);
    visit("lots_max", c.lots_max, cpp.lots_max);
    visit("lots_per_cell_max", c.lots_per_cell_max, cpp.lots_per_cell_max);
    visit("orders_max", c.orders_max, cpp.orders_max);
    visit("closed_orders_max", c.closed_orders_max, cpp.closed_orders_max);
    visit("lines_max", c.lines_max, cpp.lines_max);
    visit("lines_per_order_max", c.lines_per_order_max, cpp.lines_per_order_max);
    visit("holds_max", c.holds_max, cpp.holds_max);
    visit("command_keys_max", c.command_keys_max, cpp.command_keys_max);
    visit("attempts_max", c.attempts_max, cpp.attempts_max);
    visit("velocity_depth", c.velocity_depth, cpp.velocity_depth);
    visit("list_entries_max", c.list_entries_max, cpp.list_entries_max);
    visit("nodes_per_order_max", c.nodes_per_order_max, cpp.nodes_per_order_max);
    visit("sourcing_steps_max", c.sourcing_steps_max, cpp.sourcing_steps_max);
    visit("work_units", c.work_units, cpp.work_units);
    visit("max_step_ns", c.max_step_ns, cpp.max_step_ns);
    visit.choice("time_source", c.time_source, cpp.time_source, 2);
    visit("sku_sets_max", c.sku_sets_max, cpp.sku_sets_max);
    visit("sku_set_skus_max", c.sku_set_skus_max, cpp.sku_set_skus_max);
    visit("caps_max", c.caps_max, cpp.caps_max);
    visit("cap_accounts_max", c.cap_accounts_max, cpp.cap_accounts_max);
    visit("debits_max", c.debits_max, cpp.debits_max);
    visit("stubs_max", c.stubs_max, cpp.stubs_max);
    visit("stub_ttl_ns", c.stub_ttl_ns, cpp.stub_ttl_ns);
    visit("news_max", c.news_max, cpp.news_max);
    visit("news_ttl_ns", c.news_ttl_ns, cpp.news_ttl_ns);
    visit("payments_max", c.payments_max, cpp.payments_max);
    visit("returns_max", c.returns_max, cpp.returns_max);
    visit("exceptions_max", c.exceptions_max, cpp.exceptions_max);
    visit("promises_max", c.promises_max, cpp.promises_max);
    visit("feeds_max", c.feeds_max, cpp.feeds_max);
    visit("carriers_max", c.carriers_max, cpp.carriers_max);
    visit("parcels_max", c.parcels_max, cpp.parcels_max);
    visit("attributes_max", c.attributes_max, cpp.attributes_max);
    visit("rule_part_bytes_max", c.rule_part_bytes_max, cpp.rule_part_bytes_max);
    visit("rule_set_bytes_max", c.rule_set_bytes_max, cpp.rule_set_bytes_max);
    visit("rule_sets_max", c.rule_sets_max, cpp.rule_sets_max);
    visit("rules_max", c.rules_max, cpp.rules_max);
    visit("rule_members_max", c.rule_members_max, cpp.rule_members_max);
    visit("rule_keys_max", c.rule_keys_max, cpp.rule_keys_max);
    visit("rule_orders_max", c.rule_orders_max, cpp.rule_orders_max);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
    visit("reserved2", c.reserved2);
    visit("reserved3", c.reserved3);
  }
};

// The size of allot_limits in the first minor of this ABI major.
inline constexpr std::size_t limits_first_size = 88;

// Calls `use(member of the body, command of C++)` for the type of `command`, an allot_command.
// Returns: false, without a call, when hosts have no command of this number.
template <class C, class Use>
bool with_body(C& command, Use&& use) {
  switch (command.type) {
    case ALLOT_COMMAND_TICK: use(command.body.tick, Tick{}); return true;
    case ALLOT_COMMAND_RISK_LIMITS: use(command.body.risk_limits, SetRiskLimits{}); return true;
    case ALLOT_COMMAND_LOAD_RULES: use(command.body.load_rules, LoadRules{}); return true;
    case ALLOT_COMMAND_ACTIVATE_RULES:
      use(command.body.activate_rules, ActivateRules{});
      return true;
    case ALLOT_COMMAND_SET_LIST_MEMBER:
      use(command.body.set_list_member, SetListMember{});
      return true;
    case ALLOT_COMMAND_SKU: use(command.body.sku, DefineSku{}); return true;
    case ALLOT_COMMAND_NODE: use(command.body.node, DefineNode{}); return true;
    case ALLOT_COMMAND_ZONE: use(command.body.zone, DefineZone{}); return true;
    case ALLOT_COMMAND_CHANNEL: use(command.body.channel, DefineChannel{}); return true;
    case ALLOT_COMMAND_NETWORK: use(command.body.network, DefineNetwork{}); return true;
    case ALLOT_COMMAND_LANE: use(command.body.lane, DefineLane{}); return true;
    case ALLOT_COMMAND_LIST: use(command.body.list, SetList{}); return true;
    case ALLOT_COMMAND_CARRIER: use(command.body.carrier, DefineCarrier{}); return true;
    case ALLOT_COMMAND_SKU_SET: use(command.body.sku_set, DefineSkuSet{}); return true;
    case ALLOT_COMMAND_CAP: use(command.body.cap, DefineCap{}); return true;
    case ALLOT_COMMAND_RECEIVE: use(command.body.receive, Receive{}); return true;
    case ALLOT_COMMAND_ADJUST: use(command.body.adjust, Adjust{}); return true;
    case ALLOT_COMMAND_SAFETY_STOCK: use(command.body.safety_stock, SetSafetyStock{}); return true;
    case ALLOT_COMMAND_MOVE: use(command.body.move, MovePromise{}); return true;
    case ALLOT_COMMAND_FEED: use(command.body.feed, SetFeed{}); return true;
    case ALLOT_COMMAND_PLACE: use(command.body.place, Place{}); return true;
    case ALLOT_COMMAND_IMPORT: use(command.body.import, Import{}); return true;
    case ALLOT_COMMAND_CANCEL: use(command.body.cancel, Cancel{}); return true;
    case ALLOT_COMMAND_CONFIRM_PAYMENT:
      use(command.body.confirm_payment, ConfirmPayment{});
      return true;
    case ALLOT_COMMAND_PAYMENT_PENDING:
      use(command.body.payment_pending, PaymentPending{});
      return true;
    case ALLOT_COMMAND_FAIL_PAYMENT: use(command.body.fail_payment, FailPayment{}); return true;
    case ALLOT_COMMAND_REVIEW_DECISION:
      use(command.body.review_decision, ReviewDecision{});
      return true;
    case ALLOT_COMMAND_MODIFY: use(command.body.modify, Modify{}); return true;
    case ALLOT_COMMAND_EXTEND: use(command.body.extend, Extend{}); return true;
    case ALLOT_COMMAND_CONFIRM_PART: use(command.body.confirm_part, ConfirmPart{}); return true;
    case ALLOT_COMMAND_PAYMENT: use(command.body.payment, RecordPayment{}); return true;
    case ALLOT_COMMAND_CANCEL_LINE: use(command.body.cancel_line, CancelLine{}); return true;
    case ALLOT_COMMAND_TRIM: use(command.body.trim, Trim{}); return true;
    case ALLOT_COMMAND_MERGE: use(command.body.merge, Merge{}); return true;
    case ALLOT_COMMAND_SPLIT: use(command.body.split, Split{}); return true;
    case ALLOT_COMMAND_RELEASE_WAVE: use(command.body.release_wave, ReleaseWave{}); return true;
    case ALLOT_COMMAND_PICK: use(command.body.pick, Pick{}); return true;
    case ALLOT_COMMAND_SHORT_PICK: use(command.body.short_pick, ShortPick{}); return true;
    case ALLOT_COMMAND_SHIP: use(command.body.ship, Ship{}); return true;
    case ALLOT_COMMAND_DELIVER: use(command.body.deliver, Deliver{}); return true;
    case ALLOT_COMMAND_DELIVERY_EXCEPTION:
      use(command.body.delivery_exception, ReportDelivery{});
      return true;
    case ALLOT_COMMAND_ANSWER_CANCEL: use(command.body.answer_cancel, AnswerCancel{}); return true;
    case ALLOT_COMMAND_SHIP_UNDONE: use(command.body.ship_undone, ShipUndone{}); return true;
    case ALLOT_COMMAND_RELEASE_ORDER: use(command.body.release_order, ReleaseOrder{}); return true;
    case ALLOT_COMMAND_PACK: use(command.body.pack, Pack{}); return true;
    case ALLOT_COMMAND_SHIP_PARCEL: use(command.body.ship_parcel, ShipParcel{}); return true;
    case ALLOT_COMMAND_REQUEST_RETURN:
      use(command.body.request_return, RequestReturn{});
      return true;
    case ALLOT_COMMAND_RECEIVE_RETURN:
      use(command.body.receive_return, ReceiveReturn{});
      return true;
    case ALLOT_COMMAND_EXCHANGE: use(command.body.exchange, Exchange{}); return true;
    case ALLOT_COMMAND_EXCEPTION_RULE:
      use(command.body.exception_rule, SetExceptionRule{});
      return true;
    case ALLOT_COMMAND_ASSIGN_EXCEPTIONS:
      use(command.body.assign_exceptions, AssignExceptions{});
      return true;
    case ALLOT_COMMAND_RESOLVE_EXCEPTIONS:
      use(command.body.resolve_exceptions, ResolveExceptions{});
      return true;
    case ALLOT_COMMAND_NAME_SKU: use(command.body.name_sku, NameSku{}); return true;
    case ALLOT_COMMAND_SERVICE_LEVEL:
      use(command.body.service_level, SetServiceLevel{});
      return true;
    default: return false;
  }
}

// Returns: whether only the engine or an operator logs commands of this number.
[[nodiscard]] constexpr bool is_not_for_hosts(std::uint32_t type) noexcept {
  switch (type) {
    case ALLOT_COMMAND_START:
    case ALLOT_COMMAND_ADVANCE:
    case ALLOT_COMMAND_SKIP: return true;
    default: return false;
  }
}

}  // namespace allot::c
