/* What the events of the group firmness say: members of an allot_event. What is absent or unused
 * is 0.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_EVENTS_FIRMNESS_H
#define ALLOT_C_EVENTS_FIRMNESS_H

#include "allot/c/types.h"

/* Money is to come in now: of an authorised order for goods that left, of one that is paid on
 * delivery for goods that arrived. */
typedef struct allot_event_capture_due {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[16];
  int64_t value; /* what is to be captured beyond what was told before; minor units */
  uint8_t unused2[8];
} allot_event_capture_due;

/* All that is due for the order was set aside or has come in, in a channel whose orders are firm
 * then; or, of one that is authorised, that counts until another time now. */
typedef struct allot_event_payment_authorised {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[8];
  uint32_t version; /* of the order afterwards */
  uint8_t unused2[2];
  uint16_t reason; /* paid_too_late where that is so; else absent; ALLOT_REASON_* */
  int64_t value;   /* of the order; minor units */
  int64_t pay_by;  /* when what was set aside lapses; absent when it does not; ns since 1970 */
} allot_event_payment_authorised;

/* What was set aside for an order counts no more, and was not all captured. Unpaid follows. */
typedef struct allot_event_authorisation_lapsed {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[16];
  int64_t amount;    /* what was set aside, and not captured; minor units */
  int64_t lapsed_at; /* when it lapsed; ns since 1970 */
} allot_event_authorisation_lapsed;

/* The deposit of the order has come in: it is firm, and its balance window begins. */
typedef struct allot_event_deposit_paid {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[8];
  uint32_t version; /* of the order afterwards */
  uint8_t unused2[2];
  uint16_t reason; /* paid_too_late where that is so; else absent; ALLOT_REASON_* */
  int64_t deposit; /* which had to come in; minor units */
  int64_t pay_by;  /* end of the balance window; absent when none runs; ns since 1970 */
} allot_event_deposit_paid;

/* The balance of an order was not paid in time. It ends: expired follows, or cancel_requested. */
typedef struct allot_event_balance_lapsed {
  allot_key order_key; /* which order; 0: none */
  uint8_t unused[16];
  /* what of its deposit the shop keeps; absent when it is due back; minor units */
  int64_t kept;
  int64_t pay_by; /* end of the balance window; ns since 1970 */
} allot_event_balance_lapsed;

#endif /* ALLOT_C_EVENTS_FIRMNESS_H */
