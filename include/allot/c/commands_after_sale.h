/* The commands of the group after_sale as C structs: members of `body` of an allot_command.
 * Start each with allot_command_init, which sets what is said here to be set. What each does:
 * docs/rules.md.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_COMMANDS_AFTER_SALE_H
#define ALLOT_C_COMMANDS_AFTER_SALE_H

#include "allot/c/commands_parts.h"
#include "allot/c/types.h"
#include "allot/c/values.h"

/* A customer wants to send goods back, and has until then for it. What does not come back in
 * time is told. */
typedef struct allot_request_return {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* of which order; not 0 */
  /* token by which the host knows the return; it may be of several SKUs, one command for each;
   * not 0 */
  uint64_t return_key;
  uint32_t sku; /* what is to come back; 0 is all SKUs of the order */
  /* how many; 0 is all that was shipped and has not come back; units, at most 2^31-1 */
  uint32_t quantity;
  uint8_t why; /* why the customer does not want it; ALLOT_RETURN_REASON_* */
  uint8_t reserved[7];
  /* the end of the window, after now; ns since 1970, at most 4,000,000,000,000,000,000 */
  int64_t until;
} allot_request_return;

/* Fact: goods came back, of one SKU at one node. It has happened, so it is recorded whatever was
 * agreed on. One of order_key and return_key is needed. */
typedef struct allot_receive_return {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* of which order; 0 is that of the return */
  uint64_t return_key;   /* the return that was requested; 0 is what was requested of the order */
  uint32_t sku;          /* what came back; not 0 */
  uint32_t node;         /* where it arrived; not 0 */
  /* of what is restocked or in quarantine, the lot that it goes into; 0 is the one without a
   * number */
  uint64_t lot;
  uint32_t quantity;   /* how many; units, 1 to 2^31-1 */
  uint8_t disposition; /* what becomes of them; ALLOT_DISPOSITION_* */
  uint8_t reserved[1];
  uint16_t line_number; /* of sku, that line; 0 is any, in their order */
  /* of what they cost, what is not credited, since they are worn or incomplete; only of goods
   * that come back in exchange; minor units, from 0 */
  int64_t deduct;
} allot_receive_return;

/* A customer wants other goods for some of an order, and sends those back. The new ones are held
 * at once, as an order of its own in the channel of the old one, and the return is requested:
 * both, or nothing. What the old ones cost is credited to the new order as far as it was paid.
 * One of new_key and new_number is needed. */
typedef struct allot_exchange {
  allot_key command_key; /* makes the command idempotent */
  allot_key order_key;   /* of which order goods come back; not 0 */
  uint64_t return_key;   /* token by which the host knows the return; not 0 */
  uint32_t sku;          /* what is to come back; 0 is all SKUs of the order */
  /* how many; 0 is all that was shipped and has not come back; units, at most 2^31-1 */
  uint32_t quantity;
  /* the end of the window, after now; ns since 1970, at most 4,000,000,000,000,000,000 */
  int64_t until;
  allot_order_tokens tokens;
  /* ranks lines that come to wait, earliest first; 0 comes last; ns since 1970, from 0 */
  int64_t ship_by;
  uint32_t zone;  /* where the new goods go; 0 is where the old ones went */
  uint8_t why;    /* why the customer does not want it; ALLOT_RETURN_REASON_* */
  uint8_t credit; /* when what the old goods cost counts; ALLOT_CREDIT_WHEN_* */
  /* class of the new order; 0 is served first; 0 to 255; init sets 128 */
  uint8_t priority;
  /* parcels beyond the first in one sourcing decision; 0 to 255; init sets 255 */
  uint8_t max_splits;
  /* [in] the new goods; their shortage is by_order, and all of them are there, or nothing is
   * done */
  const allot_order_line* lines;
  uint64_t line_count;
  allot_key new_key; /* names the new order; left out where new_number does */
  /* the new order's number as the shop has it, 1 to 40 bytes without NUL, in place of new_key */
  allot_text new_number;
  /* taken off the sum of the new lines and shipping, beside what is taken off lines; minor
   * units, from 0 */
  int64_t discount;
  int64_t shipping; /* for carrying the new goods; minor units, from 0 */
  /* on shipping; the channel says whether prices include it; minor units, from 0 */
  int64_t shipping_tax;
} allot_exchange;

#endif /* ALLOT_C_COMMANDS_AFTER_SALE_H */
