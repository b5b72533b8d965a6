/* What the events of the group change say: members of an allot_event. What is absent or unused
 * is 0.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_EVENTS_CHANGE_H
#define ALLOT_C_EVENTS_CHANGE_H

#include "allot/c/types.h"

/* Units of a line were cancelled: the order has so many fewer. */
typedef struct allot_event_line_cancelled {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what */
  uint32_t node;       /* as the command says; absent when it says none */
  uint32_t quantity;   /* how many; units */
  uint16_t line;       /* which line, from 0, after merging */
  uint8_t unused[2];
  int64_t value;     /* by so much less is due for the order; minor units */
  int64_t gave_back; /* of them, those that it held, and gave back; units */
} allot_event_line_cancelled;

/* The order is another one than it was. What has become of its lines stands before this. */
typedef struct allot_event_order_changed {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[8];
  uint32_t version; /* of the order afterwards */
  uint16_t lines;   /* that it has, those of which nothing is left included; lines */
  uint8_t unused2[2];
  int64_t value;  /* of the order afterwards; minor units */
  int64_t pay_by; /* end of the payment window; absent when none runs; ns since 1970 */
} allot_event_order_changed;

/* A line is another one than it was, or new. What it has more is told by line_held or
 * line_allocated behind order_changed. */
typedef struct allot_event_line_changed {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what */
  uint32_t unused;
  uint32_t quantity; /* that it is to have now; units */
  uint16_t line;     /* which line, from 0, after merging */
  uint8_t unused2[2];
  int64_t value;     /* what is to be paid for it now; at most 2^63-1 is told; minor units */
  int64_t gave_back; /* units that it held, and gave back */
} allot_event_line_changed;

/* An unpaid order ended since the same shopper asked again for what it held: the order whose
 * placed follows in the same step has that now. No money is due; what is paid for it later is
 * due back. */
typedef struct allot_event_taken_over {
  allot_key order_key; /* which order, the old one; 0: none */
  uint8_t unused[8];
  uint32_t units; /* units that it held */
  uint32_t unused2;
  int64_t value; /* of the order; minor units */
  uint8_t unused3[8];
} allot_event_taken_over;

/* What is refused next in the same step is held, or debited of the cap that refuses, by an order
 * of the same shopper that is not paid: she may pay that one. */
typedef struct allot_event_own_hold_told {
  allot_key order_key; /* which order, the one that holds; 0: none */
  uint32_t sku;        /* its SKU; 0: none */
  uint32_t cap;        /* the purchase cap that refuses; 0: none */
  /* units of the SKU that the order holds, or what it debited of the cap, as that counts */
  uint32_t quantity;
  /* the line that is refused, from 0, after merging; absent where a cap refuses */
  uint16_t line;
  uint8_t unused[2];
  int64_t value; /* of the order; minor units */
  /* until when it may be paid; absent when no payment window runs; ns since 1970 */
  int64_t pay_by;
} allot_event_own_hold_told;

/* The payment window of an order ends later than it did. */
typedef struct allot_event_extended {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[8];
  uint32_t version; /* of the order afterwards */
  uint32_t unused2;
  int64_t before; /* when it ended before; ns since 1970 */
  int64_t pay_by; /* the end of the payment window; ns since 1970; 0: none */
} allot_event_extended;

/* An order ended since it went into another one, whose line_merged and order_changed follow in
 * the same step. What it held and was paid is that one's, and so is what is told of it later
 * under its key; what is asked of it is refused. */
typedef struct allot_event_order_merged {
  allot_key order_key; /* which order, the one that ended; 0: none */
  uint8_t unused[8];
  uint32_t units; /* units that it held */
  uint32_t unused2;
  int64_t value;          /* of the order; by so much more is due for the other one; minor units */
  uint64_t into_sequence; /* the sequence at which the order was placed into which it went */
} allot_event_order_merged;

/* A line has the units of a line of the order that was merged into its own: where they lie, or
 * waiting in the place of its order. */
typedef struct allot_event_line_merged {
  allot_key order_key; /* which order, the one that stays; 0: none */
  uint32_t sku;        /* of what */
  uint32_t unused;
  uint32_t quantity; /* that came; units */
  uint16_t line;     /* which line, from 0, after merging */
  uint8_t unused2[2];
  /* what is to be paid for all of the line now; at most 2^63-1 is told; minor units */
  int64_t value;
  int64_t waiting; /* of the units that came, those that wait */
} allot_event_line_merged;

/* A part of an order is this order from now on. Its lines, line_split, its payment and
 * order_changed follow in the same step; then those of the order that it was a part of,
 * line_changed and order_changed. `flags` of the event: to_be_paid when it has not been paid
 * yet. */
typedef struct allot_event_order_split {
  allot_key order_key; /* which order, the new one; 0: none */
  uint8_t unused[8];
  uint32_t units; /* units that went */
  uint32_t unused2;
  /* of the new order; by so much less is due for the other one; minor units */
  int64_t value;
  uint64_t from_sequence; /* the sequence at which the order was placed that it was a part of */
} allot_event_order_split;

/* A line of an order that was split off another one has these units of one of its lines: where
 * they lie, or waiting. */
typedef struct allot_event_line_split {
  allot_key order_key; /* which order, the new one; 0: none */
  uint32_t sku;        /* of what */
  uint32_t unused;
  uint32_t quantity; /* that came; units */
  uint16_t line;     /* which line, from 0 */
  uint8_t unused2[2];
  int64_t value;   /* what is to be paid for them; at most 2^63-1 is told; minor units */
  int64_t waiting; /* of the units that came, those that wait */
} allot_event_line_split;

/* Units of a line are not held there any more: what it has in their place is told by line_held
 * or line_allocated behind it. `flags` of the event: several_lots: of more than one. */
typedef struct allot_event_line_moved {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what */
  uint32_t node;       /* where it held them */
  uint32_t quantity;   /* how many; units */
  uint16_t line;       /* which line, from 0, after merging */
  uint8_t unused[2];
  uint64_t lot; /* the first lot that they were held of */
  uint8_t unused2[8];
} allot_event_line_moved;

#endif /* ALLOT_C_EVENTS_CHANGE_H */
