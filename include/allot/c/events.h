/* One event, the number of each type, and the flags.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_EVENTS_H
#define ALLOT_C_EVENTS_H

#include "allot/c/events_after_sale.h"
#include "allot/c/events_change.h"
#include "allot/c/events_control.h"
#include "allot/c/events_exceptions.h"
#include "allot/c/events_firmness.h"
#include "allot/c/events_floor.h"
#include "allot/c/events_fulfilment.h"
#include "allot/c/events_line.h"
#include "allot/c/events_news.h"
#include "allot/c/events_order.h"
#include "allot/c/events_payment.h"
#include "allot/c/events_rules.h"
#include "allot/c/events_service.h"
#include "allot/c/events_stock.h"
#include "allot/c/types.h"

/* The numbers of the types of events. */
enum {
  ALLOT_EVENT_STARTED = 1,
  ALLOT_EVENT_REFUSED = 2,
  ALLOT_EVENT_DUPLICATE = 3,
  ALLOT_EVENT_TICKED = 4,
  ALLOT_EVENT_DEFINED = 5,
  ALLOT_EVENT_SKIPPED = 6,
  ALLOT_EVENT_TIME_KEPT = 7,
  ALLOT_EVENT_STOCK_RECEIVED = 20,
  ALLOT_EVENT_STOCK_ADJUSTED = 21,
  ALLOT_EVENT_STOCK_DEFICIT = 22,
  ALLOT_EVENT_SAFETY_STOCK_SET = 23,
  ALLOT_EVENT_STOCK_EXPIRED = 24,
  ALLOT_EVENT_LOT_END_UNKNOWN = 25,
  /* another figure than the channel was told last, or the same once more for a picture */
  ALLOT_EVENT_FOR_SALE = 30,
  ALLOT_EVENT_SOLD_OUT = 31,      /* nothing is for sale any more */
  ALLOT_EVENT_BACK_IN_STOCK = 32, /* something is for sale again */
  ALLOT_EVENT_FEED_COMPLETE = 33,
  ALLOT_EVENT_PLACED = 40,         /* a place was accepted */
  ALLOT_EVENT_IMPORTED = 41,       /* an import was recorded; what it lacks is short */
  ALLOT_EVENT_LINE_HELD = 42,      /* held until the order is paid and cleared */
  ALLOT_EVENT_LINE_ALLOCATED = 43, /* firm at once, for the order is paid and cleared */
  ALLOT_EVENT_LINE_WAITING = 44,   /* waits for stock */
  ALLOT_EVENT_LINE_REFUSED = 45,
  ALLOT_EVENT_LINE_SHORT = 46, /* owed to an imported order, and waits */
  ALLOT_EVENT_IN_REVIEW = 47,
  ALLOT_EVENT_SHIP_STOP = 48,
  ALLOT_EVENT_ALLOCATED = 49,
  ALLOT_EVENT_CANCELLED = 50, /* ended by a cancel */
  ALLOT_EVENT_EXPIRED = 51,
  ALLOT_EVENT_PAID = 52,
  ALLOT_EVENT_PAYMENT_PENDING = 53, /* the provider is working on it */
  ALLOT_EVENT_PAYMENT_FAILED = 54,  /* an attempt failed */
  ALLOT_EVENT_REFUND_DUE = 55,
  /* an expired order was paid in time, or the stock was still there: taken again */
  ALLOT_EVENT_RETAKEN = 56,
  ALLOT_EVENT_REMINDER = 57,
  ALLOT_EVENT_REVIEW_APPROVED = 58,
  ALLOT_EVENT_REVIEW_REJECTED = 59, /* ended by a review, or by its deadline */
  ALLOT_EVENT_CAP_EXCEEDED = 60,
  ALLOT_EVENT_PAYMENT_UNASSIGNED = 61,
  ALLOT_EVENT_CAPTURE_DUE = 62,
  ALLOT_EVENT_SHIPPED_ELSEWHERE = 63,
  ALLOT_EVENT_NEWS_KEPT = 64,
  ALLOT_EVENT_NEWS_UNCLAIMED = 65,
  ALLOT_EVENT_AUTHORISED = 66,   /* the provider has set the amount aside */
  ALLOT_EVENT_CAPTURED = 67,     /* the money has come in */
  ALLOT_EVENT_REFUNDED = 68,     /* the shop has given it back */
  ALLOT_EVENT_REVERSED = 69,     /* the bank has taken it back */
  ALLOT_EVENT_CHARGED_BACK = 70, /* the cardholder has had it taken back */
  ALLOT_EVENT_BALANCE = 71,
  ALLOT_EVENT_UNPAID = 72,
  ALLOT_EVENT_OFFERED = 73, /* what waited is there: the payment window begins */
  /* what was offered is not there any more: the window is over, and begins anew when it is
   * served */
  ALLOT_EVENT_OFFER_WITHDRAWN = 74,
  ALLOT_EVENT_PAYMENT_OVERDUE = 75, /* the payment window is over, and the grace begins */
  ALLOT_EVENT_LINE_LOST = 76,
  ALLOT_EVENT_OVERDUE_REMINDER = 77, /* the grace is nearly over */
  ALLOT_EVENT_PAYMENT_AUTHORISED = 78,
  ALLOT_EVENT_AUTHORISATION_LAPSED = 79,
  ALLOT_EVENT_LINE_SHIPPED = 80,
  ALLOT_EVENT_ORDER_SHIPPED = 81,
  ALLOT_EVENT_SHIPMENT_EXCEPTION = 82,
  ALLOT_EVENT_LINE_DELIVERED = 83,
  ALLOT_EVENT_PART_SHIPPED = 84,
  ALLOT_EVENT_LINE_UNSHIPPED = 85,
  ALLOT_EVENT_ORDER_REOPENED = 86,
  ALLOT_EVENT_DELIVERY_EXCEPTION = 87,
  ALLOT_EVENT_LINE_CANCELLED = 90,
  ALLOT_EVENT_ORDER_CHANGED = 91,
  ALLOT_EVENT_LINE_CHANGED = 92,
  ALLOT_EVENT_DEPOSIT_PAID = 93,
  ALLOT_EVENT_BALANCE_LAPSED = 94,
  ALLOT_EVENT_VOIDED = 95, /* the provider has let go of what was set aside */
  ALLOT_EVENT_LINE_NAMED = 96,
  ALLOT_EVENT_TAKEN_OVER = 97,
  ALLOT_EVENT_OWN_HOLD_TOLD = 98,
  ALLOT_EVENT_EXTENDED = 99,
  ALLOT_EVENT_RETURN_REQUESTED = 100,
  ALLOT_EVENT_RETURN_RESTOCKED = 101,   /* units that came back are for sale */
  ALLOT_EVENT_RETURN_QUARANTINED = 102, /* units that came back are stock, and not for sale */
  ALLOT_EVENT_RETURN_SCRAPPED = 103,    /* units that came back are thrown away */
  ALLOT_EVENT_RETURN_FORWARDED = 104,   /* units that came back go on to another node */
  ALLOT_EVENT_RETURN_EXCEPTION = 105,
  ALLOT_EVENT_RETURN_LAPSED = 106,
  ALLOT_EVENT_RETURN_COMPLETED = 107,
  ALLOT_EVENT_EXCEPTION_RAISED = 110,
  ALLOT_EVENT_EXCEPTION_ASSIGNED = 111,
  ALLOT_EVENT_EXCEPTION_RESOLVED = 112,
  ALLOT_EVENT_EXCEPTION_SOLVED = 113,
  ALLOT_EVENT_EXCEPTION_OVERDUE = 114,
  ALLOT_EVENT_EXCEPTIONS_MISSED = 115,
  ALLOT_EVENT_SKU_NAMED = 116,
  ALLOT_EVENT_LINE_RELEASED = 120,
  ALLOT_EVENT_LINE_PICKED = 121,
  ALLOT_EVENT_LINE_SHORT_PICKED = 122,
  ALLOT_EVENT_LINE_PUT_BACK = 123,
  ALLOT_EVENT_CANCEL_REQUESTED = 124,
  ALLOT_EVENT_CANCEL_AGREED = 125,  /* its goods go back on the shelf */
  ALLOT_EVENT_CANCEL_REFUSED = 126, /* it is too late: the order goes on */
  ALLOT_EVENT_LINE_PACKED = 127,
  ALLOT_EVENT_WAVE_BEGUN = 128,
  ALLOT_EVENT_WAVE_RELEASED = 129,
  ALLOT_EVENT_SERVICE_WARNING = 140,
  ALLOT_EVENT_SERVICE_BREACHED = 141,
  ALLOT_EVENT_SERVICE_KEPT = 142,
  ALLOT_EVENT_PARCEL_IN_TIME = 143, /* before the promise was to be kept */
  ALLOT_EVENT_PARCEL_LATE = 144,    /* at that time, or later */
  ALLOT_EVENT_PROMISES_MISSED = 145,
  ALLOT_EVENT_EXCHANGED = 150,
  ALLOT_EVENT_CREDIT_MOVED = 151,
  ALLOT_EVENT_CREDIT_LAPSED = 152,
  ALLOT_EVENT_RULE_HIT = 160,
  ALLOT_EVENT_ORDER_MERGED = 170,
  ALLOT_EVENT_LINE_MERGED = 171,
  ALLOT_EVENT_ORDER_SPLIT = 172,
  ALLOT_EVENT_LINE_SPLIT = 173,
  ALLOT_EVENT_SALE_MAYBE_KNOWN = 180,
  ALLOT_EVENT_LINE_MOVED = 181,
  ALLOT_EVENT_PARCEL_SHIPPED = 190,
  ALLOT_EVENT_PARCEL_UNASSIGNED = 191
};

