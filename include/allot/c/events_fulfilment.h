/* What the events of the group fulfilment say: members of an allot_event. What is absent or
 * unused is 0.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_EVENTS_FULFILMENT_H
#define ALLOT_C_EVENTS_FULFILMENT_H

#include "allot/c/types.h"

/* Units of a line left. They count for the line, wherever they were taken from. `flags` of the
 * event: how they were taken. */
typedef struct allot_event_line_shipped {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what */
  uint32_t node;       /* from where; the first node where there are several */
  uint32_t quantity;   /* how many; units */
  uint16_t line;       /* which line, from 0, after merging */
  uint8_t unused[2];
  uint64_t lot;      /* the first lot that they were taken from; absent where it has no number */
  uint64_t tracking; /* token of the parcel; absent when none was given */
} allot_event_line_shipped;

/* Nothing of the order is held, waits, or has to be shipped any more: it has ended. */
typedef struct allot_event_order_shipped {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[8];
  uint32_t units; /* units of it that were shipped */
  uint32_t unused2;
  int64_t value; /* of the order; minor units */
  uint8_t unused3[8];
} allot_event_order_shipped;

/* A shipment or a delivery is not what was promised. It is recorded; somebody has to look. */
typedef struct allot_event_shipment_exception {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what; absent when it is the order's matter */
  uint32_t node;       /* where; absent when it does not matter */
  uint32_t units;      /* that it is about; units */
  uint8_t unused[2];
  uint16_t reason; /* what is wrong; ALLOT_REASON_* */
  /* of not_paid, where the deposit has come in: what is open; else absent; minor units */
  int64_t open;
  uint64_t tracking; /* token of the parcel; absent when none was given */
} allot_event_shipment_exception;

/* Units of a line arrived. */
typedef struct allot_event_line_delivered {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what */
  uint32_t unused;
  uint32_t quantity; /* how many; units */
  uint16_t line;     /* which line, from 0, after merging */
  uint8_t unused2[10];
  uint64_t tracking; /* token of the parcel; absent when none was given */
} allot_event_line_delivered;

/* An order ended of which a part was shipped: that part stays shipped, the rest is not owed. */
typedef struct allot_event_part_shipped {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[8];
  uint32_t units; /* units of it that were shipped */
  uint32_t unused2;
  int64_t value; /* of them, at their price; minor units */
  uint8_t unused3[8];
} allot_event_part_shipped;

/* Units that were reported as shipped have not left. What the order has of them is told next, if
 * it goes on. */
typedef struct allot_event_line_unshipped {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what */
  uint32_t node;       /* where they are */
  uint32_t quantity;   /* how many; units */
  uint16_t line;       /* which line, from 0, after merging */
  uint8_t unused[2];
  uint64_t lot;      /* the lot that they are in; absent where it has no number */
  uint64_t tracking; /* token of the parcel; absent when none was given */
} allot_event_line_unshipped;

/* An order that had ended since all of it was shipped goes on: not all of it was. */
typedef struct allot_event_order_reopened {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[24];
  /* until when it may be paid; absent when that does not end, or it is paid; ns since 1970 */
  int64_t pay_by;
} allot_event_order_reopened;

/* Units that left are late, damaged, refused at the door, or lost. */
typedef struct allot_event_delivery_exception {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what; absent alike */
  uint32_t unused;
  uint32_t units; /* how many; units */
  /* which line, from 0, after merging; absent when it is all of the order that is late or
   * damaged */
  uint16_t line;
  uint16_t reason;   /* what is wrong; ALLOT_REASON_* */
  uint64_t tracking; /* token of the parcel; absent when none was given */
  int64_t at;        /* when it was found out; ns since 1970 */
} allot_event_delivery_exception;

#endif /* ALLOT_C_EVENTS_FULFILMENT_H */
