/* The commands of the group fulfilment as C structs: members of `body` of an allot_command.
 * Start each with allot_command_init, which sets what is said here to be set. What each does:
 * docs/rules.md.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_COMMANDS_FULFILMENT_H
#define ALLOT_C_COMMANDS_FULFILMENT_H

#include "allot/c/types.h"
#include "allot/c/values.h"

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

#endif /* ALLOT_C_COMMANDS_FULFILMENT_H */
