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

/* The host owes money back. */
typedef struct allot_event_refund_due {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[14];
  /* paid_too_late or order_forgotten when that is the cause, or what a purchase cap said;
   * ALLOT_REASON_*; 0: none */
  uint16_t reason;
  int64_t value; /* what is due back beyond what was told before; minor units */
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

/* A command payment was recorded. */
typedef struct allot_event_payment_recorded {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[14];
  /* payment_known, or payment_conflict where the amount was another: nothing changed, it was
   * recorded before; paid_before_placed or order_forgotten: it counts for no order that is known
   * whole; authorisation_lapsed: it counts for nothing, since it ended before it came;
   * beyond_captured: more has gone back than came in; absent when none of these; ALLOT_REASON_* */
  uint16_t reason;
  int64_t amount; /* as the command says; minor units */
  int64_t at;     /* as the command says, or when that came; ns since 1970 */
} allot_event_payment_recorded;

/* How the money of an order stands, of which a command payment was recorded: told behind each,
 * and whenever it may have changed since. */
typedef struct allot_event_balance {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[16];
  /* what is due and has not come in, or went back again; at most 2^63-1 is told; minor units */
  int64_t open;
  /* what has come in and is not due, or no more: it is to be refunded; minor units */
  int64_t refund_due;
} allot_event_balance;

/* The order is not paid any more, nor deposited, since money went back that had come in or more
 * is due, or not authorised, since that lapsed or does not suffice. What was allocated is held
 * again until it is paid or authorised. Where it is paid when the goods arrive, allocated
 * follows. */
typedef struct allot_event_unpaid {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[8];
  uint32_t version; /* of the order afterwards */
  uint8_t unused2[12];
  /* end of the payment window; absent when none runs, as of an order that has ended; ns since
   * 1970 */
  int64_t pay_by;
} allot_event_unpaid;

/* An order that waited holds something, and may be paid: the payment window of its offer. */
typedef struct allot_event_offer {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[24];
  int64_t pay_by; /* end of the payment window; ns since 1970; 0: none */
} allot_event_offer;

/* The order was not paid by pay_by, and keeps what it holds for a grace. */
typedef struct allot_event_overdue {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[16];
  int64_t value;     /* of the order; minor units */
  int64_t let_go_at; /* when it lets go of what it holds, and ends; ns since 1970; 0: none */
} allot_event_overdue;

#endif /* ALLOT_C_EVENTS_PAYMENT_H */
