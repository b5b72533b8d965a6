/* The commands of the group fulfilment as C structs: members of `body` of an allot_command.
 * Start each with allot_command_init, which sets what is said here to be set. What each does:
 * docs/rules.md.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_COMMANDS_FULFILMENT_H
#define ALLOT_C_COMMANDS_FULFILMENT_H

#include "allot/c/types.h"
#include "allot/c/values.h"

/* Fact: units of an order were picked: they lie ready for it, and nobody else has them. It has
 * happened, so it is recorded whatever was promised. */
typedef struct allot_pick {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* for which order; not 0 */
  uint32_t sku;          /* what was picked; not 0 */
  uint32_t node;         /* where; not 0 */
  uint64_t lot;          /* from this lot; 0 is any */
  uint32_t quantity;     /* how many; 0 is all that is to be picked there; units, at most 2^31-1 */
  uint32_t reserved;
} allot_pick;

/* Fact: units that an order has at a node could not be picked. It waits for others at its old
 * rank. */
typedef struct allot_short_pick {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* for which order; not 0 */
  uint32_t sku;          /* what could not be picked; not 0 */
  uint32_t node;         /* where; not 0 */
  uint64_t lot;          /* from this lot; 0 is any */
  uint32_t quantity;     /* how many; 0 is all that is to be picked there; units, at most 2^31-1 */
  uint8_t why;           /* what is wrong with them; ALLOT_SHORT_PICK_CAUSE_* */
  uint8_t reserved[3];
} allot_short_pick;

/* Fact: goods left for the customer: all that the order has, what it has at one node, or units
 * of one SKU from wherever they were taken. It has happened, so it is recorded whatever was
 * promised. */
typedef struct allot_ship {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
  uint32_t sku;          /* what left; 0 is all SKUs of the order */
  /* from where; 0 is wherever the order has it. Needed where quantity is given */
  uint32_t node;
  uint64_t lot;      /* of sku, from this lot; 0 is any */
  uint32_t quantity; /* of sku; 0 is all that the order has there; units, at most 2^31-1 */
  uint32_t reserved;
  uint64_t tracking; /* token of the parcel; 0 is absent */
} allot_ship;

/* Fact: goods that were shipped arrived. */
typedef struct allot_deliver {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
  uint32_t sku;          /* what arrived; 0 is all that was shipped */
  uint32_t quantity;     /* of sku; 0 is all that is on its way; units, at most 2^31-1 */
  uint64_t tracking;     /* token of the parcel; 0 is absent */
} allot_deliver;

/* A node says what becomes of an order that was asked back. */
typedef struct allot_answer_cancel {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
  uint32_t node;         /* which node answers; 0 is all of them */
  uint8_t answer;        /* whether the goods go back on the shelf; ALLOT_CANCEL_ANSWER_* */
  uint8_t reserved[3];
} allot_answer_cancel;

/* Fact: units that were reported as shipped have not left: they are where the command says. It
 * has happened, so it is recorded; what was not shipped is told. */
typedef struct allot_ship_undone {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
  uint32_t sku;          /* what has not left; not 0 */
  uint32_t node;         /* where it is; not 0 */
  uint64_t lot;          /* in this lot; 0 is the one without a number */
  /* how many; 0 is all that was shipped and has neither arrived nor come back; units, at most
   * 2^31-1 */
  uint32_t quantity;
  /* whether the order has the units, or waits for others in their place; ALLOT_UNDONE_TO_* */
  uint8_t to;
  uint8_t reserved[3];
  uint64_t tracking; /* token of the parcel; 0 is absent */
} allot_ship_undone;

/* What an order has at a node goes to the floor: it is to be picked. From then on a cancel is a
 * request that the node answers. */
typedef struct allot_release_order {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; it has to be firm; not 0 */
  uint32_t node;         /* at which node; 0 is all at which it has anything */
  uint32_t reserved;
} allot_release_order;

#endif /* ALLOT_C_COMMANDS_FULFILMENT_H */
