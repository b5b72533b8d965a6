/* What the events of the group payment say: members of an allot_event. What is absent or unused
 * is 0.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_EVENTS_PAYMENT_H
#define ALLOT_C_EVENTS_PAYMENT_H

#include "allot/c/types.h"

/* A payment was recorded. */
typedef struct allot_event_paid {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[8];
  uint32_t version; /* of the order afterwards */
  uint8_t unused2[2];
  uint16_t reason; /* already_paid or paid_too_late; absent when neither; ALLOT_REASON_* */
  int64_t value;   /* of the order; minor units */
  int64_t paid_at; /* as the command says; ns since 1970 */
} allot_event_paid;

/* News of a payment was recorded. */
typedef struct allot_event_payment_changed {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[8];
  uint32_t version; /* of the order afterwards */
  uint8_t unused2[2];
  /* order_ended or already_paid: then nothing changed; absent when neither; ALLOT_REASON_* */
  uint16_t reason;
  uint8_t unused3[8];
  int64_t pay_by; /* end of the payment window; absent when none runs; ns since 1970 */
} allot_event_payment_changed;

/* The host owes the money back. */
typedef struct allot_event_refund_due {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[14];
  /* paid_too_late or order_forgotten when that is the cause, or what a purchase cap said;
   * ALLOT_REASON_*; 0: none */
  uint16_t reason;
  int64_t value; /* of the order; minor units */
  uint8_t unused2[8];
} allot_event_refund_due;

/* The order is still not paid, and pay_by is near. */
typedef struct allot_event_reminder {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[24];
  int64_t pay_by; /* end of the payment window; ns since 1970; 0: none */
} allot_event_reminder;

/* A payment is that of no order which is known whole: it was made before the one that has its
 * order_key was placed, or that one ended so long ago that only a stub of it is left. It is
 * recorded here; of a stub refund_due follows with the amount, unless it was paid before. */
typedef struct allot_event_payment_unassigned {
  allot_key order_key; /* the key that the payment names; 0: none */
  uint8_t unused[14];
  /* paid_before_placed; of a stub also order_forgotten, or already_paid; ALLOT_REASON_* */
  uint16_t reason;
  /* sequence at which the order that has the key now, or the stub, was placed */
  uint64_t placed_sequence;
  int64_t paid_at; /* as the command says; ns since 1970 */
} allot_event_payment_unassigned;

#endif /* ALLOT_C_EVENTS_PAYMENT_H */
