/* What the events of the group after_sale say: members of an allot_event. What is absent or
 * unused is 0.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_EVENTS_AFTER_SALE_H
#define ALLOT_C_EVENTS_AFTER_SALE_H

#include "allot/c/types.h"

/* A customer has a time for sending goods back. */
typedef struct allot_event_return_requested {
  allot_key order_key; /* of which order; 0: none */
  uint32_t sku;        /* what; absent when it is all SKUs of the order */
  uint32_t unused;
  uint32_t units; /* how many; units */
  uint8_t why;    /* why the customer does not want it; ALLOT_RETURN_REASON_* */
  uint8_t unused2[3];
  uint64_t return_key; /* by which the host knows the return */
  int64_t until;       /* the end of the window; ns since 1970 */
} allot_event_return_requested;

/* Units came back. */
typedef struct allot_event_returned {
  allot_key order_key; /* of which order; absent where nobody knows */
  uint32_t sku;        /* of what */
  uint32_t node;       /* where */
  uint32_t units;      /* how many; units */
  uint32_t unused;
  /* the lot that they went into; absent where it has no number, or they went into none */
  uint64_t lot;
  uint64_t return_key; /* the return that was requested; absent when none was */
} allot_event_returned;

/* What came back is not what was shipped or agreed on. It is recorded; somebody has to look. */
typedef struct allot_event_return_exception {
  allot_key order_key; /* of which order; absent where nobody knows */
  uint32_t sku;        /* of what */
  uint32_t node;       /* where */
  uint32_t units;      /* that it is about; units */
  uint8_t unused[2];
  uint16_t reason; /* what is wrong; ALLOT_REASON_* */
  uint8_t unused2[8];
  uint64_t return_key; /* the return, as the command says; absent when it says none */
} allot_event_return_exception;

/* The window of a return is over, and not all of it has come back. */
typedef struct allot_event_return_lapsed {
  allot_key order_key; /* of which order; 0: none */
  uint32_t sku;        /* what; absent when it is all SKUs of the order */
  uint32_t unused;
  uint32_t units; /* how many have not come back; units */
  uint32_t unused2;
  uint64_t return_key; /* by which the host knows the return */
  int64_t until;       /* the end of the window; ns since 1970 */
} allot_event_return_lapsed;

/* All that was to come back has. */
typedef struct allot_event_return_completed {
  allot_key order_key; /* of which order; 0: none */
  uint32_t sku;        /* what; absent when it is all SKUs of the order */
  uint32_t unused;
  uint32_t units; /* how many came back; units */
  uint32_t unused2;
  uint64_t return_key; /* by which the host knows the return */
  uint8_t unused3[8];
} allot_event_return_completed;

/* An order was placed for goods that are to come back from another one; return_requested of the
 * same return_key, before this, names that. */
typedef struct allot_event_exchanged {
  allot_key order_key; /* the new order; 0: none */
  uint8_t unused[12];
  uint8_t counts; /* when the credit counts; ALLOT_CREDIT_WHEN_* */
  uint8_t unused2[3];
  /* of what the old goods cost, what is for the new order once they are back; minor units */
  int64_t credit;
  uint64_t return_key; /* by which the host knows the return */
} allot_event_exchanged;

/* Goods came back in exchange: money of their order is the new order's from now on. */
typedef struct allot_event_credit_moved {
  allot_key order_key; /* the new order; 0: none */
  uint8_t unused[14];
  uint16_t reason;     /* ok, or that the new order is not known any more; ALLOT_REASON_* */
  int64_t amount;      /* how much; minor units */
  uint64_t return_key; /* by which the host knows the return */
} allot_event_credit_moved;

/* Of what was to be credited a part, or all, is not: the old goods did not come back in time,
 * are worth less, or their money has gone. It is the customer's to pay. */
typedef struct allot_event_credit_lapsed {
  allot_key order_key; /* the new order; 0: none */
  uint8_t unused[16];
  int64_t amount;      /* how much; minor units */
  uint64_t return_key; /* by which the host knows the return */
} allot_event_credit_lapsed;

#endif /* ALLOT_C_EVENTS_AFTER_SALE_H */
