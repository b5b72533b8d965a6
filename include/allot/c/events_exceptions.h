/* What the events of the group exceptions say: members of an allot_event. What is absent or
 * unused is 0.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_EVENTS_EXCEPTIONS_H
#define ALLOT_C_EVENTS_EXCEPTIONS_H

#include "allot/c/types.h"

/* Somebody has to look after this. The event that says what happened comes before it in the same
 * step. */
typedef struct allot_event_exception_raised {
  allot_key order_key; /* of which order; absent where nobody knows */
  uint32_t sku;        /* of which SKU; absent when it is of none, or of several */
  uint32_t exception;  /* by which it is assigned and resolved */
  uint32_t units;      /* units that it is about; absent when it is about money alone */
  uint8_t kind;        /* what it is about; ALLOT_EXCEPTION_KIND_* */
  uint8_t unused[1];
  /* what is wrong, as the event before it says; absent when it says none; ALLOT_REASON_* */
  uint16_t reason;
  /* money that it is about; absent when it is about units alone, or nobody knows; minor units */
  int64_t amount;
  int64_t due_at; /* its deadline; absent when it has none; ns since 1970 */
} allot_event_exception_raised;

/* An exception has another owner. */
typedef struct allot_event_exception_assigned {
  allot_key order_key; /* of which order; 0: none */
  uint32_t unused;
  uint32_t exception; /* which one */
  uint32_t unused2;
  /* what it is about; absent when it was closed before; ALLOT_EXCEPTION_KIND_* */
  uint8_t kind;
  uint8_t unused3[1];
  /* absent, or that it was closed before and nothing was done; ALLOT_REASON_* */
  uint16_t reason;
  uint64_t owner; /* who looks after it; absent for nobody */
  uint8_t unused4[8];
} allot_event_exception_assigned;

/* An exception was looked after: it is closed. */
typedef struct allot_event_exception_resolved {
  allot_key order_key; /* of which order; 0: none */
  uint32_t unused;
  uint32_t exception; /* which one */
  uint8_t outcome;    /* what came of it; ALLOT_RESOLUTION_* */
  uint8_t unused2[3];
  /* what it was about; absent when it was closed before; ALLOT_EXCEPTION_KIND_* */
  uint8_t kind;
  uint8_t unused3[1];
  /* absent, or that it was closed before and nothing was done; ALLOT_REASON_* */
  uint16_t reason;
  /* token of a note or a document that says more; absent when none was given */
  uint64_t reference;
  uint8_t unused4[8];
} allot_event_exception_resolved;

/* What an exception was about is so no more: it is closed, whoever looked after it. */
typedef struct allot_event_exception_solved {
  allot_key order_key; /* of which order; 0: none */
  uint32_t unused;
  uint32_t exception; /* which one */
  uint32_t unused2;
  uint8_t kind; /* what it was about; ALLOT_EXCEPTION_KIND_* */
  uint8_t unused3[3];
  uint64_t owner; /* who looked after it; absent for nobody */
  uint8_t unused4[8];
} allot_event_exception_solved;

/* The deadline of an exception has come, and it is open. Told once. */
typedef struct allot_event_exception_overdue {
  allot_key order_key; /* of which order; 0: none */
  uint32_t sku;        /* of which SKU; absent when it is of none, or of several */
  uint32_t exception;  /* which one */
  uint32_t unused;
  uint8_t kind; /* what it is about; ALLOT_EXCEPTION_KIND_* */
  uint8_t unused2[3];
  uint64_t owner; /* who looks after it; absent for nobody */
  int64_t due_at; /* its deadline; ns since 1970 */
} allot_event_exception_overdue;

/* Exceptions of this step found exceptions_max of them open, and were not raised: what happened
 * is told by its own events only. */
typedef struct allot_event_exceptions_missed {
  uint8_t unused[24];
  uint32_t missed; /* exceptions of this step */
  uint32_t unused2;
  int64_t missed_ever; /* of all steps until now */
  uint8_t unused3[8];
} allot_event_exceptions_missed;

/* An article was named by its code. */
typedef struct allot_event_sku_named {
  uint8_t unused[16];
  uint32_t sku; /* by which facts name it from now on */
  uint8_t unused2[28];
} allot_event_sku_named;

#endif /* ALLOT_C_EVENTS_EXCEPTIONS_H */
