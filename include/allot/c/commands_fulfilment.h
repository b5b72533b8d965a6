/* The commands of the group fulfilment as C structs: members of `body` of an allot_command.
 * Start each with allot_command_init, which sets what is said here to be set. What each does:
 * docs/rules.md.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_COMMANDS_FULFILMENT_H
#define ALLOT_C_COMMANDS_FULFILMENT_H

#include "allot/c/types.h"
#include "allot/c/values.h"

/* All orders that fit go to the floor, the best rank first, in slices: it is told when that is
 * done. An order fits that release_order would take, and that is all that the fields say. */
typedef struct allot_release_wave {
  allot_key command_key; /* makes the command idempotent */
  uint64_t wave_key;     /* token by which the host knows the wave; not 0 */
  uint32_t node;         /* what orders have at this node; 0 is at all nodes */
  uint32_t zone;         /* of orders that go there; with node it is a lane; 0 is all */
  uint32_t channel;      /* of orders of this channel; 0 is of all */
  uint32_t orders_max;   /* not more than so many orders; 0 is all that fit */
  /* of orders that have to leave until then, as their ship_by says; 0 is of all; ns since 1970,
   * 0 to 4,000,000,000,000,000,000 */
  int64_t cutoff;
  /* what this carrier takes, as the lane from where it lies to where the order goes says when it
   * is the order's turn; 0 is all */
  uint32_t carrier;
  uint32_t reserved;
} allot_release_wave;

/* Fact: units of an order were picked: they lie ready for it, and nobody else has them. It has
 * happened, so it is recorded whatever was promised. */
typedef struct allot_pick {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* for which order; not 0 */
  uint32_t sku;          /* what was picked; not 0 */
  uint32_t node;         /* where; not 0 */
  uint64_t lot;          /* from this lot; 0 is any */
  uint32_t quantity;     /* how many; 0 is all that is to be picked there; units, at most 2^31-1 */
  uint16_t line_number;  /* of sku, that line; 0 is any, in their order */
  uint8_t reserved[2];
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
  uint8_t reserved[1];
  uint16_t line_number; /* of sku, that line; 0 is any, in their order */
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
  uint64_t lot;         /* of sku, from this lot; 0 is any */
  uint32_t quantity;    /* of sku; 0 is all that the order has there; units, at most 2^31-1 */
  uint16_t line_number; /* of sku, that line; 0 is any, in their order */
  uint8_t reserved[2];
  uint64_t tracking; /* token of the parcel; 0 is absent */
  /* what was packed into the parcel that has this parcel_key, and nothing else; 0 is all that
   * the other fields say. Not beside sku, node, lot or quantity */
  uint64_t parcel_key;
} allot_ship;

/* Fact: goods that were shipped arrived. */
typedef struct allot_deliver {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
  uint32_t sku;          /* what arrived; 0 is all that was shipped */
  uint32_t quantity;     /* of sku; 0 is all that is on its way; units, at most 2^31-1 */
  uint64_t tracking;     /* token of the parcel; 0 is absent */
  uint16_t line_number;  /* of sku, that line; 0 is any, in their order */
  uint8_t reserved[6];
} allot_deliver;

/* Fact: what left is late, damaged, refused at the door, or lost. It has happened, so it is
 * recorded. */
typedef struct allot_delivery_exception {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; not 0 */
  uint8_t kind;          /* what is wrong; ALLOT_DELIVERY_TROUBLE_* */
  uint8_t reserved[1];
  uint16_t line_number; /* of sku, that line; 0 is any, in their order */
  uint32_t sku;         /* of what; 0 is all SKUs of the order */
  uint32_t quantity;    /* of sku; 0 is all that it can be said of; units, at most 2^31-1 */
  uint32_t reserved2;
  uint64_t tracking; /* token of the parcel; 0 is absent */
  /* when it was found out, as the carrier says; 0 is now; ns since 1970, 0 to
   * 4,000,000,000,000,000,000 */
  int64_t at;
} allot_delivery_exception;

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
  uint8_t reserved[1];
  uint16_t line_number; /* of sku, that line; 0 is any, in their order */
  uint64_t tracking;    /* token of the parcel; 0 is absent */
} allot_ship_undone;

/* What an order has at a node goes to the floor: it is to be picked. From then on a cancel is a
 * request that the node answers. */
typedef struct allot_release_order {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* which order; it has to be firm; not 0 */
  uint32_t node;         /* at which node; 0 is all at which it has anything */
  uint32_t reserved;
} allot_release_order;

/* Fact: units of an order were put into a parcel. It has happened, so it is recorded: what was
 * not reported as picked is picked by that. A parcel may have units of several orders of one
 * channel that go to one zone, one command for each. */
typedef struct allot_pack {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* of which order; not 0 */
  uint64_t parcel_key;   /* token by which the host knows the parcel; not 0 */
  uint32_t sku;          /* what was packed; 0 is all that was picked there */
  uint32_t node;         /* where; not 0 */
  uint64_t lot;          /* of sku, from this lot; 0 is any */
  uint32_t quantity;     /* of sku; 0 is all that was picked there; units, at most 2^31-1 */
  /* of the whole parcel with what is in it now, packing included; 0 is not weighed, and what was
   * told before stays */
  uint32_t weight_g;
  uint16_t line_number; /* of sku, that line; 0 is any, in their order */
  uint8_t reserved[6];
} allot_pack;

/* Fact: a parcel left, with all that lies in it, whose orders they are. It has happened, so it
 * is recorded as a ship of each of them. */
typedef struct allot_ship_parcel {
  allot_key command_key; /* makes the command idempotent */
  uint64_t parcel_key;   /* which parcel; not 0 */
  uint64_t tracking;     /* token of the parcel by which it is tracked; 0 is absent */
} allot_ship_parcel;

#endif /* ALLOT_C_COMMANDS_FULFILMENT_H */