/* How a line was taken, or an order accepted. */
enum {
  ALLOT_EVENT_FLAG_BOUNDED = 1,      /* sourced by the bounded fallback */
  ALLOT_EVENT_FLAG_SEVERAL_LOTS = 2, /* more lots than the one named gave units */
  ALLOT_EVENT_FLAG_WAITED = 4,       /* the line had been waiting */
  /* a sale that was imported has not been paid yet: it is unpaid, or on delivery */
  ALLOT_EVENT_FLAG_TO_BE_PAID = 8,
  ALLOT_EVENT_FLAG_SEVERAL_NODES = 16 /* more nodes than the one named gave units */
};

/* Where the values lie, whatever they are called: what each type of event puts where is said in
 * docs/commands.md. */
typedef struct allot_event_raw {
  allot_key order_key;
  uint32_t sku;
  uint32_t node;
  uint32_t quantity;
  uint16_t line;
  uint16_t reason;
  int64_t amount;
  int64_t time;
} allot_event_raw;

/* One fact, identified by (shard, epoch, sequence, ordinal). 64 bytes for ever. What it says is the
 * member that is called like its type: event.placed.parcels of an ALLOT_EVENT_PLACED. */
typedef struct allot_event {
  uint64_t sequence; /* of the command that the event belongs to, dense from 1 */
  uint32_t epoch;    /* rises with each recovery */
  uint16_t ordinal;  /* among the events of its sequence, from 0 */
  uint8_t type;      /* ALLOT_EVENT_* */
  uint8_t flags;     /* ALLOT_EVENT_FLAG_* */
  union {
    allot_event_raw raw;
    allot_event_refused refused;
    allot_event_duplicate duplicate;
    allot_event_ticked ticked;
    allot_event_defined defined;
    allot_event_skipped skipped;
    allot_event_time_kept time_kept;
    allot_event_stock_received stock_received;
    allot_event_stock_adjusted stock_adjusted;
    allot_event_stock_deficit stock_deficit;
    allot_event_safety_stock_set safety_stock_set;
    allot_event_stock_expired stock_expired;
    allot_event_lot_end_unknown lot_end_unknown;
    allot_event_feed_figure for_sale;
    allot_event_feed_figure sold_out;
    allot_event_feed_figure back_in_stock;
    allot_event_feed_complete feed_complete;
    allot_event_accepted placed;
    allot_event_accepted imported;
    allot_event_line_taken line_held;
    allot_event_line_taken line_allocated;
    allot_event_line_not_taken line_waiting;
    allot_event_line_refused line_refused;
    allot_event_line_not_taken line_short;
    allot_event_in_review in_review;
    allot_event_ship_stop ship_stop;
    allot_event_allocated allocated;
    allot_event_ended cancelled;
    allot_event_expired expired;
    allot_event_paid paid;
    allot_event_payment_changed payment_pending;
    allot_event_payment_changed payment_failed;
    allot_event_refund_due refund_due;
    allot_event_accepted retaken;
    allot_event_reminder reminder;
    allot_event_review_approved review_approved;
    allot_event_ended review_rejected;
    allot_event_cap_exceeded cap_exceeded;
    allot_event_payment_unassigned payment_unassigned;
    allot_event_capture_due capture_due;
    allot_event_shipped_elsewhere shipped_elsewhere;
    allot_event_news_kept news_kept;
    allot_event_news_unclaimed news_unclaimed;
    allot_event_payment_recorded authorised;
    allot_event_payment_recorded captured;
    allot_event_payment_recorded refunded;
    allot_event_payment_recorded reversed;
    allot_event_payment_recorded charged_back;
    allot_event_balance balance;
    allot_event_unpaid unpaid;
    allot_event_offer offered;
    allot_event_offer offer_withdrawn;
    allot_event_overdue payment_overdue;
    allot_event_line_lost line_lost;
    allot_event_overdue overdue_reminder;
    allot_event_payment_authorised payment_authorised;
    allot_event_authorisation_lapsed authorisation_lapsed;
    allot_event_line_shipped line_shipped;
    allot_event_order_shipped order_shipped;
    allot_event_shipment_exception shipment_exception;
    allot_event_line_delivered line_delivered;
    allot_event_part_shipped part_shipped;
    allot_event_line_unshipped line_unshipped;
    allot_event_order_reopened order_reopened;
    allot_event_delivery_exception delivery_exception;
    allot_event_line_cancelled line_cancelled;
    allot_event_order_changed order_changed;
    allot_event_line_changed line_changed;
    allot_event_deposit_paid deposit_paid;
    allot_event_balance_lapsed balance_lapsed;
    allot_event_payment_recorded voided;
    allot_event_line_named line_named;
    allot_event_taken_over taken_over;
    allot_event_own_hold_told own_hold_told;
    allot_event_extended extended;
    allot_event_return_requested return_requested;
    allot_event_returned return_restocked;
    allot_event_returned return_quarantined;
    allot_event_returned return_scrapped;
    allot_event_returned return_forwarded;
    allot_event_return_exception return_exception;
    allot_event_return_lapsed return_lapsed;
    allot_event_return_completed return_completed;
    allot_event_exception_raised exception_raised;
    allot_event_exception_assigned exception_assigned;
    allot_event_exception_resolved exception_resolved;
    allot_event_exception_solved exception_solved;
    allot_event_exception_overdue exception_overdue;
    allot_event_exceptions_missed exceptions_missed;
    allot_event_sku_named sku_named;
    allot_event_line_released line_released;
    allot_event_line_picked line_picked;
    allot_event_line_short_picked line_short_picked;
    allot_event_line_put_back line_put_back;
    allot_event_cancel_requested cancel_requested;
    allot_event_cancel_answered cancel_agreed;
    allot_event_cancel_answered cancel_refused;
    allot_event_line_packed line_packed;
    allot_event_wave_begun wave_begun;
    allot_event_wave_released wave_released;
    allot_event_service_warning service_warning;
    allot_event_service_breached service_breached;
    allot_event_service_kept service_kept;
    allot_event_parcel_left parcel_in_time;
    allot_event_parcel_left parcel_late;
    allot_event_promises_missed promises_missed;
    allot_event_exchanged exchanged;
    allot_event_credit_moved credit_moved;
    allot_event_credit_lapsed credit_lapsed;
    allot_event_rule_hit rule_hit;
    allot_event_order_merged order_merged;
    allot_event_line_merged line_merged;
    allot_event_order_split order_split;
    allot_event_line_split line_split;
    allot_event_sale_maybe_known sale_maybe_known;
    allot_event_line_moved line_moved;
    allot_event_parcel_shipped parcel_shipped;
    allot_event_parcel_unassigned parcel_unassigned;
  };
} allot_event;

#ifdef __cplusplus
extern "C" {
#endif

/* Returns: [view] the name of a type of event, such as "placed"; "unknown" for other numbers.
 * Any thread. */
ALLOT_API const char* allot_event_type_name(uint32_t number);
/* Returns: [view] the name of one flag, such as "bounded"; "unknown" for other numbers. Any thread.
 */
ALLOT_API const char* allot_event_flag_name(uint32_t flag);

#ifdef __cplusplus
}
#endif

#endif /* ALLOT_C_EVENTS_H */
