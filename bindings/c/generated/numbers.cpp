// Every number is the same in C and in C++.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#include "allot/allot.h"
#include "allot/messages/command_type.hpp"
#include "allot/messages/event.hpp"
#include "allot/messages/limits.hpp"
#include "allot/messages/reason.hpp"

namespace {

using namespace allot;

template <auto theirs, int ours>
inline constexpr bool same_number = static_cast<int>(theirs) == ours;

static_assert(same_number<TimeSource::engine, ALLOT_TIME_SOURCE_ENGINE>);
static_assert(same_number<TimeSource::host, ALLOT_TIME_SOURCE_HOST>);
static_assert(same_number<SourcingPolicy::cheapest, ALLOT_SOURCING_POLICY_CHEAPEST>);
static_assert(same_number<SourcingPolicy::fewest_parcels, ALLOT_SOURCING_POLICY_FEWEST_PARCELS>);
static_assert(same_number<SourcingPolicy::node_priority, ALLOT_SOURCING_POLICY_NODE_PRIORITY>);
static_assert(same_number<ReviewOutcome::reject, ALLOT_REVIEW_OUTCOME_REJECT>);
static_assert(same_number<ReviewOutcome::approve, ALLOT_REVIEW_OUTCOME_APPROVE>);
static_assert(same_number<ListKind::block, ALLOT_LIST_KIND_BLOCK>);
static_assert(same_number<ListKind::allow, ALLOT_LIST_KIND_ALLOW>);
static_assert(same_number<TokenKind::customer, ALLOT_TOKEN_KIND_CUSTOMER>);
static_assert(same_number<TokenKind::device, ALLOT_TOKEN_KIND_DEVICE>);
static_assert(same_number<TokenKind::card, ALLOT_TOKEN_KIND_CARD>);
static_assert(same_number<TokenKind::address, ALLOT_TOKEN_KIND_ADDRESS>);
static_assert(same_number<TokenKind::phone, ALLOT_TOKEN_KIND_PHONE>);
static_assert(same_number<TokenKind::recipient, ALLOT_TOKEN_KIND_RECIPIENT>);
static_assert(same_number<Shortage::by_order, ALLOT_SHORTAGE_BY_ORDER>);
static_assert(same_number<Shortage::refuse_order, ALLOT_SHORTAGE_REFUSE_ORDER>);
static_assert(same_number<Shortage::refuse_line, ALLOT_SHORTAGE_REFUSE_LINE>);
static_assert(same_number<Shortage::backorder, ALLOT_SHORTAGE_BACKORDER>);

static_assert(same_number<CommandType::start, ALLOT_COMMAND_START>);
static_assert(same_number<CommandType::tick, ALLOT_COMMAND_TICK>);
static_assert(same_number<CommandType::advance, ALLOT_COMMAND_ADVANCE>);
static_assert(same_number<CommandType::skip, ALLOT_COMMAND_SKIP>);
static_assert(same_number<CommandType::risk_limits, ALLOT_COMMAND_RISK_LIMITS>);
static_assert(same_number<CommandType::sku, ALLOT_COMMAND_SKU>);
static_assert(same_number<CommandType::node, ALLOT_COMMAND_NODE>);
static_assert(same_number<CommandType::zone, ALLOT_COMMAND_ZONE>);
static_assert(same_number<CommandType::channel, ALLOT_COMMAND_CHANNEL>);
static_assert(same_number<CommandType::network, ALLOT_COMMAND_NETWORK>);
static_assert(same_number<CommandType::lane, ALLOT_COMMAND_LANE>);
static_assert(same_number<CommandType::list, ALLOT_COMMAND_LIST>);
static_assert(same_number<CommandType::sku_set, ALLOT_COMMAND_SKU_SET>);
static_assert(same_number<CommandType::receive, ALLOT_COMMAND_RECEIVE>);
static_assert(same_number<CommandType::adjust, ALLOT_COMMAND_ADJUST>);
static_assert(same_number<CommandType::safety_stock, ALLOT_COMMAND_SAFETY_STOCK>);
static_assert(same_number<CommandType::place, ALLOT_COMMAND_PLACE>);
static_assert(same_number<CommandType::import, ALLOT_COMMAND_IMPORT>);
static_assert(same_number<CommandType::cancel, ALLOT_COMMAND_CANCEL>);
static_assert(same_number<CommandType::confirm_payment, ALLOT_COMMAND_CONFIRM_PAYMENT>);
static_assert(same_number<CommandType::payment_pending, ALLOT_COMMAND_PAYMENT_PENDING>);
static_assert(same_number<CommandType::fail_payment, ALLOT_COMMAND_FAIL_PAYMENT>);
static_assert(same_number<CommandType::review_decision, ALLOT_COMMAND_REVIEW_DECISION>);

static_assert(same_number<EventType::started, ALLOT_EVENT_STARTED>);
static_assert(same_number<EventType::refused, ALLOT_EVENT_REFUSED>);
static_assert(same_number<EventType::duplicate, ALLOT_EVENT_DUPLICATE>);
static_assert(same_number<EventType::ticked, ALLOT_EVENT_TICKED>);
static_assert(same_number<EventType::defined, ALLOT_EVENT_DEFINED>);
static_assert(same_number<EventType::skipped, ALLOT_EVENT_SKIPPED>);
static_assert(same_number<EventType::time_kept, ALLOT_EVENT_TIME_KEPT>);
static_assert(same_number<EventType::stock_received, ALLOT_EVENT_STOCK_RECEIVED>);
static_assert(same_number<EventType::stock_adjusted, ALLOT_EVENT_STOCK_ADJUSTED>);
static_assert(same_number<EventType::stock_deficit, ALLOT_EVENT_STOCK_DEFICIT>);
static_assert(same_number<EventType::safety_stock_set, ALLOT_EVENT_SAFETY_STOCK_SET>);
static_assert(same_number<EventType::placed, ALLOT_EVENT_PLACED>);
static_assert(same_number<EventType::imported, ALLOT_EVENT_IMPORTED>);
static_assert(same_number<EventType::line_held, ALLOT_EVENT_LINE_HELD>);
static_assert(same_number<EventType::line_allocated, ALLOT_EVENT_LINE_ALLOCATED>);
static_assert(same_number<EventType::line_waiting, ALLOT_EVENT_LINE_WAITING>);
static_assert(same_number<EventType::line_refused, ALLOT_EVENT_LINE_REFUSED>);
static_assert(same_number<EventType::line_short, ALLOT_EVENT_LINE_SHORT>);
static_assert(same_number<EventType::in_review, ALLOT_EVENT_IN_REVIEW>);
static_assert(same_number<EventType::ship_stop, ALLOT_EVENT_SHIP_STOP>);
static_assert(same_number<EventType::allocated, ALLOT_EVENT_ALLOCATED>);
static_assert(same_number<EventType::cancelled, ALLOT_EVENT_CANCELLED>);
static_assert(same_number<EventType::expired, ALLOT_EVENT_EXPIRED>);
static_assert(same_number<EventType::paid, ALLOT_EVENT_PAID>);
static_assert(same_number<EventType::payment_pending, ALLOT_EVENT_PAYMENT_PENDING>);
static_assert(same_number<EventType::payment_failed, ALLOT_EVENT_PAYMENT_FAILED>);
static_assert(same_number<EventType::refund_due, ALLOT_EVENT_REFUND_DUE>);
static_assert(same_number<EventType::retaken, ALLOT_EVENT_RETAKEN>);
static_assert(same_number<EventType::reminder, ALLOT_EVENT_REMINDER>);
static_assert(same_number<EventType::review_approved, ALLOT_EVENT_REVIEW_APPROVED>);
static_assert(same_number<EventType::review_rejected, ALLOT_EVENT_REVIEW_REJECTED>);
static_assert(same_number<EventFlags::bounded, ALLOT_EVENT_FLAG_BOUNDED>);
static_assert(same_number<EventFlags::several_lots, ALLOT_EVENT_FLAG_SEVERAL_LOTS>);
static_assert(same_number<EventFlags::waited, ALLOT_EVENT_FLAG_WAITED>);

static_assert(same_number<Reason::ok, ALLOT_REASON_OK>);
static_assert(same_number<Reason::busy, ALLOT_REASON_BUSY>);
static_assert(same_number<Reason::stopped, ALLOT_REASON_STOPPED>);
static_assert(same_number<Reason::poisoned, ALLOT_REASON_POISONED>);
static_assert(same_number<Reason::command_too_large, ALLOT_REASON_COMMAND_TOO_LARGE>);
static_assert(same_number<Reason::not_for_hosts, ALLOT_REASON_NOT_FOR_HOSTS>);
static_assert(same_number<Reason::other_process, ALLOT_REASON_OTHER_PROCESS>);
static_assert(same_number<Reason::step_too_large, ALLOT_REASON_STEP_TOO_LARGE>);
static_assert(same_number<Reason::command_key_missing, ALLOT_REASON_COMMAND_KEY_MISSING>);
static_assert(same_number<Reason::command_key_conflict, ALLOT_REASON_COMMAND_KEY_CONFLICT>);
static_assert(same_number<Reason::order_key_missing, ALLOT_REASON_ORDER_KEY_MISSING>);
static_assert(same_number<Reason::order_exists, ALLOT_REASON_ORDER_EXISTS>);
static_assert(same_number<Reason::order_unknown, ALLOT_REASON_ORDER_UNKNOWN>);
static_assert(same_number<Reason::no_lines, ALLOT_REASON_NO_LINES>);
static_assert(same_number<Reason::too_many_lines, ALLOT_REASON_TOO_MANY_LINES>);
static_assert(same_number<Reason::quantity_out_of_range, ALLOT_REASON_QUANTITY_OUT_OF_RANGE>);
static_assert(same_number<Reason::price_out_of_range, ALLOT_REASON_PRICE_OUT_OF_RANGE>);
static_assert(same_number<Reason::order_value_overflow, ALLOT_REASON_ORDER_VALUE_OVERFLOW>);
static_assert(same_number<Reason::sku_unknown, ALLOT_REASON_SKU_UNKNOWN>);
static_assert(same_number<Reason::node_unknown, ALLOT_REASON_NODE_UNKNOWN>);
static_assert(same_number<Reason::channel_unknown, ALLOT_REASON_CHANNEL_UNKNOWN>);
static_assert(same_number<Reason::zone_unknown, ALLOT_REASON_ZONE_UNKNOWN>);
static_assert(same_number<Reason::code_invalid, ALLOT_REASON_CODE_INVALID>);
static_assert(same_number<Reason::field_out_of_range, ALLOT_REASON_FIELD_OUT_OF_RANGE>);
static_assert(same_number<Reason::line_policy_conflict, ALLOT_REASON_LINE_POLICY_CONFLICT>);
static_assert(same_number<Reason::order_value_exceeded, ALLOT_REASON_ORDER_VALUE_EXCEEDED>);
static_assert(same_number<Reason::line_quantity_exceeded, ALLOT_REASON_LINE_QUANTITY_EXCEEDED>);
static_assert(same_number<Reason::price_out_of_band, ALLOT_REASON_PRICE_OUT_OF_BAND>);
static_assert(same_number<Reason::velocity_exceeded, ALLOT_REASON_VELOCITY_EXCEEDED>);
static_assert(same_number<Reason::attempts_full, ALLOT_REASON_ATTEMPTS_FULL>);
static_assert(same_number<Reason::listed, ALLOT_REASON_LISTED>);
static_assert(same_number<Reason::value_review, ALLOT_REASON_VALUE_REVIEW>);
static_assert(same_number<Reason::stock_insufficient, ALLOT_REASON_STOCK_INSUFFICIENT>);
static_assert(same_number<Reason::stock_pending, ALLOT_REASON_STOCK_PENDING>);
static_assert(same_number<Reason::splits_exceeded, ALLOT_REASON_SPLITS_EXCEEDED>);
static_assert(same_number<Reason::unserviceable, ALLOT_REASON_UNSERVICEABLE>);
static_assert(same_number<Reason::order_ended, ALLOT_REASON_ORDER_ENDED>);
static_assert(same_number<Reason::already_paid, ALLOT_REASON_ALREADY_PAID>);
static_assert(same_number<Reason::not_in_review, ALLOT_REASON_NOT_IN_REVIEW>);
static_assert(same_number<Reason::version_stale, ALLOT_REASON_VERSION_STALE>);
static_assert(same_number<Reason::paid_too_late, ALLOT_REASON_PAID_TOO_LATE>);
static_assert(same_number<Reason::lot_unknown, ALLOT_REASON_LOT_UNKNOWN>);
static_assert(same_number<Reason::lot_expiry_conflict, ALLOT_REASON_LOT_EXPIRY_CONFLICT>);
static_assert(same_number<Reason::orders_full, ALLOT_REASON_ORDERS_FULL>);
static_assert(same_number<Reason::lines_full, ALLOT_REASON_LINES_FULL>);
static_assert(same_number<Reason::holds_full, ALLOT_REASON_HOLDS_FULL>);
static_assert(same_number<Reason::lots_full, ALLOT_REASON_LOTS_FULL>);
static_assert(same_number<Reason::catalogue_full, ALLOT_REASON_CATALOGUE_FULL>);
static_assert(same_number<Reason::lists_full, ALLOT_REASON_LISTS_FULL>);
static_assert(same_number<Reason::stock_full, ALLOT_REASON_STOCK_FULL>);
static_assert(same_number<Reason::storage_full, ALLOT_REASON_STORAGE_FULL>);
static_assert(same_number<Advice::none, ALLOT_ADVICE_NONE>);
static_assert(same_number<Advice::permanent, ALLOT_ADVICE_PERMANENT>);
static_assert(same_number<Advice::retry, ALLOT_ADVICE_RETRY>);
static_assert(same_number<Advice::fix, ALLOT_ADVICE_FIX>);

}  // namespace
