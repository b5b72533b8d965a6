// The numbers of events. Never renumbered, never reused.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>
#include <string_view>

namespace allot {

// The number of each type of event.
enum class EventType : std::uint8_t {
  // control
  started = 1,
  refused = 2,
  duplicate = 3,
  ticked = 4,
  defined = 5,
  skipped = 6,
  time_kept = 7,
  // stock
  stock_received = 20,
  stock_adjusted = 21,
  stock_deficit = 22,
  safety_stock_set = 23,
  stock_expired = 24,
  lot_end_unknown = 25,
  for_sale = 30,
  sold_out = 31,
  back_in_stock = 32,
  feed_complete = 33,
  // order
  placed = 40,
  imported = 41,
  // line
  line_held = 42,
  line_allocated = 43,
  line_waiting = 44,
  line_refused = 45,
  line_short = 46,
  // order
  in_review = 47,
  ship_stop = 48,
  allocated = 49,
  cancelled = 50,
  expired = 51,
  // payment
  paid = 52,
  payment_pending = 53,
  payment_failed = 54,
  refund_due = 55,
  // order
  retaken = 56,
  // payment
  reminder = 57,
  // order
  review_approved = 58,
  review_rejected = 59,
  cap_exceeded = 60,
  // payment
  payment_unassigned = 61,
  // firmness
  capture_due = 62,
  // order
  shipped_elsewhere = 63,
  // news
  news_kept = 64,
  news_unclaimed = 65,
  // payment
  authorised = 66,
  captured = 67,
  refunded = 68,
  reversed = 69,
  charged_back = 70,
  balance = 71,
  unpaid = 72,
  offered = 73,
  offer_withdrawn = 74,
  payment_overdue = 75,
  // line
  line_lost = 76,
  // payment
  overdue_reminder = 77,
  // firmness
  payment_authorised = 78,
  authorisation_lapsed = 79,
  // fulfilment
  line_shipped = 80,
  order_shipped = 81,
  shipment_exception = 82,
  line_delivered = 83,
  part_shipped = 84,
  line_unshipped = 85,
  order_reopened = 86,
  delivery_exception = 87,
  // change
  line_cancelled = 90,
  order_changed = 91,
  line_changed = 92,
  // firmness
  deposit_paid = 93,
  balance_lapsed = 94,
  // payment
  voided = 95,
  // line
  line_named = 96,
  // change
  taken_over = 97,
  own_hold_told = 98,
  extended = 99,
  // after_sale
  return_requested = 100,
  return_restocked = 101,
  return_quarantined = 102,
  return_scrapped = 103,
  return_forwarded = 104,
  return_exception = 105,
  return_lapsed = 106,
  return_completed = 107,
  // exceptions
  exception_raised = 110,
  exception_assigned = 111,
  exception_resolved = 112,
  exception_solved = 113,
  exception_overdue = 114,
  exceptions_missed = 115,
  sku_named = 116,
  // floor
  line_released = 120,
  line_picked = 121,
  line_short_picked = 122,
  line_put_back = 123,
  cancel_requested = 124,
  cancel_agreed = 125,
  cancel_refused = 126,
  line_packed = 127,
  wave_begun = 128,
  wave_released = 129,
  // service
  service_warning = 140,
  service_breached = 141,
  service_kept = 142,
  parcel_in_time = 143,
  parcel_late = 144,
  promises_missed = 145,
  // after_sale
  exchanged = 150,
  credit_moved = 151,
  credit_lapsed = 152,
  // rules
  rule_hit = 160,
  // change
  order_merged = 170,
  line_merged = 171,
  order_split = 172,
  line_split = 173,
  // order
  sale_maybe_known = 180,
  // change
  line_moved = 181,
  // floor
  parcel_shipped = 190,
  parcel_unassigned = 191,
};

// Returns: its name in JSON, C and Python; empty when the number is not one of ours.
[[nodiscard]] constexpr std::string_view event_name(EventType type) noexcept {
  switch (type) {
    case EventType::started: return "started";
    case EventType::refused: return "refused";
    case EventType::duplicate: return "duplicate";
    case EventType::ticked: return "ticked";
    case EventType::defined: return "defined";
    case EventType::skipped: return "skipped";
    case EventType::time_kept: return "time_kept";
    case EventType::stock_received: return "stock_received";
    case EventType::stock_adjusted: return "stock_adjusted";
    case EventType::stock_deficit: return "stock_deficit";
    case EventType::safety_stock_set: return "safety_stock_set";
    case EventType::stock_expired: return "stock_expired";
    case EventType::lot_end_unknown: return "lot_end_unknown";
    case EventType::for_sale: return "for_sale";
    case EventType::sold_out: return "sold_out";
    case EventType::back_in_stock: return "back_in_stock";
    case EventType::feed_complete: return "feed_complete";
    case EventType::placed: return "placed";
    case EventType::imported: return "imported";
    case EventType::line_held: return "line_held";
    case EventType::line_allocated: return "line_allocated";
    case EventType::line_waiting: return "line_waiting";
    case EventType::line_refused: return "line_refused";
    case EventType::line_short: return "line_short";
    case EventType::in_review: return "in_review";
    case EventType::ship_stop: return "ship_stop";
    case EventType::allocated: return "allocated";
    case EventType::cancelled: return "cancelled";
    case EventType::expired: return "expired";
    case EventType::paid: return "paid";
    case EventType::payment_pending: return "payment_pending";
    case EventType::payment_failed: return "payment_failed";
    case EventType::refund_due: return "refund_due";
    case EventType::retaken: return "retaken";
    case EventType::reminder: return "reminder";
    case EventType::review_approved: return "review_approved";
    case EventType::review_rejected: return "review_rejected";
    case EventType::cap_exceeded: return "cap_exceeded";
    case EventType::payment_unassigned: return "payment_unassigned";
    case EventType::capture_due: return "capture_due";
    case EventType::shipped_elsewhere: return "shipped_elsewhere";
    case EventType::news_kept: return "news_kept";
    case EventType::news_unclaimed: return "news_unclaimed";
    case EventType::authorised: return "authorised";
    case EventType::captured: return "captured";
    case EventType::refunded: return "refunded";
    case EventType::reversed: return "reversed";
    case EventType::charged_back: return "charged_back";
    case EventType::balance: return "balance";
    case EventType::unpaid: return "unpaid";
    case EventType::offered: return "offered";
    case EventType::offer_withdrawn: return "offer_withdrawn";
    case EventType::payment_overdue: return "payment_overdue";
    case EventType::line_lost: return "line_lost";
    case EventType::overdue_reminder: return "overdue_reminder";
    case EventType::payment_authorised: return "payment_authorised";
    case EventType::authorisation_lapsed: return "authorisation_lapsed";
    case EventType::line_shipped: return "line_shipped";
    case EventType::order_shipped: return "order_shipped";
    case EventType::shipment_exception: return "shipment_exception";
    case EventType::line_delivered: return "line_delivered";
    case EventType::part_shipped: return "part_shipped";
    case EventType::line_unshipped: return "line_unshipped";
    case EventType::order_reopened: return "order_reopened";
    case EventType::delivery_exception: return "delivery_exception";
    case EventType::line_cancelled: return "line_cancelled";
    case EventType::order_changed: return "order_changed";
    case EventType::line_changed: return "line_changed";
    case EventType::deposit_paid: return "deposit_paid";
    case EventType::balance_lapsed: return "balance_lapsed";
    case EventType::voided: return "voided";
    case EventType::line_named: return "line_named";
    case EventType::taken_over: return "taken_over";
    case EventType::own_hold_told: return "own_hold_told";
    case EventType::extended: return "extended";
    case EventType::return_requested: return "return_requested";
    case EventType::return_restocked: return "return_restocked";
    case EventType::return_quarantined: return "return_quarantined";
    case EventType::return_scrapped: return "return_scrapped";
    case EventType::return_forwarded: return "return_forwarded";
    case EventType::return_exception: return "return_exception";
    case EventType::return_lapsed: return "return_lapsed";
    case EventType::return_completed: return "return_completed";
    case EventType::exception_raised: return "exception_raised";
    case EventType::exception_assigned: return "exception_assigned";
    case EventType::exception_resolved: return "exception_resolved";
    case EventType::exception_solved: return "exception_solved";
    case EventType::exception_overdue: return "exception_overdue";
    case EventType::exceptions_missed: return "exceptions_missed";
    case EventType::sku_named: return "sku_named";
    case EventType::line_released: return "line_released";
    case EventType::line_picked: return "line_picked";
    case EventType::line_short_picked: return "line_short_picked";
    case EventType::line_put_back: return "line_put_back";
    case EventType::cancel_requested: return "cancel_requested";
    case EventType::cancel_agreed: return "cancel_agreed";
    case EventType::cancel_refused: return "cancel_refused";
    case EventType::line_packed: return "line_packed";
    case EventType::wave_begun: return "wave_begun";
    case EventType::wave_released: return "wave_released";
    case EventType::service_warning: return "service_warning";
    case EventType::service_breached: return "service_breached";
    case EventType::service_kept: return "service_kept";
    case EventType::parcel_in_time: return "parcel_in_time";
    case EventType::parcel_late: return "parcel_late";
    case EventType::promises_missed: return "promises_missed";
    case EventType::exchanged: return "exchanged";
    case EventType::credit_moved: return "credit_moved";
    case EventType::credit_lapsed: return "credit_lapsed";
    case EventType::rule_hit: return "rule_hit";
    case EventType::order_merged: return "order_merged";
    case EventType::line_merged: return "line_merged";
    case EventType::order_split: return "order_split";
    case EventType::line_split: return "line_split";
    case EventType::sale_maybe_known: return "sale_maybe_known";
    case EventType::line_moved: return "line_moved";
    case EventType::parcel_shipped: return "parcel_shipped";
    case EventType::parcel_unassigned: return "parcel_unassigned";
  }
  return {};
}
[[nodiscard]] constexpr std::string_view name(EventType type) noexcept { return event_name(type); }

}  // namespace allot
