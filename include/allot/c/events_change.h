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

#endif /* ALLOT_C_EVENTS_CHANGE_H */
