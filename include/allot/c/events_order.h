/* What the events of the group order say: members of an allot_event. What is absent or unused is
 * 0.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_EVENTS_ORDER_H
#define ALLOT_C_EVENTS_ORDER_H

#include "allot/c/types.h"

/* An order was accepted. Its lines follow. `flags` of the event: bounded, when the exact search
 * was not used; to_be_paid. */
typedef struct allot_event_accepted {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[8];
  uint32_t parcels; /* distinct nodes that the order takes from now; parcels */
  uint16_t lines;   /* lines after merging those of the same SKU */
  uint8_t unused2[2];
  int64_t cost;   /* parcel and unit costs of the lanes chosen; minor units */
  int64_t pay_by; /* end of the payment window; absent when none runs; ns since 1970 */
} allot_event_accepted;

/* The order waits for a review_decision. */
typedef struct allot_event_in_review {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[8];
  uint32_t version; /* what a review_decision has to name */
  uint8_t unused2[2];
  uint16_t reason; /* why; ALLOT_REASON_* */
  uint8_t unused3[8];
  int64_t review_by; /* deadline of the review; absent while it does not run; ns since 1970 */
} allot_event_in_review;

/* An imported order breaks a rule of risk, or a purchase cap: it is recorded, and must not ship
 * before a review. */
typedef struct allot_event_ship_stop {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[8];
  uint32_t version; /* what a review_decision has to name */
  uint8_t unused2[2];
  /* why; absent when it was told before, and the order came back after it had expired;
   * ALLOT_REASON_* */
  uint16_t reason;
  uint8_t unused3[16];
} allot_event_ship_stop;

/* The order is paid and cleared: everything it holds is allocated. */
typedef struct allot_event_allocated {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[32];
} allot_event_allocated;

/* The order ended: cancelled by its owner, or review_rejected. */
typedef struct allot_event_ended {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[8];
  uint32_t units; /* units that it held and gave back */
  uint32_t unused2;
  int64_t value; /* of the order; minor units */
  uint8_t unused3[8];
} allot_event_ended;

/* The order was not paid in time and ended. */
typedef struct allot_event_expired {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[8];
  uint32_t units; /* units that it held and gave back */
  uint32_t unused2;
  int64_t value;  /* of the order; minor units */
  int64_t pay_by; /* the deadline that it missed; ns since 1970; 0: none */
} allot_event_expired;

/* The review let the order go on. */
typedef struct allot_event_review_approved {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[8];
  uint32_t version; /* of the order afterwards */
  uint8_t unused2[12];
  int64_t pay_by; /* end of the payment window; absent when none runs; ns since 1970 */
} allot_event_review_approved;

/* An imported order goes beyond a purchase cap, or cannot be counted by it. It is recorded. */
typedef struct allot_event_cap_exceeded {
  allot_key order_key; /* which order; 0: none */
  uint32_t unused;
  uint32_t cap;    /* which cap */
  uint32_t excess; /* units or orders, as the cap counts, beyond it or not counted */
  uint8_t unused2[2];
  uint16_t reason; /* cap_reached; or why they are not counted; ALLOT_REASON_* */
  int64_t debited; /* those within the cap: debited */
  /* when the next window of the cap begins; absent when it has one for ever; ns since 1970 */
  int64_t next_window_at;
} allot_event_cap_exceeded;

/* A sale was recorded that somebody else ships. It takes nothing, and has ended. */
typedef struct allot_event_shipped_elsewhere {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[8];
  uint32_t units; /* of all lines; units */
  uint16_t lines; /* lines after merging those of the same SKU */
  uint8_t unused2[2];
  int64_t value;   /* of the order; minor units */
  int64_t sold_at; /* when the sale was made; ns since 1970 */
} allot_event_shipped_elsewhere;

/* A sale was imported that was made no later than one of which nothing is known any more, not
 * even that there was one: it may be that one, told again. It takes nothing, and no order has
 * its key, until it is imported again with known_new and another command_key. */
typedef struct allot_event_sale_maybe_known {
  allot_key order_key; /* of the order that it would be; 0: none */
  uint8_t unused[8];
  uint32_t units; /* of all lines; units */
  uint16_t lines; /* lines after merging those of the same SKU */
  uint8_t unused2[2];
  int64_t value;   /* what would be due; minor units */
  int64_t sold_at; /* when the sale was made; ns since 1970 */
} allot_event_sale_maybe_known;

#endif /* ALLOT_C_EVENTS_ORDER_H */
