/* What the events of the group floor say: members of an allot_event. What is absent or unused is
 * 0.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_EVENTS_FLOOR_H
#define ALLOT_C_EVENTS_FLOOR_H

#include "allot/c/types.h"

/* What a line has is to be picked, at one node or at several. `flags` of the event: of several
 * lots, or at several nodes. */
typedef struct allot_event_line_released {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what */
  uint32_t node;       /* where; the first node where there are several */
  uint32_t quantity;   /* how many; units */
  uint16_t line;       /* which line, from 0, after merging */
  uint8_t unused[2];
  uint64_t lot; /* the first lot to pick from; absent where it has no number */
  uint8_t unused2[8];
} allot_event_line_released;

/* Units of a line were picked. `flags` of the event: from several lots. */
typedef struct allot_event_line_picked {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what */
  uint32_t node;       /* where */
  uint32_t quantity;   /* how many; units */
  uint16_t line;       /* which line, from 0, after merging */
  uint8_t unused[2];
  uint64_t lot; /* the first lot that they were picked from; absent where it has no number */
  uint8_t unused2[8];
} allot_event_line_picked;

/* Units of a line could not be picked; it waits for others. `flags` of the event: of several
 * lots. */
typedef struct allot_event_line_short_picked {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what */
  uint32_t node;       /* where */
  uint32_t quantity;   /* how many; units */
  uint16_t line;       /* which line, from 0, after merging */
  uint16_t reason;     /* what is wrong with them; ALLOT_REASON_* */
  /* the first lot that they should have been picked from; absent where it has no number */
  uint64_t lot;
  uint8_t unused[8];
} allot_event_line_short_picked;

/* Units that were picked for a line are back on the shelf, and still its own. `flags` of the
 * event: into several lots, or at several nodes. */
typedef struct allot_event_line_put_back {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what */
  uint32_t node;       /* where; the first node where there are several */
  uint32_t quantity;   /* how many; units */
  uint16_t line;       /* which line, from 0, after merging */
  uint8_t unused[2];
  /* the lot that they are in, the first of several; absent where it has no number */
  uint64_t lot;
  uint8_t unused2[8];
} allot_event_line_put_back;

/* An order is to end of which something is on the floor: the nodes have to say whether it can. */
typedef struct allot_event_cancel_requested {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[8];
  uint32_t units; /* units that are to be picked, or were */
  uint8_t unused2[2];
  uint16_t reason; /* why it is to end; absent when it was cancelled; ALLOT_REASON_* */
  int64_t value;   /* of the order; minor units */
  uint8_t unused3[8];
} allot_event_cancel_requested;

/* A node has answered for an order that was asked back. */
typedef struct allot_event_cancel_answered {
  allot_key order_key; /* which order; 0: none */
  uint32_t unused;
  uint32_t node; /* which node; absent where it was all of them */
  uint8_t unused2[24];
} allot_event_cancel_answered;

/* Units of a line were put into a parcel. */
typedef struct allot_event_line_packed {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what */
  uint32_t node;       /* where */
  uint32_t quantity;   /* how many; units */
  uint16_t line;       /* which line, from 0, after merging */
  uint8_t unused[2];
  uint64_t parcel_key; /* of the parcel */
  int64_t weight_g;    /* of the whole parcel; absent when it was not weighed */
} allot_event_line_packed;

/* Orders for a wave are looked for. */
typedef struct allot_event_wave_begun {
  uint8_t unused[32];
  uint64_t wave_key; /* by which the host knows the wave */
  uint8_t unused2[8];
} allot_event_wave_begun;

/* All orders of a wave are on the floor. */
typedef struct allot_event_wave_released {
  uint8_t unused[24];
  uint32_t orders; /* orders of which anything was released by it */
  uint32_t unused2;
  uint64_t wave_key; /* by which the host knows the wave */
  /* orders that fitted when they were looked at, and did not when it was their turn, or found
   * the floor full; absent when there are none */
  int64_t passed_over;
} allot_event_wave_released;

/* A parcel has left, with the last that lay in it. */
typedef struct allot_event_parcel_shipped {
  uint8_t unused[32];
  uint64_t parcel_key; /* by which the host knows the parcel */
  /* of the whole parcel, as it was told last; absent when it was not weighed */
  int64_t weight_g;
} allot_event_parcel_shipped;

/* A parcel has left of which nobody knows what lay in it. */
typedef struct allot_event_parcel_unassigned {
  uint8_t unused[30];
  uint16_t reason;     /* that nothing lies in a parcel of this key; ALLOT_REASON_* */
  uint64_t parcel_key; /* by which the host knows the parcel */
  uint64_t tracking;   /* token of the carrier's number; absent when none was given */
} allot_event_parcel_unassigned;

#endif /* ALLOT_C_EVENTS_FLOOR_H */
