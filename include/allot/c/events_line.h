/* What the events of the group line say: members of an allot_event. What is absent or unused is
 * 0.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_EVENTS_LINE_H
#define ALLOT_C_EVENTS_LINE_H

#include "allot/c/types.h"

/* Units of a line were taken at one node: held until paid and cleared, or allocated at once.
 * `flags` of the event: how they were taken. */
typedef struct allot_event_line_taken {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what */
  uint32_t node;       /* where */
  uint32_t quantity;   /* how many; units */
  uint16_t line;       /* which line, from 0, after merging */
  uint8_t unused[2];
  uint64_t lot; /* the first lot that they were taken from */
  uint8_t unused2[8];
} allot_event_line_taken;

/* Units of a line wait for stock. line_short: those of an imported order, which is owed them. */
typedef struct allot_event_line_not_taken {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what */
  uint32_t unused;
  uint32_t quantity; /* how many; units */
  uint16_t line;     /* which line, from 0, after merging */
  uint8_t unused2[18];
} allot_event_line_not_taken;

/* A line was dropped; the order goes on, unless refused follows. */
typedef struct allot_event_line_refused {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what */
  uint32_t unused;
  uint32_t quantity; /* how many; units */
  uint16_t line;     /* which line, from 0, after merging */
  uint16_t reason;   /* why; ALLOT_REASON_* */
  uint8_t unused2[16];
} allot_event_line_refused;

/* Units that were promised to a line cannot be had: it does not hold them any more, and waits
 * for them at the rank that it had. line_waiting or line_short follows; of an order that is
 * shipped whole, for each of its lines, since it holds nothing then. */
typedef struct allot_event_line_lost {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what */
  uint32_t node;       /* where it held them */
  uint32_t quantity;   /* how many; units */
  uint16_t line;       /* which line, from 0, after merging */
  uint16_t reason;     /* why; ALLOT_REASON_* */
  uint64_t lot;        /* the lot that it held them from */
  uint8_t unused[8];
} allot_event_line_lost;

/* A line has a number of its own, or a date on which it is wanted. */
typedef struct allot_event_line_named {
  allot_key order_key; /* which order; 0: none */
  uint32_t sku;        /* of what */
  uint32_t unused;
  uint32_t quantity; /* that it is to have; units */
  /* which line, from 0, after merging: all that is told of it names it by this */
  uint16_t line;
  uint8_t unused2[2];
  int64_t line_number; /* the line's number as the shop has it; absent when it has none */
  int64_t wanted_at;   /* when the customer wants it; absent when no date was said; ns since 1970 */
} allot_event_line_named;

#endif /* ALLOT_C_EVENTS_LINE_H */
